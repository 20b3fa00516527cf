// The network of a component (files */model of a spaCy package): layers in breadth-first order with their attributes
// and weights, as thinc writes them in MessagePack.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "language/spacy_place.h"

namespace vedette::language {

/// An array of little-endian floats, last dimension fastest; it need not be aligned.
struct SpacyArray {
  std::vector<uint64_t> shape;
  std::string_view bytes;

  size_t size() const { return bytes.size() / sizeof(float); }
  float operator[](size_t i) const;
};

struct SpacyNode {
  uint32_t index = 0;
  std::string_view name;
  std::map<std::string_view, int64_t> references;           ///< to nodes by index
  std::map<std::string_view, std::string_view> attributes;  ///< MessagePack each
  std::map<std::string_view, SpacyArray> weights;
};

/// The nodes of one file. Views point into the text, which it owns.
class SpacyNodes {
 public:
  static Result<SpacyNodes> parse(std::string bytes, const std::string& file);
  SpacyNodes(SpacyNodes&&) = default;
  SpacyNodes& operator=(SpacyNodes&&) = default;

  std::vector<const SpacyNode*> named(std::string_view name) const;
  /// The only one of this name.
  Result<const SpacyNode*> only(std::string_view name) const;
  /// The node that the first node refers to by this name, which must be of the kind `kind`.
  Result<const SpacyNode*> referred(std::string_view reference, std::string_view kind) const;

  /// The weights of exactly this shape; a 0 stands for any size, which `SpacyArray::shape` tells.
  Result<SpacyArray> weights(const SpacyNode& node, std::string_view name, std::initializer_list<uint64_t> shape) const;
  Result<uint32_t> number(const SpacyNode& node, std::string_view attribute) const;
  Result<bool> flag(const SpacyNode& node, std::string_view attribute) const;
  Result<std::string> text(const SpacyNode& node, std::string_view attribute) const;
  Result<std::vector<std::string>> texts(const SpacyNode& node, std::string_view attribute) const;
  const SpacyPlace& place() const { return place_; }

 private:
  SpacyNodes() = default;
  Result<std::string_view> attribute(const SpacyNode& node, std::string_view name) const;

  SpacyPlace place_;
  std::unique_ptr<const std::string> bytes_;
  std::vector<SpacyNode> nodes_;
};

}  // namespace vedette::language
