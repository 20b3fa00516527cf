// A dossier read back from its JSON, as far as joining stories needs it.
//
// The JSON may come from anywhere: it is bounded in size and depth, a member of the wrong type is an error that names
// it, and members that are absent or null are empty. Members that are not known are passed over.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/partial_date.h"
#include "story/events.h"
#include "story/places.h"

namespace vedette::story {

inline constexpr size_t kMaxDossierBytes = size_t{256} << 20;
inline constexpr size_t kMaxDossierDepth = 32;
/// Of each list in it.
inline constexpr size_t kMaxDossierItems = 1'000'000;

/// A hit on a list.
struct ToldHit {
  std::string id;
  std::string list;
  std::string caption;
  double score = 0;
};

struct ToldParty {
  std::string name;
  std::string kind;  ///< "person", "organization" or "vessel"
  std::string country;
  std::string imo;
  std::vector<std::string> aliases;
  std::vector<std::string> titles;  ///< "Defence Minister, Russia"
  std::vector<ToldHit> listed;
};

struct ToldPlace {
  std::string name;
  std::string kind;
  std::string country;
  std::optional<Coordinates> at;
};

struct ToldEvent {
  std::string id;
  EventType type = EventType::kMeet;
  std::vector<std::string> actors, recipients, goods, according_to;
  std::string place;
  std::string when;  ///< in the words of the story
  std::optional<DayNumber> start, end;
  Status status = Status::kOccurred;
  std::string same_as;
  std::string words;  ///< of the story, at most a few hundred bytes
};

struct ToldFlag {
  std::string event;
  std::string provision;
  std::string level;
};

struct ToldStory {
  std::string file;  ///< that it was read from
  std::string id, title, outlet, url, sha256;
  std::optional<DayNumber> published;
  std::vector<ToldParty> parties;
  std::vector<ToldPlace> places;
  std::vector<ToldEvent> events;
  std::vector<ToldFlag> flags;
};

/// kInvalidInput names file, line (if it is not 0) and member; kLimit past the bounds.
Result<ToldStory> read_dossier(std::string_view json, std::string_view file, uint64_t line = 0);

}  // namespace vedette::story
