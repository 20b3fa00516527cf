// A story as the rest of the module sees it: its text, who published it and when, paragraphs and quotations.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/partial_date.h"

namespace vedette::story {

/// Code points [begin, end) of Story::text.
struct Range {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool operator==(const Range&) const = default;
};

/// "PYONGYANG, Sept 13 (Reuters) —" at the head of a report.
struct Dateline {
  Range range;                       ///< with the dash or full stop that ends it
  std::string place;                 ///< "PYONGYANG"; several as written: "SEOUL/TOKYO"
  std::string agency;                ///< "Reuters"; empty if none
  std::optional<CalendarDate> date;  ///< year 0 if the dateline names none
  bool operator==(const Dateline&) const = default;
};

/// One quotation, or one paragraph's piece of a quotation that runs over several.
struct Quotation {
  Range range;         ///< with its marks
  Range inside;        ///< without them
  uint32_t depth = 0;  ///< 0 outermost; 1 inside another
  bool closed = true;  ///< false: its paragraph ended first
  /// The piece before it in the paragraph before, which was not closed.
  std::optional<uint32_t> continues;
  bool operator==(const Quotation&) const = default;
};

/// What is known of a story beside its text. Empty members are unknown.
struct StoryFacts {
  std::string id;
  std::string title;
  std::string outlet;
  std::string url;
  std::optional<DayNumber> published;
};

struct Story {
  std::string id;
  std::string title;
  std::string outlet;
  std::string byline;  ///< of a page
  std::string url;
  std::optional<DayNumber> published;
  std::string text;  ///< valid UTF-8; what all offsets count in
  /// `text` with typographic quote marks, blanks and line ends made plain, code point for code point.
  std::string plain;
  std::vector<Range> paragraphs;  ///< in order, without the blanks around them
  bool has_heading = false;       ///< the first paragraph is the title
  std::optional<Dateline> dateline;
  std::vector<Quotation> quotations;  ///< in order of their beginnings
  std::string sha256;                 ///< of the bytes of `text`
  bool cut = false;  ///< the input was longer or nested deeper than the bounds; only its beginning is here
};

}  // namespace vedette::story
