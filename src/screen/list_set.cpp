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

// What presence before, at and after the day says; empty where the day lies between versions that differ.
std::optional<bool> listed_by_versions(const SourceLists& source, const std::string& id, DayNumber day) {
  const ListVersion* before = nullptr;
  const ListVersion* after = nullptr;
  for (const ListVersion& version : source.versions) {
    if (day_of(version) <= day) {
      before = &version;
    } else if (after == nullptr) {
      after = &version;
    }
  }
  if (before == nullptr) return std::nullopt;
  const bool was_there = holds(*before, id);
  if (after == nullptr || holds(*after, id) == was_there) return was_there;
  return std::nullopt;
}

bool held_on_or_after(const SourceLists& source, const std::string& id, DayNumber day) {
  return std::any_of(source.versions.begin(), source.versions.end(),
                     [&](const ListVersion& version) { return day_of(version) >= day && holds(version, id); });
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
    listing.after.clear();
    listing.by.clear();
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
  const auto by_versions = listed_by_versions(source, id, day);
  if (const auto date = stated_date(source, id)) {
    if (day < date->first_day()) return by_versions.value_or(false);
    if (day < date->last_day()) return std::nullopt;
    // Listed before the day; still listed unless every version since then lacks it.
    if (held_on_or_after(source, id, day)) return true;
    return by_versions;
  }
  if (const StatedBounds* bounds = stated_bounds(source, id)) return listed_by_bounds(*bounds, day);
  return by_versions;
}

std::vector<size_t> versions_for(const SourceLists& source, std::optional<DayNumber> as_of) {
  std::vector<size_t> chosen;
  if (source.missing || source.versions.empty()) return chosen;
  chosen.push_back(source.active);
  if (!as_of) return chosen;
  std::optional<size_t> before;
  std::optional<size_t> after;
  for (size_t i = 0; i < source.versions.size(); ++i) {
    if (day_of(source.versions[i]) <= *as_of) {
      before = i;
    } else if (!after) {
      after = i;
    }
  }
  for (const auto& other : {before, after}) {
    if (other && std::find(chosen.begin(), chosen.end(), *other) == chosen.end()) chosen.push_back(*other);
  }
  return chosen;
}

}  // namespace vedette::screen
