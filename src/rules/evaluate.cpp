#include "rules/evaluate.h"

#include <algorithm>
#include <array>

#include "entity/country.h"
#include "rules/facts.h"

namespace vedette::rules {
namespace {

constexpr std::array<std::string_view, 9> kStatuses{"occurred", "ongoing",  "agreed",      "planned", "expected",
                                                    "proposed", "possible", "conditional", "denied"};

std::string lower(std::string_view code) {
  std::string text(code);
  for (char& letter : text) letter = static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter);
  return text;
}

bool is_state_body(const Party& party) {
  return party.kind == "government" || party.kind == "party" || party.kind == "military" || party.kind == "country" ||
         country_code(party.name) == party.country;
}

bool is_listed(const Party& party, std::string_view authority, std::string_view country) {
  return std::any_of(party.listings.begin(), party.listings.end(), [&](const Listing& listing) {
    return listing.authority == authority &&
           lower(listing.country.empty() ? party.country : listing.country) == country;
  });
}

/// "named:Houthi": one word of the party's name, or several in a row, as the vocabulary compares them.
bool is_named(const Party& party, std::string_view name) {
  PhraseIndex index;
  index.add(name, 0);
  return !index.find(plain_words(party.name)).empty();
}

/// One target of a provision ("KP-listed") held against parties.
struct Target {
  std::string country;    ///< empty for a named one
  std::string_view what;  ///< "", "-listed", "-government", "-military", or the name
  std::string_view authority;

  bool is(const Party& party) const {
    if (country.empty()) return is_named(party, what);
    if (what == "-listed") return is_listed(party, authority, country);
    if (party.country != country) return false;
    return what.empty() || (what == "-military" ? party.kind == "military" : is_state_body(party));
  }
  bool is_home_of(const Party& party) const { return country.empty() ? is(party) : party.country == country; }
};

Target target_of(const Provision& provision, std::string_view text) {
  constexpr std::string_view kNamed = "named:";
  if (text.starts_with(kNamed)) return {"", text.substr(kNamed.size()), provision.authority()};
  return {lower(text.substr(0, 2)), text.substr(2), provision.authority()};
}

/// What a target has to do with the two sides.
struct Stance {
  const Party* giver = nullptr;     ///< the target, if it gives
  const Party* receiver = nullptr;  ///< the target, if it receives
  bool other_gives = false;         ///< somebody from elsewhere gives, or nobody was named
  bool other_receives = false;
};

void look_at(const Target& target, const std::vector<Party>& parties, const Party*& found, bool& other) {
  other = parties.empty();
  for (const Party& party : parties) {
    if (found == nullptr && target.is(party)) found = &party;
    other = other || !target.is_home_of(party);
  }
}

Stance stance_of(const Target& target, const Sides& sides) {
  Stance stance;
  look_at(target, sides.giving, stance.giver, stance.other_gives);
  look_at(target, sides.receiving, stance.receiver, stance.other_receives);
  return stance;
}

/// The party that makes the provision apply by its direction, or null. A dealing within the target's own country is
/// none.
const Party* party_concerned(const Stance& stance, Direction direction, Flow flow) {
  const Party* to = stance.other_gives ? stance.receiver : nullptr;
  const Party* from = stance.other_receives ? stance.giver : nullptr;
  if (flow == Flow::kAsked) from = nullptr;  // only who asks for itself
  switch (direction) {
    case Direction::kToTarget:
    case Direction::kToListed:
      return to;
    case Direction::kFromTarget:
    case Direction::kTraveller:
      return from;
    case Direction::kBoth:
    case Direction::kListed:
      return to != nullptr ? to : from;
    case Direction::kByTarget:
      return stance.giver;
    case Direction::kNone:
      break;
  }
  return nullptr;
}

bool is_foreign_bank(const Party& party) {
  return party.kind == "bank" && !party.country.empty() && party.country != "us";
}

/// UN measures bind every State; the others only their own persons.
bool binds_somebody(const RuleBook& book, const Provision& provision, const Sides& sides, DayNumber day) {
  const auto any_party = [&](const auto& condition) {
    return std::any_of(sides.giving.begin(), sides.giving.end(), condition) ||
           std::any_of(sides.receiving.begin(), sides.receiving.end(), condition);
  };
  return std::any_of(provision.bound.begin(), provision.bound.end(), [&](const std::string& bound) {
    if (bound == "UN") return true;
    if (bound == "FFI") return any_party(is_foreign_bank);
    return any_party([&](const Party& party) { return book.blocs.binds(bound, party.country, day); });
  });
}

bool is_the_conduct(const RuleBook& book, const Facts& facts, const ConductRule& rule, const Provision& provision) {
  const auto about = [&](const std::string& category) { return is_about(book, facts, rule, category); };
  return std::all_of(rule.needs.begin(), rule.needs.end(), about) &&
         std::any_of(provision.categories.begin(), provision.categories.end(), about);
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

std::string names_of(const std::vector<Party>& parties) {
  std::vector<std::string> names;
  for (const Party& party : parties) names.push_back(party.name);
  return joined(names);
}

std::string conduct_phrase(const ConductRule& rule, const Target& target, const Party& concerned) {
  std::string phrase = rule.phrase;
  const bool country = target.what.empty() && !target.country.empty();
  const std::string name = country ? std::string(country_name(target.country)) : concerned.name;
  constexpr std::string_view kTarget = "TARGET";
  if (const size_t at = phrase.find(kTarget); at != phrase.npos) phrase.replace(at, kTarget.size(), name);
  return phrase;
}

std::string sentence(const Conduct& conduct, const std::string& phrase, const Provision& provision, FlagLevel level,
                     DayNumber day) {
  std::string text = level == FlagLevel::kTouches      ? "The story tells of "
                     : level == FlagLevel::kWouldTouch ? "The story speaks of a prospect or possibility of "
                                                       : "The story has a denial of ";
  text += phrase;
  const std::string actors = names_of(conduct.actors);
  const std::string recipients = names_of(conduct.recipients);
  std::string detail = actors;
  if (!recipients.empty()) detail += (detail.empty() ? "to " : " to ") + recipients;
  if (!conduct.goods.empty()) detail += (detail.empty() ? "" : ": ") + joined(conduct.goods);
  if (!detail.empty()) text += " (" + detail + ")";
  text += "; " + provision.text;
  if (const auto since = provision.since(day)) text += ", in force since " + format_day(*since) + ",";
  return text + " bears on that.";
}

/// One event, prepared once for all provisions.
struct Question {
  const RuleBook& book;
  const Conduct& conduct;
  Facts facts;
  FlagLevel level;
  DayNumber day;
};

std::optional<Flag> flag_for(const Question& question, const Provision& provision, const ConductRule& rule) {
  if (!is_the_conduct(question.book, question.facts, rule, provision)) return std::nullopt;
  const Sides sides = sides_of(question.conduct, rule.flow);
  if (!binds_somebody(question.book, provision, sides, question.day)) return std::nullopt;
  for (const std::string& text : provision.targets) {
    const Target target = target_of(provision, text);
    const Party* concerned = party_concerned(stance_of(target, sides), provision.direction, rule.flow);
    if (concerned == nullptr) continue;
    Flag flag{
        .provision = provision.text, .level = question.level, .conduct = conduct_phrase(rule, target, *concerned)};
    flag.why = sentence(question.conduct, flag.conduct, provision, question.level, question.day);
    flag.exceptions = provision.exceptions;
    flag.verified = provision.verified;
    flag.rule = &provision;
    return flag;
  }
  return std::nullopt;
}

bool has(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

void add_flags(const Question& question, const Provision& provision, std::vector<Flag>& flags) {
  if (!provision.in_force_on(question.day)) return;
  for (const ConductRule& rule : question.book.conducts) {
    if (rule.event != question.conduct.type || !has(provision.conducts, rule.conduct)) continue;
    const bool known =
        std::any_of(flags.begin(), flags.end(), [&](const Flag& flag) { return flag.provision == provision.text; });
    if (known) return;
    if (auto flag = flag_for(question, provision, rule)) flags.push_back(*std::move(flag));
  }
}

}  // namespace

std::string_view to_string(FlagLevel level) {
  switch (level) {
    case FlagLevel::kTouches:
      return "touches";
    case FlagLevel::kWouldTouch:
      return "would_touch";
    case FlagLevel::kDenied:
      break;
  }
  return "denied";
}

Result<FlagLevel> level_of(std::string_view status) {
  if (std::find(kStatuses.begin(), kStatuses.end(), status) == kStatuses.end()) {
    return fail(ErrorCode::kInvalidInput, "'" + std::string(status) + "' is no status of an event",
                {.field = "status"});
  }
  if (status == "occurred" || status == "ongoing") return FlagLevel::kTouches;
  return status == "denied" ? FlagLevel::kDenied : FlagLevel::kWouldTouch;
}

Result<std::vector<Flag>> evaluate(const RuleBook& book, const Conduct& conduct) {
  if (!is_event_type(conduct.type)) {
    return fail(ErrorCode::kInvalidInput, "'" + conduct.type + "' is no type of event", {.field = "type"});
  }
  VEDETTE_ASSIGN_OR_RETURN(const FlagLevel level, level_of(conduct.status));
  const Question question{book, conduct, facts_of(book, conduct), level, conduct.date.last_day()};
  std::vector<Flag> flags;
  for (const Provision& provision : book.provisions) add_flags(question, provision, flags);
  return flags;
}

}  // namespace vedette::rules
