// The parties of an event: from the heads of noun phrases to who they are.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "story/events.h"

namespace vedette::story {

enum class PartyClass : uint8_t {
  kAgent,     ///< persons, bodies, states, vessels
  kAnything,  ///< also a refinery
};

/// Looks into the input of find_events, which must outlive it.
class PartyFinder {
 public:
  explicit PartyFinder(const EventInput& input);

  /// Who a noun phrase names, with what "and" joins to it; none for things and times. "Both sides" and "the two
  /// leaders" are those named last; a city is its country.
  void add(uint32_t head, PartyClass wanted, std::vector<Party>& parties) const;
  /// Every name after a token in its sentence: a list with semicolons, which parsers do not follow.
  void add_names_after(uint32_t token, std::vector<Party>& parties) const;
  /// A person, body, state or vessel?
  bool is_agent(uint32_t head) const;
  bool is_person(uint32_t head) const;
  bool is_country(uint32_t head) const;
  /// The country or its demonym.
  std::optional<uint32_t> state(uint32_t token) const;
  bool is_place(uint32_t token) const;
  /// The state of a code, if the story names it or the code is known.
  std::optional<Party> state_of(const std::string& code) const;
  /// The innermost statement whose content holds a token, -1 outside.
  int32_t statement_at(uint32_t token) const { return statement_of_[token]; }

 private:
  void add_one(uint32_t head, PartyClass wanted, std::vector<Party>& parties) const;
  void add_actor(uint32_t index, PartyClass wanted, std::vector<Party>& parties) const;
  void add_speaker(uint32_t pronoun, std::vector<Party>& parties) const;
  std::optional<uint32_t> actor_named(uint32_t head) const;
  std::optional<uint32_t> owner_of_force(uint32_t head) const;
  void add_owner(uint32_t owner, std::vector<Party>& parties) const;
  bool follows_name(uint32_t head) const;
  bool is_dateline(uint32_t token) const;
  uint32_t counted(uint32_t head) const;
  bool add_collective(uint32_t head, std::vector<Party>& parties) const;
  Party party_of(uint32_t actor) const;
  std::string words_of(uint32_t head) const;

  const EventInput& input_;
  std::vector<int32_t> statement_of_;                    ///< one a token
  std::unordered_map<std::string, uint32_t> countries_;  ///< actors by code
};

/// Adds a party that is not there yet.
void add_party(Party party, std::vector<Party>& parties);

}  // namespace vedette::story
