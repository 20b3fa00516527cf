// Python's classes of characters, on ICU. Unicode 15 where Python 3.11 has 14: letters and digits that are new in 15
// are letters and digits here.
#pragma once

namespace vedette::language {

/// str.isalpha of one character: general category L*.
bool is_python_alpha(char32_t code_point);
/// Of a letter: str.isupper of one character.
bool is_python_upper(char32_t code_point);
/// str.isdigit: numeric type Decimal or Digit, so ² and ① too.
bool is_python_digit(char32_t code_point);
/// str.isspace.
bool is_python_space(char32_t code_point);

}  // namespace vedette::language
