// Collects readings: in order, without doubles, bounded.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "text/romanise.h"

namespace vedette::text {

class Readings {
 public:
  void add(std::string_view reading) {
    if (reading.empty() || is_full()) return;
    if (std::find(found_.begin(), found_.end(), reading) == found_.end()) found_.emplace_back(reading);
  }
  template <typename Range>
  void add_all(const Range& readings) {
    for (const auto& reading : readings) add(reading);
  }
  bool is_full() const { return found_.size() >= kMaxReadings; }
  bool empty() const { return found_.empty(); }
  std::vector<std::string> take() { return std::move(found_); }

 private:
  std::vector<std::string> found_;
};

/// Rules of each script; the word is folded and has at most 64 code points. Each may add nothing.
void read_cyrillic(std::u32string_view word, Readings& readings);
void read_arabic(std::u32string_view word, Readings& readings);
void read_hebrew(std::u32string_view word, Readings& readings);
void read_hangul(std::u32string_view word, Readings& readings);
void read_han(std::u32string_view word, Readings& readings);
void read_kana(std::u32string_view word, Readings& readings);
void read_greek(std::u32string_view word, Readings& readings);
void read_georgian(std::u32string_view word, Readings& readings);
void read_armenian(std::u32string_view word, Readings& readings);

}  // namespace vedette::text
