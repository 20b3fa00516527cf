#include "language/spacy_encoder.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "language/layer_packing.h"

namespace vedette::language {
namespace {

struct EncoderSettings {
  uint32_t width = 0;
  uint32_t depth = 0;
  uint32_t pieces = 0;
  std::vector<std::string> features;
  std::vector<uint32_t> rows;
  bool has_vectors = false;
};

std::optional<Feature> feature_of(std::string_view name) {
  if (name == "NORM") return Feature::kNorm;
  if (name == "PREFIX") return Feature::kPrefix;
  if (name == "SUFFIX") return Feature::kSuffix;
  if (name == "SHAPE") return Feature::kShape;
  if (name == "SPACY") return Feature::kSpacy;
  if (name == "IS_SPACE") return Feature::kIsSpace;
  return std::nullopt;
}

Result<EncoderSettings> read_settings(const SpacyConfig& config, const std::string& section) {
  const std::string embed = section + ".embed";
  const std::string encode = section + ".encode";
  VEDETTE_RETURN_IF_ERROR(config.expect(section, "@architectures", {"spacy.Tok2Vec.v2", "spacy.Tok2Vec.v1"}));
  VEDETTE_RETURN_IF_ERROR(config.expect(embed, "@architectures", {"spacy.MultiHashEmbed.v2"}));
  VEDETTE_RETURN_IF_ERROR(config.expect(encode, "@architectures", {"spacy.MaxoutWindowEncoder.v2"}));
  EncoderSettings settings;
  VEDETTE_ASSIGN_OR_RETURN(settings.width, config.number(encode, "width"));
  VEDETTE_ASSIGN_OR_RETURN(const uint32_t embed_width, config.number(embed, "width"));
  VEDETTE_ASSIGN_OR_RETURN(settings.depth, config.number(encode, "depth"));
  VEDETTE_ASSIGN_OR_RETURN(const uint32_t window, config.number(encode, "window_size"));
  VEDETTE_ASSIGN_OR_RETURN(settings.pieces, config.number(encode, "maxout_pieces"));
  VEDETTE_ASSIGN_OR_RETURN(settings.features, config.texts(embed, "attrs"));
  VEDETTE_ASSIGN_OR_RETURN(settings.rows, config.numbers(embed, "rows"));
  VEDETTE_ASSIGN_OR_RETURN(settings.has_vectors, config.flag(embed, "include_static_vectors"));
  const SpacyPlace& place = config.place();
  if (window != 1)
    return place.unsupported(encode + ".window_size", fmt::format("{} where this program has 1", window));
  if (embed_width != settings.width) return place.unsupported(embed + ".width", "not that of the encoder");
  if (settings.width == 0 || settings.width % kLanes != 0) {
    return place.unsupported(encode + ".width", fmt::format("{} is not a multiple of {}", settings.width, kLanes));
  }
  if (settings.pieces == 0 || settings.pieces > kMostPieces) {
    return place.unsupported(encode + ".maxout_pieces",
                             fmt::format("{} where this program has 1 to {}", settings.pieces, kMostPieces));
  }
  if (settings.features.empty() || settings.rows.size() != settings.features.size()) {
    return place.damaged(embed + ".rows", "not one number a feature");
  }
  return settings;
}

const float* keep(const SpacyArray& array, ModelArena& arena) {
  float* const kept = arena.floats(array.size());
  for (size_t i = 0; i < array.size(); ++i) kept[i] = array[i];
  return kept;
}

// The network's own word on what the settings said.
Result<void> check_network(const SpacyNodes& nodes, const EncoderSettings& settings) {
  VEDETTE_ASSIGN_OR_RETURN(const SpacyNode* const extract, nodes.only("extract_features"));
  VEDETTE_ASSIGN_OR_RETURN(const auto columns, nodes.texts(*extract, "columns"));
  if (columns != settings.features) return nodes.place().damaged("columns", "not the features of config.cfg");
  const auto windows = nodes.named("expand_window");
  if (windows.size() != settings.depth) return nodes.place().damaged("expand_window", "not as many as config.cfg says");
  for (const SpacyNode* const node : windows) {
    VEDETTE_ASSIGN_OR_RETURN(const uint32_t window, nodes.number(*node, "window_size"));
    if (window != 1)
      return nodes.place().unsupported("window_size", fmt::format("{} where this program has 1", window));
  }
  return {};
}

Result<std::vector<EmbeddingTable>> read_tables(const SpacyNodes& nodes, const EncoderSettings& settings,
                                                const SpacyPlace& config, ModelArena& arena) {
  std::vector<EmbeddingTable> tables(settings.features.size());
  const auto embeds = nodes.named("hashembed");
  if (embeds.size() != tables.size()) return nodes.place().damaged("hashembed", "not one a feature");
  for (const SpacyNode* const node : embeds) {
    VEDETTE_ASSIGN_OR_RETURN(const uint32_t column, nodes.number(*node, "column"));
    if (column >= tables.size() || tables[column].values != nullptr) {
      return nodes.place().damaged("column", fmt::format("feature {} twice or beyond the last", column));
    }
    EmbeddingTable& table = tables[column];
    const auto feature = feature_of(settings.features[column]);
    if (!feature) return config.unsupported("attrs", fmt::format("feature {} is not known", settings.features[column]));
    table.feature = *feature;
    table.rows = settings.rows[column];
    VEDETTE_ASSIGN_OR_RETURN(table.seed, nodes.number(*node, "seed"));
    VEDETTE_ASSIGN_OR_RETURN(const SpacyArray values, nodes.weights(*node, "E", {table.rows, settings.width}));
    if (table.rows == 0) return config.damaged("rows", "a feature without rows");
    table.values = keep(values, arena);
  }
  return tables;
}

Result<MaxoutLayer> read_maxout(const SpacyNodes& nodes, const SpacyNode& maxout, const SpacyNode& norm,
                                uint32_t inputs, const EncoderSettings& settings, ModelArena& arena) {
  const uint32_t width = settings.width;
  const uint32_t pieces = settings.pieces;
  VEDETTE_ASSIGN_OR_RETURN(const SpacyArray weights, nodes.weights(maxout, "W", {width, pieces, inputs}));
  VEDETTE_ASSIGN_OR_RETURN(const SpacyArray bias, nodes.weights(maxout, "b", {width, pieces}));
  VEDETTE_ASSIGN_OR_RETURN(const SpacyArray gain, nodes.weights(norm, "G", {width}));
  VEDETTE_ASSIGN_OR_RETURN(const SpacyArray shift, nodes.weights(norm, "b", {width}));
  MaxoutLayer layer;
  layer.product = pack_layer(
      arena, inputs, width, pieces,
      [&](size_t o, size_t p, size_t i) { return weights[(o * pieces + p) * inputs + i]; },
      [&](size_t o, size_t p) { return bias[o * pieces + p]; });
  layer.gain = keep(gain, arena);
  layer.shift = keep(shift, arena);
  return layer;
}

uint64_t inputs_of(const SpacyNode& maxout) {
  const auto found = maxout.weights.find("W");
  return found == maxout.weights.end() || found->second.shape.size() != 3 ? 0 : found->second.shape[2];
}

// Which of the maxout layers is the mix: the one of other inputs than the convolutions', or the first, which stands
// less deep in the network.
size_t find_mix(const std::vector<const SpacyNode*>& maxouts, uint32_t width) {
  for (size_t i = 0; i < maxouts.size(); ++i) {
    if (inputs_of(*maxouts[i]) != uint64_t{3} * width) return i;
  }
  return 0;
}

Result<void> read_layers(const SpacyNodes& nodes, const EncoderSettings& settings, uint32_t mix_inputs,
                         Encoder& encoder, ModelArena& arena) {
  const auto maxouts = nodes.named("maxout");
  const auto norms = nodes.named("layernorm");
  if (maxouts.size() != size_t{settings.depth} + 1 || norms.size() != maxouts.size()) {
    return nodes.place().damaged("maxout", "not as many layers as config.cfg says");
  }
  const size_t mix = find_mix(maxouts, settings.width);
  for (size_t i = 0; i < maxouts.size(); ++i) {
    const uint32_t inputs = i == mix ? mix_inputs : 3 * settings.width;
    VEDETTE_ASSIGN_OR_RETURN(auto layer, read_maxout(nodes, *maxouts[i], *norms[i], inputs, settings, arena));
    if (i == mix) {
      encoder.mix = layer;
    } else {
      encoder.convolutions.push_back(layer);
    }
  }
  return {};
}

}  // namespace

Result<Encoder> read_spacy_encoder(const SpacyConfig& config, const std::string& section, const SpacyNodes& nodes,
                                   const SpacyVectors* vectors, ModelArena& arena) {
  VEDETTE_ASSIGN_OR_RETURN(const EncoderSettings settings, read_settings(config, section));
  VEDETTE_RETURN_IF_ERROR(check_network(nodes, settings));
  Encoder encoder;
  encoder.width = settings.width;
  VEDETTE_ASSIGN_OR_RETURN(encoder.tables, read_tables(nodes, settings, config.place(), arena));
  auto parts = static_cast<uint32_t>(encoder.tables.size());
  if (settings.has_vectors) {
    if (vectors == nullptr || vectors->row_count() == 0) {
      return config.place().damaged(section + ".embed.include_static_vectors", "true, but the package has no vectors");
    }
    VEDETTE_ASSIGN_OR_RETURN(const SpacyNode* const node, nodes.only("static_vectors"));
    VEDETTE_ASSIGN_OR_RETURN(const std::string key, nodes.text(*node, "key_attr"));
    if (key != "ORTH") return nodes.place().unsupported("key_attr", fmt::format("{} where this program has ORTH", key));
    VEDETTE_ASSIGN_OR_RETURN(const SpacyArray weights, nodes.weights(*node, "W", {settings.width, vectors->width()}));
    encoder.static_rows = fold_vectors(arena, *vectors, weights, settings.width);
    ++parts;
  }
  VEDETTE_RETURN_IF_ERROR(read_layers(nodes, settings, parts * settings.width, encoder, arena));
  return encoder;
}

Result<Layer> read_spacy_linear(const SpacyNodes& nodes, const SpacyNode& node, uint32_t inputs, uint32_t outputs,
                                ModelArena& arena) {
  VEDETTE_ASSIGN_OR_RETURN(const SpacyArray weights, nodes.weights(node, "W", {outputs, inputs}));
  VEDETTE_ASSIGN_OR_RETURN(const SpacyArray bias, nodes.weights(node, "b", {weights.shape[0]}));
  if (weights.shape[0] == 0 || weights.shape[0] > UINT16_MAX)
    return nodes.place().damaged("W", "none or too many outputs");
  return pack_layer(
      arena, inputs, static_cast<uint32_t>(weights.shape[0]), 1,
      [&](size_t o, size_t, size_t i) { return weights[o * inputs + i]; }, [&](size_t o, size_t) { return bias[o]; });
}

}  // namespace vedette::language
