#include "match/token_reading.h"

#include <algorithm>

#include "base/utf8.h"
#include "match/letters.h"
#include "match/unit.h"
#include "text/name_groups.h"
#include "text/romanise.h"

namespace vedette::match {
namespace {

/// What the commonest name of all loses of its weight: "Mohammad" says 0.4 where an unheard-of name says 1.
constexpr double kCommonnessLoss = 0.6;
/// The same in names of bodies, where a person's name is an ordinary word.
constexpr double kCommonnessLossOfBodies = 0.3;
/// Short words coincide easily: "Al", "Bo", "Kim".
constexpr float kTwoLetterFactor = 0.6F;
constexpr float kThreeLetterFactor = 0.85F;
/// Groups of a name that are kept; forms in more are hardly one name.
constexpr size_t kMaxNameGroups = 12;

std::vector<std::string> split_spaces(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const size_t space = text.find(' ');
    if (space != 0) parts.emplace_back(text.substr(0, space));
    if (space == std::string_view::npos) break;
    text.remove_prefix(space + 1);
  }
  return parts;
}

void add_other(Token& token, std::string reading) {
  if (reading.empty() || reading == token.form || token.others.size() + 1 >= kMaxReadings) return;
  if (std::find(token.others.begin(), token.others.end(), reading) == token.others.end())
    token.others.push_back(std::move(reading));
}

void add_name_groups(Token& token, std::string_view form) {
  const auto groups = text::name_groups(form);
  for (size_t i = 0; i < std::min(groups.size(), kMaxNameGroups); ++i)
    token.groups.push_back(make_group(GroupSort::kName, groups[i]));
}

/// "S3chin": digits that stand for letters they look like, where letters go on after them.
std::string without_look_alikes(std::string_view word) {
  static constexpr std::string_view kDigits = "013459";
  static constexpr std::string_view kLetters = "oieasg";
  std::string result(word);
  size_t letters = 0;
  for (size_t i = 0; i < result.size(); ++i) {
    const size_t at = kDigits.find(result[i]);
    if (result[i] >= 'a' && result[i] <= 'z') ++letters;
    if (at == std::string_view::npos) continue;
    if (i + 1 == result.size() || is_number(result.substr(i + 1))) return {};
    result[i] = kLetters[at];
  }
  return letters >= 2 && letters + 2 >= result.size() && result != word ? result : std::string();
}

}  // namespace

std::vector<Token> read_word(const RawWord& word) {
  std::vector<Token> tokens;
  std::vector<std::string> readings;
  const bool single_sign = word.script == text::Script::kHan && count_code_points(word.folded) == 1;
  if (single_sign)  // one sign belongs to many names: only how it sounds is known
    readings = text::romanise_by_rule(word.folded, word.script);
  else if (word.script != text::Script::kLatin && !is_latin_word(word.folded))
    readings = text::romanise(word.folded, word.script);
  if (readings.empty()) readings.push_back(word.folded);
  if (std::string plain = without_look_alikes(readings.front()); !plain.empty()) readings.front() = std::move(plain);
  const std::vector<std::string> first = split_spaces(readings.front());
  const bool no_vowels = word.script == text::Script::kArabic || word.script == text::Script::kHebrew;
  for (const std::string& part : first) {
    Token token;
    token.form = part;
    token.text = word.original;
    if (no_vowels) token.traits |= kTraitConsonants;
    tokens.push_back(std::move(token));
  }
  for (size_t i = 1; i < readings.size(); ++i) {
    std::vector<std::string> parts = split_spaces(readings[i]);
    if (tokens.size() == 1) {
      std::string joined;
      for (const std::string& part : parts) joined += part;
      add_other(tokens[0], std::move(joined));
    } else if (parts.size() == tokens.size()) {
      for (size_t j = 0; j < parts.size(); ++j) add_other(tokens[j], std::move(parts[j]));
    }
  }
  if (tokens.size() == 1) {
    if (!single_sign) add_name_groups(tokens[0], word.folded);
    if (tokens[0].form != word.folded) add_name_groups(tokens[0], tokens[0].form);
  } else {
    for (Token& token : tokens) add_name_groups(token, token.form);
  }
  return tokens;
}

float word_weight(const Token& token, NameClass name_class) {
  const double loss =
      name_class == NameClass::kPerson || name_class == NameClass::kOpen ? kCommonnessLoss : kCommonnessLossOfBodies;
  const auto weight = static_cast<float>(1 - loss * text::commonness(token.form));
  const size_t length = token.form.size();
  return weight * (length <= 2 ? kTwoLetterFactor : length == 3 ? kThreeLetterFactor : 1.0F);
}

}  // namespace vedette::match
