// What the kept versions say of one entity.
#include <fmt/format.h>

#include <optional>

#include "engine/engine.h"

namespace vedette::engine {
namespace {

std::optional<Entity> find_entity(const screen::ListVersion& version, std::string_view id) {
  const auto number = version.image->find(id);
  if (!number) return std::nullopt;
  return version.image->entity(*number);
}

Unexpected nowhere(std::string_view id) {
  return fail(ErrorCode::kNotFound, fmt::format("no loaded version holds '{}'", id));
}

// The lines of one source, oldest first.
void append_history(const screen::SourceLists& source, std::string_view id, std::vector<HistoryLine>& lines) {
  std::optional<Entity> before;
  bool held_before = false;
  for (size_t i = 0; i < source.versions.size(); ++i) {
    const auto& version = source.versions[i];
    auto entity = find_entity(version, id);
    if (!entity && held_before) lines.back().last = true;
    if (entity) {
      HistoryLine line;
      line.version = version.version;
      line.published = version.published;
      line.active = i == source.active && !source.missing;
      line.caption = entity->caption();
      line.first = !before;
      line.returned = before && !held_before;
      if (before) line.changes = lists::changed_fields(*before, *entity);
      lines.push_back(std::move(line));
      before = *entity;
    }
    held_before = entity.has_value();
  }
}

}  // namespace

Result<std::vector<HistoryLine>> Engine::history(std::string_view entity) const {
  VEDETTE_ASSIGN_OR_RETURN(const auto sources, all_lists());
  std::vector<HistoryLine> lines;
  for (const auto& source : sources) append_history(source, entity, lines);
  if (lines.empty()) return nowhere(entity);
  return lines;
}

Result<Entity> Engine::entity(std::string_view id) const {
  VEDETTE_ASSIGN_OR_RETURN(const auto sources, all_lists());
  std::optional<Entity> latest;
  for (const auto& source : sources) {
    for (size_t i = 0; i < source.versions.size(); ++i) {
      auto found = find_entity(source.versions[i], id);
      if (found && i == source.active && !source.missing) return *std::move(found);
      if (found) latest = std::move(found);
    }
  }
  if (latest) return *std::move(latest);
  return nowhere(id);
}

}  // namespace vedette::engine
