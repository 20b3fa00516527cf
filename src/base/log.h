// Where words for a person go. The library prints nothing: it is handed a sink.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace vedette {

enum class Severity : uint8_t { kInfo, kWarning };

/// Called with one complete sentence. May be empty; must be safe to call from the thread that makes the call.
using LogSink = std::function<void(Severity, std::string_view)>;

inline void tell(const LogSink& sink, Severity severity, std::string_view sentence) {
  if (sink) sink(severity, sentence);
}

}  // namespace vedette
