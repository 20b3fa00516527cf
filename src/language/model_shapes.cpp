#include "language/model_shapes.h"

#include <algorithm>

#include "language/arc_eager.h"
#include "language/biluo.h"
#include "language/model_sections.h"

namespace vedette::language {
namespace {

// Bounds on what a file may claim; the largest published English models stay far below them.
constexpr uint32_t kMaxWidth = 1024;
constexpr uint32_t kMaxTables = 16;
constexpr uint32_t kMaxRows = 1u << 24;
constexpr uint32_t kMaxDepth = 32;
constexpr uint32_t kMaxHiddenPieces = 8;
constexpr uint32_t kMaxOutputs = 65535;

void encode_encoder(std::string& out, const Encoder& encoder) {
  put_varint(out, encoder.width);
  put_varint(out, encoder.tables.size());
  for (const EmbeddingTable& table : encoder.tables) {
    put_varint(out, static_cast<uint8_t>(table.feature));
    put_varint(out, table.seed);
    put_varint(out, table.rows);
  }
  put_varint(out, encoder.mix.product.pieces);
  put_varint(out, encoder.convolutions.size());
  for (const MaxoutLayer& layer : encoder.convolutions) put_varint(out, layer.product.pieces);
}

void encode_transitions(std::string& out, const TransitionModel& model) {
  put_varint(out, model.features);
  put_varint(out, model.units);
  put_varint(out, model.pieces);
  put_varint(out, model.moves.size());
  for (const Move& move : model.moves) {
    put_varint(out, move.action);
    put_varint(out, move.label);
  }
}

// Reads numbers and remembers whether each was within its bounds.
class ShapeReader {
 public:
  ShapeReader(std::string_view section, const std::string& file) : reader_(section), file_(file) {}

  uint32_t number(uint64_t least, uint64_t most, std::string_view what) {
    const uint64_t value = reader_.varint();
    if (!reader_.ok() || value < least || value > most) {
      if (problem_.empty()) problem_ = fmt::format("{} is {}", what, reader_.ok() ? std::to_string(value) : "cut off");
      return static_cast<uint32_t>(least);
    }
    return static_cast<uint32_t>(value);
  }
  uint32_t multiple_of_lanes(std::string_view what) {
    const uint32_t value = number(kLanes, kMaxWidth, what);
    if (value % kLanes != 0 && problem_.empty()) problem_ = fmt::format("{} is {}", what, value);
    return value;
  }
  Result<void> finish() const {
    if (!problem_.empty()) return damaged_model(file_, problem_);
    if (!reader_.at_end()) return damaged_model(file_, "section shapes is longer than it should be");
    return {};
  }

 private:
  ByteReader reader_;
  const std::string& file_;
  std::string problem_;
};

void decode_encoder(ShapeReader& in, Encoder& encoder, uint32_t vector_rows) {
  encoder.width = in.multiple_of_lanes("width of an encoder");
  encoder.tables.resize(in.number(1, kMaxTables, "number of embedding tables"));
  for (EmbeddingTable& table : encoder.tables) {
    table.feature = static_cast<Feature>(in.number(0, static_cast<uint8_t>(Feature::kIsSpace), "feature"));
    table.seed = in.number(0, UINT32_MAX, "seed");
    table.rows = in.number(1, kMaxRows, "rows of an embedding table");
  }
  encoder.mix.product.pieces = in.number(1, kMostPieces, "pieces of a layer");
  encoder.convolutions.resize(in.number(0, kMaxDepth, "depth of an encoder"));
  for (MaxoutLayer& layer : encoder.convolutions) {
    layer.product.pieces = in.number(1, kMostPieces, "pieces of a layer");
  }
  derive_sizes(encoder, vector_rows);
}

void decode_transitions(ShapeReader& in, TransitionModel& model, uint32_t width, size_t label_count, uint32_t features,
                        size_t actions) {
  model.features = in.number(features, features, "number of features of a transition model");
  model.units = in.multiple_of_lanes("units of a transition model");
  model.pieces = in.number(1, kMaxHiddenPieces, "pieces of a transition model");
  model.moves.resize(in.number(1, kMaxOutputs, "number of moves"));
  for (Move& move : model.moves) {
    move.action = static_cast<uint8_t>(in.number(0, actions - 1, "action of a move"));
    move.label = static_cast<uint16_t>(in.number(0, label_count - 1, "label of a move"));
  }
  derive_sizes(model, width);
}

}  // namespace

std::string encode_shapes(const ModelData& data, uint32_t vector_rows) {
  std::string out;
  put_varint(out, vector_rows);
  encode_encoder(out, data.shared);
  encode_encoder(out, data.own);
  put_varint(out, data.tags.size());
  for (const uint16_t tag : data.tags) put_varint(out, tag);
  encode_transitions(out, data.parser);
  encode_transitions(out, data.entities);
  return out;
}

Result<uint32_t> decode_shapes(std::string_view section, size_t label_count, const std::string& file, ModelData& data) {
  ShapeReader in(section, file);
  const uint32_t vector_rows = in.number(0, kMaxRows, "rows of static vectors");
  decode_encoder(in, data.shared, vector_rows);
  decode_encoder(in, data.own, vector_rows);
  data.tags.resize(in.number(1, kMaxOutputs, "number of tags"));
  for (uint16_t& tag : data.tags) tag = static_cast<uint16_t>(in.number(0, label_count - 1, "label of a tag"));
  data.tagger = {data.shared.width, static_cast<uint32_t>(data.tags.size())};
  decode_transitions(in, data.parser, data.shared.width, label_count, kArcFeatures, kArcActions);
  decode_transitions(in, data.entities, data.own.width, label_count, kEntityFeatures, kEntityActions);
  VEDETTE_RETURN_IF_ERROR(in.finish());
  return vector_rows;
}

void derive_sizes(Encoder& encoder, uint32_t vector_rows) {
  const auto parts = static_cast<uint32_t>(encoder.tables.size() + (vector_rows > 0 ? 1 : 0));
  encoder.mix.product.inputs = encoder.width * parts;
  encoder.mix.product.outputs = encoder.width;
  for (MaxoutLayer& layer : encoder.convolutions) {
    layer.product.inputs = 3 * encoder.width;
    layer.product.outputs = encoder.width;
  }
}

void derive_sizes(TransitionModel& model, uint32_t width) {
  model.hidden.inputs = width;
  model.hidden.outputs = model.units;
  model.lower.inputs = model.units;
  model.lower.outputs = model.features * model.pieces * model.units;
  model.upper.inputs = model.units;
  model.upper.outputs = static_cast<uint32_t>(model.moves.size());
}

size_t weight_count(const Layer& layer) {
  return size_t{layer.blocks()} * layer.inputs * layer.pieces * kLanes;
}

size_t bias_count(const Layer& layer) {
  return size_t{layer.blocks()} * layer.pieces * kLanes;
}

}  // namespace vedette::language
