// What the steps of finding the cast share: actors and mentions as they are collected.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "story/cast.h"
#include "story/cast_lexicon.h"

namespace vedette::story {

/// Collects a cast. Mentions may be added in any order; `finish` sorts them.
class CastBuilder {
 public:
  explicit CastBuilder(const Reading& reading);

  /// The actor of that kind and name, made if there is none.
  uint32_t actor(ActorKind kind, const std::string& name, const std::string& country = {});
  /// A new actor that no name finds again.
  uint32_t new_actor(ActorKind kind, const std::string& name, const std::string& country = {});
  /// Another key under which `actor` finds this one.
  void also(ActorKind kind, const std::string& name, uint32_t actor);
  /// False, and nothing is added, where the head stands for another mention already.
  bool mention(TokenRange tokens, uint32_t head, uint32_t actor, MentionKind kind);

  Actor& at(uint32_t actor) { return cast_.actors[actor]; }
  size_t size() const { return cast_.actors.size(); }
  const std::vector<CastMention>& mentions() const { return cast_.mentions; }
  /// The mention that holds a token as part of a name, -1 outside.
  int32_t name_over(uint32_t token) const { return name_over_[token]; }
  /// The mention whose head a token is, -1 for none.
  int32_t mention_at(uint32_t token) const { return cast_.mention_at[token]; }
  /// "the official, Larisa G": the person who is named in apposition to a noun.
  std::optional<uint32_t> named_beside(uint32_t head) const;
  void add_alias(uint32_t actor, const std::string& form);
  void add_role(uint32_t actor, Role role);

  const Reading& reading() const { return reading_; }
  Cast finish() &&;

 private:
  const Reading& reading_;
  Cast cast_;
  std::vector<int32_t> name_over_;
  std::unordered_map<std::string, uint32_t> by_name_;
};

/// The token of a range that hangs outside of it.
uint32_t head_of(const Reading& reading, TokenRange range);

/// The steps, in this order.
void add_names(CastBuilder& builder);
void add_bodies_and_groups(CastBuilder& builder);
void add_roles(CastBuilder& builder);
void add_references(CastBuilder& builder);

}  // namespace vedette::story
