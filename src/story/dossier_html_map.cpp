// Equirectangular, true to scale in the middle of the view; land is clipped to the view, so that a page carries no more
// of the world than it shows. A view that would cross the antimeridian is shifted across it.
#include "story/dossier_html_map.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <numbers>

#include "base/table.h"
#include "story/dossier_html_escape.h"
#include "text/embed.h"

VEDETTE_EMBED(story_outline_table, VEDETTE_STORY_DATA "/outline.tsv")

namespace vedette::story {

namespace {

constexpr double kWidth = 760;
constexpr double kHeight = 400;
constexpr size_t kMostPoints = 100;
constexpr double kLeastSpan = 6;  // degrees of latitude
constexpr double kMargin = 1.35;  // the view over what it is fitted to
constexpr double kLetter = 6.4;   // width of a letter of a label
constexpr double kLabelHeight = 14;
constexpr double kLeastStep = 0.7;  // points of an outline that lie closer are left out

struct Point {
  double x = 0, y = 0;
};

struct Outline {
  bool land = false;
  std::vector<Point> points;  // degrees: longitude, latitude
};

double number_of(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::vector<Point> points_of(std::string_view text) {
  std::vector<Point> points;
  while (!text.empty()) {
    const auto pair = text.substr(0, text.find(' '));
    const size_t comma = std::min(pair.find(','), pair.size() - 1);
    points.push_back({number_of(pair.substr(0, comma)), number_of(pair.substr(comma + 1))});
    text.remove_prefix(std::min(pair.size() + 1, text.size()));
  }
  return points;
}

const std::vector<Outline>& outlines() {
  static const std::vector<Outline> kOutlines = [] {
    constexpr std::array<std::string_view, 2> kColumns = {"what", "points"};
    const std::string file = "outline.tsv";
    std::vector<Outline> all;
    const auto rows = parse_table(file, story_outline_table(), kColumns);
    if (!rows) return all;  // a test holds the table to its grammar
    for (const auto& row : *rows) all.push_back({row[0] == "land", points_of(row[1])});
    return all;
  }();
  return kOutlines;
}

// Degrees in view, and how they become units of the drawing.
struct View {
  double west = 0, east = 0, south = 0, north = 0;
  double scale_x = 1, scale_y = 1;

  Point at(Point degrees) const { return {(degrees.x - west) * scale_x, (north - degrees.y) * scale_y}; }
};

// Longitudes near the antimeridian are put on one side of it, if that makes the view narrower.
std::vector<Point> on_one_side(const std::vector<MapPoint>& points) {
  std::vector<Point> plain, shifted;
  for (const auto& point : points) {
    plain.push_back({point.longitude, point.latitude});
    shifted.push_back({point.longitude < 0 ? point.longitude + 360 : point.longitude, point.latitude});
  }
  const auto width = [](const std::vector<Point>& of) {
    const auto [least, most] = std::minmax_element(of.begin(), of.end(), [](auto a, auto b) { return a.x < b.x; });
    return most->x - least->x;
  };
  return width(shifted) < width(plain) ? shifted : plain;
}

View fitted(const std::vector<Point>& points) {
  View view{points[0].x, points[0].x, points[0].y, points[0].y};
  for (const auto point : points) {
    view.west = std::min(view.west, point.x);
    view.east = std::max(view.east, point.x);
    view.south = std::min(view.south, point.y);
    view.north = std::max(view.north, point.y);
  }
  const double middle_x = (view.west + view.east) / 2, middle_y = (view.south + view.north) / 2;
  const double shrink = std::max(std::cos(middle_y * std::numbers::pi / 180), 0.2);
  double tall = std::max((view.north - view.south) * kMargin, kLeastSpan);
  tall = std::max(tall, (view.east - view.west) * kMargin * shrink * kHeight / kWidth);
  tall = std::min(tall, 170.0);
  const double wide = std::min(tall * kWidth / kHeight / shrink, 360.0);
  const double y = std::clamp(middle_y, -90 + tall / 2, 90 - tall / 2);
  view = {middle_x - wide / 2, middle_x + wide / 2, y - tall / 2, y + tall / 2, kWidth / wide, kHeight / tall};
  return view;
}

// One edge of Sutherland and Hodgman's clipping, "Reentrant polygon clipping" (1974).
std::vector<Point> clipped_at(const std::vector<Point>& ring, const std::function<double(Point)>& inside) {
  std::vector<Point> kept;
  for (size_t i = 0; i < ring.size(); ++i) {
    const Point from = ring[i == 0 ? ring.size() - 1 : i - 1], to = ring[i];
    const double a = inside(from), b = inside(to);
    if ((a < 0) != (b < 0)) {
      const double share = a / (a - b);
      kept.push_back({from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
    }
    if (b >= 0) kept.push_back(to);
  }
  return kept;
}

std::vector<Point> clipped(std::vector<Point> ring, const View& view) {
  ring = clipped_at(ring, [&](Point p) { return p.x - view.west; });
  ring = clipped_at(ring, [&](Point p) { return view.east - p.x; });
  ring = clipped_at(ring, [&](Point p) { return p.y - view.south; });
  return clipped_at(ring, [&](Point p) { return view.north - p.y; });
}

void append_path(std::string& path, const std::vector<Point>& points, const View& view, bool closed) {
  Point last{-1e9, -1e9};
  bool begun = false;
  for (const Point point : points) {
    const Point at = view.at(point);
    if (begun && std::hypot(at.x - last.x, at.y - last.y) < kLeastStep) continue;
    path += begun ? "L" : "M";
    path += svg_number(at.x) + " " + svg_number(at.y);
    last = at;
    begun = true;
  }
  if (closed && begun) path += "Z";
}

bool near_view(const std::vector<Point>& points, const View& view) {
  return std::any_of(points.begin(), points.end(), [&](Point p) {
    return p.x > view.west - 20 && p.x < view.east + 20 && p.y > view.south - 20 && p.y < view.north + 20;
  });
}

// Stretches of a line with an end in view.
void append_line(std::string& path, const std::vector<Point>& points, const View& view) {
  const auto is_in = [&](Point p) {
    return p.x >= view.west && p.x <= view.east && p.y >= view.south && p.y <= view.north;
  };
  std::vector<Point> stretch;
  for (size_t i = 1; i < points.size(); ++i) {
    if (is_in(points[i - 1]) || is_in(points[i])) {
      if (stretch.empty()) stretch.push_back(points[i - 1]);
      stretch.push_back(points[i]);
    } else if (!stretch.empty()) {
      append_path(path, stretch, view, false);
      stretch.clear();
    }
  }
  append_path(path, stretch, view, false);
}

std::string land_of(const View& view) {
  std::string land, borders;
  for (const Outline& outline : outlines()) {
    for (const double shift : {-360.0, 0.0, 360.0}) {
      auto points = outline.points;
      for (Point& point : points) point.x += shift;
      if (!outline.land && near_view(points, view)) append_line(borders, points, view);
      if (outline.land) append_path(land, clipped(std::move(points), view), view, true);
    }
  }
  return "<path class=\"land\" d=\"" + land + "\"/><path class=\"border\" d=\"" + borders + "\"/>";
}

double grid_step(double span) {
  for (const double step : {1.0, 2.0, 5.0, 10.0, 15.0, 30.0}) {
    if (span / step <= 7) return step;
  }
  return 45;
}

std::string degrees(double value, const char* positive, const char* negative) {
  const double one_turn = value > 180 ? value - 360 : value < -180 ? value + 360 : value;
  return svg_number(std::abs(one_turn)) + "°" + (one_turn == 0 ? "" : one_turn > 0 ? positive : negative);
}

std::string grid_of(const View& view) {
  std::string lines, words;
  const double step = grid_step(view.north - view.south);
  for (double y = std::ceil(view.south / step) * step; y <= view.north; y += step) {
    const std::string at = svg_number(view.at({view.west, y}).y);
    lines += "M0 " + at + "H" + svg_number(kWidth);
    words += "<text x=\"4\" y=\"" + at + "\" dy=\"-3\">" + degrees(y, "N", "S") + "</text>";
  }
  const double across = grid_step((view.east - view.west) * kHeight / kWidth);
  for (double x = std::ceil(view.west / across) * across; x <= view.east; x += across) {
    const std::string at = svg_number(view.at({x, view.south}).x);
    lines += "M" + at + " 0V" + svg_number(kHeight);
    words +=
        "<text x=\"" + at + "\" y=\"" + svg_number(kHeight - 4) + "\" dx=\"3\">" + degrees(x, "E", "W") + "</text>";
  }
  return "<path class=\"grid\" d=\"" + lines + "\"/><g class=\"degrees\">" + words + "</g>";
}

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
  bool meets(const Box& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
};

// Puts a label beside each point where there is room; what has none keeps its title and its line in the table.
class Labels {
 public:
  explicit Labels(const std::vector<Point>& points) {
    for (const Point point : points) taken_.push_back({point.x - 5, point.y - 5, point.x + 5, point.y + 5});
  }

  std::string place(const std::string& name, Point at) {
    const double width = kLetter * static_cast<double>(std::count_if(name.begin(), name.end(), [](char c) {
                           return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
                         }));
    const std::array<Point, 4> corners = {{{at.x + 8, at.y - kLabelHeight / 2},
                                           {at.x - 8 - width, at.y - kLabelHeight / 2},
                                           {at.x - width / 2, at.y - 8 - kLabelHeight},
                                           {at.x - width / 2, at.y + 8}}};
    for (const Point corner : corners) {
      const Box box{corner.x, corner.y, corner.x + width, corner.y + kLabelHeight};
      const bool outside = box.left < 0 || box.right > kWidth || box.top < 0 || box.bottom > kHeight;
      if (outside || std::any_of(taken_.begin(), taken_.end(), [&](const Box& b) { return b.meets(box); })) continue;
      taken_.push_back(box);
      return "<text x=\"" + svg_number(corner.x) + "\" y=\"" + svg_number(corner.y + kLabelHeight - 3) + "\">" +
             html_escaped(name) + "</text>";
    }
    return {};
  }

 private:
  std::vector<Box> taken_;
};

}  // namespace

std::string svg_map(const std::vector<MapPoint>& all) {
  if (all.empty()) return {};
  const std::vector<MapPoint> points(all.begin(),
                                     all.begin() + static_cast<ptrdiff_t>(std::min(all.size(), kMostPoints)));
  const auto sides = on_one_side(points);
  const View view = fitted(sides);
  std::vector<Point> drawn;
  for (const Point point : sides) drawn.push_back(view.at(point));
  Labels labels(drawn);
  std::string marks;
  for (size_t i = 0; i < points.size(); ++i) {
    marks += "<a href=\"" + html_escaped(points[i].link) + "\"><title>" + html_escaped(points[i].name) +
             "</title><circle cx=\"" + svg_number(drawn[i].x) + "\" cy=\"" + svg_number(drawn[i].y) + "\" r=\"4.5\"/>" +
             labels.place(points[i].name, drawn[i]) + "</a>";
  }
  return "<svg class=\"map\" viewBox=\"0 0 " + svg_number(kWidth) + " " + svg_number(kHeight) +
         "\" role=\"group\" aria-label=\"Map of " + std::to_string(points.size()) +
         (points.size() == 1 ? " place" : " places") + ", also in the table\">" + land_of(view) + grid_of(view) +
         "<g class=\"points\">" + marks + "</g></svg>";
}

}  // namespace vedette::story
