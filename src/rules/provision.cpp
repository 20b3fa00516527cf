#include "rules/provision.h"

#include <algorithm>
#include <array>

#include "base/table.h"

namespace vedette::rules {
namespace {

enum Column : size_t {
  kId,
  kInstrument,
  kParagraph,
  kInForce,
  kSuperseded,
  kBound,
  kConduct,
  kDirection,
  kTarget,
  kGoods,
  kSummary,
  kExceptions,
  kSource,
  kConfidence,
  kVerified
};
constexpr std::array<std::string_view, 15> kColumns{"id",      "instrument", "paragraph", "in_force",   "superseded",
                                                    "bound",   "conduct",    "direction", "target",     "goods",
                                                    "summary", "exceptions", "source",    "confidence", "verified"};
constexpr std::array<std::string_view, 10> kBoundParties{"UN", "EU", "US", "GB", "KR", "KP", "IR", "LY", "FFI", "NONE"};

struct DirectionName {
  std::string_view name;
  Direction direction;
};
constexpr std::array<DirectionName, 9> kDirections{{{"to_target", Direction::kToTarget},
                                                    {"from_target", Direction::kFromTarget},
                                                    {"both", Direction::kBoth},
                                                    {"by_target", Direction::kByTarget},
                                                    {"to_listed", Direction::kToListed},
                                                    {"funds_to_listed", Direction::kToListed},
                                                    {"listed", Direction::kListed},
                                                    {"entry_transit", Direction::kTraveller},
                                                    {"none", Direction::kNone}}};

Result<std::optional<DayNumber>> parse_end(const TableRow& row, std::string_view text) {
  if (text.empty()) return std::optional<DayNumber>();
  const auto day = parse_day(text);
  if (!day) return row.error(kInForce, "'" + std::string(text) + "' is no day");
  return std::optional<DayNumber>(*day);
}

Result<std::vector<InForce>> parse_in_force(const TableRow& row) {
  std::vector<InForce> intervals;
  for (const std::string_view part : row.list(kInForce)) {
    const size_t slash = part.find('/');
    if (slash == part.npos) return row.error(kInForce, "'" + std::string(part) + "' is not FROM/UNTIL");
    VEDETTE_ASSIGN_OR_RETURN(const auto from, parse_end(row, part.substr(0, slash)));
    VEDETTE_ASSIGN_OR_RETURN(const auto until, parse_end(row, part.substr(slash + 1)));
    if (from && until && *until <= *from) return row.error(kInForce, "ends before it begins");
    intervals.push_back({from, until});
  }
  if (intervals.empty()) return row.error(kInForce, "is empty");
  return intervals;
}

bool is_country(std::string_view code) {
  return code.size() == 2 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_target(std::string_view target) {
  if (target.starts_with("named:")) return target.size() > 6;
  const std::string_view kind = target.size() > 2 ? target.substr(2) : "";
  return is_country(target.substr(0, 2)) &&
         (kind.empty() || kind == "-listed" || kind == "-government" || kind == "-military");
}

std::vector<std::string> strings(const TableRow& row, size_t column) {
  const auto parts = row.list(column);
  return {parts.begin(), parts.end()};
}

Result<void> check_parties(const TableRow& row, const Provision& provision) {
  for (const std::string& bound : provision.bound) {
    if (std::find(kBoundParties.begin(), kBoundParties.end(), bound) == kBoundParties.end()) {
      return row.error(kBound, "'" + bound + "' is no bound party");
    }
  }
  for (const std::string& target : provision.targets) {
    if (!is_target(target)) return row.error(kTarget, "'" + target + "' is no target");
  }
  if (provision.bound.empty()) return row.error(kBound, "is empty");
  if (provision.targets.empty()) return row.error(kTarget, "is empty");
  return {};
}

Result<Provision> parse_provision(const TableRow& row) {
  for (const size_t column : {kId, kInstrument, kConduct, kGoods, kSummary, kExceptions, kSource}) {
    if (row[column].empty()) return row.error(column, "is empty");
  }
  Provision provision{.id = std::string(row[kId]), .text = std::string(row[kInstrument])};
  if (!row[kParagraph].empty()) provision.text.append(" ").append(row[kParagraph]);
  VEDETTE_ASSIGN_OR_RETURN(provision.in_force, parse_in_force(row));
  provision.superseded = row[kSuperseded];
  provision.bound = strings(row, kBound);
  provision.conducts = strings(row, kConduct);
  provision.targets = strings(row, kTarget);
  provision.categories = strings(row, kGoods);
  const auto direction = std::find_if(kDirections.begin(), kDirections.end(),
                                      [&](const DirectionName& known) { return known.name == row[kDirection]; });
  if (direction == kDirections.end())
    return row.error(kDirection, "'" + std::string(row[kDirection]) + "' is no direction");
  provision.direction = direction->direction;
  VEDETTE_RETURN_IF_ERROR(check_parties(row, provision));
  provision.summary = row[kSummary];
  provision.exceptions = row[kExceptions];
  provision.source = row[kSource];
  if (row[kConfidence] != "H" && row[kConfidence] != "M") return row.error(kConfidence, "is neither H nor M");
  if (row[kVerified] != "yes" && row[kVerified] != "no") return row.error(kVerified, "is neither yes nor no");
  provision.verified = row[kVerified] == "yes";
  return provision;
}

bool holds(const InForce& interval, DayNumber day) {
  return (!interval.from || *interval.from <= day) && (!interval.until || day < *interval.until);
}

}  // namespace

bool Provision::in_force_on(DayNumber day) const {
  return std::any_of(in_force.begin(), in_force.end(), [&](const InForce& one) { return holds(one, day); });
}

std::optional<DayNumber> Provision::since(DayNumber day) const {
  for (const InForce& interval : in_force) {
    if (holds(interval, day)) return interval.from;
  }
  return std::nullopt;
}

std::string_view Provision::authority() const {
  return std::string_view(regime).substr(0, regime.find('_'));
}

Result<std::vector<Provision>> parse_provisions(const RuleText& table) {
  VEDETTE_ASSIGN_OR_RETURN(const auto rows, parse_table(table.name, table.text, kColumns));
  std::string_view regime = table.name;
  if (const size_t slash = regime.rfind('/'); slash != regime.npos) regime.remove_prefix(slash + 1);
  regime = regime.substr(0, regime.find('.'));
  std::vector<Provision> provisions;
  for (const TableRow& row : rows) {
    VEDETTE_ASSIGN_OR_RETURN(Provision provision, parse_provision(row));
    provision.regime = regime;
    provisions.push_back(std::move(provision));
  }
  return provisions;
}

}  // namespace vedette::rules
