#include "screen/hit_builder.h"

#include <cmath>

#include "base/hash.h"

namespace vedette::screen {
namespace {

std::vector<std::string> strings(const std::vector<std::string_view>& views) {
  return {views.begin(), views.end()};
}

std::vector<std::pair<std::string, double>> features_of(const match::EntityScore& score) {
  std::vector<std::pair<std::string, double>> features;
  for (int i = 0; i < match::kFeatureCount; ++i) {
    const double value = score.features[static_cast<size_t>(i)];
    if (!std::isnan(value)) features.emplace_back(to_string(static_cast<match::Feature>(i)), value);
  }
  return features;
}

}  // namespace

Hit build_hit(const match::PreparedEntity& query, const Candidate& candidate, const match::Policy& policy,
              const HitOptions& options) {
  const Entity entity = candidate.image->entity(candidate.entity);
  const match::PreparedEntity prepared = match::prepare_entity(entity);
  Hit hit;
  hit.id = entity.id;
  hit.caption = entity.caption();
  hit.schema = entity.schema;
  hit.datasets = entity.datasets;
  hit.programs = strings(entity.texts(Property::kProgram));
  hit.topics = strings(entity.texts(Property::kTopics));
  hit.score = candidate.score.score;
  hit.match = hit.score >= options.threshold;
  const int name = candidate.score.candidate_name;
  if (name >= 0) hit.matched_name = prepared.names[static_cast<size_t>(name)].text;
  hit.listing = listing_of(*candidate.source, entity.id);
  if (options.as_of) {
    hit.as_of_asked = true;
    hit.listed_then = listed_on(*candidate.source, entity.id, *options.as_of);
  }
  hit.features = features_of(candidate.score);
  if (options.explain) hit.explanation = match::explain(query, prepared, policy, candidate.score);
  return hit;
}

ImageUsed image_used(const ListSet& lists, const match::Policy& policy) {
  ImageUsed used;
  std::string identity = lists.id + "\n" + std::string(policy.name);
  used.id = sha256_hex(identity).substr(0, 32);
  for (const SourceLists& source : lists.sources) {
    ListUsed list;
    list.name = source.source;
    list.stale = source.stale || source.missing;
    list.starter = source.starter;
    list.missing = source.missing;
    if (!source.missing && !source.versions.empty()) {
      const ListVersion& active = source.versions[source.active];
      list.version = active.version;
      list.published = active.published;
      list.records = active.image->entity_count();
    }
    used.lists.push_back(std::move(list));
  }
  return used;
}

bool is_stale(const ImageUsed& image) {
  for (const ListUsed& list : image.lists) {
    if (list.stale || list.missing) return true;
  }
  return false;
}

}  // namespace vedette::screen
