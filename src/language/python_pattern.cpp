#include "language/python_pattern.h"

#include <algorithm>
#include <cstdint>

namespace vedette::language {
namespace {

constexpr std::string_view kSpaceMembers =
    "\\t-\\r\\x1c-\\x20\\x85\\xa0\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}";

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Copies a pattern item by item and knows whether it is within brackets.
class Translation {
 public:
  explicit Translation(std::string_view python) : rest_(python) {
    constexpr std::string_view kUnicodeFlag = "(?u)";
    if (rest_.starts_with(kUnicodeFlag)) rest_.remove_prefix(kUnicodeFlag.size());
    out_.reserve(rest_.size() + rest_.size() / 2);
  }
  std::string run() {
    while (!rest_.empty()) {
      if (rest_[0] == '\\' && rest_.size() > 1) {
        escape();
      } else {
        plain();
      }
    }
    return std::move(out_);
  }

 private:
  void plain() {
    const char c = rest_[0];
    copy(1);
    if (in_class_) {
      in_class_ = c != ']';
    } else if (c == '[') {
      in_class_ = true;
      if (rest_.starts_with('^')) copy(1);
      if (rest_.starts_with(']')) copy(1);  // a bracket at the head is a member
    }
  }

  void escape() {
    const char kind = rest_[1];
    if (kind == 'u' && code_point(4)) return;
    if (kind == 'U' && code_point(8)) return;
    if (kind == 's') return replace(in_class_ ? std::string(kSpaceMembers) : bracketed("["));
    if (kind == 'S' && !in_class_) return replace(bracketed("[^"));
    if (kind == 'Z' && !in_class_) return replace("\\z");
    copy(2);
  }

  bool code_point(size_t digits) {
    const auto hex = rest_.substr(2, digits);
    if (hex.size() != digits || !std::all_of(hex.begin(), hex.end(), is_hex)) return false;
    out_.append("\\x{").append(hex).append("}");
    rest_.remove_prefix(2 + digits);
    return true;
  }

  static std::string bracketed(std::string_view open) { return std::string(open).append(kSpaceMembers).append("]"); }

  void replace(std::string_view text) {
    out_ += text;
    rest_.remove_prefix(2);
  }

  void copy(size_t count) {
    out_ += rest_.substr(0, count);
    rest_.remove_prefix(count);
  }

  std::string_view rest_;
  std::string out_;
  bool in_class_ = false;
};

constexpr size_t kUnbounded = 1'000'000;
constexpr size_t kLongestWindow = 64;  // code points: longer alternatives are better sought apart
constexpr int kDeepest = 100;

size_t times(size_t length, size_t count) {
  if (length == 0 || count == 0) return 0;
  return length >= kUnbounded / count ? kUnbounded : length * count;
}

// The longest match of each top-level alternative, in code points.
class LengthReader {
 public:
  struct Item {
    std::string_view text;  // without what says how often
    size_t longest = 0;
    size_t repeats = 1;
    size_t length() const { return times(longest, repeats); }
    bool is_run() const { return longest == 1 && repeats == kUnbounded && !text.starts_with('('); }
  };
  struct Alternative {
    std::string_view text;
    size_t before = 0;    // longest match of all items before the last
    Item last;            // the $ or \z at the end does not count
    bool at_end = false;  // such a one is there
    size_t longest() const { return std::min(kUnbounded, before + last.length()); }
  };

  explicit LengthReader(std::string_view pattern) : pattern_(pattern) {}

  bool next(Alternative& alternative) {
    if (failed_ || done_) return false;
    alternative = sequence(0);
    done_ = at_end();
    if (!done_ && !take('|')) failed_ = true;  // a closing parenthesis too many
    return !failed_;
  }
  bool failed() const { return failed_; }

 private:
  bool at_end() const { return position_ >= pattern_.size(); }
  char peek() const { return at_end() ? '\0' : pattern_[position_]; }
  bool take(char c) {
    if (at_end() || pattern_[position_] != c) return false;
    ++position_;
    return true;
  }
  bool take(std::string_view text) {
    if (!pattern_.substr(position_).starts_with(text)) return false;
    position_ += text.size();
    return true;
  }
  size_t fail() {
    failed_ = true;
    position_ = pattern_.size();
    return 0;
  }

  Alternative sequence(int depth) {
    Alternative read;
    const size_t begin = position_;
    while (!failed_ && !at_end() && peek() != '|' && peek() != ')') {
      Item item;
      const size_t item_begin = position_;
      item.longest = item_length(depth);
      item.text = pattern_.substr(item_begin, position_ - item_begin);
      item.repeats = most_repeats();
      read.at_end = item.text == "$" || item.text == "\\z";
      if (read.at_end) continue;
      read.before = read.longest();
      read.last = item;
    }
    read.text = pattern_.substr(begin, position_ - begin);
    return read;
  }

  size_t item_length(int depth) {
    if (peek() == '(') return group(depth);
    if (peek() == '[') return bracket();
    if (peek() == '\\') return escape();
    if (take('^') || take('$')) return 0;
    ++position_;
    while (!at_end() && (static_cast<unsigned char>(peek()) & 0xC0) == 0x80) ++position_;
    return 1;
  }

  size_t group(int depth) {
    ++position_;
    bool looks = false;
    if (take("?=") || take("?!") || take("?<=") || take("?<!")) {
      looks = true;
    } else if (take("?P<")) {
      while (!at_end() && !take('>')) ++position_;
    } else if (!take("?:") && (peek() == '?' || peek() == '*')) {
      return fail();  // flags, conditions, recursion
    }
    if (depth >= kDeepest) return fail();
    size_t longest = sequence(depth + 1).longest();
    while (take('|')) longest = std::max(longest, sequence(depth + 1).longest());
    if (!take(')')) return fail();
    return looks ? 0 : longest;
  }

  size_t bracket() {
    ++position_;
    take('^');
    take(']');
    while (!at_end() && peek() != ']') position_ += peek() == '\\' ? 2 : 1;
    return take(']') ? 1 : fail();
  }

  size_t escape() {
    ++position_;
    const char kind = peek();
    ++position_;
    if (is_digit(kind)) return fail();  // a reference back
    if (!is_letter(kind)) {
      while (!at_end() && (static_cast<unsigned char>(peek()) & 0xC0) == 0x80) ++position_;
      return 1;
    }
    if (std::string_view("bBAz").find(kind) != std::string_view::npos) return 0;
    if (kind == 'x') return hexadecimal();
    return std::string_view("dDwWsStnrfva").find(kind) != std::string_view::npos ? 1 : fail();
  }

  size_t hexadecimal() {
    if (take('{')) {
      while (!at_end() && is_hex(peek())) ++position_;
      return take('}') ? 1 : fail();
    }
    for (int i = 0; i < 2 && is_hex(peek()); ++i) ++position_;
    return 1;
  }

  size_t most_repeats() {
    size_t most = 1;
    if (take('*') || take('+')) {
      most = kUnbounded;
    } else if (!take('?') && peek() == '{') {
      most = counted_repeats();
    }
    if (!take('?')) take('+');  // lazy and possessive match no more
    return most;
  }

  // {m}, {m,} and {m,n}; any other brace is a character, which the next item reads.
  size_t counted_repeats() {
    const size_t end = pattern_.find('}', position_);
    if (end == std::string_view::npos) return 1;
    const auto inside = pattern_.substr(position_ + 1, end - position_ - 1);
    if (inside.empty() || !is_digit(inside[0]) || inside.find_first_not_of("0123456789,") != std::string_view::npos) {
      return 1;
    }
    position_ = end + 1;
    const size_t comma = inside.find(',');
    const auto upper = comma == std::string_view::npos ? inside : inside.substr(comma + 1);
    if (upper.empty()) return kUnbounded;
    size_t most = 0;
    for (const char c : upper) most = std::min(kUnbounded, most * 10 + static_cast<size_t>(c - '0'));
    return most;
  }

  std::string_view pattern_;
  size_t position_ = 0;
  bool failed_ = false;
  bool done_ = false;
};

}  // namespace

std::string to_pcre2(std::string_view python_pattern) {
  return Translation(python_pattern).run();
}

EndPlan plan_end_search(std::string_view pattern) {
  EndPlan plan;
  LengthReader reader(pattern);
  LengthReader::Alternative alternative;
  while (reader.next(alternative)) {
    if (alternative.at_end && alternative.longest() <= kLongestWindow) {
      // $ also matches before a line feed that ends the subject.
      plan.window = std::max(plan.window, alternative.longest() + 1);
    } else if (alternative.at_end && alternative.before <= kLongestWindow && alternative.last.is_run()) {
      plan.runs.push_back({std::string(alternative.last.text), alternative.before});
    } else {
      plan.unbounded = plan.unbounded ? *plan.unbounded + '|' : std::string();
      *plan.unbounded += alternative.text;
    }
  }
  if (reader.failed()) return {0, {}, std::string(pattern)};
  return plan;
}

}  // namespace vedette::language
