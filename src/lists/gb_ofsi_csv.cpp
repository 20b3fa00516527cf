// The consolidated list of the UK's Office of Financial Sanctions Implementation, CSV; closed on 28 January 2026.
// A group of rows is one entity: the rows are the product of its names, birth dates, birthplaces and addresses, sorted
// by name, so that a group is complete only at the end of the file. The key is "Group ID".
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <unordered_map>

#include "lists/csv.h"
#include "lists/named_record.h"
#include "lists/names.h"
#include "lists/readers.h"
#include "lists/script_words.h"
#include "lists/values.h"

namespace vedette::lists {
namespace {

// A row by the names of its columns.
class Row {
 public:
  Row(const CsvHeader& header, const CsvRecord& record) : header_(header), record_(record) {}
  /// Folded text of the column; empty where there is none.
  std::string text(std::string_view column) const {
    const auto index = header_.find(column);
    return index ? fold_spaces(record_.field(*index)) : std::string();
  }

 private:
  const CsvHeader& header_;
  const CsvRecord& record_;
};

struct Group {
  Entity entity;
  Where where;  // of its first row
  bool circa = false;
};

Property name_property(const Row& row) {
  if (row.text("Alias Type").starts_with("Prime")) return Property::kName;
  if (row.text("Alias Type") == "FKA") return Property::kPreviousName;
  const std::string quality = row.text("Alias Quality");
  return quality.starts_with("Low") || quality.starts_with("low") ? Property::kWeakAlias : Property::kAlias;
}

void add_names_of_row(Entity& entity, const Row& row) {
  std::vector<std::string> parts;
  for (int i = 1; i <= 5; ++i) parts.push_back(row.text(fmt::format("Name {}", i)));
  parts.push_back(row.text("Name 6"));
  add_text(entity, name_property(row), join_words(parts));
  const std::string script = row.text("Non-Latin Script Type");
  add_names(entity, Property::kName, row.text("Name Non-Latin Script"),
            {.language = language_code(row.text("Non-Latin Script Language")),
             .script = script.empty() ? "non-Latin script" : std::string_view(script)});
  for (const std::string& item : split_numbered(row.text("Title"))) {
    for (const std::string& title : split(item, '/')) add_text(entity, Property::kTitle, title);
  }
}

void add_person(Entity& entity, const Row& row) {
  add_date(entity, Property::kBirthDate, row.text("DOB"));
  for (const std::string& town : split_numbered(row.text("Town of Birth")))
    add_text(entity, Property::kBirthPlace, town);
  for (const std::string& country : split_numbered(row.text("Country of Birth"))) {
    add_country(entity, Property::kBirthCountry, country);
  }
  for (const std::string& country : split_numbered(row.text("Nationality"))) {
    add_country(entity, Property::kNationality, country);
  }
  for (const std::string& position : split_numbered(row.text("Position")))
    add_text(entity, Property::kPosition, position);
}

// Until 2021 the number stands in its description; later lists have a column for each.
void add_documents(Entity& entity, const Row& row) {
  const std::string passport = row.text("Passport Number");
  if (!passport.empty()) {
    for (const std::string& number : split_numbered(passport)) add_document(entity, Property::kPassportNumber, number);
    add_text(entity, Property::kNotes, row.text("Passport Details"), "passport");
  } else {
    for (const std::string& number : split_numbered(row.text("Passport Details"))) {
      add_document(entity, Property::kPassportNumber, number);
    }
  }
  for (const char* column : {"NI Number", "National Identification Number"}) {
    for (const std::string& number : split_numbered(row.text(column)))
      add_document(entity, Property::kIdNumber, number);
  }
  add_text(entity, Property::kNotes, row.text("National Identification Details"), "national identification");
}

void add_address_of_row(Entity& entity, const Row& row) {
  std::vector<std::string> parts;
  for (int i = 1; i <= 6; ++i) parts.push_back(row.text(fmt::format("Address {}", i)));
  parts.push_back(row.text("Post/Zip Code"));
  const std::string country = row.text("Country");
  add_address(entity, parts, country);
}

// "MMSI: 445539000"
std::string mmsi_in(std::string_view text) {
  const size_t at = text.find("MMSI");
  if (at == std::string_view::npos) return {};
  const std::string number = document_number(text.substr(at + 4, 20));
  return number.size() == 9 ? number : std::string();
}

// Ships stand among the entities. One that names exactly one valid ship number is that ship; a company names its
// own number, which is none, or several ships.
void add_other_information(Entity& entity, const std::string& text) {
  add_text(entity, Property::kNotes, text);
  for (const std::string& reference : un_references(text)) {
    const std::string_view before = std::string_view(text).substr(0, text.find(reference));
    const bool own = before.ends_with("UN Ref ") || before.ends_with("UN Ref. ") || before.ends_with("UN Ref: ");
    if (own) add_text(entity, Property::kUnscReference, reference);
  }
  std::vector<std::string> numbers = imo_numbers(text);
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  if (entity.schema == Schema::kPerson || numbers.size() != 1 || !is_ship_number(numbers[0])) return;
  entity.schema = Schema::kVessel;
  add_text(entity, Property::kImoNumber, numbers[0]);
  add_text(entity, Property::kMmsi, mmsi_in(text));
}

Schema schema_of(const Row& row) {
  const std::string type = row.text("Group Type");
  if (type == "Individual") return Schema::kPerson;
  return type == "Ship" ? Schema::kVessel : Schema::kOrganization;
}

void add_row(Group& group, const Row& row) {
  Entity& entity = group.entity;
  add_names_of_row(entity, row);
  add_person(entity, row);
  add_documents(entity, row);
  add_address_of_row(entity, row);
  add_text(entity, Property::kProgram, row.text("Regime"));
  add_date(entity, Property::kListingDate, row.text("Listed On"));
  add_date(entity, Property::kModifiedAt, row.text("Last Updated"));
  const std::string information = row.text("Other Information");
  add_other_information(entity, information);
  group.circa = group.circa || information.find("DOB is approximate") != std::string::npos;
}

// A person may be listed under several regimes; the earliest listing comes first.
void finish(Group& group) {
  auto& values = group.entity.values;
  std::vector<Value> listings;
  std::copy_if(values.begin(), values.end(), std::back_inserter(listings),
               [](const Value& value) { return value.property == Property::kListingDate; });
  std::sort(listings.begin(), listings.end(), [](const Value& a, const Value& b) { return a.text < b.text; });
  auto next = listings.begin();
  for (Value& value : values) {
    if (value.property == Property::kListingDate) value = *next++;
  }
  for (Value& value : values) {
    if (value.property == Property::kBirthDate) value.circa = value.circa || group.circa;
  }
  group.entity.add(Property::kTopics, "sanction");
}

class Groups {
 public:
  explicit Groups(const ReadLimits& limits) : limits_(limits) {}

  Result<void> add(const Row& row, Where where) {
    const std::string id = row.text("Group ID");
    const auto [found, is_new] = index_.try_emplace(id, groups_.size());
    if (is_new) {
      groups_.push_back({{.id = "ofsi-" + id, .schema = schema_of(row)}, where});
    }
    Group& group = groups_[found->second];
    add_row(group, row);
    if (group.entity.values.size() > limits_.values_per_record) {
      return fail(ErrorCode::kLimit, fmt::format("over the limit of {} values in a record", limits_.values_per_record),
                  std::move(where));
    }
    return {};
  }

  std::vector<Group>& all() { return groups_; }

 private:
  const ReadLimits& limits_;
  std::vector<Group> groups_;
  std::unordered_map<std::string, size_t> index_;
};

// Rows until the header: "Last Updated,13/04/2018".
Result<CsvHeader> read_header(CsvReader& reader, ReadSummary& summary) {
  CsvRecord record;
  for (int i = 0; i < 5; ++i) {
    VEDETTE_ASSIGN_OR_RETURN(const bool more, reader.next(record));
    if (!more) break;
    CsvHeader header(record);
    if (header.find("Group ID")) return header;
    if (fold_spaces(record.field(0)) == "Last Updated") summary.published = parse_list_date(record.field(1));
  }
  return fail(ErrorCode::kInvalidInput, "no header with a column 'Group ID' in the first lines",
              {reader.name(), record.line, "Group ID"});
}

}  // namespace

Result<ReadSummary> read_gb_ofsi_csv(Streams streams, const ReadOptions& options, EntitySink& sink) {
  if (streams.size() != 1) return fail(ErrorCode::kUsage, "the OFSI list is one file");
  ReadSummary summary;
  RecordGate gate(options, sink, summary);
  CsvReader reader(std::move(streams.front()), {',', Encoding::kOrWindows1252}, options.limits);
  VEDETTE_ASSIGN_OR_RETURN(const CsvHeader header, read_header(reader, summary));
  Groups groups(options.limits);
  CsvRecord record;
  for (;;) {
    VEDETTE_ASSIGN_OR_RETURN(const bool more, reader.next(record));
    if (!more) break;
    const Row row(header, record);
    Where where{reader.name(), record.line, "Group ID"};
    if (record.defect) {
      VEDETTE_RETURN_IF_ERROR(gate.reject(record.defect->where, record.defect->reason));
    } else if (row.text("Group ID").empty()) {
      VEDETTE_RETURN_IF_ERROR(gate.reject(std::move(where), "the row has no group"));
    } else {
      VEDETTE_RETURN_IF_ERROR(groups.add(row, std::move(where)));
    }
  }
  UniqueIds ids;
  for (Group& group : groups.all()) {
    finish(group);
    VEDETTE_RETURN_IF_ERROR(accept_named(std::move(group.entity), ids, gate, group.where));
  }
  for (std::string& note : reader.notes()) summary.notes.push_back(std::move(note));
  return summary;
}

}  // namespace vedette::lists
