#include "language/model_rules.h"

#include <algorithm>

#include "base/utf8.h"
#include "language/model_sections.h"
#include "language/utf8_edges.h"

namespace vedette::language {
namespace {

constexpr uint64_t kMaxExceptionTokens = 64;
constexpr uint64_t kMaxPatterns = 64;
constexpr uint64_t kMaxPatternTokens = 2;
constexpr uint64_t kMaxTests = 16;
constexpr size_t kMaxRules = 1 << 16;
constexpr size_t kMaxValues = 1 << 16;
constexpr size_t kMaxSuffixes = 1 << 16;
constexpr size_t kMaxExceptions = 1 << 20;

// A count that may be allocated. One that is larger counts nothing, and leaves the section longer than it should be.
size_t count_in(ByteReader& in, size_t most) {
  const uint64_t count = in.varint();
  return count <= most ? static_cast<size_t>(count) : 0;
}

// What rules set is optional: 0 stands for "not set", everything else is the value plus one.
template <typename Number>
void put_optional(std::string& out, const std::optional<Number>& value) {
  put_varint(out, value ? uint64_t{*value} + 1 : 0);
}

std::optional<uint16_t> optional_label(ByteReader& in, size_t label_count, bool& sound) {
  const uint64_t value = in.varint();
  if (value > label_count) sound = false;
  if (value == 0 || value > label_count) return std::nullopt;
  return static_cast<uint16_t>(value - 1);
}

void encode_test(std::string& out, const TokenTest& test) {
  put_varint(out, static_cast<uint8_t>(test.attribute));
  put_varint(out, static_cast<uint8_t>(test.relation));
  put_varint(out, test.values.size());
  for (const std::string_view value : test.values) put_string(out, value);
}

bool decode_test(ByteReader& in, TokenTest& test) {
  const uint64_t attribute = in.varint();
  const uint64_t relation = in.varint();
  if (attribute > static_cast<uint8_t>(TokenAttribute::kIsSpace)) return false;
  if (relation > static_cast<uint8_t>(TokenOperator::kRegex)) return false;
  test.attribute = static_cast<TokenAttribute>(attribute);
  test.relation = static_cast<TokenOperator>(relation);
  const bool one_value = test.relation == TokenOperator::kEquals || test.relation == TokenOperator::kRegex;
  test.values.resize(count_in(in, kMaxValues));
  if (one_value && test.values.size() != 1) return false;
  for (std::string_view& value : test.values) {
    value = in.string();
    if (!is_valid_utf8(value)) return false;
    if (test.attribute == TokenAttribute::kIsSpace && value != "0" && value != "1") return false;
  }
  return in.ok();
}

bool decode_pattern(ByteReader& in, std::vector<TokenPattern>& pattern) {
  const uint64_t tokens = in.varint();
  if (tokens == 0 || tokens > kMaxPatternTokens) return false;
  pattern.resize(tokens);
  for (TokenPattern& token : pattern) {
    const uint64_t tests = in.varint();
    if (tests > kMaxTests) return false;
    token.resize(tests);
    for (TokenTest& test : token) {
      if (!decode_test(in, test)) return false;
    }
  }
  return in.ok();
}

bool decode_rule(ByteReader& in, size_t label_count, AttributeRule& rule) {
  const uint64_t patterns = in.varint();
  if (patterns == 0 || patterns > kMaxPatterns) return false;
  rule.patterns.resize(patterns);
  for (auto& pattern : rule.patterns) {
    if (!decode_pattern(in, pattern)) return false;
  }
  const uint64_t index = in.varint();
  for (const auto& pattern : rule.patterns) {
    if (index >= pattern.size()) return false;
  }
  rule.index = static_cast<uint32_t>(index);
  bool sound = true;
  rule.tag = optional_label(in, label_count, sound);
  rule.pos = optional_label(in, label_count, sound);
  rule.morph = optional_label(in, label_count, sound);
  rule.dependency = optional_label(in, label_count, sound);
  if (in.varint() == 1) rule.lemma = in.string();
  return sound && in.ok() && is_valid_utf8(rule.lemma.value_or(""));
}

bool decode_exception(ByteReader& in, TokenizerException& exception) {
  exception.text = in.string();
  const uint64_t tokens = in.varint();
  if (tokens == 0 || tokens > kMaxExceptionTokens) return false;
  exception.tokens.resize(tokens);
  size_t position = 0;
  for (ExceptionToken& token : exception.tokens) {
    token.text = in.string();
    token.norm = in.string();
    if (token.text.empty() || !is_valid_utf8(token.norm) || !is_valid_utf8(token.text)) return false;
    if (exception.text.substr(std::min(position, exception.text.size()), token.text.size()) != token.text) return false;
    position += token.text.size();
  }
  return in.ok() && position == exception.text.size();
}

// Cuts tables of strings off two joint arrays, one after the other.
class TableCutter {
 public:
  TableCutter(std::span<const uint32_t> numbers, std::string_view text) : numbers_(numbers), text_(text) {}

  std::span<const uint32_t> numbers(uint64_t count) {
    if (count > numbers_.size()) return fail(), std::span<const uint32_t>();
    const auto cut = numbers_.first(count);
    numbers_ = numbers_.subspan(count);
    return cut;
  }
  StringTable strings(uint64_t count) {
    StringTable table{numbers(count + 1), {}};
    if (table.offsets.empty() || table.offsets.back() > text_.size()) return fail(), StringTable();
    table.text = text_.substr(0, table.offsets.back());
    text_.remove_prefix(table.offsets.back());
    if (!is_table_of_texts(table)) fail();
    return table;
  }
  bool ok() const { return ok_; }
  bool at_end() const { return numbers_.empty() && text_.empty(); }

 private:
  void fail() { ok_ = false; }
  std::span<const uint32_t> numbers_;
  std::string_view text_;
  bool ok_ = true;
};

bool decode_lemma_table(ByteReader& in, TableCutter& cut, LemmaTable& table) {
  table.pos = in.string();
  table.suffixes.resize(count_in(in, kMaxSuffixes));
  for (auto& suffix : table.suffixes) {
    suffix.old_end = in.string();
    suffix.new_end = in.string();
    if (!is_valid_utf8(suffix.old_end) || !is_valid_utf8(suffix.new_end)) return false;
  }
  const uint64_t words = in.varint();
  const uint64_t forms = in.varint();
  const uint64_t lemmas = in.varint();
  constexpr uint64_t kMost = UINT32_MAX - 1;
  if (!in.ok() || words > kMost || forms > kMost || lemmas > kMost) return false;
  table.index = cut.strings(words);
  table.exception_forms = cut.strings(forms);
  table.exception_begins = cut.numbers(forms + 1);
  table.exception_lemmas = cut.strings(lemmas);
  if (!cut.ok() || !is_sorted_set(table.index) || !is_sorted_set(table.exception_forms)) return false;
  const auto begins = table.exception_begins;
  return std::is_sorted(begins.begin(), begins.end()) && begins.front() == 0 && begins.back() == lemmas;
}

// An array of one number more than there are items, the first of them 0, even where it was left empty.
void put_numbers(LemmaSections& out, std::span<const uint32_t> numbers) {
  if (numbers.empty()) out.numbers.push_back(0);
  out.numbers.insert(out.numbers.end(), numbers.begin(), numbers.end());
}

void put_table(LemmaSections& out, const StringTable& table) {
  put_numbers(out, table.offsets);
  out.text += table.text;
}

}  // namespace

// The text as a whole is UTF-8, so an item is unless it begins within a code point.
bool is_table_of_texts(const StringTable& strings) {
  if (!strings.is_sound() || !is_valid_utf8(strings.text)) return false;
  return std::all_of(strings.offsets.begin(), strings.offsets.end(), [&](uint32_t offset) {
    return offset == strings.text.size() || !is_continuation(strings.text[offset]);
  });
}

bool is_sorted_set(const StringTable& strings) {
  if (!is_table_of_texts(strings)) return false;
  for (uint32_t i = 1; i < strings.size(); ++i) {
    if (strings[i] <= strings[i - 1]) return false;
  }
  return true;
}

std::string encode_tokenizer(const TokenizerRules& rules) {
  std::string out;
  for (const std::string_view pattern : {rules.prefix, rules.suffix, rules.infix, rules.url}) put_string(out, pattern);
  put_varint(out, rules.faster_heuristics ? 1 : 0);
  put_varint(out, rules.exceptions.size());
  for (const TokenizerException& exception : rules.exceptions) {
    put_string(out, exception.text);
    put_varint(out, exception.tokens.size());
    for (const ExceptionToken& token : exception.tokens) {
      put_string(out, token.text);
      put_string(out, token.norm);
    }
  }
  return out;
}

Result<TokenizerRules> decode_tokenizer(std::string_view section, const std::string& file) {
  ByteReader in(section);
  TokenizerRules rules;
  for (std::string_view* pattern : {&rules.prefix, &rules.suffix, &rules.infix, &rules.url}) {
    *pattern = in.string();
    if (!is_valid_utf8(*pattern)) return damaged_model(file, "a tokenizer pattern is not UTF-8");
  }
  rules.faster_heuristics = in.varint() != 0;
  rules.exceptions.resize(count_in(in, kMaxExceptions));
  std::string_view previous;
  for (TokenizerException& exception : rules.exceptions) {
    if (!decode_exception(in, exception) || exception.text <= previous) {
      return damaged_model(file, "a tokenizer exception does not add up");
    }
    previous = exception.text;
  }
  if (!in.ok() || !in.at_end()) return damaged_model(file, "section tokenizer has another length than it says");
  return rules;
}

std::string encode_attribute_rules(const std::vector<AttributeRule>& rules) {
  std::string out;
  put_varint(out, rules.size());
  for (const AttributeRule& rule : rules) {
    put_varint(out, rule.patterns.size());
    for (const auto& pattern : rule.patterns) {
      put_varint(out, pattern.size());
      for (const TokenPattern& token : pattern) {
        put_varint(out, token.size());
        for (const TokenTest& test : token) encode_test(out, test);
      }
    }
    put_varint(out, rule.index);
    for (const auto& label : {rule.tag, rule.pos, rule.morph, rule.dependency}) put_optional(out, label);
    put_varint(out, rule.lemma ? 1 : 0);
    if (rule.lemma) put_string(out, *rule.lemma);
  }
  return out;
}

Result<std::vector<AttributeRule>> decode_attribute_rules(std::string_view section, size_t label_count,
                                                          const std::string& file) {
  ByteReader in(section);
  std::vector<AttributeRule> rules(count_in(in, kMaxRules));
  for (AttributeRule& rule : rules) {
    if (!decode_rule(in, label_count, rule)) return damaged_model(file, "an attribute rule is unsound");
  }
  if (!in.ok() || !in.at_end()) return damaged_model(file, "section attribute_rules has another length than it says");
  return rules;
}

LemmaSections encode_lemma_tables(const std::vector<LemmaTable>& tables) {
  LemmaSections out;
  put_varint(out.tables, tables.size());
  for (const LemmaTable& table : tables) {
    put_string(out.tables, table.pos);
    put_varint(out.tables, table.suffixes.size());
    for (const auto& suffix : table.suffixes) {
      put_string(out.tables, suffix.old_end);
      put_string(out.tables, suffix.new_end);
    }
    put_varint(out.tables, table.index.size());
    put_varint(out.tables, table.exception_forms.size());
    put_varint(out.tables, table.exception_lemmas.size());
    put_table(out, table.index);
    put_table(out, table.exception_forms);
    put_numbers(out, table.exception_begins);
    put_table(out, table.exception_lemmas);
  }
  return out;
}

Result<std::vector<LemmaTable>> decode_lemma_tables(std::string_view tables, std::span<const uint32_t> numbers,
                                                    std::string_view text, const std::string& file) {
  constexpr size_t kMaxTables = 64;
  ByteReader in(tables);
  TableCutter cut(numbers, text);
  std::vector<LemmaTable> decoded(count_in(in, kMaxTables));
  std::string_view previous;
  for (LemmaTable& table : decoded) {
    if (!decode_lemma_table(in, cut, table) || table.pos <= previous) {
      return damaged_model(file, "a lemma table does not add up");
    }
    previous = table.pos;
  }
  if (!in.ok() || !in.at_end() || !cut.at_end()) {
    return damaged_model(file, "the lemma tables have another length than they say");
  }
  return decoded;
}

}  // namespace vedette::language
