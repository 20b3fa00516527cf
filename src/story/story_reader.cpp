#include "story/story_reader.h"

#include <utility>

#include "story/foreign.h"

namespace vedette::story {

namespace {

void add_notices(Dossier& dossier) {
  auto& notices = dossier.notices;
  if (!dossier.story.published) {
    notices.push_back({"undated", "the story has no date, so events have none but those that the text gives in full"});
  }
  if (dossier.story.cut) notices.push_back({"truncated", "the story was longer than can be read; its end is missing"});
}

Result<void> add_flags(const ReadingTools& tools, const EventInput& input, Dossier& dossier) {
  VEDETTE_ASSIGN_OR_RETURN(dossier.flags, find_flags(*tools.rules, input, dossier.events, dossier.listed.actors));
  return {};
}

// Line ends and other blanks are tokens too.
void add_sentence(const Reading& reading, TokenRange tokens, Dossier& dossier) {
  while (!tokens.empty() && reading.pos(tokens.end - 1) == "SPACE") --tokens.end;
  while (!tokens.empty() && reading.pos(tokens.begin) == "SPACE") ++tokens.begin;
  if (!tokens.empty()) dossier.sentences.push_back(reading.range_of(tokens));
}

// Tokens are not kept with a dossier; what is shown of them is.
void add_ranges(const Reading& reading, Dossier& dossier) {
  for (const auto& event : dossier.events) {
    dossier.event_ranges.push_back(reading.range_of(event.clause));
    dossier.trigger_ranges.push_back(reading.range_of({event.trigger, event.trigger + 1}));
  }
  for (const auto& mention : dossier.cast.mentions) dossier.mention_ranges.push_back(reading.range_of(mention.tokens));
  for (const auto& goods : dossier.goods) dossier.goods_ranges.push_back(reading.range_of(goods.tokens));
  for (const auto& sentence : reading.document.sentences) {
    // A parser may take a headline and what follows for one sentence.
    for (uint32_t begin = sentence.begin, end = begin; begin < sentence.end; begin = end) {
      while (end < sentence.end && reading.paragraph_of[end] == reading.paragraph_of[begin]) ++end;
      add_sentence(reading, {begin, end}, dossier);
    }
  }
}

}  // namespace

Result<Dossier> read_story(Story story, const ReadingTools& tools) {
  if (const auto language = guess_language(story.plain); !language.is_english()) {
    return read_unparsed(std::move(story), language, tools);
  }
  const auto document = tools.reader.read(story.plain);
  return read_parsed(std::move(story), document, tools);
}

Dossier read_unparsed(Story story, const LanguageGuess& language, const ReadingTools& tools) {
  Dossier dossier = read_foreign(std::move(story), language, tools.screener);
  add_notices(dossier);
  return dossier;
}

Result<Dossier> read_parsed(Story story, const language::Document& document, const ReadingTools& tools) {
  Dossier dossier{.story = std::move(story)};
  const Reading reading = make_reading(dossier.story, document);
  dossier.cast = find_cast(reading);
  dossier.places = resolve_places(reading, dossier.cast);
  dossier.distances = find_distances(reading, dossier.places);
  dossier.goods = find_goods(reading, tools.rules->goods);
  dossier.statements = find_statements(reading, dossier.cast);
  const auto statuses = statuses_of(reading);
  const EventInput input{.reading = reading,
                         .cast = dossier.cast,
                         .places = dossier.places,
                         .goods = dossier.goods,
                         .statements = dossier.statements,
                         .statuses = statuses};
  dossier.events = find_events(input);
  if (tools.screener != nullptr) dossier.listed = screen_cast(dossier.story, dossier.cast, *tools.screener);
  VEDETTE_RETURN_IF_ERROR(add_flags(tools, input, dossier));
  add_ranges(reading, dossier);
  dossier.times = reading.times;
  add_notices(dossier);
  return dossier;
}

}  // namespace vedette::story
