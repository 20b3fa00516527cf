// OFAC's published search, emulated: https://ofac.treasury.gov/faqs/249 and 247. Two measures are taken and the better
// counts: Jaro–Winkler of the whole names, and for each word of the query its best Jaro–Winkler among the words of the
// listed name, where only words count that begin with the same letter or sound alike (Soundex); the words' mean counts.
#pragma once

#include <string>
#include <string_view>

#include "match/score.h"

namespace vedette::match {

/// Jaro–Winkler similarity, prefix scale 0.1 up to four letters. 0 to 1; symmetric. Bytes are letters.
double jaro_winkler(std::string_view a, std::string_view b);

/// American Soundex of a folded Latin word: a letter and three digits; empty without a letter.
std::string soundex(std::string_view word);

/// Score of two names as the published search would have it, 0 to 1.
double ofac_name_score(const Name& query, const Name& candidate);

/// Names alone; evidence other than the schema is not looked at.
EntityScore score_entity_ofac(const PreparedEntity& query, const PreparedEntity& candidate, const Policy& policy);

}  // namespace vedette::match
