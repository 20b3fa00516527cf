// Reads many stories on all threads, and writes their dossiers in the order of the input.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/environment.h"
#include "cli/exit_status.h"
#include "engine/story_reading.h"

namespace vedette::cli {

enum class DossierFormat : uint8_t { kText, kJson, kHtml };

struct ReadRequest {
  std::vector<std::string> files;  ///< "-" is standard input; no folders
  engine::StoryShape standard_input = engine::StoryShape::kDetect;
  story::StoryFacts facts;  ///< said by the user, stronger than all else
  DossierFormat format = DossierFormat::kJson;
  std::filesystem::path out;  ///< folder for a file a story; empty: standard output
  unsigned threads = 1;
};

/// What cannot be read is reported and costs nothing else; the status tells. Memory is bounded by the longest story.
ExitStatus run_read(const ReadRequest& request, const engine::StoryTools& tools, Environment& environment);

}  // namespace vedette::cli
