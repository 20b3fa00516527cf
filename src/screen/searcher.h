// One prepared query against every image of a list set: which entities score, and how. What a screener is made of.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "index/retriever.h"
#include "match/policy.h"
#include "match/score.h"
#include "screen/list_set.h"

namespace vedette::screen {

/// An entity that scored, and where it stands.
struct Candidate {
  const SourceLists* source = nullptr;
  const index::Image* image = nullptr;
  uint32_t entity = 0;
  match::EntityScore score;

  std::string_view id() const { return image->id(entity); }
};

enum class Path : uint8_t { kIndexed, kExhaustive };

struct SearchOptions {
  double threshold = 0.7;
  std::optional<DayNumber> as_of;
  Path path = Path::kIndexed;
};

/// One a thread. Both paths find the same candidates with the same scores.
class Searcher {
 public:
  Searcher(std::shared_ptr<const ListSet> lists, const match::Policy& policy);
  ~Searcher();
  Searcher(const Searcher&) = delete;
  Searcher& operator=(const Searcher&) = delete;

  /// Every entity at or above the threshold, best first, ties by id then source. A record that stands in several
  /// versions of one source is given once, with its best score; the active version wins a tie.
  std::vector<Candidate> search(const match::PreparedEntity& query, const SearchOptions& options);

  const ListSet& lists() const { return *lists_; }
  const match::Policy& policy() const { return policy_; }

 private:
  void search_image(const match::PreparedEntity& query, const index::Image& image, const SearchOptions& options,
                    std::vector<index::Scored>& found);
  void score_all(const match::PreparedEntity& query, const index::Image& image, double threshold,
                 std::vector<index::Scored>& found);

  std::shared_ptr<const ListSet> lists_;
  match::Policy policy_;
  std::map<const index::Image*, std::unique_ptr<index::Retriever>> retrievers_;
  // Entities prepared anew from the image's records, for the path that must not trust the index.
  std::map<const index::Image*, std::vector<match::PreparedEntity>> prepared_;
  std::vector<index::Scored> scored_;
};

}  // namespace vedette::screen
