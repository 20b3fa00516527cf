// Tokenizer rules and norms of a spaCy package.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "language/msgpack.h"
#include "language/spacy_tables.h"

namespace vedette::language {
namespace {

// Attributes of an exception's tokens, by the numbers that spaCy's tokenizer file has.
constexpr int64_t kOrth = 65;
constexpr int64_t kNorm = 67;

// Text, or "" for nil.
std::string_view optional_text(MsgpackReader& in, ModelArena& arena) {
  if (in.nil()) return {};
  return arena.text(std::string(in.text()));
}

// {65: "do"} or {65: "n't", 67: "not"}
ExceptionToken read_token(MsgpackReader& in, ModelArena& arena, bool& is_known) {
  ExceptionToken token;
  for (uint32_t left = in.map(); left > 0 && in.ok(); --left) {
    const int64_t attribute = in.integer();
    is_known = is_known && (attribute == kOrth || attribute == kNorm);
    if (attribute == kOrth) {
      token.text = arena.text(std::string(in.text()));
    } else if (attribute == kNorm) {
      token.norm = arena.text(std::string(in.text()));
    } else {
      in.skip();
    }
  }
  return token;
}

Result<TokenizerException> read_exception(MsgpackReader& in, const SpacyPlace& place, ModelArena& arena) {
  TokenizerException exception;
  exception.text = arena.text(std::string(in.text()));
  bool is_known = true;
  std::string joined;
  for (uint32_t left = in.array(); left > 0 && in.ok(); --left) {
    exception.tokens.push_back(read_token(in, arena, is_known));
    joined += exception.tokens.back().text;
    if (exception.tokens.back().text.empty() && in.ok()) in.report("an exception's token without text");
  }
  if (!in.ok()) return place.damaged("exceptions", in.problem());
  if (!is_known) {
    return place.unsupported("exceptions", fmt::format("{} sets other attributes than ORTH and NORM", exception.text));
  }
  if (joined != exception.text || joined.empty()) {
    return place.damaged("exceptions", fmt::format("the tokens of {} do not make it up", mend_utf8(exception.text)));
  }
  return exception;
}

Result<std::vector<TokenizerException>> read_exceptions(MsgpackReader& in, const SpacyPlace& place, ModelArena& arena) {
  std::vector<TokenizerException> exceptions;
  for (uint32_t left = in.map(); left > 0 && in.ok(); --left) {
    VEDETTE_ASSIGN_OR_RETURN(auto exception, read_exception(in, place, arena));
    exceptions.push_back(std::move(exception));
  }
  const auto by_text = [](const TokenizerException& a, const TokenizerException& b) { return a.text < b.text; };
  std::sort(exceptions.begin(), exceptions.end(), by_text);
  for (size_t i = 1; i < exceptions.size(); ++i) {
    if (exceptions[i].text == exceptions[i - 1].text) return place.damaged("exceptions", "one of them twice");
  }
  return exceptions;
}

// {id: norm}
std::map<uint64_t, std::string_view> read_norm_table(MsgpackReader& in) {
  std::map<uint64_t, std::string_view> norms;
  for (uint32_t left = in.map(); left > 0 && in.ok(); --left) {
    const uint64_t id = in.unsigned_number();
    norms[id] = in.text();
  }
  return norms;
}

}  // namespace

Result<TokenizerRules> read_spacy_tokenizer(std::string_view bytes, const SpacyPlace& place, ModelArena& arena) {
  MsgpackReader in(bytes);
  TokenizerRules rules;
  for (uint32_t left = in.map(); left > 0 && in.ok(); --left) {
    const std::string_view key = in.text();
    if (key == "prefix_search") {
      rules.prefix = optional_text(in, arena);
    } else if (key == "suffix_search") {
      rules.suffix = optional_text(in, arena);
    } else if (key == "infix_finditer") {
      rules.infix = optional_text(in, arena);
    } else if (key == "url_match") {
      rules.url = optional_text(in, arena);
    } else if (key == "token_match") {
      if (!in.nil()) return place.unsupported("token_match", "set where this program has none");
    } else if (key == "faster_heuristics") {
      rules.faster_heuristics = in.boolean();
    } else if (key == "exceptions") {
      VEDETTE_ASSIGN_OR_RETURN(rules.exceptions, read_exceptions(in, place, arena));
    } else {
      in.skip();
    }
  }
  if (!in.ok()) return place.damaged("", in.problem());
  return rules;
}

Result<NormTable> read_spacy_norms(std::string_view bytes, const SpacyPlace& place, ModelArena& arena) {
  MsgpackReader in(bytes);
  std::map<uint64_t, std::string_view> norms;
  for (uint32_t left = in.map(); left > 0 && in.ok(); --left) {
    if (in.text() == "lexeme_norm") {
      norms = read_norm_table(in);
    } else {
      in.skip();
    }
  }
  if (!in.ok()) return place.damaged("", in.problem());
  std::vector<uint64_t> ids;
  StringTableBuilder texts;
  for (const auto& [id, norm] : norms) {
    ids.push_back(id);
    texts.add(norm);
  }
  return NormTable{arena.ids(std::move(ids)), arena.strings(std::move(texts))};
}

}  // namespace vedette::language
