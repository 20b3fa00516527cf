#include "index/image_info.h"

#include <simdjson.h>

namespace vedette::index {

void write_image_info(JsonWriter& json, const ImageInfo& info) {
  json.begin_object();
  json.member("source", info.source);
  json.member("published", info.published);
  json.member("content", info.content);
  json.member("format", info.format);
  json.member("entities", info.entities);
  json.end_object();
}

Result<ImageInfo> parse_image_info(std::string_view json, const std::string& file) {
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  ImageInfo info;
  const auto text = [&](const char* key, std::string& out) {
    std::string_view value;
    const bool good = !object[key].get(value);
    out = std::string(value);
    return good;
  };
  const bool good = !parser.parse(json.data(), json.size()).get(object) && text("source", info.source) &&
                    text("published", info.published) && text("content", info.content) && text("format", info.format) &&
                    !object["entities"].get(info.entities);
  if (!good) return fail(ErrorCode::kCorrupt, "damaged image: what it says of itself cannot be read", {.file = file});
  return info;
}

}  // namespace vedette::index
