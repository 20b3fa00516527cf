// Writes JSON in the order given, doubles in their shortest form, always valid UTF-8.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vedette {

/// A streaming writer into one string. Misuse (a value where a key is due) is an assertion.
///   JsonWriter json;  json.begin_object();  json.key("score");  json.value(0.93);  json.end_object();
class JsonWriter {
 public:
  /// `indent` 0 writes one line with ", " and ": " between parts.
  explicit JsonWriter(int indent = 0) : indent_(indent) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);

  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(double number);  ///< NaN and infinities become null
  void value(std::same_as<bool> auto flag) { raw(flag ? "true" : "false"); }
  void value(std::integral auto number)
    requires(!std::same_as<decltype(number), bool>)
  {
    raw(std::to_string(number));
  }
  void null() { raw("null"); }
  /// Text that is JSON already.
  void raw(std::string_view json);

  template <typename T>
  void member(std::string_view name, const T& content) {
    key(name);
    value(content);
  }
  /// null for an empty text.
  void member_or_null(std::string_view name, std::string_view text);
  void member_strings(std::string_view name, const std::vector<std::string>& texts);

  const std::string& text() const { return text_; }
  std::string take() { return std::move(text_); }

 private:
  void open(char bracket);
  void close(char bracket);
  void before_value();
  void new_line();

  std::string text_;
  std::vector<bool> has_content_;  // one a level that is open
  int indent_;
  bool after_key_ = false;
};

/// The text as a JSON string, with quotes; ill-formed bytes become U+FFFD.
void append_json_string(std::string& out, std::string_view text);

/// Shortest decimal that reads back as the same double ("0.1", "1.0", "1e+300").
std::string shortest_double(double number);

}  // namespace vedette
