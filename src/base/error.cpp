#include "base/error.h"

namespace vedette {

std::string_view describe(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInvalidInput:
      return "the input breaks its format";
    case ErrorCode::kNotFound:
      return "not found";
    case ErrorCode::kIo:
      return "the system could not read or write";
    case ErrorCode::kLimit:
      return "a limit was hit";
    case ErrorCode::kCorrupt:
      return "the file is damaged";
    case ErrorCode::kUnsupported:
      return "not supported by this version";
    case ErrorCode::kRefused:
      return "refused";
    case ErrorCode::kUsage:
      return "wrong usage";
    case ErrorCode::kInternal:
      return "a bug in vedette";
  }
  return "unknown error";
}

std::string Error::to_string() const {
  std::string text;
  if (!where.file.empty()) text += where.file + ":";
  if (where.line != 0) text += std::to_string(where.line) + ":";
  if (!text.empty()) text += " ";
  if (!where.field.empty()) text += "field " + where.field + ": ";
  text += message.empty() ? std::string(describe(code)) : message;
  return text;
}

}  // namespace vedette
