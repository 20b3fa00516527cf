#include "story/page_facts.h"

#include <simdjson.h>

#include <array>
#include <optional>

#include "base/ascii.h"
#include "base/utf8.h"
#include "story/published.h"

namespace vedette::story {

namespace {

constexpr size_t kMaxFact = 1000;
constexpr int kMaxJsonDepth = 6;
constexpr size_t kMaxJsonLd = size_t{1} << 20;

// Strengths of sources: structured data about the article, then tags for sharing, then what a reader sees.
constexpr int kStructured = 5;
constexpr int kShared = 4;
constexpr int kNamed = 3;
constexpr int kVisible = 2;
constexpr int kGuess = 1;

std::string_view trim(std::string_view text) {
  return trimmed(text, " \t\r\n\f");
}

enum class Fact { kTitle, kByline, kPublished, kSite, kUrl };
struct MetaName {
  std::string_view name;
  Fact fact;
  int strength;
};
constexpr std::array kMetaNames = {
    MetaName{"og:title", Fact::kTitle, kShared},
    MetaName{"twitter:title", Fact::kTitle, kNamed},
    MetaName{"headline", Fact::kTitle, kNamed},
    MetaName{"dc.title", Fact::kTitle, kNamed},
    MetaName{"author", Fact::kByline, kShared},
    MetaName{"article:author", Fact::kByline, kNamed},
    MetaName{"dc.creator", Fact::kByline, kNamed},
    MetaName{"byl", Fact::kByline, kNamed},
    MetaName{"article:published_time", Fact::kPublished, kShared},
    MetaName{"og:published_time", Fact::kPublished, kShared},
    MetaName{"datepublished", Fact::kPublished, kShared},
    MetaName{"parsely-pub-date", Fact::kPublished, kNamed},
    MetaName{"dc.date.issued", Fact::kPublished, kNamed},
    MetaName{"pubdate", Fact::kPublished, kNamed},
    MetaName{"publishdate", Fact::kPublished, kNamed},
    MetaName{"date", Fact::kPublished, kNamed},
    MetaName{"dc.date", Fact::kPublished, kNamed},
    MetaName{"og:site_name", Fact::kSite, kStructured},
    MetaName{"application-name", Fact::kSite, kNamed},
    MetaName{"og:url", Fact::kUrl, kShared},
};

using simdjson::dom::element;
using simdjson::dom::object;

std::string_view text_member(object value, const char* name) {
  std::string_view text;
  return value[name].get(text) == simdjson::SUCCESS ? text : std::string_view();
}

// A person or body, or a list of them: their names joined by commas.
std::string names_in(element value, int depth) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text.substr(0, kMaxFact));
  object one;
  if (value.get(one) == simdjson::SUCCESS) return std::string(text_member(one, "name").substr(0, kMaxFact));
  simdjson::dom::array list;
  std::string names;
  if (depth == 0 || value.get(list) != simdjson::SUCCESS) return names;
  for (const auto item : list) {
    const auto name = names_in(item, depth - 1);
    if (name.empty() || names.size() > kMaxFact) continue;
    if (!names.empty()) names += ", ";
    names += name;
  }
  return names;
}

bool is_article(object value) {
  element type;
  if (value["@type"].get(type) != simdjson::SUCCESS) return false;
  const auto name = names_in(type, 1);
  return name.find("Article") != name.npos || name.find("Report") != name.npos || name.find("BlogPosting") != name.npos;
}

std::optional<object> find_article(element value, int depth) {
  object one;
  if (value.get(one) == simdjson::SUCCESS) {
    if (is_article(one)) return one;
    element graph;
    if (depth > 0 && one["@graph"].get(graph) == simdjson::SUCCESS) return find_article(graph, depth - 1);
    return std::nullopt;
  }
  simdjson::dom::array list;
  if (depth == 0 || value.get(list) != simdjson::SUCCESS) return std::nullopt;
  for (const auto item : list) {
    if (const auto found = find_article(item, depth - 1)) return found;
  }
  return std::nullopt;
}

// "Missiles fired - Meridian Wire": the last part is the site if it is short and the rest is not.
std::string_view without_site(std::string_view title) {
  for (const std::string_view mark : {" | ", " – ", " — ", " - ", " :: "}) {
    const auto at = title.rfind(mark);
    if (at == title.npos) continue;
    const auto rest = title.size() - at - mark.size();
    if (at >= 15 && rest <= 40 && rest < at) return trim(title.substr(0, at));
  }
  return title;
}

}  // namespace

void PageFactsCollector::Held::offer(std::string_view value, int value_strength) {
  value = trim(value);
  if (value.empty() || value_strength <= strength || value.size() > kMaxFact) return;
  text = mend_utf8(value);
  strength = value_strength;
}

void PageFactsCollector::meta(std::string_view name, std::string_view content) {
  const auto small = ascii_lower(trim(name.substr(0, 100)));
  for (const auto& known : kMetaNames) {
    if (known.name != small) continue;
    switch (known.fact) {
      case Fact::kTitle:
        return title_.offer(content, known.strength);
      case Fact::kByline:
        // Some pages give a profile's address in place of the name.
        return byline_.offer(content.starts_with("http") ? std::string_view() : content, known.strength);
      case Fact::kPublished:
        return published_.offer(parse_published(content) ? content : std::string_view(), known.strength);
      case Fact::kSite:
        return site_.offer(content, known.strength);
      case Fact::kUrl:
        return url_.offer(content, known.strength);
    }
  }
}

void PageFactsCollector::json_ld(std::string_view json) {
  if (json.size() > kMaxJsonLd) return;
  simdjson::dom::parser parser;
  const simdjson::padded_string padded(json);
  element root;
  if (parser.parse(padded).get(root) != simdjson::SUCCESS) return;
  const auto found = find_article(root, kMaxJsonDepth);
  if (!found) return;
  title_.offer(text_member(*found, "headline"), kStructured);
  const auto published = text_member(*found, "datePublished");
  if (parse_published(published)) published_.offer(published, kStructured);
  element value;
  if ((*found)["author"].get(value) == simdjson::SUCCESS) byline_.offer(names_in(value, 2), kStructured);
  if ((*found)["publisher"].get(value) == simdjson::SUCCESS) site_.offer(names_in(value, 2), kShared);
  url_.offer(text_member(*found, "url"), kNamed);
}

void PageFactsCollector::title_element(std::string_view text) {
  title_.offer(without_site(trim(text)), kGuess);
}
void PageFactsCollector::heading(std::string_view text) {
  title_.offer(text, kVisible);
}
void PageFactsCollector::time_element(std::string_view datetime) {
  if (parse_published(datetime)) published_.offer(datetime, kVisible);
}
void PageFactsCollector::canonical(std::string_view url) {
  url_.offer(url, kStructured);
}

void PageFactsCollector::byline_element(std::string_view text) {
  text = trim(text);
  if (text.starts_with("By ") || text.starts_with("by ") || text.starts_with("BY ")) text.remove_prefix(3);
  byline_.offer(text.size() <= 120 ? text : std::string_view(), kVisible);
}

PageFacts PageFactsCollector::take() && {
  return {std::move(title_.text), std::move(byline_.text), std::move(published_.text), std::move(site_.text),
          std::move(url_.text)};
}

}  // namespace vedette::story
