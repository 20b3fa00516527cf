// Made-up language models and packages on disk, for tests of the programs.
#pragma once

#include <filesystem>
#include <fstream>
#include <string_view>

#include "language/spacy_package_for_test.h"
#include "language/tiny_model_for_test.h"

namespace vedette::engine {

inline void write_bytes(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

/// A model that reads nonsense into a text, but always the same (tiny_model_for_test.h).
inline void write_tiny_model(const std::filesystem::path& path) {
  write_bytes(path, language::tiny_model_bytes());
}

/// The same after a change to what it is made from.
template <typename Change>
void write_tiny_model(const std::filesystem::path& path, const Change& change) {
  const auto draft = language::make_tiny_draft();
  change(*draft);
  write_bytes(path, language::write_model(*draft));
}

/// A package that can be converted: core_web_sm_made_up 1.2.3 (spacy_package_for_test.h).
inline void write_made_up_wheel(const std::filesystem::path& path) {
  write_bytes(path, language::zip_package(language::make_package()));
}
inline void write_made_up_package(const std::filesystem::path& folder) {
  language::write_package(language::make_package(), folder);
}

}  // namespace vedette::engine
