// The word tables of data/match as they were compiled in, whole.
#pragma once

#include <string_view>

namespace vedette::match::tables {

extern const std::string_view k_legal_forms;
extern const std::string_view k_words;
extern const std::string_view k_numbers;
extern const std::string_view k_places;
extern const std::string_view k_particles;
extern const std::string_view k_honorifics;
extern const std::string_view k_nicknames;
extern const std::string_view k_korean_syllables;
extern const std::string_view k_chinese_syllables;

}  // namespace vedette::match::tables
