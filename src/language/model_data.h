// What a language model is made of, as the runtime wants it: views into a mapped model file.
//
// Matrices stand packed for the product kernels (kernel.h): `weights` is [block][input][piece][lane] with sixteen lanes
// a block, so output o of piece p lies in block o / 16, lane o % 16; `bias` is [block][piece][lane]. Lanes past the
// last output are zero. Everything is aligned to 64 bytes.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace vedette::language {

inline constexpr uint32_t kLanes = 16;
/// Pieces that a layer may have: those that the kernels have loops for.
inline constexpr uint32_t kMostPieces = 3;

/// y = W x + b, in `pieces` pieces an output (maxout takes the largest of them; linear layers have one piece).
struct Layer {
  uint32_t inputs = 0;
  uint32_t outputs = 0;
  uint32_t pieces = 1;
  const float* weights = nullptr;
  const float* bias = nullptr;

  uint32_t blocks() const { return (outputs + kLanes - 1) / kLanes; }
};

/// A maxout layer and the normalisation that follows it; gain and shift have `product.outputs` members.
struct MaxoutLayer {
  Layer product;
  const float* gain = nullptr;
  const float* shift = nullptr;
};

/// Numbers are written into model files: append only.
enum class Feature : uint8_t { kNorm, kPrefix, kSuffix, kShape, kSpacy, kIsSpace };

/// The rows that a feature is hashed to.
struct EmbeddingTable {
  Feature feature = Feature::kNorm;
  uint32_t seed = 0;
  uint32_t rows = 0;
  const float* values = nullptr;  ///< rows × Encoder::width
};

/// Turns tokens into rows of `width` floats: embeddings (and static vectors, last) → mix → convolutions.
struct Encoder {
  uint32_t width = 0;
  std::vector<EmbeddingTable> tables;     ///< in the order in which they are concatenated
  const float* static_rows = nullptr;     ///< vector rows × width, the vectors times their weights; null: none
  MaxoutLayer mix;                        ///< width × (tables + static) → width
  std::vector<MaxoutLayer> convolutions;  ///< 3 width → width each: left neighbour, token, right neighbour
};

/// Action numbers are those of each transition system (arc_eager.h, biluo.h).
struct Move {
  uint8_t action = 0;
  uint16_t label = 0;
};

/// A greedy transition model. The lower layer's outputs are in order [feature][piece][hidden unit], its bias all zero;
/// `lower_bias` is [piece][hidden unit] and `padding` [feature][piece][hidden unit].
struct TransitionModel {
  Layer hidden;
  uint32_t features = 0;
  uint32_t units = 0;  ///< hidden units: a multiple of 16
  uint32_t pieces = 2;
  Layer lower;
  const float* lower_bias = nullptr;
  const float* padding = nullptr;
  Layer upper;  ///< units → moves
  std::vector<Move> moves;
};

/// One token of an exception; `norm` is empty where the exception gives none.
struct ExceptionToken {
  std::string_view text;
  std::string_view norm;
};
struct TokenizerException {
  std::string_view text;
  std::vector<ExceptionToken> tokens;
};

/// Patterns as the package has them (Python's notation); empty: the package has none.
struct TokenizerRules {
  std::string_view prefix;
  std::string_view suffix;
  std::string_view infix;
  std::string_view url;
  bool faster_heuristics = true;
  std::vector<TokenizerException> exceptions;  ///< in byte order of text
};

/// Words with a norm of their own, by string id, ascending.
struct NormTable {
  std::span<const uint64_t> ids;
  StringTable norms;  ///< same order
};

/// Rows of static vectors by string id, ascending.
struct VectorKeys {
  std::span<const uint64_t> ids;
  std::span<const uint32_t> rows;
};

enum class TokenAttribute : uint8_t { kTag, kLower, kDependency, kIsSpace };
enum class TokenOperator : uint8_t { kEquals, kIn, kNotIn, kRegex };

/// One condition on a token. IS_SPACE has the value "1" or "0".
struct TokenTest {
  TokenAttribute attribute = TokenAttribute::kTag;
  TokenOperator relation = TokenOperator::kEquals;
  std::vector<std::string_view> values;
};
using TokenPattern = std::vector<TokenTest>;  ///< all must hold

/// Attributes set on token start + index of a match; those not given stay. An empty morph is set by label 0.
struct AttributeRule {
  std::vector<std::vector<TokenPattern>> patterns;  ///< alternatives of one or two tokens
  uint32_t index = 0;
  std::optional<uint16_t> tag, pos, morph, dependency;
  std::optional<std::string_view> lemma;
};

/// Tables of one part of speech. Sets and keys are in byte order.
struct LemmaTable {
  std::string_view pos;  ///< lower case: "noun"
  struct Suffix {
    std::string_view old_end, new_end;
  };
  std::vector<Suffix> suffixes;
  StringTable index;                           ///< known lemmas, ascending
  StringTable exception_forms;                 ///< ascending
  std::span<const uint32_t> exception_begins;  ///< forms + 1, into exception_lemmas
  StringTable exception_lemmas;
};

/// All of a model. Labels are numbers into `labels`, in which number 0 is "".
struct ModelData {
  Encoder shared;  ///< of tagger and parser
  Encoder own;     ///< of the entity recogniser
  Layer tagger;
  std::vector<uint16_t> tags;  ///< label of each output of the tagger
  TransitionModel parser;
  TransitionModel entities;
  TokenizerRules tokenizer;
  NormTable norms;
  VectorKeys vectors;
  std::vector<AttributeRule> attribute_rules;
  std::vector<LemmaTable> lemma_tables;
  std::shared_ptr<const std::vector<std::string>> labels;
  /// dependency "X||Y": the labels of X and of Y, by label; {0, 0} for all others.
  struct Projective {
    uint16_t own = 0;
    uint16_t head = 0;
  };
  std::vector<Projective> lifted;
  uint16_t root_label = 0;  ///< of "ROOT"
};

}  // namespace vedette::language
