#include "story/dossier_html_parts.h"

#include <algorithm>

#include "base/utf8.h"
#include "story/dossier_goods.h"
#include "story/dossier_html_escape.h"

namespace vedette::story {

std::string actor_anchor(size_t actor) {
  return "party-" + std::to_string(actor + 1);
}

std::string place_anchor(size_t place) {
  return "place-" + std::to_string(place + 1);
}

std::string goods_anchor(size_t goods) {
  return "goods-" + std::to_string(goods + 1);
}

std::string event_anchor(size_t event) {
  return "e" + std::to_string(event + 1);
}

std::string trigger_anchor(size_t event) {
  return "told-" + std::to_string(event + 1);
}

std::string statement_anchor(size_t statement) {
  return "said-" + std::to_string(statement + 1);
}

std::string first_mention_anchor(size_t actor) {
  return "named-" + std::to_string(actor + 1);
}

std::string html_link(const std::string& anchor, std::string_view name) {
  return "<a href=\"#" + anchor + "\">" + html_name(name) + "</a>";
}

std::string html_party(const DossierPage& page, const Party& party) {
  return party.actor && page.has_card(*party.actor) ? html_link(actor_anchor(*party.actor), party.words)
                                                    : html_name(party.words);
}

std::string html_parties(const DossierPage& page, const std::vector<Party>& parties) {
  std::string text;
  for (const Party& party : parties) text += (text.empty() ? "" : ", ") + html_party(page, party);
  return text.empty() ? "<span class=\"unnamed\">not named</span>" : text;
}

std::string html_section(std::string_view id, std::string_view heading, const std::string& body) {
  if (body.empty()) return {};
  const std::string name(id);
  return "<section id=\"" + name + "\" aria-labelledby=\"" + name + "-heading\" tabindex=\"-1\"><h2 id=\"" + name +
         "-heading\">" + html_escaped(heading) + "</h2>" + body + "</section>\n";
}

std::string html_status(std::string_view status) {
  const std::string word = html_escaped(status);
  return "<span class=\"status " + word + "\">" + word + "</span>";
}

std::string days_text(const TimeMention& time) {
  if (!time.start && !time.end) return {};
  if (!time.end) return "from " + format_day(*time.start);
  if (!time.start) return "until " + format_day(*time.end);
  return *time.start == *time.end ? format_day(*time.start) : format_day(*time.start) + " to " + format_day(*time.end);
}

DossierPage::DossierPage(const Dossier& dossier)
    : dossier_(dossier), text_(to_utf32(dossier.story.text)), first_goods_(first_goods(dossier)) {}

std::string DossierPage::words(Range range) const {
  const size_t end = std::min<size_t>(range.end, text_.size());
  if (range.begin >= end) return {};
  std::u32string piece = text_.substr(range.begin, end - range.begin);
  std::replace_if(piece.begin(), piece.end(), [](char32_t c) { return c == '\n' || c == '\r'; }, U' ');
  return to_utf8(piece);
}

Range DossierPage::sentence_of(Range range) const {
  const auto& sentences = dossier_.sentences;
  auto after = std::upper_bound(sentences.begin(), sentences.end(), range.begin,
                                [](uint32_t at, const Range& sentence) { return at < sentence.begin; });
  if (after == sentences.begin()) return range;
  const Range sentence = *(after - 1);
  return sentence.end >= range.end ? sentence : Range{sentence.begin, range.end};
}

bool DossierPage::has_card(size_t actor) const {
  return actor < dossier_.cast.actors.size() && dossier_.cast.actors[actor].kind != ActorKind::kPlace;
}

}  // namespace vedette::story
