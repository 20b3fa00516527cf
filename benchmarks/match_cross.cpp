// Scores every entity of one file against every entity of another by the exhaustive path, and prints how many of the
// first find somebody at or above the threshold, how many such pairs there are, and the cost of a pair.
//   match_cross QUERIES.jsonl CANDIDATES.jsonl [THRESHOLD] [FIRST-N-QUERIES]
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "entity/json.h"
#include "match/score.h"

namespace {

std::vector<vedette::match::PreparedEntity> read(const char* path, size_t limit) {
  std::vector<vedette::match::PreparedEntity> entities;
  std::ifstream file(path);
  for (std::string line; entities.size() < limit && std::getline(file, line);)
    if (const auto entity = vedette::parse_entity_json(line))
      entities.push_back(vedette::match::prepare_entity(*entity));
  return entities;
}

double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

int main(int argc, char** argv) {
  using namespace vedette;
  if (argc < 3) return 2;
  match::Policy policy = match::default_policy();
  if (argc > 3) policy.threshold = std::stod(argv[3]);
  const size_t limit = argc > 4 ? std::stoul(argv[4]) : 1000;
  const double start = seconds();
  const auto queries = read(argv[1], limit);
  const auto candidates = read(argv[2], static_cast<size_t>(-1));
  const double prepared = seconds();
  size_t alarmed = 0;
  size_t hits = 0;
  size_t pairs = 0;
  for (const auto& query : queries) {
    size_t found = 0;
    for (const auto& candidate : candidates) {
      const match::EntityScore score = match::score_entity(query, candidate, policy);
      pairs += query.names.size() * candidate.names.size();
      if (!score.match) continue;
      ++found;
      std::printf("%.3f %s | %s\n", score.score, query.names[0].text.c_str(),
                  candidate.names[static_cast<size_t>(std::max(0, score.candidate_name))].text.c_str());
    }
    hits += found;
    alarmed += found > 0 ? 1 : 0;
  }
  const double end = seconds();
  std::printf("%zu of %zu queries find somebody, %zu hits among %zu candidates\n", alarmed, queries.size(), hits,
              candidates.size());
  std::printf("prepare %.1f us a name, score %.2f us a pair of names\n",
              (prepared - start) * 1e6 / static_cast<double>(queries.size() + candidates.size()),
              (end - prepared) * 1e6 / static_cast<double>(pairs));
  return 0;
}
