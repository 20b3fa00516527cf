// The EU's consolidated list of financial sanctions, XML 1.1 (namespace http://eu.europa.ec/fpi/fsd/export).
// The key is euReferenceNumber ("EU.27.28"), else logicalId.
#include <algorithm>

#include "lists/eu_fsf.h"
#include "lists/named_record.h"
#include "lists/readers.h"
#include "lists/values.h"
#include "lists/xml.h"

namespace vedette::lists {
namespace {

std::string attribute(const XmlNode& node, std::string_view name) {
  return fold_spaces(node.attribute(name));
}

std::string remarks(const XmlNode& node) {
  std::string text;
  for (const XmlNode* remark : node.all("remark")) {
    const std::string folded = fold_spaces(remark->text);
    if (!folded.empty()) text += (text.empty() ? "" : " ") + folded;
  }
  return text;
}

void add_name(Entity& entity, const XmlNode& node) {
  add_eu_name(entity, {.whole = attribute(node, "wholeName"),
                       .first = attribute(node, "firstName"),
                       .middle = attribute(node, "middleName"),
                       .last = attribute(node, "lastName"),
                       .title = attribute(node, "title"),
                       .function = attribute(node, "function"),
                       .gender = attribute(node, "gender"),
                       .language = attribute(node, "nameLanguage"),
                       .remark = remarks(node),
                       .source_id = attribute(node, "logicalId"),
                       .strong = attribute(node, "strong") != "false"});
}

// birthdate="1937-04-28", or its parts, or a range of years.
std::optional<PartialDate> date_of(const XmlNode& node) {
  auto date = parse_list_date(attribute(node, "birthdate"));
  const std::string year = attribute(node, "year");
  if (!date && !year.empty()) {
    const auto part = [&](std::string_view name) {
      const std::string text = attribute(node, name);
      return text.empty() ? std::string("00") : text;
    };
    date = parse_list_date(part("dayOfMonth") + "/" + part("monthOfYear") + "/" + year);
    if (!date) date = parse_list_date(year);
  }
  const auto first = parse_list_date(attribute(node, "yearRangeFrom"));
  const auto last = parse_list_date(attribute(node, "yearRangeTo"));
  if (!date && first && last) date = make_date_range(*first, *last);
  if (!date) date = first ? first : last;
  if (date) date->circa = date->circa || attribute(node, "circa") == "true";
  return date;
}

void add_birth(Entity& entity, const XmlNode& node) {
  const bool gregorian = attribute(node, "calendarType") != "ISLAMIC";
  const std::optional<PartialDate> date = gregorian ? date_of(node) : std::nullopt;
  if (date) {
    if (Value* value = add_date(entity, Property::kBirthDate, *date)) value->source_id = attribute(node, "logicalId");
  } else {
    for (const char* name : {"birthdate", "year", "yearRangeFrom", "yearRangeTo"}) {
      add_text(entity, Property::kNotes, attribute(node, name), to_string(Property::kBirthDate));
    }
  }
  std::string place;
  for (const char* name : {"place", "city", "region", "zipCode"}) {
    const std::string part = attribute(node, name);
    if (!part.empty()) place += (place.empty() ? "" : ", ") + part;
  }
  add_text(entity, Property::kBirthPlace, place);
  add_eu_country(entity, Property::kBirthCountry, attribute(node, "countryIso2Code"),
                 attribute(node, "countryDescription"));
  add_text(entity, Property::kNotes, remarks(node), "birth");
}

void add_address_of(Entity& entity, const XmlNode& node) {
  std::vector<std::string> parts;
  for (const char* name : {"street", "poBox", "place", "city", "region", "zipCode"})
    parts.push_back(attribute(node, name));
  const std::string code = attribute(node, "countryIso2Code");
  add_address(entity, parts, code == "00" ? std::string() : attribute(node, "countryDescription"), remarks(node));
  for (const XmlNode* contact : node.all("contactInfo")) {
    const std::string key = attribute(*contact, "key");
    const Property property = key == "PHONE"                     ? Property::kPhone
                              : key == "EMAIL"                   ? Property::kEmail
                              : key == "WEB" || key == "WEBSITE" ? Property::kWebsite
                                                                 : Property::kNotes;
    add_text(entity, property, attribute(*contact, "value"), property == Property::kNotes ? key : std::string());
  }
}

void add_identification(Entity& entity, const XmlNode& node) {
  std::string number = attribute(node, "number");
  if (number.empty()) number = attribute(node, "latinNumber");
  std::string label = attribute(node, "identificationTypeDescription");
  if (attribute(node, "knownFalse") == "true") label += " (false)";
  add_eu_identification(entity, attribute(node, "identificationTypeCode"), number, attribute(node, "countryIso2Code"),
                        label, attribute(node, "logicalId"));
  add_text(entity, Property::kNotes, remarks(node), "identification");
}

// A regulation shown may be an amendment: the listing is the earliest of the dates given.
void add_regulations(Entity& entity, const XmlNode& record) {
  std::optional<PartialDate> earliest = parse_list_date(attribute(record, "designationDate"));
  for (const XmlNode* regulation : record.all("regulation")) {
    add_text(entity, Property::kProgram, attribute(*regulation, "programme"));
    add_text(entity, Property::kProvisions, attribute(*regulation, "numberTitle"));
    add_text(entity, Property::kSourceUrl, regulation->text_of("publicationUrl"));
    const auto date = parse_list_date(attribute(*regulation, "entryIntoForceDate"));
    if (date && (!earliest || date->first_day() < earliest->first_day())) earliest = date;
  }
  if (earliest) add_date(entity, Property::kListingDate, *earliest);
}

Entity entity_of(const XmlNode& record) {
  const XmlNode* type = record.child("subjectType");
  Entity entity{.id = eu_key(record.attribute("euReferenceNumber"), record.attribute("logicalId")),
                .schema = eu_schema(type == nullptr ? std::string_view() : type->attribute("code"))};
  for (const XmlNode* node : record.all("nameAlias")) add_name(entity, *node);
  for (const XmlNode* node : record.all("birthdate")) add_birth(entity, *node);
  for (const XmlNode* node : record.all("citizenship")) {
    add_eu_country(entity, Property::kCitizenship, attribute(*node, "countryIso2Code"),
                   attribute(*node, "countryDescription"));
  }
  for (const XmlNode* node : record.all("identification")) add_identification(entity, *node);
  for (const XmlNode* node : record.all("address")) add_address_of(entity, *node);
  add_regulations(entity, record);
  add_text(entity, Property::kUnscReference, attribute(record, "unitedNationId"));
  entity.add(Property::kTopics, "sanction");
  add_text(entity, Property::kNotes, remarks(record));
  add_text(entity, Property::kNotes, attribute(record, "designationDetails"), "designation");
  settle_eu_ship(entity);
  return entity;
}

}  // namespace

Result<ReadSummary> read_eu_fsf_xml(Streams streams, const ReadOptions& options, EntitySink& sink) {
  if (streams.size() != 1) return fail(ErrorCode::kUsage, "the EU list is one file");
  ReadSummary summary;
  RecordGate gate(options, sink, summary);
  UniqueIds ids;
  XmlRecordReader reader(std::move(streams.front()), {"sanctionEntity"}, options.limits);
  XmlNode record;
  for (;;) {
    VEDETTE_ASSIGN_OR_RETURN(const bool more, reader.next(record));
    if (!more) break;
    const Where where{reader.name(), record.line, "euReferenceNumber"};
    if (eu_key(record.attribute("euReferenceNumber"), record.attribute("logicalId")) == "eu-") {
      VEDETTE_RETURN_IF_ERROR(gate.reject(where, "neither reference number nor logical id"));
      continue;
    }
    VEDETTE_RETURN_IF_ERROR(accept_named(entity_of(record), ids, gate, where));
  }
  summary.published = parse_list_date(reader.root().attribute("generationDate"));
  return summary;
}

}  // namespace vedette::lists
