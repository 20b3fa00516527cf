#include "screen/searcher.h"

#include <algorithm>

namespace vedette::screen {
namespace {

bool better(const Candidate& a, const Candidate& b) {
  if (a.score.score != b.score.score) return a.score.score > b.score.score;
  if (a.id() != b.id()) return a.id() < b.id();
  return a.source->source < b.source->source;
}

// Keeps one candidate for each id among those from `first` on, which are of one source: the best, earlier ones first.
void merge_versions(std::vector<Candidate>& candidates, size_t first) {
  const auto begin = candidates.begin() + static_cast<ptrdiff_t>(first);
  std::stable_sort(begin, candidates.end(), [](const Candidate& a, const Candidate& b) {
    if (a.id() != b.id()) return a.id() < b.id();
    return a.score.score > b.score.score;
  });
  candidates.erase(
      std::unique(begin, candidates.end(), [](const Candidate& a, const Candidate& b) { return a.id() == b.id(); }),
      candidates.end());
}

}  // namespace

Searcher::Searcher(std::shared_ptr<const ListSet> lists, const match::Policy& policy)
    : lists_(std::move(lists)), policy_(policy) {}
Searcher::~Searcher() = default;

std::vector<Candidate> Searcher::search(const match::PreparedEntity& query, const SearchOptions& options) {
  std::vector<Candidate> candidates;
  for (const SourceLists& source : lists_->sources) {
    const size_t first = candidates.size();
    const auto versions = versions_for(source, options.as_of);
    for (const size_t version : versions) {
      const index::Image& image = *source.versions[version].image;
      scored_.clear();
      search_image(query, image, options, scored_);
      for (const index::Scored& scored : scored_) candidates.push_back({&source, &image, scored.entity, scored.score});
    }
    if (versions.size() > 1) merge_versions(candidates, first);
  }
  std::sort(candidates.begin(), candidates.end(), better);
  return candidates;
}

void Searcher::search_image(const match::PreparedEntity& query, const index::Image& image, const SearchOptions& options,
                            std::vector<index::Scored>& found) {
  if (options.path == Path::kExhaustive || !policy_.indexable()) {
    return score_all(query, image, options.threshold, found);
  }
  auto& retriever = retrievers_[&image];
  if (!retriever) retriever = std::make_unique<index::Retriever>(image.names());
  retriever->search(query, policy_, options.threshold, found);
}

void Searcher::score_all(const match::PreparedEntity& query, const index::Image& image, double threshold,
                         std::vector<index::Scored>& found) {
  auto& entities = prepared_[&image];
  if (entities.empty()) {
    entities.reserve(image.entity_count());
    for (uint32_t i = 0; i < image.entity_count(); ++i) entities.push_back(match::prepare_entity(image.entity(i)));
  }
  for (uint32_t i = 0; i < image.entity_count(); ++i) {
    const match::EntityScore score = match::score_entity(query, entities[i], policy_);
    if (score.score >= threshold) found.push_back({i, score});
  }
}

}  // namespace vedette::screen
