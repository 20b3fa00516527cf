// The numbers that say what a model's float arrays are, and the order of those arrays. Writer and reader walk the
// arrays by the same functions, so that the order is stated once.
#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/error.h"
#include "language/model_data.h"

namespace vedette::language {

/// The shapes of all layers, moves and tags of `data`, as docs/formats/model.md has them. `vector_rows` is the number
/// of rows of static vectors; 0: none.
std::string encode_shapes(const ModelData& data, uint32_t vector_rows);

/// Fills everything of encoders, tagger and transition models but the arrays, and gives the number of rows of static
/// vectors. All sizes are within bounds and fit one another, and labels are below `label_count`; `file` is for
/// messages.
Result<uint32_t> decode_shapes(std::string_view section, size_t label_count, const std::string& file, ModelData& data);

/// Sets the sizes of layers that follow from the rest: those of `mix` and `convolutions`, whose pieces are set.
void derive_sizes(Encoder& encoder, uint32_t vector_rows);
/// The same for hidden, lower and upper, given features, units, pieces and moves.
void derive_sizes(TransitionModel& model, uint32_t width);

size_t weight_count(const Layer& layer);
size_t bias_count(const Layer& layer);

template <typename T, typename Plain>
concept MaybeConst = std::same_as<std::remove_const_t<T>, Plain>;

/// visit(pointer, count) for each array in the order in which they are written.
template <MaybeConst<Layer> T, typename Visit>
void visit_arrays(T& layer, Visit&& visit) {
  visit(layer.weights, weight_count(layer));
  visit(layer.bias, bias_count(layer));
}

template <MaybeConst<MaxoutLayer> T, typename Visit>
void visit_arrays(T& layer, Visit&& visit) {
  visit_arrays(layer.product, visit);
  visit(layer.gain, size_t{layer.product.outputs});
  visit(layer.shift, size_t{layer.product.outputs});
}

template <MaybeConst<Encoder> T, typename Visit>
void visit_arrays(T& encoder, size_t vector_rows, Visit&& visit) {
  for (auto& table : encoder.tables) visit(table.values, size_t{table.rows} * encoder.width);
  if (vector_rows > 0) visit(encoder.static_rows, vector_rows * encoder.width);
  visit_arrays(encoder.mix, visit);
  for (auto& layer : encoder.convolutions) visit_arrays(layer, visit);
}

template <MaybeConst<TransitionModel> T, typename Visit>
void visit_arrays(T& model, Visit&& visit) {
  const size_t state = size_t{model.pieces} * model.units;
  visit_arrays(model.hidden, visit);
  visit_arrays(model.lower, visit);
  visit(model.lower_bias, state);
  visit(model.padding, model.features * state);
  visit_arrays(model.upper, visit);
}

}  // namespace vedette::language
