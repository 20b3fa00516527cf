// How one word is read: Latin forms, other readings, name groups, and what the word weighs by itself.
#pragma once

#include <vector>

#include "match/raw_words.h"
#include "match/token.h"
#include "match/typing.h"

namespace vedette::match {

/// One word becomes one token, or several where its reading has several words ("김정은"). Kind and weight are not set.
std::vector<Token> read_word(const RawWord& word);

/// Weight of a word that no table knows: by how common it is among names and by its length.
float word_weight(const Token& token, NameClass name_class);

}  // namespace vedette::match
