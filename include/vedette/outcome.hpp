// What a call of the public interface gives back: a value, or why there is none.
#pragma once

#include <optional>
#include <string>
#include <utility>

namespace vedette {

/// Why something could not be done.
struct Problem {
  /// One of "invalid_input", "not_found", "io", "limit", "corrupt", "unsupported", "refused", "usage", "internal".
  std::string code;
  std::string message;  ///< a sentence for a person, with the place (file, line, field) where there is one
};

/// A value, or the problem that stood in its way. Taking the one that is not there is undefined.
template <typename T>
class Outcome {
 public:
  Outcome(T value) : value_(std::move(value)) {}
  Outcome(Problem problem) : problem_(std::move(problem)) {}
  explicit operator bool() const { return value_.has_value(); }
  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return &*value_; }
  const T* operator->() const { return &*value_; }
  const Problem& problem() const { return problem_; }

 private:
  std::optional<T> value_;
  Problem problem_;
};

}  // namespace vedette
