#include "story/story_reader.h"

#include <utility>

namespace vedette::story {

namespace {

std::vector<Notice> notices_of(const Dossier& dossier) {
  std::vector<Notice> notices;
  if (!dossier.story.published) {
    notices.push_back({"undated", "the story has no date, so events have none but those that the text gives in full"});
  }
  if (dossier.story.cut) notices.push_back({"truncated", "the story was longer than can be read; its end is missing"});
  return notices;
}

Result<void> add_flags(const ReadingTools& tools, const EventInput& input, Dossier& dossier) {
  VEDETTE_ASSIGN_OR_RETURN(dossier.flags, find_flags(*tools.rules, input, dossier.events, dossier.listed.actors));
  return {};
}

}  // namespace

Result<Dossier> read_story(Story story, const ReadingTools& tools) {
  const auto document = tools.reader.read(story.plain);
  return read_parsed(std::move(story), document, tools);
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
  for (const auto& event : dossier.events) dossier.event_ranges.push_back(reading.range_of(event.clause));
  for (const auto& mention : dossier.cast.mentions) dossier.mention_ranges.push_back(reading.range_of(mention.tokens));
  for (const auto& goods : dossier.goods) dossier.goods_ranges.push_back(reading.range_of(goods.tokens));
  dossier.times = reading.times;
  dossier.notices = notices_of(dossier);
  return dossier;
}

}  // namespace vedette::story
