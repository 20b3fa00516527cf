// Latin readings of a word in another script, and keys under which readings of one name agree.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/script.h"

namespace vedette::text {

inline constexpr size_t kMaxReadings = 16;

/// How else the word may be written in lower-case ASCII, the most usual first: forms that the name table knows, then
/// those that rules give. `folded_word` is one word of fold()'s output. A reading may hold several words ("김정은" "kim
/// jong un"). A Latin word reads as itself. At most kMaxReadings, no doubles, deterministic; empty for a word without
/// letters that anything is known of. Words over 64 code points have one plain reading or none.
std::vector<std::string> romanise(std::string_view folded_word, Script script);

/// romanise() without the name table: rules alone.
std::vector<std::string> romanise_by_rule(std::string_view folded_word, Script script);

/// A key that unites the spellings that transcriptions of one name differ in: kh/h, ph/f, w/v, y/i/j, ts/tz/c, sch/sh,
/// ou/oo/u, ee/i, q/k/c, gh/g, dh/d, th/t, x/ks, doubled letters, final -off/-ov, -eff/-ev, -iy/-yi/-i and their like.
/// For a folded Latin word; spaces are kept, other characters dropped. Idempotent.
std::string skeleton(std::string_view latin);

/// The skeleton without a, e, i, o, u (so without y too, but with j as the consonant of "jamal"), to compare with
/// Arabic and Hebrew writing, which leaves them out. "muhammad" and "mohamed" agree.
std::string consonants(std::string_view latin);

}  // namespace vedette::text
