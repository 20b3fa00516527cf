#include "language/lexeme_table.h"

#include "base/bytes.h"
#include "base/utf8.h"

namespace vedette::language {

uint32_t LexemeTable::number(std::string_view text, std::string_view norm) {
  if (norm.empty()) {
    const auto found = plain_.find(text);
    if (found != plain_.end()) return found->second;
    const uint32_t added = add(text, norm);
    plain_.emplace(lexemes_[added].text, added);
    return added;
  }
  key_.clear();
  put_string(key_, norm);
  key_ += text;
  const auto found = with_norm_.find(key_);
  if (found != with_norm_.end()) return found->second;
  const uint32_t added = add(text, norm);
  with_norm_.emplace(key_, added);
  return added;
}

uint32_t LexemeTable::add(std::string_view text, std::string_view norm) {
  Lexeme& lexeme = lexemes_.emplace_back();
  lexeme.text = text;
  lexeme.lower = python_lower(text);
  lexeme.features = features_of(text, norm, norms_);
  lexeme.code_points = static_cast<uint32_t>(count_code_points(text));
  constexpr size_t kMapEntry = 32;
  bytes_ += sizeof(Lexeme) + kMapEntry + 2 * text.size() + norm.size();
  return size() - 1;
}

void LexemeTable::clear() {
  plain_.clear();
  with_norm_.clear();
  lexemes_.clear();
  bytes_ = 0;
}

}  // namespace vedette::language
