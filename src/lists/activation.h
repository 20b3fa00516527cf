// Whether a version that was just loaded may become the active one.
#pragma once

#include <string>

#include "lists/manifest.h"

namespace vedette::lists {

/// At most so many in a hundred of a release's records may be rejected.
inline constexpr uint64_t kRejectedPercent = 1;
/// At most so many in a hundred of the active version's records may be gone.
inline constexpr uint64_t kLostPercent = 10;

/// Why `candidate` should not replace `active` (null: the source has none), as clauses joined by "; ". Empty if
/// nothing speaks against it. Example: an active version of 1,000 records may be followed by one of 900, not of 899;
/// of 1,000 records 10 may be rejected, not 11. Two versions of one day: the one loaded later may follow.
std::string reasons_against(const Version& candidate, const Version* active);

}  // namespace vedette::lists
