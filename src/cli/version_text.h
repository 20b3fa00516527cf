// A loaded list version in words.
#pragma once

#include <string>
#include <vector>

#include "cli/environment.h"
#include "cli/table.h"
#include "engine/engine.h"

namespace vedette::cli {

/// "active", "active, stale", "kept", "starter": what the version is good for.
Cell state_cell(const engine::VersionStatus& status);

/// The day published, as people write it.
std::string published_label(const engine::VersionStatus& status);

/// One field that changed, for a table: "birthDate: 1964 → 1970-09-12".
std::string change_label(const lists::FieldChange& change);

/// Says, where the starter list serves, that it is not for compliance use and where to get the official ones.
void report_starter(Environment& environment, const std::vector<engine::VersionStatus>& versions);

}  // namespace vedette::cli
