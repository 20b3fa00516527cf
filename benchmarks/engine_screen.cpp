// How fast a store opens and screens, on one core.
//
//   engine_screen STORE NAMES [COUNT]
//
// STORE is a list store. NAMES holds one name a line; the first COUNT (default 5,000) are screened at the default
// threshold, each once, as persons. Prints the time to open all images, screens a second through the index, the same
// for the exhaustive path over a sample, and the number of names with hits. The answer it must get: the exhaustive
// path gives the same hits for every name of the sample; if not, exit status 1.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "engine/engine.h"

namespace {

using namespace vedette;
using Seconds = std::chrono::duration<double>;

double since(std::chrono::steady_clock::time_point start) {
  return Seconds(std::chrono::steady_clock::now() - start).count();
}

std::vector<Entity> read_queries(const char* path, size_t count) {
  std::vector<Entity> queries;
  std::ifstream file(path);
  for (std::string line; queries.size() < count && std::getline(file, line);) {
    Entity query;
    query.schema = Schema::kPerson;
    query.add(Property::kName, line);
    queries.push_back(std::move(query));
  }
  return queries;
}

std::string answer(screen::Screener& screener, const Entity& query, bool exhaustive) {
  screen::ScreenOptions options;
  options.exhaustive = exhaustive;
  JsonWriter json;
  write_json(json, screener.screen(query, options));
  return json.take();
}

int run(const char* store, const char* names, size_t count) {
  SystemClock clock;
  const auto engine = engine::Engine::open({.store = store, .store_is_required = true, .clock = &clock});
  auto start = std::chrono::steady_clock::now();
  const auto selection = (*engine)->select();
  if (!selection) {
    std::fprintf(stderr, "%s\n", selection.error().to_string().c_str());
    return 1;
  }
  size_t versions = 0;
  uint64_t bytes = 0;
  for (const auto& source : selection->set->sources) {
    versions += source.versions.size();
    for (const auto& version : source.versions) bytes += version.image->bytes();
  }
  std::printf("open %zu images of %.1f MB: %.1f ms\n", versions, static_cast<double>(bytes) / 1e6, since(start) * 1e3);

  const auto queries = read_queries(names, count);
  screen::Screener screener(selection->set, match::default_policy());
  size_t with_hits = 0;
  start = std::chrono::steady_clock::now();
  for (const Entity& query : queries) with_hits += screener.screen(query, {}).hits.empty() ? 0 : 1;
  const double indexed = since(start) / static_cast<double>(queries.size());
  std::printf("indexed: %.0f screens a second (%zu names, %zu with hits)\n", 1 / indexed, queries.size(), with_hits);

  const size_t sample = std::min<size_t>(queries.size(), 20);
  answer(screener, queries.front(), true);  // prepares every entity once
  start = std::chrono::steady_clock::now();
  for (size_t i = 0; i < sample; ++i) {
    if (answer(screener, queries[i], true) != answer(screener, queries[i], false)) {
      std::fprintf(stderr, "the paths differ for %s\n", std::string(queries[i].caption()).c_str());
      return 1;
    }
  }
  const double exhaustive = since(start) / static_cast<double>(sample);
  std::printf("exhaustive: %.1f screens a second; the index is %.0f times faster, with the same answers\n",
              1 / exhaustive, exhaustive / indexed);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: engine_screen STORE NAMES [COUNT]\n");
    return 2;
  }
  return run(argv[1], argv[2], argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 5000);
}
