// Small questions about a parse that finding statements asks again and again.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "story/reading.h"

namespace vedette::story::speech {

/// The first child with one of the labels.
std::optional<uint32_t> child_of(const Reading& reading, uint32_t token,
                                 std::initializer_list<std::string_view> labels);
/// The object of a verb or preposition behind it; of "the news agency Delta", read as two, the name.
std::optional<uint32_t> object_of(const Reading& reading, uint32_t token,
                                  std::initializer_list<std::string_view> labels);
bool is_verb(const Reading& reading, uint32_t token);
bool is_noun(const Reading& reading, uint32_t token);  ///< nouns, names and pronouns
bool is_space(const Reading& reading, uint32_t token);

/// A token and all below it, from the first to the last, without blanks and commas at the ends.
TokenRange reach_of(const Reading& reading, uint32_t token);
/// A range without blanks, commas, dashes and sentence marks at its ends; quotation marks stay.
TokenRange trimmed(const Reading& reading, TokenRange range);
/// A noun and those that are joined to it: "China and Russia". At most eight.
std::vector<uint32_t> joined_nouns(const Reading& reading, uint32_t noun);
/// The noun phrase without what is told of it beside: no appositions, no relative clauses, no others joined to it.
TokenRange core_phrase(const Reading& reading, uint32_t noun);
/// Without an article at its head.
std::string words_without_article(const Reading& reading, TokenRange range);

}  // namespace vedette::story::speech
