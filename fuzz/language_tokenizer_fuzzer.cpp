// Tokens and the blanks between them are the text; no token is empty; the answer does not depend on what was read
// before.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "language/tokenizer.h"

namespace {

using vedette::language::LexemeTable;
using vedette::language::NormTable;
using vedette::language::RawToken;
using vedette::language::Tokenizer;
using vedette::language::TokenizerRules;
using vedette::language::TokenizerWorker;

void require(bool holds) {
  if (!holds) std::abort();
}

const TokenizerRules& rules() {
  static const TokenizerRules made = [] {
    TokenizerRules small;
    small.prefix = R"(^\(|^"|^\u00a3|^\.\.+|^'|^[\u2500-\u257F\U0001F300-\U0001F3FA])";
    small.suffix = R"(\)$|"$|,$|\.\.+$|'s$|'$|(?<=[0-9])(?:km|km²|m)$|(?<=[a-z0-9)])\.$|[\U0001F300-\U0001F3FA]$)";
    small.infix = R"(\.\.+|(?<=[a-z])-(?=[a-z])|(?<=[0-9])[+\-](?=[0-9])|(?<=[a-z])\.(?=[A-Z]))";
    small.url =
        R"((?u)^(?:[\w\+\-\.]{2,}://)?(?:\S+(?::\S*)?@)?(?:[a-z0-9_-]+\.)+[a-z]{2,}(?::\d{2,5})?(?:[/?#]\S*)?$)";
    small.exceptions = {{" ", {{" ", ""}}},
                        {"''", {{"''", ""}}},
                        {"(a)", {{"(a)", "a"}}},
                        {").", {{").", ""}}},
                        {":)", {{":)", ""}}},
                        {"a. b", {{"a.", ""}, {" b", "b"}}},
                        {"don't", {{"do", ""}, {"n't", "not"}}}};
    return small;
  }();
  return made;
}

struct Fixture {
  NormTable norms;
  LexemeTable lexemes{norms};
  Tokenizer tokenizer = Tokenizer::create(rules()).value();
  TokenizerWorker worker{tokenizer, lexemes};
};

void check(std::string_view text, const std::vector<RawToken>& tokens, const LexemeTable& lexemes) {
  size_t position = 0;
  for (const RawToken& token : tokens) {
    require(token.length > 0 && token.offset == position && token.length <= text.size() - position);
    require(lexemes[token.lexeme].text == text.substr(position, token.length));
    position += token.length;
    if (!token.space_after) continue;
    require(position < text.size() && text[position] == ' ');
    ++position;
  }
  require(position == text.size());
}

bool same(const std::vector<RawToken>& a, const std::vector<RawToken>& b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    if (a[i].offset != b[i].offset || a[i].length != b[i].length || a[i].space_after != b[i].space_after) return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static Fixture used;
  const std::string text = vedette::mend_utf8({reinterpret_cast<const char*>(data), size});
  std::vector<RawToken> tokens, again;
  used.worker.split(text, tokens);
  check(text, tokens, used.lexemes);
  constexpr size_t kMuch = 8 << 20;
  if (used.lexemes.bytes() > kMuch) {
    used.lexemes.clear();
    used.worker.forget();
  }
  LexemeTable lexemes(used.norms);
  TokenizerWorker(used.tokenizer, lexemes).split(text, again);
  require(same(tokens, again));
  return 0;
}
