#include "story/story_text.h"

#include <algorithm>

#include "base/hash.h"
#include "base/utf8.h"
#include "story/dateline.h"
#include "story/published.h"
#include "story/quotations.h"

namespace vedette::story {

namespace {

constexpr size_t kWrappedLine = 100;
constexpr size_t kHeadlineWords = 20;
constexpr size_t kHeadlineLength = 200;

bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x3000 || c == 0xFEFF;
}

bool ends_line(char32_t c) {
  return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

Range trimmed(std::u32string_view text, Range range) {
  while (range.begin < range.end && is_blank(text[range.begin])) ++range.begin;
  while (range.end > range.begin && is_blank(text[range.end - 1])) --range.end;
  return range;
}

std::vector<Range> lines_of(std::u32string_view text) {
  std::vector<Range> lines;
  uint32_t begin = 0;
  for (uint32_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && !ends_line(text[i])) continue;
    lines.push_back(trimmed(text, {begin, i}));
    if (i + 1 < text.size() && text[i] == '\r' && text[i + 1] == '\n') ++i;
    begin = i + 1;
  }
  return lines;
}

bool is_wrapped(std::span<const Range> lines) {
  bool blank_inside = false;
  for (size_t i = 0; i < lines.size(); ++i) {
    const auto length = lines[i].end - lines[i].begin;
    if (length > kWrappedLine) return false;
    if (length == 0 && i > 0 && i + 1 < lines.size()) blank_inside = true;
  }
  return blank_inside;
}

// Binary files are refused, not read as if they were strange prose.
bool is_text(std::u32string_view text) {
  const auto unreadable = std::count_if(
      text.begin(), text.end(), [](char32_t c) { return c == kReplacementCharacter || (c < ' ' && !is_blank(c)); });
  return text.find(U'\0') == text.npos && static_cast<size_t>(unreadable) * 10 <= text.size();
}

std::string_view cut_to_bound(std::string_view text, bool& cut) {
  if (text.size() <= kMaxStoryBytes) return text;
  cut = true;
  size_t end = kMaxStoryBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

void take_facts(Story& story, FactsInOrder facts) {
  const auto take = [](std::string& into, const std::string& from) {
    if (into.empty()) into = from;
  };
  for (const auto& fact : facts) {
    take(story.id, fact.id);
    take(story.title, fact.title);
    take(story.outlet, fact.outlet);
    take(story.url, fact.url);
    if (!story.published) story.published = fact.published;
  }
}

std::string cut_out(std::u32string_view text, Range range) {
  return to_utf8(text.substr(range.begin, range.end - range.begin));
}

void find_heading(Story& story, std::u32string_view text) {
  const auto first = story.paragraphs.front();
  const auto words = cut_out(text, first);
  if (!story.title.empty()) {
    story.has_heading = story.title == words;
    return;
  }
  if (story.paragraphs.size() < 2) return;
  if (!reads_like_headline(text.substr(first.begin, first.end - first.begin)) || find_dateline(text, first)) return;
  story.has_heading = true;
  story.title = words;
}

void take_dateline(Story& story, std::u32string_view text) {
  const size_t body = story.has_heading && story.paragraphs.size() > 1 ? 1 : 0;
  story.dateline = find_dateline(text, story.paragraphs[body]);
  if (!story.dateline) return;
  if (story.outlet.empty()) story.outlet = story.dateline->agency;
  const auto& date = story.dateline->date;
  if (!story.published && date && date->year != 0 && date->day != 0) story.published = date->first_day();
}

}  // namespace

std::vector<Range> find_paragraphs(std::u32string_view text) {
  const auto lines = lines_of(text);
  const bool wrapped = is_wrapped(lines);
  std::vector<Range> paragraphs;
  bool open = false;
  for (const auto& line : lines) {
    if (line.begin == line.end) {
      open = false;
    } else if (open && wrapped) {
      paragraphs.back().end = line.end;
    } else {
      paragraphs.push_back(line);
      open = true;
    }
  }
  return paragraphs;
}

bool reads_like_headline(std::u32string_view line) {
  if (line.empty() || line.size() > kHeadlineLength) return false;
  const auto words = std::count(line.begin(), line.end(), U' ') + 1;
  if (static_cast<size_t>(words) > kHeadlineWords) return false;
  constexpr std::u32string_view kEndsProse = U".:;,…\"”";
  return kEndsProse.find(line.back()) == kEndsProse.npos;
}

std::u32string plain_punctuation(std::u32string_view text) {
  constexpr std::u32string_view kDouble = U"“”„‟«»〝〞＂";
  constexpr std::u32string_view kSingle = U"‘’‚‛‹›ʼ＇";
  std::u32string plain(text);
  for (auto& c : plain) {
    if (c == '\n') continue;
    if (ends_line(c)) {
      c = c == '\r' ? U' ' : U'\n';
    } else if (is_blank(c)) {
      c = ' ';
    } else if (kDouble.find(c) != kDouble.npos) {
      c = '"';
    } else if (kSingle.find(c) != kSingle.npos) {
      c = '\'';
    }
  }
  return plain;
}

Result<Story> story_from_text(std::string_view text, FactsInOrder facts) {
  Story story;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  story.text = mend_utf8(cut_to_bound(text, story.cut));
  const auto letters = to_utf32(story.text);
  if (!is_text(letters)) return fail(ErrorCode::kInvalidInput, "this is not text");
  story.paragraphs = find_paragraphs(letters);
  if (story.paragraphs.empty()) return fail(ErrorCode::kInvalidInput, "the story is empty");
  story.plain = to_utf8(plain_punctuation(letters));
  take_facts(story, facts);
  find_heading(story, letters);
  take_dateline(story, letters);
  story.quotations = find_quotations(letters, story.paragraphs);
  story.sha256 = sha256_hex(story.text);
  return story;
}

}  // namespace vedette::story
