#include "match/edit_distance.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace vedette::match {
namespace {

/// One vowel for another: "Ladin", "Laden".
constexpr double kVowelForVowel = 0.6;
/// Letters that transcriptions exchange: "Vukic", "Vucic"; "Jusuf", "Yusuf".
constexpr double kConfusable = 0.5;
/// Letters that sound near: "Padraig", "Patraig".
constexpr double kNearSound = 0.8;
/// A letter doubled or not: "Asad", "Assad".
constexpr double kDoubled = 0.3;
/// A silent h: "Makhlouf", "Maklouf".
constexpr double kSilentH = 0.5;
/// A vowel put in or left out: "Sergi", "Sergei".
constexpr double kVowelExtra = 0.7;
/// Neighbours exchanged: "Lukashenko", "Luakshenko".
constexpr double kSwapped = 0.7;
/// Added when the first letters differ and are not confusable: typists and transcribers seldom miss there.
constexpr double kFirstLetter = 0.3;

constexpr bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

constexpr bool in(std::string_view set, char a, char b) {
  return set.find(a) != std::string_view::npos && set.find(b) != std::string_view::npos;
}

constexpr double substitution(char a, char b) {
  if (a == b) return 0;
  if (in("ckq", a, b) || in("szc", a, b) || in("vw", a, b) || in("ijy", a, b)) return kConfusable;
  if (is_vowel(a) && is_vowel(b)) return kVowelForVowel;
  if (in("dt", a, b) || in("bp", a, b) || in("gk", a, b) || in("gh", a, b) || in("mn", a, b) || in("fv", a, b))
    return kNearSound;
  return 1;
}

using CostTable = std::array<std::array<double, 26>, 26>;

constexpr CostTable substitution_table() {
  CostTable table{};
  for (int a = 0; a < 26; ++a)
    for (int b = 0; b < 26; ++b)
      table[static_cast<size_t>(a)][static_cast<size_t>(b)] =
          substitution(static_cast<char>('a' + a), static_cast<char>('a' + b));
  return table;
}
constexpr CostTable kSubstitution = substitution_table();

constexpr bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

double substitution_cost(char a, char b) {
  if (is_letter(a) && is_letter(b)) return kSubstitution[static_cast<size_t>(a - 'a')][static_cast<size_t>(b - 'a')];
  return a == b ? 0 : 1;
}

/// Cost of the letter at `i` standing alone on its side.
double gap_cost(std::string_view word, size_t i) {
  const char c = word[i];
  if (i > 0 && word[i - 1] == c) return kDoubled;
  if (c == 'h' && i > 0) return kSilentH;
  return is_vowel(c) ? kVowelExtra : 1;
}

}  // namespace

int bounded_edits(std::string_view a, std::string_view b, int limit) {
  if (a == b) return 0;
  if (a.size() > b.size()) std::swap(a, b);
  if (limit <= 0 || b.size() > kMaxKeyLength || b.size() - a.size() > static_cast<size_t>(limit)) return limit + 1;
  using Row = std::array<uint8_t, kMaxKeyLength + 2>;
  std::array<Row, 3> rows;
  const int n = static_cast<int>(a.size());
  const int m = static_cast<int>(b.size());
  const auto far = static_cast<uint8_t>(limit + 1);
  Row* before = &rows[0];
  Row* previous = &rows[1];
  Row* current = &rows[2];
  for (int j = 0; j <= m; ++j) (*previous)[static_cast<size_t>(j)] = static_cast<uint8_t>(std::min(j, limit + 1));
  for (int i = 1; i <= n; ++i) {
    const int low = std::max(1, i - limit);
    const int high = std::min(m, i + limit);
    (*current)[static_cast<size_t>(low - 1)] = low == 1 ? static_cast<uint8_t>(std::min(i, limit + 1)) : far;
    if (high == i + limit) (*previous)[static_cast<size_t>(high)] = far;
    uint8_t best = (*current)[static_cast<size_t>(low - 1)];
    for (int j = low; j <= high; ++j) {
      const auto ju = static_cast<size_t>(j);
      const char x = a[static_cast<size_t>(i - 1)];
      const char y = b[ju - 1];
      int cost = (*previous)[ju - 1] + (x == y ? 0 : 1);
      cost = std::min({cost, (*previous)[ju] + 1, (*current)[ju - 1] + 1});
      if (i > 1 && j > 1 && x == b[ju - 2] && y == a[static_cast<size_t>(i - 2)] && j - 2 >= i - 2 - limit)
        cost = std::min(cost, (*before)[ju - 2] + 1);
      (*current)[ju] = static_cast<uint8_t>(std::min(cost, limit + 1));
      best = std::min(best, (*current)[ju]);
    }
    if (best > limit) return limit + 1;
    Row* reuse = before;
    before = previous;
    previous = current;
    current = reuse;
  }
  return (*previous)[static_cast<size_t>(m)];
}

double weighted_edits(std::string_view a, std::string_view b) {
  if (a == b) return 0;
  if (a.size() > kMaxKeyLength || b.size() > kMaxKeyLength) return static_cast<double>(kMaxKeyLength);
  using Row = std::array<double, kMaxKeyLength + 1>;
  std::array<Row, 3> rows;
  Row* before = &rows[0];
  Row* previous = &rows[1];
  Row* current = &rows[2];
  (*previous)[0] = 0;
  for (size_t j = 1; j <= b.size(); ++j) (*previous)[j] = (*previous)[j - 1] + gap_cost(b, j - 1);
  for (size_t i = 1; i <= a.size(); ++i) {
    const double gap_a = gap_cost(a, i - 1);
    (*current)[0] = (*previous)[0] + gap_a;
    for (size_t j = 1; j <= b.size(); ++j) {
      double cost = (*previous)[j - 1] + substitution_cost(a[i - 1], b[j - 1]);
      cost = std::min({cost, (*previous)[j] + gap_a, (*current)[j - 1] + gap_cost(b, j - 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && a[i - 1] != a[i - 2])
        cost = std::min(cost, (*before)[j - 2] + kSwapped);
      (*current)[j] = cost;
    }
    Row* reuse = before;
    before = previous;
    previous = current;
    current = reuse;
  }
  double total = (*previous)[b.size()];
  if (!a.empty() && !b.empty() && substitution_cost(a[0], b[0]) > kNearSound) total += kFirstLetter;
  return total;
}

}  // namespace vedette::match
