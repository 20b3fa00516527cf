// The Denied Persons List of the Bureau of Industry and Security: tab-separated, with a header.
//
// The list gives its rows no reference. The id is "bis-dpl-" and 16 hexadecimal digits of a hash of name, street, city
// and effective date, so it stays the same while those do; of rows that share all four, the second and later have "-2",
// "-3" … in the order of the file. One row is one record: a party at two addresses has two.
// It does not say whether a party is a person or a firm: the schema is LegalEntity.

#include <fmt/format.h>

#include <array>

#include "base/hash.h"
#include "lists/csv.h"
#include "lists/fixed_columns.h"
#include "lists/readers.h"
#include "lists/record_gate.h"
#include "lists/unique_id.h"
#include "lists/us_ofac_fields.h"

namespace vedette::lists {
namespace {

constexpr std::array<const char*, 12> kColumns = {
    "Name",           "Street_Address",  "City",           "State",       "Country", "Postal_Code",
    "Effective_Date", "Expiration_Date", "Standard_Order", "Last_Update", "Action",  "FR_Citation"};
enum Column : size_t {
  kName,
  kStreet,
  kCity,
  kState,
  kCountry,
  kPostalCode,
  kEffective,
  kExpiration,
  kStandardOrder,
  kLastUpdate,
  kAction,
  kCitation
};

constexpr std::pair<Property, Column> kDates[] = {
    {Property::kListingDate, kEffective},
    {Property::kEndDate, kExpiration},
    {Property::kModifiedAt, kLastUpdate},
};

class Reader {
 public:
  Reader(const ReadOptions& options, EntitySink& sink) : options_(options), gate_(options, sink, summary_) {}

  Result<ReadSummary> read(std::unique_ptr<InputStream> stream) {
    CsvReader reader(std::move(stream), {'\t', Encoding::kOrWindows1252}, options_.limits);
    name_ = reader.name();
    VEDETTE_RETURN_IF_ERROR(columns_.read(reader, [&](CsvRecord& row) { return read_row(row); }));
    for (std::string& note : reader.notes()) summary_.notes.push_back(std::move(note));
    return std::move(summary_);
  }

 private:
  std::string field(const CsvRecord& record, Column column) const { return columns_.text(record, column); }

  Result<void> read_row(CsvRecord& record) {
    if (record.defect) return gate_.reject(std::move(record.defect->where), std::move(record.defect->reason));
    if (const auto misfit = columns_.misfit(record)) return gate_.reject({name_, record.line, ""}, *misfit);
    if (field(record, kName).empty()) return gate_.reject({name_, record.line, "Name"}, "is empty");
    Entity entity;
    entity.id = id_of(record);
    entity.schema = Schema::kLegalEntity;
    entity.add(Property::kName, field(record, kName));
    add_address(entity, record);
    for (const auto& [property, column] : kDates) {
      columns_.add_date(entity, property, record, column, us_order(field(record, column)));
    }
    entity.add(Property::kProvisions, field(record, kCitation));
    columns_.add_note(entity, record, kAction);
    columns_.add_note(entity, record, kStandardOrder);
    entity.add(Property::kProgram, "DPL");
    entity.add(Property::kTopics, "export.control");
    return gate_.accept(std::move(entity), {name_, record.line, ""});
  }

  std::string id_of(const CsvRecord& record) {
    std::string key;
    for (const Column column : {kName, kStreet, kCity, kEffective}) key += field(record, column) + '\n';
    return ids_.of(fmt::format("bis-dpl-{:016x}", checksum64(key)));
  }

  void add_address(Entity& entity, const CsvRecord& record) const {
    std::string city = field(record, kCity);
    for (const Column column : {kState, kPostalCode}) {
      if (const std::string part = field(record, column); !part.empty()) city += (city.empty() ? "" : ", ") + part;
    }
    const std::string street = field(record, kStreet);
    const std::string country = field(record, kCountry);
    add_ofac_address(entity, {street, city, country, {}, {}});
  }

  // "06/19/2003" is the 19th of June, whatever the numbers allow.
  static std::string us_order(const std::string& text) {
    if (text.size() != 10 || text[2] != '/' || text[5] != '/') return text;
    return text.substr(6) + "-" + text.substr(0, 2) + "-" + text.substr(3, 2);
  }

  const ReadOptions& options_;
  ReadSummary summary_;
  RecordGate gate_;
  std::string name_;
  FixedColumns columns_{kColumns};
  UniqueIds ids_;
};

}  // namespace

Result<ReadSummary> read_us_bis_dpl(Streams streams, const ReadOptions& options, EntitySink& sink) {
  if (streams.size() != 1) return fail(ErrorCode::kInvalidInput, "one file is due");
  return Reader(options, sink).read(std::move(streams.front()));
}

}  // namespace vedette::lists
