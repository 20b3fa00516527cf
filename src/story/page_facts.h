// What a page's head says: meta tags, JSON-LD, <time>.
#pragma once

#include <string>
#include <string_view>

#include "story/page.h"

namespace vedette::story {

/// Collects facts by the strength of their source: for each fact a stronger source replaces a weaker one, and of equal
/// ones the first stays.
class PageFactsCollector {
 public:
  /// <meta NAME=… content=…>, where `name` is the value of name, property or itemprop. Any case.
  void meta(std::string_view name, std::string_view content);
  /// The content of <script type="application/ld+json">. What is no JSON is passed over.
  void json_ld(std::string_view json);
  /// <title>; a site's name behind a bar or dash is taken off.
  void title_element(std::string_view text);
  void heading(std::string_view text);
  void time_element(std::string_view datetime);
  void byline_element(std::string_view text);
  void canonical(std::string_view url);

  PageFacts take() &&;

 private:
  struct Held {
    std::string text;
    int strength = 0;
    void offer(std::string_view value, int value_strength);
  };
  Held title_, byline_, published_, site_, url_;
};

}  // namespace vedette::story
