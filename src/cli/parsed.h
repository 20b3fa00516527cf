// A document that was read, in each of the forms that `vedette parse` writes. Each function appends to `out`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cli/table.h"
#include "vedette/language.hpp"

namespace vedette::cli {

enum class ParsedFormat : uint8_t { kJsonLines, kConllu, kDisplacy, kText };

/// One line: {"id", "text", "tokens": [{"text", "idx", "spacy", "tag", "pos", "morph", "lemma", "head", "dep",
/// "sent_start", "ent_iob", "ent_type"}…]}, idx in code points, head by number in the document. With `rows`, and
/// tokens, also "tok2vec" and "ner_tok2vec": the encoders' rows, with nine significant digits.
void append_parsed_jsonl(std::string& out, std::string_view id, const language::Document& document,
                         const language::Reader::Rows* rows);

/// CoNLL-U (universaldependencies.org/format.html), an empty line after each sentence. White space is no word there: it
/// stands in MISC, as SpaceAfter=No where there is none, as SpacesAfter=… where it is more than a blank, SpacesBefore=…
/// at the front of a document; what hung on it hangs on its head. DEPREL is the model's label, `root` for ROOT; a
/// further root of a sentence hangs on the first, as `dep`. Entities are NER=B-PERSON, NER=I-PERSON in MISC.
void append_parsed_conllu(std::string& out, std::string_view id, const language::Document& document);

/// One line: {"id", "dep": {"words": [{"text", "tag", "lemma"}…], "arcs": [{"start", "end", "label", "dir"}…]}, "ent":
/// {"text", "ents": [{"start", "end", "label"}…], "title"}}, as displaCy renders with manual=True.
void append_parsed_displacy(std::string& out, std::string_view id, const language::Document& document);

/// For people: each sentence, and a line a token.
void append_parsed_text(std::string& out, std::string_view id, const language::Document& document,
                        const Canvas& canvas);

}  // namespace vedette::cli
