// Dates as official lists write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/partial_date.h"

namespace vedette::lists {

/// How a list writes a date of three numbers that can be read in two ways.
enum class DateOrder : uint8_t {
  kDayFirst,    ///< 03/04/1967 is the third of April; nearly all lists
  kMonthFirst,  ///< 03/04/1967 is the fourth of March; OFAC's XML header
};

/// Reads one date, whatever its form; nullopt if the text is no date or names a day that does not exist.
///   1984-01-08   1984-01   1984   19840108   1984-01-08T00:00:00   1984-01-08-05:00
///   08 Jan 1984   15 Apr. 1960   January 8, 1984   8th January 1984   Sep 1999   28-Jul-64
///   08/01/1984   8.1.1984   01/1984
///   00/00/1966   dd/mm/1966   1948-00-00                          unknown parts: the year 1966, 1948
///   circa 1960   c. 1960   approximately 1960   1960 (approx.)    sets circa
///   between 1960 and 1963   from 1960 to 1963   1960-1963         a range; also of months or days
///   01 Jan 1948 to 31 Dec 1948                                    the year 1948: whole years become years
///   1960s   early 1960s                                           the range 1960/1969, circa if early, mid or late
/// Of three numbers that make sense in one order only, that order is taken. Years of two digits are 1930–2029, as
/// spreadsheets have them ("Sep-99").
std::optional<PartialDate> parse_list_date(std::string_view text, DateOrder order = DateOrder::kDayFirst);

/// The range from one date to another, in its shortest form: 1948-01-01 to 1948-12-31 is the year 1948, and equal ends
/// are one date. nullopt if it would run backwards or an end is a range itself.
std::optional<PartialDate> make_date_range(const PartialDate& from, const PartialDate& until);

}  // namespace vedette::lists
