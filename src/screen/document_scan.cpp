#include "screen/document_scan.h"

#include <algorithm>
#include <unordered_map>

#include "base/utf8.h"
#include "screen/name_runs.h"

namespace vedette::screen {
namespace {

// One word that coincides with a listed name is weak evidence in running text ("There", "Korea", "Marshal"): it must
// be as good as equal.
constexpr double kLoneWordScore = 0.90;

// Words that name nobody by themselves: "South Korea", "General Company", "2023".
bool says_nothing_alone(match::TokenKind kind) {
  using enum match::TokenKind;
  return kind == kParticle || kind == kHonorific || kind == kLegalForm || kind == kGeneric || kind == kNumber ||
         kind == kPlace || kind == kInitial;
}

int telling_tokens(const match::PreparedEntity& query) {
  int most = 0;
  for (const match::Name& name : query.names) {
    most = std::max(most, static_cast<int>(std::count_if(name.tokens.begin(), name.tokens.end(), [](const auto& token) {
                      return !says_nothing_alone(token.kind);
                    })));
  }
  return most;
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

  void add_windows(const NameRun& run, std::vector<Mention>& mentions) {
    std::vector<bool> tells;
    for (const RunWord& word : run) tells.push_back(answer_for(word.begin, word.end).telling > 0);
    for (size_t first = 0; first < run.size(); ++first) {
      if (!run[first].can_bound) continue;
      const size_t last_end = std::min(run.size(), first + static_cast<size_t>(kMaxWindow));
      for (size_t last = first; last < last_end; ++last) {
        if (!run[last].can_bound) continue;
        // "Chan" in "Ahn Chan Il" is a part of a name, not a name.
        const bool stands_alone = (first == 0 || !tells[first - 1]) && (last + 1 == run.size() || !tells[last + 1]);
        add_window(run[first].begin, run[last].end, stands_alone, mentions);
      }
    }
  }

 private:
  struct Remembered {
    match::PreparedEntity query;
    int telling = 0;
    std::vector<Candidate> candidates;
  };

  void add_window(uint32_t begin, uint32_t end, bool stands_alone, std::vector<Mention>& mentions) {
    const Remembered& answer = answer_for(begin, end);
    if (answer.candidates.empty() || (answer.telling == 1 && !stands_alone)) return;
    mentions.push_back({begin, end, 0, answer.query, answer.candidates});
  }

  const Remembered& answer_for(uint32_t begin, uint32_t end) {
    std::string name(text_.substr(begin, end - begin));
    const auto known = answers_.find(name);
    if (known != answers_.end()) return known->second;
    Remembered answer;
    answer.query = query_of(name);
    answer.telling = telling_tokens(answer.query);
    if (answer.telling > 0) answer.candidates = searcher_.search(answer.query, options_);
    if (answer.telling == 1) {
      std::erase_if(answer.candidates,
                    [](const Candidate& candidate) { return candidate.score.score < kLoneWordScore; });
    }
    if (answers_.size() >= kMostRemembered) answers_.clear();
    return answers_.emplace(std::move(name), std::move(answer)).first->second;
  }

  static constexpr size_t kMostRemembered = 20'000;

  std::string_view text_;
  Searcher& searcher_;
  const SearchOptions& options_;
  std::unordered_map<std::string, Remembered> answers_;
};

// Best score first, then the longer text, then the earlier.
bool preferred(const Mention& a, const Mention& b) {
  const double score_a = a.candidates.front().score.score;
  const double score_b = b.candidates.front().score.score;
  if (score_a != score_b) return score_a > score_b;
  if (a.end - a.begin != b.end - b.begin) return a.end - a.begin > b.end - b.begin;
  return a.begin < b.begin;
}

bool overlap(const Mention& a, const Mention& b) {
  return a.begin < b.end && b.begin < a.end;
}

// Of the mentions of one run, those that do not overlap, by preference.
std::vector<Mention> without_overlaps(std::vector<Mention> mentions) {
  std::sort(mentions.begin(), mentions.end(), preferred);
  std::vector<Mention> kept;
  for (Mention& mention : mentions) {
    const bool free =
        std::none_of(kept.begin(), kept.end(), [&](const Mention& other) { return overlap(mention, other); });
    if (free) kept.push_back(std::move(mention));
  }
  std::sort(kept.begin(), kept.end(), [](const Mention& a, const Mention& b) { return a.begin < b.begin; });
  return kept;
}

}  // namespace

std::vector<Mention> find_mentions(std::string_view text, Searcher& searcher, const SearchOptions& options) {
  WindowSearch windows(text, searcher, options);
  std::vector<Mention> found;
  uint32_t code_points = 0;
  size_t counted_to = 0;
  for (const NameRun& run : find_name_runs(text)) {
    std::vector<Mention> mentions;
    windows.add_windows(run, mentions);
    for (Mention& mention : without_overlaps(std::move(mentions))) {
      code_points += static_cast<uint32_t>(count_code_points(text.substr(counted_to, mention.begin - counted_to)));
      counted_to = mention.begin;
      mention.code_points_before = code_points;
      found.push_back(std::move(mention));
    }
  }
  return found;
}

}  // namespace vedette::screen
