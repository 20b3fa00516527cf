// The lists one screening uses: for each source the kept versions, oldest first, and which is active.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/partial_date.h"
#include "index/image.h"
#include "screen/answer.h"

namespace vedette::screen {

/// Dates between which a record is known to have been listed, stated apart from the list itself (the starter list).
struct StatedBounds {
  std::string id;
  std::string after;
  std::string by;
};

struct ListVersion {
  std::string version;    ///< "us_ofac_sdn@2024-05-03"
  std::string published;  ///< partial date text; its last day counts. Empty: unknown, sorts first
  std::shared_ptr<const index::Image> image;
};

struct SourceLists {
  std::string source;
  std::vector<ListVersion> versions;  ///< by published date, oldest first
  size_t active = 0;                  ///< index into versions
  bool stale = false;
  bool starter = false;
  bool missing = false;              ///< nothing active: versions may be empty
  std::vector<StatedBounds> bounds;  ///< sorted by id
};

/// Immutable once made; shared by screeners.
struct ListSet {
  std::vector<SourceLists> sources;  ///< by name
  std::string id;                    ///< hash of source names and active content hashes
};

/// When `id` was on the list of this source, from the list's own date, else from the versions.
Listing listing_of(const SourceLists& source, const std::string& id);

/// Was it listed on `day`? Empty: cannot be known from what is loaded.
std::optional<bool> listed_on(const SourceLists& source, const std::string& id, DayNumber day);

/// Indices of the versions to screen: the active one first; with `as_of` also the last of that day or before and the
/// first after it, so that a record that has left the list since, or came between two versions, is found.
std::vector<size_t> versions_for(const SourceLists& source, std::optional<DayNumber> as_of);

}  // namespace vedette::screen
