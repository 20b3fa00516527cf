#include "cli/suggestion.h"

#include <algorithm>

namespace vedette::cli {
namespace {

constexpr size_t kLongestTyped = 64;  // the cost is quadratic, and nobody mistypes more

// Optimal string alignment distance over bytes.
size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<size_t>> cost(a.size() + 1, std::vector<size_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) {
    for (size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      const size_t replace = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, replace});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()];
}

}  // namespace

std::string nearest(std::string_view typed, const std::vector<std::string>& known) {
  if (typed.empty() || typed.size() > kLongestTyped) return {};
  std::string best;
  size_t best_distance = kLongestTyped * 2;
  for (const std::string& name : known) {
    const size_t apart = distance(typed, name);
    if (apart * 3 <= std::max(typed.size(), name.size()) && apart < best_distance) {
      best = name;
      best_distance = apart;
    }
  }
  if (!best.empty()) return best;
  const size_t letters = typed.size() - std::min(typed.size(), typed.find_first_not_of('-'));
  for (const std::string& name : known) {
    if (letters >= 3 && name.starts_with(typed)) return name;
  }
  return {};
}

}  // namespace vedette::cli
