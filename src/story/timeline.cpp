#include "story/timeline.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "story/timeline_events.h"
#include "story/timeline_parties.h"

namespace vedette::story {

namespace {

constexpr DayNumber kNever = std::numeric_limits<DayNumber>::max();

void sort_stories(std::vector<ToldStory>& stories) {
  std::sort(stories.begin(), stories.end(), [](const ToldStory& a, const ToldStory& b) {
    const DayNumber x = a.published.value_or(kNever), y = b.published.value_or(kNever);
    return std::tie(x, a.id, a.sha256, a.file) < std::tie(y, b.id, b.sha256, b.file);
  });
}

// The same text read twice is one story; the first of them stays.
uint32_t drop_repeats(std::vector<ToldStory>& stories) {
  std::unordered_set<std::string> seen;
  return static_cast<uint32_t>(std::erase_if(
      stories, [&](const ToldStory& story) { return !story.sha256.empty() && !seen.insert(story.sha256).second; }));
}

std::vector<JoinedPlace> join_places(const std::vector<ToldStory>& stories) {
  std::vector<JoinedPlace> places;
  std::map<std::pair<std::string, std::string>, uint32_t> known;  // by name and country
  for (uint32_t story = 0; story < stories.size(); ++story) {
    for (const auto& place : stories[story].places) {
      const auto [entry, is_new] = known.try_emplace({place.name, place.country}, static_cast<uint32_t>(places.size()));
      if (is_new) places.push_back({place, {}});
      JoinedPlace& into = places[entry->second];
      if (!into.place.at) into.place.at = place.at;
      if (into.stories.empty() || into.stories.back() != story) into.stories.push_back(story);
    }
  }
  return places;
}

// Puts events in order of day and renames what points at them.
void sort_events(std::vector<JoinedEvent>& events) {
  std::vector<uint32_t> order(events.size());
  std::iota(order.begin(), order.end(), 0);
  const auto day = [&](uint32_t i) { return events[i].start.value_or(events[i].end.value_or(kNever)); };
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return day(a) < day(b); });
  std::vector<uint32_t> place(events.size());
  for (uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<JoinedEvent> sorted;
  for (const uint32_t index : order) {
    sorted.push_back(std::move(events[index]));
    if (sorted.back().same_as) sorted.back().same_as = place[*sorted.back().same_as];
  }
  events = std::move(sorted);
}

std::vector<StoryNews> news_of(const Timeline& timeline) {
  std::vector<StoryNews> news(timeline.stories.size());
  for (uint32_t i = 0; i < timeline.events.size(); ++i) {
    const auto& tellings = timeline.events[i].tellings;
    for (size_t nth = 0; nth < tellings.size(); ++nth) {
      auto& of = news[tellings[nth].story];
      const auto status = [&](const Telling& telling) {
        return timeline.stories[telling.story].events[telling.event].status;
      };
      if (nth == 0)
        of.first_told.push_back(i);
      else if (status(tellings[nth]) == status(tellings[nth - 1]))
        of.repeated.push_back(i);
      else
        of.changed.push_back(i);
    }
  }
  return news;
}

}  // namespace

Timeline join_stories(std::vector<ToldStory> stories) {
  Timeline timeline;
  sort_stories(stories);
  timeline.repeats = drop_repeats(stories);
  timeline.stories = std::move(stories);
  auto parties = join_parties(timeline.stories);
  timeline.places = join_places(timeline.stories);
  timeline.events = join_events(timeline.stories, parties, timeline.places);
  timeline.parties = std::move(parties.parties);
  sort_events(timeline.events);
  timeline.news = news_of(timeline);
  return timeline;
}

std::string status_history(const Timeline& timeline, const JoinedEvent& event) {
  std::string text;
  std::optional<Status> last;
  for (const Telling& telling : event.tellings) {
    const ToldStory& story = timeline.stories[telling.story];
    const Status status = story.events[telling.event].status;
    if (last == status) continue;
    last = status;
    text += (text.empty() ? "" : ", ") + std::string(to_string(status)) + " (" +
            (story.outlet.empty() ? story.id : story.outlet);
    text += story.published ? ", " + format_day(*story.published) + ")" : ")";
  }
  return text;
}

}  // namespace vedette::story
