// The user's language models, found by name or by path, and what can be asked of one without reading a text.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/error.h"
#include "language/model_file.h"
#include "language/model_store.h"
#include "vedette/language.hpp"

namespace vedette::engine {

/// Opens nothing until it is asked to. Every call looks at the folder as it then is.
class LanguageModels {
 public:
  /// `data_folder` need not exist; empty: there is none, and models are found by path only.
  explicit LanguageModels(const std::filesystem::path& data_folder)
      : has_folder_(!data_folder.empty()), store_(data_folder) {}

  /// Converts a published package, a wheel or a folder, and keeps it under `name` (empty: as the package is called).
  /// What is there under that name stays until the new file is known to be sound.
  Result<language::StoredModel> add(const std::filesystem::path& package, const std::string& name) const;

  /// All that are kept, each checked.
  Result<std::vector<language::StoredModel>> list() const;

  /// The file of a name, or of a path. An empty name means the default: "sm" if there, else the only one. kNotFound,
  /// with what to do about it, where there is none.
  Result<std::filesystem::path> resolve(const std::string& name_or_path) const;

  /// Maps a model and compiles its rules. Also kCorrupt for a damaged file, kUnsupported for one of another kind.
  Result<language::Model> open(const std::string& name_or_path) const;

  /// Checks everything that can be checked; what is wrong with a file that is there stands in `problem`.
  Result<language::StoredModel> verify(const std::string& name_or_path) const;

  /// The texts that must go where the model goes.
  Result<std::vector<language::LicenceText>> licences(const std::string& name_or_path) const;

 private:
  Result<std::string> default_name() const;

  bool has_folder_;
  language::ModelStore store_;
};

/// {"name", "model", "version", "language", "licence", "vectors", "bytes", "path", "valid", "problem"}; what a file
/// that is not valid does not say is null.
void write_json(JsonWriter& json, const language::StoredModel& model);

}  // namespace vedette::engine
