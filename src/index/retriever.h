// Finds and scores the entities of one image that a query can mean, and misses none.
//
// Idea (after MaxScore, Turtle & Flood 1995). A name can score at or above the threshold only if the query tokens that
// have a similar unit in it weigh enough (match::best_possible). So the lightest tokens that together cannot weigh
// enough need not be looked for: a name that has none of the others is out. Names that have one of the others are
// bounded by what they share with the query, and only the rest are scored, with the same function as the exhaustive
// path.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "index/name_index.h"
#include "index/unit_lookup.h"
#include "match/policy.h"
#include "match/score.h"

namespace vedette::index {

struct Scored {
  uint32_t entity = 0;
  match::EntityScore score;
};

/// Scratch memory and memory of similarities for one image; one a thread.
class Retriever {
 public:
  /// `index` must outlive it.
  explicit Retriever(const NameIndex& index);

  /// Appends every entity that scores at least `threshold`, rising by number. Requires policy.indexable() and a
  /// threshold of at least match::kLowestThreshold.
  void search(const match::PreparedEntity& query, const match::Policy& policy, double threshold,
              std::vector<Scored>& found);

 private:
  // A similarity of one query unit to the image's unit that the map below leads to.
  struct Likeness {
    uint8_t query_unit;
    float similarity;
  };
  // From an image's unit to its likenesses with one query name: open addressing, emptied for each query.
  class LikenessMap {
   public:
    void build(std::vector<std::pair<uint32_t, Likeness>>& pairs);
    std::span<const Likeness> find(uint32_t unit) const;

   private:
    struct Slot {
      uint32_t unit;
      uint32_t begin;
      uint32_t count;
    };
    std::vector<Slot> slots_;
    std::vector<Likeness> likenesses_;
    uint32_t mask_ = 0;
  };
  // One name of the query: what it is similar to in this image.
  struct QueryName {
    LikenessMap likeness;
    double total_weight = 0;
    double weights[match::kMaxTokens] = {};
    match::UnitSpan spans[match::unit_count(match::kMaxTokens)] = {};
  };

  void prepare(const match::Name& name, QueryName& prepared);
  void collect_names(const match::Name& name, const QueryName& prepared, double threshold, bool has_evidence);
  double matched_weight(const QueryName& query, uint32_t name) const;
  std::span<const match::UnitPair> pairs(const QueryName& query, uint32_t name);
  match::EntityScore score(const match::PreparedEntity& query, uint32_t entity, const match::Policy& policy);

  const NameIndex& index_;
  UnitLookup lookup_;
  std::vector<QueryName> query_names_;
  std::vector<std::vector<SimilarUnit>> similar_;  // of each unit of the query name at hand
  std::vector<std::pair<uint32_t, Likeness>> likeness_pairs_;
  std::vector<uint32_t> seen_;  // by name: the number of the search that saw it last
  uint32_t search_number_ = 0;
  std::vector<uint32_t> candidate_names_;
  std::vector<uint32_t> candidates_;
  std::vector<match::UnitPair> unit_pairs_;
  std::vector<match::NameView> query_views_;
  std::vector<match::NameView> candidate_views_;
};

}  // namespace vedette::index
