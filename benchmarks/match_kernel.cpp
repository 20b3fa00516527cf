// What a pair of names costs when the similarities of units are known, as an index knows them: microseconds a pair.
#include <chrono>
#include <cstdio>
#include <vector>

#include "match/alignment.h"

int main() {
  using namespace vedette::match;
  const vedette::Schema person = vedette::Schema::kPerson;
  const Name query = prepare_name("Usama bin Ladin", person);
  const Name candidate = prepare_name("Osama Muhammad bin Laden", person);
  std::vector<UnitPair> pairs;
  similar_pairs(query, candidate, pairs);
  constexpr int kRounds = 1'000'000;
  double sum = 0;
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < kRounds; ++i) sum += score_names(query.view(), candidate.view(), pairs).score;
  const std::chrono::duration<double, std::micro> spent = std::chrono::steady_clock::now() - start;
  std::printf("%zu similar pairs, score %.3f, %.3f us a pair\n", pairs.size(), sum / kRounds, spent.count() / kRounds);
  const auto prepare_start = std::chrono::steady_clock::now();
  size_t tokens = 0;
  for (int i = 0; i < kRounds / 100; ++i) tokens += prepare_name("Osama Muhammad bin Laden", person).tokens.size();
  const std::chrono::duration<double, std::micro> prepared = std::chrono::steady_clock::now() - prepare_start;
  std::printf("prepare %.1f us a name (%zu tokens)\n", prepared.count() / (kRounds / 100), tokens);
  return 0;
}
