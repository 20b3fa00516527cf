// Writes a model file (docs/formats/model.md).
#pragma once

#include <string>

#include "language/model_draft.h"

namespace vedette::language {

/// The bytes of the file, the same for the same draft. The draft must be whole and sound: ModelFile::view checks it.
std::string write_model(const ModelDraft& draft);

}  // namespace vedette::language
