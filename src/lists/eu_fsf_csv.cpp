// The EU's consolidated list of financial sanctions, CSV 1.0 and 1.1, separated by semicolons. A row holds one name,
// address, birth, document or citizenship of an entity; rows with one Entity_logical_id are one entity and need not
// stand together. A file that a spreadsheet saved again, with each line quoted whole and tabs for commas, is read too.
// The key is the EU reference number, else the logical id.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_map>

#include "lists/csv.h"
#include "lists/eu_fsf.h"
#include "lists/input.h"
#include "lists/named_record.h"
#include "lists/readers.h"
#include "lists/values.h"

namespace vedette::lists {
namespace {

// The fields of a row that this reader takes.
enum class Field : uint8_t {
  kFileDate,
  kEntity,
  kReference,
  kUnitedNationId,
  kDesignationDate,
  kSubjectType,
  kRegulation,
  kEntryIntoForce,
  kPublication,
  kUrl,
  kProgramme,
  kRemark,
  kNameId,
  kLastName,
  kFirstName,
  kMiddleName,
  kWholeName,
  kGender,
  kTitle,
  kFunction,
  kLanguage,
  kNameRemark,
  kStrong,
  kStreet,
  kPoBox,
  kZipCode,
  kCity,
  kAddressRegion,
  kAddressPlace,
  kAddressCountry,
  kAddressNumber,
  kAddressOther,
  kBirthId,
  kBirthDate,
  kBirthYear,
  kYearFrom,
  kYearTo,
  kCirca,
  kBirthPlace,
  kBirthCity,
  kBirthCountry,
  kDocumentId,
  kNumber,
  kDocumentType,
  kDocumentCountry,
  kCitizenship,
  kCount,
};

struct ColumnRow {
  Field field;
  std::string_view old_name;  // 1.0
  std::string_view new_name;  // 1.1
};

constexpr ColumnRow kColumns[] = {
    {Field::kFileDate, "Date_file", "fileGenerationDate"},
    {Field::kEntity, "Entity_logical_id", "Entity_LogicalId"},
    {Field::kReference, "EU_ref_num", "Entity_EU_ReferenceNumber"},
    {Field::kUnitedNationId, "", "Entity_UnitedNationId"},
    {Field::kDesignationDate, "", "Entity_DesignationDate"},
    {Field::kSubjectType, "Subject_type", "Entity_SubjectType"},
    {Field::kRegulation, "Leba_numtitle", "Entity_Regulation_NumberTitle"},
    {Field::kEntryIntoForce, "", "Entity_Regulation_EntryIntoForceDate"},
    {Field::kPublication, "Leba_publication_date", "Entity_Regulation_PublicationDate"},
    {Field::kUrl, "Leba_url", "Entity_Regulation_PublicationUrl"},
    {Field::kProgramme, "Programme", "Entity_Regulation_Programme"},
    {Field::kRemark, "Entity_remark", "Entity_Remark"},
    {Field::kNameId, "Naal_logical_id", "NameAlias_LogicalId"},
    {Field::kLastName, "Naal_lastname", "NameAlias_LastName"},
    {Field::kFirstName, "Naal_firstname", "NameAlias_FirstName"},
    {Field::kMiddleName, "Naal_middlename", "NameAlias_MiddleName"},
    {Field::kWholeName, "Naal_wholename", "NameAlias_WholeName"},
    {Field::kGender, "Naal_gender", "NameAlias_Gender"},
    {Field::kTitle, "Naal_title", "NameAlias_Title"},
    {Field::kFunction, "Naal_function", "NameAlias_Function"},
    {Field::kLanguage, "Naal_language", "NameAlias_NameLanguage"},
    {Field::kNameRemark, "", "NameAlias_Remark"},
    {Field::kStrong, "", "NameAlias_Strong"},
    {Field::kStreet, "Addr_street", "Address_Street"},
    {Field::kPoBox, "", "Address_PoBox"},
    {Field::kZipCode, "Addr_zipcode", "Address_ZipCode"},
    {Field::kCity, "Addr_city", "Address_City"},
    {Field::kAddressRegion, "", "Address_Region"},
    {Field::kAddressPlace, "", "Address_Place"},
    {Field::kAddressCountry, "Addr_country", "Address_CountryIso2Code"},
    {Field::kAddressNumber, "Addr_number", ""},
    {Field::kAddressOther, "Addr_other", ""},
    {Field::kBirthId, "Birt_logical_id", "BirthDate_LogicalId"},
    {Field::kBirthDate, "Birt_date", "BirthDate_BirthDate"},
    {Field::kBirthYear, "", "BirthDate_Year"},
    {Field::kYearFrom, "", "BirthDate_YearRangeFrom"},
    {Field::kYearTo, "", "BirthDate_YearRangeTo"},
    {Field::kCirca, "", "BirthDate_Circa"},
    {Field::kBirthPlace, "Birt_place", "BirthDate_Place"},
    {Field::kBirthCity, "", "BirthDate_City"},
    {Field::kBirthCountry, "Birt_country", "BirthDate_CountryIso2Code"},
    {Field::kDocumentId, "Iden_logical_id", "Identification_LogicalId"},
    {Field::kNumber, "Iden_number", "Identification_Number"},
    {Field::kDocumentType, "", "Identification_TypeCode"},
    {Field::kDocumentCountry, "Iden_country", "Identification_CountryIso2Code"},
    {Field::kCitizenship, "Citi_country", "Citizenship_CountryIso2Code"},
};

// Where each field stands in a row.
class Columns {
 public:
  explicit Columns(const CsvRecord& header_record) {
    indexes_.fill(kNone);
    const CsvHeader header(header_record);
    for (const auto& [field, old_name, new_name] : kColumns) {
      for (std::string_view name : {old_name, new_name}) {
        const auto index = name.empty() ? std::nullopt : header.find(name);
        if (index && indexes_[static_cast<size_t>(field)] == kNone) indexes_[static_cast<size_t>(field)] = *index;
      }
    }
    // In 1.0 the first column's name is followed by filler ("Date_filexxxx").
    if (!header.names().empty() && header.names()[0].starts_with("Date_file")) indexes_[0] = 0;
  }

  bool has(Field field) const { return indexes_[static_cast<size_t>(field)] != kNone; }

  std::string text(const CsvRecord& record, Field field) const {
    const size_t index = indexes_[static_cast<size_t>(field)];
    return index == kNone ? std::string() : fold_spaces(record.field(index));
  }

 private:
  static constexpr size_t kNone = static_cast<size_t>(-1);
  std::array<size_t, static_cast<size_t>(Field::kCount)> indexes_;
};

// A line of 1.0 taken apart; quotes only hide semicolons.
std::vector<std::string> split_line(std::string_view line) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ';' && !quoted) {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  return fields;
}

// Undoes a spreadsheet's wrapping: the one field of such a record is the line.
void unwrap(CsvRecord& record) {
  if (record.fields.size() != 1 || record.fields[0].find(';') == std::string::npos) return;
  std::string line = std::move(record.fields[0]);
  line.erase(line.find_last_not_of('\t') + 1);
  std::replace(line.begin(), line.end(), '\t', ',');
  record.fields = split_line(line);
}

// 1.0 writes a line break as a backslash and an n.
std::string with_line_breaks(std::string_view text) {
  std::string real;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool found = text.substr(i, 2) == "\\n";
    real += found ? '\n' : text[i];
    i += found ? 1 : 0;
  }
  return real;
}

struct Pending {
  Entity entity;
  Where where;
  std::optional<PartialDate> listed;
};

// "AD001095 (passport-National passport) ((passport))": version 1.0 has the type in the number's brackets.
std::string type_in(std::string_view number) {
  const size_t open = number.find('(');
  if (open == std::string_view::npos) return {};
  return std::string(number.substr(open + 1, number.find_first_of("-)", open) - open - 1));
}

class RowReader {
 public:
  RowReader(const Columns& columns, const CsvRecord& record) : columns_(columns), record_(record) {}

  std::string text(Field field) const { return columns_.text(record_, field); }

  void add_to(Pending& pending) const {
    add_name(pending.entity);
    add_birth(pending.entity);
    add_eu_country(pending.entity, Property::kCitizenship, text(Field::kCitizenship), {});
    add_identification(pending.entity);
    add_address_of(pending.entity);
    add_regulation(pending);
    add_text(pending.entity, Property::kUnscReference, text(Field::kUnitedNationId));
    add_text(pending.entity, Property::kNotes, with_line_breaks(text(Field::kRemark)));
  }

 private:
  void add_name(Entity& entity) const {
    add_eu_name(entity, {.whole = text(Field::kWholeName),
                         .first = text(Field::kFirstName),
                         .middle = text(Field::kMiddleName),
                         .last = text(Field::kLastName),
                         .title = text(Field::kTitle),
                         .function = text(Field::kFunction),
                         .gender = text(Field::kGender),
                         .language = text(Field::kLanguage),
                         .remark = text(Field::kNameRemark),
                         .source_id = text(Field::kNameId),
                         .strong = text(Field::kStrong) != "false"});
  }

  void add_birth(Entity& entity) const {
    auto date = parse_list_date(text(Field::kBirthDate));
    if (!date) date = parse_list_date(text(Field::kBirthYear));
    const auto first = parse_list_date(text(Field::kYearFrom));
    const auto last = parse_list_date(text(Field::kYearTo));
    if (!date && first && last) date = make_date_range(*first, *last);
    if (date) {
      date->circa = date->circa || text(Field::kCirca) == "true";
      if (Value* value = add_date(entity, Property::kBirthDate, *date)) value->source_id = text(Field::kBirthId);
    } else {
      add_date(entity, Property::kBirthDate, text(Field::kBirthDate));
    }
    for (Field field : {Field::kBirthPlace, Field::kBirthCity}) add_text(entity, Property::kBirthPlace, text(field));
    add_eu_country(entity, Property::kBirthCountry, text(Field::kBirthCountry), {});
  }

  void add_identification(Entity& entity) const {
    const std::string number = text(Field::kNumber);
    std::string type = text(Field::kDocumentType);
    if (type.empty()) type = type_in(number);
    add_eu_identification(entity, type, number, text(Field::kDocumentCountry), type, text(Field::kDocumentId));
  }

  void add_address_of(Entity& entity) const {
    std::vector<std::string> parts;
    for (Field field : {Field::kAddressNumber, Field::kStreet, Field::kPoBox, Field::kAddressPlace, Field::kCity,
                        Field::kAddressRegion, Field::kZipCode, Field::kAddressOther}) {
      parts.push_back(text(field));
    }
    const std::string country = text(Field::kAddressCountry);
    add_address(entity, parts, country == "00" ? std::string() : country);
  }

  // The regulation shown may be an amendment: the listing is the earliest date given in any row.
  void add_regulation(Pending& pending) const {
    add_text(pending.entity, Property::kProgram, text(Field::kProgramme));
    add_text(pending.entity, Property::kProvisions, text(Field::kRegulation));
    add_text(pending.entity, Property::kSourceUrl, text(Field::kUrl));
    const bool has_entry = !text(Field::kEntryIntoForce).empty() || !text(Field::kDesignationDate).empty();
    for (Field field : {Field::kDesignationDate, Field::kEntryIntoForce, Field::kPublication}) {
      if (field == Field::kPublication && has_entry) continue;
      const auto date = parse_list_date(text(field));
      if (date && (!pending.listed || date->first_day() < pending.listed->first_day())) pending.listed = date;
    }
  }

  const Columns& columns_;
  const CsvRecord& record_;
};

class Entities {
 public:
  explicit Entities(const ReadLimits& limits) : limits_(limits) {}

  Result<void> add(const RowReader& row, const std::string& id, Where where) {
    const auto [found, is_new] = index_.try_emplace(id, pending_.size());
    if (is_new) {
      const Schema schema = eu_schema(row.text(Field::kSubjectType));
      pending_.push_back({{.id = eu_key(row.text(Field::kReference), id), .schema = schema}, where, {}});
    }
    Pending& pending = pending_[found->second];
    row.add_to(pending);
    if (pending.entity.values.size() <= limits_.values_per_record) return {};
    return fail(ErrorCode::kLimit, fmt::format("over the limit of {} values in a record", limits_.values_per_record),
                std::move(where));
  }

  Result<void> hand_over(RecordGate& gate) {
    UniqueIds ids;
    for (Pending& pending : pending_) {
      if (pending.listed) add_date(pending.entity, Property::kListingDate, *pending.listed);
      pending.entity.add(Property::kTopics, "sanction");
      settle_eu_ship(pending.entity);
      VEDETTE_RETURN_IF_ERROR(accept_named(std::move(pending.entity), ids, gate, pending.where));
    }
    return {};
  }

 private:
  const ReadLimits& limits_;
  std::vector<Pending> pending_;
  std::unordered_map<std::string, size_t> index_;
};

}  // namespace

Result<ReadSummary> read_eu_fsf_csv(Streams streams, const ReadOptions& options, EntitySink& sink) {
  if (streams.size() != 1) return fail(ErrorCode::kUsage, "the EU list is one file");
  ReadSummary summary;
  RecordGate gate(options, sink, summary);
  CsvReader reader(std::move(streams.front()), {';', Encoding::kOrWindows1252}, options.limits);
  CsvRecord record;
  VEDETTE_RETURN_IF_ERROR(reader.next(record));
  unwrap(record);
  const Columns columns(record);
  if (!columns.has(Field::kEntity) || !columns.has(Field::kWholeName)) {
    return fail(ErrorCode::kInvalidInput, "the header has no entity id or no whole name",
                {reader.name(), record.line, "header"});
  }
  Entities entities(options.limits);
  for (;;) {
    VEDETTE_ASSIGN_OR_RETURN(const bool more, reader.next(record));
    if (!more) break;
    unwrap(record);
    const RowReader row(columns, record);
    Where where{reader.name(), record.line, "Entity_logical_id"};
    const std::string id = row.text(Field::kEntity);
    if (record.defect || id.empty()) {
      VEDETTE_RETURN_IF_ERROR(gate.reject(where, record.defect ? record.defect->reason : "the row has no entity id"));
      continue;
    }
    if (!summary.published) summary.published = parse_list_date(row.text(Field::kFileDate));
    VEDETTE_RETURN_IF_ERROR(entities.add(row, id, std::move(where)));
  }
  VEDETTE_RETURN_IF_ERROR(entities.hand_over(gate));
  for (std::string& note : reader.notes()) summary.notes.push_back(std::move(note));
  return summary;
}

}  // namespace vedette::lists
