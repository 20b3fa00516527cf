// Who and where: everybody and everything a story speaks of by name, and every place in the text that means them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "story/reading.h"

namespace vedette::story {

enum class ActorKind : uint8_t {
  kPerson,
  kOrganization,
  kCountry,  ///< states with their governments, capitals that stand for them, demonyms; the European Union is one
  kPlace,    ///< any other place
  kVessel,
  kGroup,  ///< a role phrase without a name: "US officials", "a senior envoy", "border guards"
};

/// An office or occupation: "Defence Minister" of "Russia". `of` may be empty.
struct Role {
  std::string title;
  std::string of;  ///< the resolved name: "Russia", "Korean People's Army", "Vladimir Putin"
  bool operator==(const Role&) const = default;
};

enum class MentionKind : uint8_t {
  kName,     ///< a proper name, whole or in part: "Kim Jong Un", "Kim", "KPA", "the Kremlin"
  kNominal,  ///< a description: "the North Korean leader", "the ministry", "the vessel"
  kPronoun,  ///< he, she, it, they, who, his, their …
  kDemonym,  ///< "Russian", "North Koreans"
};

/// One place in the text. `head` is the token that stands for it in the tree.
struct CastMention {
  TokenRange tokens;
  uint32_t head = 0;
  uint32_t actor = 0;  ///< index into Cast::actors
  MentionKind kind = MentionKind::kName;
};

struct Actor {
  ActorKind kind = ActorKind::kPerson;
  /// The fullest form in the story; of a country its common English name; of a group the phrase without articles.
  std::string name;
  std::vector<std::string> aliases;  ///< other forms of the name in the story, in order of appearance
  std::vector<Role> roles;           ///< of persons
  std::string class_name;            ///< an organization or place kind of the dossier: "military", "city"; else empty
  std::string country;               ///< alpha-2 in lower case, of which it is or to which it belongs; empty if unknown
  std::string imo;                   ///< of vessels: seven digits
  std::vector<uint32_t> mentions;    ///< indices into Cast::mentions, in order
};

/// Actors in order of their first mention. Mentions in order of their beginnings, the longer first; they may lie inside
/// one another ("[[North Korean] leader]"), but each token is the head of at most one.
struct Cast {
  std::vector<Actor> actors;
  std::vector<CastMention> mentions;
  std::vector<int32_t> mention_at;  ///< one a token: the mention whose head it is, -1 if none

  /// The actor that a token stands for, if it heads a mention.
  std::optional<uint32_t> actor_at(uint32_t token) const {
    if (mention_at[token] < 0) return std::nullopt;
    return mentions[static_cast<size_t>(mention_at[token])].actor;
  }
};

/// Finds and joins them: names (by the model and by gazetteers), descriptions, pronouns, titles and affiliations.
Cast find_cast(const Reading& reading);

}  // namespace vedette::story
