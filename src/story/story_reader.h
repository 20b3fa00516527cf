// From a story to its dossier.
#pragma once

#include <memory>

#include "base/error.h"
#include "rules/rule_book.h"
#include "screen/screener.h"
#include "story/dossier.h"
#include "vedette/language.hpp"

namespace vedette::story {

/// What stories are read with. `screener` may be null: then nobody is screened.
struct ReadingTools {
  language::Reader& reader;
  std::shared_ptr<const rules::RuleBook> rules;
  screen::Screener* screener = nullptr;
};

/// Reads one story. The same story, model, rules and lists give the same dossier.
Result<Dossier> read_story(Story story, const ReadingTools& tools);

/// The same from a parse of `story.plain` that was made before, for callers that parse several at once.
Result<Dossier> read_parsed(Story story, const language::Document& document, const ReadingTools& tools);

}  // namespace vedette::story
