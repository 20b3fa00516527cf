#include "language/splitter.h"

#include "base/utf8.h"
#include "language/utf8_edges.h"

namespace vedette::language {

void Splitter::split(std::string_view chunk, SpecialCases cases, std::vector<Piece>& pieces) {
  cases_ = cases;
  suffixes_.clear();
  split_middle(strip_affixes(chunk, pieces), pieces);
  for (size_t i = suffixes_.size(); i-- > 0;) pieces.push_back({suffixes_[i], {}});
}

bool Splitter::finds_affix(std::string_view text) {
  return (rules_.prefix && matcher_.search(*rules_.prefix, text)) ||
         (rules_.suffix && rules_.suffix->search(matcher_, text)) ||
         (rules_.infix && matcher_.search(*rules_.infix, text));
}

// Takes prefixes and suffixes off in turn until nothing more comes off or a special case is left.
std::string_view Splitter::strip_affixes(std::string_view chunk, std::vector<Piece>& pieces) {
  std::string_view rest = chunk;
  for (size_t before = 0; !rest.empty() && rest.size() != before && special(rest) == nullptr;) {
    before = rest.size();
    const size_t prefix = prefix_length(rest);
    const auto after_prefix = rest.substr(prefix);
    if (prefix > 0 && special(after_prefix) != nullptr) {
      pieces.push_back({rest.substr(0, prefix), {}});
      return after_prefix;
    }
    // The suffix is sought in a string of its own: its lookbehinds must not see the prefix.
    const size_t suffix = suffix_length(after_prefix);
    const auto suffix_text = rest.substr(rest.size() - suffix);
    const auto before_suffix = rest.substr(0, rest.size() - suffix);
    if (suffix > 0 && special(before_suffix) != nullptr) {
      suffixes_.push_back(suffix_text);
      return before_suffix;
    }
    if (prefix > 0) pieces.push_back({rest.substr(0, prefix), {}});
    if (suffix > 0) suffixes_.push_back(suffix_text);
    rest = before_suffix.substr(prefix);
  }
  return rest;
}

void Splitter::split_middle(std::string_view middle, std::vector<Piece>& pieces) {
  if (middle.empty()) return;
  if (const auto* exception = special(middle)) {
    for (const auto& token : exception->tokens) pieces.push_back({token.text, token.norm});
  } else if (is_url(middle)) {
    pieces.push_back({middle, {}});
  } else {
    split_infixes(middle, pieces);
  }
}

void Splitter::split_infixes(std::string_view middle, std::vector<Piece>& pieces) {
  size_t done = 0;
  if (rules_.infix) {
    size_t from = 0;
    auto empty = Matcher::Empty::kAllowed;
    while (const auto infix = matcher_.search(*rules_.infix, middle, from, empty)) {
      from = infix->end;
      empty = infix->length() == 0 ? Matcher::Empty::kNotAtFirst : Matcher::Empty::kAllowed;
      if (infix->begin == 0) continue;  // what begins a token is no infix
      if (infix->begin > done) pieces.push_back({middle.substr(done, infix->begin - done), {}});
      if (infix->length() > 0) pieces.push_back({middle.substr(infix->begin, infix->length()), {}});
      done = infix->end;
    }
  }
  if (done < middle.size()) pieces.push_back({middle.substr(done), {}});
}

const TokenizerException* Splitter::special(std::string_view text) const {
  return cases_ == SpecialCases::kUse ? rules_.exception(text) : nullptr;
}

// What comes off is as many code points as the match has, wherever the pattern found it.
size_t Splitter::prefix_length(std::string_view text) {
  if (!rules_.prefix) return 0;
  const auto found = matcher_.search(*rules_.prefix, text.substr(0, edge_not_beyond(text, kLongChunk)));
  if (!found) return 0;
  if (found->begin == 0) return found->end;
  return end_of_first(text, count_code_points(text.substr(found->begin, found->length())));
}

size_t Splitter::suffix_length(std::string_view text) {
  if (!rules_.suffix || text.empty()) return 0;
  if (text.size() > kLongChunk) {
    size_t begin = text.size() - kLongChunk;
    while (is_continuation(text[begin])) ++begin;
    text.remove_prefix(begin);
  }
  const auto found = rules_.suffix->search(matcher_, text);
  if (!found) return 0;
  if (found->end == text.size()) return found->length();
  return text.size() - start_of_last(text, count_code_points(text.substr(found->begin, found->length())));
}

bool Splitter::is_url(std::string_view text) {
  return rules_.url && text.size() <= kLongChunk && matcher_.search(*rules_.url, text).has_value();
}

}  // namespace vedette::language
