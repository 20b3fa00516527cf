#include "cli/version_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/report.h"

namespace vedette::cli {
namespace {

constexpr size_t kMostValues = 4;  // of one field; the rest is counted

// Values of `a` that are not in `b`.
std::vector<std::string> without(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> left;
  for (const std::string& value : a) {
    if (std::find(b.begin(), b.end(), value) == b.end()) left.push_back(value);
  }
  return left;
}

std::string some(std::vector<std::string> values) {
  const size_t more = values.size() > kMostValues ? values.size() - kMostValues : 0;
  values.resize(values.size() - more);
  std::string text = fmt::format("{}", fmt::join(values, " | "));
  return more == 0 ? text : fmt::format("{} and {} more", text, more);
}

}  // namespace

Cell state_cell(const engine::VersionStatus& status) {
  if (status.starter) return {"starter, not for compliance use", Tone::kCaution};
  if (!status.version.active) return {"kept", Tone::kFaint};
  return status.stale ? Cell{"active, STALE", Tone::kCaution} : Cell{"active", Tone::kGood};
}

std::string published_label(const engine::VersionStatus& status) {
  return status.version.published.to_string();
}

std::string change_label(const lists::FieldChange& change) {
  const auto gone = without(change.before, change.after);
  const auto come = without(change.after, change.before);
  if (gone.empty() && come.empty()) return fmt::format("{}: other order or number", change.field);
  if (gone.empty()) return fmt::format("{}: + {}", change.field, some(come));
  if (come.empty()) return fmt::format("{}: - {}", change.field, some(gone));
  return fmt::format("{}: {} → {}", change.field, some(gone), some(come));
}

void report_starter(Environment& environment, const std::vector<engine::VersionStatus>& versions) {
  for (const engine::VersionStatus& status : versions) {
    if (!status.starter) continue;
    report_warning(environment, engine::kStarterWarning);
    report_hint(environment,
                "load official lists with 'vedette lists update', or from a file with 'vedette lists add FILE'");
    return;
  }
}

}  // namespace vedette::cli
