// A sink that keeps what it is given. For tests and fuzzers.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "lists/reader.h"

namespace vedette::lists {

struct CollectingSink final : EntitySink {
  Result<void> accept(Entity&& entity) override {
    entities.push_back(std::move(entity));
    return {};
  }
  void reject(Rejection&& rejection) override { rejections.push_back(std::move(rejection)); }

  /// The entity of that id, or nullptr.
  const Entity* find(std::string_view id) const {
    for (const Entity& entity : entities) {
      if (entity.id == id) return &entity;
    }
    return nullptr;
  }

  std::vector<Entity> entities;
  std::vector<Rejection> rejections;
};

}  // namespace vedette::lists
