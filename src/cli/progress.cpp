#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/display_width.h"

namespace vedette::cli {
namespace {

constexpr auto kFirstAfter = std::chrono::milliseconds(330);
constexpr auto kBetween = std::chrono::milliseconds(100);
constexpr size_t kBarWidth = 24;

std::string bar(double share) {
  const auto full = static_cast<size_t>(share * kBarWidth);
  std::string text;
  for (size_t i = 0; i < kBarWidth; ++i) text += i < full ? "█" : "░";
  return text;
}

std::string remaining(double seconds) {
  const auto whole = static_cast<uint64_t>(std::llround(seconds));
  return whole < 60 ? fmt::format("{} s left", whole) : fmt::format("{} min {:02} s left", whole / 60, whole % 60);
}

}  // namespace

std::string grouped(uint64_t number) {
  std::string digits = std::to_string(number);
  for (size_t place = digits.size(); place > 3; place -= 3) digits.insert(place - 3, 1, ',');
  return digits;
}

Progress::Progress(Environment& environment, std::string title, std::string unit, Now now)
    : environment_(environment),
      title_(std::move(title)),
      unit_(std::move(unit)),
      now_(std::move(now)),
      start_(now_()),
      drawn_(start_ + kFirstAfter - kBetween) {}

Progress::~Progress() {
  hide();
}

void Progress::update(uint64_t done, uint64_t total, uint64_t count) {
  if (!environment_.err_is_terminal) return;
  const Time time = now_();
  if (time - drawn_ < kBetween) return;
  drawn_ = time;
  std::string text = line(done, total, count, std::chrono::duration<double>(time - start_).count());
  if (environment_.err_columns != 0 && display_width(text) >= environment_.err_columns) {
    text = fmt::format("{} {}", grouped(count), unit_);
  }
  environment_.err.write("\r\x1b[K" + text);
  visible_ = true;
}

void Progress::hide() {
  if (visible_) environment_.err.write("\r\x1b[K");
  visible_ = false;
}

std::string Progress::line(uint64_t done, uint64_t total, uint64_t count, double seconds) const {
  const double rate = seconds > 0 ? static_cast<double>(count) / seconds : 0;
  const std::string counted = fmt::format("{} {}  {}/s", grouped(count), unit_, grouped(static_cast<uint64_t>(rate)));
  if (total == 0) return fmt::format("{}  {}", title_, counted);
  const double share = std::min(1.0, static_cast<double>(done) / static_cast<double>(total));
  const std::string left = share > 0.01 ? "  " + remaining(seconds * (1 - share) / share) : "";
  return fmt::format("{}  {} {:3}%  {}{}", title_, bar(share), static_cast<int>(share * 100), counted, left);
}

}  // namespace vedette::cli
