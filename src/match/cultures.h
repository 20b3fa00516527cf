// What a name's culture says of its tokens, seen from the tokens as a whole.
#pragma once

#include <vector>

#include "match/token.h"
#include "match/typing.h"

namespace vedette::match {

/// For names that may be a person's: marks the patronymic of an East Slavic name, and gives the tokens of Korean and
/// Chinese names the classes of their syllables. Groups may be left unsorted.
void mark_cultures(std::vector<Token>& tokens, NameClass name_class);

}  // namespace vedette::match
