#include "story/cast_builder.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/ascii.h"

namespace vedette::story {

namespace {

std::string key_of(ActorKind kind, std::string_view name) {
  return static_cast<char>('0' + static_cast<int>(kind)) + ascii_lower(name);
}

}  // namespace

CastBuilder::CastBuilder(const Reading& reading) : reading_(reading), name_over_(reading.size(), -1) {
  cast_.mention_at.assign(reading.size(), -1);
}

uint32_t CastBuilder::actor(ActorKind kind, const std::string& name, const std::string& country) {
  const auto found = by_name_.find(key_of(kind, name));
  if (found != by_name_.end()) return found->second;
  const uint32_t made = new_actor(kind, name, country);
  also(kind, name, made);
  return made;
}

uint32_t CastBuilder::new_actor(ActorKind kind, const std::string& name, const std::string& country) {
  Actor actor;
  actor.kind = kind;
  actor.name = name;
  actor.country = country;
  cast_.actors.push_back(std::move(actor));
  return static_cast<uint32_t>(cast_.actors.size() - 1);
}

void CastBuilder::also(ActorKind kind, const std::string& name, uint32_t actor) {
  by_name_.emplace(key_of(kind, name), actor);
}

bool CastBuilder::mention(TokenRange tokens, uint32_t head, uint32_t actor, MentionKind kind) {
  if (cast_.mention_at[head] >= 0) return false;
  const auto index = static_cast<int32_t>(cast_.mentions.size());
  cast_.mention_at[head] = index;
  cast_.mentions.push_back({tokens, head, actor, kind});
  if (kind == MentionKind::kName || kind == MentionKind::kDemonym) {
    std::fill(name_over_.begin() + tokens.begin, name_over_.begin() + tokens.end, index);
  }
  return true;
}

std::optional<uint32_t> CastBuilder::named_beside(uint32_t head) const {
  for (const uint32_t child : reading_.tree.children(head)) {
    const int32_t index = reading_.dependency(child) == "appos" ? mention_at(child) : -1;
    if (index < 0) continue;
    const uint32_t actor = cast_.mentions[static_cast<size_t>(index)].actor;
    if (cast_.actors[actor].kind == ActorKind::kPerson) return actor;
  }
  return std::nullopt;
}

void CastBuilder::add_alias(uint32_t actor, const std::string& form) {
  auto& aliases = at(actor).aliases;
  if (form == at(actor).name || aliases.size() > 20) return;
  if (std::find(aliases.begin(), aliases.end(), form) == aliases.end()) aliases.push_back(form);
}

void CastBuilder::add_role(uint32_t actor, Role role) {
  auto& roles = at(actor).roles;
  const auto same = std::find_if(roles.begin(), roles.end(), [&](const Role& other) {
    return ascii_lower(other.title) == ascii_lower(role.title);
  });
  if (same == roles.end())
    roles.push_back(std::move(role));
  else if (same->of.empty())
    same->of = std::move(role.of);
}

// Sorts mentions by place, then actors by their first mention; actors without any are dropped.
Cast CastBuilder::finish() && {
  auto& mentions = cast_.mentions;
  std::stable_sort(mentions.begin(), mentions.end(), [](const CastMention& a, const CastMention& b) {
    return std::pair(a.tokens.begin, -static_cast<int64_t>(a.tokens.end)) <
           std::pair(b.tokens.begin, -static_cast<int64_t>(b.tokens.end));
  });
  std::vector<int64_t> place(cast_.actors.size(), -1);
  std::vector<Actor> actors;
  for (uint32_t i = 0; i < mentions.size(); ++i) {
    auto& mention = mentions[i];
    if (place[mention.actor] < 0) {
      place[mention.actor] = static_cast<int64_t>(actors.size());
      actors.push_back(std::move(cast_.actors[mention.actor]));
    }
    mention.actor = static_cast<uint32_t>(place[mention.actor]);
    actors[mention.actor].mentions.push_back(i);
    cast_.mention_at[mention.head] = static_cast<int32_t>(i);
  }
  cast_.actors = std::move(actors);
  return std::move(cast_);
}

uint32_t head_of(const Reading& reading, TokenRange range) {
  for (uint32_t token = range.begin; token < range.end; ++token) {
    if (reading.is_root(token) || !range.contains(reading.head(token))) return token;
  }
  return range.end - 1;
}

}  // namespace vedette::story
