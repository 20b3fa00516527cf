// Objects as JSON, one a line or as one array.
#pragma once

#include <string>
#include <vector>

#include "base/json_writer.h"
#include "cli/common_options.h"
#include "cli/sink.h"

namespace vedette::cli {

/// Writes the items as an array (json) or one a line (jsonl); `write_item` is called with a JsonWriter and an item.
template <typename Item, typename WriteItem>
void write_items(Sink& sink, OutputFormat format, const std::vector<Item>& items, const WriteItem& write_item) {
  if (format == OutputFormat::kJson) {
    JsonWriter json(2);
    json.begin_array();
    for (const Item& item : items) write_item(json, item);
    json.end_array();
    sink.write(json.take() + "\n");
    return;
  }
  for (const Item& item : items) {
    JsonWriter json;
    write_item(json, item);
    sink.write(json.take() + "\n");
  }
}

/// Writes one object, indented (json) or on one line (jsonl).
template <typename WriteObject>
void write_object(Sink& sink, OutputFormat format, const WriteObject& write) {
  JsonWriter json(format == OutputFormat::kJson ? 2 : 0);
  write(json);
  sink.write(json.take() + "\n");
}

}  // namespace vedette::cli
