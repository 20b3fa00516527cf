// Who in a story stands on a list.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "screen/screener.h"
#include "story/cast.h"
#include "story/story.h"

namespace vedette::story {

/// One hit, with what the lists say of the story's day.
struct ListedHit {
  screen::Hit hit;
  std::optional<bool> on_story_date;  ///< empty: the versions loaded cannot tell, or the story has no date
};

/// What screening one actor gave.
struct Listed {
  bool screened = false;
  screen::Status status = screen::Status::kComplete;
  std::vector<ListedHit> hits;  ///< best first
};

struct ListedActors {
  std::vector<Listed> actors;  ///< one an actor of the cast
  screen::ImageUsed image;
};

/// Screens persons, organizations and vessels with what the story tells of them (office, country, IMO number), as of
/// the story's day where it has one, and today's list.
ListedActors screen_cast(const Story& story, const Cast& cast, screen::Screener& screener);

}  // namespace vedette::story
