// What the tests of the rules share: the book that ships, and a short way of writing an event.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "entity/country.h"
#include "rules/evaluate.h"

namespace vedette::rules {

inline const RuleBook& book() {
  static const auto kBook = RuleBook::built_in();
  if (!kBook) ADD_FAILURE() << kBook.error().to_string();
  return **kBook;
}

inline std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view part) {
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    parts.emplace_back(part);
  };
  for (size_t end; (end = text.find(separator)) != text.npos; text.remove_prefix(end + separator.size())) {
    add(text.substr(0, end));
  }
  add(text);
  return parts;
}

/// "North Korea", "North Korea*" (listed by all), "North Korea~vessel" (a kind).
inline Party party(std::string text) {
  Party party;
  if (const size_t tilde = text.find('~'); tilde != text.npos) {
    party.kind = text.substr(tilde + 1);
    text.resize(tilde);
  }
  if (text.ends_with('*')) {
    text.pop_back();
    party.listings = {{"un", ""}, {"eu", ""}, {"us", ""}, {"uk", ""}};
  }
  party.name = text;
  party.country = country_code(text);
  return party;
}

inline std::vector<Party> parties(std::string_view text) {
  std::vector<Party> all;
  for (const std::string& name : split(text, ",")) {
    if (!name.empty()) all.push_back(party(name));
  }
  return all;
}

/// "actors > recipients; goods; words; day[; place]", as in data/rules/conducts.tsv. A place is in the recipient's
/// country.
inline Conduct event(std::string type, std::string_view text, std::string status = "occurred") {
  const std::vector<std::string> parts = split(text, ";");
  const std::vector<std::string> sides = split(parts.at(0), ">");
  Conduct conduct{.type = std::move(type), .status = std::move(status)};
  conduct.actors = parties(sides.at(0));
  conduct.recipients = parties(sides.at(1));
  for (const std::string& good : split(parts.at(1), ",")) {
    if (!good.empty()) conduct.goods.push_back(good);
  }
  conduct.words = parts.at(2);
  const auto date = parse_partial_date(parts.at(3));
  if (date)
    conduct.date = *date;
  else
    ADD_FAILURE() << date.error().to_string();
  if (parts.size() > 4) conduct.place = parts[4];
  return conduct;
}

/// The provisions flagged, in order.
inline std::vector<std::string> flagged(const Conduct& conduct) {
  const auto flags = evaluate(book(), conduct);
  std::vector<std::string> texts;
  if (!flags) {
    ADD_FAILURE() << flags.error().to_string();
    return texts;
  }
  for (const Flag& flag : *flags) texts.push_back(flag.provision);
  return texts;
}

}  // namespace vedette::rules
