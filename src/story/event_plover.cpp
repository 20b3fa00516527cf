#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "story/events.h"

namespace vedette::story {

namespace {

constexpr std::array<std::string_view, 23> kTypes = {
    "CONSULT",   "CONSULT",  "AGREE",    "COOPERATE", "COOPERATE", "AID",      "AID",     "MOBILIZE",
    "MOBILIZE",  "MOBILIZE", "ASSAULT",  "COERCE",    "COERCE",    "SANCTION", "CONCEDE", "",
    "COOPERATE", "ASSAULT",  "THREATEN", "ACCUSE",    "REQUEST",   "REJECT",   ""};

bool is_trade(std::string_view trigger) {
  constexpr std::array<std::string_view, 14> kWords = {"sale",   "sell",   "sold",   "purchas", "buy",
                                                       "bought", "export", "import", "trade",   "resold",
                                                       "resell", "order",  "acquir", "procur"};
  const auto word = ascii_lower(trigger);
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view stem) { return word.starts_with(stem); });
}

}  // namespace

std::string_view plover_type(const Event& event) {
  const auto parties = event.actors.size() + event.recipients.size();
  if (event.type == EventType::kDrill && parties < 2) return "MOBILIZE";
  if (event.type == EventType::kTransfer && is_trade(event.trigger_text)) return "COOPERATE";
  if (event.type == EventType::kDeploy && !event.recipients.empty()) return "AID";
  return kTypes[static_cast<size_t>(event.type)];
}

}  // namespace vedette::story
