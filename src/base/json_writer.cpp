#include "base/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>

#include "base/utf8.h"

namespace vedette {

void append_json_string(std::string& out, std::string_view text) {
  static constexpr char kDigits[] = "0123456789abcdef";
  out += '"';
  for (size_t position = 0; position < text.size();) {
    const char c = text[position];
    if (static_cast<unsigned char>(c) >= 0x80) {
      append_code_point(out, next_code_point(text, position));
      continue;
    }
    ++position;
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
          out += "\\u00";
          out += kDigits[static_cast<unsigned char>(c) >> 4];
          out += kDigits[c & 15];
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

std::string shortest_double(double number) {
  std::array<char, 40> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
  std::string text(buffer.data(), end);
  if (text.find_first_of(".en") == std::string::npos) text += ".0";
  return text;
}

void JsonWriter::new_line() {
  text_ += '\n';
  text_.append(has_content_.size() * static_cast<size_t>(indent_), ' ');
}

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (has_content_.empty()) return;
  if (has_content_.back()) text_ += indent_ > 0 ? "," : ", ";
  has_content_.back() = true;
  if (indent_ > 0) new_line();
}

void JsonWriter::open(char bracket) {
  before_value();
  text_ += bracket;
  has_content_.push_back(false);
}

void JsonWriter::close(char bracket) {
  const bool had_content = has_content_.back();
  has_content_.pop_back();
  if (indent_ > 0 && had_content) new_line();
  text_ += bracket;
}

void JsonWriter::key(std::string_view name) {
  before_value();
  append_json_string(text_, name);
  text_ += ": ";
  after_key_ = true;
}

void JsonWriter::value(std::string_view text) {
  before_value();
  append_json_string(text_, text);
}

void JsonWriter::value(double number) {
  if (!std::isfinite(number)) return null();
  raw(shortest_double(number));
}

void JsonWriter::raw(std::string_view json) {
  before_value();
  text_ += json;
}

void JsonWriter::member_or_null(std::string_view name, std::string_view text) {
  key(name);
  text.empty() ? null() : value(text);
}

void JsonWriter::member_strings(std::string_view name, const std::vector<std::string>& texts) {
  key(name);
  begin_array();
  for (const auto& text : texts) value(text);
  end_array();
}

}  // namespace vedette
