#include "index/retriever.h"

#include <algorithm>
#include <bit>

namespace vedette::index {
namespace {

// Sums of the bound are made in another order than sums of the score; this is far above the rounding of either.
constexpr double kRounding = 1e-9;
constexpr uint32_t kEmptySlot = 0xFFFFFFFF;

uint32_t slot_of(uint32_t unit) {
  return unit * 2654435761u;
}

bool has_evidence(const match::Evidence& evidence) {
  return !evidence.birth_dates.empty() || !evidence.countries.empty() || !evidence.identifiers.empty() ||
         evidence.gender != match::Gender::kUnknown;
}

}  // namespace

void Retriever::LikenessMap::build(std::vector<std::pair<uint32_t, Likeness>>& pairs) {
  std::stable_sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  const size_t size = std::bit_ceil(std::max<size_t>(pairs.size() * 2, 16));
  mask_ = static_cast<uint32_t>(size - 1);
  slots_.assign(size, Slot{kEmptySlot, 0, 0});
  likenesses_.clear();
  for (size_t i = 0; i < pairs.size();) {
    const uint32_t unit = pairs[i].first;
    const auto begin = static_cast<uint32_t>(likenesses_.size());
    for (; i < pairs.size() && pairs[i].first == unit; ++i) likenesses_.push_back(pairs[i].second);
    uint32_t slot = slot_of(unit) & mask_;
    while (slots_[slot].unit != kEmptySlot) slot = (slot + 1) & mask_;
    slots_[slot] = {unit, begin, static_cast<uint32_t>(likenesses_.size()) - begin};
  }
}

std::span<const Retriever::Likeness> Retriever::LikenessMap::find(uint32_t unit) const {
  if (unit == kNoUnit) return {};
  for (uint32_t slot = slot_of(unit) & mask_; slots_[slot].unit != kEmptySlot; slot = (slot + 1) & mask_) {
    if (slots_[slot].unit == unit) return {likenesses_.data() + slots_[slot].begin, slots_[slot].count};
  }
  return {};
}

Retriever::Retriever(const NameIndex& index) : index_(index), lookup_(index), seen_(index.name_count(), 0) {}

// Looks up every unit of a query name.
void Retriever::prepare(const match::Name& name, QueryName& prepared) {
  const int tokens = static_cast<int>(name.tokens.size());
  std::fill(std::begin(prepared.weights), std::end(prepared.weights), 0.0);
  prepared.total_weight = 0;
  for (int i = 0; i < tokens; ++i) {
    prepared.weights[i] = static_cast<double>(name.facts[static_cast<size_t>(i)].weight);
    prepared.total_weight += prepared.weights[i];
  }
  similar_.assign(name.units.size(), {});
  likeness_pairs_.clear();
  match::for_each_unit(name, [&](int number, match::UnitSpan span, const match::Unit& unit) {
    prepared.spans[number] = span;
    auto& own = similar_[static_cast<size_t>(number)];
    own = lookup_.similar(unit.view());
    for (const SimilarUnit& similar : own) {
      likeness_pairs_.push_back({similar.unit, {static_cast<uint8_t>(number), similar.similarity}});
    }
  });
  prepared.likeness.build(likeness_pairs_);
}

// Collects the image's names that share enough with a query name to be bounded one by one.
void Retriever::collect_names(const match::Name& name, const QueryName& prepared, double threshold, bool has_evidence) {
  const int tokens = static_cast<int>(name.tokens.size());
  // The most that each token can bring.
  double most[match::kMaxTokens] = {};
  for (size_t number = 0; number < similar_.size(); ++number) {
    float best = 0;
    for (const SimilarUnit& similar : similar_[number]) best = std::max(best, similar.similarity);
    if (best == 0) continue;
    const match::UnitSpan span = prepared.spans[number];
    for (int i = span.first; i < span.first + span.count; ++i) {
      most[i] = std::max(most[i], prepared.weights[i] * static_cast<double>(best));
    }
  }
  // Leave out the lightest as long as all that are left out cannot reach the threshold together.
  int order[match::kMaxTokens];
  for (int i = 0; i < tokens; ++i) order[i] = i;
  std::stable_sort(order, order + tokens, [&](int a, int b) { return most[a] < most[b]; });
  bool essential[match::kMaxTokens] = {};
  double left_out = 0;
  bool enough = false;
  for (int i = 0; i < tokens; ++i) {
    left_out += most[order[i]];
    enough = enough || match::best_possible(left_out, prepared.total_weight, has_evidence) + kRounding >= threshold;
    essential[order[i]] = enough;
  }
  candidate_names_.clear();
  ++search_number_;
  for (size_t number = 0; number < similar_.size(); ++number) {
    const match::UnitSpan span = prepared.spans[number];
    const bool wanted =
        std::any_of(essential + span.first, essential + span.first + span.count, [](bool e) { return e; });
    if (!wanted) continue;
    for (const SimilarUnit& similar : similar_[number]) {
      for (const uint32_t candidate : index_.names_with(similar.unit)) {
        if (std::exchange(seen_[candidate], search_number_) != search_number_) candidate_names_.push_back(candidate);
      }
    }
  }
}

double Retriever::matched_weight(const QueryName& query, uint32_t name) const {
  float best[match::kMaxTokens] = {};
  for (const uint32_t unit : index_.name_units(name)) {
    for (const Likeness& likeness : query.likeness.find(unit)) {
      const match::UnitSpan span = query.spans[likeness.query_unit];
      for (int i = span.first; i < span.first + span.count; ++i) best[i] = std::max(best[i], likeness.similarity);
    }
  }
  double matched = 0;
  for (int i = 0; i < match::kMaxTokens; ++i) matched += query.weights[i] * static_cast<double>(best[i]);
  return matched;
}

std::span<const match::UnitPair> Retriever::pairs(const QueryName& query, uint32_t name) {
  unit_pairs_.clear();
  const auto units = index_.name_units(name);
  for (size_t number = 0; number < units.size(); ++number) {
    for (const Likeness& likeness : query.likeness.find(units[number])) {
      unit_pairs_.push_back({likeness.query_unit, static_cast<uint8_t>(number), likeness.similarity});
    }
  }
  std::sort(unit_pairs_.begin(), unit_pairs_.end(), [](const match::UnitPair& a, const match::UnitPair& b) {
    return a.query_unit != b.query_unit ? a.query_unit < b.query_unit : a.candidate_unit < b.candidate_unit;
  });
  return unit_pairs_;
}

match::EntityScore Retriever::score(const match::PreparedEntity& query, uint32_t entity, const match::Policy& policy) {
  candidate_views_.clear();
  for (uint32_t name = index_.first_name(entity); name < index_.end_name(entity); ++name) {
    candidate_views_.push_back(index_.name_view(name));
  }
  const match::EntityView query_view{query.schema, query_views_, query.evidence.view()};
  const match::EntityView candidate{index_.schema(entity), candidate_views_, index_.evidence(entity)};
  return match::score_entity(query_view, candidate, policy, [&](size_t query_name, size_t candidate_name) {
    return pairs(query_names_[query_name], index_.first_name(entity) + static_cast<uint32_t>(candidate_name));
  });
}

void Retriever::search(const match::PreparedEntity& query, const match::Policy& policy, double threshold,
                       std::vector<Scored>& found) {
  const bool evidence = has_evidence(query.evidence);
  candidates_.clear();
  query_views_.clear();
  if (query_names_.size() < query.names.size()) query_names_.resize(query.names.size());
  for (size_t i = 0; i < query.names.size(); ++i) {
    QueryName& prepared = query_names_[i];
    query_views_.push_back(query.names[i].view());
    prepare(query.names[i], prepared);
    collect_names(query.names[i], prepared, threshold, evidence);
    for (const uint32_t name : candidate_names_) {
      const double matched = matched_weight(prepared, name);
      if (match::best_possible(matched, prepared.total_weight, evidence) + kRounding >= threshold) {
        candidates_.push_back(index_.name(name).entity);
      }
    }
  }
  match::for_each_identifier_key(query.evidence.view(), [&](uint64_t key) {
    const auto entities = index_.entities_with(key);
    candidates_.insert(candidates_.end(), entities.begin(), entities.end());
  });
  std::sort(candidates_.begin(), candidates_.end());
  candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
  for (const uint32_t entity : candidates_) {
    const match::EntityScore scored = score(query, entity, policy);
    if (scored.score >= threshold) found.push_back({entity, scored});
  }
}

}  // namespace vedette::index
