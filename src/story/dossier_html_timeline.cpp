#include "story/dossier_html_timeline.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "story/dossier_html_escape.h"

namespace vedette::story {

namespace {

constexpr size_t kMostMarks = 80;
constexpr double kWidth = 760;
constexpr double kSide = 46;
constexpr double kRow = 24;
constexpr double kTop = 14;
constexpr double kFoot = 34;
constexpr double kDateWidth = 78;
constexpr double kLetter = 6.6;

// Where each day that begins or ends a mark stands.
std::map<DayNumber, double> places_of(const std::vector<TimelineMark>& marks) {
  std::map<DayNumber, double> places;
  for (const auto& mark : marks) {
    places[mark.start] = 0;
    places[mark.end] = 0;
  }
  const double step = places.size() < 2 ? 0 : (kWidth - 2 * kSide) / static_cast<double>(places.size() - 1);
  double x = places.size() < 2 ? kWidth / 2 : kSide;
  for (auto& [day, place] : places) {
    place = x;
    x += step;
  }
  return places;
}

std::string axis(const std::map<DayNumber, double>& places, double bottom) {
  std::string ticks, words;
  double last = -1e9;
  for (const auto& [day, x] : places) {
    ticks += "M" + svg_number(x) + " " + svg_number(kTop) + "V" + svg_number(bottom);
    if (x - last < kDateWidth) continue;
    last = x;
    words += "<text x=\"" + svg_number(x) + "\" y=\"" + svg_number(bottom + 18) + "\">" + format_day(day) + "</text>";
  }
  return "<path class=\"grid\" d=\"" + ticks + "\"/><g class=\"dates\">" + words + "</g>";
}

std::string drawn(const TimelineMark& mark, double from, double to, double y) {
  const double width = kLetter * static_cast<double>(count_code_points(mark.label));
  const bool left = to + 10 + width > kWidth && from - 10 - width > 0;
  const double x = left ? from - 10 : std::min(to + 10, std::max(4.0, kWidth - width));
  return "<a href=\"" + html_escaped(mark.link) + "\"><rect class=\"" + html_escaped(mark.tone) + "\" x=\"" +
         svg_number(from - 5) + "\" y=\"" + svg_number(y - 5) + "\" width=\"" + svg_number(to - from + 10) +
         "\" height=\"10\" rx=\"5\"/><text x=\"" + svg_number(x) + "\" y=\"" + svg_number(y + 4) + "\"" +
         (left ? " text-anchor=\"end\"" : "") + ">" + html_escaped(mark.label) + "</text></a>";
}

}  // namespace

std::string svg_timeline(std::vector<TimelineMark> marks) {
  if (marks.empty()) return {};
  std::stable_sort(marks.begin(), marks.end(),
                   [](const auto& a, const auto& b) { return a.start != b.start ? a.start < b.start : a.end < b.end; });
  if (marks.size() > kMostMarks) marks.resize(kMostMarks);
  const auto places = places_of(marks);
  const double bottom = kTop + kRow * static_cast<double>(marks.size());
  std::string rows;
  for (size_t i = 0; i < marks.size(); ++i) {
    rows += drawn(marks[i], places.at(marks[i].start), places.at(marks[i].end),
                  kTop + kRow * (static_cast<double>(i) + 0.5));
  }
  return "<svg class=\"timeline\" viewBox=\"0 0 " + svg_number(kWidth) + " " + svg_number(bottom + kFoot) +
         "\" role=\"group\" aria-label=\"Timeline, dates at even distances; also in the list of events\">" +
         axis(places, bottom) + "<g class=\"marks\">" + rows + "</g></svg>";
}

}  // namespace vedette::story
