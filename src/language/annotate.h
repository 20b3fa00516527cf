// The rules that follow the network: attributes from tag and arc, and lemmas from tables.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "language/lexeme_table.h"
#include "language/model_data.h"
#include "language/tokenizer.h"
#include "vedette/language.hpp"

namespace vedette::language {

/// Compiled attribute rules. Immutable and shared by threads.
class AttributeRuler {
 public:
  /// `data` must outlive it. kUnsupported where a pattern of a rule does not compile.
  static Result<AttributeRuler> create(const ModelData& data);
  ~AttributeRuler();
  AttributeRuler(AttributeRuler&&) noexcept;
  AttributeRuler& operator=(AttributeRuler&&) noexcept;

 private:
  friend class Annotator;
  struct Parts;
  explicit AttributeRuler(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

/// What one thread needs: caches of lemmas by lexeme, part of speech and morphology, and match buffers.
class Annotator {
 public:
  /// All must outlive it.
  Annotator(const AttributeRuler& ruler, const ModelData& data, const LexemeTable& lexemes);
  ~Annotator();
  Annotator(Annotator&&) noexcept;

  /// Sets pos, morph and lemma of every token, and tag and dependency where a rule does. On entry tag and dependency
  /// are set and pos and morph are 0; `raw` are the same tokens as the tokenizer gave them.
  void annotate(Document& document, const std::vector<RawToken>& raw);
  /// To be called whenever the table of lexemes was cleared.
  void forget();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace vedette::language
