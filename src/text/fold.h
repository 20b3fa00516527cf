// The form in which names are compared: case, diacritics, width, invisible characters and look-alikes out of the way.
#pragma once

#include <string>
#include <string_view>

namespace vedette::text {

/// Folds a text, of any script, which it keeps:
///   - compatibility forms and full width to plain ones, decimal digits of any script to ASCII;
///   - lower case; diacritics dropped ("é" e); Latin letters without decomposition spelled out ("ß" ss, "ø" o, "ł" l,
///     "æ" ae, "þ" th, "đ" d, "ı" i, "ə" a); Cyrillic "ё" to "е" (й, ї, ў, ѓ, ќ are letters and stay);
///   - apostrophes, half rings and the like dropped ("O’Brien" obrien, "ʿAbd" abd);
///   - zero-width, direction and other invisible characters dropped;
///   - Arabic: tatweel, hamza and vowel marks dropped, forms of alef, yeh, heh and teh marbuta, kaf, waw unified;
///     Hebrew points dropped, final letters kept;
///   - spaces of all kinds to ' ', dashes to '-', double quotes to '"', middle dots to ' ';
///   - a word that mixes Latin with Cyrillic or Greek is put into one of them if look-alikes allow it, the script of
///     most of its letters first.
/// White space is neither trimmed nor merged. An ill-formed byte becomes U+FFFD. Linear in time; idempotent; the
/// result has at most 18 code points for each of the input.
std::string fold(std::string_view utf8);

}  // namespace vedette::text
