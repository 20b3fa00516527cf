// What was fetched from where, so that a file that has not changed is not fetched again: fetched.json, beside the
// manifest (docs/formats/store.md). It holds nothing that cannot be had again: damaged or gone, all is fetched anew.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "base/error.h"
#include "lists/download.h"

namespace vedette::lists {

/// The last file that was fetched for a source and kept.
struct Fetched {
  std::string url;
  Validators validators;
  std::string hash;     ///< of the version that it became, 64 hexadecimal digits
  std::string checked;  ///< timestamp of the last time that the server had nothing newer

  bool operator==(const Fetched&) const = default;
};

/// By source.
using FetchedFiles = std::map<std::string, Fetched>;

std::string write_fetched(const FetchedFiles& files);
/// kUnsupported for another schema version; kCorrupt for what write_fetched cannot have written.
Result<FetchedFiles> parse_fetched(std::string_view text);

/// Of a store's folder. kNotFound if nothing was ever fetched.
Result<FetchedFiles> load_fetched(const std::filesystem::path& folder);
/// In one step: the old file or the new one is there.
Result<void> save_fetched(const std::filesystem::path& folder, const FetchedFiles& files);

}  // namespace vedette::lists
