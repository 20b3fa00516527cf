#include "rules/conduct_map.h"

#include <algorithm>
#include <array>

#include "base/table.h"

namespace vedette::rules {
namespace {

enum Column : size_t { kConduct, kEvent, kFlow, kImplies, kIfUnsaid, kNeeds, kPhrase, kExample, kFlags };
constexpr std::array<std::string_view, 9> kColumns{"conduct", "event",  "flow",    "implies", "if_unsaid",
                                                   "needs",   "phrase", "example", "flags"};
constexpr std::array<std::string_view, 23> kEventTypes{
    "MEET",    "VISIT", "AGREE",    "COOPERATE", "DRILL",   "TRANSFER", "ASSIST", "DEPLOY",
    "LAUNCH",  "TEST",  "ATTACK",   "SEIZE",     "ARREST",  "SANCTION", "LIFT",   "EVADE",
    "FINANCE", "CYBER", "THREATEN", "ACCUSE",    "REQUEST", "REJECT",   "APPOINT"};

struct FlowName {
  std::string_view name;
  Flow flow;
};
constexpr std::array<FlowName, 6> kFlows{{{"forward", Flow::kForward},
                                          {"asked", Flow::kAsked},
                                          {"mutual", Flow::kMutual},
                                          {"alone", Flow::kAlone},
                                          {"visit", Flow::kVisit},
                                          {"none", Flow::kNone}}};

Result<std::vector<std::string>> parse_categories(const TableRow& row, size_t column, const Categories& categories) {
  std::vector<std::string> names;
  for (const std::string_view name : row.list(column)) {
    if (!categories.contains(name)) return row.error(column, "'" + std::string(name) + "' is no category");
    names.emplace_back(name);
  }
  return names;
}

Result<ConductRule> parse_rule(const TableRow& row, const Categories& categories) {
  const bool unused = row[kEvent] == "none";
  if (!unused && !is_event_type(row[kEvent])) {
    return row.error(kEvent, "'" + std::string(row[kEvent]) + "' is no event type");
  }
  const auto flow =
      std::find_if(kFlows.begin(), kFlows.end(), [&](const FlowName& known) { return known.name == row[kFlow]; });
  if (flow == kFlows.end()) return row.error(kFlow, "'" + std::string(row[kFlow]) + "' is no flow");
  if (row[kPhrase].empty()) return row.error(kPhrase, "is empty");
  if (!unused && (row[kExample].empty() || row[kFlags].empty())) return row.error(kExample, "has no example");
  ConductRule rule{.conduct = std::string(row[kConduct]), .event = std::string(row[kEvent]), .flow = flow->flow};
  VEDETTE_ASSIGN_OR_RETURN(rule.implies, parse_categories(row, kImplies, categories));
  VEDETTE_ASSIGN_OR_RETURN(rule.if_unsaid, parse_categories(row, kIfUnsaid, categories));
  VEDETTE_ASSIGN_OR_RETURN(rule.needs, parse_categories(row, kNeeds, categories));
  rule.phrase = row[kPhrase];
  rule.example = row[kExample];
  rule.flags = row[kFlags];
  return rule;
}

}  // namespace

bool is_event_type(std::string_view type) {
  return std::find(kEventTypes.begin(), kEventTypes.end(), type) != kEventTypes.end();
}

Result<std::vector<ConductRule>> parse_conducts(const RuleText& table, const Categories& categories) {
  VEDETTE_ASSIGN_OR_RETURN(const auto rows, parse_table(table.name, table.text, kColumns));
  std::vector<ConductRule> rules;
  for (const TableRow& row : rows) {
    VEDETTE_ASSIGN_OR_RETURN(ConductRule rule, parse_rule(row, categories));
    rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace vedette::rules
