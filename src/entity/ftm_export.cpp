#include "entity/ftm_export.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "base/json_writer.h"

namespace vedette {
namespace {

constexpr std::pair<Property, std::string_view> kRoles[] = {
    {Property::kLinkedTo, "linked to"},      {Property::kOwner, "owner"},
    {Property::kOperator, "operator"},       {Property::kParent, "parent"},
    {Property::kSubsidiaries, "subsidiary"},
};

constexpr Property kOfSanction[] = {
    Property::kProgram,   Property::kProgramId,   Property::kProvisions,    Property::kReason,
    Property::kAuthority, Property::kAuthorityId, Property::kUnscReference, Property::kListingDate,
    Property::kStartDate, Property::kEndDate,
};

constexpr Property kOnTheRecordToo[] = {Property::kProgram, Property::kProgramId};

constexpr Property kPapers[] = {Property::kPassportNumber, Property::kIdNumber, Property::kSocialSecurityNumber};

template <typename Range>
bool contains(const Range& range, Property property) {
  return std::find(std::begin(range), std::end(range), property) != std::end(range);
}

bool moves_away(Property property) {
  if (property == Property::kWalletAddress || !ftm_role(property).empty()) return true;
  return contains(kOfSanction, property) && !contains(kOnTheRecordToo, property);
}

// One entity that hangs on a record.
class Part {
 public:
  Part(std::string_view schema, const Entity& record) : schema_(schema), record_(record) {}

  void add(std::string_view property, std::string_view text) {
    if (!text.empty()) add(property, std::vector<std::string_view>{text});
  }
  void add(std::string_view property, std::vector<std::string_view> texts) {
    if (!texts.empty()) properties_.emplace_back(property, std::move(texts));
  }

  std::string line() const {
    JsonWriter content;
    write_properties(content);
    JsonWriter json;
    json.begin_object();
    json.member("id", fmt::format("{}-{}-{:016x}", record_.id, schema_, checksum64(content.text())));
    json.member("schema", schema_);
    json.key("properties");
    json.raw(content.text());
    if (!record_.datasets.empty()) json.member_strings("datasets", record_.datasets);
    json.end_object();
    return json.take() + "\n";
  }

 private:
  void write_properties(JsonWriter& json) const {
    json.begin_object();
    for (const auto& [property, texts] : properties_) {
      json.key(property);
      json.begin_array();
      for (std::string_view text : texts) json.value(text);
      json.end_array();
    }
    json.end_object();
  }

  std::string_view schema_;
  const Entity& record_;
  std::vector<std::pair<std::string_view, std::vector<std::string_view>>> properties_;
};

std::string wallet_line(const Entity& record, const Value& value) {
  Part wallet("CryptoWallet", record);
  wallet.add("holder", record.id);
  wallet.add("publicKey", value.text);
  wallet.add("currency", value.label);
  wallet.add("topics", record.texts(Property::kTopics));
  return wallet.line();
}

std::string paper_line(const Entity& record, const Value& value) {
  Part paper(value.property == Property::kPassportNumber ? "Passport" : "Identification", record);
  paper.add("holder", record.id);
  paper.add("number", value.text);
  paper.add("type", value.label);
  paper.add("country", value.country);
  return paper.line();
}

std::string note_line(const Entity& record, const Value& value) {
  Part note("Note", record);
  note.add("entity", record.id);
  note.add("namesMentioned", value.text);
  note.add("description", ftm_role(value.property));
  return note.line();
}

std::string link_line(const Entity& record, const Value& value, const FindByName& find) {
  const std::string object = find(value.text);
  if (object.empty()) return note_line(record, value);
  Part link("UnknownLink", record);
  link.add("subject", record.id);
  link.add("object", object);
  link.add("role", ftm_role(value.property));
  return link.line();
}

std::string sanction_line(const Entity& record) {
  Part sanction("Sanction", record);
  sanction.add("entity", record.id);
  bool says_something = false;
  for (const Property property : kOfSanction) {
    says_something = says_something || record.has(property);
    sanction.add(to_string(property), record.texts(property));
  }
  return says_something ? sanction.line() : std::string();
}

}  // namespace

std::string_view ftm_role(Property property) {
  for (const auto& [known, role] : kRoles) {
    if (known == property) return role;
  }
  return {};
}

Property property_of_ftm_role(std::string_view role) {
  for (const auto& [property, known] : kRoles) {
    if (known == role) return property;
  }
  return Property::kLinkedTo;
}

std::string ftm_lines(const Entity& record, const FindByName& find, ValueDetails details) {
  Entity itself{.id = record.id, .schema = record.schema, .datasets = record.datasets};
  std::string parts;
  for (const Value& value : record.values) {
    if (!moves_away(value.property)) itself.values.push_back(value);
    if (value.property == Property::kWalletAddress) parts += wallet_line(record, value);
    if (contains(kPapers, value.property)) parts += paper_line(record, value);
    if (!ftm_role(value.property).empty()) parts += link_line(record, value, find);
  }
  JsonWriter json;
  write_entity_json(json, itself, details);
  return json.take() + "\n" + parts + sanction_line(record);
}

}  // namespace vedette
