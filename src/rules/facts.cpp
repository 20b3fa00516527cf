#include "rules/facts.h"

#include <algorithm>

#include "entity/country.h"

namespace vedette::rules {
namespace {

bool speaks_of_a_ship(std::string_view name) {
  for (const PlainWord& word : plain_words(name)) {
    for (const std::string_view ship : {"tanker", "vessel", "ship", "freighter", "trawler", "barge"}) {
      if (word.form == ship) return true;
    }
  }
  return false;
}

void append(std::vector<Party>& parties, const std::vector<Party>& more) {
  for (const Party& party : more) parties.push_back(plain_party(party));
}

bool is_civil(const Good& good) {
  return good.kind == "humanitarian" || good.kind == "civil";
}

bool has_vessel(const std::vector<Party>& parties) {
  return std::any_of(parties.begin(), parties.end(), [](const Party& party) { return party.kind == "vessel"; });
}

/// Ships on both sides, or goods that nobody named hands to a ship, change hands at sea.
void add_what_the_parties_show(const RuleBook& book, const Conduct& conduct, Facts& facts) {
  const Sides sides = sides_of(conduct, Flow::kForward);
  for (const std::vector<Party>* side : {&sides.giving, &sides.receiving}) {
    for (const Party& party : *side) book.cues.collect(party.name, Cues::Where::kParty, facts.cues);
  }
  const bool unnamed = sides.giving.empty();
  if (has_vessel(sides.receiving) && (unnamed || has_vessel(sides.giving))) facts.cues.insert("AT-SEA");
  const bool military = std::any_of(sides.receiving.begin(), sides.receiving.end(),
                                    [](const Party& party) { return party.kind == "military"; });
  if (military && !facts.civil && facts.names_goods) facts.cues.insert("MILITARY-END-USE");
}

/// "ship-to-ship transfers to North Korean tankers": the country that the words name, where no party is named at all.
std::vector<Party> parties_in_words(const std::string& text) {
  const std::vector<PlainWord> words = plain_words(text);
  constexpr size_t kLongestName = 3;
  for (size_t begin = 0; begin < words.size(); ++begin) {
    if (!words[begin].capital) continue;
    std::string name;
    std::vector<Party> found;
    for (size_t i = begin; i < std::min(begin + kLongestName, words.size()); ++i) {
      name += (name.empty() ? "" : " ") + words[i].form;
      const std::string country = country_code(name);
      const bool ship = i + 1 < words.size() && speaks_of_a_ship(words[i + 1].form);
      if (!country.empty() && ship) found = {Party{.name = name, .country = country, .kind = "vessel"}};
    }
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace

Party plain_party(Party party) {
  for (char& letter : party.country) letter = static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter);
  if (party.kind.empty() && speaks_of_a_ship(party.name)) party.kind = "vessel";
  return party;
}

Sides sides_of(const Conduct& conduct, Flow flow) {
  Sides sides;
  append(sides.giving, flow == Flow::kAsked ? conduct.recipients : conduct.actors);
  append(sides.receiving, flow == Flow::kAsked ? conduct.actors : conduct.recipients);
  if (flow == Flow::kAlone) sides.receiving = {};
  if (flow == Flow::kForward) {
    append(sides.receiving, conduct.onward);
    const bool nobody = sides.giving.empty() && sides.receiving.empty();
    if (nobody && conduct.type == "EVADE") sides.receiving = parties_in_words(conduct.words);
  }
  // People and specialists go to a place where no body is named that they go to.
  const bool moves = conduct.type == "DEPLOY" || flow == Flow::kVisit;
  if (moves && sides.receiving.empty() && !conduct.place_country.empty()) {
    append(sides.receiving, {Party{.name = conduct.place, .country = conduct.place_country, .kind = "country"}});
  }
  if (flow == Flow::kMutual) {
    std::vector<Party> all = sides.giving;
    append(all, sides.receiving);
    sides = {all, all};
  }
  return sides;
}

Facts facts_of(const RuleBook& book, const Conduct& conduct) {
  Facts facts{.names_goods = !conduct.goods.empty(), .civil = !conduct.goods.empty()};
  for (const std::string& text : conduct.goods) {
    const Good* good = book.goods.lookup(text);
    facts.civil = facts.civil && good != nullptr && is_civil(*good);
    if (good != nullptr) facts.goods.push_back(good);
    book.cues.collect(text, Cues::Where::kWords, facts.cues);
  }
  book.cues.collect(conduct.words, Cues::Where::kWords, facts.cues);
  book.cues.collect(conduct.place, Cues::Where::kPlace, facts.cues);
  add_what_the_parties_show(book, conduct, facts);
  return facts;
}

bool is_about(const RuleBook& book, const Facts& facts, const ConductRule& rule, std::string_view category) {
  const auto in = [&](const std::vector<std::string>& names) {
    return std::find(names.begin(), names.end(), category) != names.end();
  };
  if (category == "ANY") return !facts.civil;
  if (in(rule.implies) || (!facts.names_goods && in(rule.if_unsaid))) return true;
  if (facts.cues.contains(std::string(category))) return true;
  return std::any_of(facts.goods.begin(), facts.goods.end(),
                     [&](const Good* good) { return book.categories.matches(category, *good); });
}

}  // namespace vedette::rules
