#include "story/quotations.h"

#include <algorithm>
#include <optional>

namespace vedette::story {

namespace {

constexpr size_t kMaxDepth = 8;

bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F ||
         c == 0x3000;
}
bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7);
}

bool is_word(char32_t c) {
  return is_letter(c) || is_digit(c);
}

struct Pair {
  char32_t open;
  std::u32string_view close;
};
// Marks whose side is plain from their shape. German and Scandinavian usage closes with what others open with.
constexpr Pair kPairs[] = {{U'“', U"”\""}, {U'„', U"“”\""}, {U'‟', U"”"},   {U'«', U"»"},
                           {U'‹', U"›"},   {U'「', U"」"},  {U'『', U"』"}, {U'»', U"«"}};

std::u32string_view closers_of(char32_t open) {
  for (const auto& pair : kPairs) {
    if (pair.open == open) return pair.close;
  }
  switch (open) {
    case U'"':
      return U"\"”";
    case U'‘':
      return U"’'";
    case U'‚':
      return U"‘’";
    case U'\'':
      return U"'’";
    case U'`':
      return U"'";
    default:
      return {};
  }
}

bool is_single(char32_t c) {
  return c == '\'' || c == U'’' || c == U'‘' || c == U'‚';
}

class QuotationFinder {
 public:
  QuotationFinder(std::u32string_view text, std::vector<Quotation>& found) : text_(text), found_(found) {}

  void read(Range paragraph) {
    paragraph_ = paragraph;
    std::vector<Open> before;
    before.swap(unclosed_);
    open_.clear();
    for (at_ = paragraph.begin; at_ < paragraph.end; ++at_) step(before);
    for (const auto& open : open_) finish(open, paragraph.end, paragraph.end, false);
    unclosed_ = std::move(open_);
  }

 private:
  struct Open {
    char32_t mark;
    uint32_t index;  // into found_
  };

  char32_t at(uint32_t i) const { return i >= paragraph_.begin && i < paragraph_.end ? text_[i] : U'\n'; }
  char32_t previous() const { return at_ == paragraph_.begin ? U'\n' : text_[at_ - 1]; }
  bool doubled(char32_t mark) const { return at(at_) == mark && at(at_ + 1) == mark; }

  void step(std::vector<Open>& before) {
    const auto mark = at(at_);
    if (closers_of(mark).empty() && mark != U'”' && mark != U'’' && mark != U'›' && mark != U'」' && mark != U'』')
      return;
    if (is_single(mark) && is_apostrophe()) return;
    if (close(mark)) return;
    if (opens(mark)) begin(mark, before);
  }

  bool is_apostrophe() const {
    const auto left = previous();
    const auto right = at(at_ + 1);
    if (doubled('\'') || (at_ > paragraph_.begin && text_[at_ - 1] == '\'' && at(at_) == '\'')) return false;
    const bool word_left = is_letter(left) || is_digit(left);
    if (word_left && (is_letter(right) || is_digit(right))) return true;
    if (at(at_) == U'‘' || at(at_) == U'‚') return false;
    if (is_digit(right) && !word_left) return true;
    if (word_left) return !single_is_open() || (left == 's' && is_space(right) && closes_later());
    return at(at_) == U'’' && !single_is_open();
  }

  bool single_is_open() const {
    return std::any_of(open_.begin(), open_.end(), [](const Open& open) { return is_single(open.mark); });
  }

  // Whether a better end of the open single quotation follows in this paragraph.
  bool closes_later() const {
    for (uint32_t i = at_ + 1; i < std::min(paragraph_.end, at_ + kLookAhead); ++i) {
      if (text_[i] == U'‘' || (text_[i] == '\'' && is_space(at(i - 1)))) return false;
      if (is_single(text_[i]) && !is_space(at(i - 1)) && !is_letter(at(i + 1))) return true;
    }
    return false;
  }

  bool opens(char32_t mark) const {
    const auto right = at(at_ + 1);
    if (mark == '`') return doubled('`');
    if (closers_of(mark).empty()) return false;
    if (mark == '"') return !is_space(right);
    if (mark == '\'' && doubled('\'')) return !is_word(previous()) && !is_space(at(at_ + 2));
    if (mark == '\'') {
      const auto left = previous();
      return !is_letter(left) && !is_digit(left) && !is_space(right) && closes_later();
    }
    return mark != U'»' || !is_space(right);
  }

  void begin(char32_t mark, std::vector<Open>& before) {
    if (open_.size() >= kMaxDepth) return;
    const uint32_t start = at_;
    if ((mark == '`' || mark == '\'') && doubled(mark)) {
      mark = '`';
      ++at_;
    }
    Quotation quotation;
    quotation.range.begin = start;
    quotation.inside.begin = at_ + 1;
    quotation.depth = static_cast<uint32_t>(open_.size());
    // The paragraph opens with the marks that the one before left open, in the same order.
    const bool at_head = start == paragraph_.begin || (!open_.empty() && all_open_at_head(start));
    if (at_head && open_.size() < before.size() && before[open_.size()].mark == mark) {
      quotation.continues = before[open_.size()].index;
    }
    open_.push_back({mark, static_cast<uint32_t>(found_.size())});
    found_.push_back(quotation);
  }

  bool all_open_at_head(uint32_t start) const {
    return std::all_of(open_.begin(), open_.end(), [&](const Open& open) {
      return found_[open.index].continues && found_[open.index].range.begin + open_.size() >= start &&
             found_[open.index].range.begin < paragraph_.begin + open_.size();
    });
  }

  bool close(char32_t mark) {
    for (size_t i = open_.size(); i-- > 0;) {
      if (closers_of(open_[i].mark).find(mark) == std::u32string_view::npos) continue;
      // A straight mark behind a blank and before a word opens a further quotation instead.
      if (mark == '"' && is_space(previous()) && !is_space(at(at_ + 1)) && open_[i].mark != '"') continue;
      if (open_[i].mark == '`' && !doubled('\'')) return false;
      const uint32_t inside_end = at_;
      if (open_[i].mark == '`') ++at_;
      for (size_t inner = open_.size(); --inner > i;) finish(open_[inner], inside_end, inside_end, false);
      finish(open_[i], inside_end, at_ + 1, true);
      open_.resize(i);
      return true;
    }
    return false;
  }

  void finish(const Open& open, uint32_t inside_end, uint32_t end, bool closed) {
    auto& quotation = found_[open.index];
    quotation.inside.end = std::max(inside_end, quotation.inside.begin);
    quotation.range.end = std::max(end, quotation.inside.end);
    quotation.closed = closed;
  }

  static constexpr uint32_t kLookAhead = 2000;
  std::u32string_view text_;
  std::vector<Quotation>& found_;
  Range paragraph_;
  uint32_t at_ = 0;
  std::vector<Open> open_, unclosed_;
};

}  // namespace

std::vector<Quotation> find_quotations(std::u32string_view text, std::span<const Range> paragraphs) {
  std::vector<Quotation> found;
  QuotationFinder finder(text, found);
  for (const auto& paragraph : paragraphs) finder.read(paragraph);
  return found;
}

}  // namespace vedette::story
