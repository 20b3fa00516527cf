#include "story/timeline_events.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <unordered_map>

#include "story/gazetteer.h"
#include "text/fold.h"

namespace vedette::story {

namespace {

constexpr DayNumber kNearDays = 1;
constexpr DayNumber kNearTellings = 7;  // days between stories for events without a day
constexpr DayNumber kLongSpan = 31;     // a longer range of days is as good as none
constexpr DayNumber kBucketDays = 40;
constexpr size_t kMostCandidates = 256;  // the latest of one family, party and time
constexpr double kFarApart = 300;        // kilometres

// Types that different stories use for the same thing.
EventType family_of(EventType type) {
  switch (type) {
    case EventType::kVisit:
      return EventType::kMeet;
    case EventType::kTest:
      return EventType::kLaunch;
    case EventType::kAssist:
      return EventType::kTransfer;
    default:
      return type;
  }
}

bool is_symmetric(EventType family) {
  return family == EventType::kMeet || family == EventType::kAgree || family == EventType::kCooperate ||
         family == EventType::kDrill;
}

template <typename T>
bool share(const std::vector<T>& a, const std::vector<T>& b) {
  return std::any_of(a.begin(), a.end(), [&](const T& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

template <typename T>
void add_new(std::vector<T>& into, const std::vector<T>& from) {
  for (const T& x : from) {
    if (std::find(into.begin(), into.end(), x) == into.end()) into.push_back(x);
  }
}

// The last word, which in English is the thing itself.
std::string head_word(const std::string& goods) {
  const std::string folded = text::fold(goods);
  std::string word = folded.substr(folded.find_last_of(' ') + 1);
  if (word.size() > 3 && word.ends_with('s')) word.pop_back();
  return word;
}

// "shells" adds nothing to "artillery shells".
void add_goods(std::vector<std::string>& into, const std::string& goods) {
  for (auto& known : into) {
    if (known == goods || known.ends_with(" " + goods)) return;
    if (!goods.ends_with(" " + known)) continue;
    known = goods;
    return;
  }
  into.push_back(goods);
}

bool share_goods(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::set<std::string> heads;
  for (const auto& goods : a) heads.insert(head_word(goods));
  return std::any_of(b.begin(), b.end(), [&](const auto& goods) { return heads.contains(head_word(goods)); });
}

// A plan that is called off is the same event, later; what is said to have happened, and that it did not, are two.
bool contradict(const JoinedEvent& a, const JoinedEvent& b) {
  const auto told = [](Status status) {
    return status == Status::kOccurred || status == Status::kOngoing || status == Status::kPossible;
  };
  return (a.status == Status::kDenied && told(b.status)) || (b.status == Status::kDenied && told(a.status));
}

bool has_day(const JoinedEvent& event) {
  return event.start && event.end && *event.end - *event.start <= kLongSpan;
}

class Joiner {
 public:
  Joiner(const std::vector<ToldStory>& stories, const PartyJoin& parties, const std::vector<JoinedPlace>& places)
      : stories_(stories), parties_(parties), places_(places) {
    for (uint32_t i = 0; i < places.size(); ++i) place_of_[places[i].place.name].push_back(i);
  }

  std::vector<JoinedEvent> run() {
    for (uint32_t story = 0; story < stories_.size(); ++story) {
      std::unordered_map<std::string, uint32_t> own;  // joined events by the story's own ids
      const size_t before = events_.size();
      for (uint32_t i = 0; i < stories_[story].events.size(); ++i) take(story, i, before, own);
      link(story, own);
    }
    return std::move(events_);
  }

 private:
  JoinedEvent alone(uint32_t story, uint32_t index) const {
    const ToldEvent& told = stories_[story].events[index];
    JoinedEvent event{.type = told.type,
                      .goods = told.goods,
                      .start = told.start,
                      .end = told.end,
                      .status = told.status,
                      .tellings = {{story, index}}};
    const auto resolve = [&](const std::vector<std::string>& names, std::vector<uint32_t>& into) {
      for (const auto& name : names) add_new(into, {parties_.of_story[story].find(name)->second});
    };
    resolve(told.actors, event.actors);
    resolve(told.recipients, event.recipients);
    event.place = place(told.place, story);
    if (!stories_[story].outlet.empty()) event.outlets.push_back(stories_[story].outlet);
    return event;
  }

  // The place of a name that this story tells of.
  std::optional<uint32_t> place(const std::string& name, uint32_t story) const {
    const auto found = place_of_.find(name);
    if (name.empty() || found == place_of_.end()) return std::nullopt;
    for (const uint32_t index : found->second) {
      if (std::binary_search(places_[index].stories.begin(), places_[index].stories.end(), story)) return index;
    }
    return std::nullopt;
  }

  void take(uint32_t story, uint32_t index, size_t before, std::unordered_map<std::string, uint32_t>& own) {
    JoinedEvent event = alone(story, index);
    uint32_t into = 0;
    if (const auto found = find(event, story, before, false)) {
      into = *found;
      merge(event, events_[into]);
    } else {
      if (event.status == Status::kDenied) event.same_as = find(event, story, before, true);
      into = static_cast<uint32_t>(events_.size());
      events_.push_back(std::move(event));
    }
    register_event(into, story);
    own.emplace(stories_[story].events[index].id, into);
  }

  DayNumber anchor(const JoinedEvent& event, uint32_t story) const {
    if (has_day(event)) return *event.start;
    return stories_[story].published.value_or(0);
  }

  uint64_t bucket(EventType family, uint32_t party, DayNumber slot) const {
    return (uint64_t{party} << 32) ^ (static_cast<uint64_t>(family) << 24) ^
           (static_cast<uint64_t>(static_cast<uint32_t>(slot)) & 0xFFFFFF);
  }

  template <typename Call>
  void each_bucket(const JoinedEvent& event, DayNumber slot, const Call& call) const {
    const EventType family = family_of(event.type);
    for (const auto* side : {&event.actors, &event.recipients}) {
      for (const uint32_t party : *side) call(bucket(family, party, slot));
    }
  }

  void register_event(uint32_t index, uint32_t story) {
    const DayNumber slot = anchor(events_[index], story) / kBucketDays;
    each_bucket(events_[index], slot, [&](uint64_t key) {
      auto& list = buckets_[key];
      if (!list.empty() && list.back() == index) return;
      if (list.size() == kMostCandidates) list.erase(list.begin());
      list.push_back(index);
    });
  }

  // The nearest in time of those that may be the same, or (if `denied`) may be what it denies; the earliest of several.
  std::optional<uint32_t> find(const JoinedEvent& event, uint32_t story, size_t before, bool denied) const {
    std::set<uint32_t> candidates;
    const DayNumber slot = anchor(event, story) / kBucketDays;
    for (const DayNumber at : {slot - 1, slot, slot + 1}) {
      each_bucket(event, at, [&](uint64_t key) {
        const auto list = buckets_.find(key);
        if (list != buckets_.end()) candidates.insert(list->second.begin(), list->second.end());
      });
    }
    std::optional<uint32_t> best;
    DayNumber nearest = std::numeric_limits<DayNumber>::max();
    for (const uint32_t index : candidates) {
      const bool own = index >= before || events_[index].tellings.back().story == story;
      if (own || contradict(events_[index], event) != denied || !is_same(events_[index], event, story)) continue;
      const DayNumber gap =
          std::abs(anchor(events_[index], events_[index].tellings.back().story) - anchor(event, story));
      if (gap >= nearest) continue;
      nearest = gap;
      best = index;
    }
    return best;
  }

  bool is_same(const JoinedEvent& a, const JoinedEvent& b, uint32_t story) const {
    if (family_of(a.type) != family_of(b.type) || is_far(a, b)) return false;
    const bool both_goods = !a.goods.empty() && !b.goods.empty();
    const bool same_goods = both_goods && share_goods(a.goods, b.goods);
    if (both_goods && !same_goods) return false;
    const int sides = shared_sides(a, b);
    if (sides == 0) return false;
    if (has_day(a) && has_day(b)) return *a.start - kNearDays <= *b.end && *b.start - kNearDays <= *a.end;
    if (sides < 2 && !same_goods) return false;
    const auto told = stories_[a.tellings.back().story].published, now = stories_[story].published;
    return told && now && *now - *told <= kNearTellings;
  }

  // On how many sides they share a party; 0 also where both name a side and it is another.
  static int shared_sides(const JoinedEvent& a, const JoinedEvent& b) {
    if (is_symmetric(family_of(a.type))) {
      auto all = a.actors;
      add_new(all, a.recipients);
      auto others = b.actors;
      add_new(others, b.recipients);
      return static_cast<int>(std::min<ptrdiff_t>(
          std::count_if(others.begin(), others.end(),
                        [&](uint32_t x) { return std::find(all.begin(), all.end(), x) != all.end(); }),
          2));
    }
    int shared = 0;
    for (const auto& [x, y] : {std::pair(&a.actors, &b.actors), std::pair(&a.recipients, &b.recipients)}) {
      if (x->empty() || y->empty()) continue;
      if (!share(*x, *y)) return 0;
      ++shared;
    }
    return shared;
  }

  bool is_far(const JoinedEvent& a, const JoinedEvent& b) const {
    if (!a.place || !b.place) return false;
    const auto& x = places_[*a.place].place.at;
    const auto& y = places_[*b.place].place.at;
    return x && y && distance_km(*x, *y) > kFarApart;
  }

  void merge(const JoinedEvent& from, JoinedEvent& into) const {
    add_new(into.actors, from.actors);
    add_new(into.recipients, from.recipients);
    for (const auto& goods : from.goods) add_goods(into.goods, goods);
    add_new(into.outlets, from.outlets);
    if (!into.place) into.place = from.place;
    const auto span = [](const JoinedEvent& event) {
      return event.start && event.end ? *event.end - *event.start : std::numeric_limits<DayNumber>::max();
    };
    if (span(from) < span(into) || (!into.start && !into.end)) {
      into.start = from.start;
      into.end = from.end;
    }
    into.status = from.status;
    into.tellings.push_back(from.tellings.front());
  }

  // Denials and flags, which a story ties to its own events.
  void link(uint32_t story, const std::unordered_map<std::string, uint32_t>& own) {
    for (const auto& event : stories_[story].events) {
      const auto denial = own.find(event.id), denied = own.find(event.same_as);
      if (event.same_as.empty() || denial == own.end() || denied == own.end()) continue;
      if (denial->second != denied->second) events_[denial->second].same_as = denied->second;
    }
    for (const auto& flag : stories_[story].flags) {
      const auto found = own.find(flag.event);
      if (found == own.end()) continue;
      auto& flags = events_[found->second].flags;
      const bool known = std::any_of(flags.begin(), flags.end(), [&](const ToldFlag& other) {
        return other.provision == flag.provision && other.level == flag.level;
      });
      if (!known) flags.push_back({"", flag.provision, flag.level});
    }
  }

  const std::vector<ToldStory>& stories_;
  const PartyJoin& parties_;
  const std::vector<JoinedPlace>& places_;
  std::unordered_map<std::string, std::vector<uint32_t>> place_of_;
  std::unordered_map<uint64_t, std::vector<uint32_t>> buckets_;
  std::vector<JoinedEvent> events_;
};

}  // namespace

std::vector<JoinedEvent> join_events(const std::vector<ToldStory>& stories, const PartyJoin& parties,
                                     const std::vector<JoinedPlace>& places) {
  return Joiner(stories, parties, places).run();
}

}  // namespace vedette::story
