#include "story/speech_pieces.h"

#include <algorithm>

#include "story/speech_content.h"
#include "story/speech_phrases.h"

namespace vedette::story::speech {

namespace {

constexpr uint32_t kMaxConjuncts = 16;
constexpr uint32_t kMaxNameTokens = 4;
constexpr uint32_t kLongQuote = 18, kShortestQuote = 4;

bool is_filler(const Reading& reading, uint32_t token) {
  const auto pos = reading.pos(token);
  return pos == "PUNCT" || pos == "SPACE" || pos == "SYM";
}

// Words that join what is said to the rest: "that", "and".
bool is_joint(const Reading& reading, uint32_t token) {
  const auto label = reading.dependency(token);
  return label == "cc" || (label == "mark" && lower_text(reading, token) == "that");
}

TokenRange without_joints(const Reading& reading, TokenRange range) {
  while (!range.empty() && (is_joint(reading, range.begin) || is_filler(reading, range.begin))) ++range.begin;
  range = trimmed(reading, range);
  while (!range.empty() && reading.dependency(range.end - 1) == "cc") --range.end;
  return trimmed(reading, range);
}

bool has_finite_clause(const Reading& reading, TokenRange range) {
  for (uint32_t i = range.begin; i < range.end; ++i) {
    const auto label = reading.dependency(i);
    if ((label == "nsubj" || label == "nsubjpass" || label == "expl") && range.contains(reading.head(i))) return true;
    if (reading.tag(i) == "VB" && !child_of(reading, i, {"aux"}) && i <= range.begin + 1) return true;  // "Go home"
  }
  return false;
}

// "Not now."
bool is_sentence(const Reading& reading, TokenRange range) {
  const char first = reading.text(range.begin).front();
  const auto last = reading.text(range.end - 1),
             next = range.end < reading.size() ? reading.text(range.end) : std::string_view();
  const auto ends = [](std::string_view text) { return text == "." || text == "!" || text == "?"; };
  return first >= 'A' && first <= 'Z' && (ends(last) || ends(next)) && reading.quotation_of[range.end - 1] >= 0;
}

std::vector<uint32_t> clause_begins(const Reading& reading, TokenRange range, std::optional<uint32_t> head) {
  std::vector<uint32_t> begins = {range.begin};
  if (!head) return begins;
  uint32_t current = *head;
  for (uint32_t step = 0; step < kMaxConjuncts; ++step) {
    std::optional<uint32_t> next;
    for (const auto child : near_children(reading, current)) {
      if (child > current && reading.dependency(child) == "conj" && range.contains(child)) next = child;
    }
    if (!next) break;
    const uint32_t begin = reading.tree.left_edge(*next);
    if (begin > begins.back() && range.contains(begin)) begins.push_back(begin);
    current = *next;
  }
  return begins;
}

// A name in quotation marks, of a ship or a film, is no quoted speech.
bool is_quoted_name(const Reading& reading, const Quotation& quotation) {
  const auto tokens = reading.tokens_of(quotation.inside);
  if (tokens.empty() || tokens.end - tokens.begin > kMaxNameTokens) return false;
  for (uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const char first = reading.text(i).front();
    const bool small = first >= 'a' && first <= 'z';
    if ((small && reading.text(i).size() > 3) || reading.text(i) == "!" || reading.text(i) == "." ||
        reading.text(i) == ",")
      return false;
  }
  const char first = reading.text(tokens.begin).front();
  return !(first >= 'a' && first <= 'z');
}

struct Quoted {
  uint32_t first, last;  // tokens inside the marks
  size_t other = 0;      // words outside
};

std::optional<Quoted> quoted_words(const Reading& reading, const std::vector<int32_t>& outer, TokenRange range) {
  std::optional<Quoted> quoted;
  size_t other = 0;
  for (uint32_t i = range.begin; i < range.end; ++i) {
    if (is_filler(reading, i)) continue;
    if (outer[i] < 0 || is_quoted_name(reading, reading.story.quotations[static_cast<size_t>(outer[i])])) {
      other += is_joint(reading, i) ? 0 : 1;
    } else if (!quoted) {
      quoted = Quoted{i, i};
    } else {
      quoted->last = i;
    }
  }
  if (quoted) quoted->other = other;
  return quoted;
}

// A long one ends where it tells more of a name: "they arrested Lind, who …".
TokenRange without_asides(const Reading& reading, TokenRange range) {
  if (range.end - range.begin <= kLongQuote) return range;
  for (uint32_t i = range.begin + kShortestQuote; i + 1 < range.end; ++i) {
    const auto tag = reading.tag(i + 1);
    if (reading.text(i) == "," && (tag == "WP" || tag == "WDT" || tag == "WP$"))
      return trimmed(reading, {range.begin, i});
  }
  return range;
}

SpeechPiece piece_of(const Reading& reading, const std::vector<int32_t>& outer, TokenRange range) {
  const auto quoted = quoted_words(reading, outer, range);
  SpeechPiece piece{.tokens = range};
  if (!quoted) {
    piece.quote = reading.text_of(without_asides(reading, without_joints(reading, range)));
    return piece;
  }
  const TokenRange words{quoted->first, quoted->last + 1};
  piece.quote = reading.text_of(words);
  bool joined = false;
  for (uint32_t i = range.begin; i < words.begin; ++i) joined = joined || is_joint(reading, i);
  const bool whole =
      quoted->other == 0 && !joined && (has_finite_clause(reading, words) || is_sentence(reading, words));
  piece.all_quoted = quoted->other == 0 && !joined;
  piece.mode = whole ? SpeechMode::kDirect : SpeechMode::kPartial;
  return piece;
}

}  // namespace

std::vector<int32_t> outer_quotations(const Reading& reading) {
  std::vector<int32_t> outer(reading.size(), -1);
  const auto& quotations = reading.story.quotations;
  for (size_t i = 0; i < quotations.size(); ++i) {
    if (quotations[i].depth != 0) continue;
    const auto tokens = reading.tokens_of(quotations[i].range);
    std::fill(outer.begin() + tokens.begin, outer.begin() + tokens.end, static_cast<int32_t>(i));
  }
  return outer;
}

TokenRange with_whole_quotations(const Reading& reading, const std::vector<int32_t>& outer, TokenRange range,
                                 uint32_t cue) {
  if (range.empty()) return range;
  const auto whole = [&](uint32_t token) {
    return outer[token] < 0 ? TokenRange{token, token + 1}
                            : reading.tokens_of(reading.story.quotations[static_cast<size_t>(outer[token])].range);
  };
  // A closing mark at the beginning is that of what stands before, an opening one at the end of what comes.
  if (const auto first = whole(range.begin); first.end == range.begin + 1 && first.begin < range.begin) ++range.begin;
  range = trimmed(reading, range);
  if (range.empty()) return range;
  if (const auto last = whole(range.end - 1); last.begin == range.end - 1 && last.end > range.end) --range.end;
  range = trimmed(reading, range);
  if (range.empty()) return range;
  const auto first = whole(range.begin), last = whole(range.end - 1);
  if (!first.contains(cue)) range.begin = std::min(range.begin, first.begin);
  if (!last.contains(cue)) range.end = std::max(range.end, last.end);
  range.end = std::min(range.end, range.begin + 2 * kMaxContentTokens);
  if (range.end < reading.size() && outer[range.end] >= 0) {  // "… there,” after a piece that ends before its mark
    if (const auto next = whole(range.end); next.begin < range.end && !next.contains(cue)) range.end = next.end;
  }
  return range;
}

std::vector<SpeechPiece> speech_pieces(const Reading& reading, const std::vector<int32_t>& outer, TokenRange range,
                                       std::optional<uint32_t> head) {
  std::vector<SpeechPiece> pieces;
  const auto quoted = quoted_words(reading, outer, range);
  if (!quoted) return {piece_of(reading, outer, range)};
  if (quoted->other == 0 && outer[quoted->first] != outer[quoted->last]) {  // one after another
    for (uint32_t i = quoted->first; i <= quoted->last;) {
      if (outer[i] < 0) {
        ++i;
        continue;
      }
      const auto& quotation = reading.story.quotations[static_cast<size_t>(outer[i])];
      pieces.push_back(quoted_piece(reading, quotation));
      i = std::max(i + 1, reading.tokens_of(quotation.range).end);
    }
    return pieces;
  }
  const auto begins = clause_begins(reading, range, head);
  std::optional<bool> last;
  std::vector<TokenRange> groups;
  for (size_t i = 0; i < begins.size(); ++i) {
    const TokenRange clause{begins[i], i + 1 < begins.size() ? begins[i + 1] : range.end};
    const bool has = quoted_words(reading, outer, clause).has_value();
    const bool open = outer[clause.begin] >= 0 && clause.begin > 0 && outer[clause.begin - 1] == outer[clause.begin];
    if (last && (*last == has || open)) {
      groups.back().end = clause.end;
    } else {
      groups.push_back(clause);
      last = has;
    }
  }
  for (const auto& group : groups) {
    if (const auto trim = without_joints(reading, group); !trim.empty() || group.end - group.begin > 1) {
      pieces.push_back(piece_of(reading, outer, group));
    }
  }
  return pieces;
}

SpeechPiece quoted_piece(const Reading& reading, const Quotation& quotation) {
  SpeechPiece piece{.mode = SpeechMode::kDirect, .tokens = reading.tokens_of(quotation.range), .all_quoted = true};
  piece.quote = reading.text_of(trimmed(reading, reading.tokens_of(quotation.inside)));
  return piece;
}

}  // namespace vedette::story::speech
