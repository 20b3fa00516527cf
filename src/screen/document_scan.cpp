#include "screen/document_scan.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_map>

#include "base/utf8.h"
#include "entity/country.h"
#include "screen/name_runs.h"

namespace vedette::screen {
namespace {

// One word that coincides with a listed name is weak evidence in running text ("There", "Korea", "Marshal"): it must
// be as good as equal.
constexpr double kLoneWordScore = 0.95;

// Words that name nobody by themselves: "South Korea", "General Company", "2023".
bool says_nothing_alone(match::TokenKind kind) {
  using enum match::TokenKind;
  return kind == kParticle || kind == kHonorific || kind == kLegalForm || kind == kGeneric || kind == kNumber ||
         kind == kPlace || kind == kInitial;
}

bool tells(const match::Token& token) {
  return !says_nothing_alone(token.kind);
}

// Telling words of a text; 0 for a country or a nationality, whatever words it is made of ("North Korean").
int telling_words(const match::PreparedEntity& query) {
  if (query.names.empty() || !country_code(query.names.front().text).empty()) return 0;
  const auto& tokens = query.names.front().tokens;
  return static_cast<int>(std::count_if(tokens.begin(), tokens.end(), tells));
}

// Telling words of a text that found a partner in the candidate's name.
int matched_telling_words(const match::PreparedEntity& query, const Candidate& candidate) {
  if (candidate.score.query_name < 0) return 0;
  const auto& tokens = query.names[static_cast<size_t>(candidate.score.query_name)].tokens;
  std::vector<bool> matched(tokens.size());
  const match::NameScore& name = candidate.score.name;
  for (int i = 0; i < name.pair_count; ++i) {
    const match::UnitSpan span = name.pairs[static_cast<size_t>(i)].query;
    for (size_t t = span.first; t < size_t{span.first} + span.count && t < tokens.size(); ++t) matched[t] = true;
  }
  int count = 0;
  for (size_t t = 0; t < tokens.size(); ++t) count += matched[t] && tells(tokens[t]) ? 1 : 0;
  return count;
}

match::PreparedEntity query_of(std::string_view name) {
  Entity entity;
  entity.schema = Schema::kThing;
  entity.add(Property::kName, fold_spaces(name));
  return match::prepare_entity(entity);
}

// All windows of a run that hit. News repeats its names, so answers are remembered by text.
class WindowSearch {
 public:
  WindowSearch(std::string_view text, Searcher& searcher, const SearchOptions& options)
      : text_(text), searcher_(searcher), options_(options) {}

  // Stops early when the text has had its share of searches.
  void add_windows(const NameRun& run, std::vector<Mention>& mentions) {
    std::vector<bool> telling;
    for (const RunWord& word : run) telling.push_back(!is_exhausted() && answer_for(word.begin, word.end).telling);
    for (size_t first = 0; first < run.size() && !is_exhausted(); ++first) {
      if (!run[first].can_bound) continue;
      const size_t last_end = std::min(run.size(), first + static_cast<size_t>(kMaxWindow));
      for (size_t last = first; last < last_end; ++last) {
        if (!run[last].can_bound) continue;
        // "Chan" in "Ahn Chan Il" is a part of a name, not a name.
        const bool stands_alone = (first == 0 || !telling[first - 1]) && (last + 1 == run.size() || !telling[last + 1]);
        add_window(run[first].begin, run[last].end, stands_alone, mentions);
      }
    }
  }

  bool is_exhausted() const { return searches_ >= kMostSearches; }

 private:
  // What a text may mean: candidates of which at least two telling words match, and those of which one does.
  struct Remembered {
    match::PreparedEntity query;
    bool telling = false;
    std::vector<Candidate> several_words;
    std::vector<Candidate> lone_word;
  };

  void add_window(uint32_t begin, uint32_t end, bool stands_alone, std::vector<Mention>& mentions) {
    const Remembered& answer = answer_for(begin, end);
    const auto& candidates = answer.several_words.empty() && stands_alone ? answer.lone_word : answer.several_words;
    if (!candidates.empty()) mentions.push_back({begin, end, 0, answer.query, candidates});
  }

  const Remembered& answer_for(uint32_t begin, uint32_t end) {
    std::string name(text_.substr(begin, end - begin));
    const auto known = answers_.find(name);
    if (known != answers_.end()) return known->second;
    Remembered answer;
    answer.query = query_of(name);
    answer.telling = telling_words(answer.query) > 0;
    if (answer.telling) ++searches_;
    if (answer.telling) sort_out(searcher_.search(answer.query, options_), answer);
    if (answers_.size() >= kMostRemembered) answers_.clear();
    return answers_.emplace(std::move(name), std::move(answer)).first->second;
  }

  static void sort_out(const std::vector<Candidate>& candidates, Remembered& answer) {
    for (const Candidate& candidate : candidates) {
      if (matched_telling_words(answer.query, candidate) > 1) {
        answer.several_words.push_back(candidate);
      } else if (candidate.score.score >= kLoneWordScore) {
        answer.lone_word.push_back(candidate);
      }
    }
  }

  static constexpr size_t kMostRemembered = 20'000;

  std::string_view text_;
  Searcher& searcher_;
  const SearchOptions& options_;
  std::unordered_map<std::string, Remembered> answers_;
  size_t searches_ = 0;
};

// Best score first, then the longer text, then the earlier.
bool preferred(const Mention& a, const Mention& b) {
  const double score_a = a.candidates.front().score.score;
  const double score_b = b.candidates.front().score.score;
  if (score_a != score_b) return score_a > score_b;
  if (a.end - a.begin != b.end - b.begin) return a.end - a.begin > b.end - b.begin;
  return a.begin < b.begin;
}

// Of the mentions of one run, those that do not overlap, by preference.
std::vector<Mention> without_overlaps(std::vector<Mention> mentions) {
  std::sort(mentions.begin(), mentions.end(), preferred);
  std::map<uint32_t, Mention> kept;  // by where they begin
  for (Mention& mention : mentions) {
    const auto next = kept.lower_bound(mention.begin);
    const bool runs_into_next = next != kept.end() && next->first < mention.end;
    const bool begins_in_previous = next != kept.begin() && std::prev(next)->second.end > mention.begin;
    if (!runs_into_next && !begins_in_previous) kept.emplace_hint(next, mention.begin, std::move(mention));
  }
  std::vector<Mention> in_order;
  in_order.reserve(kept.size());
  for (auto& [begin, mention] : kept) in_order.push_back(std::move(mention));
  return in_order;
}

}  // namespace

Mentions find_mentions(std::string_view text, Searcher& searcher, const SearchOptions& options) {
  WindowSearch windows(text, searcher, options);
  Mentions mentions;
  uint32_t code_points = 0;
  size_t counted_to = 0;
  for (const NameRun& run : find_name_runs(text)) {
    if (windows.is_exhausted()) break;
    std::vector<Mention> in_run;
    windows.add_windows(run, in_run);
    for (Mention& mention : without_overlaps(std::move(in_run))) {
      code_points += static_cast<uint32_t>(count_code_points(text.substr(counted_to, mention.begin - counted_to)));
      counted_to = mention.begin;
      mention.code_points_before = code_points;
      mentions.found.push_back(std::move(mention));
    }
  }
  mentions.complete = !windows.is_exhausted();
  return mentions;
}

}  // namespace vedette::screen
