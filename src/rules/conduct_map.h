// Which event of a story is which conduct of the provisions: the table data/rules/conducts.tsv.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "rules/categories.h"
#include "rules/rule_texts.h"

namespace vedette::rules {

/// Which of an event's parties gives and which receives.
enum class Flow : uint8_t {
  kForward,  ///< actors give, recipients receive
  kAsked,    ///< who asks for itself would receive, who is asked would give
  kMutual,   ///< all parties both give and receive
  kAlone,    ///< the actor acts by itself
  kVisit,    ///< the actor travels to the recipient or place
  kNone,     ///< no event tells of this conduct
};

/// One row: an event of `event` type can be conduct `conduct`.
struct ConductRule {
  std::string conduct;  ///< "ARMS_PROCURE"
  std::string event;    ///< an event type of the dossier, or "none"
  Flow flow = Flow::kNone;
  std::vector<std::string> implies;    ///< categories that the event has by its nature
  std::vector<std::string> if_unsaid;  ///< categories that it has if the story names no goods
  std::vector<std::string> needs;      ///< categories without which it is not this conduct
  std::string phrase;                  ///< "arms from TARGET"; for "none", the reason
  std::string example;                 ///< "actors > recipients; goods; words; day[; place]"
  std::string flags;                   ///< the provision that the example touches
};

/// The event types of a dossier, a closed list.
bool is_event_type(std::string_view type);

/// kInvalidInput with file, line and field for a type, flow or category outside its closed list.
Result<std::vector<ConductRule>> parse_conducts(const RuleText& table, const Categories& categories);

}  // namespace vedette::rules
