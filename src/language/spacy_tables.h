// The tables of a spaCy package that are words and not weights: tokenizer, norms, attribute rules, lemmas. All are
// MessagePack; `place` is for messages. Texts are kept in the arena.
#pragma once

#include <string_view>
#include <vector>

#include "base/error.h"
#include "language/model_draft.h"
#include "language/spacy_place.h"

namespace vedette::language {

/// File `tokenizer`. kUnsupported where token_match is set or an exception has other attributes than ORTH and NORM.
Result<TokenizerRules> read_spacy_tokenizer(std::string_view bytes, const SpacyPlace& place, ModelArena& arena);

/// Table lexeme_norm of file `vocab/lookups.bin`; empty where there is none.
Result<NormTable> read_spacy_norms(std::string_view bytes, const SpacyPlace& place, ModelArena& arena);

/// File `attribute_ruler/patterns`. kUnsupported where a rule tests or sets what the runtime does not.
Result<std::vector<AttributeRule>> read_spacy_attribute_rules(std::string_view bytes, const SpacyPlace& place,
                                                              ModelArena& arena, LabelTable& labels);

/// File `lemmatizer/lookups/lookups.bin`: tables lemma_rules, lemma_index and lemma_exc. Tables of parts of speech that
/// are not universal ones are passed over, for no token ever asks for them.
Result<std::vector<LemmaTable>> read_spacy_lemmas(std::string_view bytes, const SpacyPlace& place, ModelArena& arena);

}  // namespace vedette::language
