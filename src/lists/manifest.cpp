#include "lists/manifest.h"

#include <fmt/format.h>

#include <simdjson.h>
#include <algorithm>
#include <charconv>
#include <set>

#include "base/hash.h"
#include "base/json_writer.h"
#include "lists/sources.h"
#include "lists/version_name.h"

namespace vedette::lists {
namespace {

constexpr int64_t kSchemaVersion = 1;
namespace dom = simdjson::dom;

void write_counts(JsonWriter& json, std::string_view name, const std::map<std::string, uint64_t>& counts) {
  json.key(name);
  json.begin_object();
  for (const auto& [key, count] : counts) json.member(key, count);
  json.end_object();
}

void write_version(JsonWriter& json, const Version& version) {
  json.begin_object();
  json.member("source", version.source);
  json.member("published", version.published.to_string());
  json.member("confirmed", version.confirmed ? version.confirmed->to_string() : std::string());
  json.member("hash", version.hash);
  json.member("loaded", version.loaded);
  json.member("format", version.format);
  json.member_strings("files", version.files);
  json.member("records", version.records);
  json.member("rejected", version.rejected);
  write_counts(json, "schemata", version.schemata);
  write_counts(json, "values", version.values);
  json.member_strings("notes", version.notes);
  json.member("image", version.image);
  json.member("image_bytes", version.image_bytes);
  json.member("image_checksum", fmt::format("{:016x}", version.image_checksum));
  json.member("built_by", version.built_by);
  json.member("rejected_file", version.rejected_file);
  json.member("held_because", version.held_because);
  json.member("accepted_because", version.accepted_because);
  json.member("active", version.active);
  json.end_object();
}

std::string write_content(const Manifest& manifest) {
  JsonWriter json(1);
  json.begin_object();
  json.member("store_id", manifest.store_id);
  json.member("generation", manifest.generation);
  json.key("versions");
  json.begin_array();
  for (const Version& version : manifest.versions) write_version(json, version);
  json.end_array();
  json.end_object();
  return json.take();
}

Unexpected damaged(std::string what) {
  return fail(ErrorCode::kCorrupt, std::move(what));
}

// Reads members of one object; remembers the first that is missing or of the wrong kind.
class Members {
 public:
  explicit Members(dom::object object) : object_(object) {}

  std::string text(std::string_view name) {
    std::string_view found;
    check(object_[name].get(found), name);
    return std::string(found);
  }
  uint64_t number(std::string_view name) {
    uint64_t found = 0;
    check(object_[name].get(found), name);
    return found;
  }
  bool flag(std::string_view name) {
    bool found = false;
    check(object_[name].get(found), name);
    return found;
  }
  std::vector<std::string> texts(std::string_view name) {
    std::vector<std::string> found;
    dom::array array;
    if (!check(object_[name].get(array), name)) return found;
    for (const dom::element element : array) {
      std::string_view text;
      if (check(element.get(text), name)) found.emplace_back(text);
    }
    return found;
  }
  std::map<std::string, uint64_t> counts(std::string_view name) {
    std::map<std::string, uint64_t> found;
    dom::object object;
    if (!check(object_[name].get(object), name)) return found;
    for (const auto& field : object) {
      uint64_t count = 0;
      if (check(field.value.get(count), name)) found.emplace(field.key, count);
    }
    return found;
  }
  CalendarDate date(std::string_view name) {
    const auto parsed = parse_published(text(name));
    if (!parsed) note(name);
    return parsed.value_or(CalendarDate{});
  }
  uint64_t hexadecimal(std::string_view name) {
    const std::string digits = text(name);
    uint64_t number = 0;
    const auto end = digits.data() + digits.size();
    const auto parsed = std::from_chars(digits.data(), end, number, 16);
    if (parsed.ptr != end || parsed.ec != std::errc()) note(name);
    return number;
  }
  const std::string& wrong() const { return wrong_; }

 private:
  bool check(simdjson::error_code error, std::string_view name) {
    if (error != simdjson::SUCCESS) note(name);
    return error == simdjson::SUCCESS;
  }
  void note(std::string_view name) {
    if (wrong_.empty()) wrong_ = name;
  }

  dom::object object_;
  std::string wrong_;
};

Result<Version> parse_version(const dom::element& element) {
  dom::object object;
  if (element.get(object) != simdjson::SUCCESS) return damaged("a version is not an object");
  Members members(object);
  Version version;
  version.source = members.text("source");
  version.published = members.date("published");
  if (!members.text("confirmed").empty()) version.confirmed = members.date("confirmed");
  version.hash = members.text("hash");
  version.loaded = members.text("loaded");
  version.format = members.text("format");
  version.files = members.texts("files");
  version.records = members.number("records");
  version.rejected = members.number("rejected");
  version.schemata = members.counts("schemata");
  version.values = members.counts("values");
  version.notes = members.texts("notes");
  version.image = members.text("image");
  version.image_bytes = members.number("image_bytes");
  version.image_checksum = members.hexadecimal("image_checksum");
  version.built_by = members.text("built_by");
  version.rejected_file = members.text("rejected_file");
  version.held_because = members.text("held_because");
  version.accepted_because = members.text("accepted_because");
  version.active = members.flag("active");
  if (!members.wrong().empty()) return damaged(fmt::format("member '{}' of a version", members.wrong()));
  return version;
}

bool is_plain_file_name(std::string_view name) {
  return !name.empty() && name.size() <= 255 && name.front() != '.' && name.find('/') == std::string_view::npos &&
         name.find('\0') == std::string_view::npos;
}

bool comes_before(const Version& a, const Version& b) {
  if (a.source != b.source) return a.source < b.source;
  return a.published.last_day() < b.published.last_day();
}

Result<void> check_version(const Version& version) {
  if (!check_source_name(version.source)) return damaged("a source name");
  if (!is_content_hash(version.hash)) return damaged("a content hash");
  if (!is_plain_file_name(version.image)) return damaged("an image's file name");
  if (!version.rejected_file.empty() && !is_plain_file_name(version.rejected_file)) {
    return damaged("a file name of rejected records");
  }
  return {};
}

Result<void> check_invariants(const Manifest& manifest) {
  std::set<std::pair<std::string_view, std::string_view>> contents;
  std::set<std::string_view> images;
  std::set<std::string_view> active;
  for (const Version& version : manifest.versions) {
    VEDETTE_RETURN_IF_ERROR(check_version(version));
    if (!contents.emplace(version.source, version.hash).second) return damaged("a version stands twice");
    if (!images.insert(version.image).second) return damaged("two versions share an image");
    if (version.active && !active.insert(version.source).second) return damaged("a source has two active versions");
  }
  if (!std::is_sorted(manifest.versions.begin(), manifest.versions.end(), comes_before)) {
    return damaged("the versions are out of order");
  }
  return {};
}

Result<Manifest> parse_content(const dom::element& element) {
  dom::object object;
  if (element.get(object) != simdjson::SUCCESS) return damaged("no content");
  Members members(object);
  Manifest manifest;
  manifest.store_id = members.text("store_id");
  manifest.generation = members.number("generation");
  dom::array versions;
  if (!members.wrong().empty() || object["versions"].get(versions) != simdjson::SUCCESS) {
    return damaged(fmt::format("member '{}'", members.wrong().empty() ? "versions" : members.wrong()));
  }
  for (const dom::element version : versions) {
    VEDETTE_ASSIGN_OR_RETURN(manifest.versions.emplace_back(), parse_version(version));
  }
  return manifest;
}

}  // namespace

const Version* Manifest::active(std::string_view source) const {
  const auto found = std::find_if(versions.begin(), versions.end(), [source](const Version& version) {
    return version.active && version.source == source;
  });
  return found == versions.end() ? nullptr : &*found;
}

std::vector<const Version*> Manifest::active_versions() const {
  std::vector<const Version*> found;
  for (const Version& version : versions) {
    if (version.active) found.push_back(&version);
  }
  return found;
}

std::vector<const Version*> Manifest::versions_of(std::string_view source) const {
  std::vector<const Version*> found;
  for (const Version& version : versions) {
    if (version.source == source) found.push_back(&version);
  }
  return found;
}

void sort_versions(Manifest& manifest) {
  std::stable_sort(manifest.versions.begin(), manifest.versions.end(), comes_before);
}

std::string write_manifest(const Manifest& manifest) {
  const std::string content = write_content(manifest);
  return fmt::format("{{\"vedette_store\": {}, \"checksum\": \"{:016x}\", \"content\":\n{}}}\n", kSchemaVersion,
                     checksum64(content), content);
}

// The checksum is taken over what was understood, written afresh: so it covers every member that counts, and no text
// that reads differently can pass for the one that was written.
Result<Manifest> parse_manifest(std::string_view text) {
  dom::parser parser;
  dom::element root;
  if (parser.parse(simdjson::padded_string(text)).get(root) != simdjson::SUCCESS) return damaged("it is not JSON");
  int64_t schema_version = 0;
  if (root["vedette_store"].get(schema_version) != simdjson::SUCCESS) return damaged("it has no schema version");
  if (schema_version != kSchemaVersion) {
    return fail(ErrorCode::kUnsupported, fmt::format("the store has schema version {}, and this program reads {}",
                                                     schema_version, kSchemaVersion));
  }
  std::string_view checksum;
  dom::element content;
  if (root["checksum"].get(checksum) != simdjson::SUCCESS || root["content"].get(content) != simdjson::SUCCESS) {
    return damaged("it has no checksum or no content");
  }
  VEDETTE_ASSIGN_OR_RETURN(Manifest manifest, parse_content(content));
  if (fmt::format("{:016x}", checksum64(write_content(manifest))) != checksum) return damaged("its checksum differs");
  VEDETTE_RETURN_IF_ERROR(check_invariants(manifest));
  return manifest;
}

}  // namespace vedette::lists
