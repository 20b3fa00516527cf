#include "engine/language_models.h"

#include <fmt/format.h>

#include "language/model_access.h"

namespace vedette::engine {
namespace {

namespace fs = std::filesystem;
using language::StoredModel;

Result<language::Model> open_file(const fs::path& file) {
  VEDETTE_ASSIGN_OR_RETURN(auto model, language::ModelFile::open(file));
  return language::ModelAccess::of(std::move(model));
}

}  // namespace

Result<StoredModel> LanguageModels::add(const fs::path& package, const std::string& name) const {
  if (has_folder_) return store_.add(package, name);
  return fail(ErrorCode::kUsage, "there is no folder to keep models in: set HOME or XDG_DATA_HOME");
}

Result<std::vector<StoredModel>> LanguageModels::list() const {
  if (!has_folder_) return std::vector<StoredModel>();
  return store_.list();
}

Result<std::string> LanguageModels::default_name() const {
  std::string preferred = "sm";
  if (!has_folder_ || store_.resolve(preferred)) return preferred;
  VEDETTE_ASSIGN_OR_RETURN(const auto models, store_.list());
  if (models.empty()) return preferred;
  if (models.size() == 1) return models.front().name;
  std::string names;
  for (const StoredModel& model : models) names += (names.empty() ? "" : ", ") + model.name;
  return fail(ErrorCode::kUsage,
              fmt::format("several language models, none called sm: choose one with --model ({})", names));
}

Result<fs::path> LanguageModels::resolve(const std::string& name_or_path) const {
  if (!name_or_path.empty()) return store_.resolve(name_or_path);
  VEDETTE_ASSIGN_OR_RETURN(const std::string name, default_name());
  return store_.resolve(name);
}

Result<language::Model> LanguageModels::open(const std::string& name_or_path) const {
  VEDETTE_ASSIGN_OR_RETURN(const fs::path file, resolve(name_or_path));
  return open_file(file);
}

Result<StoredModel> LanguageModels::verify(const std::string& name_or_path) const {
  StoredModel stored;
  VEDETTE_ASSIGN_OR_RETURN(stored.file, resolve(name_or_path));
  stored.name = name_or_path.empty() ? stored.file.stem().string() : name_or_path;
  std::error_code error;
  const auto bytes = fs::file_size(stored.file, error);
  stored.bytes = error ? 0 : bytes;
  if (const auto model = open_file(stored.file)) {
    stored.info = model->info();
  } else {
    stored.problem = model.error().message;
  }
  return stored;
}

Result<std::vector<language::LicenceText>> LanguageModels::licences(const std::string& name_or_path) const {
  VEDETTE_ASSIGN_OR_RETURN(const fs::path file, resolve(name_or_path));
  VEDETTE_ASSIGN_OR_RETURN(const auto model, language::ModelFile::open(file));
  return model->licences();
}

void write_json(JsonWriter& json, const StoredModel& model) {
  const bool valid = model.problem.empty();
  const auto text = [&](std::string_view key, const std::string& value) {
    json.key(key);
    valid ? json.value(std::string_view(value)) : json.null();
  };
  json.begin_object();
  json.member("name", std::string_view(model.name));
  text("model", model.info.name);
  text("version", model.info.version);
  text("language", model.info.language);
  text("licence", model.info.licence);
  json.key("vectors");
  valid ? json.value(model.info.has_vectors) : json.null();
  json.member("bytes", model.bytes);
  json.member("path", std::string_view(model.file.string()));
  json.member("valid", valid);
  json.key("problem");
  valid ? json.null() : json.value(std::string_view(model.problem));
  json.end_object();
}

}  // namespace vedette::engine
