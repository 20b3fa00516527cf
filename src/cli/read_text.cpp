#include "cli/read_text.h"

#include "cli/display_width.h"

namespace vedette::cli {

std::string dossier_text(const story::Dossier& dossier, const Canvas& canvas) {
  return canvas.style.paint(Tone::kStrong, printable(dossier.story.title)) + "\n";
}

}  // namespace vedette::cli
