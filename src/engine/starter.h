// The starter list that ships: compiled in memory, one list a dataset.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "base/error.h"
#include "lists/store.h"
#include "screen/list_set.h"

namespace vedette::engine {

/// What is in the folder: `starter.jsonl` (FollowTheMoney, each entity of one dataset), `meta.json` (published dates of
/// the datasets) and, if there, `bounds.csv` (id, listed_after, listed_by).
struct StarterList {
  std::vector<screen::SourceLists> sources;  ///< by name, each with one version, marked as starter
  std::vector<lists::Version> versions;      ///< as a store would describe them, in the same order
};

/// kNotFound if the folder holds no starter list, kCorrupt, naming file and line, if it is damaged.
Result<StarterList> load_starter(const std::filesystem::path& folder);

}  // namespace vedette::engine
