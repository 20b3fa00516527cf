// What the network sees of a token, apart from its neighbours.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "language/model_data.h"

namespace vedette::language {

/// The ids of a token's features (strings.h), a pure function of its text and the norm its exception gives.
struct LexemeFeatures {
  uint64_t text = 0;  ///< id of the text itself: the key of static vectors
  uint64_t norm = 0;
  uint64_t prefix = 0;
  uint64_t suffix = 0;
  uint64_t shape = 0;
  bool is_space = false;  ///< Python's str.isspace
};

/// `text` is valid UTF-8 and not empty. `norm` is that of the tokenizer exception, or empty.
LexemeFeatures features_of(std::string_view text, std::string_view norm, const NormTable& norms);

/// Python's str.lower(), str.isalpha(), str.isspace() of a UTF-8 text.
std::string python_lower(std::string_view text);
bool python_is_alpha(std::string_view text);
bool python_is_space(std::string_view text);

}  // namespace vedette::language
