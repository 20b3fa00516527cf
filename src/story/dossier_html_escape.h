// Text of strangers made safe to stand in HTML and SVG.
#pragma once

#include <string>
#include <string_view>

namespace vedette::story {

/// Markup becomes plain characters. Control characters and those that change the direction of what follows are left
/// out, so that no name can disguise itself or its neighbours; ill-formed bytes become U+FFFD.
std::string html_escaped(std::string_view text);

/// The same within an element that keeps a name's direction to itself.
std::string html_name(std::string_view text);

/// A number for SVG: at most one decimal.
std::string svg_number(double number);

}  // namespace vedette::story
