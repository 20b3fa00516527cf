#include "story/dossier_html_network.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <numeric>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "story/dossier_html_escape.h"

namespace vedette::story {

namespace {

constexpr size_t kMostNodes = 18;
constexpr size_t kMostEdges = 60;
constexpr size_t kLongestLabel = 28;
constexpr int kRounds = 24;
constexpr double kWidth = 760;

struct Node {
  std::string name;
  size_t degree = 0;
  double x = 0, y = 0;
};

struct Drawing {
  std::vector<Node> nodes;
  std::vector<std::pair<size_t, size_t>> ends;  // one an edge
  std::vector<const NetworkEdge*> edges;
};

// The parties, and the edges between two different ones; beyond the bounds those with most edges stay.
Drawing collected(const std::vector<NetworkEdge>& edges) {
  std::map<std::string, size_t> degree;
  for (const auto& edge : edges) {
    if (edge.from == edge.to) continue;
    ++degree[edge.from];
    ++degree[edge.to];
  }
  std::vector<std::string> order;
  std::set<std::string> seen;
  for (const auto& edge : edges) {
    for (const auto* name : {&edge.from, &edge.to}) {
      if (edge.from != edge.to && seen.insert(*name).second) order.push_back(*name);
    }
  }
  std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) { return degree[a] > degree[b]; });
  if (order.size() > kMostNodes) order.resize(kMostNodes);
  Drawing drawing;
  std::map<std::string, size_t> index;
  for (const auto& name : order) {
    index[name] = drawing.nodes.size();
    drawing.nodes.push_back({name, degree[name]});
  }
  for (const auto& edge : edges) {
    if (edge.from == edge.to || !index.contains(edge.from) || !index.contains(edge.to)) continue;
    if (drawing.edges.size() == kMostEdges) break;
    drawing.edges.push_back(&edge);
    drawing.ends.emplace_back(index[edge.from], index[edge.to]);
  }
  return drawing;
}

// How far apart the ends of all edges are on a ring in this order.
size_t stretch(const Drawing& drawing, const std::vector<size_t>& seat) {
  size_t total = 0;
  for (const auto& [a, b] : drawing.ends) {
    const size_t apart = seat[a] > seat[b] ? seat[a] - seat[b] : seat[b] - seat[a];
    total += std::min(apart, seat.size() - apart);
  }
  return total;
}

// Seats on the ring: two are swapped as long as that brings partners nearer.
std::vector<size_t> seated(const Drawing& drawing) {
  std::vector<size_t> seat(drawing.nodes.size());
  std::iota(seat.begin(), seat.end(), 0);
  size_t best = stretch(drawing, seat);
  for (int round = 0; round < kRounds; ++round) {
    const size_t before = best;
    for (size_t i = 0; i + 1 < seat.size(); ++i) {
      for (size_t j = i + 1; j < seat.size(); ++j) {
        std::swap(seat[i], seat[j]);
        const size_t now = stretch(drawing, seat);
        if (now < best)
          best = now;
        else
          std::swap(seat[i], seat[j]);
      }
    }
    if (best == before) break;
  }
  return seat;
}

double place_nodes(Drawing& drawing) {
  const auto seat = seated(drawing);
  const auto count = static_cast<double>(drawing.nodes.size());
  const double height = drawing.nodes.size() <= 3 ? 240 : std::min(300 + 14 * count, 520.0);
  const double across = kWidth / 2 - 190, down = height / 2 - 40;
  for (size_t i = 0; i < drawing.nodes.size(); ++i) {
    const double angle = 2 * std::numbers::pi * (static_cast<double>(seat[i]) + 0.5) / count - std::numbers::pi;
    drawing.nodes[i].x = kWidth / 2 + across * std::cos(angle);
    drawing.nodes[i].y = height / 2 + down * std::sin(angle);
  }
  return height;
}

std::string shortened(const std::string& name) {
  const auto letters = to_utf32(name);
  return letters.size() <= kLongestLabel ? name : to_utf8(letters.substr(0, kLongestLabel - 1)) + "…";
}

// A curve that bends towards the middle; edges between the same two bend differently.
std::string edge_of(const Node& a, const Node& b, const NetworkEdge& edge, size_t nth, double height,
                    const std::string& marker) {
  const double pull = 0.25 + 0.2 * static_cast<double>(nth);
  const double cx =
      (a.x + b.x) / 2 * (1 - pull) + kWidth / 2 * pull + (nth % 2 == 1 ? 12.0 : -12.0) * static_cast<double>(nth);
  const double cy = (a.y + b.y) / 2 * (1 - pull) + height / 2 * pull + 16 * static_cast<double>(nth);
  const double length = std::max(std::hypot(b.x - cx, b.y - cy), 1.0);
  const double gap = edge.directed ? 11 : 7;
  const double ex = b.x - (b.x - cx) / length * gap, ey = b.y - (b.y - cy) / length * gap;
  const double mx = a.x / 4 + cx / 2 + ex / 4, my = a.y / 4 + cy / 2 + ey / 4;
  const std::string words = edge.from + (edge.directed ? " → " : " – ") + edge.to + ": " + edge.label;
  return "<a href=\"" + html_escaped(edge.link) + "\"><title>" + html_escaped(words) + "</title><path class=\"edge " +
         html_escaped(edge.tone) + "\" d=\"M" + svg_number(a.x) + " " + svg_number(a.y) + "Q" + svg_number(cx) + " " +
         svg_number(cy) + " " + svg_number(ex) + " " + svg_number(ey) + "\"" +
         (edge.directed ? " marker-end=\"url(#" + marker + ")\"" : "") + "/><text x=\"" + svg_number(mx) + "\" y=\"" +
         svg_number(my) + "\" class=\"what\">" + html_escaped(edge.label) + "</text></a>";
}

std::string node_of(const Node& node) {
  const double middle = kWidth / 2;
  const std::string anchor = node.x < middle - 60 ? "end" : node.x > middle + 60 ? "start" : "middle";
  const double x = anchor == "end" ? node.x - 11 : anchor == "start" ? node.x + 11 : node.x;
  const double y = anchor == "middle" ? (node.y < 150 ? node.y - 12 : node.y + 22) : node.y + 4;
  return "<g class=\"node\"><title>" + html_escaped(node.name) + "</title><circle cx=\"" + svg_number(node.x) +
         "\" cy=\"" + svg_number(node.y) + "\" r=\"6\"/><text x=\"" + svg_number(x) + "\" y=\"" + svg_number(y) +
         "\" text-anchor=\"" + anchor + "\">" + html_escaped(shortened(node.name)) + "</text></g>";
}

}  // namespace

std::string svg_network(const std::vector<NetworkEdge>& edges, const std::string& marker) {
  Drawing drawing = collected(edges);
  if (drawing.edges.empty()) return {};
  const double height = place_nodes(drawing);
  std::string lines, nodes;
  std::map<std::pair<size_t, size_t>, size_t> times;
  for (size_t i = 0; i < drawing.edges.size(); ++i) {
    const auto [a, b] = drawing.ends[i];
    const size_t nth = times[std::minmax(a, b)]++;
    lines += edge_of(drawing.nodes[a], drawing.nodes[b], *drawing.edges[i], nth, height, marker);
  }
  for (const auto& node : drawing.nodes) nodes += node_of(node);
  return "<svg class=\"network\" viewBox=\"0 0 " + svg_number(kWidth) + " " + svg_number(height) +
         "\" role=\"group\" aria-label=\"Who deals with whom, also in the list of events\"><defs><marker id=\"" +
         marker +
         "\" viewBox=\"0 0 8 8\" refX=\"6\" refY=\"4\" markerWidth=\"9\" markerHeight=\"9\" "
         "markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path "
         "d=\"M0 0L8 4L0 8Z\"/></marker></defs>" +
         lines + nodes + "</svg>";
}

}  // namespace vedette::story
