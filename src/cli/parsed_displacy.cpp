#include <algorithm>

#include "base/json_writer.h"
#include "cli/parsed.h"

namespace vedette::cli {
namespace {

using language::Document;
using language::Span;
using language::Token;

void write_word(JsonWriter& json, const Document& document, const Token& token) {
  json.begin_object();
  json.member("text", document.text_of(token));
  json.member("tag", document.label(token.pos));
  json.member("lemma", document.lemma_of(token));
  json.end_object();
}

void write_arc(JsonWriter& json, const Document& document, uint32_t token) {
  const uint32_t head = document.tokens[token].head;
  json.begin_object();
  json.member("start", std::min(token, head));
  json.member("end", std::max(token, head));
  json.member("label", document.label(document.tokens[token].dependency));
  json.member("dir", token < head ? "left" : "right");
  json.end_object();
}

void write_dependencies(JsonWriter& json, const Document& document) {
  json.begin_object();
  json.key("words");
  json.begin_array();
  for (const Token& token : document.tokens) write_word(json, document, token);
  json.end_array();
  json.key("arcs");
  json.begin_array();
  for (uint32_t i = 0; i < document.tokens.size(); ++i) {
    if (document.tokens[i].head != i) write_arc(json, document, i);
  }
  json.end_array();
  json.end_object();
}

// In code points: those from a token's start to the end of the span are counted as the text has them.
void write_entity(JsonWriter& json, const Document& document, const Span& span) {
  const std::string_view text = document.text_of(span);
  const auto points = std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
  const uint32_t start = document.tokens[span.begin].code_point;
  json.begin_object();
  json.member("start", start);
  json.member("end", start + static_cast<uint32_t>(points));
  json.member("label", document.label(span.label));
  json.end_object();
}

}  // namespace

void append_parsed_displacy(std::string& out, std::string_view id, const Document& document) {
  JsonWriter json;
  json.begin_object();
  json.member("id", id);
  json.key("dep");
  write_dependencies(json, document);
  json.key("ent");
  json.begin_object();
  json.member("text", std::string_view(document.text));
  json.key("ents");
  json.begin_array();
  for (const Span& span : document.entities) write_entity(json, document, span);
  json.end_array();
  json.key("title");
  json.null();
  json.end_object();
  json.end_object();
  out += json.text();
  out += '\n';
}

}  // namespace vedette::cli
