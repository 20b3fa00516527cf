// A timeline for a person at a terminal, and for a spreadsheet.
#pragma once

#include <string>

#include "cli/table.h"
#include "engine/story_timeline.h"

namespace vedette::cli {

std::string timeline_text(const story::Timeline& timeline, const Canvas& canvas);

/// A heading and one record an event; several values of a field are separated by "; ".
std::string timeline_csv(const story::Timeline& timeline);

}  // namespace vedette::cli
