// Attribute rules of a spaCy package.
#include <fmt/format.h>

#include "base/utf8.h"
#include "language/msgpack.h"
#include "language/spacy_tables.h"

namespace vedette::language {
namespace {

constexpr uint32_t kMaxPatternTokens = 2;

// Reads rules one after the other. What it does not know is remembered by name.
class RuleReader {
 public:
  RuleReader(MsgpackReader& in, ModelArena& arena, LabelTable& labels) : in_(in), arena_(arena), labels_(labels) {}

  // {"patterns": [[{token test}, ..], ..], "attrs": {..}, "index": 0}
  AttributeRule read() {
    AttributeRule rule;
    for (uint32_t left = in_.map(); left > 0 && in_.ok(); --left) {
      const std::string_view key = in_.text();
      if (key == "patterns") {
        read_patterns(rule);
      } else if (key == "attrs") {
        read_attributes(rule);
      } else if (key == "index") {
        read_index(rule);
      } else {
        unknown(key);
      }
    }
    for (const auto& pattern : rule.patterns) {
      if (in_.ok() && rule.index >= pattern.size()) in_.report("a rule whose index is beyond its pattern");
    }
    if (rule.patterns.empty() && in_.ok()) in_.report("a rule without patterns");
    return rule;
  }
  const std::string& unknown() const { return unknown_; }

 private:
  void unknown(std::string_view name) {
    if (unknown_.empty()) unknown_ = mend_utf8(name);
    in_.skip();
  }
  std::string_view keep(std::string_view text) { return arena_.text(std::string(text)); }

  void read_index(AttributeRule& rule) {
    const int64_t index = in_.integer();
    if (index < 0) unknown_ = "index below 0";
    rule.index = static_cast<uint32_t>(index);
  }

  void read_patterns(AttributeRule& rule) {
    for (uint32_t left = in_.array(); left > 0 && in_.ok(); --left) {
      auto& pattern = rule.patterns.emplace_back();
      const uint32_t tokens = in_.array();
      if (tokens == 0 || tokens > kMaxPatternTokens) unknown_ = fmt::format("pattern of {} tokens", tokens);
      for (uint32_t i = 0; i < tokens && in_.ok(); ++i) read_token(pattern.emplace_back());
    }
  }

  // {"TAG": "NN", "LOWER": {"IN": [..]}}
  void read_token(TokenPattern& tests) {
    for (uint32_t left = in_.map(); left > 0 && in_.ok(); --left) {
      const std::string_view key = in_.text();
      if (key == "TAG") {
        read_test(TokenAttribute::kTag, tests);
      } else if (key == "LOWER") {
        read_test(TokenAttribute::kLower, tests);
      } else if (key == "DEP") {
        read_test(TokenAttribute::kDependency, tests);
      } else if (key == "IS_SPACE") {
        read_test(TokenAttribute::kIsSpace, tests);
      } else {
        unknown(key);
      }
    }
  }

  void read_test(TokenAttribute attribute, TokenPattern& tests) {
    if (in_.peek() != MsgpackReader::Kind::kMap) {
      tests.push_back({attribute, TokenOperator::kEquals, {read_value()}});
      return;
    }
    for (uint32_t left = in_.map(); left > 0 && in_.ok(); --left) {
      const std::string_view key = in_.text();
      if (key == "IN" || key == "NOT_IN") {
        TokenTest& test = tests.emplace_back();
        test.attribute = attribute;
        test.relation = key == "IN" ? TokenOperator::kIn : TokenOperator::kNotIn;
        for (uint32_t more = in_.array(); more > 0 && in_.ok(); --more) test.values.push_back(read_value());
      } else if (key == "REGEX" && attribute != TokenAttribute::kIsSpace) {
        tests.push_back({attribute, TokenOperator::kRegex, {read_value()}});
      } else {
        unknown(key);
      }
    }
  }

  std::string_view read_value() {
    if (in_.peek() == MsgpackReader::Kind::kBool) return in_.boolean() ? "1" : "0";
    return keep(in_.text());
  }

  void read_attributes(AttributeRule& rule) {
    for (uint32_t left = in_.map(); left > 0 && in_.ok(); --left) {
      const std::string_view key = in_.text();
      if (key == "TAG") {
        rule.tag = labels_.number(in_.text());
      } else if (key == "POS") {
        rule.pos = labels_.number(in_.text());
      } else if (key == "DEP") {
        rule.dependency = labels_.number(in_.text());
      } else if (key == "LEMMA") {
        rule.lemma = keep(in_.text());
      } else if (key == "MORPH") {
        const std::string_view morph = in_.text();
        rule.morph = labels_.number(morph == "_" ? std::string_view() : morph);
      } else {
        unknown(key);
      }
    }
  }

  MsgpackReader& in_;
  ModelArena& arena_;
  LabelTable& labels_;
  std::string unknown_;
};

}  // namespace

Result<std::vector<AttributeRule>> read_spacy_attribute_rules(std::string_view bytes, const SpacyPlace& place,
                                                              ModelArena& arena, LabelTable& labels) {
  MsgpackReader in(bytes);
  std::vector<AttributeRule> rules;
  const uint32_t count = in.array();
  for (uint32_t i = 0; i < count && in.ok(); ++i) {
    RuleReader reader(in, arena, labels);
    rules.push_back(reader.read());
    if (!in.ok()) break;
    if (!reader.unknown().empty()) {
      return place.unsupported(fmt::format("rule {}", i), fmt::format("{} is not known", reader.unknown()));
    }
  }
  if (!in.ok()) return place.damaged(fmt::format("rule {}", rules.empty() ? 0 : rules.size() - 1), in.problem());
  return rules;
}

}  // namespace vedette::language
