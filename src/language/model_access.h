// From a model file that is open already, say one in memory, to the public Model.
#pragma once

#include <memory>

#include "base/error.h"
#include "language/model_file.h"
#include "vedette/language.hpp"

namespace vedette::language {

struct ModelAccess {
  /// Compiles its rules. kUnsupported, with the file's name, where a pattern does not compile.
  static Result<Model> of(std::shared_ptr<const ModelFile> file);
};

}  // namespace vedette::language
