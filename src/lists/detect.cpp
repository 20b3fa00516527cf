#include "lists/detect.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>

#include "lists/csv.h"
#include "lists/input.h"
#include "lists/us_ofac_csv_file.h"
#include "lists/xml.h"

namespace vedette::lists {
namespace {

struct FormatRow {
  std::string_view name;
  std::string_view source;  // empty: only the caller can name it
};

// In the order of Format.
constexpr std::array<FormatRow, kFormatCount> kFormats = {{
    {"us_ofac_csv", "us_ofac_sdn"},
    {"us_ofac_xml", "us_ofac_sdn"},
    {"us_csl_csv", "us_trade_csl"},
    {"us_bis_dpl", "us_bis_denied"},
    {"un_xml", "un_sc_sanctions"},
    {"gb_ofsi_csv", "gb_hmt_sanctions"},
    {"gb_sanctions_xml", "gb_fcdo_sanctions"},
    {"eu_fsf_csv", "eu_fsf"},
    {"eu_fsf_xml", "eu_fsf"},
    {"ca_sema_xml", "ca_dfatd_sema_sanctions"},
    {"ftm_jsonl", ""},
    {"own_csv", ""},
}};

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool looks_like_xml(std::string_view front) {
  if (front.starts_with("\xFF\xFE") || front.starts_with("\xFE\xFF")) return true;
  if (front.starts_with("\xEF\xBB\xBF")) front.remove_prefix(3);
  const size_t first = front.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && front[first] == '<';
}

struct XmlLook {
  XmlNode root;       // without a name if none was reached
  std::string error;  // why not
};

XmlLook look_at_xml(std::string_view front) {
  XmlRecordReader reader(std::make_unique<MemoryStream>("", std::string(front)), {}, {});
  XmlNode none;
  const auto result = reader.next(none);
  return {reader.root(), result ? "" : result.error().message};
}

std::optional<Format> detect_xml(std::string_view front) {
  const XmlNode root = look_at_xml(front).root;
  if (root.name == "sdnList") return Format::kUsOfacXml;
  if (root.name == "CONSOLIDATED_LIST") return Format::kUnXml;
  if (root.name == "Designations") return Format::kGbSanctionsXml;
  if (root.name == "export" && contains(root.space, "fsd/export")) return Format::kEuFsfXml;
  if (root.name == "data-set") return Format::kCaSemaXml;
  return std::nullopt;
}

bool looks_like_entities(std::string_view front) {
  const size_t first = front.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || front[first] != '{') return false;
  return contains(front, "\"schema\"") || contains(front, "\"properties\"");
}

// The first records of a separated file; fewer where it is shorter or cannot be read on.
std::vector<CsvRecord> first_records(std::string_view front, char delimiter, size_t count) {
  CsvReader reader(std::make_unique<MemoryStream>("", std::string(front)), {delimiter, Encoding::kOrWindows1252}, {});
  std::vector<CsvRecord> records;
  CsvRecord record;
  while (records.size() < count) {
    const auto more = reader.next(record);
    if (!more || !*more) break;
    records.push_back(record);
  }
  return records;
}

bool has_columns(const CsvRecord& record, std::initializer_list<std::string_view> names) {
  const CsvHeader header(record);
  return std::all_of(names.begin(), names.end(), [&](std::string_view name) { return header.find(name).has_value(); });
}

std::optional<Format> detect_csv(std::string_view front) {
  if (ofac_file_of(front, "")) return Format::kUsOfacCsv;
  const std::string first_line = lower(front.substr(0, front.find_first_of("\r\n")));
  if (contains(first_line, ";") &&
      (contains(first_line, "entity_logical_id") || contains(first_line, "entity_logicalid")))
    return Format::kEuFsfCsv;
  for (const CsvRecord& record : first_records(front, ',', 2)) {
    if (has_columns(record, {"Name 6", "Group Type", "Group ID"})) return Format::kGbOfsiCsv;
    if (has_columns(record, {"_id", "source", "entity_number"})) return Format::kUsCslCsv;
  }
  for (const CsvRecord& record : first_records(front, '\t', 1)) {
    if (has_columns(record, {"Name", "Street_Address", "Effective_Date"})) return Format::kUsBisDpl;
  }
  for (const char delimiter : {',', ';', '\t'}) {
    for (const CsvRecord& record : first_records(front, delimiter, 1)) {
      if (has_columns(record, {"name"})) return Format::kOwnCsv;
    }
  }
  return std::nullopt;
}

// Programmes that only OFAC's non-SDN lists have on their own.
bool names_non_sdn_programme(std::string_view front) {
  for (const std::string_view programme : {"NS-PLC", "CMIC-EO13959", "561-Related", "561List", "NS-ISA", "FSE-IR"}) {
    if (contains(front, fmt::format("\"{}\"", programme)) || contains(front, fmt::format("<program>{}<", programme)))
      return true;
  }
  return false;
}

bool is_document(std::string_view name) {
  constexpr std::array<std::string_view, 6> kEndings = {".txt", ".md", ".pdf", ".xsd", ".html", ".htm"};
  const std::string lower_name = lower(name);
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return lower_name.ends_with(ending); });
}

struct Item {
  std::unique_ptr<PeekStream> stream;
  std::string_view front;
  std::optional<Format> format;
  bool blank = false;
};

Result<std::vector<Item>> look_at(Streams streams) {
  std::vector<Item> items;
  for (auto& stream : streams) {
    Item item{peekable(std::move(stream)), {}, {}, false};
    VEDETTE_ASSIGN_OR_RETURN(item.front, item.stream->peek());
    item.blank = is_blank_content(item.front);
    if (!item.blank) item.format = detect_content(item.front);
    items.push_back(std::move(item));
  }
  return items;
}

Unexpected unknown(const Item& item) {
  std::string reason = item.blank ? "the file is empty" : "the content is of no known format";
  if (!item.blank && looks_like_xml(item.front)) {
    const XmlLook look = look_at_xml(item.front);
    if (look.root.name == "Sanctions")
      reason = "OFAC's advanced XML is not read: take SDN.XML or the CSV files";
    else if (!look.root.name.empty())
      reason += fmt::format(" (XML of <{}>)", look.root.name);
    else
      reason = look.error;
  }
  return fail(ErrorCode::kInvalidInput, fmt::format("{}; known formats: {}", reason, format_names()),
              {item.stream->name(), 0, ""});
}

Unexpected two_releases(const Item& a, const Item& b) {
  if (a.format == b.format) {
    return fail(ErrorCode::kRefused, fmt::format("two releases in one place: {} and {} are both {}", a.stream->name(),
                                                 b.stream->name(), to_string(*a.format)));
  }
  return fail(ErrorCode::kRefused,
              fmt::format("one release in two formats: {} is {}, {} is {}; pick one with --format", a.stream->name(),
                          to_string(*a.format), b.stream->name(), to_string(*b.format)));
}

// Empty side files of OFAC's set count as its files; what has no format takes the wanted one where nothing has it.
void settle(std::vector<Item>& items, std::optional<Format> wanted) {
  const auto has = [&](Format format) {
    return std::any_of(items.begin(), items.end(), [&](const Item& item) { return item.format == format; });
  };
  const bool ofac = has(Format::kUsOfacCsv);
  const bool wanted_is_missing = wanted && !has(*wanted);
  for (Item& item : items) {
    if (item.blank && ofac && ofac_file_of(item.front, item.stream->name())) item.format = Format::kUsOfacCsv;
    const bool alone = items.size() == 1;
    if (wanted_is_missing && !item.format && !item.blank && (alone || !is_document(item.stream->name())))
      item.format = wanted;
  }
}

Result<void> check_one_release(const std::vector<Item>& items) {
  for (size_t i = 1; i < items.size(); ++i) {
    const Item& item = items[i];
    if (item.format != items[0].format) return two_releases(items[0], item);
    for (size_t j = 0; j < i; ++j) {
      const bool ofac_csv = item.format == Format::kUsOfacCsv;
      if (!ofac_csv ||
          ofac_file_of(item.front, item.stream->name()) == ofac_file_of(items[j].front, items[j].stream->name()))
        return two_releases(items[j], item);
    }
  }
  return {};
}

// Moves what belongs to the release from `items` to the result.
Result<std::vector<Item>> choose(std::vector<Item> items, std::optional<Format> wanted,
                                 std::vector<std::string>& notes) {
  std::vector<Item> chosen;
  for (Item& item : items) {
    const std::string& name = item.stream->name();
    if (!item.format) {
      if (items.size() == 1 || (!item.blank && !is_document(name))) return unknown(item);
      notes.push_back(fmt::format("{} was passed over: {}", name, item.blank ? "it is empty" : "it is no list"));
    } else if (wanted && item.format != wanted) {
      if (items.size() == 1) {
        return fail(ErrorCode::kInvalidInput,
                    fmt::format("the file is {}, not {}", to_string(*item.format), to_string(*wanted)), {name, 0, ""});
      }
      notes.push_back(fmt::format("{} was passed over: it is {}", name, to_string(*item.format)));
    } else {
      chosen.push_back(std::move(item));
    }
  }
  return chosen;
}

}  // namespace

std::string_view to_string(Format format) {
  return kFormats[static_cast<size_t>(format)].name;
}

std::optional<Format> find_format(std::string_view name) {
  for (size_t i = 0; i < kFormats.size(); ++i) {
    if (kFormats[i].name == name) return static_cast<Format>(i);
  }
  return std::nullopt;
}

std::string format_names() {
  std::string names;
  for (const FormatRow& row : kFormats) names += (names.empty() ? "" : ", ") + std::string(row.name);
  return names;
}

std::optional<Format> detect_content(std::string_view front) {
  if (looks_like_xml(front)) return detect_xml(front);
  if (front.starts_with("\xEF\xBB\xBF")) front.remove_prefix(3);
  if (looks_like_entities(front)) return Format::kFtmJsonl;
  return detect_csv(front);
}

std::string default_source(Format format, std::string_view front, std::string_view file_name) {
  if (format == Format::kUsOfacCsv || format == Format::kUsOfacXml) {
    const std::string name = lower(file_name.substr(file_name.rfind('/') + 1));
    if (names_non_sdn_programme(front) || name.starts_with("cons")) return "us_ofac_cons";
  }
  return std::string(kFormats[static_cast<size_t>(format)].source);
}

Result<Detected> detect(Streams streams, std::optional<Format> wanted) {
  VEDETTE_ASSIGN_OR_RETURN(auto items, look_at(std::move(streams)));
  if (items.empty()) return fail(ErrorCode::kNotFound, "there is no file to read");
  settle(items, wanted);
  Detected detected;
  VEDETTE_ASSIGN_OR_RETURN(auto chosen, choose(std::move(items), wanted, detected.notes));
  if (chosen.empty()) {
    return fail(ErrorCode::kInvalidInput,
                wanted ? fmt::format("no file here is {}", to_string(*wanted)) : std::string("no file here is a list"));
  }
  VEDETTE_RETURN_IF_ERROR(check_one_release(chosen));
  detected.format = *chosen.front().format;
  for (Item& item : chosen) {
    const std::string source = default_source(detected.format, item.front, item.stream->name());
    if (detected.source.empty() || source == "us_ofac_cons") detected.source = source;
    detected.streams.push_back(std::move(item.stream));
  }
  return detected;
}

}  // namespace vedette::lists
