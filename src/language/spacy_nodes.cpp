#include "language/spacy_nodes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstring>

#include "language/msgpack.h"

namespace vedette::language {
namespace {

constexpr size_t kMaxNodes = 4096;
constexpr size_t kMaxDimensions = 8;

// The product of the lengths, times four, is the size of the data. Each length is held against it before it is
// multiplied, so that nothing overflows.
bool fits(const SpacyArray& array) {
  const uint64_t most = array.bytes.size() / sizeof(float);
  uint64_t count = 1;
  for (const uint64_t length : array.shape) {
    if (length != 0 && count > most / length) return false;
    count *= length;
  }
  return count * sizeof(float) == array.bytes.size();
}

// {b"nd": true, b"type": "<f4", b"kind": b"", b"shape": [..], b"data": ..}
SpacyArray read_array(MsgpackReader& in) {
  SpacyArray array;
  std::string_view type;
  for (uint32_t left = in.map(); left > 0 && in.ok(); --left) {
    const std::string_view key = in.text();
    if (key == "type") {
      type = in.text();
    } else if (key == "shape") {
      const uint32_t dimensions = in.array();
      if (dimensions > kMaxDimensions) in.report("an array of too many dimensions");
      for (uint32_t i = 0; i < dimensions && in.ok(); ++i) array.shape.push_back(in.unsigned_number());
    } else if (key == "data") {
      array.bytes = in.text();
    } else {
      in.skip();
    }
  }
  if (type != "<f4") in.report("an array that is not of type <f4");
  if (in.ok() && !fits(array)) in.report("an array whose shape is not that of its data");
  return array;
}

// [{"index": 0, "name": "..", "dims": {..}, "refs": {name: index or nil}}, ..]
void read_nodes(MsgpackReader& in, std::vector<SpacyNode>& nodes) {
  const uint32_t count = in.array();
  if (count > kMaxNodes) in.report("too many nodes");
  for (uint32_t i = 0; i < count && in.ok(); ++i) {
    SpacyNode& node = nodes.emplace_back();
    node.index = i;
    for (uint32_t left = in.map(); left > 0 && in.ok(); --left) {
      const std::string_view key = in.text();
      if (key == "name") {
        node.name = in.text();
      } else if (key == "refs") {
        for (uint32_t more = in.map(); more > 0 && in.ok(); --more) {
          const std::string_view name = in.text();
          if (!in.nil()) node.references[name] = in.integer();
        }
      } else {
        in.skip();
      }
    }
  }
}

// One map a node; `read` takes the value of a key.
template <typename Read>
void read_of_each(MsgpackReader& in, std::vector<SpacyNode>& nodes, Read&& read) {
  const uint32_t count = in.array();
  if (in.ok() && count != nodes.size()) in.report("not one entry a node");
  for (uint32_t i = 0; i < count && in.ok(); ++i) {
    for (uint32_t left = in.map(); left > 0 && in.ok(); --left) {
      const std::string_view key = in.text();
      read(nodes[i], key);
    }
  }
}

std::string field_of(const SpacyNode& node, std::string_view part) {
  return fmt::format("node {} ({}).{}", node.index, node.name.size() > 40 ? "composed" : node.name, part);
}

}  // namespace

float SpacyArray::operator[](size_t i) const {
  float value = 0;
  std::memcpy(&value, bytes.data() + i * sizeof value, sizeof value);
  return value;
}

Result<SpacyNodes> SpacyNodes::parse(std::string bytes, const std::string& file) {
  SpacyNodes parsed;
  parsed.place_ = {file};
  parsed.bytes_ = std::make_unique<const std::string>(std::move(bytes));
  MsgpackReader in(*parsed.bytes_);
  for (uint32_t left = in.map(); left > 0 && in.ok(); --left) {
    const std::string_view key = in.text();
    if (key == "nodes") {
      read_nodes(in, parsed.nodes_);
    } else if (key == "attrs") {
      read_of_each(in, parsed.nodes_,
                   [&](SpacyNode& node, std::string_view name) { node.attributes[name] = in.text(); });
    } else if (key == "params") {
      read_of_each(in, parsed.nodes_, [&](SpacyNode& node, std::string_view name) {
        if (!in.nil()) node.weights[name] = read_array(in);
      });
    } else {
      in.skip();
    }
  }
  if (!in.ok()) return parsed.place_.damaged("", in.problem());
  if (parsed.nodes_.empty()) return parsed.place_.damaged("nodes", "the network is empty");
  return parsed;
}

std::vector<const SpacyNode*> SpacyNodes::named(std::string_view name) const {
  std::vector<const SpacyNode*> found;
  for (const SpacyNode& node : nodes_) {
    if (node.name == name) found.push_back(&node);
  }
  return found;
}

Result<const SpacyNode*> SpacyNodes::only(std::string_view name) const {
  const auto found = named(name);
  if (found.size() == 1) return found.front();
  return place_.unsupported(std::string(name), fmt::format("{} nodes of this name where one is due", found.size()));
}

Result<const SpacyNode*> SpacyNodes::referred(std::string_view reference, std::string_view kind) const {
  const auto& references = nodes_.front().references;
  const auto found = references.find(reference);
  if (found == references.end()) return place_.unsupported(std::string(reference), "the network has no such layer");
  if (found->second < 0 || found->second >= static_cast<int64_t>(nodes_.size())) {
    return place_.damaged(std::string(reference), "refers to no node");
  }
  const SpacyNode& node = nodes_[static_cast<size_t>(found->second)];
  if (node.name != kind) return place_.unsupported(std::string(reference), fmt::format("it is no {} layer", kind));
  return &node;
}

Result<SpacyArray> SpacyNodes::weights(const SpacyNode& node, std::string_view name,
                                       std::initializer_list<uint64_t> shape) const {
  const auto found = node.weights.find(name);
  if (found == node.weights.end()) return place_.damaged(field_of(node, name), "missing");
  const auto same = [](uint64_t wanted, uint64_t there) { return wanted == 0 || wanted == there; };
  const auto& there = found->second.shape;
  if (!std::equal(shape.begin(), shape.end(), there.begin(), there.end(), same)) {
    return place_.damaged(field_of(node, name), fmt::format("of shape {} where {} is due (0: any)", there, shape));
  }
  return found->second;
}

Result<std::string_view> SpacyNodes::attribute(const SpacyNode& node, std::string_view name) const {
  const auto found = node.attributes.find(name);
  if (found == node.attributes.end()) return place_.damaged(field_of(node, name), "missing");
  return found->second;
}

Result<uint32_t> SpacyNodes::number(const SpacyNode& node, std::string_view name) const {
  VEDETTE_ASSIGN_OR_RETURN(const auto bytes, attribute(node, name));
  MsgpackReader in(bytes);
  const uint64_t value = in.unsigned_number();
  if (!in.ok()) return place_.damaged(field_of(node, name), in.problem());
  if (value > UINT32_MAX) return place_.damaged(field_of(node, name), fmt::format("{} is too large", value));
  return static_cast<uint32_t>(value);
}

Result<bool> SpacyNodes::flag(const SpacyNode& node, std::string_view name) const {
  VEDETTE_ASSIGN_OR_RETURN(const auto bytes, attribute(node, name));
  MsgpackReader in(bytes);
  const bool value = in.boolean();
  if (!in.ok()) return place_.damaged(field_of(node, name), in.problem());
  return value;
}

Result<std::string> SpacyNodes::text(const SpacyNode& node, std::string_view name) const {
  VEDETTE_ASSIGN_OR_RETURN(const auto bytes, attribute(node, name));
  MsgpackReader in(bytes);
  const auto value = in.text();
  if (!in.ok()) return place_.damaged(field_of(node, name), in.problem());
  return std::string(value);
}

Result<std::vector<std::string>> SpacyNodes::texts(const SpacyNode& node, std::string_view name) const {
  VEDETTE_ASSIGN_OR_RETURN(const auto bytes, attribute(node, name));
  MsgpackReader in(bytes);
  std::vector<std::string> values;
  for (uint32_t left = in.array(); left > 0 && in.ok(); --left) values.emplace_back(in.text());
  if (!in.ok()) return place_.damaged(field_of(node, name), in.problem());
  return values;
}

}  // namespace vedette::language
