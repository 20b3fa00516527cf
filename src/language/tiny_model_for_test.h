// A made-up language model for tests and fuzzers that need no download: small random weights, few labels, few rules.
// What it reads into a text is nonsense, but always the same nonsense, and it passes through every part of the engine.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "language/arc_eager.h"
#include "language/biluo.h"
#include "language/layer_packing.h"
#include "language/model_draft.h"
#include "language/model_file.h"
#include "language/model_writer.h"
#include "language/strings.h"

namespace vedette::language {

struct TinyModelShape {
  uint32_t width = 32;
  uint32_t own_width = 32;  ///< of the entity recogniser's encoder
  uint32_t units = 16;
  uint32_t depth = 2;
  bool has_vectors = false;
  uint32_t seed = 1;  ///< of the random weights
};

namespace tiny {

// SplitMix64 (Sebastiano Vigna, public domain), so that the numbers are the same with every library.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  /// In (-scale, scale).
  float operator()(float scale) {
    state_ += 0x9E3779B97F4A7C15;
    uint64_t bits = state_;
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
    bits ^= bits >> 31;
    constexpr float kHalfRange = 1 << 23;
    return scale * (static_cast<float>(bits >> 40) / kHalfRange - 1.0F);
  }

 private:
  uint64_t state_;
};

class TinyModelMaker {
 public:
  TinyModelMaker(const TinyModelShape& shape, ModelDraft& draft)
      : shape_(shape), draft_(draft), arena_(draft.arena), random_(shape.seed) {}

  void make() {
    ModelData& data = draft_.data;
    draft_.info = {"tiny", "1.0.0", "en", "CC0-1.0", shape_.has_vectors};
    draft_.licences = {{"tiny", "Made up for tests; CC0 1.0."}};
    make_vectors();
    data.shared = encoder(shape_.width, {Feature::kNorm, Feature::kPrefix, Feature::kSuffix, Feature::kShape,
                                         Feature::kSpacy, Feature::kIsSpace});
    data.own = encoder(shape_.own_width, {Feature::kNorm, Feature::kPrefix, Feature::kSuffix, Feature::kShape});
    for (const char* tag : {"NN", "VB", "IN", ".", "_SP"}) data.tags.push_back(draft_.labels.number(tag));
    data.tagger = layer(shape_.width, static_cast<uint32_t>(data.tags.size()), 1);
    make_parser();
    make_entities();
    make_tokenizer();
    make_norms();
    make_rules();
    make_lemmas();
    number_implied_labels(draft_.labels);
  }

 private:
  uint16_t label(std::string_view text) { return draft_.labels.number(text); }

  const float* randoms(size_t count, float scale) {
    float* const values = arena_.floats(count);
    std::generate_n(values, count, [&] { return random_(scale); });
    return values;
  }

  Layer layer(uint32_t inputs, uint32_t outputs, uint32_t pieces) {
    constexpr float kScale = 0.25F;
    return pack_layer(
        arena_, inputs, outputs, pieces, [&](size_t, size_t, size_t) { return random_(kScale); },
        [&](size_t, size_t) { return random_(kScale); });
  }

  MaxoutLayer maxout(uint32_t inputs, uint32_t width) {
    constexpr uint32_t kPieces = 3;
    MaxoutLayer made;
    made.product = layer(inputs, width, kPieces);
    made.gain = randoms(width, 1.0F);
    made.shift = randoms(width, 0.1F);
    return made;
  }

  Encoder encoder(uint32_t width, const std::vector<Feature>& features) {
    constexpr uint32_t kFirstSeed = 8;
    constexpr uint32_t kRows = 53;
    Encoder made;
    made.width = width;
    for (const Feature feature : features) {
      const uint32_t rows = kRows - static_cast<uint32_t>(made.tables.size());
      made.tables.push_back(
          {feature, kFirstSeed + static_cast<uint32_t>(made.tables.size()), rows, randoms(size_t{rows} * width, 0.5F)});
    }
    if (shape_.has_vectors) made.static_rows = randoms(size_t{draft_.vector_rows} * width, 0.5F);
    const auto parts = static_cast<uint32_t>(features.size()) + (shape_.has_vectors ? 1 : 0);
    made.mix = maxout(parts * width, width);
    for (uint32_t i = 0; i < shape_.depth; ++i) made.convolutions.push_back(maxout(3 * width, width));
    return made;
  }

  TransitionModel transitions(uint32_t width, uint32_t features, std::vector<Move> moves) {
    TransitionModel made;
    made.features = features;
    made.units = shape_.units;
    made.moves = std::move(moves);
    const uint32_t state = made.pieces * made.units;
    made.hidden = layer(width, made.units, 1);
    made.lower = pack_layer(
        arena_, made.units, features * state, 1, [&](size_t, size_t, size_t) { return random_(0.25F); },
        [](size_t, size_t) { return 0.0F; });
    made.lower_bias = randoms(state, 0.25F);
    made.padding = randoms(size_t{features} * state, 0.25F);
    made.upper = layer(made.units, static_cast<uint32_t>(made.moves.size()), 1);
    return made;
  }

  // Actions as arc_eager.h numbers them: shift, reduce, left, right, break.
  void make_parser() {
    constexpr uint8_t kLeft = 2;
    constexpr uint8_t kRight = 3;
    std::vector<Move> moves{{0, 0}, {1, 0}};
    for (const char* name : {"nsubj", "prep", "punct", "dep"}) moves.push_back({kLeft, label(name)});
    for (const char* name : {"dobj", "prep", "pobj", "pobj||prep", "punct", "dep"})
      moves.push_back({kRight, label(name)});
    moves.push_back({4, label("ROOT")});
    draft_.data.parser = transitions(shape_.width, kArcFeatures, std::move(moves));
  }

  // Actions as biluo.h numbers them: missing, begin, in, last, unit, out.
  void make_entities() {
    constexpr uint8_t kBegin = 1;
    constexpr uint8_t kUnit = 4;
    constexpr uint8_t kOut = 5;
    std::vector<Move> moves;
    for (uint8_t action = kBegin; action <= kUnit; ++action) {
      for (const char* name : {"PERSON", "GPE", "ORG"}) moves.push_back({action, label(name)});
    }
    moves.push_back({kUnit, 0});
    moves.push_back({kOut, 0});
    draft_.data.entities = transitions(shape_.own_width, kEntityFeatures, std::move(moves));
  }

  void make_vectors() {
    if (!shape_.has_vectors) return;
    std::map<uint64_t, uint32_t> rows;
    for (const char* word : {"the", "rocket", "Kim", "met", "."}) {
      rows.emplace(string_id(word), static_cast<uint32_t>(rows.size()));
    }
    std::vector<uint64_t> ids;
    std::vector<uint32_t> numbers;
    for (const auto& [id, row] : rows) {
      ids.push_back(id);
      numbers.push_back(row);
    }
    draft_.vector_rows = static_cast<uint32_t>(rows.size());
    draft_.data.vectors = {arena_.ids(std::move(ids)), arena_.numbers(std::move(numbers))};
  }

  void make_tokenizer() {
    TokenizerRules& rules = draft_.data.tokenizer;
    rules.prefix = R"(^\(|^"|^\$)";
    rules.suffix = R"(\)$|"$|,$|\.$|'s$)";
    rules.infix = R"((?<=[a-z])-(?=[a-z])|\.\.+)";
    rules.url = R"((?u)^https?://\S+$)";
    rules.exceptions = {{":)", {{":)", ""}}}, {"don't", {{"do", ""}, {"n't", "not"}}}};
  }

  void make_norms() {
    std::map<uint64_t, std::string_view> norms{{string_id("cos"), "because"}, {string_id("dont"), "do not"}};
    std::vector<uint64_t> ids;
    StringTableBuilder texts;
    for (const auto& [id, norm] : norms) {
      ids.push_back(id);
      texts.add(norm);
    }
    draft_.data.norms = {arena_.ids(std::move(ids)), arena_.strings(std::move(texts))};
  }

  AttributeRule tag_rule(std::string_view tag, std::string_view pos, std::string_view morph) {
    AttributeRule rule;
    rule.patterns = {{{{TokenAttribute::kTag, TokenOperator::kEquals, {tag}}}}};
    rule.pos = label(pos);
    rule.morph = label(morph);
    return rule;
  }

  void make_rules() {
    auto& rules = draft_.data.attribute_rules;
    rules.push_back(tag_rule("NN", "NOUN", "Number=Sing"));
    rules.push_back(tag_rule("VB", "VERB", "VerbForm=Fin"));
    rules.push_back(tag_rule("IN", "ADP", ""));
    rules.push_back(tag_rule(".", "PUNCT", "PunctType=Peri"));
    AttributeRule negation;
    negation.patterns = {{{{TokenAttribute::kLower, TokenOperator::kIn, {"do", "does"}}},
                          {{TokenAttribute::kLower, TokenOperator::kRegex, {"^n'?t$"}}}}};
    negation.index = 1;
    negation.lemma = "not";
    rules.push_back(std::move(negation));
    AttributeRule space = tag_rule("_SP", "SPACE", "");
    space.patterns = {{{{TokenAttribute::kIsSpace, TokenOperator::kEquals, {"1"}},
                        {TokenAttribute::kDependency, TokenOperator::kNotIn, {""}}}}};
    space.tag = label("_SP");
    space.dependency = label("dep");
    rules.push_back(std::move(space));
  }

  StringTable strings(const std::vector<std::string_view>& items) {
    StringTableBuilder builder;
    for (const std::string_view item : items) builder.add(item);
    return arena_.strings(std::move(builder));
  }

  void make_lemmas() {
    LemmaTable noun;
    noun.pos = "noun";
    noun.suffixes = {{"s", ""}, {"men", "man"}};
    noun.index = strings({"man", "rocket"});
    noun.exception_forms = strings({"mice"});
    noun.exception_begins = arena_.numbers({0, 1});
    noun.exception_lemmas = strings({"mouse"});
    LemmaTable verb;
    verb.pos = "verb";
    verb.suffixes = {{"ed", "e"}, {"ed", ""}, {"ing", ""}};
    verb.index = strings({"launch", "meet"});
    verb.exception_forms = strings({"met"});
    verb.exception_begins = arena_.numbers({0, 1});
    verb.exception_lemmas = strings({"meet"});
    draft_.data.lemma_tables = {noun, verb};
  }

  const TinyModelShape& shape_;
  ModelDraft& draft_;
  ModelArena& arena_;
  Random random_;
};

// Bytes at an address that suits a model, kept for as long as the program runs.
inline std::string_view kept_aligned(const std::string& bytes, ModelArena& arena) {
  float* const copy = arena.floats(bytes.size() / sizeof(float) + 1);
  std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(copy));
  return {reinterpret_cast<const char*>(copy), bytes.size()};
}

}  // namespace tiny

/// Tags NN, VB, IN, '.', '_SP'; dependencies nsubj, dobj, prep, pobj, "pobj||prep", punct, dep and ROOT; entities
/// PERSON, GPE, ORG. Exceptions "don't" and ":)"; norms of "cos" and "dont"; lemmas of nouns and verbs.
inline std::unique_ptr<ModelDraft> make_tiny_draft(const TinyModelShape& shape = {}) {
  auto draft = std::make_unique<ModelDraft>();
  tiny::TinyModelMaker(shape, *draft).make();
  return draft;
}

/// The draft as the bytes of a model file, aligned to 64; they live as long as the program and are the same each time.
inline std::string_view tiny_model_bytes(bool has_vectors = false) {
  static ModelArena arena;
  static const auto make = [](bool with) {
    TinyModelShape shape;
    shape.has_vectors = with;
    return tiny::kept_aligned(write_model(*make_tiny_draft(shape)), arena);
  };
  static const std::array<std::string_view, 2> kept{make(false), make(true)};
  return kept[has_vectors ? 1 : 0];
}

/// The same, opened; lives as long as the program.
inline std::shared_ptr<const ModelFile> tiny_model(bool has_vectors = false) {
  const auto opened = ModelFile::view(tiny_model_bytes(has_vectors), "tiny");
  return opened ? *opened : nullptr;
}

}  // namespace vedette::language
