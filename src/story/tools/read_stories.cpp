// For measuring: `read_stories MODEL OUT STORY.txt…` writes OUT/NAME.json, the dossier without list hits. Date, outlet
// and title come from NAME.meta.json.
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "story/dossier_json.h"
#include "story/story_reader.h"
#include "story/story_text.h"

using namespace vedette;

namespace {

std::string slurp(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 4) return std::fputs("usage: read_stories MODEL OUT STORY.txt…\n", stderr), 2;
  const auto model = language::Model::open(arguments[1]);
  if (!model) return std::fprintf(stderr, "%s\n", model.problem().message.c_str()), 1;
  const auto rules = rules::RuleBook::built_in();
  if (!rules) return std::fprintf(stderr, "%s\n", rules.error().message.c_str()), 1;
  language::Reader reader(*model);
  size_t tokens = 0;
  double parsing = 0, reading = 0;
  const auto seconds = [] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
  };
  for (int i = 3; i < count; ++i) {
    const std::filesystem::path path = arguments[i];
    auto meta_path = path;
    const auto meta = story::parse_meta(slurp(meta_path.replace_extension(".meta.json")), "meta");
    auto made = story::story_from_text(slurp(path), std::array{meta.value_or(story::StoryFacts{})});
    if (!made) {
      std::fprintf(stderr, "%s: %s\n", path.c_str(), made.error().message.c_str());
      continue;
    }
    const double begin = seconds();
    const auto document = reader.read(made->plain);
    const double parsed = seconds();
    const auto dossier = story::read_parsed(*std::move(made), document, {.reader = reader, .rules = *rules});
    if (!dossier) return std::fprintf(stderr, "%s: %s\n", path.c_str(), dossier.error().message.c_str()), 1;
    tokens += document.tokens.size();
    parsing += parsed - begin;
    reading += seconds() - parsed;
    JsonWriter json(1);
    story::write_json(json, *dossier);
    std::ofstream(std::filesystem::path(arguments[2]) / (path.stem().string() + ".json")) << json.text();
  }
  std::fprintf(stderr, "%zu tokens; parse %.2f s, the rest %.2f s: %.2f microseconds a token\n", tokens, parsing,
               reading, tokens == 0 ? 0 : reading / static_cast<double>(tokens) * 1e6);
  return 0;
}
