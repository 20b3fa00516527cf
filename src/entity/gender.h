// Genders as FollowTheMoney writes them.
#pragma once

#include <string_view>

namespace vedette {

/// "M", "Male", "masculin", "муж" → "male"; "F", "Female" → "female"; "other", "X" → "other". Empty if unknown.
std::string_view gender_code(std::string_view text);

}  // namespace vedette
