// Lists made in a test: a few words an entity.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "index/image.h"
#include "screen/list_set.h"

namespace vedette::testing {

inline Entity make_entity(std::string id, Schema schema, std::vector<std::pair<Property, std::string>> values) {
  Entity entity;
  entity.id = std::move(id);
  entity.schema = schema;
  entity.datasets = {"test"};
  for (auto& [property, text] : values) entity.add(property, text);
  return entity;
}

inline Entity person(std::string id, std::string name) {
  return make_entity(std::move(id), Schema::kPerson, {{Property::kName, std::move(name)}});
}

inline std::shared_ptr<const index::Image> make_image(const std::vector<Entity>& entities) {
  index::ImageBuilder builder;
  for (const Entity& entity : entities) {
    const auto added = builder.add(entity);
    EXPECT_TRUE(added.has_value()) << added.error().to_string();
  }
  auto bytes = std::move(builder).finish({"test", "2024-01-01", "", "test", 0});
  EXPECT_TRUE(bytes.has_value()) << bytes.error().to_string();
  auto image = index::Image::from_bytes(std::move(*bytes), "test image");
  EXPECT_TRUE(image.has_value()) << image.error().to_string();
  return *image;
}

/// Versions of one source by published date; the last is active.
inline screen::SourceLists make_source(
    std::string source, std::vector<std::pair<std::string, std::shared_ptr<const index::Image>>> versions) {
  screen::SourceLists lists;
  lists.source = std::move(source);
  for (auto& [published, image] : versions) {
    lists.versions.push_back({lists.source + "@" + published, published, std::move(image)});
  }
  lists.active = lists.versions.empty() ? 0 : lists.versions.size() - 1;
  return lists;
}

inline std::shared_ptr<const screen::ListSet> make_list_set(std::vector<screen::SourceLists> sources) {
  auto set = std::make_shared<screen::ListSet>();
  set->sources = std::move(sources);
  set->id = "test set";
  return set;
}

inline std::shared_ptr<const screen::ListSet> make_list_set(const std::vector<Entity>& entities) {
  std::vector<screen::SourceLists> sources;
  sources.push_back(make_source("test", {{"2024-01-01", make_image(entities)}}));
  return make_list_set(std::move(sources));
}

}  // namespace vedette::testing
