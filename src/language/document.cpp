// The walks over a document that its header promises.
#include <algorithm>

#include "vedette/language.hpp"

namespace vedette::language {

std::string_view Document::text_of(const Span& span) const {
  if (span.begin >= span.end) return {};
  const Token& first = tokens[span.begin];
  const Token& last = tokens[span.end - 1];
  return std::string_view(text).substr(first.offset, last.offset + last.length - first.offset);
}

namespace {

// Every token before those below it. Roots first, then generation by generation.
std::vector<uint32_t> from_the_roots(const Document& document, const Tree& tree) {
  std::vector<uint32_t> order;
  order.reserve(document.tokens.size());
  for (uint32_t i = 0; i < document.tokens.size(); ++i) {
    if (document.tokens[i].head == i) order.push_back(i);
  }
  for (size_t next = 0; next < order.size(); ++next) {
    const auto below = tree.children(order[next]);
    order.insert(order.end(), below.begin(), below.end());
  }
  return order;
}

}  // namespace

Tree::Tree(const Document& document)
    : begins_(document.tokens.size() + 1), left_(document.tokens.size()), right_(left_) {
  const auto& tokens = document.tokens;
  const auto count = static_cast<uint32_t>(tokens.size());
  for (uint32_t i = 0; i < count; ++i) {
    left_[i] = right_[i] = i;
    if (tokens[i].head != i) ++begins_[tokens[i].head + 1];
  }
  for (uint32_t i = 0; i < count; ++i) begins_[i + 1] += begins_[i];
  children_.resize(begins_[count]);
  std::vector<uint32_t> filled(begins_.begin(), begins_.end());
  for (uint32_t i = 0; i < count; ++i) {
    if (tokens[i].head != i) children_[filled[tokens[i].head]++] = i;
  }
  const auto order = from_the_roots(document, *this);
  for (size_t i = order.size(); i-- > 0;) {
    const uint32_t token = order[i];
    const uint32_t head = tokens[token].head;
    left_[head] = std::min(left_[head], left_[token]);
    right_[head] = std::max(right_[head], right_[token]);
  }
}

std::vector<uint32_t> Tree::subtree(uint32_t token) const {
  std::vector<uint32_t> found{token};
  for (size_t next = 0; next < found.size(); ++next) {
    const auto below = children(found[next]);
    found.insert(found.end(), below.begin(), below.end());
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace vedette::language
