// Which single-word forms are the same name, in whatever script, and how common a token is among names.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace vedette::text {

/// Groups that hold the form (one word, folded), ascending; empty if none does. Two forms are the same name if they
/// share a group. Ids count the lines of data/names/groups.txt and then curated.txt: stable for one edition of the
/// table, not across editions. The span lives as long as the program. Thread-safe; no allocation.
std::span<const uint32_t> name_groups(std::string_view folded_form);

/// True if both forms are in the table and share a group.
bool share_name_group(std::string_view folded_a, std::string_view folded_b);

/// Other forms in Latin letters of the groups of a form, the best reading first: that which shares most groups, then
/// the commoner. At most 8. Views live as long as the program.
std::vector<std::string_view> latin_forms(std::string_view folded_form, size_t limit);

/// How common a token is among names of people the world over: 1 for the commonest, falling with the logarithm of its
/// frequency to about 0.15 for the five-thousandth and 0 for all others. Folded Latin. (data/names/commonness.tsv)
double commonness(std::string_view folded_latin);

}  // namespace vedette::text
