// The words of who is who: data/story/cast.tsv, embedded.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace vedette::story {

/// A body that is known by name, or the kind that a word in a body's name shows.
struct KnownBody {
  std::string kind;     ///< an organization kind of the dossier
  std::string country;  ///< alpha-2 in lower case, or empty
};

struct CastLexicon {
  std::unordered_map<std::string, std::string> seats;       ///< "Kremlin": ru
  std::unordered_map<std::string, KnownBody> bodies;        ///< by name: "TASS"
  std::unordered_map<std::string, KnownBody> words;         ///< by word in small letters: "ministry"
  std::unordered_map<std::string, KnownBody> common;        ///< bodies without a name: "coast guard"
  std::unordered_set<std::string> titles, groups, vessels;  ///< lemmas in small letters

  /// The table that ships, read once.
  static const CastLexicon& built_in();
};

}  // namespace vedette::story
