#include "story/event_details.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace vedette::story {

namespace {

constexpr size_t kMaxNodes = 48;  // of a noun phrase
constexpr int kMaxClimb = 6;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Noun phrases hold their goods and places in these; not in relative clauses.
bool belongs_to_phrase(std::string_view dependency) {
  return is_one_of(dependency, {"conj", "prep", "pobj", "compound", "amod", "nmod", "appos", "nummod", "poss"});
}

template <class Visit>
void walk_phrase(const Reading& reading, uint32_t head, const Visit& visit) {
  std::vector<uint32_t> open{head};
  for (size_t i = 0; i < open.size() && i < kMaxNodes; ++i) {
    if (!visit(open[i])) return;
    for (const auto child : near_children(reading, open[i])) {
      const auto dependency = reading.dependency(child);
      if (!belongs_to_phrase(dependency) || (dependency == "conj" && is_verb(reading, child))) continue;
      open.push_back(child);
    }
  }
}

bool is_locative(std::string_view preposition, EventType type) {
  if (is_one_of(preposition, {"in", "at", "near", "off", "on", "over", "outside", "inside", "around", "along", "across",
                              "within", "aboard", "through", "via", "between"})) {
    return true;
  }
  if (preposition == "from") return type == EventType::kLaunch;
  if (is_one_of(preposition, {"into", "towards", "toward"})) {
    return type != EventType::kSanction && type != EventType::kFinance;
  }
  if (preposition == "to") {
    return type == EventType::kVisit || type == EventType::kTransfer || type == EventType::kDeploy;
  }
  return false;
}

// Acts of word or paper, which happen nowhere in particular.
bool is_word(EventType type) {
  return type == EventType::kRequest || type == EventType::kAccuse || type == EventType::kReject ||
         type == EventType::kThreaten || type == EventType::kSanction || type == EventType::kLift ||
         type == EventType::kAppoint;
}

bool is_dated(const TimeMention& time) {
  return (time.start || time.end) && time.kind != TimeKind::kDuration && time.kind != TimeKind::kSet;
}

}  // namespace

EventDetails::EventDetails(const EventInput& input, const PartyFinder& parties)
    : input_(input), parties_(parties), goods_at_(input.reading.size(), -1), place_at_(input.reading.size(), -1) {
  for (uint32_t i = 0; i < input.goods.size(); ++i) {
    const auto& goods = input.goods[i];
    std::fill(goods_at_.begin() + goods.tokens.begin, goods_at_.begin() + goods.tokens.end, static_cast<int32_t>(i));
  }
  index_places();
  index_times();
}

void EventDetails::index_places() {
  for (uint32_t i = 0; i < input_.places.size(); ++i) {
    for (const auto range : input_.places[i].mentions) {
      const auto tokens = input_.reading.tokens_of(range);
      std::fill(place_at_.begin() + tokens.begin, place_at_.begin() + tokens.end, static_cast<int32_t>(i));
    }
  }
}

void EventDetails::index_times() {
  const auto& reading = input_.reading;
  const auto& dateline = reading.story.dateline;
  governors_.assign(reading.times.size(), 0);
  for (uint32_t i = 0; i < reading.times.size(); ++i) {
    const auto& time = reading.times[i];
    if (!is_dated(time) || (dateline && time.range.begin < dateline->range.end)) continue;
    const auto tokens = reading.tokens_of(time.range);
    if (tokens.empty()) continue;
    uint32_t at = tokens.begin;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {  // the token that hangs outside
      if (!tokens.contains(reading.head(t)) || reading.is_root(t)) at = t;
      if (at == t && t > tokens.begin) break;
    }
    times_by_sentence_.emplace_back(reading.sentence_of[at], i);
    for (int step = 0; step < kMaxClimb && !reading.is_root(at); ++step) {
      at = reading.head(at);
      if (is_verb(reading, at) || reading.pos(at) == "AUX" || (is_noun(reading, at) && reading.time_of[at] < 0)) break;
    }
    times_by_verb_.emplace_back(at, i);
    governors_[i] = at;
  }
  std::sort(times_by_verb_.begin(), times_by_verb_.end());
}

void EventDetails::add_goods(uint32_t head, std::vector<uint32_t>& goods) const {
  walk_phrase(input_.reading, head, [&](uint32_t token) {
    const auto found = goods_at_[token];
    if (found >= 0 && std::find(goods.begin(), goods.end(), static_cast<uint32_t>(found)) == goods.end()) {
      goods.push_back(static_cast<uint32_t>(found));
    }
    return true;
  });
}

// "in Tokyo", "in waters south of Jeju", "in the Sunan area of Pyongyang"; not "to a Hong Kong firm".
std::optional<uint32_t> EventDetails::place_in(uint32_t head) const {
  const auto& reading = input_.reading;
  const bool area = EventLexicon::standard().is_a(lower_lemma(reading, head), "place");
  std::vector<uint32_t> open{head};
  for (size_t i = 0; i < open.size() && i < kMaxNodes; ++i) {
    if (place_at_[open[i]] >= 0) return static_cast<uint32_t>(place_at_[open[i]]);
    for (const auto child : near_children(reading, open[i])) {
      const auto dependency = reading.dependency(child);
      const bool inside = is_one_of(dependency, {"conj", "prep", "pobj", "advmod", "pcomp"});
      const bool named = area && is_one_of(dependency, {"compound", "amod", "nmod", "poss", "appos"});
      if ((inside && !is_verb(reading, child)) || named) open.push_back(child);
    }
  }
  return std::nullopt;
}

std::optional<uint32_t> EventDetails::place_of(const Arguments& arguments, EventType type) const {
  if (type == EventType::kTransfer) {  // where goods go before where they come through
    for (const auto& [preposition, noun] : arguments.prepositions) {
      const auto found = ascii_lower(preposition) == "to" ? place_in(noun) : std::nullopt;
      if (found && input_.places[*found].kind != "country") return found;
    }
  }
  for (const auto& [preposition, noun] : arguments.prepositions) {
    const auto lower = ascii_lower(preposition);
    if (!is_locative(lower, type)) continue;
    const auto found = place_in(noun);
    if (!found) continue;
    const bool goal = is_one_of(lower, {"to", "into"});
    if (goal && input_.places[*found].kind == "country") continue;
    return found;
  }
  if (type != EventType::kVisit && type != EventType::kAttack) return std::nullopt;
  for (const auto noun : arguments.objects) {
    const auto found = place_at_[noun];
    if (found >= 0 && input_.places[static_cast<size_t>(found)].kind != "country") return static_cast<uint32_t>(found);
  }
  return std::nullopt;
}

std::optional<uint32_t> EventDetails::place(const Trigger& trigger) const {
  const auto& reading = input_.reading;
  const auto type = *trigger.pattern->type;
  if (is_word(type)) return std::nullopt;
  if (const auto own = place_of(trigger.arguments, type)) return own;
  uint32_t at = trigger.token;
  for (int step = 0; step < 3 && !reading.is_root(at); ++step) {
    const auto dependency = reading.dependency(at);
    if (is_one_of(dependency, {"ccomp", "relcl", "acl", "advcl", "conj"})) return std::nullopt;
    at = reading.head(at);
    if (!is_verb(reading, at)) continue;
    // Only of verbs that lend the noun their phrases: "in talks that were held in Geneva".
    if (const auto found = place_of(arguments_of_verb(reading, at), EventType::kMeet)) return found;
  }
  return std::nullopt;
}

std::optional<uint32_t> EventDetails::time_under(uint32_t token, uint32_t trigger) const {
  std::optional<uint32_t> best;
  uint32_t distance = 0;
  size_t looked = 0;
  for (auto it = std::lower_bound(times_by_verb_.begin(), times_by_verb_.end(), std::pair(token, uint32_t{0}));
       it != times_by_verb_.end() && it->first == token && looked < kMaxNodes; ++it, ++looked) {
    const auto at = input_.reading.tokens_of(input_.reading.times[it->second].range).begin;
    const auto away = at > trigger ? at - trigger : trigger - at;
    if (!best || away < distance) best = it->second, distance = away;
  }
  return best;
}

std::optional<uint32_t> EventDetails::only_time(uint32_t token) const {
  const auto sentence = input_.reading.sentence_of[token];
  const auto first =
      std::lower_bound(times_by_sentence_.begin(), times_by_sentence_.end(), std::pair(sentence, uint32_t{0}));
  if (first == times_by_sentence_.end() || first->first != sentence) return std::nullopt;
  if (first + 1 != times_by_sentence_.end() && (first + 1)->first == sentence) return std::nullopt;
  return first->second;
}

// Inside a clause that tells of something else: "the broker, who was jailed in May,".
bool EventDetails::is_aside(uint32_t token) const {
  const auto& reading = input_.reading;
  for (int step = 0; step < kMaxClimb && !reading.is_root(token); ++step) {
    if (is_one_of(reading.dependency(token), {"relcl", "acl"})) return true;
    token = reading.head(token);
  }
  return false;
}

std::optional<uint32_t> EventDetails::time(const Trigger& trigger) const {
  const auto& reading = input_.reading;
  uint32_t at = trigger.token;
  for (int step = 0; step < kMaxClimb; ++step) {
    if (const auto found = time_under(at, trigger.token)) return found;
    if (step == 0) {
      for (const auto& [preposition, noun] : trigger.arguments.prepositions) {
        if (const auto found = time_under(noun, trigger.token)) return found;
      }
      for (const auto noun : trigger.arguments.objects) {
        if (const auto found = time_under(noun, trigger.token)) return found;
      }
    }
    if (reading.is_root(at)) break;
    const auto dependency = reading.dependency(at);
    if (dependency == "ccomp" || dependency == "relcl" || dependency == "parataxis") return std::nullopt;
    at = reading.head(at);
  }
  const auto only = only_time(trigger.token);
  if (!only || is_aside(governors_[*only])) return std::nullopt;
  // A time of saying dates what is said only in the narration of it.
  const auto at_time = reading.tokens_of(reading.times[*only].range).begin;
  return parties_.statement_at(at_time) == parties_.statement_at(trigger.token) ? only : std::nullopt;
}

bool EventDetails::is_relayer(const Party& party) const {
  if (!party.actor) return true;
  return input_.cast.actors[*party.actor].class_name != "media";
}

std::vector<Party> EventDetails::speakers(uint32_t token) const {
  std::vector<Party> chain;  // innermost first
  auto statement = parties_.statement_at(token);
  for (int depth = 0; depth < kMaxClimb && statement >= 0; ++depth) {
    const auto& said = input_.statements[static_cast<size_t>(statement)];
    add_party(said.speaker, chain);
    for (const auto& via : said.via) {
      if (is_relayer(via)) add_party(via, chain);
    }
    if (!said.inside || static_cast<int32_t>(*said.inside) == statement) break;
    statement = static_cast<int32_t>(*said.inside);
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

}  // namespace vedette::story
