#include "engine/text_input.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <span>

#include "base/utf8.h"
#include "language/python_text.h"
#include "lists/input.h"

namespace vedette::engine {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

Unexpected wants(std::string_view field, std::string what) {
  return fail(ErrorCode::kInvalidInput, std::move(what), {.field = std::string(field)});
}

bool is_absent(const simdjson::dom::object& object, std::string_view field, simdjson::dom::element& value) {
  return object.at_key(field).get(value) != simdjson::SUCCESS || value.is_null();
}

// Empty where there is none.
Result<std::string> id_of(const simdjson::dom::object& object) {
  simdjson::dom::element value;
  if (is_absent(object, "id", value)) return std::string();
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  if (value.is_int64() || value.is_uint64()) return simdjson::to_string(value);
  return wants("id", "neither text nor a whole number");
}

Result<std::vector<std::string>> words_of(const simdjson::dom::element& value) {
  simdjson::dom::array array;
  if (value.get(array) != simdjson::SUCCESS) return wants("words", "not an array");
  std::vector<std::string> words;
  words.reserve(array.size());
  for (const simdjson::dom::element member : array) {
    std::string_view word;
    if (member.get(word) != simdjson::SUCCESS) return wants("words", "a member that is not text");
    if (word.empty()) return wants("words", fmt::format("word {} is empty", words.size() + 1));
    words.emplace_back(word);
  }
  return words;
}

Result<std::vector<bool>> spaces_of(const simdjson::dom::object& object, size_t words) {
  simdjson::dom::element value;
  if (is_absent(object, "spaces", value)) return std::vector<bool>();
  simdjson::dom::array array;
  if (value.get(array) != simdjson::SUCCESS) return wants("spaces", "not an array");
  std::vector<bool> spaces;
  spaces.reserve(array.size());
  for (const simdjson::dom::element member : array) {
    bool flag = false;
    int64_t number = 0;
    const bool is_number = member.get(number) == simdjson::SUCCESS;
    if (!is_number && member.get(flag) != simdjson::SUCCESS)
      return wants("spaces", "a member that is not true or false");
    spaces.push_back(is_number ? number != 0 : flag);
  }
  if (spaces.size() != words) return wants("spaces", fmt::format("{} of them, but {} words", spaces.size(), words));
  return spaces;
}

}  // namespace

bool is_blank(std::string_view text) {
  for (size_t position = 0; position < text.size();) {
    if (!language::is_python_space(next_code_point(text, position))) return false;
  }
  return true;
}

size_t bytes_of(const InputText& text) {
  if (const auto* whole = std::get_if<std::string>(&text.content)) return whole->size();
  constexpr size_t kWordBytes = sizeof(std::string);
  size_t bytes = 0;
  for (const std::string& word : std::get<language::Words>(text.content).words) bytes += word.size() + kWordBytes;
  return bytes;
}

Result<std::unique_ptr<lists::InputStream>> open_plain_file(const std::string& path) {
  return lists::open_plain(path, path, UINT64_MAX);  // each text has its bound
}

Result<InputText> parse_text_json(std::string_view json) {
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  const simdjson::padded_string padded(json);
  const auto parsed = parser.parse(padded);
  if (parsed.error() != simdjson::SUCCESS) {
    return fail(ErrorCode::kInvalidInput, fmt::format("not JSON: {}", simdjson::error_message(parsed.error())));
  }
  if (parsed.get(object) != simdjson::SUCCESS) return fail(ErrorCode::kInvalidInput, "not a JSON object");
  InputText text;
  VEDETTE_ASSIGN_OR_RETURN(text.id, id_of(object));
  simdjson::dom::element value;
  if (!is_absent(object, "words", value)) {
    language::Words words;
    VEDETTE_ASSIGN_OR_RETURN(words.words, words_of(value));
    VEDETTE_ASSIGN_OR_RETURN(words.spaces, spaces_of(object, words.words.size()));
    text.content = std::move(words);
    return text;
  }
  if (is_absent(object, "text", value)) return wants("text", "missing: wants an object with text or words");
  std::string_view content;
  if (value.get(content) != simdjson::SUCCESS) return wants("text", "not text");
  text.content = std::string(content);
  return text;
}

TextInput::TextInput(std::unique_ptr<lists::InputStream> stream, TextShape shape, std::string name, size_t text_bytes)
    : file_(stream->name()),
      name_(std::move(name)),
      shape_(shape),
      text_bytes_(text_bytes),
      lines_(std::move(stream), text_bytes) {}

std::optional<Result<InputText>> TextInput::next() {
  if (ended_) return std::nullopt;
  if (shape_ != TextShape::kWhole) return line();
  ended_ = true;
  return whole();
}

Result<InputText> TextInput::whole() {
  InputText text{.id = name_};
  auto content = lines_.rest();
  if (!content) return Unexpected(std::move(content).error());
  text.mended = !is_valid_utf8(*content);
  if (text.mended) *content = mend_utf8(*content);
  if (content->starts_with(kByteOrderMark)) content->erase(0, kByteOrderMark.size());
  text.content = *std::move(content);
  return text;
}

std::optional<Result<InputText>> TextInput::line() {
  while (true) {
    LineReader::Line line;
    const auto there = lines_.next(line);
    if (!there || !*there) ended_ = true;
    if (!there) return Unexpected(there.error());
    if (!*there) return std::nullopt;
    if (line.number == 1 && line.text.starts_with(kByteOrderMark)) line.text.erase(0, kByteOrderMark.size());
    if (line.too_long || !is_blank(line.text)) return text_of(std::move(line));
  }
}

Result<InputText> TextInput::text_of(LineReader::Line line) const {
  const Where where{file_, line.number, {}};
  if (line.too_long) {
    return fail(ErrorCode::kLimit, fmt::format("a line over the limit of {} bytes", text_bytes_), where);
  }
  const bool mended = !is_valid_utf8(line.text);
  if (mended) line.text = mend_utf8(line.text);
  const std::string place = fmt::format("{}:{}", name_, line.number);
  if (shape_ == TextShape::kLines) return InputText{place, std::move(line.text), mended};
  auto text = parse_text_json(line.text);
  if (!text) {
    Error error = std::move(text).error();
    error.where.file = file_;
    error.where.line = line.number;
    return Unexpected(std::move(error));
  }
  if (text->id.empty()) text->id = place;
  text->mended = mended;
  return text;
}

}  // namespace vedette::engine
