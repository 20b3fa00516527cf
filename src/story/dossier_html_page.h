// The frame that pages share: head, style, skip link, header, navigation, main part, footer.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace vedette::story {

struct HtmlPage {
  std::string title;     ///< text
  std::string brand;     ///< text: what kind of page it is
  std::string subtitle;  ///< HTML
  std::string notices;   ///< HTML
  /// Ids of sections and their names in the navigation; those that are not in `main` are left out.
  std::vector<std::pair<std::string, std::string>> sections;
  std::string main;  ///< HTML
};

std::string html_page(const HtmlPage& page);

}  // namespace vedette::story
