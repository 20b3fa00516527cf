// A dossier for a person at a terminal.
#pragma once

#include <string>

#include "cli/table.h"
#include "engine/story_reading.h"

namespace vedette::cli {

/// Fitted to the canvas, coloured if its style is. Whatever the story holds, nothing in it can disturb a terminal.
std::string dossier_text(const story::Dossier& dossier, const Canvas& canvas);

}  // namespace vedette::cli
