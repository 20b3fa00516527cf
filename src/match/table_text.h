// The word tables of data/match as they were compiled in, whole.
#pragma once

#include <string_view>

namespace vedette::match::tables {

extern const std::string_view kLegalForms;
extern const std::string_view kWords;
extern const std::string_view kNumbers;
extern const std::string_view kPlaces;
extern const std::string_view kParticles;
extern const std::string_view kHonorifics;
extern const std::string_view kNicknames;
extern const std::string_view kKoreanSyllables;
extern const std::string_view kChineseSyllables;

}  // namespace vedette::match::tables
