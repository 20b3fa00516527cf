// The US Consolidated Screening List: the rows of thirteen lists of three departments, one row a party.
//
// The id is "csl-", a short code of the row's list, and its entity_number where there is one ("csl-sdn-20157"), else
// its _id ("csl-el-4f0c…"), which is not unique: of rows that share an id, the second and later have "-2", "-3" … in
// the order of the file. Nothing is merged: a party on two lists has two rows, as published. The list loses precision:
// a birth date known as a year, a range or "circa" comes as the first of January. So a birth date of 1 January counts
// as its year, with the published text in `original`; those that are true days are lost in this.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "lists/csv.h"
#include "lists/dates.h"
#include "lists/fixed_columns.h"
#include "lists/readers.h"
#include "lists/record_gate.h"
#include "lists/unique_id.h"
#include "lists/us_ofac_fields.h"
#include "lists/us_ofac_remarks.h"

namespace vedette::lists {
namespace {

constexpr std::string_view kListSeparator = "; ";

enum Column : size_t {
  kId,
  kSource,
  kEntityNumber,
  kType,
  kPrograms,
  kName,
  kTitle,
  kAddresses,
  kNotice,
  kStartDate,
  kEndDate,
  kStandardOrder,
  kLicenseRequirement,
  kLicensePolicy,
  kCallSign,
  kVesselType,
  kGrossTonnage,
  kGrossRegisteredTonnage,
  kVesselFlag,
  kVesselOwner,
  kRemarks,
  kListUrl,
  kAltNames,
  kCitizenships,
  kBirthDates,
  kNationalities,
  kBirthPlaces,
  kInformationUrl,
  kIds,
  kColumnCount
};

constexpr std::array<const char*, kColumnCount> kColumns = {"_id",
                                                            "source",
                                                            "entity_number",
                                                            "type",
                                                            "programs",
                                                            "name",
                                                            "title",
                                                            "addresses",
                                                            "federal_register_notice",
                                                            "start_date",
                                                            "end_date",
                                                            "standard_order",
                                                            "license_requirement",
                                                            "license_policy",
                                                            "call_sign",
                                                            "vessel_type",
                                                            "gross_tonnage",
                                                            "gross_registered_tonnage",
                                                            "vessel_flag",
                                                            "vessel_owner",
                                                            "remarks",
                                                            "source_list_url",
                                                            "alt_names",
                                                            "citizenships",
                                                            "dates_of_birth",
                                                            "nationalities",
                                                            "places_of_birth",
                                                            "source_information_url",
                                                            "ids"};

struct SourceRow {
  std::string_view mark;  // in the source's name
  std::string_view code;  // in our ids, and the programme where the row has none
  std::string_view topic;
};

// Sanctions of Treasury and State block dealings; the lists of Commerce and ITAR's govern exports.
constexpr auto kSources = std::to_array<SourceRow>({{"(SDN)", "sdn", "sanction"},
                                                    {"(SSI)", "ssi", "sanction"},
                                                    {"(FSE)", "fse", "sanction"},
                                                    {"(PLC)", "plc", "sanction"},
                                                    {"(CAP)", "cap", "sanction"},
                                                    {"(CMIC)", "cmic", "sanction"},
                                                    {"(NS-MBS List)", "mbs", "sanction"},
                                                    {"(ISN)", "isn", "sanction"},
                                                    {"(DTC)", "dtc", "export.control"},
                                                    {"(EL)", "el", "export.control"},
                                                    {"(DPL)", "dpl", "export.control"},
                                                    {"(UVL)", "uvl", "export.control"},
                                                    {"(MEU)", "meu", "export.control"}});

const SourceRow* find_source(std::string_view source) {
  const auto found = std::find_if(kSources.begin(), kSources.end(), [&](const SourceRow& row) {
    return source.find(row.mark) != std::string_view::npos;
  });
  return found == kSources.end() ? nullptr : &*found;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const size_t end = std::min(text.find(separator), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + separator.size(), text.size()));
  }
  return parts;
}

bool is_country_code(std::string_view text) {
  return text.size() == 2 && std::isupper(static_cast<unsigned char>(text[0])) != 0 &&
         std::isupper(static_cast<unsigned char>(text[1])) != 0;
}

bool is_day(std::string_view text) {
  return text.size() == 10 && text[4] == '-' && parse_day(text).has_value();
}

// "JO, 2014-08-30, 2009-08-31, K475336, Passport": country, expiry, issue, number, kind; only the last two are always
// there, and the number may hold commas.
void add_id(Entity& entity, std::string_view published) {
  std::vector<std::string_view> parts = split(published, ", ");
  if (parts.size() < 2) return add_ofac_note(entity, published);
  const std::string_view label = parts.back();
  parts.pop_back();
  std::string_view country;
  size_t first = 0;
  if (parts.size() > 1 && is_country_code(parts[0])) country = parts[first++];
  while (first + 1 < parts.size() && is_day(parts[first])) ++first;
  const auto begin = static_cast<size_t>(parts[first].data() - published.data());
  const auto end = static_cast<size_t>(label.data() - published.data()) - 2;
  if (!add_ofac_fact(entity, {label, published.substr(begin, end - begin), country, published, {}})) {
    add_ofac_note(entity, published);
  }
}

// A piece without a comma is the rest of the value before it, which held a semicolon.
void add_ids(Entity& entity, std::string_view ids) {
  size_t begin = 0;
  while (begin < ids.size()) {
    size_t end = std::min(ids.find(kListSeparator, begin), ids.size());
    while (end < ids.size() && ids.substr(begin, end - begin).find(", ") == std::string_view::npos) {
      end = std::min(ids.find(kListSeparator, end + kListSeparator.size()), ids.size());
    }
    add_id(entity, ids.substr(begin, end - begin));
    begin = std::min(end + kListSeparator.size(), ids.size());
  }
}

void add_birth_date(Entity& entity, std::string_view text) {
  Value value;
  value.property = Property::kBirthDate;
  auto date = parse_list_date(text);
  if (!date) return add_ofac_note(entity, fmt::format("dates_of_birth: {}", text));
  if (date->from.month == 1 && date->from.day == 1 && !date->until) date->from = {date->from.year, 0, 0};
  value.text = date->to_string();
  if (value.text != text) value.original = std::string(text);
  value.circa = date->circa;
  entity.add(std::move(value));
}

// "SEAGOVILLE, TX, 75159, US"
void add_address(Entity& entity, std::string_view text) {
  const size_t comma = text.rfind(", ");
  const std::string_view last = comma == std::string_view::npos ? text : text.substr(comma + 2);
  if (!is_country_code(last)) return add_ofac_address(entity, {text, {}, {}, {}, {}});
  add_ofac_address(entity,
                   {comma == std::string_view::npos ? std::string_view() : text.substr(0, comma), {}, last, {}, {}});
}

class Reader {
 public:
  Reader(const ReadOptions& options, EntitySink& sink) : options_(options), gate_(options, sink, summary_) {}

  Result<ReadSummary> read(std::unique_ptr<InputStream> stream) {
    CsvReader reader(std::move(stream), {',', Encoding::kOrWindows1252}, options_.limits);
    name_ = reader.name();
    VEDETTE_RETURN_IF_ERROR(columns_.read(reader, [&](CsvRecord& row) { return read_row(row); }));
    for (std::string& note : reader.notes()) summary_.notes.push_back(std::move(note));
    return std::move(summary_);
  }

 private:
  std::string field(const CsvRecord& record, Column column) const { return columns_.text(record, column); }

  Result<void> read_row(CsvRecord& record) {
    if (record.defect) return gate_.reject(std::move(record.defect->where), std::move(record.defect->reason));
    const auto reject = [&](Column column, std::string reason) {
      return gate_.reject({name_, record.line, kColumns[column]}, std::move(reason));
    };
    if (const auto misfit = columns_.misfit(record)) return reject(kId, *misfit);
    const SourceRow* source = find_source(field(record, kSource));
    if (source == nullptr) return reject(kSource, fmt::format("unknown list '{}'", field(record, kSource)));
    const auto schema = schema_of(field(record, kType));
    if (!schema) return reject(kType, fmt::format("unknown type '{}'", field(record, kType)));
    if (field(record, kName).empty()) return reject(kName, "is empty");
    const std::string key = field(record, field(record, kEntityNumber).empty() ? kId : kEntityNumber);
    if (key.empty()) return reject(kId, "is empty");
    return gate_.accept(entity_of(record, *source, *schema, key), {name_, record.line, ""});
  }

  // Rows of Commerce and State leave the type open: a person or a firm.
  static std::optional<Schema> schema_of(const std::string& type) {
    return type.empty() ? Schema::kLegalEntity : ofac_schema(type);
  }

  Entity entity_of(const CsvRecord& record, const SourceRow& source, Schema schema, const std::string& key) {
    Entity entity;
    entity.id = ids_.of(fmt::format("csl-{}-{}", source.code, key));
    entity.schema = schema;
    entity.add(Property::kName, field(record, kName));
    each(record, kAltNames, [&](std::string_view name) { entity.add(Property::kAlias, fold_spaces(name)); });
    add_ofac_title(entity, field(record, kTitle));
    add_person(entity, record);
    add_vessel(entity, record);
    each(record, kAddresses, [&](std::string_view address) { add_address(entity, address); });
    add_ids(entity, field(record, kIds));
    read_ofac_remarks(entity, field(record, kRemarks), RemarkEnd::kUnstopped);
    add_measure(entity, record, source);
    finish_ofac_names(entity);
    return entity;
  }

  template <typename Use>
  void each(const CsvRecord& record, Column column, Use use) const {
    const std::string text = field(record, column);
    for (const std::string_view part : split(text, kListSeparator)) use(part);
  }

  void add_person(Entity& entity, const CsvRecord& record) const {
    each(record, kBirthDates, [&](std::string_view date) { add_birth_date(entity, date); });
    each(record, kBirthPlaces, [&](std::string_view place) { add_ofac_birth_place(entity, place); });
    each(record, kNationalities,
         [&](std::string_view code) { add_ofac_country(entity, Property::kNationality, code); });
    each(record, kCitizenships, [&](std::string_view code) { add_ofac_country(entity, Property::kCitizenship, code); });
  }

  void add_vessel(Entity& entity, const CsvRecord& record) const {
    entity.add(Property::kCallSign, field(record, kCallSign));
    entity.add(Property::kType, field(record, kVesselType));
    entity.add(Property::kTonnage, field(record, kGrossTonnage));
    entity.add(Property::kGrossRegisteredTonnage, field(record, kGrossRegisteredTonnage));
    add_ofac_country(entity, Property::kFlag, field(record, kVesselFlag));
    entity.add(Property::kOwner, field(record, kVesselOwner));
  }

  void add_measure(Entity& entity, const CsvRecord& record, const SourceRow& source) const {
    each(record, kPrograms, [&](std::string_view program) { entity.add(Property::kProgram, program); });
    if (!entity.has(Property::kProgram)) entity.add(Property::kProgram, upper(source.code));
    entity.add(Property::kProgramId, upper(source.code));
    entity.add(Property::kAuthority, field(record, kSource));
    columns_.add_date(entity, Property::kListingDate, record, kStartDate);
    columns_.add_date(entity, Property::kEndDate, record, kEndDate);
    entity.add(Property::kProvisions, field(record, kNotice));
    for (const Column column : {kStandardOrder, kLicenseRequirement, kLicensePolicy})
      columns_.add_note(entity, record, column);
    entity.add(Property::kSourceUrl, field(record, kListUrl));
    entity.add(Property::kSourceUrl, field(record, kInformationUrl));
    entity.add(Property::kTopics, source.topic);
  }

  static std::string upper(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return result;
  }

  const ReadOptions& options_;
  ReadSummary summary_;
  RecordGate gate_;
  std::string name_;
  FixedColumns columns_{kColumns};
  UniqueIds ids_;
};

}  // namespace

Result<ReadSummary> read_us_csl_csv(Streams streams, const ReadOptions& options, EntitySink& sink) {
  if (streams.size() != 1) return fail(ErrorCode::kInvalidInput, "one file is due");
  return Reader(options, sink).read(std::move(streams.front()));
}

}  // namespace vedette::lists
