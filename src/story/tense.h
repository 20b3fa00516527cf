// The tense of the clause around a place in a text that was read with a language model.
#pragma once

#include <cstdint>
#include <vector>

#include "story/times.h"
#include "vedette/language.hpp"

namespace vedette::story {

/// The tense in which each token's clause is told: that of the nearest verb above it. Future are "will", "shall",
/// "going to", "may" and "could" before a bare verb, "is to", plans and expectations ("is expected", "plans to", "due",
/// "set to"), and what such verbs govern. One entry a token.
std::vector<Tense> tenses_of(const language::Document& document);

/// For find_times: tense at a code point. The document must outlive it and must be of the same text.
TenseAt tense_at(const language::Document& document);

}  // namespace vedette::story
