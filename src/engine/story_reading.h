// Reads stories into dossiers with a language model, the rules and the lists of a selection.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "base/error.h"
#include "engine/engine.h"
#include "engine/story_input.h"
#include "rules/rule_book.h"
#include "story/dossier.h"
#include "story/dossier_goods.h"
#include "story/dossier_html.h"
#include "story/dossier_json.h"
#include "vedette/language.hpp"

namespace vedette::engine {

/// What all threads share. `lists.set` may be null: then nobody is screened.
struct StoryTools {
  language::Model model;
  std::shared_ptr<const rules::RuleBook> rules;
  Selection lists;
};

/// With the rules that ship.
Result<StoryTools> story_tools(const language::Model& model, Selection lists);

/// One thread's reader. What is shared must outlive it, and the rules the dossiers too.
class StoryReading {
 public:
  explicit StoryReading(const StoryTools& tools) : tools_(tools) {}

  /// One result a story, in their order. Short stories are parsed together, which is faster.
  std::vector<Result<story::Dossier>> read(std::vector<story::Story> stories);

  uint64_t tokens() const { return tokens_; }  ///< read so far

 private:
  void prepare();
  void add_list_notices(story::Dossier& dossier) const;

  const StoryTools& tools_;
  std::optional<language::Reader> reader_;
  std::optional<screen::Screener> screener_;
  uint64_t tokens_ = 0;
};

}  // namespace vedette::engine
