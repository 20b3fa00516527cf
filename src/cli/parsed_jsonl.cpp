#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>

#include "base/json_writer.h"
#include "cli/parsed.h"

namespace vedette::cli {
namespace {

using language::Document;
using language::EntityPlace;
using language::Token;

std::string_view iob(EntityPlace place) {
  return place == EntityPlace::kBegin ? "B" : place == EntityPlace::kInside ? "I" : "O";
}

// `key` with its quotes, colon and what stands before it: written a dozen times a token, so by hand.
void add_text(std::string& out, std::string_view key, std::string_view value) {
  out += key;
  append_json_string(out, value);
}

void add_number(std::string& out, std::string_view key, uint32_t value) {
  std::array<char, 16> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out += key;
  out.append(digits.data(), end);
}

void add_flag(std::string& out, std::string_view key, bool value) {
  out += key;
  out += value ? "true" : "false";
}

void add_token(std::string& out, const Document& document, const Token& token) {
  add_text(out, "{\"text\": ", document.text_of(token));
  add_number(out, ", \"idx\": ", token.code_point);
  add_flag(out, ", \"spacy\": ", token.space_after);
  add_text(out, ", \"tag\": ", document.label(token.tag));
  add_text(out, ", \"pos\": ", document.label(token.pos));
  add_text(out, ", \"morph\": ", document.label(token.morph));
  add_text(out, ", \"lemma\": ", document.lemma_of(token));
  add_number(out, ", \"head\": ", token.head);
  add_text(out, ", \"dep\": ", document.label(token.dependency));
  add_flag(out, ", \"sent_start\": ", token.sentence_start);
  add_text(out, ", \"ent_iob\": ", iob(token.place));
  add_text(out, ", \"ent_type\": ", document.label(token.entity));
  out += '}';
}

// Nine significant digits tell every 32-bit float from its neighbours.
std::string nine_digits(float number) {
  std::array<char, 40> digits{};
  std::snprintf(digits.data(), digits.size(), "%.9g", static_cast<double>(number));
  return shortest_double(std::strtod(digits.data(), nullptr));
}

void add_rows(std::string& out, std::string_view key, const std::vector<float>& values, size_t width) {
  out += key;
  for (size_t i = 0; i < values.size(); ++i) {
    const bool first = i % width == 0;
    out += i == 0 ? "[[" : first ? "], [" : ", ";
    out += nine_digits(values[i]);
  }
  out += values.empty() ? "[]" : "]]";
}

}  // namespace

void append_parsed_jsonl(std::string& out, std::string_view id, const Document& document,
                         const language::Reader::Rows* rows) {
  add_text(out, "{\"id\": ", id);
  add_text(out, ", \"text\": ", document.text);
  out += ", \"tokens\": [";
  for (size_t i = 0; i < document.tokens.size(); ++i) {
    if (i != 0) out += ", ";
    add_token(out, document, document.tokens[i]);
  }
  out += ']';
  if (rows != nullptr && !document.tokens.empty()) {
    add_rows(out, ", \"tok2vec\": ", rows->shared, rows->width);
    add_rows(out, ", \"ner_tok2vec\": ", rows->own, rows->own_width);
  }
  out += "}\n";
}

}  // namespace vedette::cli
