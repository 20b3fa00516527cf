#include "language/tokenizer.h"

#include <algorithm>

#include "language/affix_rules.h"
#include "language/chunk_cache.h"
#include "language/phrase_finder.h"
#include "language/phrase_table.h"
#include "language/splitter.h"
#include "language/white_space.h"

namespace vedette::language {

struct Tokenizer::Parts {
  AffixRules rules;
  PhraseTable phrases;
};

Result<Tokenizer> Tokenizer::create(const TokenizerRules& rules) {
  auto parts = std::make_unique<Parts>();
  VEDETTE_ASSIGN_OR_RETURN(parts->rules, AffixRules::create(rules));
  Splitter splitter(parts->rules);
  VEDETTE_ASSIGN_OR_RETURN(parts->phrases, PhraseTable::create(rules, splitter));
  return Tokenizer(std::move(parts));
}

Tokenizer::Tokenizer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;

struct TokenizerWorker::Parts {
  Parts(const Tokenizer::Parts& shared, LexemeTable& table)
      : lexemes(table), rules(shared.rules), splitter(shared.rules), finder(shared.phrases, table) {}

  void split(std::string_view text, std::vector<RawToken>& tokens);
  void add_chunk(std::string_view text, uint32_t offset, std::vector<RawToken>& tokens);
  std::span<const CachedToken> split_unknown(std::string_view chunk);
  void rejoin(std::string_view text, const std::vector<TokenRun>& runs, std::vector<RawToken>& tokens);
  void add_run(std::string_view text, std::span<const RawToken> run);

  LexemeTable& lexemes;
  const AffixRules& rules;
  Splitter splitter;
  ChunkCache cache;
  PhraseFinder finder;
  std::vector<Piece> pieces;       // of the chunk at hand
  std::vector<CachedToken> fresh;  // its tokens
  std::vector<RawToken> rejoined;  // tokens of the text after the second pass
};

void TokenizerWorker::Parts::split(std::string_view text, std::vector<RawToken>& tokens) {
  for_each_chunk(text, [&](size_t begin, size_t end, bool space_after) {
    add_chunk(text.substr(begin, end - begin), static_cast<uint32_t>(begin), tokens);
    tokens.back().space_after = space_after;
  });
  const auto& runs = finder.find(tokens);
  if (!runs.empty()) rejoin(text, runs, tokens);
}

void TokenizerWorker::Parts::add_chunk(std::string_view chunk, uint32_t offset, std::vector<RawToken>& tokens) {
  auto found = cache.find(chunk);
  if (found.empty()) found = split_unknown(chunk);
  for (const CachedToken& token : found) {
    tokens.push_back({token.lexeme, offset, token.length, false});
    offset += token.length;
  }
}

std::span<const CachedToken> TokenizerWorker::Parts::split_unknown(std::string_view chunk) {
  pieces.clear();
  fresh.clear();
  splitter.split(chunk, SpecialCases::kUse, pieces);
  for (const Piece& piece : pieces) {
    fresh.push_back({lexemes.number(piece.text, piece.norm), static_cast<uint32_t>(piece.text.size())});
  }
  cache.add(chunk, fresh);
  return fresh;
}

// Puts the tokens of the exception in place of each run that is one.
void TokenizerWorker::Parts::rejoin(std::string_view text, const std::vector<TokenRun>& runs,
                                    std::vector<RawToken>& tokens) {
  rejoined.clear();
  size_t done = 0;
  for (const TokenRun& run : runs) {
    rejoined.insert(rejoined.end(), tokens.begin() + done, tokens.begin() + run.begin);
    add_run(text, std::span(tokens).subspan(run.begin, run.length));
    done = run.begin + run.length;
  }
  rejoined.insert(rejoined.end(), tokens.begin() + done, tokens.end());
  tokens.assign(rejoined.begin(), rejoined.end());
}

void TokenizerWorker::Parts::add_run(std::string_view text, std::span<const RawToken> run) {
  uint32_t offset = run.front().offset;
  const auto* exception = rules.exception(text.substr(offset, run.back().offset + run.back().length - offset));
  if (exception == nullptr) {
    rejoined.insert(rejoined.end(), run.begin(), run.end());
    return;
  }
  for (const auto& token : exception->tokens) {
    const auto length = static_cast<uint32_t>(token.text.size());
    rejoined.push_back({lexemes.number(token.text, token.norm), offset, length, false});
    offset += length;
  }
  rejoined.back().space_after = run.back().space_after;
}

TokenizerWorker::TokenizerWorker(const Tokenizer& tokenizer, LexemeTable& lexemes)
    : parts_(std::make_unique<Parts>(*tokenizer.parts_, lexemes)) {}
TokenizerWorker::~TokenizerWorker() = default;
TokenizerWorker::TokenizerWorker(TokenizerWorker&&) noexcept = default;

void TokenizerWorker::split(std::string_view text, std::vector<RawToken>& tokens) {
  tokens.clear();
  parts_->split(text, tokens);
}

void TokenizerWorker::forget() {
  parts_->cache.clear();
  parts_->finder.forget();
}

}  // namespace vedette::language
