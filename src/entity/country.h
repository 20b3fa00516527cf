// Countries: any name, code or nationality in a list to ISO 3166-1 alpha-2 in lower case.
#pragma once

#include <string>
#include <string_view>

namespace vedette {

/// "Korea, North", "North Korean", "DPRK", "PRK", "kp", "Corée du Nord", "朝鲜" → "kp". Former and disputed states as
/// FollowTheMoney has them ("suhh", "yucs", "xk"). Empty if unknown. Case, diacritics and punctuation do not matter.
std::string country_code(std::string_view text);

/// English short name of a code, or empty.
std::string_view country_name(std::string_view code);

}  // namespace vedette
