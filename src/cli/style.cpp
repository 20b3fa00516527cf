#include "cli/style.h"

namespace vedette::cli {
namespace {

// SGR parameters of ECMA-48.
std::string_view codes(Tone tone) {
  switch (tone) {
    case Tone::kPlain:
      return "";
    case Tone::kStrong:
      return "1";
    case Tone::kFaint:
      return "2";
    case Tone::kAlarm:
      return "1;31";
    case Tone::kCaution:
      return "33";
    case Tone::kGood:
      return "32";
    case Tone::kLink:
      return "36";
  }
  return "";
}

}  // namespace

std::string Style::paint(Tone tone, std::string_view text) const {
  if (!colour_ || tone == Tone::kPlain || text.empty()) return std::string(text);
  std::string painted = "\x1b[";
  painted += codes(tone);
  painted += 'm';
  painted += text;
  painted += "\x1b[0m";
  return painted;
}

}  // namespace vedette::cli
