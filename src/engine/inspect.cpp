// A look into any file that Vedette writes.
#include <fmt/format.h>

#include <fstream>

#include "engine/engine.h"
#include "index/container.h"
#include "language/model_file.h"
#include "language/model_sections.h"
#include "lists/version_name.h"

namespace vedette::engine {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view kManifestStart = "{\"vedette_store\"";

Result<std::string> first_bytes(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail(ErrorCode::kNotFound, "cannot open", {.file = path.string()});
  std::string bytes(64, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<size_t>(file.gcount()));
  return bytes;
}

Result<std::string> inspect_image(const fs::path& path) {
  VEDETTE_ASSIGN_OR_RETURN(const auto image, index::Image::open(path));
  JsonWriter json(2);
  image->describe(json);
  return json.take() + "\n";
}

Result<std::string> inspect_model(const fs::path& path) {
  VEDETTE_ASSIGN_OR_RETURN(const auto model, language::ModelFile::open(path));
  JsonWriter json(2);
  model->describe(json);
  return json.take() + "\n";
}

std::string describe_manifest(const lists::Manifest& manifest, DayNumber today) {
  JsonWriter json(2);
  json.begin_object();
  json.member("kind", "list store");
  json.member("store_id", manifest.store_id);
  json.member("generation", manifest.generation);
  json.key("versions");
  json.begin_array();
  for (const auto& version : manifest.versions) {
    write_json(json,
               VersionStatus{.version = version,
                             .name = lists::version_name(manifest, version),
                             .age_days = lists::age_in_days(version.current_on(), today),
                             .stale = lists::is_stale(version.source, version.current_on(), today)},
               Details::kYes);
  }
  json.end_array();
  json.end_object();
  return json.take() + "\n";
}

}  // namespace

Result<std::string> Engine::inspect(const fs::path& path) const {
  const DayNumber today = options_.clock->today();
  std::error_code error;
  if (fs::is_directory(path, error)) {
    VEDETTE_ASSIGN_OR_RETURN(const auto manifest, lists::Store(path).manifest());
    return describe_manifest(manifest, today);
  }
  auto start = first_bytes(path);
  if (!start) return start;
  if (start->starts_with(index::kImageMagic)) return inspect_image(path);
  if (start->starts_with(language::kModelFormat.magic)) return inspect_model(path);
  if (start->starts_with(kManifestStart)) {
    VEDETTE_ASSIGN_OR_RETURN(const std::string text, read_file(path, lists::kManifestBytesLimit));
    VEDETTE_ASSIGN_OR_RETURN(const auto manifest, lists::parse_manifest(text));
    return describe_manifest(manifest, today);
  }
  return fail(ErrorCode::kUnsupported,
              "not a file that Vedette writes: no list image, store's manifest or language model",
              {.file = path.string()});
}

}  // namespace vedette::engine
