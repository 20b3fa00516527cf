// Which single-word forms are the same name, in whatever script, and how common a token is among names.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace vedette::text {

/// Groups that hold the form (one word, folded), ascending; empty if none does. Two forms are the same name if they
/// share a group. Ids are stable for one table (data/names/groups.txt), not across editions. The span lives as long as
/// the program. Thread-safe.
std::span<const uint32_t> name_groups(std::string_view folded_form);

/// True if both forms are in the table and share a group.
bool share_name_group(std::string_view folded_a, std::string_view folded_b);

/// Latin forms of the groups of a form, those of small groups first; views live as long as the program.
std::vector<std::string_view> latin_forms(std::string_view folded_form, size_t limit);

/// How common a token is among names of people the world over: 1 for the commonest ("mohamed"), falling with the
/// logarithm of its rank to 0 for tokens that the table (data/names/commonness.tsv) does not have. Folded Latin.
double commonness(std::string_view folded_latin);

}  // namespace vedette::text
