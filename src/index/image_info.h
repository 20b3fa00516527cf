// ImageInfo as JSON.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "base/json_writer.h"
#include "index/image.h"

namespace vedette::index {

void write_image_info(JsonWriter& json, const ImageInfo& info);
Result<ImageInfo> parse_image_info(std::string_view json, const std::string& file);

}  // namespace vedette::index
