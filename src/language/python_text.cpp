#include "language/python_text.h"

#include <unicode/uchar.h>

namespace vedette::language {
namespace {

UChar32 icu(char32_t code_point) {
  return static_cast<UChar32>(code_point);
}

}  // namespace

bool is_python_alpha(char32_t code_point) {
  return (U_GET_GC_MASK(icu(code_point)) & U_GC_L_MASK) != 0;
}

bool is_python_upper(char32_t code_point) {
  return u_isUUppercase(icu(code_point)) != 0;
}

bool is_python_digit(char32_t code_point) {
  const int32_t type = u_getIntPropertyValue(icu(code_point), UCHAR_NUMERIC_TYPE);
  return type == U_NT_DECIMAL || type == U_NT_DIGIT;
}

bool is_python_space(char32_t code_point) {
  return u_isspace(icu(code_point)) != 0;
}

}  // namespace vedette::language
