// The tagger of a spaCy package: one linear layer over the shared encoder's rows.
#pragma once

#include <cstdint>
#include <string>

#include "base/error.h"
#include "language/model_draft.h"
#include "language/spacy_files.h"
#include "language/spacy_nodes.h"

namespace vedette::language {

/// Sets `tagger` and `tags` of the draft. `component` is the tagger's folder, `width` that of the rows it reads.
Result<void> read_spacy_tagger(SpacyFiles& files, const std::string& component, const SpacyNodes& nodes, uint32_t width,
                               ModelDraft& draft);

}  // namespace vedette::language
