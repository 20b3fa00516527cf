#include "story/timeline_parties.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "text/fold.h"
#include "text/words.h"

namespace vedette::story {

namespace {

constexpr double kSureScore = 0.95;  // of a hit, for two parties to be one by it
constexpr size_t kMostAliases = 32;

// Words in order, without case, accents and punctuation.
std::string key_of(std::string_view name) {
  const std::string folded = text::fold(name);
  std::string key;
  for (const auto& word : text::split_words(folded)) {
    if (word.in(folded) == "the") continue;
    key += (key.empty() ? "" : " ") + std::string(word.in(folded));
  }
  return key;
}

std::string key_of_kind(const std::string& kind, std::string_view key) {
  std::string text = kind;
  text += ':';
  text += key;
  return text;
}

bool is_full_name(std::string_view key) {
  return key.find(' ') != std::string_view::npos;
}

class Groups {
 public:
  uint32_t add() {
    parent_.push_back(static_cast<uint32_t>(parent_.size()));
    return parent_.back();
  }
  uint32_t root(uint32_t of) {
    while (parent_[of] != of) of = parent_[of] = parent_[parent_[of]];
    return of;
  }
  // The earlier stands for both.
  void join(uint32_t a, uint32_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<uint32_t> parent_;
};

// One name of one story.
struct Use {
  uint32_t story = 0;
  std::string name;
  const ToldParty* party = nullptr;  // null: a name in an event that is no person, body or vessel
};

class Joiner {
 public:
  explicit Joiner(const std::vector<ToldStory>& stories) : stories_(stories) { join_.of_story.resize(stories.size()); }

  PartyJoin run() {
    for (uint32_t story = 0; story < stories_.size(); ++story) collect(story);
    gather();
    return std::move(join_);
  }

 private:
  void collect(uint32_t story) {
    auto& names = join_.of_story[story];
    for (const auto& party : stories_[story].parties) {
      const auto [entry, is_new] = names.try_emplace(party.name, 0);
      if (is_new) entry->second = use(story, party.name, &party);
    }
    for (const auto& event : stories_[story].events) {
      for (const auto* list : {&event.actors, &event.recipients}) {
        for (const auto& name : *list) {
          const auto [entry, is_new] = names.try_emplace(name, 0);
          if (is_new) entry->second = use(story, name, nullptr);
        }
      }
    }
  }

  uint32_t use(uint32_t story, const std::string& name, const ToldParty* party) {
    const uint32_t index = groups_.add();
    uses_.push_back({story, name, party});
    const std::string kind = party == nullptr ? "other" : party->kind;
    link(key_of_kind(kind, key_of(name)), index);
    if (party == nullptr) return index;
    for (const auto& alias : party->aliases) {
      if (const auto key = key_of(alias); is_full_name(key)) link(key_of_kind(kind, key), index);
    }
    for (const auto& hit : party->listed) {
      if (hit.score >= kSureScore && !hit.id.empty()) {
        link(kind + "@" + hit.list + ":" + hit.id, index);
        break;  // the best one alone: namesakes follow it
      }
    }
    if (!party->imo.empty()) link("imo:" + party->imo, index);
    return index;
  }

  void link(const std::string& key, uint32_t index) {
    const auto [entry, is_new] = by_key_.try_emplace(key, index);
    if (!is_new) groups_.join(entry->second, index);
  }

  void gather() {
    std::unordered_map<uint32_t, uint32_t> party_of;  // by root
    std::vector<std::map<std::string, uint32_t>> counts;
    for (uint32_t i = 0; i < uses_.size(); ++i) {
      const auto next = static_cast<uint32_t>(join_.parties.size());
      const auto [entry, is_new] = party_of.try_emplace(groups_.root(i), next);
      if (is_new) {
        join_.parties.push_back({.kind = uses_[i].party == nullptr ? "other" : uses_[i].party->kind});
        counts.emplace_back();
      }
      ++counts[entry->second][uses_[i].name];
      take(uses_[i], join_.parties[entry->second]);
    }
    for (uint32_t i = 0; i < join_.parties.size(); ++i) name(join_.parties[i], counts[i]);
    for (auto& names : join_.of_story) {
      for (auto& [word, index] : names) index = party_of.at(groups_.root(index));
    }
  }

  static void add_once(std::vector<std::string>& list, const std::string& word) {
    if (word.empty() || list.size() >= kMostAliases) return;
    if (std::find(list.begin(), list.end(), word) == list.end()) list.push_back(word);
  }

  static void take(const Use& from, JoinedParty& into) {
    if (into.stories.empty() || into.stories.back() != from.story) into.stories.push_back(from.story);
    add_once(into.aliases, from.name);
    if (from.party == nullptr) return;
    if (into.country.empty()) into.country = from.party->country;
    if (into.imo.empty()) into.imo = from.party->imo;
    for (const auto& alias : from.party->aliases) add_once(into.aliases, alias);
    for (const auto& title : from.party->titles) add_once(into.titles, title);
    for (const auto& hit : from.party->listed) take_hit(hit, into.listed);
  }

  static void take_hit(const ToldHit& hit, std::vector<ToldHit>& into) {
    for (auto& known : into) {
      if (known.id != hit.id || known.list != hit.list) continue;
      known.score = std::max(known.score, hit.score);
      return;
    }
    if (into.size() < kMostAliases) into.push_back(hit);
  }

  // The form that most stories use; of several the longest, then the first by alphabet.
  static void name(JoinedParty& party, const std::map<std::string, uint32_t>& counts) {
    const auto best = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
      if (a.second != b.second) return a.second < b.second;
      return a.first.size() != b.first.size() ? a.first.size() < b.first.size() : a.first > b.first;
    });
    party.name = best->first;
    std::erase(party.aliases, party.name);
    std::stable_sort(party.listed.begin(), party.listed.end(),
                     [](const auto& a, const auto& b) { return a.score > b.score; });
  }

  const std::vector<ToldStory>& stories_;
  PartyJoin join_;
  Groups groups_;
  std::vector<Use> uses_;
  std::unordered_map<std::string, uint32_t> by_key_;
};

}  // namespace

PartyJoin join_parties(const std::vector<ToldStory>& stories) {
  return Joiner(stories).run();
}

}  // namespace vedette::story
