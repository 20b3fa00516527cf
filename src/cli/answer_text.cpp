#include "cli/answer_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "cli/display_width.h"
#include "cli/labels.h"

namespace vedette::cli {
namespace {

constexpr size_t kNarrowestText = 20;

std::string name_of(const screen::Hit& hit) {
  if (hit.matched_name.empty()) return hit.caption + " (by an identifier)";
  if (hit.matched_name == hit.caption) return hit.caption;
  return fmt::format("{} (as {})", hit.caption, hit.matched_name);
}

std::string joined(const std::vector<std::string>& texts) {
  return fmt::format("{}", fmt::join(texts, ", "));
}

void add_listing_columns(std::vector<Column>& columns, const HitView& view) {
  columns.push_back({.title = "LIST", .flexible = true});
  columns.push_back({.title = "PROGRAMME", .flexible = true});
  columns.push_back({.title = "LISTED SINCE", .flexible = true});
  if (view.as_of) columns.push_back({.title = "ON " + format_day(*view.as_of)});
}

void add_listing_cells(std::vector<Cell>& cells, const screen::Hit& hit, const HitView& view) {
  cells.push_back({list_labels(hit.datasets)});
  cells.push_back({joined(hit.programs)});
  cells.push_back({listing_label(hit.listing)});
  if (view.as_of) cells.push_back(listed_then_cell(hit.listed_then));
}

// "2 hits", "no hits", and what speaks against calling that the whole answer.
struct Verdict {
  std::string text;
  Tone tone = Tone::kGood;
};

Verdict verdict(std::string found, bool any, screen::Status status, const std::string& partial_reason,
                const screen::ImageUsed& image) {
  Verdict result{std::move(found), any ? Tone::kAlarm : Tone::kGood};
  if (status == screen::Status::kPartial) {
    result.text += fmt::format(", but the search is INCOMPLETE: {}", partial_reason);
    result.tone = any ? Tone::kAlarm : Tone::kCaution;
  } else if (uses_starter(image)) {
    result.text += " (starter list, not for compliance use)";
    result.tone = any ? Tone::kAlarm : Tone::kCaution;
  } else if (status == screen::Status::kStale) {
    result.text += " (on lists that are stale or missing)";
    result.tone = any ? Tone::kAlarm : Tone::kCaution;
  }
  return result;
}

std::string headline(std::string_view label, const Verdict& said, const Style& style) {
  return fmt::format("{}: {}\n", style.paint(Tone::kStrong, printable(label)),
                     style.paint(said.tone, printable(said.text)));
}

// Sentences below a table, wrapped and set in.
std::string indented(std::string_view text, size_t indent, const Canvas& canvas, Tone tone) {
  const size_t width = canvas.width > indent + kNarrowestText ? canvas.width - indent : ~size_t{0} >> 1;
  std::string out;
  for (const std::string& line : wrap(printable(text), width)) {
    out += std::string(indent, ' ') + canvas.style.paint(tone, line) + '\n';
  }
  return out;
}

std::string reasons(const std::vector<screen::Hit>& hits, const HitView& view) {
  std::string out;
  for (const screen::Hit& hit : hits) {
    if (hit.explanation.empty()) continue;
    out += '\n' + indented(fmt::format("{} ({}, {})", hit.caption, hit.id, score_label(hit.score)), 2, view.canvas,
                           Tone::kStrong);
    out += explanation_text(hit.explanation, view.canvas);
  }
  return out;
}

// Findings of the same text with the same hits, told once.
struct Group {
  const screen::Finding* first = nullptr;
  size_t times = 0;
};

bool same_hits(const screen::Finding& a, const screen::Finding& b) {
  return std::equal(a.hits.begin(), a.hits.end(), b.hits.begin(), b.hits.end(),
                    [](const screen::Hit& x, const screen::Hit& y) { return x.id == y.id; });
}

double best_score(const screen::Finding& finding) {
  return finding.hits.empty() ? 0 : finding.hits.front().score;
}

std::vector<Group> grouped_findings(const std::vector<screen::Finding>& found) {
  std::vector<Group> groups;
  std::unordered_map<std::string_view, std::vector<size_t>> of_text;  // few groups each, however many findings
  for (const screen::Finding& finding : found) {
    std::vector<size_t>& alike = of_text[finding.text];
    const auto group = std::find_if(alike.begin(), alike.end(),
                                    [&](size_t number) { return same_hits(*groups[number].first, finding); });
    if (group == alike.end()) {
      alike.push_back(groups.size());
      groups.push_back({&finding, 1});
    } else {
      ++groups[*group].times;
    }
  }
  // The surest first: weak resemblances must not bury them.
  std::stable_sort(groups.begin(), groups.end(),
                   [](const Group& a, const Group& b) { return best_score(*a.first) > best_score(*b.first); });
  return groups;
}

Table table_of(const std::vector<Group>& groups, const HitView& view) {
  std::vector<Column> columns = {{.title = "IN THE TEXT", .flexible = true}, {.title = "WHO", .flexible = true}};
  add_listing_columns(columns, view);
  columns.push_back({.title = "SCORE", .align = Align::kRight});
  Table table(std::move(columns));
  for (const Group& group : groups) {
    std::string text = group.first->text;
    if (group.times > 1) text += fmt::format(" ({} times)", group.times);
    for (const screen::Hit& hit : group.first->hits) {
      std::vector<Cell> cells = {{std::exchange(text, {}), Tone::kStrong}, {name_of(hit)}};
      add_listing_cells(cells, hit, view);
      cells.push_back({score_label(hit.score), score_tone(hit.score)});
      table.add_row(std::move(cells));
    }
  }
  return table;
}

}  // namespace

std::string answer_text(std::string_view label, const screen::Answer& answer, const HitView& view) {
  const bool any = !answer.hits.empty();
  std::string found = any ? counted(answer.hits.size(), "hit") : "no hits";
  if (view.limit != 0 && answer.hits.size() >= view.limit) found += " or more, of which these are the best";
  std::string out =
      headline(label, verdict(found, any, answer.status, answer.partial_reason, answer.image), view.canvas.style);
  if (!any) return out;
  std::vector<Column> columns = {
      {.title = "SCORE", .align = Align::kRight}, {.title = "WHO", .flexible = true}, {.title = "TYPE"}};
  add_listing_columns(columns, view);
  columns.push_back({.title = "ID"});
  Table table(std::move(columns));
  for (const screen::Hit& hit : answer.hits) {
    std::vector<Cell> cells = {
        {score_label(hit.score), score_tone(hit.score)}, {name_of(hit)}, {std::string(to_string(hit.schema))}};
    add_listing_cells(cells, hit, view);
    cells.push_back({hit.id, Tone::kFaint});
    table.add_row(std::move(cells));
  }
  out += table.render(view.canvas);
  if (view.explain) out += reasons(answer.hits, view);
  return out;
}

std::string scan_text(const screen::ScanAnswer& answer, const HitView& view) {
  const std::vector<Group> groups = grouped_findings(answer.found);
  const bool any = !groups.empty();
  const std::string found = any ? counted(groups.size(), "listed name") + " found" : "no listed name found";
  std::string out =
      headline(answer.file, verdict(found, any, answer.status, answer.partial_reason, answer.image), view.canvas.style);
  if (any) out += table_of(groups, view).render(view.canvas);
  return out;
}

std::string explanation_text(std::string_view explanation, const Canvas& canvas) {
  std::string out;
  bool quoted = false;
  size_t start = 0;
  for (size_t i = 0; i <= explanation.size(); ++i) {
    if (i < explanation.size() && explanation[i] == '"') quoted = !quoted;
    const bool at_end = i == explanation.size();
    if (!at_end && (quoted || !explanation.substr(i).starts_with("; "))) continue;
    if (i > start) out += indented(explanation.substr(start, i - start), 4, canvas, Tone::kPlain);
    start = i + 2;
  }
  return out;
}

std::string searched_text(const screen::ImageUsed& image, const Canvas& canvas) {
  return indented(searched_label(image), 0, canvas, Tone::kFaint);
}

}  // namespace vedette::cli
