// Where in a spaCy package something is wrong, as errors that name file and field.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace vedette::language {

struct SpacyPlace {
  std::string file;

  /// The file breaks its format.
  Unexpected damaged(std::string field, std::string why) const {
    return fail(ErrorCode::kInvalidInput, std::move(why), {file, 0, std::move(field)});
  }
  /// The file is sound, but asks for what the runtime does not do.
  Unexpected unsupported(std::string field, std::string why) const {
    return fail(ErrorCode::kUnsupported, std::move(why), {file, 0, std::move(field)});
  }
};

}  // namespace vedette::language
