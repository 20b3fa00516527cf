// The story itself, with what was found in it marked. Marks never nest: the text is cut into stretches, each of which
// has at most one link and is or is not within a quotation, so that no overlap can break the markup.
#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "story/dossier_html_escape.h"
#include "story/dossier_html_parts.h"

namespace vedette::story {

namespace {

struct Mark {
  Range range;
  std::string kind;  // a class of the style sheet
  std::string link;  // empty: none
  std::string id;
  int rank = 0;                     // lower ones win where two overlap
  std::vector<std::string> others;  // ids of marks that gave way to this one, for links must lead somewhere
};

constexpr std::string_view kind_of(ActorKind kind) {
  switch (kind) {
    case ActorKind::kPerson:
      return "person";
    case ActorKind::kOrganization:
      return "organization";
    case ActorKind::kVessel:
      return "vessel";
    case ActorKind::kCountry:
      return "country";
    default:
      return "group";
  }
}

void add_events(const Dossier& dossier, std::vector<Mark>& marks) {
  for (size_t i = 0; i < dossier.trigger_ranges.size(); ++i) {
    marks.push_back({dossier.trigger_ranges[i], "trigger", event_anchor(i), trigger_anchor(i), 0});
  }
}

void add_mentions(const DossierPage& page, std::vector<Mark>& marks) {
  const Dossier& dossier = page.dossier();
  std::set<uint32_t> seen;
  for (size_t i = 0; i < dossier.mention_ranges.size() && i < dossier.cast.mentions.size(); ++i) {
    const CastMention& mention = dossier.cast.mentions[i];
    if (!page.has_card(mention.actor)) continue;
    std::string kind(kind_of(dossier.cast.actors[mention.actor].kind));
    if (mention.kind == MentionKind::kPronoun) kind += " pronoun";
    std::string id = seen.insert(mention.actor).second ? first_mention_anchor(mention.actor) : std::string();
    marks.push_back({dossier.mention_ranges[i], std::move(kind), actor_anchor(mention.actor), std::move(id), 2});
  }
}

void add_things(const DossierPage& page, std::vector<Mark>& marks) {
  const Dossier& dossier = page.dossier();
  for (uint32_t i = 0; i < dossier.goods_ranges.size(); ++i) {
    marks.push_back({dossier.goods_ranges[i], "goods", goods_anchor(page.shown_goods(i)), {}, 1});
  }
  for (size_t i = 0; i < dossier.places.size(); ++i) {
    for (const Range range : dossier.places[i].mentions) marks.push_back({range, "place", place_anchor(i), {}, 3});
  }
  for (const auto& time : dossier.times) marks.push_back({time.range, "time", {}, {}, 4});
}

// In order and disjoint; of two that overlap the one of lower rank stays, then the longer, then the earlier.
class Chosen {
 public:
  void add(Mark mark) {
    if (mark.range.begin >= mark.range.end) return;
    if (Mark* other = overlapping(mark.range)) {
      if (!mark.id.empty()) other->others.push_back(std::move(mark.id));
    } else {
      kept_.emplace(mark.range.begin, std::move(mark));
    }
  }

  std::vector<Mark> take() {
    std::vector<Mark> marks;
    for (auto& [begin, mark] : kept_) marks.push_back(std::move(mark));
    return marks;
  }

 private:
  Mark* overlapping(Range range) {
    const auto after = kept_.lower_bound(range.begin);
    if (after != kept_.end() && after->first < range.end) return &after->second;
    if (after == kept_.begin()) return nullptr;
    Mark& before = std::prev(after)->second;
    return before.range.end > range.begin ? &before : nullptr;
  }

  std::map<uint32_t, Mark> kept_;  // by beginning
};

std::vector<Mark> chosen(std::vector<Mark> marks) {
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    if (a.rank != b.rank) return a.rank < b.rank;
    return a.range.end - a.range.begin > b.range.end - b.range.begin;
  });
  Chosen kept;
  for (Mark& mark : marks) kept.add(std::move(mark));
  return kept.take();
}

class MarkedText {
 public:
  explicit MarkedText(const DossierPage& page) : page_(page) {
    std::vector<Mark> marks;
    add_events(page.dossier(), marks);
    add_mentions(page, marks);
    add_things(page, marks);
    marks_ = chosen(std::move(marks));
    for (const auto& quotation : page.dossier().story.quotations) {
      if (quotation.depth == 0) quotes_.push_back(quotation.range);
    }
  }

  std::string paragraph(Range range) {
    std::string html;
    for (uint32_t at = range.begin; at < range.end;) {
      while (mark_ < marks_.size() && marks_[mark_].range.end <= at) ++mark_;
      while (quote_ < quotes_.size() && quotes_[quote_].end <= at) ++quote_;
      const Mark* mark = mark_ < marks_.size() && marks_[mark_].range.begin <= at ? &marks_[mark_] : nullptr;
      const bool quoted = quote_ < quotes_.size() && quotes_[quote_].begin <= at;
      uint32_t end = mark != nullptr ? mark->range.end : mark_ < marks_.size() ? marks_[mark_].range.begin : range.end;
      if (quote_ < quotes_.size()) end = std::min(end, quoted ? quotes_[quote_].end : quotes_[quote_].begin);
      end = std::min(end, range.end);
      html += stretch({at, end}, mark, quoted);
      at = end;
    }
    return html;
  }

 private:
  std::string stretch(Range range, const Mark* mark, bool quoted) const {
    const std::string words = html_escaped(to_utf8(page_.text().substr(range.begin, range.end - range.begin)));
    if (mark == nullptr) return quoted ? "<span class=\"quote\">" + words + "</span>" : words;
    const std::string classes = "mark " + mark->kind + (quoted ? " quote" : "");
    const bool first = range.begin == mark->range.begin;
    const std::string id = first && !mark->id.empty() ? " id=\"" + mark->id + "\"" : "";
    std::string others;
    for (const auto& other : mark->others) others += first ? "<span id=\"" + other + "\"></span>" : "";
    if (mark->link.empty()) return others + "<span class=\"" + classes + "\"" + id + ">" + words + "</span>";
    return others + "<a class=\"" + classes + "\"" + id + " href=\"#" + mark->link + "\">" + words + "</a>";
  }

  const DossierPage& page_;
  std::vector<Mark> marks_;
  std::vector<Range> quotes_;
  size_t mark_ = 0;
  size_t quote_ = 0;
};

}  // namespace

std::string story_section(const DossierPage& page) {
  MarkedText text(page);
  std::string html;
  const auto& paragraphs = page.dossier().story.paragraphs;
  for (size_t i = 0; i < paragraphs.size(); ++i) {
    const bool heading = i == 0 && page.dossier().story.has_heading;
    html += std::string("<p dir=\"auto\"") + (heading ? " class=\"headline\">" : ">") + text.paragraph(paragraphs[i]) +
            "</p>\n";
  }
  constexpr std::string_view kKey =
      "<p class=\"key\">Marked: <span class=\"mark person\">people</span> <span class=\"mark organization\">"
      "organisations</span> <span class=\"mark vessel\">vessels</span> <span class=\"mark country\">countries</span> "
      "<span class=\"mark group\">others</span> <span class=\"mark place\">places</span> <span class=\"mark goods\">"
      "goods</span> <span class=\"mark trigger\">what happens</span> <span class=\"mark time\">when</span> "
      "<span class=\"quote\">quoted</span></p>";
  return html_section("story", "The story", "<div class=\"text\">" + html + "</div>" + std::string(kKey));
}

}  // namespace vedette::story
