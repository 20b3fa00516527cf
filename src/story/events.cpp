#include "story/events.h"

#include <algorithm>
#include <unordered_set>

#include "base/ascii.h"
#include "entity/country.h"
#include "story/event_details.h"
#include "story/event_lexicon.h"
#include "story/event_merge.h"
#include "story/event_parties.h"
#include "story/event_triggers.h"

namespace vedette::story {

namespace {

bool is_symmetric(EventType type) {
  return type == EventType::kMeet || type == EventType::kAgree || type == EventType::kCooperate ||
         type == EventType::kDrill;
}

// Acts that words of sport, film and garden borrow.
bool is_borrowed(EventType type) {
  switch (type) {
    case EventType::kAttack:
    case EventType::kLaunch:
    case EventType::kTest:
    case EventType::kDeploy:
    case EventType::kTransfer:
    case EventType::kDrill:
    case EventType::kThreaten:
    case EventType::kSeize:
    case EventType::kCyber:
    case EventType::kSanction:
      return true;
    default:
      return false;
  }
}

class EventFinder {
 public:
  explicit EventFinder(const EventInput& input)
      : input_(input), parties_(input), details_(input, parties_), playful_(is_playful()) {}

  std::vector<Event> find() const {
    std::vector<EventTelling> told;
    const auto triggers = find_triggers(input_, parties_);
    for (const auto& trigger : triggers) {
      if (is_asked(trigger, triggers)) continue;
      if (playful_ && is_borrowed(*trigger.pattern->type)) continue;
      auto event = tell(trigger);
      if (is_named_in_another(event, trigger, triggers) || is_habit(event.event)) continue;
      event.about = about(trigger, triggers);
      if (const auto* frame = frame_of(trigger, triggers)) {
        if (frame->pattern->type == trigger.pattern->type) continue;  // "threatened to retaliate" is one threat
        set_in_frame(*frame, event.event);
      }
      told.push_back(std::move(event));
    }
    return merge_events(input_, std::move(told));
  }

 private:
  // A story of sport, stage or garden: several different words of theirs, more than a passing one.
  bool is_playful() const {
    constexpr size_t kWords = 4;
    const auto& lexicon = EventLexicon::standard();
    std::unordered_set<std::string> seen;
    for (uint32_t token = 0; token < input_.reading.size() && seen.size() < kWords; ++token) {
      if (!is_noun(input_.reading, token)) continue;
      auto lemma = lower_lemma(input_.reading, token);
      if (lexicon.is_a(lemma, "play")) seen.insert(std::move(lemma));
    }
    return seen.size() >= kWords;
  }

  static const Trigger* at(uint32_t token, const std::vector<Trigger>& triggers) {
    const auto found = std::lower_bound(triggers.begin(), triggers.end(), token,
                                        [](const Trigger& trigger, uint32_t t) { return trigger.token < t; });
    return found != triggers.end() && found->token == token ? &*found : nullptr;
  }

  bool is_goal(uint32_t preposition) const {
    const auto lemma = input_.reading.lemma(preposition);
    return lemma == "for" || lemma == "to" || lemma == "of";
  }

  // What a request asks for is no event of its own; what a panel recommends is.
  bool is_asked(const Trigger& trigger, const std::vector<Trigger>& triggers) const {
    constexpr int kClauses = 5;
    const auto& reading = input_.reading;
    uint32_t token = trigger.token;
    for (int i = 0; i < kClauses && !reading.is_root(token); ++i) {
      const auto dependency = reading.dependency(token);
      const bool asked = dependency == "xcomp" || dependency == "ccomp" || dependency == "dobj" ||
                         dependency == "pobj" || (dependency == "conj" && reading.tag(token) == "VB") ||
                         (dependency == "prep" && is_goal(token));
      if (!asked) return false;
      token = reading.head(token);
      const auto* above = at(token, triggers);
      if (above == nullptr) continue;
      return above->pattern->type == EventType::kRequest && above->pattern->lemma != "recommend";
    }
    return false;
  }

  // "to circumvent sanctions" of nobody tells of no happening.
  bool is_infinitive(uint32_t verb) const {
    const auto children = near_children(input_.reading, verb);
    return std::any_of(children.begin(), children.end(),
                       [&](uint32_t child) { return input_.reading.tag(child) == "TO"; });
  }

  // "a ban on exports" says of what.
  static bool is_ban(const Trigger& trigger) {
    const auto& prepositions = trigger.arguments.prepositions;
    return trigger.pattern->type == EventType::kSanction &&
           std::any_of(prepositions.begin(), prepositions.end(),
                       [](const auto& argument) { return argument.first == "on" || argument.first == "against"; });
  }

  bool is_complete(const Trigger& trigger) const {
    if (is_infinitive(trigger.token)) return false;
    const auto& arguments = trigger.arguments;
    if (trigger.pattern->noun) return arguments.carried || !arguments.objects.empty() || is_ban(trigger);
    if (!arguments.objects.empty()) return true;
    return std::any_of(arguments.subjects.begin(), arguments.subjects.end(),
                       [&](uint32_t token) { return is_noun(input_.reading, token); });
  }

  // The threat or accusation whose content a trigger is: "threatened to strike", "accused Iran of selling".
  const Trigger* frame_of(const Trigger& trigger, const std::vector<Trigger>& triggers) const {
    constexpr int kClimb = 5;
    const auto& reading = input_.reading;
    uint32_t token = trigger.token;
    for (int i = 0; i < kClimb && !reading.is_root(token); ++i) {
      const auto dependency = reading.dependency(token);
      if (dependency == "relcl" || dependency == "advcl" || dependency == "conj") return nullptr;
      const bool complement = dependency != "dobj" && dependency != "nsubj" && dependency != "nsubjpass";
      token = reading.head(token);
      const auto* above = at(token, triggers);
      if (above == nullptr) continue;
      const auto type = *above->pattern->type;
      const auto& lemma = above->pattern->lemma;
      const bool alleges = lemma == "accuse" || lemma == "suspect" || lemma == "allege";
      const bool frames = type == EventType::kThreaten || alleges;
      return frames && complement && !above->pattern->noun ? above : nullptr;
    }
    return nullptr;
  }

  void set_in_frame(const Trigger& frame, Event& event) const {
    if (event.status == Status::kDenied) return;
    const bool threat = frame.pattern->type == EventType::kThreaten;
    event.status = threat ? Status::kConditional : Status::kPossible;
    if (!event.according_to.empty()) return;
    event.according_to = parties_from(frame.pattern->actors, frame.arguments, false);
  }

  // "Supermarkets import flour": what nobody in particular does at no time in particular.
  bool is_habit(const Event& event) const {
    const auto tag = input_.reading.tag(event.trigger);
    const bool heading = input_.reading.story.has_heading && input_.reading.paragraph_of[event.trigger] == 0;
    if ((tag != "VBP" && tag != "VBZ") || event.time || heading) return false;
    if (event.type != EventType::kTransfer && event.type != EventType::kFinance) return false;
    return std::none_of(event.actors.begin(), event.actors.end(), [&](const Party& party) {
      return party.actor ? input_.cast.actors[*party.actor].kind != ActorKind::kGroup
                         : !country_code(party.words).empty();
    });
  }

  static bool is_about(EventType type) { return type == EventType::kAccuse || type == EventType::kReject; }

  static std::optional<uint32_t> about(const Trigger& trigger, const std::vector<Trigger>& triggers) {
    if (!is_about(*trigger.pattern->type)) return std::nullopt;
    for (const auto token : trigger.arguments.objects) {
      if (at(token, triggers) != nullptr) return token;
    }
    return std::nullopt;
  }

  // "an agreement on arms supplies": the supplies of nobody to nobody are what is agreed on.
  bool is_named_in_another(const EventTelling& told, const Trigger& trigger,
                           const std::vector<Trigger>& triggers) const {
    if (!told.noun || !told.event.actors.empty() || !told.event.recipients.empty()) return false;
    const auto& reading = input_.reading;
    if (reading.dependency(trigger.token) != "pobj") return false;
    const auto preposition = reading.head(trigger.token);
    const auto* above = at(reading.head(preposition), triggers);
    if (above == nullptr || above->token == trigger.token) return false;
    const auto type = *above->pattern->type;
    if (told.event.type == EventType::kAgree) return true;  // "sold them in a deal"
    return type == EventType::kAgree || type == EventType::kRequest || type == EventType::kMeet;
  }

  bool is_again(uint32_t noun) const {
    const auto children = near_children(input_.reading, noun);
    return std::any_of(children.begin(), children.end(), [&](uint32_t child) {
      return EventLexicon::standard().is_a(lower_lemma(input_.reading, child), "again");
    });
  }

  std::vector<Party> parties_from(const std::vector<RoleSource>& sources, const Arguments& arguments,
                                  bool symmetric) const {
    std::vector<Party> found;
    for (const auto& source : sources) {
      const auto wanted = source.anything ? PartyClass::kAnything : PartyClass::kAgent;
      for (const auto token : tokens_of(source, arguments)) parties_.add(token, wanted, found);
      if (!found.empty() && !symmetric) break;
    }
    return found;
  }

  // "the Russian delivery", "US-Japanese talks"
  void add_states(const Arguments& arguments, bool all, std::vector<Party>& found) const {
    for (const auto token : arguments.modifiers) {
      if (parties_.state(token)) parties_.add(token, PartyClass::kAgent, found);
      if (!found.empty() && !all) return;
    }
  }

  void add_goods(const Trigger& trigger, Event& event) const {
    const auto& pattern = *trigger.pattern;
    for (const auto& source : pattern.goods) {
      for (const auto token : tokens_of(source, trigger.arguments)) details_.add_goods(token, event.goods);
      if (pattern.noun && source.kind == RoleSource::Kind::kObject) {
        for (const auto token : trigger.arguments.modifiers) details_.add_goods(token, event.goods);
      }
      if (!event.goods.empty()) return;
    }
  }

  bool is_definite(uint32_t noun) const {
    const auto children = near_children(input_.reading, noun);
    return std::any_of(children.begin(), children.end(), [&](uint32_t child) {
      const auto lemma = input_.reading.lemma(child);
      return lemma == "the" || lemma == "this" || lemma == "that" || lemma == "these" || lemma == "those" ||
             lemma == "such" || input_.reading.dependency(child) == "poss";
    });
  }

  TokenRange clause_of(const Trigger& trigger) const {
    const auto sentence = input_.reading.sentence(trigger.token);
    TokenRange clause{trigger.token, trigger.token + 1};
    const auto take = [&](uint32_t token) {
      if (!sentence.contains(token)) return;
      clause.begin = std::min(clause.begin, token);
      clause.end = std::max(clause.end, token + 1);
    };
    for (const auto* list : {&trigger.arguments.subjects, &trigger.arguments.objects, &trigger.arguments.datives}) {
      for (const auto token : *list) take(token);
    }
    for (const auto& argument : trigger.arguments.prepositions) take(argument.second);
    return clause;
  }

  // "Those listed are A; his firm, B; and the ships C and D."
  void add_listed(const Trigger& trigger, Event& event) const {
    if (trigger.pattern->noun || !trigger.arguments.passive) return;
    const auto& reading = input_.reading;
    const auto noun = reading.head(trigger.token);
    if (reading.dependency(trigger.token) != "acl" || lower_lemma(reading, noun) != "those") return;
    parties_.add_names_after(trigger.token, event.recipients);
  }

  // An unnamed ship or aircraft that carries goods is no party.
  bool is_vehicle(const Party& party) const {
    if (party.actor && input_.cast.actors[*party.actor].kind != ActorKind::kGroup) return false;
    const auto blank = party.words.rfind(' ');
    const auto last = blank == std::string::npos ? party.words : party.words.substr(blank + 1);
    const auto& lexicon = EventLexicon::standard();
    return lexicon.is_a(ascii_lower(last), "vehicle") || lexicon.is_a(ascii_lower(last), "vessel");
  }

  // Who is stationed at a place of another state is there for that state.
  void add_host(Event& event) const {
    if (event.type != EventType::kDeploy || !event.recipients.empty() || !event.place) return;
    const auto party = parties_.state_of(input_.places[*event.place].country);
    if (!party) return;
    const auto own = [&](const Party& actor) {
      return actor == *party ||
             (actor.actor && input_.cast.actors[*actor.actor].country == input_.places[*event.place].country);
    };
    if (std::none_of(event.actors.begin(), event.actors.end(), own)) event.recipients.push_back(*party);
  }

  // "sold them through companies registered in false names": who sold evades.
  void add_evader(const Trigger& trigger, Event& event) const {
    if (event.type != EventType::kEvade || !event.actors.empty() || trigger.pattern->noun) return;
    const auto above = verb_above(input_.reading, trigger.token);
    if (above == trigger.token) return;
    for (const auto token : arguments_of_verb(input_.reading, above).subjects) {
      parties_.add(token, PartyClass::kAgent, event.actors);
    }
  }

  // "two men had been charged, prosecutors said": they charged them.
  void add_authority(const Trigger& trigger, Event& event) const {
    if (event.type != EventType::kArrest || !event.actors.empty() || !trigger.arguments.passive) return;
    const auto speakers = details_.speakers(trigger.token);
    if (speakers.empty()) return;
    const auto words = ascii_lower(speakers.back().words);
    for (const std::string_view word : {"police", "prosecutor", "customs", "justice", "court", "fbi", "interior"}) {
      if (words.find(word) != std::string::npos) return event.actors.push_back(speakers.back());
    }
  }

  bool has_pronoun_goods(const Trigger& trigger) const {
    for (const auto& source : trigger.pattern->goods) {
      for (const auto token : tokens_of(source, trigger.arguments)) {
        const auto lemma = lower_lemma(input_.reading, token);
        if (lemma == "they" || lemma == "it" || lemma == "them") return true;
      }
    }
    return false;
  }

  EventTelling tell(const Trigger& trigger) const {
    const auto& pattern = *trigger.pattern;
    const auto& arguments = trigger.arguments;
    const bool symmetric = is_symmetric(*pattern.type);
    Event event{.type = *pattern.type, .trigger = trigger.token};
    event.actors = parties_from(pattern.actors, arguments, symmetric || pattern.all_actors);
    event.recipients = parties_from(pattern.recipients, arguments, symmetric);
    const bool acted = event.actors.empty() || symmetric;
    if (pattern.noun && !pattern.actors.empty() && acted) add_states(arguments, symmetric, event.actors);
    add_listed(trigger, event);
    if (event.type == EventType::kTransfer) {
      std::erase_if(event.actors, [&](const Party& party) { return is_vehicle(party); });
    }
    std::erase_if(event.recipients, [&](const Party& party) {
      return std::find(event.actors.begin(), event.actors.end(), party) != event.actors.end();
    });
    add_goods(trigger, event);
    event.place = details_.place(trigger);
    event.time = details_.time(trigger);
    add_host(event);
    add_authority(trigger, event);
    add_evader(trigger, event);
    event.status = input_.statuses[trigger.token];
    event.according_to = details_.speakers(trigger.token);
    event.trigger_text = input_.reading.text_of({trigger.token, trigger.token + 1});
    event.clause = clause_of(trigger);
    const bool definite = pattern.noun && is_definite(trigger.token);
    return {.event = std::move(event),
            .pronoun_goods = has_pronoun_goods(trigger),
            .noun = pattern.noun,
            .complete = is_complete(trigger),
            .again = pattern.noun && is_again(trigger.token),
            .definite = definite};
  }

  const EventInput& input_;
  PartyFinder parties_;
  EventDetails details_;
  bool playful_;
};

}  // namespace

std::vector<Event> find_events(const EventInput& input) {
  return EventFinder(input).find();
}

}  // namespace vedette::story
