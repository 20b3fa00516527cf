// Errors are values. A fallible function returns Result<T>; nothing throws across a module.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace vedette {

/// The closed list of what can go wrong. Each code has one sentence (`describe`) and one exit status (cli).
enum class ErrorCode : uint8_t {
  kInvalidInput,  ///< outside data breaks its format; `where` names file, line and field
  kNotFound,      ///< a file, version, source or entity that was asked for does not exist
  kIo,            ///< the operating system refused to read or write
  kLimit,         ///< a bound on size, depth, count or time was hit
  kCorrupt,       ///< a file of ours fails its checksum or its own grammar
  kUnsupported,   ///< well formed, but of a version or kind that this build cannot read
  kRefused,       ///< possible, but against a rule (lists missing, stale, ambiguous)
  kUsage,         ///< the caller's options contradict each other or are malformed
  kInternal,      ///< our bug
};

/// The sentence of a code: "the input breaks its format".
std::string_view describe(ErrorCode code);

/// A place in outside data. Empty or zero members are unknown.
struct Where {
  std::string file;
  uint64_t line = 0;  ///< 1-based
  std::string field;  ///< column or element name
  bool operator==(const Where&) const = default;
};

/// What went wrong, where, and in words a user can act on.
struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;
  Where where;

  /// "sdn.csv:12: field type: unknown kind 'x'".
  std::string to_string() const;
  bool operator==(const Error&) const = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

using Unexpected = tl::unexpected<Error>;

/// `return fail(ErrorCode::kNotFound, "no such version");`
inline Unexpected fail(ErrorCode code, std::string message, Where where = {}) {
  return Unexpected(Error{code, std::move(message), std::move(where)});
}

}  // namespace vedette

#define VEDETTE_CONCAT_IMPL(a, b) a##b
#define VEDETTE_CONCAT(a, b) VEDETTE_CONCAT_IMPL(a, b)

/// Returns the error of a Result<void> (or of any Result whose value is not wanted) from the enclosing function.
#define VEDETTE_RETURN_IF_ERROR(expression)                            \
  do {                                                                 \
    if (auto vedette_result = (expression); !vedette_result) {         \
      return ::vedette::Unexpected(std::move(vedette_result).error()); \
    }                                                                  \
  } while (false)

/// `VEDETTE_ASSIGN_OR_RETURN(auto file, open(path));`
#define VEDETTE_ASSIGN_OR_RETURN(target, expression) \
  VEDETTE_ASSIGN_OR_RETURN_IMPL(VEDETTE_CONCAT(vedette_result_, __LINE__), target, expression)
#define VEDETTE_ASSIGN_OR_RETURN_IMPL(result, target, expression)       \
  auto result = (expression);                                           \
  if (!result) return ::vedette::Unexpected(std::move(result).error()); \
  target = *std::move(result)
