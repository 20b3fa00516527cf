#include "story/cast_lexicon.h"

#include <array>

#include "base/ascii.h"
#include "base/table.h"
#include "entity/country.h"
#include "text/embed.h"

VEDETTE_EMBED(story_cast_table, VEDETTE_STORY_DATA "/cast.tsv")

namespace vedette::story {

namespace {

constexpr std::array<std::string_view, 4> kColumns = {"term", "kind", "value", "country"};

void add(CastLexicon& lexicon, const TableRow& row) {
  const std::string term(row[0]);
  const std::string_view kind = row[1];
  const KnownBody body{std::string(row[2]), std::string(row[3])};
  if (kind == "seat") lexicon.seats.emplace(term, body.country);
  if (kind == "body") lexicon.bodies.emplace(term, body);
  if (kind == "word") lexicon.words.emplace(term, body);
  if (kind == "common body") lexicon.common.emplace(term, body);
  if (kind == "title") lexicon.titles.insert(ascii_lower(term));
  if (kind == "group") lexicon.groups.insert(term);
  if (kind == "vessel") lexicon.vessels.insert(ascii_lower(term));
}

}  // namespace

const CastLexicon& CastLexicon::built_in() {
  static const CastLexicon kLexicon = [] {
    CastLexicon lexicon;
    const auto rows = parse_table("cast.tsv", story_cast_table(), kColumns);
    if (!rows) return lexicon;
    for (const TableRow& row : *rows) add(lexicon, row);
    return lexicon;
  }();
  return kLexicon;
}

}  // namespace vedette::story
