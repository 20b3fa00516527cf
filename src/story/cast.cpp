#include "story/cast.h"

#include <string_view>
#include <unordered_map>
#include <utility>

#include "entity/country.h"

namespace vedette::story {
namespace {

std::optional<ActorKind> kind_of(std::string_view label) {
  if (label == "PERSON") return ActorKind::kPerson;
  if (label == "ORG") return ActorKind::kOrganization;
  if (label == "GPE" || label == "LOC" || label == "FAC" || label == "NORP") return ActorKind::kPlace;
  return std::nullopt;
}

/// A named entity without the article before and the possessive sign behind.
TokenRange name_range(const Reading& reading, const language::Span& entity) {
  TokenRange range{entity.begin, entity.end};
  while (!range.empty() && reading.tag(range.begin) == "DT") ++range.begin;
  while (!range.empty() && reading.tag(range.end - 1) == "POS") --range.end;
  return range;
}

/// The first token whose head lies outside.
uint32_t head_of(const Reading& reading, TokenRange range) {
  for (uint32_t token = range.begin; token < range.end; ++token)
    if (reading.is_root(token) || !range.contains(reading.head(token))) return token;
  return range.end - 1;
}

/// Joins equal names, and the last name of a person to the latest fuller one.
class Joiner {
 public:
  explicit Joiner(const Reading& reading) : reading_(reading) { cast_.mention_at.assign(reading.size(), -1); }

  void add(const language::Span& entity) {
    const std::string_view label = reading_.document.label(entity.label);
    std::optional<ActorKind> kind = kind_of(label);
    const TokenRange range = name_range(reading_, entity);
    if (!kind || range.empty()) return;
    std::string name = reading_.text_of(range);
    const std::string code = kind == ActorKind::kPlace ? country_code(name) : std::string();
    if (label == "NORP" && code.empty()) return;
    if (!code.empty()) {
      kind = ActorKind::kCountry;
      name = country_name(code);
    }
    const uint32_t actor = actor_of(*kind, name, code);
    mention(range, actor, label == "NORP" ? MentionKind::kDemonym : MentionKind::kName);
  }

  Cast take() { return std::move(cast_); }

 private:
  uint32_t actor_of(ActorKind kind, const std::string& name, const std::string& country) {
    const std::string prefix(1, static_cast<char>('0' + static_cast<int>(kind)));
    const auto [found, is_new] = actors_.try_emplace(prefix + name, static_cast<uint32_t>(cast_.actors.size()));
    if (!is_new) return found->second;
    Actor actor;
    actor.kind = kind;
    actor.name = name;
    actor.country = country;
    cast_.actors.push_back(std::move(actor));
    const size_t blank = name.rfind(' ');
    if (kind == ActorKind::kPerson && blank != std::string::npos)
      actors_.insert_or_assign(prefix + name.substr(blank + 1), found->second);
    return static_cast<uint32_t>(cast_.actors.size() - 1);
  }

  void mention(TokenRange range, uint32_t actor, MentionKind kind) {
    const uint32_t head = head_of(reading_, range);
    const auto index = static_cast<uint32_t>(cast_.mentions.size());
    cast_.mention_at[head] = static_cast<int32_t>(index);
    cast_.mentions.push_back({range, head, actor, kind});
    cast_.actors[actor].mentions.push_back(index);
  }

  const Reading& reading_;
  Cast cast_;
  std::unordered_map<std::string, uint32_t> actors_;
};

}  // namespace

Cast find_cast(const Reading& reading) {
  Joiner joiner(reading);
  for (const language::Span& entity : reading.document.entities) joiner.add(entity);
  return joiner.take();
}

}  // namespace vedette::story
