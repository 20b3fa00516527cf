// Stories in languages that are not read: only whose listed names stand in them.
#pragma once

#include "screen/screener.h"
#include "story/dossier.h"
#include "story/language_guess.h"

namespace vedette::story {

/// A dossier with the names that `screener` finds in the text, each with its hits, and the notice "language". The
/// screener may be null: then there is the notice alone.
Dossier read_foreign(Story story, const LanguageGuess& language, screen::Screener* screener);

}  // namespace vedette::story
