// Colour, only where a person reads it on a terminal.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vedette::cli {

enum class Tone : uint8_t { kPlain, kStrong, kFaint, kAlarm, kCaution, kGood, kLink };

/// Wraps text in terminal codes, or leaves it alone.
class Style {
 public:
  explicit Style(bool colour = false) : colour_(colour) {}
  std::string paint(Tone tone, std::string_view text) const;
  bool has_colour() const { return colour_; }

 private:
  bool colour_;
};

}  // namespace vedette::cli
