#include "lists/fetched.h"

#include <fmt/format.h>
#include <simdjson.h>

#include "base/file.h"
#include "base/json_writer.h"
#include "lists/sources.h"
#include "lists/version_name.h"

namespace vedette::lists {
namespace {

namespace dom = simdjson::dom;

constexpr int64_t kSchemaVersion = 1;
constexpr uint64_t kBytesLimit = uint64_t{4} << 20;

std::filesystem::path file_in(const std::filesystem::path& folder) {
  return folder / "fetched.json";
}

Unexpected damaged(std::string what) {
  return fail(ErrorCode::kCorrupt, std::move(what));
}

// A value goes out again as a line of a request's head: nothing may end that line.
bool is_one_line(std::string_view text) {
  return text.size() <= 4096 && text.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

Result<Fetched> parse_file(const dom::element& element) {
  const auto text = [&](const char* name) -> Result<std::string> {
    std::string_view found;
    if (element[name].get(found) != simdjson::SUCCESS || !is_one_line(found)) {
      return damaged(fmt::format("member '{}'", name));
    }
    return std::string(found);
  };
  Fetched file;
  VEDETTE_ASSIGN_OR_RETURN(file.url, text("url"));
  VEDETTE_ASSIGN_OR_RETURN(file.validators.etag, text("etag"));
  VEDETTE_ASSIGN_OR_RETURN(file.validators.last_modified, text("last_modified"));
  VEDETTE_ASSIGN_OR_RETURN(file.hash, text("hash"));
  VEDETTE_ASSIGN_OR_RETURN(file.checked, text("checked"));
  if (!is_content_hash(file.hash)) return damaged("a content hash");
  return file;
}

}  // namespace

std::string write_fetched(const FetchedFiles& files) {
  JsonWriter json(1);
  json.begin_object();
  json.member("vedette_fetched", kSchemaVersion);
  json.key("sources");
  json.begin_object();
  for (const auto& [source, file] : files) {
    json.key(source);
    json.begin_object();
    json.member("url", file.url);
    json.member("etag", file.validators.etag);
    json.member("last_modified", file.validators.last_modified);
    json.member("hash", file.hash);
    json.member("checked", file.checked);
    json.end_object();
  }
  json.end_object();
  json.end_object();
  return json.take() + "\n";
}

Result<FetchedFiles> parse_fetched(std::string_view text) {
  dom::parser parser;
  dom::element root;
  if (parser.parse(simdjson::padded_string(text)).get(root) != simdjson::SUCCESS) return damaged("it is not JSON");
  int64_t schema_version = 0;
  if (root["vedette_fetched"].get(schema_version) != simdjson::SUCCESS) return damaged("it has no schema version");
  if (schema_version != kSchemaVersion) {
    return fail(ErrorCode::kUnsupported,
                fmt::format("it has schema version {}, and this program reads {}", schema_version, kSchemaVersion));
  }
  dom::object sources;
  if (root["sources"].get(sources) != simdjson::SUCCESS) return damaged("member 'sources'");
  FetchedFiles files;
  for (const auto& field : sources) {
    if (!check_source_name(field.key)) return damaged("a source name");
    VEDETTE_ASSIGN_OR_RETURN(files[std::string(field.key)], parse_file(field.value));
  }
  return files;
}

Result<FetchedFiles> load_fetched(const std::filesystem::path& folder) {
  VEDETTE_ASSIGN_OR_RETURN(const std::string text, read_file(file_in(folder), kBytesLimit));
  auto files = parse_fetched(text);
  if (!files) files.error().where.file = file_in(folder).string();
  return files;
}

Result<void> save_fetched(const std::filesystem::path& folder, const FetchedFiles& files) {
  return replace_file(file_in(folder), write_fetched(files));
}

}  // namespace vedette::lists
