#include "story/story_html.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.h"
#include "story/published.h"

namespace vedette::story {

namespace {

constexpr size_t kProseLength = 40;     // shorter blocks do not vote on where the article is
constexpr double kMaxLinked = 0.5;      // of a block that is more than half links nothing is kept
constexpr double kArticleBonus = 1.5;   // <article> and <main> say what they are
constexpr double kSiblingShare = 0.25;  // a part beside the best one with this share of its prose belongs to it

// Beginnings of lines that pages put among an article's paragraphs.
constexpr std::array<std::string_view, 16> kNoise = {"advertisement",
                                                     "share this",
                                                     "read more",
                                                     "read also",
                                                     "sign up",
                                                     "subscribe",
                                                     "follow us",
                                                     "we use cookies",
                                                     "this site uses cookies",
                                                     "this website uses cookies",
                                                     "all rights reserved",
                                                     "©",
                                                     "copyright",
                                                     "click here",
                                                     "related:",
                                                     "photo:"};

std::string lower_head(std::string_view text) {
  return ascii_lower(text.substr(0, 200));
}

bool is_noise(const PageBlock& block) {
  if (block.text.size() > 200) return false;
  const auto head = lower_head(block.text);
  if (head.find("cookie") != head.npos && (head.find("accept") != head.npos || head.find("consent") != head.npos))
    return true;
  return std::any_of(kNoise.begin(), kNoise.end(), [&](std::string_view start) { return head.starts_with(start); });
}

bool is_kept(const PageBlock& block) {
  return !block.boilerplate &&
         static_cast<double>(block.linked) <= kMaxLinked * static_cast<double>(block.text.size()) && !is_noise(block);
}

// Prose counts for the element that holds the paragraph's element, and half for the one above: so the body of an
// article outweighs both its single paragraphs and the whole page.
std::vector<double> prose_by_element(const Page& page) {
  std::vector<double> prose(page.elements.size(), 0);
  for (const auto& block : page.blocks) {
    if (!is_kept(block) || block.heading != 0 || block.text.size() < kProseLength) continue;
    const auto parent = page.elements[block.element].parent;
    const auto above = page.elements[parent].parent;
    const auto length = static_cast<double>(block.text.size());
    prose[parent] += length;
    if (above != parent) prose[above] += length / 2;
    // Text that stands right in an element, its paragraphs split by line breaks.
    if (block.text.size() > 10 * kProseLength) prose[block.element] += length / 2;
  }
  for (size_t i = 0; i < prose.size(); ++i) {
    if (page.elements[i].article) prose[i] *= kArticleBonus;
  }
  return prose;
}

// The best element, or the one above it where a part beside it holds prose too.
uint32_t best_element(const Page& page, const std::vector<double>& prose) {
  const auto best = static_cast<uint32_t>(std::max_element(prose.begin(), prose.end()) - prose.begin());
  const auto above = page.elements[best].parent;
  for (uint32_t i = 0; i < page.elements.size(); ++i) {
    if (i != best && i != above && page.elements[i].parent == above && prose[i] >= kSiblingShare * prose[best])
      return above;
  }
  return best;
}

std::vector<bool> beneath(const Page& page, uint32_t root) {
  std::vector<bool> inside(page.elements.size(), false);
  inside[root] = true;
  // Parents come before their children.
  for (size_t i = root + size_t{1}; i < page.elements.size(); ++i) inside[i] = inside[page.elements[i].parent];
  return inside;
}

}  // namespace

bool looks_like_html(std::string_view bytes) {
  auto head = lower_head(bytes.substr(0, 4096));
  std::string_view rest = head;
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  while (true) {
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
    if (!rest.starts_with("<!--") && !rest.starts_with("<?")) break;
    const auto end = rest.find('>');
    if (end == rest.npos) return false;
    rest.remove_prefix(end + 1);
  }
  constexpr std::array<std::string_view, 9> kStarts = {"<!doctype html", "<html", "<head", "<body",   "<article",
                                                       "<div",           "<p>",   "<main", "<section"};
  return std::any_of(kStarts.begin(), kStarts.end(), [&](std::string_view start) { return rest.starts_with(start); });
}

std::vector<uint32_t> article_blocks(const Page& page) {
  std::vector<uint32_t> chosen;
  const auto prose = prose_by_element(page);
  const auto best = best_element(page, prose);
  const auto inside = beneath(page, prose[best] > 0 ? best : 0);
  for (uint32_t i = 0; i < page.blocks.size(); ++i) {
    if (inside[page.blocks[i].element] && is_kept(page.blocks[i])) chosen.push_back(i);
  }
  return chosen;
}

Result<Story> story_from_html(std::string_view html, FactsInOrder facts) {
  const auto page = read_page(html);
  std::vector<StoryFacts> all(facts.begin(), facts.end());
  all.push_back({"", page.facts.title, page.facts.site, page.facts.url, parse_published(page.facts.published)});
  std::string text = page.facts.title;
  for (const auto index : article_blocks(page)) {
    const auto& block = page.blocks[index];
    if (block.text == page.facts.title || block.heading == 1) continue;
    if (!text.empty()) text += "\n\n";
    text += block.text;
  }
  VEDETTE_ASSIGN_OR_RETURN(auto story, story_from_text(text, all));
  story.has_heading = !page.facts.title.empty() && story.paragraphs.size() > 1;
  story.byline = page.facts.byline;
  story.cut = story.cut || page.cut;
  return story;
}

}  // namespace vedette::story
