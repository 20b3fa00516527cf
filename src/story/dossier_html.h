// The dossier as one HTML file: no script, no network, no font or tile from elsewhere.
#pragma once

#include <string>

#include "story/dossier.h"

namespace vedette::story {

/// A whole page: the story with everything found in it marked and linked to its card, flags, parties with their list
/// hits, events, timeline, map, network, statements. Whatever the story holds, none of it becomes markup. Reads well on
/// a screen, light or dark, on paper, by keyboard and aloud.
std::string dossier_html(const Dossier& dossier);

}  // namespace vedette::story
