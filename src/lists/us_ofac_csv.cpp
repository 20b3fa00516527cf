// OFAC's legacy CSV: the main file, and up to three files that join it on ent_num.
//
// The side files are read first and held, since their rows need not stand in the order of the main file: memory is
// theirs (a release: some 2 MB), bounded by kSideBytes; the main file streams. Without the comments file, remarks end
// at 1,000 characters; the summary says so, and the cut segment is kept as a note.
// Ids are "ofac-" and ent_num, for the SDN list and the non-SDN lists alike: OFAC numbers both from one sequence.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"
#include "lists/csv.h"
#include "lists/input.h"
#include "lists/readers.h"
#include "lists/record_gate.h"
#include "lists/us_ofac_csv_file.h"
#include "lists/us_ofac_fields.h"
#include "lists/us_ofac_remarks.h"

namespace vedette::lists {
namespace {

constexpr CsvDialect kDialect = {',', Encoding::kOrWindows1252};
constexpr uint64_t kSideBytes = uint64_t{256} << 20;
constexpr size_t kMaxRemark = 1000;
constexpr size_t kFileKinds = 4;

constexpr std::array<const char*, 12> kMainColumns = {"ent_num", "SDN_Name",  "SDN_Type",   "Program",
                                                      "Title",   "Call_Sign", "Vess_type",  "Tonnage",
                                                      "GRT",     "Vess_flag", "Vess_owner", "Remarks"};

using SideRow = std::vector<std::string>;

// The rows of the side files, by ent_num, each in the order of its file.
struct Side {
  std::unordered_map<uint64_t, std::vector<SideRow>> aliases;
  std::unordered_map<uint64_t, std::vector<SideRow>> addresses;
  std::unordered_map<uint64_t, std::string> comments;
  bool has_comments_file = false;
  bool has_alias_file = false;
  bool has_address_file = false;
  uint64_t bytes = 0;
};

// "-0- " is OFAC's null.
std::string_view published(std::string_view field) {
  while (!field.empty() && field.front() == ' ') field.remove_prefix(1);
  while (!field.empty() && field.back() == ' ') field.remove_suffix(1);
  return field == "-0-" ? std::string_view() : field;
}

std::optional<uint64_t> number_of(std::string_view field) {
  constexpr size_t kMostDigits = 18;
  const std::string_view digits = published(field);
  if (digits.empty() || digits.size() > kMostDigits) return std::nullopt;
  uint64_t number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<uint64_t>(c - '0');
  }
  return number;
}

class Reader {
 public:
  Reader(const ReadOptions& options, EntitySink& sink)
      : options_(options), sink_(sink), gate_(options, sink, summary_) {}

  Result<ReadSummary> read(Streams streams) {
    VEDETTE_RETURN_IF_ERROR(group(std::move(streams)));
    for (const OfacFile kind : {OfacFile::kAlias, OfacFile::kAddress, OfacFile::kComments}) {
      if (file(kind) != nullptr) VEDETTE_RETURN_IF_ERROR(read_side(kind));
    }
    VEDETTE_RETURN_IF_ERROR(read_main());
    note_what_is_missing();
    return std::move(summary_);
  }

 private:
  std::unique_ptr<InputStream>& file(OfacFile kind) { return files_[static_cast<size_t>(kind)]; }

  Result<void> group(Streams streams) {
    for (auto& stream : streams) {
      auto peeked = peekable(std::move(stream));
      VEDETTE_ASSIGN_OR_RETURN(const std::string_view front, peeked->peek());
      const auto kind = ofac_file_of(front, peeked->name());
      if (!kind) {
        return fail(ErrorCode::kInvalidInput, "none of OFAC's four CSV files: sdn, alt, add, sdn_comments",
                    {peeked->name(), 0, ""});
      }
      if (file(*kind) != nullptr) {
        return fail(ErrorCode::kRefused,
                    fmt::format("two files of one kind: {} and {}", file(*kind)->name(), peeked->name()));
      }
      side_.has_comments_file |= *kind == OfacFile::kComments;
      side_.has_alias_file |= *kind == OfacFile::kAlias;
      side_.has_address_file |= *kind == OfacFile::kAddress;
      file(*kind) = std::move(peeked);
    }
    if (file(OfacFile::kMain) != nullptr) return {};
    std::string there;
    for (const auto& one : files_) {
      if (one != nullptr) there += (there.empty() ? "" : ", ") + one->name();
    }
    return fail(ErrorCode::kInvalidInput, "the main file (sdn.csv or cons_prim.csv) is missing beside it",
                {there, 0, ""});
  }

  Result<void> read_side(OfacFile kind) {
    CsvReader reader(std::move(file(kind)), kDialect, options_.limits);
    const size_t columns = kind == OfacFile::kAlias ? 5 : kind == OfacFile::kAddress ? 6 : 2;
    CsvRecord record;
    for (;;) {
      VEDETTE_ASSIGN_OR_RETURN(const bool more, reader.next(record));
      if (!more) break;
      const auto number = number_of(record.field(0));
      if (record.defect) {
        sink_.reject(std::move(*record.defect));
      } else if (record.fields.size() != columns || !number) {
        sink_.reject({{reader.name(), record.line, "ent_num"},
                      fmt::format("a row of {} columns that begins with a number is due", columns)});
      } else {
        VEDETTE_RETURN_IF_ERROR(keep(kind, *number, record, reader.name()));
      }
    }
    add_notes(reader);
    return {};
  }

  Result<void> keep(OfacFile kind, uint64_t number, CsvRecord& record, const std::string& name) {
    for (const std::string& field : record.fields) side_.bytes += field.size() + sizeof(std::string);
    if (side_.bytes > kSideBytes) {
      return fail(ErrorCode::kLimit, fmt::format("more than {} bytes in alias, address and comment files", kSideBytes),
                  {name, record.line, ""});
    }
    if (kind == OfacFile::kComments) {
      side_.comments[number] += published(record.field(1));
      return {};
    }
    auto& rows = kind == OfacFile::kAlias ? side_.aliases : side_.addresses;
    rows[number].push_back(std::move(record.fields));
    return {};
  }

  Result<void> read_main() {
    CsvReader reader(std::move(file(OfacFile::kMain)), kDialect, options_.limits);
    main_name_ = reader.name();
    CsvRecord record;
    for (;;) {
      VEDETTE_ASSIGN_OR_RETURN(const bool more, reader.next(record));
      if (!more) break;
      VEDETTE_RETURN_IF_ERROR(read_record(record));
    }
    add_notes(reader);
    return {};
  }

  Result<void> read_record(CsvRecord& record) {
    if (record.defect) return gate_.reject(std::move(record.defect->where), std::move(record.defect->reason));
    const auto reject = [&](size_t column, std::string reason) {
      return gate_.reject({main_name_, record.line, kMainColumns[column]}, std::move(reason));
    };
    const auto number = number_of(record.field(0));
    if (!number) return reject(0, "is no number");
    if (record.fields.size() != kMainColumns.size()) {
      return reject(0,
                    fmt::format("a record of {} columns where {} are due", record.fields.size(), kMainColumns.size()));
    }
    const auto schema = ofac_schema(published(record.field(2)));
    if (!schema) return reject(2, fmt::format("unknown type '{}'", published(record.field(2))));
    if (published(record.field(1)).empty()) return reject(1, "is empty");
    if (!seen_.insert(*number).second) return reject(0, fmt::format("number {} stands here twice", *number));
    return gate_.accept(entity_of(*number, *schema, record), {main_name_, record.line, ""});
  }

  Entity entity_of(uint64_t number, Schema schema, const CsvRecord& record) {
    Entity entity;
    entity.id = fmt::format("ofac-{}", number);
    entity.schema = schema;
    entity.add(Property::kName, fold_spaces(published(record.field(1))));
    add_aliases(entity, number);
    add_ofac_programs(entity, published(record.field(3)));
    add_ofac_title(entity, published(record.field(4)));
    add_vessel(entity, record);
    add_addresses(entity, number);
    add_remarks(entity, number, published(record.field(11)));
    entity.add(Property::kTopics, "sanction");
    finish_ofac_names(entity);
    return entity;
  }

  void add_aliases(Entity& entity, uint64_t number) {
    const auto rows = side_.aliases.extract(number);
    if (rows.empty()) return;
    for (const SideRow& row : rows.mapped()) {
      Value value;
      value.property = published(row[2]) == "fka" ? Property::kPreviousName : Property::kAlias;
      value.text = fold_spaces(published(row[3]));
      value.source_id = std::string(published(row[1]));
      entity.add(std::move(value));
      add_ofac_note(entity, published(row[4]));
    }
  }

  void add_addresses(Entity& entity, uint64_t number) {
    const auto rows = side_.addresses.extract(number);
    if (rows.empty()) return;
    for (const SideRow& row : rows.mapped()) {
      add_ofac_address(entity,
                       {published(row[2]), published(row[3]), published(row[4]), published(row[5]), published(row[1])});
    }
  }

  static void add_vessel(Entity& entity, const CsvRecord& record) {
    entity.add(Property::kCallSign, published(record.field(5)));
    entity.add(Property::kType, fold_spaces(published(record.field(6))));
    entity.add(Property::kTonnage, fold_spaces(published(record.field(7))));
    entity.add(Property::kGrossRegisteredTonnage, fold_spaces(published(record.field(8))));
    add_ofac_country(entity, Property::kFlag, published(record.field(9)));
    entity.add(Property::kOwner, fold_spaces(published(record.field(10))));
  }

  void add_remarks(Entity& entity, uint64_t number, std::string_view remarks) {
    const auto rest = side_.comments.extract(number);
    if (!rest.empty()) {
      read_ofac_remarks(entity, std::string(remarks) + rest.mapped(), RemarkEnd::kStopped);
      return;
    }
    const bool cut = !remarks.ends_with('.') && count_code_points(remarks) + 1 >= kMaxRemark;
    if (cut && ++cut_ == 1) first_cut_ = entity.id;
    read_ofac_remarks(entity, remarks, cut ? RemarkEnd::kCut : RemarkEnd::kStopped);
  }

  void add_notes(const CsvReader& reader) {
    for (std::string& note : reader.notes()) summary_.notes.push_back(std::move(note));
  }

  void note_what_is_missing() {
    if (cut_ > 0) {
      summary_.notes.push_back(fmt::format(
          "{}: the remarks of {} records are cut at {} characters (first: {}){}", main_name_, cut_, kMaxRemark,
          first_cut_, side_.has_comments_file ? "" : "; the comments file, which has the rest, is not there"));
    }
    const std::string_view missing = side_.has_alias_file     ? (side_.has_address_file ? "" : "addresses")
                                     : side_.has_address_file ? "aliases"
                                                              : "aliases and addresses";
    if (!missing.empty()) {
      summary_.notes.push_back(fmt::format(
          "{} came without the file of its {}: its records have none, and are found less often", main_name_, missing));
    }
    const auto rows_left = [](const auto& rows) {
      size_t count = 0;
      for (const auto& [number, list] : rows) count += list.size();
      return count;
    };
    note_rows("aliases", rows_left(side_.aliases));
    note_rows("addresses", rows_left(side_.addresses));
    note_rows("comments", side_.comments.size());
  }

  void note_rows(std::string_view what, size_t count) {
    if (count == 0) return;
    summary_.notes.push_back(fmt::format("{} {} belong to no record of {}", count, what, main_name_));
  }

  const ReadOptions& options_;
  EntitySink& sink_;
  ReadSummary summary_;
  RecordGate gate_;
  std::array<std::unique_ptr<InputStream>, kFileKinds> files_;
  Side side_;
  std::unordered_set<uint64_t> seen_;
  std::string main_name_;
  std::string first_cut_;
  uint64_t cut_ = 0;
};

}  // namespace

Result<ReadSummary> read_us_ofac_csv(Streams streams, const ReadOptions& options, EntitySink& sink) {
  return Reader(options, sink).read(std::move(streams));
}

}  // namespace vedette::lists
