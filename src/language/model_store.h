// Where a user's language models live: models/NAME.vedmodel in the data folder, converted from published packages.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/error.h"
#include "vedette/language.hpp"

namespace vedette::language {

/// Reads a spaCy package (a wheel, or a folder that is or holds a model) and replaces `out_file` by the model file made
/// from it, once that is known to be sound. The errors are those of spacy_package.h and model_access.h.
Result<ModelInfo> convert_package(const std::filesystem::path& package, const std::filesystem::path& out_file);

struct StoredModel {
  std::string name;  ///< what --model takes
  std::filesystem::path file;
  uint64_t bytes = 0;
  ModelInfo info;
  std::string problem;  ///< why it cannot be used; empty: every checksum and number is right, and its rules compile
};

class ModelStore {
 public:
  /// `data_folder` need not exist. Empty: nothing is kept, and models are found by path only.
  explicit ModelStore(const std::filesystem::path& data_folder)
      : folder_(data_folder.empty() ? std::filesystem::path() : data_folder / "models") {}

  /// Converts a package into the store. An empty name becomes that of default_name(). kUsage for a name that is no
  /// name.
  Result<StoredModel> add(const std::filesystem::path& package, std::string name = {}) const;
  /// Every model file there is, in order of name, each verified.
  Result<std::vector<StoredModel>> list() const;
  /// The file of a name in the store, or of a path. kNotFound, with what to do about it, where neither is there.
  Result<std::filesystem::path> resolve(const std::string& name_or_path) const;
  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path file_of(const std::string& name) const;

  std::filesystem::path folder_;
};

/// "sm" of core_web_sm and names that begin so, likewise md and lg; else the name itself.
std::string default_name(const ModelInfo& info);

}  // namespace vedette::language
