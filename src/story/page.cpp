// Reads a page with libxml2's forgiving HTML parser as a stream of tags and text; no tree is built.
#include "story/page.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/ascii.h"
#include "base/utf8.h"
#include "story/page_facts.h"

namespace vedette::story {

namespace {

constexpr size_t kChunk = size_t{64} << 10;
constexpr size_t kMaxAttribute = 4096;

template <size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Text flows through these without a break.
constexpr std::array<std::string_view, 26> kInline = {
    "a",    "abbr", "b", "bdi",  "bdo",   "cite", "code",   "data", "em",  "font", "i", "img", "kbd",
    "mark", "q",    "s", "samp", "small", "span", "strong", "sub",  "sup", "time", "u", "var", "wbr"};
constexpr std::array<std::string_view, 15> kNoText = {"script", "style",  "noscript", "template", "svg",
                                                      "iframe", "object", "select",   "button",   "textarea",
                                                      "math",   "canvas", "audio",    "video",    "head"};
constexpr std::array<std::string_view, 7> kBoilerplate = {"nav", "aside", "footer", "form", "figure", "menu", "dialog"};
// Words in class and id of what is no part of an article.
constexpr std::array<std::string_view, 24> kBoilerplateWords = {
    "cookie", "consent", "share",   "social",  "related",    "recommend", "newsletter", "subscribe",
    "promo",  "advert",  "comment", "sidebar", "breadcrumb", "menu",      "navigation", "footer",
    "popup",  "modal",   "banner",  "toolbar", "pagination", "caption",   "trending",   "paywall"};

std::string lower(std::string_view text) {
  return ascii_lower(text.substr(0, kMaxAttribute));
}

class PageReader {
 public:
  PageReader() {
    page_.elements.push_back({});
    stack_.push_back({"", 0});
  }

  void start(std::string_view name, const xmlChar** attributes) {
    if (page_.cut) return;
    if (stack_.size() > kMaxPageDepth || page_.elements.size() >= kMaxPageElements) {
      page_.cut = true;
      return;
    }
    const bool flows = is_one_of(name, kInline);
    if (!flows) end_block();
    const auto& above = stack_.back();
    Open open{std::string(name), above.element, above.silent, above.boilerplate, above.linked, above.heading};
    open.silent = open.silent || is_one_of(name, kNoText);
    open.linked = open.linked || name == "a";
    note_attributes(open, name, attributes);
    if (!flows) begin_element(open, name);
    if (name == "title") collected_.clear();
    if (name == "br") block_.text += ' ';
    stack_.push_back(std::move(open));
  }

  void end(std::string_view name) {
    if (page_.cut || stack_.size() < 2) return;
    const auto open = std::move(stack_.back());
    if (!is_one_of(name, kInline)) end_block();
    if (name == "title") facts_.title_element(collected_);
    if (name == "script" && open.structured) facts_.json_ld(collected_);
    if (open.byline) facts_.byline_element(collected_);
    stack_.pop_back();
  }

  void characters(std::string_view text) {
    if (page_.cut) return;
    const auto& open = stack_.back();
    if (open.name == "title" || open.structured || open.byline || byline_above()) collected_ += text;
    if (open.silent || open.name == "title") return;
    if (block_.text.empty()) {
      block_.element = open.element;
      block_.heading = open.heading;
      block_.boilerplate = open.boilerplate;
    }
    if (open.linked) block_.linked += text.size();
    block_.text += text;
  }

  void cut() { page_.cut = true; }
  bool is_cut() const { return page_.cut; }

  Page finish() && {
    end_block();
    page_.facts = std::move(facts_).take();
    return std::move(page_);
  }

 private:
  struct Open {
    std::string name;
    uint32_t element = 0;
    bool silent = false;
    bool boilerplate = false;
    bool linked = false;
    uint8_t heading = 0;
    bool structured = false;
    bool byline = false;
    bool article = false;
  };

  bool byline_above() const { return stack_.size() > 1 && stack_[stack_.size() - 2].byline; }

  void begin_element(Open& open, std::string_view name) {
    open.boilerplate = open.boilerplate || is_one_of(name, kBoilerplate);
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
      open.heading = static_cast<uint8_t>(name[1] - '0');
    }
    const uint32_t parent = open.element;
    open.element = static_cast<uint32_t>(page_.elements.size());
    page_.elements.push_back({parent, open.article || name == "article" || name == "main"});
  }

  void note_attributes(Open& open, std::string_view name, const xmlChar** attributes) {
    std::string key, content, type, rel, href, datetime, words;
    for (size_t i = 0; attributes != nullptr && attributes[i] != nullptr; i += 2) {
      const std::string_view attribute = reinterpret_cast<const char*>(attributes[i]);
      if (attributes[i + 1] == nullptr) continue;
      const std::string_view value = reinterpret_cast<const char*>(attributes[i + 1]);
      if (attribute == "name" || attribute == "property" || attribute == "itemprop") key = lower(value);
      if (attribute == "content") content = value.substr(0, kMaxAttribute);
      if (attribute == "type") type = lower(value);
      if (attribute == "rel") rel = lower(value);
      if (attribute == "href") href = value.substr(0, kMaxAttribute);
      if (attribute == "datetime") datetime = value.substr(0, kMaxAttribute);
      if (attribute == "class" || attribute == "id" || attribute == "role") words += " " + lower(value);
    }
    if (name == "meta") facts_.meta(key, content);
    if (name == "link" && rel == "canonical") facts_.canonical(href);
    if (name == "time") facts_.time_element(datetime);
    if (name == "script" && type == "application/ld+json") {
      open.structured = true;
      collected_.clear();
    }
    if (rel == "author" || key == "author" || words.find("byline") != words.npos) {
      open.byline = name != "meta" && name != "link";
      if (open.byline) collected_.clear();
    }
    open.article = key == "articlebody";
    judge_words(open, name, words);
  }

  // Whole pages carry such words in the class of their body or main part: there they mean nothing.
  static void judge_words(Open& open, std::string_view name, std::string_view words) {
    if (name == "body" || name == "html" || name == "main" || name == "article" || open.article) return;
    open.boilerplate = open.boilerplate || open.byline ||
                       std::any_of(kBoilerplateWords.begin(), kBoilerplateWords.end(),
                                   [&](std::string_view word) { return words.find(word) != words.npos; });
  }

  void end_block() {
    std::string folded;
    size_t position = 0;
    bool blank = false;
    while (position < block_.text.size()) {
      const auto start = position;
      const auto c = next_code_point(block_.text, position);
      if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0) {
        blank = !folded.empty();
        continue;
      }
      if (blank) folded += ' ';
      blank = false;
      folded.append(block_.text, start, position - start);
    }
    block_.text = mend_utf8(folded);
    if (!block_.text.empty()) {
      if (block_.heading == 1 && !block_.boilerplate) facts_.heading(block_.text);
      page_.blocks.push_back(std::move(block_));
    }
    block_ = {};
  }

  Page page_;
  PageFactsCollector facts_;
  std::vector<Open> stack_;
  PageBlock block_;
  std::string collected_;
};

PageReader& reader_of(void* context) {
  return *static_cast<PageReader*>(context);
}

void on_start(void* context, const xmlChar* name, const xmlChar** attributes) {
  reader_of(context).start(reinterpret_cast<const char*>(name), attributes);
}
void on_end(void* context, const xmlChar* name) {
  reader_of(context).end(reinterpret_cast<const char*>(name));
}
void on_text(void* context, const xmlChar* text, int length) {
  reader_of(context).characters({reinterpret_cast<const char*>(text), static_cast<size_t>(length)});
}
void on_nothing(void*, const char*, ...) {}

htmlSAXHandler handler() {
  htmlSAXHandler result{};
  result.startElement = on_start;
  result.endElement = on_end;
  result.characters = on_text;
  result.ignorableWhitespace = on_text;
  result.cdataBlock = on_text;
  result.warning = on_nothing;
  result.error = on_nothing;
  return result;
}

void feed(htmlParserCtxtPtr parser, std::string_view html, PageReader& reader) {
  for (size_t at = 0; at < html.size() && !reader.is_cut(); at += kChunk) {
    const auto chunk = html.substr(at, kChunk);
    htmlParseChunk(parser, chunk.data(), static_cast<int>(chunk.size()), 0);
  }
  if (!reader.is_cut()) htmlParseChunk(parser, nullptr, 0, 1);
}

}  // namespace

Page read_page(std::string_view html) {
  PageReader reader;
  if (html.size() > kMaxPageBytes) html = html.substr(0, kMaxPageBytes);
  const bool whole = html.size() < kMaxPageBytes;
  auto sax = handler();
  const std::unique_ptr<xmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
      htmlCreatePushParserCtxt(&sax, &reader, nullptr, 0, nullptr, XML_CHAR_ENCODING_NONE), htmlFreeParserCtxt);
  if (!parser) return std::move(reader).finish();
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  if (is_valid_utf8(html)) {
    // Whatever a page says of its encoding: bytes that are UTF-8 throughout are UTF-8.
    options |= HTML_PARSE_IGNORE_ENC;
    xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  }
  htmlCtxtUseOptions(parser.get(), options);
  feed(parser.get(), html, reader);
  auto page = std::move(reader).finish();
  page.cut = page.cut || !whole;
  return page;
}

}  // namespace vedette::story
