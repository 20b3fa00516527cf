// Dossiers from anywhere: read back, joined, and written in every form.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "story/timeline.h"
#include "story/timeline_dossier.h"
#include "story/timeline_html.h"
#include "story/timeline_json.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace vedette;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::vector<story::ToldStory> stories;
  // One dossier a line, so that an input can hold several to join.
  for (size_t begin = 0; begin <= bytes.size();) {
    const size_t end = std::min(bytes.find('\n', begin), bytes.size());
    if (auto told = story::read_dossier(bytes.substr(begin, end - begin), "fuzz", 1))
      stories.push_back(*std::move(told));
    begin = end + 1;
  }
  const auto timeline = story::join_stories(std::move(stories));
  JsonWriter json, map;
  story::write_json(json, timeline);
  story::write_geojson(map, timeline);
  (void)story::timeline_ftm(timeline);
  (void)story::timeline_html(timeline);
  return 0;
}
