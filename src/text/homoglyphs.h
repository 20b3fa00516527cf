// Words that mix alphabets by letters that look alike.
#pragma once

#include <string>

namespace vedette::text {

/// Puts each word of folded text that mixes Latin with Cyrillic or Greek into one script, if every letter of the other
/// has a look-alike there: the script of most letters first (Latin wins a tie), then the others. Else the word stays.
void unmix_scripts(std::string& folded);

}  // namespace vedette::text
