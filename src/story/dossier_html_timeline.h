// Dated things on a line, as SVG.
#pragma once

#include <string>
#include <vector>

#include "base/partial_date.h"

namespace vedette::story {

struct TimelineMark {
  std::string label;  ///< "LAUNCH: North Korea"
  std::string link;   ///< fragment to go to: "#e5"
  std::string tone;   ///< a class of the style sheet: a status, or "published"
  DayNumber start = 0;
  DayNumber end = 0;
};

/// One line a mark, in order of dates; dates stand at even distances, for stories speak of last week and of ten years
/// ago alike. More than eighty are cut. Empty if there are none.
std::string svg_timeline(std::vector<TimelineMark> marks);

}  // namespace vedette::story
