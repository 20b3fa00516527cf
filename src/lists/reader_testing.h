// Helpers for tests of readers.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "lists/collecting_sink.h"
#include "lists/input.h"
#include "lists/reader.h"

namespace vedette::lists {

/// What one read gave.
struct ReadOutcome {
  CollectingSink sink;
  Result<ReadSummary> summary;
};

inline ReadOutcome read_streams(ReadFunction read, Streams streams, const ReadOptions& options = {}) {
  CollectingSink sink;
  auto summary = read(std::move(streams), options, sink);
  return {std::move(sink), std::move(summary)};
}

inline ReadOutcome read_text(ReadFunction read, std::string name, std::string text, const ReadOptions& options = {}) {
  Streams streams;
  streams.push_back(std::make_unique<MemoryStream>(std::move(name), std::move(text)));
  return read_streams(read, std::move(streams), options);
}

inline std::string file_content(const std::filesystem::path& path) {
  auto streams = open_input(path, {});
  return streams ? read_all(*streams->front(), uint64_t{1} << 30).value() : std::string();
}

/// Reads the file cut at random places: each time there must be a clear error, or no more records than the whole has.
/// A crash is what this looks for.
inline void expect_survives_cuts(ReadFunction read, const std::string& text, int cuts) {
  const size_t whole = read_text(read, "whole", text).sink.entities.size();
  std::mt19937_64 random(20240503);
  for (int i = 0; i < cuts; ++i) {
    const size_t size = random() % (text.size() + 1);
    const ReadOutcome outcome = read_text(read, "cut", text.substr(0, size));
    EXPECT_LE(outcome.sink.entities.size(), whole) << size;
    if (!outcome.summary) {
      EXPECT_FALSE(outcome.summary.error().message.empty()) << size;
      EXPECT_NE(outcome.summary.error().code, ErrorCode::kInternal) << size;
    }
  }
}

/// Reads the text with random bytes changed. Nothing but survival is asked.
inline void expect_survives_noise(ReadFunction read, const std::string& text, int rounds) {
  std::mt19937_64 random(20210707);
  for (int i = 0; i < rounds; ++i) {
    std::string noisy = text;
    for (int j = 0; j < 8; ++j) noisy[random() % noisy.size()] = static_cast<char>(random() % 256);
    const ReadOutcome outcome = read_text(read, "noisy", noisy);
    const bool our_bug = !outcome.summary && outcome.summary.error().code == ErrorCode::kInternal;
    EXPECT_FALSE(our_bug);
  }
}

}  // namespace vedette::lists
