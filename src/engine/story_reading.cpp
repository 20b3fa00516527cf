#include "engine/story_reading.h"

#include <utility>

#include "story/story_reader.h"

namespace vedette::engine {

Result<StoryTools> story_tools(const language::Model& model, Selection lists) {
  VEDETTE_ASSIGN_OR_RETURN(auto rules, rules::RuleBook::built_in());
  return StoryTools{.model = model, .rules = std::move(rules), .lists = std::move(lists)};
}

void StoryReading::prepare() {
  if (reader_) return;
  reader_.emplace(tools_.model);
  if (tools_.lists.set) screener_.emplace(tools_.lists.set, match::default_policy());
}

void StoryReading::add_list_notices(story::Dossier& dossier) const {
  if (!screener_) return;
  if (tools_.lists.starter) {
    dossier.notices.push_back({"starter-list", "screened against the " + std::string(kStarterWarning)});
  } else if (tools_.lists.stale) {
    std::string text;
    for (const std::string& warning : tools_.lists.warnings) text += (text.empty() ? "" : "; ") + warning;
    dossier.notices.push_back({"stale-list", text.empty() ? "a list is stale or missing" : text});
  }
}

std::vector<Result<story::Dossier>> StoryReading::read(std::vector<story::Story> stories) {
  prepare();
  const story::ReadingTools tools{
      .reader = *reader_, .rules = tools_.rules, .screener = screener_ ? &*screener_ : nullptr};
  std::vector<story::LanguageGuess> languages;
  std::vector<std::string_view> english;
  for (const auto& story : stories) {
    languages.push_back(story::guess_language(story.plain));
    if (languages.back().is_english()) english.emplace_back(story.plain);
  }
  const auto documents = reader_->read_all(english);
  auto document = documents.begin();
  std::vector<Result<story::Dossier>> dossiers;
  for (size_t i = 0; i < stories.size(); ++i) {
    if (languages[i].is_english()) {
      tokens_ += document->tokens.size();
      dossiers.push_back(story::read_parsed(std::move(stories[i]), *document++, tools));
    } else {
      dossiers.emplace_back(story::read_unparsed(std::move(stories[i]), languages[i], tools));
    }
    if (dossiers.back()) add_list_notices(*dossiers.back());
  }
  return dossiers;
}

}  // namespace vedette::engine
