// The sections of the page, and what they share. Private to the page.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "story/dossier.h"

namespace vedette::story {

// Fragment identifiers: what stands on the page once.
std::string actor_anchor(size_t actor);
std::string place_anchor(size_t place);
std::string goods_anchor(size_t goods);
std::string event_anchor(size_t event);
std::string trigger_anchor(size_t event);
std::string statement_anchor(size_t statement);
std::string first_mention_anchor(size_t actor);

/// A link within the page; the name is escaped.
std::string html_link(const std::string& anchor, std::string_view name);
/// A section with a heading; empty if `body` is.
std::string html_section(std::string_view id, std::string_view heading, const std::string& body);
/// A status as a coloured word.
std::string html_status(std::string_view status);
/// "2023-09-13", or "2023-07-01 to 2023-07-31"; empty without both.
std::string days_text(const TimeMention& time);

/// Quick answers about a dossier that several sections ask for.
class DossierPage {
 public:
  explicit DossierPage(const Dossier& dossier);

  const Dossier& dossier() const { return dossier_; }
  const std::u32string& text() const { return text_; }
  /// Words of the story, with line ends made blanks.
  std::string words(Range range) const;
  /// The sentence around a range; the range itself where the story was not parsed.
  Range sentence_of(Range range) const;
  bool has_card(size_t actor) const;
  /// The goods mention under which a mention is shown.
  uint32_t shown_goods(uint32_t goods) const { return first_goods_[goods]; }

 private:
  const Dossier& dossier_;
  std::u32string text_;
  std::vector<uint32_t> first_goods_;
};

/// A party, linked to its card if it has one.
std::string html_party(const DossierPage& page, const Party& party);
/// Several, with commas; "not named" if there are none.
std::string html_parties(const DossierPage& page, const std::vector<Party>& parties);

std::string story_section(const DossierPage& page);
std::string flags_section(const DossierPage& page);
std::string parties_sections(const DossierPage& page);
std::string events_section(const DossierPage& page);
std::string statements_section(const DossierPage& page);
std::string places_section(const DossierPage& page);
std::string goods_section(const DossierPage& page);
std::string timeline_section(const DossierPage& page);
std::string network_section(const DossierPage& page);
std::string sources_section(const DossierPage& page);

}  // namespace vedette::story
