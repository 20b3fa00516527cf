#include "match/policy.h"

namespace vedette::match {

Policy default_policy() {
  return {};
}

Policy ofac_policy() {
  Policy policy;
  policy.name = "ofac";
  policy.model = NameModel::kOfac;
  policy.threshold = 0.85;
  policy.weak_alias_alone = true;
  return policy;
}

std::optional<Policy> find_policy(std::string_view name) {
  if (name == "default") return default_policy();
  if (name == "ofac") return ofac_policy();
  return std::nullopt;
}

}  // namespace vedette::match
