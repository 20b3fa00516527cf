// The consolidated list of the UN Security Council, XML.
// https://scsanctions.un.org/resources/xml/en/consolidated.xml, schema https://www.un.org/sc/resources/sc-sanctions.xsd
// The key is REFERENCE_NUMBER ("KPi.038"): DATAID changes when a record is renumbered.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "lists/named_record.h"
#include "lists/names.h"
#include "lists/readers.h"
#include "lists/values.h"
#include "lists/xml.h"

namespace vedette::lists {
namespace {

// List types, with the number of the resolution that the committee is named after
// (https://main.un.org/securitycouncil).
constexpr std::pair<std::string_view, std::string_view> kProgrammes[] = {
    {"Al-Qaida", "UN-SC1267"}, {"CAR", "UN-SC2745"},     {"DPRK", "UN-SC1718"},       {"DRC", "UN-SC1533"},
    {"GB", "UN-SC2048"},       {"Haiti", "UN-SC2653"},   {"Iran", "UN-SC1737"},       {"Iraq", "UN-SC1518"},
    {"Libya", "UN-SC1970"},    {"Somalia", "UN-SC2713"}, {"SouthSudan", "UN-SC2206"}, {"Sudan", "UN-SC1591"},
    {"Taliban", "UN-SC1988"},  {"Yemen", "UN-SC2140"},
};

void add_programme(Entity& entity, std::string_view list_type) {
  const std::string name = fold_spaces(list_type);
  add_text(entity, Property::kProgram, name);
  for (const auto& [type, id] : kProgrammes) {
    if (type == name) entity.add(Property::kProgramId, id);
  }
}

void add_repeated(Entity& entity, const XmlNode& record, std::string_view element, Property property) {
  for (const XmlNode* list : record.all(element)) {
    for (const XmlNode* value : list->all("VALUE")) {
      if (kind_of(property) == PropertyKind::kCountry) {
        add_country(entity, property, value->text);
      } else if (kind_of(property) == PropertyKind::kDate) {
        add_date(entity, property, value->text);
      } else {
        add_text(entity, property, value->text);
      }
    }
  }
}

// Good, Low and empty for individuals; a.k.a. and f.k.a. for entities, in the same element.
Property alias_property(std::string_view quality) {
  if (quality == "Low") return Property::kWeakAlias;
  if (quality == "f.k.a.") return Property::kPreviousName;
  return Property::kAlias;
}

std::string place_of(const XmlNode& node, std::string_view city, std::string_view country) {
  std::string place;
  for (const std::string& part :
       {node.text_of("STREET"), node.text_of(city), node.text_of("STATE_PROVINCE"), node.text_of(country)}) {
    if (!part.empty()) place += (place.empty() ? "" : ", ") + part;
  }
  return place;
}

// Some aliases carry the birth that was given with them; it counts only where the record has no such value already.
void add_births_of_alias(Entity& entity, const XmlNode& alias) {
  const auto texts = entity.texts(Property::kBirthDate);
  const auto date = parse_list_date(alias.text_of("DATE_OF_BIRTH"));
  if (date && std::find(texts.begin(), texts.end(), date->to_string()) == texts.end()) {
    Value* value = add_date(entity, Property::kBirthDate, *date, alias.text_of("DATE_OF_BIRTH"));
    value->label = "as " + alias.text_of("ALIAS_NAME");
  }
  add_text(entity, Property::kBirthPlace, place_of(alias, "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH"));
  add_country(entity, Property::kBirthCountry, alias.text_of("COUNTRY_OF_BIRTH"));
}

void add_alias(Entity& entity, const XmlNode& alias) {
  const std::string name = alias.text_of("ALIAS_NAME");
  if (!name.empty()) {
    add_names(entity, alias_property(alias.text_of("QUALITY")), name, {.label = alias.text_of("NOTE")});
  }
  add_births_of_alias(entity, alias);
}

// EXACT may hold only a year, or only a note ("Nov. 1973"); a note may also narrow a year to its month ("Sep.").
std::optional<PartialDate> date_of_birth(const XmlNode& node) {
  const std::string note = node.text_of("NOTE");
  std::optional<PartialDate> date = parse_list_date(node.text_of("DATE"));
  if (!date) date = parse_list_date(node.text_of("YEAR"));
  const auto first = parse_list_date(node.text_of("FROM_YEAR"));
  const auto last = parse_list_date(node.text_of("TO_YEAR"));
  if (!date && first && last) date = make_date_range(*first, *last);
  const auto noted = parse_list_date(note);
  if (!date) date = noted;
  if (date && date->precision() == DatePrecision::kYear) {
    const auto month = parse_list_date(note + " " + date->from.to_string());
    if (month && month->precision() == DatePrecision::kMonth && month->from.year == date->from.year) date = month;
  }
  if (!date) return std::nullopt;
  const bool circa = node.text_of("TYPE_OF_DATE") == "APPROXIMATELY" || note.starts_with("Approximately");
  date->circa = date->circa || circa;
  return date;
}

void add_birth_date(Entity& entity, const XmlNode& node) {
  if (const auto date = date_of_birth(node)) {
    if (Value* value = add_date(entity, Property::kBirthDate, *date)) value->label = node.text_of("NOTE");
    return;
  }
  for (const char* field : {"DATE", "YEAR", "FROM_YEAR", "TO_YEAR", "NOTE"}) {
    add_text(entity, Property::kNotes, node.text_of(field), to_string(Property::kBirthDate));
  }
}

void add_birth_place(Entity& entity, const XmlNode& node) {
  std::string place = place_of(node, "CITY", "COUNTRY");
  if (place.empty()) place = node.text_of("NOTE");
  add_text(entity, Property::kBirthPlace, place);
  add_country(entity, Property::kBirthCountry, node.text_of("COUNTRY"));
}

void add_document_of(Entity& entity, const XmlNode& node) {
  const std::string type = node.text_of("TYPE_OF_DOCUMENT");
  const std::string second_type = node.text_of("TYPE_OF_DOCUMENT2");
  const bool passport = type.find("assport") != std::string::npos || type.find("asaporte") != std::string::npos ||
                        type.find("asseport") != std::string::npos;
  std::string country = node.text_of("ISSUING_COUNTRY");
  if (country.empty()) country = node.text_of("COUNTRY_OF_ISSUE");
  std::string number = node.text_of("NUMBER");
  // A record without a number may have it in the second type or the note.
  for (const std::string& other : {second_type, node.text_of("NOTE")}) {
    if (number.empty() && !document_number(other).empty()) number = other;
  }
  const Property property = passport ? Property::kPassportNumber : Property::kIdNumber;
  if (!number.empty()) return add_document(entity, property, number, country, second_type.empty() ? type : second_type);
  add_text(entity, Property::kNotes, node.text_of("NOTE"), type);
}

void add_address_of(Entity& entity, const XmlNode& node) {
  add_address(entity,
              {node.text_of("STREET"), node.text_of("CITY"), node.text_of("STATE_PROVINCE"), node.text_of("ZIP_CODE")},
              node.text_of("COUNTRY"), node.text_of("NOTE"));
}

void add_gender_of(Entity& entity, const XmlNode& record) {
  add_gender(entity, record.text_of("GENDER"));
  const std::string comments = record.text_of("COMMENTS1");
  const size_t at = comments.find("Gender: ");
  if (at == std::string::npos) return;
  const std::string_view word = std::string_view(comments).substr(at + 8);
  add_gender(entity, word.substr(0, word.find_first_of(" .;,[")));
}

void add_names_of(Entity& entity, const XmlNode& record, std::string_view prefix) {
  add_text(entity, Property::kName,
           join_words({record.text_of("FIRST_NAME"), record.text_of("SECOND_NAME"), record.text_of("THIRD_NAME"),
                       record.text_of("FOURTH_NAME")}));
  add_names(entity, Property::kName, record.text_of("NAME_ORIGINAL_SCRIPT"), {.script = "original script"});
  for (const XmlNode* alias : record.all(std::string(prefix) + "_ALIAS")) add_alias(entity, *alias);
}

Entity entity_of(const XmlNode& record) {
  const bool person = record.name == "INDIVIDUAL";
  const std::string prefix = record.name;
  const std::string reference = record.text_of("REFERENCE_NUMBER");
  Entity entity{.id = "un-" + reference, .schema = person ? Schema::kPerson : Schema::kOrganization};
  // Births first: those given with an alias count only where the record has none of them.
  for (const XmlNode* node : record.all(prefix + "_DATE_OF_BIRTH")) add_birth_date(entity, *node);
  for (const XmlNode* node : record.all(prefix + "_PLACE_OF_BIRTH")) add_birth_place(entity, *node);
  add_names_of(entity, record, prefix);
  add_repeated(entity, record, "TITLE", Property::kTitle);
  add_repeated(entity, record, "DESIGNATION", Property::kPosition);
  add_repeated(entity, record, "NATIONALITY", Property::kNationality);
  if (person) add_gender_of(entity, record);
  for (const XmlNode* node : record.all(prefix + "_DOCUMENT")) add_document_of(entity, *node);
  for (const XmlNode* node : record.all(prefix + "_ADDRESS")) add_address_of(entity, *node);
  add_programme(entity, record.text_of("UN_LIST_TYPE"));
  add_text(entity, Property::kUnscReference, reference);
  add_date(entity, Property::kListingDate, record.text_of("LISTED_ON"));
  add_repeated(entity, record, "LAST_DAY_UPDATED", Property::kModifiedAt);
  entity.add(Property::kTopics, "sanction");
  add_text(entity, Property::kNotes, record.text_of("COMMENTS1"));
  add_text(entity, Property::kNotes, record.text_of("SUBMITTED_BY"), "submitted by");
  return entity;
}

}  // namespace

Result<ReadSummary> read_un_xml(Streams streams, const ReadOptions& options, EntitySink& sink) {
  if (streams.size() != 1) return fail(ErrorCode::kUsage, "the UN list is one file");
  ReadSummary summary;
  RecordGate gate(options, sink, summary);
  UniqueIds ids;
  XmlRecordReader reader(std::move(streams.front()), {"INDIVIDUAL", "ENTITY"}, options.limits);
  XmlNode record;
  for (;;) {
    VEDETTE_ASSIGN_OR_RETURN(const bool more, reader.next(record));
    if (!more) break;
    const Where where{reader.name(), record.line, "REFERENCE_NUMBER"};
    if (record.text_of("REFERENCE_NUMBER").empty()) {
      VEDETTE_RETURN_IF_ERROR(gate.reject(where, "no reference number"));
      continue;
    }
    VEDETTE_RETURN_IF_ERROR(accept_named(entity_of(record), ids, gate, where));
  }
  summary.published = parse_list_date(reader.root().attribute("dateGenerated"));
  return summary;
}

}  // namespace vedette::lists
