// Stories joined: who is the same, which events are one, who told them first, how their status changed, what is new.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "story/timeline_dossier.h"

namespace vedette::story {

/// Somebody in one story or several, joined by name and by what he is on the lists.
struct JoinedParty {
  std::string name;  ///< as most stories have it
  std::string kind;  ///< "person", "organization", "vessel", or "other": countries, groups
  std::string country, imo;
  std::vector<std::string> aliases;  ///< other forms, in order
  std::vector<std::string> titles;
  std::vector<ToldHit> listed;    ///< the best of each id
  std::vector<uint32_t> stories;  ///< in order
};

/// One story's telling of an event.
struct Telling {
  uint32_t story = 0;
  uint32_t event = 0;  ///< index into its events
};

struct JoinedEvent {
  EventType type = EventType::kMeet;
  std::vector<uint32_t> actors, recipients;  ///< indices of parties
  std::vector<std::string> goods;
  std::optional<uint32_t> place;        ///< index of places
  std::optional<DayNumber> start, end;  ///< the narrowest that is told
  Status status = Status::kOccurred;    ///< by the latest story
  std::vector<Telling> tellings;        ///< in order of stories: the first told it first
  std::vector<std::string> outlets;     ///< different ones, in order
  std::optional<uint32_t> same_as;      ///< of a denial: what it denies
  std::vector<ToldFlag> flags;          ///< each provision and level once; `event` is empty
};

struct JoinedPlace {
  ToldPlace place;
  std::vector<uint32_t> stories;
};

/// What a story adds, as indices of events.
struct StoryNews {
  std::vector<uint32_t> first_told;
  std::vector<uint32_t> repeated;  ///< told before, with the same status
  std::vector<uint32_t> changed;   ///< told before, with another status
};

struct Timeline {
  std::vector<ToldStory> stories;  ///< by day, those without one last; then by id
  std::vector<StoryNews> news;     ///< one a story
  std::vector<JoinedParty> parties;
  std::vector<JoinedPlace> places;
  std::vector<JoinedEvent> events;  ///< by day, those without one last; then as told
  uint32_t repeats = 0;             ///< stories left out because one with the same text is there
};

/// The same stories, in any order, give the same timeline. Time is near linear in the number of events: an event is
/// held against those of the same kind and parties within some six weeks, and against a bounded number of them.
Timeline join_stories(std::vector<ToldStory> stories);

/// "planned (Quay News, 2024-05-15), occurred (Harbour Post, 2024-06-02)": only where the status changes.
std::string status_history(const Timeline& timeline, const JoinedEvent& event);

}  // namespace vedette::story
