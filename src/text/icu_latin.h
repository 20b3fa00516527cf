// ICU's transliterators, one of each a thread.
#pragma once

#include <string>
#include <string_view>

namespace vedette::text {

/// Names of ICU transliterators that are used: "Han-Latin/Names", "Any-Latin".
enum class IcuRules { kHanNames, kHan, kAny };

/// The folded Latin that ICU makes of a word; empty if something is left that is not ASCII. Marks tones and syllables
/// by nothing; spaces between syllables stay.
std::string icu_latin(std::string_view utf8, IcuRules rules);

}  // namespace vedette::text
