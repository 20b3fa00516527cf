// Dossiers that were written before, read back and joined.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/error.h"
#include "story/timeline.h"
#include "story/timeline_html.h"
#include "story/timeline_json.h"

namespace vedette::engine {

/// Files as they stand; of a folder, in order of name, its *.json but *.meta.json, and *.jsonl. kInvalidInput for a
/// folder without any.
Result<std::vector<std::string>> dossier_files(const std::vector<std::string>& paths);

/// The dossiers of a file: one object, or (in .jsonl and .ndjson) one a line. What cannot be read is handed to
/// `failed`, and reading goes on.
void read_dossiers(const std::string& file, std::vector<story::ToldStory>& stories,
                   const std::function<void(const Error&)>& failed);

}  // namespace vedette::engine
