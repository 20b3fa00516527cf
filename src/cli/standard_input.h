// Standard input as the library's stream of bytes.
#pragma once

#include <span>
#include <string>
#include <utility>

#include "cli/environment.h"
#include "engine/query_file.h"

namespace vedette::cli {

class StandardInput final : public lists::InputStream {
 public:
  explicit StandardInput(ByteSource source) : source_(std::move(source)) {}
  Result<size_t> read(std::span<char> buffer) override { return source_(buffer); }
  const std::string& name() const override { return name_; }

 private:
  ByteSource source_;
  std::string name_ = "standard input";
};

/// All of it; kLimit if there is more than `limit`.
inline Result<std::string> read_standard_input(const ByteSource& source, size_t limit) {
  std::string text;
  while (true) {
    const size_t held = text.size();
    text.resize(held + (size_t{64} << 10));
    VEDETTE_ASSIGN_OR_RETURN(const size_t count, source(std::span(text).subspan(held)));
    text.resize(held + count);
    if (count == 0) return text;
    if (text.size() > limit) {
      return fail(ErrorCode::kLimit, "more than " + std::to_string(limit) + " bytes", {"standard input", 0, {}});
    }
  }
}

}  // namespace vedette::cli
