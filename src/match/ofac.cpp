#include "match/ofac.h"

#include <algorithm>
#include <array>
#include <limits>

namespace vedette::match {
namespace {

constexpr double kPrefixScale = 0.1;
constexpr size_t kLongestPrefix = 4;
constexpr size_t kSoundexLength = 4;
constexpr size_t kLongestWhole = 256;

std::string whole(const Name& name) {
  std::string text;
  for (const Token& token : name.tokens) {
    if (!text.empty()) text += ' ';
    text += token.form;
  }
  return text.substr(0, kLongestWhole);
}

char soundex_digit(char c) {
  static constexpr std::string_view kDigits = "01230120022455012623010202";
  return c >= 'a' && c <= 'z' ? kDigits[static_cast<size_t>(c - 'a')] : '0';
}

double best_word(const Token& word, const Name& candidate) {
  double best = 0;
  const std::string sound = soundex(word.form);
  for (const Token& other : candidate.tokens) {
    const bool same_letter = !other.form.empty() && !word.form.empty() && other.form[0] == word.form[0];
    if (!same_letter && (sound.empty() || sound != soundex(other.form))) continue;
    best = std::max(best, jaro_winkler(word.form, other.form));
  }
  return best;
}

}  // namespace

double jaro_winkler(std::string_view a, std::string_view b) {
  if (a == b) return a.empty() ? 0 : 1;
  if (a.empty() || b.empty()) return 0;
  const size_t longer = std::max(a.size(), b.size());
  const size_t window = longer / 2 > 0 ? longer / 2 - 1 : 0;
  std::vector<bool> taken(b.size(), false);
  std::string matched_a;
  for (size_t i = 0; i < a.size(); ++i) {
    const size_t low = i > window ? i - window : 0;
    const size_t high = std::min(b.size(), i + window + 1);
    for (size_t j = low; j < high; ++j) {
      if (taken[j] || a[i] != b[j]) continue;
      taken[j] = true;
      matched_a += a[i];
      break;
    }
  }
  if (matched_a.empty()) return 0;
  std::string matched_b;
  for (size_t j = 0; j < b.size(); ++j)
    if (taken[j]) matched_b += b[j];
  size_t moved = 0;
  for (size_t i = 0; i < matched_a.size(); ++i) moved += matched_a[i] != matched_b[i] ? 1 : 0;
  const auto m = static_cast<double>(matched_a.size());
  const double jaro = (m / static_cast<double>(a.size()) + m / static_cast<double>(b.size()) +
                       (m - static_cast<double>(moved) / 2) / m) /
                      3;
  size_t prefix = 0;
  while (prefix < std::min({kLongestPrefix, a.size(), b.size()}) && a[prefix] == b[prefix]) ++prefix;
  return jaro + static_cast<double>(prefix) * kPrefixScale * (1 - jaro);
}

std::string soundex(std::string_view word) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto start = std::find_if(word.begin(), word.end(), is_letter);
  if (start == word.end()) return {};
  std::string code(1, *start);
  char last = soundex_digit(*start);
  for (auto c = start + 1; c != word.end() && code.size() < kSoundexLength; ++c) {
    if (*c == 'h' || *c == 'w') continue;
    const char digit = soundex_digit(*c);
    if (digit != '0' && digit != last) code += digit;
    last = digit;
  }
  code.resize(kSoundexLength, '0');
  return code;
}

double ofac_name_score(const Name& query, const Name& candidate) {
  if (query.tokens.empty() || candidate.tokens.empty()) return 0;
  const std::string a = whole(query);
  const std::string b = whole(candidate);
  double by_words = 0;
  for (const Token& word : query.tokens) by_words += best_word(word, candidate);
  by_words /= static_cast<double>(query.tokens.size());
  return std::max(by_words, a[0] == b[0] ? jaro_winkler(a, b) : 0);
}

EntityScore score_entity_ofac(const PreparedEntity& query, const PreparedEntity& candidate, const Policy& policy) {
  EntityScore result;
  result.features.fill(std::numeric_limits<double>::quiet_NaN());
  if (!can_be_same(query.schema, candidate.schema)) return result;
  for (size_t q = 0; q < query.names.size(); ++q) {
    for (size_t c = 0; c < candidate.names.size(); ++c) {
      const double score = ofac_name_score(query.names[q], candidate.names[c]);
      if (score <= result.score) continue;
      result.score = score;
      result.query_name = static_cast<int>(q);
      result.candidate_name = static_cast<int>(c);
    }
  }
  if (result.query_name >= 0) result.features[static_cast<size_t>(Feature::kName)] = result.score;
  result.name.score = result.score;
  result.match = result.score >= policy.threshold;
  return result;
}

}  // namespace vedette::match
