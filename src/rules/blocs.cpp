#include "rules/blocs.h"

#include <algorithm>
#include <array>

#include "base/table.h"
#include "entity/country.h"

namespace vedette::rules {
namespace {

enum Column : size_t { kBloc, kCountry, kFrom, kUntil };
constexpr std::array<std::string_view, 4> kColumns{"bloc", "country", "from", "until"};

Result<std::optional<DayNumber>> parse_end(const TableRow& row, size_t column) {
  if (row[column].empty()) return std::optional<DayNumber>();
  const auto day = parse_day(row[column]);
  if (!day) return row.error(column, "'" + std::string(row[column]) + "' is no day");
  return std::optional<DayNumber>(*day);
}

}  // namespace

Result<Blocs> Blocs::parse(const RuleText& table) {
  VEDETTE_ASSIGN_OR_RETURN(const auto rows, parse_table(table.name, table.text, kColumns));
  Blocs blocs;
  for (const TableRow& row : rows) {
    Member member{.bloc = std::string(row[kBloc]), .country = std::string(row[kCountry])};
    if (country_name(member.country).empty()) return row.error(kCountry, "'" + member.country + "' is no country");
    VEDETTE_ASSIGN_OR_RETURN(member.from, parse_end(row, kFrom));
    VEDETTE_ASSIGN_OR_RETURN(member.until, parse_end(row, kUntil));
    blocs.members_.push_back(std::move(member));
  }
  return blocs;
}

bool Blocs::binds(std::string_view bloc, std::string_view country, DayNumber day) const {
  return std::any_of(members_.begin(), members_.end(), [&](const Member& member) {
    return member.bloc == bloc && member.country == country && (!member.from || *member.from <= day) &&
           (!member.until || day < *member.until);
  });
}

}  // namespace vedette::rules
