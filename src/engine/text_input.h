// The texts of a file, for the language engine: the whole file, each of its lines, or the objects of JSON lines.
//
// A line of JSON is {"id"?, "text"} or, split into words already, {"id"?, "words": [text…], "spaces"?: [flag…]}, where
// a space says whether a blank follows its word (without them: after every word). Other members are passed over.
// A line that cannot be read costs no other one.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/error.h"
#include "engine/line_reader.h"
#include "vedette/language.hpp"

namespace vedette::engine {

/// Of one text: a file, a line, or a line of JSON as it stands.
inline constexpr size_t kMaxTextBytes = size_t{16} << 20;

/// What to read: always valid UTF-8.
struct InputText {
  std::string id;  ///< its own, else the name of the file, with the line where a file holds several: "news.txt:12"
  std::variant<std::string, language::Words> content;
  bool mended = false;  ///< ill-formed bytes were replaced by U+FFFD
};

size_t bytes_of(const InputText& text);

enum class TextShape : uint8_t { kWhole, kLines, kJsonLines };

/// Not thread-safe.
class TextInput {
 public:
  /// `name` names the file in ids; errors name the stream. A text of more than `text_bytes` is kLimit.
  TextInput(std::unique_ptr<lists::InputStream> stream, TextShape shape, std::string name,
            size_t text_bytes = kMaxTextBytes);

  /// The next text, or why there is none in this place (kInvalidInput, kLimit: with file, line and field; reading goes
  /// on after it); nullopt at the end. An error of the stream itself is the last thing that it gives.
  std::optional<Result<InputText>> next();

  /// How far into the file.
  uint64_t bytes_read() const { return lines_.bytes_read(); }

 private:
  Result<InputText> whole();
  std::optional<Result<InputText>> line();
  Result<InputText> text_of(LineReader::Line line) const;

  std::string file_;
  std::string name_;
  TextShape shape_;
  size_t text_bytes_;
  LineReader lines_;
  bool ended_ = false;
};

/// The plain bytes of a file. kNotFound or kIo, also for a folder.
Result<std::unique_ptr<lists::InputStream>> open_plain_file(const std::string& path);

/// True of text in which there is nothing but white space, as Python's str.isspace sees it; also of none.
bool is_blank(std::string_view text);

/// One line of JSON, without the id that it would have by its place.
Result<InputText> parse_text_json(std::string_view json);

}  // namespace vedette::engine
