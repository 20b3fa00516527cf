// How many terminal columns a text takes, and cutting it to fit.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vedette::cli {

/// Columns: 2 for East Asian wide and full-width characters and emoji, 0 for combining marks and format characters,
/// else 1 (Unicode Standard Annex 11, as ICU has it).
size_t display_width(std::string_view text);

/// The text on one line that cannot disturb a terminal: control characters become spaces (escape sequences in
/// outside data must not reach a terminal), direction overrides are dropped, ill-formed bytes become U+FFFD.
std::string printable(std::string_view text);

/// Breaks at spaces into lines of at most `width` columns; a word that is too long is cut. At least one line.
/// Requires width ≥ 2.
std::vector<std::string> wrap(std::string_view text, size_t width);

}  // namespace vedette::cli
