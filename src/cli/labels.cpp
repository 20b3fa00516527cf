#include "cli/labels.h"

#include <fmt/format.h>

#include <cmath>

#include <algorithm>
#include <array>

#include "cli/progress.h"

namespace vedette::cli {
namespace {

constexpr double kStrongScore = 0.90;  // from here a hit is shown in the colour of alarm

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kListLabels = {{
    {"us_ofac_sdn", "US SDN"},
    {"us_ofac_cons", "US non-SDN"},
    {"us_trade_csl", "US CSL"},
    {"us_bis_denied", "US denied persons"},
    {"un_sc_sanctions", "UN"},
    {"eu_fsf", "EU"},
    {"gb_fcdo_sanctions", "UK"},
    {"gb_hmt_sanctions", "UK OFSI"},
    {"ca_dfatd_sema_sanctions", "Canada"},
    {"ch_seco_sanctions", "Switzerland"},
    {"au_dfat_sanctions", "Australia"},
}};

}  // namespace

std::string list_label(std::string_view source) {
  for (const auto& [name, label] : kListLabels) {
    if (name == source) return std::string(label);
  }
  return std::string(source);
}

std::string list_labels(const std::vector<std::string>& sources) {
  std::string text;
  for (const std::string& source : sources) text += (text.empty() ? "" : ", ") + list_label(source);
  return text;
}

std::string listing_label(const screen::Listing& listing) {
  std::string text = "not known";
  if (!listing.from.empty()) {
    text = listing.from;
  } else if (!listing.after.empty() && !listing.by.empty()) {
    text = fmt::format("{} to {}", listing.after, listing.by);
  } else if (!listing.by.empty()) {
    text = fmt::format("by {}", listing.by);
  } else if (!listing.after.empty()) {
    text = fmt::format("after {}", listing.after);
  }
  if (!listing.to.empty()) text += fmt::format("; left by {}", listing.to);
  return text;
}

Cell listed_then_cell(std::optional<bool> listed_then) {
  if (!listed_then) return {"unknown", Tone::kCaution};
  return *listed_then ? Cell{"yes", Tone::kAlarm} : Cell{"no", Tone::kGood};
}

std::string score_label(double score) {
  // Rounded down, so that a score just under the threshold does not read as one that reached it.
  constexpr double kTiny = 1e-9;
  return fmt::format("{:.2f}", std::floor(score * 100 + kTiny) / 100);
}

Tone score_tone(double score) {
  return score >= kStrongScore ? Tone::kAlarm : Tone::kCaution;
}

std::string age_label(int days) {
  if (days == 0) return "today";
  if (days < 90) return counted(static_cast<uint64_t>(days), "day");
  if (days < 730) return counted(static_cast<uint64_t>(days) / 30, "month");
  return counted(static_cast<uint64_t>(days) / 365, "year");
}

bool uses_starter(const screen::ImageUsed& image) {
  return std::any_of(image.lists.begin(), image.lists.end(), [](const screen::ListUsed& list) { return list.starter; });
}

std::string searched_label(const screen::ImageUsed& image) {
  uint64_t records = 0;
  std::vector<std::string> parts;
  for (const screen::ListUsed& list : image.lists) {
    records += list.records;
    std::string part = list_label(list.name);
    if (!list.published.empty()) part += " " + list.published;
    if (list.missing) {
      part += " (MISSING)";
    } else if (list.stale && !list.starter) {
      part += " (stale)";
    }
    parts.push_back(std::move(part));
  }
  return fmt::format("Searched {}{} of {}: {}", uses_starter(image) ? "the STARTER LIST, not for compliance use: " : "",
                     counted(records, "record"), counted(image.lists.size(), "list"), fmt::join(parts, ", "));
}

std::string counted(uint64_t number, std::string_view word) {
  return fmt::format("{} {}{}", grouped(number), word, number == 1 ? "" : "s");
}

}  // namespace vedette::cli
