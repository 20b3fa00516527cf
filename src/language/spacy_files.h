// The files of a spaCy package, in a wheel (a zip archive) or in a folder, by their names in the model folder: the one
// folder, anywhere below, that holds both config.cfg and meta.json.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace vedette::language {

struct SpacyFileLimits {
  uint64_t file_bytes = uint64_t{1} << 30;  ///< of one file, unpacked
  size_t files = 100'000;                   ///< in the package
};

class SpacyFiles {
 public:
  /// kNotFound where nothing is there, kInvalidInput where no model is in it or several are, kLimit past the limits.
  static Result<std::unique_ptr<SpacyFiles>> open(const std::filesystem::path& path,
                                                  const SpacyFileLimits& limits = {});
  /// A wheel in memory; the bytes must outlive it.
  static Result<std::unique_ptr<SpacyFiles>> from_zip(std::string_view bytes, const std::string& name,
                                                      const SpacyFileLimits& limits = {});
  virtual ~SpacyFiles() = default;

  bool has(const std::string& name) const;
  /// The whole file. kInvalidInput where the package has none of this name.
  Result<std::string> read(const std::string& name);
  /// For messages: "en_core_web_sm.whl/…/ner/model".
  std::string place(const std::string& name) const { return package_ + "/" + folder_ + name; }

 protected:
  SpacyFiles(std::string package, const SpacyFileLimits& limits) : package_(std::move(package)), limits_(limits) {}
  /// Looks for the model folder among all files of the package.
  Result<void> find_model(std::vector<std::string> names);
  virtual Result<std::string> read_member(const std::string& member) = 0;
  const std::string& package() const { return package_; }
  const SpacyFileLimits& limits() const { return limits_; }

 private:
  std::string package_;
  SpacyFileLimits limits_;
  std::string folder_;              // "" or ending in '/'
  std::vector<std::string> names_;  // sorted
};

}  // namespace vedette::language
