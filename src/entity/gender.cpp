#include "entity/gender.h"

#include <algorithm>
#include <string>
#include <utility>

namespace vedette {
namespace {

constexpr std::pair<std::string_view, std::string_view> kGenders[] = {
    {"m", "male"},      {"male", "male"},    {"man", "male"},         {"masculin", "male"}, {"homme", "male"},
    {"муж", "male"},    {"мужской", "male"}, {"f", "female"},         {"female", "female"}, {"woman", "female"},
    {"w", "female"},    {"femme", "female"}, {"féminin", "female"},   {"жен", "female"},    {"женский", "female"},
    {"other", "other"}, {"x", "other"},      {"non-binary", "other"},
};

}  // namespace

std::string_view gender_code(std::string_view text) {
  std::string small;
  for (char c : text) {
    if (c != ' ' && c != '.') small += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  const auto* found =
      std::find_if(std::begin(kGenders), std::end(kGenders), [&](const auto& row) { return row.first == small; });
  return found == std::end(kGenders) ? std::string_view{} : found->second;
}

}  // namespace vedette
