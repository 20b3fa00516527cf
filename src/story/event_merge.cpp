#include "story/event_merge.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "story/event_grammar.h"

namespace vedette::story {

namespace {

constexpr uint32_t kClose = 2;  // sentences over which one telling leads to the next
constexpr size_t kMemory = 24;  // events before one that it may repeat

bool is_symmetric(EventType type) {
  return type == EventType::kMeet || type == EventType::kAgree || type == EventType::kCooperate ||
         type == EventType::kDrill;
}

bool includes(const std::vector<Party>& all, const std::vector<Party>& some) {
  return std::all_of(some.begin(), some.end(),
                     [&](const Party& party) { return std::find(all.begin(), all.end(), party) != all.end(); });
}

// The words of one are those of the other, or one holds the other.
bool compatible(const std::vector<Party>& a, const std::vector<Party>& b) {
  return a.empty() || b.empty() || includes(a, b) || includes(b, a);
}

std::vector<Party> both_sides(const Event& event) {
  auto all = event.actors;
  all.insert(all.end(), event.recipients.begin(), event.recipients.end());
  return all;
}

std::string_view last_word(std::string_view text) {
  const auto blank = text.rfind(' ');
  return blank == std::string_view::npos ? text : text.substr(blank + 1);
}

class Merger {
 public:
  Merger(const EventInput& input, std::vector<EventTelling> told) : input_(input), told_(std::move(told)) {}

  std::vector<Event> merge() {
    for (auto& told : told_) {
      const auto trigger = told.event.trigger;
      lend_parties(told);
      lend_goods(told);
      if (told.about) about_.emplace_back(trigger, *told.about);
      if (auto* before = earlier(told)) {
        join(*before, std::move(told.event));
        places_of_.emplace_back(trigger, static_cast<size_t>(before - events_.data()));
      } else if (says_something(told)) {
        places_of_.emplace_back(trigger, events_.size());
        events_.push_back(std::move(told.event));
      }
    }
    lend_culprits();
    join_denials();
    return std::move(events_);
  }

 private:
  static bool says_something(const EventTelling& told) {
    const auto& event = told.event;
    const bool empty = event.goods.empty() && both_sides(event).empty();
    const bool somewhere = event.place || event.time || is_act(event.type);
    if (!told.noun && empty && (!told.complete || !somewhere)) return false;
    return !told.noun || told.complete || !event.actors.empty() || !event.recipients.empty() || !event.goods.empty();
  }

  Event* event_of(uint32_t trigger) {
    const auto found = std::lower_bound(places_of_.begin(), places_of_.end(), std::pair(trigger, size_t{0}));
    return found != places_of_.end() && found->first == trigger ? &events_[found->second] : nullptr;
  }

  // "condemned the launch" accuses who launched; "rejected the protest" turns down who protested.
  void lend_culprits() {
    for (const auto& [judging, judged] : about_) {
      auto* event = event_of(judging);
      const auto* act = event_of(judged);
      if (event == nullptr || act == nullptr || event == act || !event->recipients.empty()) continue;
      for (const auto& party : act->actors) {
        if (!includes(event->actors, {party})) event->recipients.push_back(party);
      }
    }
  }

  void lend_goods(EventTelling& told) const {
    if (!told.pronoun_goods || !told.event.goods.empty()) return;
    size_t looked = 0;
    for (auto it = events_.rbegin(); it != events_.rend() && looked < 4; ++it, ++looked) {
      if (it->goods.empty() || !are_close(*it, told.event)) continue;
      told.event.goods = it->goods;
      return;
    }
  }

  const Event* last(EventType type) const {
    size_t looked = 0;
    for (auto it = events_.rbegin(); it != events_.rend() && looked < kMemory; ++it, ++looked) {
      if (it->type == type) return &*it;
    }
    return nullptr;
  }

  void lend_parties(EventTelling& told) const {
    auto& event = told.event;
    if (!event.actors.empty() || !event.recipients.empty() || !told.noun) return;
    if (event.type == EventType::kAgree && !told.definite) {
      const auto* met = last(EventType::kMeet);
      if (met != nullptr && are_close(*met, event)) event.actors = both_sides(*met);
    }
    if (!told.again) return;
    if (const auto* before = last(event.type)) event.actors = before->actors;
  }

  // "the manoeuvres" of "two destroyers" are those that states began.
  bool is_named(const Party& party) const {
    return party.actor && input_.cast.actors[*party.actor].kind != ActorKind::kGroup;
  }
  bool are_nameless(const std::vector<Party>& parties) const {
    return std::none_of(parties.begin(), parties.end(), [&](const Party& party) { return is_named(party); });
  }
  bool are_nameless(const Event& event) const { return are_nameless(both_sides(event)); }

  // What may be told without anybody: "the refinery was hit", but no agreement of nobody.
  static bool is_act(EventType type) {
    return type == EventType::kAttack || type == EventType::kLaunch || type == EventType::kTest ||
           type == EventType::kCyber || type == EventType::kSeize || type == EventType::kArrest ||
           type == EventType::kFinance || type == EventType::kDeploy || type == EventType::kTransfer;
  }

  bool are_close(const Event& a, const Event& b) const {
    const auto x = input_.reading.sentence_of[a.trigger], y = input_.reading.sentence_of[b.trigger];
    return y <= x + kClose;
  }

  // "sanctions on three traders. Those listed are A, B and C."
  bool names_those(const Event& before, const Event& event) const {
    const auto named = [&](const std::vector<Party>& parties, bool wanted) {
      return !parties.empty() &&
             std::all_of(parties.begin(), parties.end(), [&](const Party& party) { return is_named(party) == wanted; });
    };
    return compatible(before.actors, event.actors) && named(before.recipients, false) && named(event.recipients, true);
  }

  // "shelled the town, killing four people": one attack.
  bool is_toll(const Event& before, const Event& event) const {
    const auto& sentence_of = input_.reading.sentence_of;
    return event.type == EventType::kAttack && sentence_of[before.trigger] == sentence_of[event.trigger] &&
           before.actors == event.actors && are_nameless(event.recipients);
  }

  bool places_agree(const Event& a, const Event& b) const {
    if (!a.place || !b.place || a.place == b.place) return true;
    if (a.type == EventType::kLaunch && are_close(a, b)) return true;  // from one place towards another
    const auto& x = input_.places[*a.place];
    const auto& y = input_.places[*b.place];
    // A country holds its cities.
    return !x.country.empty() && x.country == y.country && (x.kind == "country" || y.kind == "country");
  }

  bool times_agree(const Event& a, const Event& b) const {
    if (!a.time || !b.time || a.time == b.time) return true;
    const auto& x = input_.reading.times[*a.time];
    const auto& y = input_.reading.times[*b.time];
    const auto x_start = x.start ? x.start : x.end, y_start = y.start ? y.start : y.end;
    const auto x_end = x.end ? x.end : x.start, y_end = y.end ? y.end : y.start;
    return x_start && y_start && *x_start <= *y_end && *y_start <= *x_end;
  }

  bool same_goods(uint32_t a, uint32_t b) const {
    const auto& x = input_.goods[a];
    const auto& y = input_.goods[b];
    if (a == b || (x.good != nullptr && x.good == y.good)) return true;
    return ascii_lower(last_word(x.text)) == ascii_lower(last_word(y.text));
  }

  bool goods_agree(const Event& a, const Event& b) const {
    if (a.goods.empty() || b.goods.empty()) return true;
    return std::any_of(a.goods.begin(), a.goods.end(), [&](uint32_t x) {
      return std::any_of(b.goods.begin(), b.goods.end(), [&](uint32_t y) { return same_goods(x, y); });
    });
  }

  static bool parties_agree(const Event& a, const Event& b) {
    if (is_symmetric(a.type)) return compatible(both_sides(a), both_sides(b));
    return compatible(a.actors, b.actors) && compatible(a.recipients, b.recipients);
  }

  static bool shares_party(const Event& a, const Event& b) {
    const auto all = both_sides(b);
    const auto some = both_sides(a);
    return std::any_of(some.begin(), some.end(),
                       [&](const Party& party) { return std::find(all.begin(), all.end(), party) != all.end(); });
  }

  static bool statuses_agree(const EventTelling& told, const Event& before) {
    const auto a = told.event.status, b = before.status;
    if (a == b) return true;
    if (a == Status::kDenied || b == Status::kDenied) return false;
    const auto real = [](Status status) { return status == Status::kOccurred || status == Status::kOngoing; };
    if (real(a) && real(b)) return true;
    // "the meeting" of a plan keeps its status; an act told as done is no plan.
    return told.noun && told.definite && !(real(b) && a != Status::kOccurred && !told.definite);
  }

  // Two verbs tell of one act if they name the same parties, or the same goods.
  bool verbs_agree(const EventTelling& told, const Event& before) const {
    if (told.noun || !is_verb(input_.reading, before.trigger)) return true;
    const auto& event = told.event;
    if (!event.goods.empty() && !before.goods.empty()) return true;
    const auto x = both_sides(before), y = both_sides(event);
    const bool same_word = input_.reading.lemma(before.trigger) == input_.reading.lemma(event.trigger);
    if (x.empty() && same_word && are_close(before, event)) return true;  // a heading, read without its subject
    if (!includes(x, y) || !includes(y, x)) return false;
    const bool speech = event.type == EventType::kRequest || event.type == EventType::kAccuse ||
                        event.type == EventType::kReject || event.type == EventType::kThreaten;
    return !speech || input_.reading.lemma(before.trigger) == input_.reading.lemma(event.trigger);
  }

  Event* earlier(const EventTelling& told) {
    const auto& event = told.event;
    size_t looked = 0;
    for (auto it = events_.rbegin(); it != events_.rend() && looked < kMemory; ++it, ++looked) {
      if (it->type != event.type) continue;
      if (!places_agree(*it, event) || !times_agree(*it, event)) continue;
      // "the rocket lifted off" after "placed a satellite into orbit"
      const bool flight = event.type == EventType::kLaunch && both_sides(event).empty() && are_close(*it, event);
      if (!flight && !goods_agree(*it, event)) continue;
      if (told.again || !statuses_agree(told, *it)) continue;
      const bool part = told.definite && is_symmetric(event.type) && are_nameless(event);
      if (part && !event.time) return &*it;
      if (are_close(*it, event) && names_those(*it, event)) return &*it;
      if (is_toll(*it, event)) return &*it;
      if (!parties_agree(*it, event)) continue;
      if (!verbs_agree(told, *it)) continue;
      const bool bare = event.actors.empty() && event.recipients.empty();
      const bool repeats = bare ? told.noun && (told.definite || event.goods.empty()) : shares_party(event, *it);
      const bool lends = !bare && told.definite && both_sides(*it).empty();
      const bool heads = !told.noun && both_sides(*it).empty() && are_close(*it, event);
      if (flight && statuses_agree(told, *it)) return &*it;
      const bool passive = bare && !told.noun && !event.goods.empty() && !it->goods.empty();
      if (repeats || lends || heads || passive) return &*it;
    }
    return nullptr;
  }

  void join(Event& before, Event again) const {
    if (is_symmetric(again.type) && are_nameless(again) && !are_nameless(before)) return;
    for (const auto& party : again.actors) {
      if (!includes(both_sides(before), {party})) before.actors.push_back(party);
    }
    if (names_those(before, again)) before.recipients.clear();
    if (!before.recipients.empty() && are_nameless(again.recipients)) again.recipients.clear();
    for (const auto& party : again.recipients) {
      if (!includes(both_sides(before), {party})) before.recipients.push_back(party);
    }
    if (before.goods.empty()) before.goods = again.goods;
    if (!before.place) before.place = again.place;
    if (!before.time) before.time = again.time;
  }

  void join_denials() {
    for (size_t i = 0; i < events_.size(); ++i) {
      if (events_[i].status != Status::kDenied) continue;
      const auto begin = i - std::min(i, kMemory);
      const auto end = std::min(events_.size(), i + kMemory);
      for (auto j = begin; j < end && !events_[i].same_as; ++j) {
        const auto& other = events_[j];
        if (j == i || other.type != events_[i].type || other.status == Status::kDenied) continue;
        if (!parties_agree(other, events_[i]) || !goods_agree(other, events_[i])) continue;
        events_[i].same_as = static_cast<uint32_t>(j);
        if (both_sides(events_[i]).empty()) events_[i].actors = other.actors;
      }
    }
  }

  const EventInput& input_;
  std::vector<EventTelling> told_;
  std::vector<Event> events_;
  std::vector<std::pair<uint32_t, size_t>> places_of_;  ///< trigger, index into events_
  std::vector<std::pair<uint32_t, uint32_t>> about_;    ///< trigger of an accusation, trigger of the act
};

}  // namespace

std::vector<Event> merge_events(const EventInput& input, std::vector<EventTelling> told) {
  return Merger(input, std::move(told)).merge();
}

}  // namespace vedette::story
