// Reading English: tokens, sentences, tags, lemmas, dependency trees and named entities, by a published spaCy model.
//
//   auto model = vedette::language::Model::open("en_core_web_sm.vedmodel");
//   if (!model) return complain(model.problem().message);
//   vedette::language::Reader reader(*model);
//   const auto document = reader.read("Kim met Putin at the cosmodrome.");
//   for (const auto& entity : document.entities) std::cout << document.text_of(entity) << '\n';
//
// Needs nothing but the standard library. Nothing here throws, prints, or reads the environment.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vedette/outcome.hpp"

namespace vedette::language {

/// Where a token stands in a named entity.
enum class EntityPlace : uint8_t { kOutside, kBegin, kInside };

/// One token, as plain data. Labels are numbers into Document::labels.
struct Token {
  uint32_t offset = 0;        ///< in bytes of Document::text
  uint32_t length = 0;        ///< in bytes
  uint32_t code_point = 0;    ///< offset in code points
  uint32_t head = 0;          ///< index of the head in the document; its own for a root
  uint32_t lemma_offset = 0;  ///< into Document::lemmas
  uint32_t lemma_length = 0;  ///< in bytes
  uint16_t tag = 0;           ///< Penn treebank tag
  uint16_t pos = 0;           ///< universal part of speech
  uint16_t morph = 0;         ///< universal features, "Number=Sing|Person=3"
  uint16_t dependency = 0;    ///< label of the arc to the head
  uint16_t entity = 0;        ///< type of the entity it is part of; 0 outside
  EntityPlace place = EntityPlace::kOutside;
  bool space_after = false;  ///< one blank follows
  bool sentence_start = false;
};

/// Tokens [begin, end) and what they are.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint16_t label = 0;
};

/// Longer texts are cut, and their documents say so. In bytes, after ill-formed ones were replaced.
inline constexpr size_t kMaxText = size_t{1} << 30;

/// A text that was read. Plain data: copy it, move it, keep it after the model is gone.
struct Document {
  std::string text;  ///< valid UTF-8: ill-formed bytes of the input stand as U+FFFD
  std::vector<Token> tokens;
  std::vector<Span> sentences;  ///< in order; they cover all tokens
  std::vector<Span> entities;   ///< in order, disjoint
  std::string lemmas;
  std::shared_ptr<const std::vector<std::string>> labels;  ///< of the model; number 0 is ""
  bool cut = false;  ///< the text was longer than kMaxText, and only its beginning was read

  std::string_view text_of(const Token& token) const {
    return std::string_view(text).substr(token.offset, token.length);
  }
  /// From the first to the last token, with what stands between.
  std::string_view text_of(const Span& span) const;
  std::string_view lemma_of(const Token& token) const {
    return std::string_view(lemmas).substr(token.lemma_offset, token.lemma_length);
  }
  std::string_view label(uint16_t number) const { return (*labels)[number]; }
};

/// The children of every token, in order of text, and the reach of what is below each.
class Tree {
 public:
  explicit Tree(const Document& document);
  std::span<const uint32_t> children(uint32_t token) const {
    return std::span(children_).subspan(begins_[token], begins_[token + 1] - begins_[token]);
  }
  /// First and last token below `token`, itself counted. Crossing arcs may leave others between.
  uint32_t left_edge(uint32_t token) const { return left_[token]; }
  uint32_t right_edge(uint32_t token) const { return right_[token]; }
  /// The token and all below it, in order of text.
  std::vector<uint32_t> subtree(uint32_t token) const;

 private:
  std::vector<uint32_t> begins_, children_, left_, right_;
};

/// What a model file says of itself.
struct ModelInfo {
  std::string name;      ///< "core_web_sm"
  std::string version;   ///< "3.8.0"
  std::string language;  ///< "en"
  std::string licence;   ///< "MIT"
  bool has_vectors = false;
};

/// A model file, mapped. Immutable; may be shared by threads and copied cheaply.
class Model {
 public:
  static Outcome<Model> open(const std::string& path);
  const ModelInfo& info() const;

 private:
  friend class Reader;
  friend struct ModelAccess;
  struct Parts;
  explicit Model(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}
  std::shared_ptr<const Parts> parts_;
};

/// A text that is split already. Such words take no tokenizer exceptions; empty ones are left out.
struct Words {
  std::vector<std::string> words;
  std::vector<bool> spaces;  ///< whether a blank follows each; empty: after every word
};

/// Reads texts with a model. One for each thread: it holds caches and buffers. The answer depends on text and model
/// alone, never on what was read before or beside it, nor on the processor.
class Reader {
 public:
  explicit Reader(const Model& model);
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  /// Any bytes. Takes time linear in the text, and up to 700 bytes of memory a token beside the document; some of it is
  /// kept for the next text.
  Document read(std::string_view text);
  Document read(const Words& words);
  /// Several at once, which is faster for short ones: sixteen news stories are a good number.
  std::vector<Document> read_all(std::span<const std::string_view> texts);

  /// The arithmetic in use: "avx512", "avx2" or "portable". All give the same answers.
  std::string_view kernel() const;
  /// Those that this processor can run, the fastest first.
  static std::vector<std::string_view> kernels();
  /// For comparing them. Returns false, and changes nothing, for a kernel that this processor cannot run.
  bool use_kernel(std::string_view name);
  /// For comparing with other engines: also keep the encoders' rows of each token (see `rows`).
  void keep_rows(bool keep);
  /// Of the last document that was read by itself: `width` floats a token from the encoder of tagger and parser, and
  /// `own_width` from that of the entity recogniser. Empty unless kept.
  struct Rows {
    size_t width = 0;
    size_t own_width = 0;
    std::vector<float> shared, own;
  };
  const Rows& rows() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// Several readers, each on a thread of its own while it reads. Not to be used by several threads at once.
class ReaderPool {
 public:
  /// `threads` 0: one for each core.
  explicit ReaderPool(const Model& model, unsigned threads = 0);
  ~ReaderPool();
  ReaderPool(ReaderPool&&) noexcept;
  ReaderPool& operator=(ReaderPool&&) noexcept;

  /// In the order of the texts. The same documents as one Reader gives.
  std::vector<Document> read_all(std::span<const std::string_view> texts);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace vedette::language
