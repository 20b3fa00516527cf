#include "engine/story_files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

#include "base/ascii.h"

namespace vedette::engine {
namespace {

namespace fs = std::filesystem;

bool is_story_name(const fs::path& path) {
  constexpr std::array<std::string_view, 5> kEndings = {".txt", ".html", ".htm", ".jsonl", ".ndjson"};
  const std::string name = path.filename().string();
  const std::string ending = ascii_lower(path.extension().string());
  return !name.starts_with('.') && std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

}  // namespace

bool is_feed_name(const std::string& path) {
  const std::string ending = ascii_lower(fs::path(path).extension().string());
  return ending == ".jsonl" || ending == ".ndjson";
}

Result<void> append_story_files(const std::string& path, std::vector<std::string>& files) {
  std::error_code error;
  if (path == "-" || !fs::is_directory(path, error)) {
    files.push_back(path);
    return {};
  }
  const size_t before = files.size();
  for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    if (!is_story_name(entry->path()) || !entry->is_regular_file(ignored)) continue;
    if (files.size() - before == kMaxStoryFiles) return fail(ErrorCode::kLimit, "too many stories", {.file = path});
    files.push_back(entry->path().string());
  }
  if (error) return fail(ErrorCode::kIo, "cannot be read: " + error.message(), {.file = path});
  if (files.size() == before) {
    return fail(ErrorCode::kInvalidInput, "no stories here: they end in .txt, .html, .htm or .jsonl", {.file = path});
  }
  std::sort(files.begin() + static_cast<ptrdiff_t>(before), files.end());
  return {};
}

Result<std::vector<std::string>> story_files(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) VEDETTE_RETURN_IF_ERROR(append_story_files(path, files));
  return files;
}

}  // namespace vedette::engine
