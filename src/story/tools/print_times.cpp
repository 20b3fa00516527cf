// For measuring: `print_times MODEL OUT STORY.txt…` writes OUT/NAME.json, a dossier with story and times alone. Dates
// come from NAME.meta.json. MODEL "-": without tenses.
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include "base/json_writer.h"
#include "story/story_text.h"
#include "story/tense.h"
#include "story/times.h"

using namespace vedette;

namespace {

std::string slurp(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(JsonWriter& json, const story::Story& read, const std::vector<story::TimeMention>& times) {
  const auto day = [&](const char* name, const std::optional<DayNumber>& bound) {
    json.member_or_null(name, bound ? format_day(*bound) : "");
  };
  json.begin_object();
  json.key("story");
  json.begin_object();
  json.member("text", read.text);
  json.end_object();
  json.key("times");
  json.begin_array();
  for (const auto& time : times) {
    json.begin_object();
    json.member("text", time.text);
    json.key("span");
    json.begin_array();
    json.value(time.range.begin);
    json.value(time.range.end);
    json.end_array();
    json.member("value", time.value);
    day("start", time.start);
    day("end", time.end);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 4) return std::fputs("usage: print_times MODEL|- OUT STORY.txt…\n", stderr), 2;
  std::optional<language::Reader> reader;
  if (std::string(arguments[1]) != "-") {
    const auto model = language::Model::open(arguments[1]);
    if (!model) return std::fprintf(stderr, "%s\n", model.problem().message.c_str()), 1;
    reader.emplace(*model);
  }
  for (int i = 3; i < count; ++i) {
    const std::filesystem::path path = arguments[i];
    auto meta_path = path;
    const auto meta = story::parse_meta(slurp(meta_path.replace_extension(".meta.json")), "meta");
    const auto read = story::story_from_text(slurp(path), std::array{meta.value_or(story::StoryFacts{})});
    if (!read) return std::fprintf(stderr, "%s: %s\n", path.c_str(), read.error().message.c_str()), 1;
    std::optional<language::Document> document;
    if (reader) document = reader->read(read->text);
    const auto times =
        story::find_times(read->text, {read->published, document ? story::tense_at(*document) : nullptr, false});
    JsonWriter json;
    write(json, *read, times);
    std::ofstream(std::filesystem::path(arguments[2]) / (path.stem().string() + ".json")) << json.text();
  }
  return 0;
}
