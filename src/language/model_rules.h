// The tables of a model that are words and not weights, as sections of a model file: tokenizer rules, attribute rules
// and lemma tables. Every decoder checks all that the runtime relies on, and gives views into the section.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "language/model_data.h"

namespace vedette::language {

std::string encode_tokenizer(const TokenizerRules& rules);
Result<TokenizerRules> decode_tokenizer(std::string_view section, const std::string& file);

std::string encode_attribute_rules(const std::vector<AttributeRule>& rules);
Result<std::vector<AttributeRule>> decode_attribute_rules(std::string_view section, size_t label_count,
                                                          const std::string& file);

/// Three sections that belong together.
struct LemmaSections {
  std::string tables;
  std::vector<uint32_t> numbers;
  std::string text;
};
LemmaSections encode_lemma_tables(const std::vector<LemmaTable>& tables);
Result<std::vector<LemmaTable>> decode_lemma_tables(std::string_view tables, std::span<const uint32_t> numbers,
                                                    std::string_view text, const std::string& file);

/// Offsets are sound and every item is UTF-8.
bool is_table_of_texts(const StringTable& strings);
/// The same, and items rise strictly.
bool is_sorted_set(const StringTable& strings);

}  // namespace vedette::language
