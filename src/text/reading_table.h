// The tables of data/romanisation: forms in another script with their usual Latin readings.
#pragma once

#include <span>
#include <string_view>

namespace vedette::text {

enum class ReadingTable { kArabic, kHebrew, kKoreanSurnames, kKoreanInCyrillic, kChineseSurnames };

/// Readings of a folded form, the most usual first; empty if the table does not have it. Views live as long as the
/// program. Thread-safe.
std::span<const std::string_view> find_readings(ReadingTable table, std::string_view folded_form);

}  // namespace vedette::text
