// Answers as tables for people.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/partial_date.h"
#include "cli/table.h"
#include "engine/engine.h"

namespace vedette::cli {

/// How much a table of hits shows.
struct HitView {
  Canvas canvas;
  std::optional<DayNumber> as_of;  ///< adds the column with the answer to --as-of
  bool explain = false;            ///< adds the reasons below the table
  uint32_t limit = 0;              ///< most hits that were asked for; 0 means all
};

/// One query: its label, a verdict in words, and a table of its hits. A search that gave up is never called clear.
std::string answer_text(std::string_view label, const screen::Answer& answer, const HitView& view);

/// One file: what was found in it, each text once with how often it stands there.
std::string scan_text(const screen::ScanAnswer& answer, const HitView& view);

/// The reasons of a score, which semicolons outside quotes separate, one a line.
std::string explanation_text(std::string_view explanation, const Canvas& canvas);

/// The lists that were searched, as the last line of a table.
std::string searched_text(const screen::ImageUsed& image, const Canvas& canvas);

}  // namespace vedette::cli
