#include "language/spacy_transitions.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>

#include "language/layer_packing.h"
#include "language/msgpack.h"
#include "language/spacy_encoder.h"

namespace vedette::language {
namespace {

// A move with what decides its place.
struct CountedMove {
  uint8_t action = 0;
  int64_t frequency = 0;
  std::string label;
};

bool more_frequent(const CountedMove& a, const CountedMove& b) {
  return a.frequency != b.frequency ? a.frequency > b.frequency : a.label > b.label;
}

// Moves of negative frequency were added late and stand last, whatever their action.
bool stands_before(const CountedMove& a, const CountedMove& b) {
  const bool a_is_late = a.frequency < 0;
  const bool b_is_late = b.frequency < 0;
  if (a_is_late != b_is_late) return b_is_late;
  if (!a_is_late && a.action != b.action) return a.action < b.action;
  if (more_frequent(a, b)) return true;
  if (more_frequent(b, a)) return false;
  return a.action < b.action;
}

// {"<action>": {label: frequency}}
Result<std::vector<CountedMove>> parse_moves(std::string_view json, const SpacyPlace& place, size_t actions) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  simdjson::dom::object by_action;
  if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS ||
      root.get(by_action) != simdjson::SUCCESS) {
    return place.damaged("moves", "not a JSON object");
  }
  std::vector<CountedMove> moves;
  for (const auto& [key, value] : by_action) {
    if (key.size() != 1 || key[0] < '0' || static_cast<size_t>(key[0] - '0') >= actions) {
      return place.unsupported("moves", fmt::format("action {} is not known", key));
    }
    simdjson::dom::object by_label;
    if (value.get(by_label) != simdjson::SUCCESS) return place.damaged("moves", "an action without labels");
    for (const auto& [label, count] : by_label) {
      int64_t frequency = 0;
      if (count.get(frequency) != simdjson::SUCCESS) return place.damaged("moves", "a frequency that is no number");
      moves.push_back({static_cast<uint8_t>(key[0] - '0'), frequency, std::string(label)});
    }
  }
  return moves;
}

// Settings of which only one value is run.
Result<void> check_settings(const SpacyConfig& config, const std::string& section, std::string_view state_type) {
  VEDETTE_RETURN_IF_ERROR(config.expect(section, "@architectures", {"spacy.TransitionBasedParser.v2"}));
  VEDETTE_RETURN_IF_ERROR(config.expect(section, "state_type", {state_type}));
  VEDETTE_ASSIGN_OR_RETURN(const bool extra, config.flag(section, "extra_state_tokens"));
  VEDETTE_ASSIGN_OR_RETURN(const bool use_upper, config.flag(section, "use_upper"));
  if (extra) return config.place().unsupported(section + ".extra_state_tokens", "true where this program has false");
  if (!use_upper) return config.place().unsupported(section + ".use_upper", "false where this program has true");
  return {};
}

// The file */cfg, which has the settings that may differ from one load to the next.
Result<void> check_cfg(SpacyFiles& files, const std::string& component) {
  const std::string name = component + "/cfg";
  const SpacyPlace place{files.place(name)};
  VEDETTE_ASSIGN_OR_RETURN(const std::string text, files.read(name));
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (parser.parse(text).get(root) != simdjson::SUCCESS) return place.damaged("", "not valid JSON");
  int64_t beam_width = 1;
  bool learn_tokens = false;
  if (root.at_key("beam_width").get(beam_width) == simdjson::INCORRECT_TYPE) {
    return place.damaged("beam_width", "not a number");
  }
  if (root.at_key("learn_tokens").get(learn_tokens) == simdjson::INCORRECT_TYPE) {
    return place.damaged("learn_tokens", "neither true nor false");
  }
  if (beam_width != 1) return place.unsupported("beam_width", fmt::format("{} where this program has 1", beam_width));
  if (learn_tokens) return place.unsupported("learn_tokens", "true where this program has false");
  return {};
}

// The linear layer between encoder and lower layer: the one that is not the upper.
Result<const SpacyNode*> find_hidden(const SpacyNodes& nodes, const SpacyNode& upper) {
  auto linear = nodes.named("linear");
  std::erase(linear, &upper);
  if (linear.size() == 1) return linear.front();
  return nodes.place().unsupported("linear",
                                   fmt::format("{} layers besides the upper where one is due", linear.size()));
}

Result<void> read_lower(const SpacyNodes& nodes, const SpacyNode& node, ModelArena& arena, TransitionModel& model) {
  const size_t units = model.units;
  const size_t pieces = model.pieces;
  const size_t state = units * pieces;
  VEDETTE_ASSIGN_OR_RETURN(const SpacyArray weights, nodes.weights(node, "W", {model.features, units, pieces, units}));
  VEDETTE_ASSIGN_OR_RETURN(const SpacyArray bias, nodes.weights(node, "b", {units, pieces}));
  VEDETTE_ASSIGN_OR_RETURN(const SpacyArray padding, nodes.weights(node, "pad", {1, model.features, units, pieces}));
  // Ours is [feature][piece][unit], theirs [feature][unit][piece].
  const auto theirs = [&](size_t ours) { return ours / state * state + ours % units * pieces + ours % state / units; };
  const auto outputs = static_cast<uint32_t>(model.features * state);
  model.lower = pack_layer(
      arena, model.units, outputs, 1, [&](size_t o, size_t, size_t i) { return weights[theirs(o) * units + i]; },
      [](size_t, size_t) { return 0.0F; });
  float* const lower_bias = arena.floats(state);
  for (size_t i = 0; i < state; ++i) lower_bias[i] = bias[theirs(i)];
  float* const pad = arena.floats(outputs);
  for (size_t i = 0; i < outputs; ++i) pad[i] = padding[theirs(i)];
  model.lower_bias = lower_bias;
  model.padding = pad;
  return {};
}

Result<void> read_layers(const SpacyNodes& nodes, uint32_t width, ModelArena& arena, TransitionModel& model) {
  VEDETTE_ASSIGN_OR_RETURN(const SpacyNode* const lower, nodes.referred("lower", "precomputable_affine"));
  VEDETTE_ASSIGN_OR_RETURN(const SpacyNode* const upper, nodes.referred("upper", "linear"));
  VEDETTE_ASSIGN_OR_RETURN(const SpacyNode* const hidden, find_hidden(nodes, *upper));
  VEDETTE_ASSIGN_OR_RETURN(model.hidden, read_spacy_linear(nodes, *hidden, width, model.units, arena));
  VEDETTE_RETURN_IF_ERROR(read_lower(nodes, *lower, arena, model));
  const auto moves = static_cast<uint32_t>(model.moves.size());
  VEDETTE_ASSIGN_OR_RETURN(model.upper, read_spacy_linear(nodes, *upper, model.units, moves, arena));
  return {};
}

}  // namespace

Result<std::vector<Move>> read_spacy_moves(std::string_view bytes, const SpacyPlace& place, size_t actions,
                                           LabelTable& labels) {
  MsgpackReader in(bytes);
  std::string_view json;
  for (uint32_t left = in.map(); left > 0 && in.ok(); --left) {
    if (in.text() == "moves") {
      json = in.text();
    } else {
      in.skip();
    }
  }
  if (!in.ok()) return place.damaged("", in.problem());
  if (json.empty()) return place.damaged("moves", "missing");
  VEDETTE_ASSIGN_OR_RETURN(auto counted, parse_moves(json, place, actions));
  std::sort(counted.begin(), counted.end(), stands_before);
  std::vector<Move> moves;
  for (const CountedMove& move : counted) moves.push_back({move.action, labels.number(move.label)});
  if (moves.empty() || moves.size() > UINT16_MAX) return place.damaged("moves", "none, or too many");
  return moves;
}

Result<TransitionModel> read_spacy_transitions(SpacyFiles& files, const SpacyConfig& config,
                                               const std::string& component, const TransitionKind& kind,
                                               const SpacyNodes& nodes, uint32_t width, ModelDraft& draft) {
  const std::string section = "components." + component + ".model";
  VEDETTE_RETURN_IF_ERROR(check_settings(config, section, kind.state_type));
  VEDETTE_RETURN_IF_ERROR(check_cfg(files, component));
  TransitionModel model;
  model.features = kind.features;
  VEDETTE_ASSIGN_OR_RETURN(model.units, config.number(section, "hidden_width"));
  VEDETTE_ASSIGN_OR_RETURN(model.pieces, config.number(section, "maxout_pieces"));
  if (model.units == 0 || model.units % kLanes != 0) {
    return config.place().unsupported(section + ".hidden_width",
                                      fmt::format("{} is not a multiple of {}", model.units, kLanes));
  }
  const std::string name = component + "/moves";
  VEDETTE_ASSIGN_OR_RETURN(const std::string moves, files.read(name));
  VEDETTE_ASSIGN_OR_RETURN(model.moves, read_spacy_moves(moves, {files.place(name)}, kind.actions, draft.labels));
  VEDETTE_RETURN_IF_ERROR(read_layers(nodes, width, draft.arena, model));
  return model;
}

}  // namespace vedette::language
