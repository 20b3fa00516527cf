// A web page taken apart: blocks of text with where they stand, and what its head says about the article.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vedette::story {

/// Bounds on pages. Beyond them the page is cut, and says so.
inline constexpr size_t kMaxPageBytes = size_t{16} << 20;
inline constexpr size_t kMaxPageDepth = 1000;
inline constexpr size_t kMaxPageElements = 400'000;

/// Where an element stands and what speaks for or against its text.
struct PageElement {
  uint32_t parent = 0;   ///< index; the root is 0 and its own
  bool article = false;  ///< <article>, <main>, or marked as an article's body
};

/// A run of text that a browser would set apart.
struct PageBlock {
  std::string text;          ///< blanks folded, not empty
  size_t linked = 0;         ///< bytes of it that are links
  uint32_t element = 0;      ///< that directly holds it
  uint8_t heading = 0;       ///< 1–6 for <h1> to <h6>
  bool boilerplate = false;  ///< in a menu, footer, form, aside or the like
};

/// What pages say about themselves, the strongest source of each first.
struct PageFacts {
  std::string title, byline, published, site, url;
};

struct Page {
  std::vector<PageElement> elements;
  std::vector<PageBlock> blocks;
  PageFacts facts;
  bool cut = false;
};

/// Takes any bytes for HTML. No network, no external entities, no scripts run. Time linear in the page.
Page read_page(std::string_view html);

}  // namespace vedette::story
