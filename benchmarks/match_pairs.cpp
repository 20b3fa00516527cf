// Scores pairs of entities: JSON lines {"query": {entity}, "candidate": {entity}} on standard input to {"score",
// "match", "explanation"} on standard output, in order. With the argument "ofac", under that policy.
#include <simdjson.h>

#include <iostream>
#include <string>

#include "base/json_writer.h"
#include "entity/json.h"
#include "match/score.h"

namespace {

vedette::Result<vedette::Entity> side(simdjson::dom::element row, const char* name) {
  const simdjson::dom::element part = row[name];
  return vedette::parse_entity_json(simdjson::minify(part));
}

}  // namespace

int main(int argc, char** argv) {
  using namespace vedette;
  const auto policy = match::find_policy(argc > 1 ? argv[1] : "default");
  if (!policy) return 2;
  simdjson::dom::parser parser;
  for (std::string line; std::getline(std::cin, line);) {
    const simdjson::dom::element row = parser.parse(line);
    const auto query = side(row, "query");
    const auto candidate = side(row, "candidate");
    if (!query || !candidate) return 1;
    const match::PreparedEntity a = match::prepare_entity(*query);
    const match::PreparedEntity b = match::prepare_entity(*candidate);
    const match::EntityScore score = match::score_entity(a, b, *policy);
    JsonWriter json;
    json.begin_object();
    json.member("score", score.score);
    json.member("match", score.match);
    json.member("explanation", match::explain(a, b, *policy, score));
    json.end_object();
    std::cout << json.text() << '\n';
  }
  return 0;
}
