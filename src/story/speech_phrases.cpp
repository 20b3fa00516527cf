#include "story/speech_phrases.h"

#include <algorithm>

namespace vedette::story::speech {

namespace {

constexpr size_t kMaxJoined = 8;

bool is_any(std::string_view value, std::initializer_list<std::string_view> values) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool is_edge(const Reading& reading, uint32_t token) {
  return is_space(reading, token) || is_any(reading.text(token), {",", ";", ":", ".", "-", "--", "–", "—", "…", "..."});
}

}  // namespace

std::optional<uint32_t> child_of(const Reading& reading, uint32_t token,
                                 std::initializer_list<std::string_view> labels) {
  for (const auto child : near_children(reading, token)) {
    if (is_any(reading.dependency(child), labels)) return child;
  }
  return std::nullopt;
}

std::optional<uint32_t> object_of(const Reading& reading, uint32_t token,
                                  std::initializer_list<std::string_view> labels) {
  std::optional<uint32_t> object;
  for (const auto child : near_children(reading, token)) {
    if (child < token || !is_any(reading.dependency(child), labels) || !is_noun(reading, child)) continue;
    const bool name = object && reading.pos(child) == "PROPN" && reading.tree.left_edge(child) == *object + 1;
    if (!object || name) object = child;
  }
  return object;
}

bool is_verb(const Reading& reading, uint32_t token) {
  return reading.tag(token).starts_with("VB");
}

bool is_noun(const Reading& reading, uint32_t token) {
  return is_any(reading.pos(token), {"NOUN", "PROPN", "PRON", "NUM"});
}

bool is_space(const Reading& reading, uint32_t token) {
  return reading.pos(token) == "SPACE";
}

TokenRange reach_of(const Reading& reading, uint32_t token) {
  return trimmed(reading, {reading.tree.left_edge(token), reading.tree.right_edge(token) + 1});
}

TokenRange trimmed(const Reading& reading, TokenRange range) {
  while (!range.empty() && is_edge(reading, range.begin)) ++range.begin;
  while (!range.empty() && is_edge(reading, range.end - 1)) --range.end;
  return range;
}

std::vector<uint32_t> joined_nouns(const Reading& reading, uint32_t noun) {
  std::vector<uint32_t> nouns = {noun};
  for (size_t i = 0; i < nouns.size() && nouns.size() < kMaxJoined; ++i) {
    for (const auto child : near_children(reading, nouns[i])) {
      if (reading.dependency(child) == "conj" && is_noun(reading, child) && nouns.size() < kMaxJoined) {
        nouns.push_back(child);
      }
    }
  }
  return nouns;
}

TokenRange core_phrase(const Reading& reading, uint32_t noun) {
  TokenRange range{noun, noun + 1};
  for (const auto child : near_children(reading, noun)) {
    const auto label = reading.dependency(child);
    if (child < noun && !is_any(label, {"punct", "cc", "conj", "preconj"})) {
      range.begin = std::min(range.begin, reading.tree.left_edge(child));
    }
    if (child > noun && is_any(label, {"prep", "case", "nummod", "compound", "flat"}) &&
        range.end == reading.tree.left_edge(child)) {
      range.end = reading.tree.right_edge(child) + 1;
    }
  }
  for (uint32_t i = noun + 1; i < range.end; ++i) {  // "a spokesman for the army, who …"
    if (reading.text(i) == "," || is_any(reading.dependency(i), {"relcl"})) range.end = i;
  }
  return trimmed(reading, range);
}

std::string words_without_article(const Reading& reading, TokenRange range) {
  if (!range.empty() && is_any(lower_text(reading, range.begin), {"the", "a", "an"})) ++range.begin;
  return range.empty() ? std::string() : reading.text_of(range);
}

}  // namespace vedette::story::speech
