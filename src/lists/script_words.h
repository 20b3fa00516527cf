// What lists say of the script and language of a name, as codes.
#pragma once

#include <string>
#include <string_view>

namespace vedette::lists {

/// The ISO 15924 code of a name's script. `words` are the source's: "Cyrillic", "Chinese (Simplified)", "in Arabic
/// script". Empty if there are none. The letters of the name decide where the words say no more than that the name
/// stands in its own script ("original script"), and where they contradict the words: the UK's list calls a few
/// transliterations Cyrillic.
std::string name_script(std::string_view words, std::string_view name);

/// ISO 639 code of a language that is named in English ("Persian" is "fa"), or empty. A code stays as it is.
std::string_view language_code(std::string_view words);

}  // namespace vedette::lists
