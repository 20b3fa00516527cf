// From a story to its dossier.
#pragma once

#include <memory>

#include "base/error.h"
#include "rules/rule_book.h"
#include "screen/screener.h"
#include "story/dossier.h"
#include "story/language_guess.h"
#include "vedette/language.hpp"

namespace vedette::story {

/// What stories are read with. `screener` may be null: then nobody is screened.
struct ReadingTools {
  language::Reader& reader;
  std::shared_ptr<const rules::RuleBook> rules;
  screen::Screener* screener = nullptr;
};

/// Reads one story. The same story, model, rules and lists give the same dossier.
/// In another language than English (story/language_guess.h), only listed names are looked for, and it says so.
Result<Dossier> read_story(Story story, const ReadingTools& tools);

/// The same from a parse of `story.plain` that was made before, for callers that parse several at once. The story is
/// taken to be in English.
Result<Dossier> read_parsed(Story story, const language::Document& document, const ReadingTools& tools);

/// For a story in another language, which needs no parse.
Dossier read_unparsed(Story story, const LanguageGuess& language, const ReadingTools& tools);

}  // namespace vedette::story
