#include "language/model_store.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/file.h"
#include "language/model_access.h"
#include "language/model_file.h"
#include "language/model_sections.h"
#include "language/model_writer.h"
#include "language/spacy_package.h"

namespace vedette::language {
namespace {

namespace fs = std::filesystem;

// Letters, digits, '.', '_' and '-', and not hidden: a name becomes a file's.
bool is_name(const std::string& name) {
  constexpr size_t kLongest = 64;
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '-';
  };
  return !name.empty() && name.size() <= kLongest && name[0] != '.' && name[0] != '-' &&
         std::all_of(name.begin(), name.end(), fits);
}

// What the program would say when it opened the file: known before the file replaces another.
Result<void> check_model(const std::string& bytes, const std::string& package) {
  ModelArena arena;
  auto* const copy = reinterpret_cast<char*>(arena.floats(bytes.size() / sizeof(float) + 1));
  std::copy(bytes.begin(), bytes.end(), copy);
  const auto model = ModelFile::view({copy, bytes.size()}, package);
  if (!model) {
    return fail(ErrorCode::kInvalidInput, fmt::format("it makes no sound model ({})", model.error().message),
                {package, 0, ""});
  }
  VEDETTE_RETURN_IF_ERROR(ModelAccess::of(*model));
  return {};
}

Result<void> make_folder(const fs::path& folder) {
  std::error_code error;
  if (!folder.empty()) fs::create_directories(folder, error);
  if (error) return fail(ErrorCode::kIo, fmt::format("cannot create: {}", error.message()), {folder.string(), 0, ""});
  return {};
}

Result<void> write_checked(const ModelDraft& draft, const fs::path& package, const fs::path& out_file) {
  const std::string bytes = write_model(draft);
  VEDETTE_RETURN_IF_ERROR(check_model(bytes, package.string()));
  VEDETTE_RETURN_IF_ERROR(make_folder(out_file.parent_path()));
  return replace_file(out_file, bytes);
}

StoredModel look_at(std::string name, const fs::path& file) {
  StoredModel stored;
  stored.name = std::move(name);
  stored.file = file;
  const auto model = ModelFile::open(file);
  if (model) {
    stored.info = (*model)->info();
    stored.bytes = (*model)->bytes();
  } else {
    std::error_code ignored;
    const auto size = fs::file_size(file, ignored);
    stored.bytes = ignored ? 0 : size;
    stored.problem = model.error().message;
    return stored;
  }
  // Sound to the last byte, a file may still hold a pattern that does not compile here.
  const auto opened = ModelAccess::of(*model);
  if (!opened) stored.problem = opened.error().message;
  return stored;
}

std::string advice(const std::string& name) {
  if (name == "sm" || name == "md") {
    return fmt::format(
        "no language model \"{0}\": get one with `scripts/get-model {0}`, or add a wheel or folder of a spaCy model "
        "with `vedette model add PATH`",
        name);
  }
  return fmt::format(
      "no language model \"{}\", and no file of this name: add a wheel or folder of a spaCy model with `vedette model "
      "add PATH --name NAME`",
      name);
}

}  // namespace

Result<ModelInfo> convert_package(const fs::path& package, const fs::path& out_file) {
  VEDETTE_ASSIGN_OR_RETURN(const auto draft, read_spacy_package(package));
  VEDETTE_RETURN_IF_ERROR(write_checked(*draft, package, out_file));
  return draft->info;
}

Result<StoredModel> ModelStore::add(const fs::path& package, std::string name) const {
  if (folder_.empty()) return fail(ErrorCode::kUsage, "there is no folder to keep models in");
  if (!name.empty() && !is_name(name)) {
    return fail(ErrorCode::kUsage, fmt::format("\"{}\" cannot be the name of a model", name));
  }
  VEDETTE_ASSIGN_OR_RETURN(const auto draft, read_spacy_package(package));
  if (name.empty()) name = default_name(draft->info);
  if (!is_name(name)) {
    return fail(ErrorCode::kUsage, fmt::format("\"{}\" cannot be the name of a model: give another", name));
  }
  VEDETTE_RETURN_IF_ERROR(write_checked(*draft, package, file_of(name)));
  return look_at(name, file_of(name));
}

Result<std::vector<StoredModel>> ModelStore::list() const {
  std::error_code error;
  std::vector<fs::path> files;
  if (!fs::exists(folder_, error)) return std::vector<StoredModel>();
  for (fs::directory_iterator entry(folder_, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    if (entry->path().extension() == kModelExtension) files.push_back(entry->path());
  }
  if (error) return fail(ErrorCode::kIo, fmt::format("cannot list: {}", error.message()), {folder_.string(), 0, ""});
  std::sort(files.begin(), files.end());
  std::vector<StoredModel> models;
  for (const fs::path& file : files) models.push_back(look_at(file.stem().string(), file));
  return models;
}

Result<fs::path> ModelStore::resolve(const std::string& name_or_path) const {
  std::error_code ignored;
  if (!folder_.empty() && is_name(name_or_path) && fs::exists(file_of(name_or_path), ignored))
    return file_of(name_or_path);
  if (fs::is_regular_file(name_or_path, ignored)) return fs::path(name_or_path);
  return fail(ErrorCode::kNotFound, advice(name_or_path));
}

fs::path ModelStore::file_of(const std::string& name) const {
  return folder_ / (name + std::string(kModelExtension));
}

std::string default_name(const ModelInfo& info) {
  for (const std::string_view size : {"sm", "md", "lg"}) {
    if (info.name.starts_with(fmt::format("core_web_{}", size))) return std::string(size);
  }
  return info.name;
}

}  // namespace vedette::language
