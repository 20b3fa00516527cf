#include "lists/us_ofac_remarks.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"
#include "entity/country.h"
#include "lists/us_ofac_fields.h"

namespace vedette::lists {
namespace {

constexpr std::string_view kSeparator = "; ";

// Removes `prefix`, letters compared without case. False if the text does not start with it.
bool take_prefix(std::string_view& text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  for (size_t i = 0; i < prefix.size(); ++i) {
    if (ascii_lower(text[i]) != ascii_lower(prefix[i])) return false;
  }
  text.remove_prefix(prefix.size());
  return true;
}

void trim(std::string_view& text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
}

// "DOB 1946" or "DOB: 1946" → "1946".
std::optional<std::string_view> after_word(std::string_view segment, std::string_view word) {
  if (!take_prefix(segment, word)) return std::nullopt;
  if (!segment.empty() && segment.front() != ' ' && segment.front() != ':') return std::nullopt;
  if (segment.starts_with(':')) segment.remove_prefix(1);
  trim(segment);
  return segment;
}

// a.k.a. 'BNC'
bool read_alias(Entity& entity, std::string_view segment) {
  Property property = Property::kWeakAlias;
  if (take_prefix(segment, "f.k.a. "))
    property = Property::kPreviousName;
  else if (!take_prefix(segment, "a.k.a. ") && !take_prefix(segment, "n.k.a. "))
    return false;
  trim(segment);
  const bool quoted = segment.size() > 2 && segment.front() == '\'' && segment.back() == '\'';
  if (!quoted) return false;
  entity.add(property, fold_spaces(segment.substr(1, segment.size() - 2)));
  return true;
}

bool read_person(Entity& entity, std::string_view segment) {
  if (const auto date = after_word(segment, "DOB")) return add_ofac_date(entity, Property::kBirthDate, *date);
  if (const auto place = after_word(segment, "POB")) {
    add_ofac_birth_place(entity, *place);
    return !place->empty();
  }
  if (const auto country = after_word(segment, "nationality"); country && !country->starts_with("of ")) {
    add_ofac_country(entity, Property::kNationality, *country);
    return !country->empty();
  }
  if (const auto country = after_word(segment, "citizen"); country && !country->starts_with("of ")) {
    add_ofac_country(entity, Property::kCitizenship, *country);
    return !country->empty();
  }
  return false;
}

// Labels with a value that need not have a digit, longest first where one begins another.
constexpr auto kWordLabels = std::to_array<std::string_view>({
    "Linked To:",
    "Secondary sanctions risk:",
    "Additional Sanctions Information -",
    "Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions:",
    "Executive Order 13662 Directive Determination -",
    "Executive Order 14024 Directive Information -",
    "Executive Order 14024 Directive Information",
    "Executive Order 14014 Directive Information:",
    "Executive Order 13846 information:",
    "Executive Order 14059 information:",
    "CAATSA Section 235 Information:",
    "IFCA Determination -",
    "Gender",
    "Organization Type:",
    "Organization Established Date",
    "Target Type",
    "Nationality of Registration",
    "Former Vessel Flag",
    "Other Vessel Flag",
    "Vessel Flag",
    "Other Vessel Type",
    "Other Vessel Call Sign",
    "Vessel Year of Build",
    "Vessel Registration Identification",
    "Previous Aircraft Tail Number",
    "Aircraft Tail Number",
    "Aircraft Manufacture Date",
    "Aircraft Manufacturer's Serial Number (MSN)",
    "Aircraft Construction Number (also called L/N or S/N or F/N)",
    "Aircraft Serial Identification",
    "Aircraft Mode S Transponder Code",
    "Aircraft Model",
    "Aircraft Operator",
    "Email Address",
    "E-mail",
    "Website",
    "Telephone No.",
    "Telephone Number",
    "Telephone",
    "Phone Number",
    "Phone No.",
    "Phone",
    "Fax No.",
    "Fax Number",
    "Fax",
    "SWIFT/BIC",
    "Equity Ticker",
    "ethnicity",
});

// "Digital Currency Address - XBT 1Kuf…"
bool read_wallet(Entity& entity, std::string_view segment) {
  std::string_view rest = segment;
  if (!take_prefix(rest, "Digital Currency Address - ")) return false;
  const size_t space = rest.find(' ');
  if (space == std::string_view::npos) return false;
  const size_t label_end = segment.size() - rest.size() + space;
  return add_ofac_fact(entity, {segment.substr(0, label_end), rest.substr(space + 1), {}, segment, {}});
}

bool is_group_end(std::string_view text) {
  return text.size() > 2 && text.back() == ')';
}

// Takes "(Korea, North)" off the end, if the parentheses name a country.
std::string_view take_country(std::string_view& text) {
  trim(text);
  if (!is_group_end(text)) return {};
  const size_t open = text.rfind('(');
  if (open == std::string_view::npos) return {};
  const std::string_view country = text.substr(open + 1, text.size() - open - 2);
  if (country_code(country).empty()) return {};
  text = text.substr(0, open);
  trim(text);
  return country;
}

// Takes " issued 19 Jun 2013 expires 19 Jun 2023" off the end; it stays in the value's original.
void take_term(std::string_view& text) {
  for (const std::string_view word : {" issued ", " expires "}) {
    if (const size_t at = text.find(word); at != std::string_view::npos) text = text.substr(0, at);
  }
  trim(text);
}

bool read_word_label(Entity& entity, std::string_view segment) {
  for (const std::string_view label : kWordLabels) {
    std::string_view rest = segment;
    if (!take_prefix(rest, label)) continue;
    const bool closed = label.back() == ':' || label.back() == '-' || rest.starts_with(' ') || rest.starts_with(':');
    if (!closed) continue;
    if (rest.starts_with(':')) rest.remove_prefix(1);
    trim(rest);
    std::string_view country;
    if (ofac_label(label) == OfacLabel::kIdentifier) {
      take_term(rest);
      country = take_country(rest);
    }
    return add_ofac_fact(entity, {label, rest, country, segment, {}});
  }
  return false;
}

// The longest label before the first word with a digit that is known as asked for. 0 if there is none.
size_t label_size(std::string_view text, bool from_table) {
  constexpr size_t kLongestLabel = 100;
  const size_t digit = text.find_first_of("0123456789");
  if (digit == std::string_view::npos || digit == 0) return 0;
  for (size_t stop = text.rfind(' ', digit); stop != std::string_view::npos && stop > 0;
       stop = text.rfind(' ', stop - 1)) {
    if (stop > kLongestLabel) continue;
    const OfacLabel known = ofac_label(text.substr(0, stop));
    if (known == (from_table ? OfacLabel::kIdentifier : OfacLabel::kLikeIdentifier)) return stop;
  }
  return 0;
}

// "Passport 472220033 (Korea, North) issued …". Letters between a label and the first digit belong to the number:
// "V.A.T. Number BG 121024920".
bool read_identifier(Entity& entity, std::string_view segment) {
  std::string_view text = segment;
  take_term(text);
  const std::string_view country = take_country(text);
  size_t size = label_size(text, true);
  if (size == 0) size = label_size(text, false);
  if (size == 0) return false;
  return add_ofac_fact(entity, {text.substr(0, size), text.substr(size + 1), country, segment, {}});
}

// "Listing Date (EO 14024 Directive 2): 24 Feb 2022": the label ends with its parenthesis.
bool read_measure_date(Entity& entity, std::string_view segment) {
  if (!segment.starts_with("Listing Date (") && !segment.starts_with("Effective Date (")) return false;
  const size_t close = segment.find(')');
  if (close == std::string_view::npos) return false;
  std::string_view date = segment.substr(close + 1);
  if (date.starts_with(':')) date.remove_prefix(1);
  trim(date);
  return add_ofac_fact(entity, {segment.substr(0, close + 1), date, {}, segment, {}});
}

// "(Linked To: A; Linked To: B)", as the XML and the screening list have it, comes here in pieces.
std::string_view without_outer_parentheses(std::string_view segment) {
  if (segment.starts_with("(Linked To: ")) segment.remove_prefix(1);
  if (!segment.starts_with("Linked To: ") || !segment.ends_with(')')) return segment;
  const auto count = [&](char c) { return std::count(segment.begin(), segment.end(), c); };
  if (count(')') > count('(')) segment.remove_suffix(1);
  return segment;
}

// Remarks repeat the title.
bool is_known_title(const Entity& entity, std::string_view segment) {
  return std::any_of(entity.values.begin(), entity.values.end(), [&](const Value& value) {
    return (value.property == Property::kPosition || value.property == Property::kTitle) && value.text == segment;
  });
}

void read_segment(Entity& entity, std::string_view published) {
  std::string_view segment = published;
  trim(segment);
  if (segment.empty() || is_known_title(entity, segment)) return;
  std::string_view fact = without_outer_parentheses(segment);
  take_prefix(fact, "alt. ");
  if (read_alias(entity, fact) || read_person(entity, fact) || read_wallet(entity, fact) ||
      read_measure_date(entity, fact) || read_word_label(entity, fact) || read_identifier(entity, fact)) {
    return;
  }
  add_ofac_note(entity, segment);
}

}  // namespace

void read_ofac_remarks(Entity& entity, std::string_view remarks, RemarkEnd end) {
  trim(remarks);
  if (end == RemarkEnd::kStopped && remarks.ends_with('.')) remarks.remove_suffix(1);
  for (;;) {
    const size_t stop = remarks.find(kSeparator);
    const bool last = stop == std::string_view::npos;
    if (last && end == RemarkEnd::kCut && !remarks.ends_with(';')) {
      add_ofac_note(entity, remarks);
      return;
    }
    if (last && remarks.ends_with(';')) remarks.remove_suffix(1);
    read_segment(entity, remarks.substr(0, stop));
    if (last) return;
    remarks.remove_prefix(stop + kSeparator.size());
  }
}

}  // namespace vedette::lists
