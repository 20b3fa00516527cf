// Where dossiers go: one after another to standard output, or each to a file of its own.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/error.h"

namespace vedette::cli {

/// A name that is safe for a file on any system, without its ending. Letters, digits, dots, hyphens and underscores
/// stay; a name that had anything else, or is very long, ends in a hash of itself, so that two names stay two.
std::string safe_file_name(std::string_view name);

/// A folder that gets one file a story. Names that come again get a number: "NAME-2".
class DossierFolder {
 public:
  /// Makes the folder if there is none. kIo if that fails.
  static Result<std::unique_ptr<DossierFolder>> create(const std::filesystem::path& folder, std::string ending);

  /// Writes a whole file or none. kIo, naming it.
  Result<void> write(std::string_view name, std::string_view content);

 private:
  DossierFolder(std::filesystem::path folder, std::string ending)
      : folder_(std::move(folder)), ending_(std::move(ending)) {}

  std::filesystem::path folder_;
  std::string ending_;
  std::unordered_map<uint64_t, uint32_t> times_used_;  // by hash of the name: a run may have very many
};

}  // namespace vedette::cli
