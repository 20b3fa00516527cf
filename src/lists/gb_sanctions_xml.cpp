// The UK Sanctions List, XML: since 28 January 2026 the only official list of the United Kingdom.
// https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml, format notes at
// https://www.gov.uk/government/publications/the-uk-sanctions-list. The key is UniqueID ("AFG0001").
#include <algorithm>

#include "lists/named_record.h"
#include "lists/names.h"
#include "lists/readers.h"
#include "lists/script_words.h"
#include "lists/values.h"
#include "lists/xml.h"

namespace vedette::lists {
namespace {

// All elements of that name at any depth: the lists wrap values in one or two elements of plural names.
void collect(const XmlNode& node, std::string_view name, std::vector<const XmlNode*>& found) {
  for (const XmlNode& child : node.children) {
    if (child.name == name) found.push_back(&child);
    collect(child, name, found);
  }
}

std::vector<const XmlNode*> all_below(const XmlNode& node, std::string_view name) {
  std::vector<const XmlNode*> found;
  collect(node, name, found);
  return found;
}

struct ElementRow {
  std::string_view element;
  Property property;
};

// Elements whose text is one value.
constexpr ElementRow kElements[] = {
    {"Title", Property::kTitle},
    {"Position", Property::kPosition},
    {"DOB", Property::kBirthDate},
    {"TownOfBirth", Property::kBirthPlace},
    {"CountryOfBirth", Property::kBirthCountry},
    {"Nationality", Property::kNationality},
    {"Gender", Property::kGender},
    {"PhoneNumber", Property::kPhone},
    {"EmailAddress", Property::kEmail},
    {"Website", Property::kWebsite},
    {"TypeOfEntity", Property::kLegalForm},
    {"BusinessRegistrationNumber", Property::kRegistrationNumber},
    {"ParentCompany", Property::kParent},
    {"Subsidiary", Property::kSubsidiaries},
    {"IMONumber", Property::kImoNumber},
    {"CurrentBelievedFlagOfShip", Property::kFlag},
    {"PreviousFlag", Property::kPastFlags},
    {"CurrentOwnerOperator", Property::kOwner},
    {"TypeOfShip", Property::kType},
    {"TonnageOfShip", Property::kTonnage},
    {"LengthOfShip", Property::kLength},
    {"YearBuilt", Property::kBuildDate},
    {"HullIdentificationNumber", Property::kSerialNumber},
};

void add_element(Entity& entity, Property property, const std::string& text) {
  switch (kind_of(property)) {
    case PropertyKind::kDate:
      add_date(entity, property, text);
      break;
    case PropertyKind::kCountry:
      add_country(entity, property, text);
      break;
    case PropertyKind::kGender:
      add_gender(entity, text);
      break;
    default:
      add_text(entity, property, text);
  }
}

bool is_weak(const XmlNode& name) {
  const std::string quality = name.text_of("AliasStrength") + name.text_of("AliasQuality");
  return quality.starts_with("Low") || quality.starts_with("low") || quality.starts_with("Weak");
}

// "Primary Name", "Primary Name Variation", "Alias"; previous names where given.
Property name_property(const XmlNode& name) {
  std::string type = name.text_of("NameType");
  std::transform(type.begin(), type.end(), type.begin(), [](unsigned char c) { return std::tolower(c); });
  if (type == "primary name") return Property::kName;
  if (type.find("previous") != std::string::npos || type.find("former") != std::string::npos)
    return Property::kPreviousName;
  return is_weak(name) ? Property::kWeakAlias : Property::kAlias;
}

void add_names_of(Entity& entity, const XmlNode& record) {
  for (const XmlNode* name : all_below(record, "Name")) {
    add_text(entity, name_property(*name),
             join_words({name->text_of("Name1"), name->text_of("Name2"), name->text_of("Name3"), name->text_of("Name4"),
                         name->text_of("Name5"), name->text_of("Name6")}));
  }
  for (const XmlNode* name : all_below(record, "NonLatinName")) {
    const std::string script = name->text_of("NonLatinScriptType");
    add_names(entity, Property::kName, name->text_of("NameNonLatinScript"),
              {.language = language_code(name->text_of("NonLatinScriptLanguage")),
               .script = script.empty() ? "non-Latin script" : std::string_view(script)});
  }
}

void add_documents(Entity& entity, const XmlNode& record) {
  for (const XmlNode* passport : all_below(record, "Passport")) {
    const std::string more = passport->text_of("PassportAdditionalInformation");
    const std::string number = passport->text_of("PassportNumber");
    add_document(entity, Property::kPassportNumber, number.empty() ? more : number);
    add_text(entity, Property::kNotes, more, "passport");
  }
  for (const XmlNode* identifier : all_below(record, "NationalIdentifier")) {
    const std::string more = identifier->text_of("NationalIdentifierAdditionalInformation");
    const std::string number = identifier->text_of("NationalIdentifierNumber");
    add_document(entity, Property::kIdNumber, number.empty() ? more : number);
    add_text(entity, Property::kNotes, more, "national identifier");
  }
}

void add_addresses(Entity& entity, const XmlNode& record) {
  for (const XmlNode* address : all_below(record, "Address")) {
    std::vector<std::string> parts;
    for (char line = '1'; line <= '6'; ++line) parts.push_back(address->text_of(std::string("AddressLine") + line));
    parts.push_back(address->text_of("AddressPostalCode"));
    add_address(entity, parts, address->text_of("AddressCountry"));
  }
}

Schema schema_of(const XmlNode& record) {
  const std::string kind = record.text_of("IndividualEntityShip");
  if (kind == "Individual") return Schema::kPerson;
  return kind == "Ship" ? Schema::kVessel : Schema::kOrganization;
}

Entity entity_of(const XmlNode& record) {
  Entity entity{.id = "gb-" + record.text_of("UniqueID"), .schema = schema_of(record)};
  add_names_of(entity, record);
  for (const auto& [element, property] : kElements) {
    for (const XmlNode* node : all_below(record, element)) add_element(entity, property, fold_spaces(node->text));
  }
  add_documents(entity, record);
  add_addresses(entity, record);
  add_text(entity, Property::kProgram, record.text_of("RegimeName"));
  for (const std::string& measure : split(record.text_of("SanctionsImposed"), '|')) {
    add_text(entity, Property::kProvisions, measure);
  }
  add_text(entity, Property::kUnscReference, record.text_of("UNReferenceNumber"));
  add_text(entity, Property::kAuthorityId, record.text_of("OFSIGroupID"), "OFSI Group ID");
  add_date(entity, Property::kListingDate, record.text_of("DateDesignated"));
  add_date(entity, Property::kModifiedAt, record.text_of("LastUpdated"));
  entity.add(Property::kTopics, "sanction");
  add_text(entity, Property::kReason, record.text_of("UKStatementofReasons"));
  add_text(entity, Property::kNotes, record.text_of("OtherInformation"));
  return entity;
}

}  // namespace

Result<ReadSummary> read_gb_sanctions_xml(Streams streams, const ReadOptions& options, EntitySink& sink) {
  if (streams.size() != 1) return fail(ErrorCode::kUsage, "the UK Sanctions List is one file");
  ReadSummary summary;
  RecordGate gate(options, sink, summary);
  UniqueIds ids;
  XmlRecordReader reader(std::move(streams.front()), {"DateGenerated", "Designation"}, options.limits);
  XmlNode record;
  for (;;) {
    VEDETTE_ASSIGN_OR_RETURN(const bool more, reader.next(record));
    if (!more) break;
    if (record.name == "DateGenerated") {
      summary.published = parse_list_date(record.text);
      continue;
    }
    const Where where{reader.name(), record.line, "UniqueID"};
    if (record.text_of("UniqueID").empty()) {
      VEDETTE_RETURN_IF_ERROR(gate.reject(where, "no unique id"));
      continue;
    }
    VEDETTE_RETURN_IF_ERROR(accept_named(entity_of(record), ids, gate, where));
  }
  return summary;
}

}  // namespace vedette::lists
