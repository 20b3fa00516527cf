// From folded words to typed tokens.
#pragma once

#include <string>
#include <vector>

#include "entity/schema.h"
#include "match/raw_words.h"
#include "match/token.h"

namespace vedette::match {

/// What a name of a schema can be the name of.
enum class NameClass : uint8_t {
  kPerson,        ///< honorifics and initials; no legal forms
  kOrganisation,  ///< legal forms, words of trade, places, initials of the body
  kOpen,          ///< either
  kThing,         ///< vessels, aircraft and the like: words and numbers
};
NameClass name_class(Schema schema);

/// Tokens in the order of the words, typed and weighted. May be empty.
std::vector<Token> type_words(const std::vector<RawWord>& words, NameClass name_class);

}  // namespace vedette::match
