// Which files a person means who names files and folders of stories.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"

namespace vedette::engine {

/// Most stories of one folder; more is kLimit.
inline constexpr size_t kMaxStoryFiles = 2'000'000;

/// True for names that end in .jsonl or .ndjson: a story a line.
bool is_feed_name(const std::string& path);

/// Files as they stand; of a folder, in order of name, the regular files directly in it that end in .txt, .html, .htm,
/// .jsonl or .ndjson and are not hidden. "-" stays. kInvalidInput for a folder without any, kIo for one that cannot be
/// read.
Result<std::vector<std::string>> story_files(const std::vector<std::string>& paths);

/// The same for one path, appended to `files`.
Result<void> append_story_files(const std::string& path, std::vector<std::string>& files);

}  // namespace vedette::engine
