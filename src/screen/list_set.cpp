#include "screen/list_set.h"

#include <algorithm>
#include <limits>

namespace vedette::screen {
namespace {

// A version is what was in force from the last day that its published date can mean.
DayNumber day_of(const ListVersion& version) {
  const auto date = parse_partial_date(version.published);
  return date ? date->last_day() : std::numeric_limits<DayNumber>::min();
}

bool holds(const ListVersion& version, const std::string& id) {
  return version.image->find(id).has_value();
}

// The earliest listing date that any version states for the record, newest version first.
std::optional<PartialDate> stated_date(const SourceLists& source, const std::string& id) {
  for (auto version = source.versions.rbegin(); version != source.versions.rend(); ++version) {
    const auto number = version->image->find(id);
    if (!number) continue;
    std::optional<PartialDate> earliest;
    const Entity entity = version->image->entity(*number);
    for (const auto text : entity.texts(Property::kListingDate)) {
      const auto date = parse_partial_date(text);
      if (date && (!earliest || date->first_day() < earliest->first_day())) earliest = *date;
    }
    if (earliest) return earliest;
  }
  return std::nullopt;
}

const StatedBounds* stated_bounds(const SourceLists& source, const std::string& id) {
  const auto place =
      std::lower_bound(source.bounds.begin(), source.bounds.end(), id,
                       [](const StatedBounds& bounds, const std::string& wanted) { return bounds.id < wanted; });
  return place != source.bounds.end() && place->id == id ? &*place : nullptr;
}

// Sets `after`, `by` and `to` from the latest unbroken run of versions that hold the record.
void bound_by_versions(const SourceLists& source, const std::string& id, Listing& listing) {
  const auto& versions = source.versions;
  size_t last = versions.size();
  while (last > 0 && !holds(versions[last - 1], id)) --last;
  if (last == 0) return;
  size_t first = last - 1;
  while (first > 0 && holds(versions[first - 1], id)) --first;
  listing.by = versions[first].published;
  if (first > 0) listing.after = versions[first - 1].published;
  if (last < versions.size()) listing.to = versions[last].published;
}

// The versions around a day: the last of that day or before, and the first after it.
struct Neighbours {
  const ListVersion* before = nullptr;
  const ListVersion* after = nullptr;
};

Neighbours neighbours_of(const SourceLists& source, DayNumber day) {
  Neighbours found;
  for (const ListVersion& version : source.versions) {
    if (day_of(version) <= day) {
      found.before = &version;
    } else if (found.after == nullptr) {
      found.after = &version;
    }
  }
  return found;
}

// What presence before and after the day says; empty where the two differ or nothing is loaded from before.
std::optional<bool> listed_by_versions(const Neighbours& around, const std::string& id) {
  if (around.before == nullptr) return std::nullopt;
  const bool was_there = holds(*around.before, id);
  if (around.after == nullptr || holds(*around.after, id) == was_there) return was_there;
  return std::nullopt;
}

// For a day after the date that the list states. A version from between the two knows better: a record that was taken
// off and put back keeps its old date (the United Nations' Iranian records of 2025 do).
std::optional<bool> listed_since(const Neighbours& around, const std::string& id, DayNumber stated) {
  if (around.before != nullptr && day_of(*around.before) >= stated) return listed_by_versions(around, id);
  if (around.after != nullptr && holds(*around.after, id)) return true;
  return std::nullopt;
}

std::optional<bool> listed_by_bounds(const StatedBounds& bounds, DayNumber day) {
  const auto after = parse_partial_date(bounds.after);
  const auto by = parse_partial_date(bounds.by);
  if (by && day >= by->last_day()) return true;
  if (after && day <= after->last_day()) return false;
  return std::nullopt;
}

}  // namespace

Listing listing_of(const SourceLists& source, const std::string& id) {
  Listing listing;
  if (const auto date = stated_date(source, id)) {
    bound_by_versions(source, id, listing);
    // The list's own date is enough, unless a version of a later day lacks the record.
    const auto missing = parse_partial_date(listing.after);
    if (!missing || missing->last_day() < date->last_day()) {
      listing.after.clear();
      listing.by.clear();
    }
    listing.from = date->to_string();
    listing.basis = Basis::kList;
    return listing;
  }
  if (const StatedBounds* bounds = stated_bounds(source, id)) {
    listing.after = bounds->after;
    listing.by = bounds->by;
  } else {
    bound_by_versions(source, id, listing);
  }
  if (!listing.by.empty()) listing.basis = Basis::kVersions;
  return listing;
}

std::optional<bool> listed_on(const SourceLists& source, const std::string& id, DayNumber day) {
  const Neighbours around = neighbours_of(source, day);
  if (const auto date = stated_date(source, id)) {
    if (day < date->first_day()) return listed_by_versions(around, id).value_or(false);
    if (day < date->last_day()) return std::nullopt;
    return listed_since(around, id, date->last_day());
  }
  if (const StatedBounds* bounds = stated_bounds(source, id)) return listed_by_bounds(*bounds, day);
  return listed_by_versions(around, id);
}

std::vector<size_t> versions_for(const SourceLists& source, std::optional<DayNumber> as_of) {
  std::vector<size_t> chosen;
  if (source.missing || source.versions.empty()) return chosen;
  chosen.push_back(source.active);
  if (!as_of) return chosen;
  const Neighbours around = neighbours_of(source, *as_of);
  for (const ListVersion* other : {around.before, around.after}) {
    if (other == nullptr) continue;
    const auto number = static_cast<size_t>(other - source.versions.data());
    if (std::find(chosen.begin(), chosen.end(), number) == chosen.end()) chosen.push_back(number);
  }
  return chosen;
}

}  // namespace vedette::screen
