// How scores are made and judged. A policy is plain data; two policies over one image give two dialects of one answer.
#pragma once

#include <optional>
#include <string_view>

namespace vedette::match {

enum class NameModel : uint8_t {
  kAlignment,  ///< typed tokens, aligned (alignment.h)
  kOfac,       ///< OFAC's published search, emulated (ofac.h); scores every entity, cannot use an index
};

struct Policy {
  std::string_view name = "default";
  NameModel model = NameModel::kAlignment;
  double threshold = 0.70;        ///< a hit scores at least this; never below kLowestThreshold
  bool weak_alias_alone = false;  ///< whether a weak alias may hit without other evidence
  bool indexable() const { return model == NameModel::kAlignment; }
};

inline constexpr double kLowestThreshold = 0.50;

Policy default_policy();
Policy ofac_policy();
std::optional<Policy> find_policy(std::string_view name);  ///< "default" or "ofac"

}  // namespace vedette::match
