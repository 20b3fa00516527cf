// Regular expressions in Python's notation and with the meaning of its `re`, run by PCRE2.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

struct pcre2_real_code_8;

namespace vedette::language {

/// Bytes [begin, end) of the subject.
struct Match {
  size_t begin = 0;
  size_t end = 0;
  size_t length() const { return end - begin; }
};

/// A compiled pattern. Immutable and shared by threads.
class Pattern {
 public:
  enum class Start {
    kAnywhere,   ///< re.search
    kAtSubject,  ///< re.match
  };
  /// `pattern` is in PCRE2's notation (python_pattern.h). kUnsupported where it does not compile; the message begins
  /// with `name`.
  static Result<Pattern> compile(std::string_view pattern, std::string_view name, Start start = Start::kAnywhere);

 private:
  friend class Matcher;
  struct Free {
    void operator()(pcre2_real_code_8* code) const;
  };
  std::unique_ptr<pcre2_real_code_8, Free> code_;
  bool just_in_time_ = false;
};

/// What one thread needs to match: a stack, an output vector, and limits on the work of one attempt.
class Matcher {
 public:
  enum class Empty { kAllowed, kNotAtFirst };

  Matcher();
  ~Matcher();
  Matcher(Matcher&&) noexcept;

  /// The leftmost match that begins at byte `from` or after it; what stands before `from` is seen by lookbehinds.
  /// `subject` is valid UTF-8 and `from` the edge of a code point in it. With kNotAtFirst a match at `from` must not be
  /// empty. Nothing also where a limit was hit (kSteps).
  std::optional<Match> search(const Pattern& pattern, std::string_view subject, size_t from = 0,
                              Empty empty = Empty::kAllowed);

  /// Steps of backtracking that one attempt at one place may take: some milliseconds.
  static constexpr uint32_t kSteps = 200'000;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace vedette::language
