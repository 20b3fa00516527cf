// The grammatical arguments of a verb or of a noun that tells of a happening, found through passive, control,
// conjunction, relative clauses and participles.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "story/reading.h"

namespace vedette::story {

/// Tokens are heads of phrases; what is joined to them by "and" is not listed. Relative pronouns are replaced by the
/// noun they stand for. Subject and object are the logical ones: the subject of a passive is an object.
struct Arguments {
  std::vector<uint32_t> subjects, objects, datives;
  std::vector<uint32_t> owners;  ///< of the objects: "its transponder", "Iran's offer"
  std::vector<std::pair<std::string_view, uint32_t>> prepositions;  ///< preposition and its noun
  std::vector<uint32_t> modifiers;                                  ///< of a noun: adjectives and nouns before it
  std::vector<uint32_t> governors;  ///< of a noun: the light verb above it; of both: verbs of aspect and will above
  bool passive = false;
  bool carried = false;  ///< of a noun: it is said to have been held, made, carried out
};

/// `token` is a verb.
Arguments arguments_of_verb(const Reading& reading, uint32_t token);

/// `token` is a noun. Its light verb ("held talks", "took part in drills") lends it its subject and its prepositions.
Arguments arguments_of_noun(const Reading& reading, uint32_t token);

/// The noun that a relative pronoun stands for; the token itself if it is none.
uint32_t resolve_relative(const Reading& reading, uint32_t token);

/// The verb that a noun is the object, subject or prepositional complement of; the token itself if there is none.
uint32_t verb_above(const Reading& reading, uint32_t token);

/// A past tense before its object that was read as a noun phrase: "China imported coal", "the gang smuggled rifles".
bool is_misread(const Reading& reading, uint32_t token);

bool is_verb(const Reading& reading, uint32_t token);
bool is_noun(const Reading& reading, uint32_t token);

}  // namespace vedette::story
