// The dossier: all that reading a story yields. Every item carries the words it rests on.
#pragma once

#include <string>
#include <vector>

#include "story/cast.h"
#include "story/events.h"
#include "story/flags.h"
#include "story/goods_mentions.h"
#include "story/listed.h"
#include "story/places.h"
#include "story/reading.h"
#include "story/statements.h"
#include "story/story.h"

namespace vedette::story {

/// What a reader of the dossier must know about its limits. Codes: undated, language, starter-list, stale-list,
/// truncated.
struct Notice {
  std::string code;
  std::string text;
};

/// The whole, as plain data. Ranges are code points of story.text; indices are as the parts' own headers say.
struct Dossier {
  Story story;
  std::string language = "en";
  std::vector<TimeMention> times;
  Cast cast;
  ListedActors listed;  ///< `actors` is empty if nobody was screened
  std::vector<Place> places;
  std::vector<Distance> distances;
  std::vector<GoodsMention> goods;
  std::vector<Statement> statements;
  std::vector<Event> events;
  std::vector<Range> sentences;       ///< of the text, in order; empty if it was not parsed
  std::vector<Range> event_ranges;    ///< of each event: its words
  std::vector<Range> trigger_ranges;  ///< of each event: the word that tells of it
  std::vector<Range> mention_ranges;  ///< of each mention of the cast
  std::vector<Range> goods_ranges;    ///< of each goods mention
  std::vector<StoryFlag> flags;
  std::vector<Notice> notices;
};

}  // namespace vedette::story
