#include "lists/us_ofac_fields.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_map>
#include <utility>

#include "base/ascii.h"
#include "entity/country.h"
#include "entity/gender.h"
#include "lists/dates.h"

namespace vedette::lists {
namespace {

// What kind of value a label announces.
enum class Kind : uint8_t { kText, kIdentifier, kDate, kCountry, kGender, kImo, kPassportLike };

struct LabelRow {
  std::string_view label;  // lower case, without a final colon or dash
  Property property;
  Kind kind;
};

constexpr auto kLabels = std::to_array<LabelRow>({
#include "lists/us_ofac_label_list.inc"
});

// The label as the table has it.
std::string plain_label(std::string_view label) {
  std::string plain = ascii_lower(fold_spaces(label));
  while (!plain.empty() && (plain.back() == ':' || plain.back() == '-' || plain.back() == ' ')) plain.pop_back();
  return plain;
}

const LabelRow* find_label(std::string_view plain) {
  static const auto kByLabel = [] {
    std::unordered_map<std::string_view, const LabelRow*> rows;
    for (const LabelRow& row : kLabels) rows.emplace(row.label, &row);
    return rows;
  }();
  const auto found = kByLabel.find(plain);
  return found == kByLabel.end() ? nullptr : found->second;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

bool is_seven_digits(std::string_view text) {
  return text.size() == 7 &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

// IMO resolution A.1117(30): the digits weighed 7 to 2 end in the check digit.
bool has_imo_check_digit(std::string_view digits) {
  int sum = 0;
  for (size_t i = 0; i < 6; ++i) sum += (digits[i] - '0') * static_cast<int>(7 - i);
  return sum % 10 == digits[6] - '0';
}

// The number after "IMO", or a number that proves itself one; empty if there is none.
std::string imo_number(std::string_view value) {
  std::string text = fold_spaces(value);
  const bool said = text.starts_with("IMO ");
  if (said) text.erase(0, 4);
  if (!is_seven_digits(text)) return {};
  return said || has_imo_check_digit(text) ? text : std::string();
}

Value fact_value(Property property, const OfacFact& fact) {
  Value value;
  value.property = property;
  value.text = fold_spaces(fact.value);
  value.source_id = std::string(fact.source_id);
  return value;
}

void add_identifier(Entity& entity, Property property, const OfacFact& fact, std::string text) {
  Value value = fact_value(property, fact);
  value.text = std::move(text);
  value.label = fold_spaces(fact.label);
  if (!fact.country.empty()) {
    value.country = country_code(fact.country);
    if (value.country.empty()) value.country = fold_spaces(fact.country);
  }
  value.original = fold_spaces(fact.original);
  if (value.original == value.text) value.original.clear();
  entity.add(std::move(value));
}

void add_labelled_text(Entity& entity, Property property, const OfacFact& fact) {
  Value value = fact_value(property, fact);
  const bool label_says_more = property == Property::kProvisions || property == Property::kPhone;
  if (label_says_more) value.label = fold_spaces(fact.label);
  while (!value.label.empty() && (value.label.back() == ':' || value.label.back() == '-' || value.label.back() == ' '))
    value.label.pop_back();
  entity.add(std::move(value));
}

bool add_gender(Entity& entity, const OfacFact& fact) {
  const std::string gender(gender_code(fact.value));
  if (gender.empty()) return false;
  Value value = fact_value(Property::kGender, fact);
  value.text = gender;
  value.original = fold_spaces(fact.value);
  entity.add(std::move(value));
  return true;
}

bool add_known(Entity& entity, const LabelRow& row, const OfacFact& fact) {
  switch (row.kind) {
    case Kind::kText:
      add_labelled_text(entity, row.property, fact);
      return true;
    case Kind::kDate:
      return add_ofac_date(entity, row.property, fact.value, {}, fact.source_id);
    case Kind::kCountry:
      add_ofac_country(entity, row.property, fact.value, fact.source_id);
      return true;
    case Kind::kGender:
      return add_gender(entity, fact);
    case Kind::kImo:
      if (const std::string imo = imo_number(fact.value);
          !imo.empty() && (fact.value.starts_with("IMO") || row.label.starts_with("vessel"))) {
        add_identifier(entity, Property::kImoNumber, fact, imo);
        return true;
      }
      [[fallthrough]];
    default:
      add_identifier(entity, row.property, fact, fold_spaces(fact.value));
      return true;
  }
}

// "Listing Date (CMIC)" is the date of that list. The dates of directives say when one of several measures began: an
// entity may have come onto the list earlier or later.
bool add_measure_date(Entity& entity, std::string_view plain, const OfacFact& fact) {
  std::string label = fold_spaces(fact.label);
  if (label.ends_with(':')) label.pop_back();
  if (plain == "listing date (cmic)") {
    return add_ofac_date(entity, Property::kListingDate, fact.value, label, fact.source_id);
  }
  if (!plain.starts_with("listing date (") && !plain.starts_with("effective date (")) return false;
  return add_ofac_date(entity, Property::kStartDate, fact.value, label, fact.source_id);
}

bool is_honorific(std::string_view title) {
  constexpr auto kHonorifics = std::to_array<std::string_view>(
      {"haji",   "hajji", "dr",     "doctor",   "maulana", "maulawi", "maulavi",       "mawlawi",
       "mullah", "mufti", "sheikh", "shaykh",   "sheik",   "ustad",   "hojjatoleslam", "ayatollah",
       "qari",   "imam",  "sayyid", "engineer", "prince",  "mr",      "mrs",           "ms"});
  std::string plain = ascii_lower(title);
  if (plain.ends_with('.')) plain.pop_back();
  return std::find(kHonorifics.begin(), kHonorifics.end(), plain) != kHonorifics.end();
}

// By nationality; where none is stated, the programmes on North Korea stand for it (Kim Jong Un's record has none).
bool has_family_name_first(const Entity& entity) {
  constexpr auto kCountries = std::to_array<std::string_view>({"kp", "kr", "cn", "tw", "hk", "mo", "vn"});
  const bool has_nationality = entity.has(Property::kNationality) || entity.has(Property::kCitizenship);
  return std::any_of(entity.values.begin(), entity.values.end(), [&](const Value& value) {
    if (value.property == Property::kProgram) return !has_nationality && value.text.starts_with("DPRK");
    return (value.property == Property::kNationality || value.property == Property::kCitizenship) &&
           std::find(kCountries.begin(), kCountries.end(), value.text) != kCountries.end();
  });
}

struct NameParts {
  std::string last;
  std::string first;
  std::string suffix;
};

NameParts split_name(std::string_view published) {
  const size_t comma = published.find(',');
  if (comma == std::string_view::npos) return {fold_spaces(published), {}, {}};
  NameParts parts;
  parts.last = fold_spaces(published.substr(0, comma));
  std::string_view rest = published.substr(comma + 1);
  if (const size_t second = rest.rfind(','); second != std::string_view::npos) {
    parts.suffix = fold_spaces(rest.substr(second + 1));
    rest = rest.substr(0, second);
  }
  parts.first = fold_spaces(rest);
  return parts;
}

void append_part(std::string& line, std::string_view part) {
  const std::string text = fold_spaces(part);
  if (text.empty()) return;
  if (!line.empty()) line += ", ";
  line += text;
}

}  // namespace

OfacLabel ofac_label(std::string_view label) {
  const std::string plain = plain_label(label);
  if (const LabelRow* row = find_label(plain); row != nullptr) {
    return row->kind == Kind::kIdentifier || row->kind == Kind::kImo ? OfacLabel::kIdentifier : OfacLabel::kText;
  }
  // The telegraph code of a name in Chinese characters is no number of a document.
  if (plain == "chinese commercial code") return OfacLabel::kUnknown;
  for (const std::string_view ending : {" no.", " no", " number", " id", " #", " card", " code", "passport"}) {
    if (plain.ends_with(ending)) return OfacLabel::kLikeIdentifier;
  }
  return plain.find(" number (") != std::string::npos ? OfacLabel::kLikeIdentifier : OfacLabel::kUnknown;
}

bool add_ofac_fact(Entity& entity, const OfacFact& fact) {
  if (fold_spaces(fact.value).empty()) return false;
  const std::string plain = plain_label(fact.label);
  constexpr std::string_view kWallet = "digital currency address - ";
  if (plain.starts_with(kWallet)) {
    Value value = fact_value(Property::kWalletAddress, fact);
    value.label = fold_spaces(fact.label).substr(kWallet.size());
    entity.add(std::move(value));
    return true;
  }
  if (const LabelRow* row = find_label(plain); row != nullptr) return add_known(entity, *row, fact);
  if (plain.find(" date (") != std::string::npos) return add_measure_date(entity, plain, fact);
  if (ofac_label(fact.label) != OfacLabel::kLikeIdentifier || !has_digit(fact.value)) return false;
  const bool person = entity.schema == Schema::kPerson;
  const Property property = plain.ends_with("passport")               ? Property::kPassportNumber
                            : plain.find("tax ") != std::string::npos ? Property::kTaxNumber
                            : person                                  ? Property::kIdNumber
                                                                      : Property::kRegistrationNumber;
  add_identifier(entity, property, fact, fold_spaces(fact.value));
  return true;
}

std::optional<Schema> ofac_schema(std::string_view type) {
  const std::string plain = ascii_lower(fold_spaces(type));
  if (plain.empty() || plain == "entity") return Schema::kOrganization;
  if (plain == "individual") return Schema::kPerson;
  if (plain == "vessel") return Schema::kVessel;
  if (plain == "aircraft") return Schema::kAirplane;
  return std::nullopt;
}

bool add_ofac_date(Entity& entity, Property property, std::string_view text, std::string_view label,
                   std::string_view source_id) {
  const std::string published = fold_spaces(text);
  const auto date = parse_list_date(published);
  if (!date) return false;
  Value value;
  value.property = property;
  value.text = date->to_string();
  if (published != value.text) value.original = published;
  value.label = std::string(label);
  value.source_id = std::string(source_id);
  value.circa = date->circa;
  entity.add(std::move(value));
  return true;
}

void add_ofac_country(Entity& entity, Property property, std::string_view text, std::string_view source_id) {
  Value value;
  value.property = property;
  value.original = fold_spaces(text);
  value.text = country_code(value.original);
  if (value.text.empty()) value.text.swap(value.original);
  value.source_id = std::string(source_id);
  entity.add(std::move(value));
}

void add_ofac_birth_place(Entity& entity, std::string_view text, std::string_view source_id) {
  Value value;
  value.property = Property::kBirthPlace;
  value.text = fold_spaces(text);
  value.source_id = std::string(source_id);
  std::string_view rest = text;
  // "Pyongyang, Korea, North": the longest end that is a country.
  while (!rest.empty()) {
    if (const std::string code = country_code(rest); !code.empty()) {
      value.country = code;
      entity.add(std::move(value));
      add_ofac_country(entity, Property::kBirthCountry, rest);
      return;
    }
    const size_t comma = rest.find(',');
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
  }
  entity.add(std::move(value));
}

void add_ofac_title(Entity& entity, std::string_view text) {
  const std::string title = fold_spaces(text);
  entity.add(is_honorific(title) ? Property::kTitle : Property::kPosition, title);
}

void add_ofac_address(Entity& entity, const OfacAddress& address) {
  Value value;
  value.property = Property::kAddress;
  for (const std::string_view part : {address.street, address.city, address.country, address.remark}) {
    append_part(value.text, part);
  }
  value.source_id = std::string(address.source_id);
  if (!fold_spaces(address.country).empty()) {
    value.country = country_code(address.country);
    entity.add(Property::kCountry, value.country);
  }
  entity.add(std::move(value));
}

void add_ofac_note(Entity& entity, std::string_view text) {
  entity.add(Property::kNotes, fold_spaces(text));
}

void add_ofac_programs(Entity& entity, std::string_view text) {
  constexpr std::string_view kJoin = "] [";
  for (;;) {
    const size_t join = text.find(kJoin);
    entity.add(Property::kProgram, fold_spaces(text.substr(0, join)));
    if (join == std::string_view::npos) return;
    text.remove_prefix(join + kJoin.size());
  }
}

std::string natural_order(std::string_view published, bool family_name_first) {
  const NameParts parts = split_name(published);
  if (parts.first.empty()) return parts.suffix.empty() ? fold_spaces(published) : parts.last + ", " + parts.suffix;
  std::string name = family_name_first ? parts.last + " " + parts.first : parts.first + " " + parts.last;
  if (parts.last.empty()) name = parts.first;
  return parts.suffix.empty() ? name : name + ", " + parts.suffix;
}

void finish_ofac_names(Entity& entity) {
  if (entity.schema != Schema::kPerson) return;
  const bool family_name_first = has_family_name_first(entity);
  if (const NameParts parts = split_name(entity.first(Property::kName)); !parts.first.empty()) {
    entity.add(Property::kLastName, parts.last);
    entity.add(Property::kFirstName, parts.first);
  }
  for (Value& value : entity.values) {
    if (kind_of(value.property) != PropertyKind::kName) continue;
    std::string natural = natural_order(value.text, family_name_first);
    if (natural == value.text) continue;
    value.original = std::exchange(value.text, std::move(natural));
  }
}

}  // namespace vedette::lists
