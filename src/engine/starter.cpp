#include "engine/starter.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <map>

#include "base/file.h"
#include "base/hash.h"
#include "engine/list_loader.h"
#include "engine/load_sink.h"
#include "entity/json.h"
#include "lists/csv.h"
#include "lists/input.h"
#include "lists/version_name.h"

namespace vedette::engine {
namespace {

namespace fs = std::filesystem;
constexpr uint64_t kFileLimit = uint64_t{64} << 20;
constexpr std::string_view kVersionMark = "+starter";

using PublishedDates = std::map<std::string, CalendarDate, std::less<>>;

Unexpected damaged(const fs::path& file, uint64_t line, std::string what) {
  return fail(ErrorCode::kCorrupt, "the starter list is damaged: " + std::move(what),
              {.file = file.string(), .line = line});
}

Result<PublishedDates> read_published_dates(const fs::path& file) {
  VEDETTE_ASSIGN_OR_RETURN(const std::string text, read_file(file, kFileLimit));
  simdjson::dom::parser parser;
  simdjson::dom::object datasets;
  if (parser.parse(simdjson::padded_string(text))["datasets"].get(datasets) != simdjson::SUCCESS) {
    return damaged(file, 0, "no datasets");
  }
  PublishedDates dates;
  for (const auto& dataset : datasets) {
    std::string_view published;
    if (dataset.value["published"].get(published) != simdjson::SUCCESS) return damaged(file, 0, "no published date");
    const auto date = lists::parse_published(published);
    if (!date) return damaged(file, 0, date.error().message);
    dates.emplace(dataset.key, *date);
  }
  return dates;
}

// The bounds of all datasets, sorted by id.
Result<std::vector<screen::StatedBounds>> read_bounds(const fs::path& file) {
  std::vector<screen::StatedBounds> bounds;
  auto text = read_file(file, kFileLimit);
  if (!text && text.error().code == ErrorCode::kNotFound) return bounds;
  if (!text) return Unexpected(text.error());
  lists::CsvReader reader(std::make_unique<lists::MemoryStream>(file.string(), *std::move(text)), {}, {});
  lists::CsvRecord record;
  while (true) {
    VEDETTE_ASSIGN_OR_RETURN(const bool more, reader.next(record));
    if (!more) break;
    if (record.number == 1) continue;
    bounds.push_back({std::string(record.field(0)), std::string(record.field(1)), std::string(record.field(2))});
  }
  std::sort(bounds.begin(), bounds.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return bounds;
}

// One dataset while its records come in.
struct Part {
  LoadSink sink{{}};
  Sha256 hash;
};

Result<std::map<std::string, Part>> read_parts(const fs::path& file) {
  VEDETTE_ASSIGN_OR_RETURN(const std::string text, read_file(file, kFileLimit));
  std::map<std::string, Part> parts;
  uint64_t number = 0;
  for (size_t start = 0; start < text.size();) {
    const size_t end = std::min(text.find('\n', start), text.size());
    const std::string line = text.substr(start, end - start);
    start = end + 1;
    ++number;
    if (line.empty()) continue;
    auto entity = parse_entity_json(line);
    if (!entity) return damaged(file, number, entity.error().message);
    if (entity->datasets.size() != 1) return damaged(file, number, "an entity is not of one dataset");
    Part& part = parts[entity->datasets.front()];
    part.hash.update(line + "\n");
    VEDETTE_RETURN_IF_ERROR(part.sink.accept(*std::move(entity)));
    if (part.sink.rejected() > 0) return damaged(file, number, part.sink.rejected_examples().front());
  }
  if (parts.empty()) return damaged(file, 0, "no records");
  return parts;
}

lists::Version describe_part(const std::string& dataset, Part& part, const CalendarDate& published) {
  lists::Version version;
  version.source = dataset;
  version.published = published;
  version.hash = std::move(part.hash).hex();
  version.format = "ftm_jsonl";
  version.files = {"starter.jsonl"};
  version.records = part.sink.records();
  version.schemata = part.sink.schemata();
  version.values = part.sink.values();
  version.built_by = built_by();
  version.active = true;
  return version;
}

Result<screen::SourceLists> compile_part(const lists::Version& version, Part& part) {
  index::ImageInfo info;
  info.source = version.source;
  info.published = version.published.to_string();
  info.content = version.hash;
  info.format = version.format;
  VEDETTE_ASSIGN_OR_RETURN(std::string bytes, std::move(part.sink.builder()).finish(info));
  VEDETTE_ASSIGN_OR_RETURN(auto image, index::Image::from_bytes(std::move(bytes), "starter list"));
  screen::SourceLists source;
  source.source = version.source;
  source.starter = true;
  source.versions.push_back(
      {fmt::format("{}@{}{}", version.source, info.published, kVersionMark), info.published, std::move(image)});
  return source;
}

// The bounds of the records that the source holds.
std::vector<screen::StatedBounds> bounds_of(const screen::SourceLists& source,
                                            const std::vector<screen::StatedBounds>& all) {
  std::vector<screen::StatedBounds> own;
  for (const auto& bounds : all) {
    if (source.versions.front().image->find(bounds.id)) own.push_back(bounds);
  }
  return own;
}

}  // namespace

Result<StarterList> load_starter(const fs::path& folder) {
  const fs::path file = folder / "starter.jsonl";
  VEDETTE_ASSIGN_OR_RETURN(auto parts, read_parts(file));
  VEDETTE_ASSIGN_OR_RETURN(const auto dates, read_published_dates(folder / "meta.json"));
  VEDETTE_ASSIGN_OR_RETURN(const auto bounds, read_bounds(folder / "bounds.csv"));
  StarterList list;
  for (auto& [dataset, part] : parts) {
    const auto published = dates.find(dataset);
    if (published == dates.end()) return damaged(folder / "meta.json", 0, "no published date for " + dataset);
    list.versions.push_back(describe_part(dataset, part, published->second));
    VEDETTE_ASSIGN_OR_RETURN(auto source, compile_part(list.versions.back(), part));
    source.bounds = bounds_of(source, bounds);
    list.sources.push_back(std::move(source));
  }
  return list;
}

}  // namespace vedette::engine
