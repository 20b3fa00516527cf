// Edit distances by their textbook definition: whole matrices, no bounds.
#pragma once

#include <algorithm>
#include <functional>
#include <string_view>
#include <vector>

namespace vedette::reference {

/// Costs of one edit.
struct EditCosts {
  std::function<double(char, char)> substitute;
  std::function<double(std::string_view, size_t)> gap;   ///< of the letter at a place of its word
  std::function<double(std::string_view, size_t)> swap;  ///< of the letter at a place with the one before
};

/// Optimal string alignment distance.
inline double optimal_string_alignment(std::string_view a, std::string_view b, const EditCosts& costs) {
  std::vector<std::vector<double>> d(a.size() + 1, std::vector<double>(b.size() + 1, 0));
  for (size_t i = 1; i <= a.size(); ++i) d[i][0] = d[i - 1][0] + costs.gap(a, i - 1);
  for (size_t j = 1; j <= b.size(); ++j) d[0][j] = d[0][j - 1] + costs.gap(b, j - 1);
  for (size_t i = 1; i <= a.size(); ++i) {
    for (size_t j = 1; j <= b.size(); ++j) {
      d[i][j] = std::min({d[i - 1][j - 1] + costs.substitute(a[i - 1], b[j - 1]), d[i - 1][j] + costs.gap(a, i - 1),
                          d[i][j - 1] + costs.gap(b, j - 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + costs.swap(a, i - 1));
    }
  }
  return d[a.size()][b.size()];
}

/// Every edit costs 1.
inline int edits(std::string_view a, std::string_view b) {
  const EditCosts costs{[](char x, char y) { return x == y ? 0.0 : 1.0; }, [](std::string_view, size_t) { return 1.0; },
                        [](std::string_view, size_t) { return 1.0; }};
  return static_cast<int>(optimal_string_alignment(a, b, costs));
}

}  // namespace vedette::reference
