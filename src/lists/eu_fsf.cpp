#include "lists/eu_fsf.h"

#include <algorithm>
#include <cctype>

#include "lists/names.h"
#include "lists/values.h"

namespace vedette::lists {
namespace {

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& c : small) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return small;
}

// "low quality a.k.a.", "Low-quality alias", "low qualitiy aka", "weak alias".
bool remark_says_weak(std::string_view remark) {
  const std::string small = lower(remark);
  const size_t low = small.find("low");
  const bool low_quality =
      low != std::string::npos && small.find("qual", low) != std::string::npos && small.find("qual", low) - low <= 6;
  return low_quality || small.find("weak a") != std::string::npos;
}

Property document_property(std::string_view type_code) {
  const std::string code = lower(type_code);
  if (code == "passport" || code == "diplomaticpassport" || code == "servicepassport") return Property::kPassportNumber;
  if (code == "ssn") return Property::kSocialSecurityNumber;
  if (code == "fiscalcode" || code == "tax" || code == "taxid") return Property::kTaxNumber;
  if (code == "regnumber" || code == "registrationnumber") return Property::kRegistrationNumber;
  if (code == "swiftbic" || code == "bic") return Property::kSwiftBic;
  if (code == "imo") return Property::kImoNumber;
  return Property::kIdNumber;
}

}  // namespace

void add_eu_name(Entity& entity, const EuName& name) {
  const bool weak = !name.strong || remark_says_weak(name.remark);
  const bool first = !entity.has(Property::kName);
  const Property property = weak ? Property::kWeakAlias : first ? Property::kName : Property::kAlias;
  std::string whole = fold_spaces(name.whole);
  if (whole.empty()) whole = join_words({name.first, name.middle, name.last});
  // The same name comes again with every regulation.
  const auto names = entity.texts(Property::kName);
  const bool repeated = property == Property::kAlias && std::find(names.begin(), names.end(), whole) != names.end();
  const std::string language = lower(name.language);
  if (Value* value = repeated ? nullptr : add_text(entity, property, whole)) {
    if (value->language.empty()) value->language = language;
    if (value->source_id.empty()) value->source_id = name.source_id;
  }
  if (first && !weak && entity.schema == Schema::kPerson) {
    add_text(entity, Property::kFirstName, name.first);
    add_text(entity, Property::kMiddleName, name.middle);
    add_text(entity, Property::kLastName, name.last);
  }
  add_text(entity, Property::kTitle, name.title);
  add_text(entity, Property::kPosition, name.function);
  if (entity.schema == Schema::kPerson) add_gender(entity, name.gender);
  add_text(entity, Property::kNotes, name.remark);
}

void add_eu_identification(Entity& entity, std::string_view type_code, std::string_view number,
                           std::string_view country, std::string_view label, std::string_view source_id) {
  const Property property = document_property(type_code);
  const size_t before = entity.values.size();
  add_document(entity, property, number, country == "00" ? std::string_view() : country, label);
  if (entity.values.size() > before) entity.values.back().source_id = source_id;
}

std::string eu_key(std::string_view reference, std::string_view logical_id) {
  const std::string key = fold_spaces(reference);
  return "eu-" + (key.empty() ? fold_spaces(logical_id) : key);
}

Schema eu_schema(std::string_view subject_type) {
  return subject_type == "person" || subject_type == "P" ? Schema::kPerson : Schema::kOrganization;
}

void settle_eu_ship(Entity& entity) {
  if (entity.schema != Schema::kOrganization) return;
  const auto numbers = entity.texts(Property::kImoNumber);
  if (numbers.size() == 1 && is_ship_number(numbers[0])) entity.schema = Schema::kVessel;
}

void add_eu_country(Entity& entity, Property property, std::string_view iso_code, std::string_view description) {
  if (iso_code.empty() || iso_code == "00" || iso_code == "UNKNOWN") {
    if (description != "UNKNOWN") add_country(entity, property, description);
    return;
  }
  Value* value = add_country(entity, property, iso_code);
  if (value != nullptr && !description.empty()) value->original = fold_spaces(description);
}

}  // namespace vedette::lists
