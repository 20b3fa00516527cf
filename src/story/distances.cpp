#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "base/ascii.h"
#include "story/gazetteer.h"
#include "story/places.h"

namespace vedette::story {

namespace {

// A stated distance is a round one: it agrees within 15 % or 25 km, whichever is more.
constexpr double kShare = 0.15;
constexpr double kMargin = 25;

double km_of(std::string_view unit) {
  if (unit == "kilometer" || unit == "kilometre" || unit == "kilometers" || unit == "kilometres" || unit == "km")
    return 1;
  return unit == "mile" || unit == "miles" ? 1.609344 : 0;
}

std::optional<double> number_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c != ',') digits += c;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  return whole && value > 0 && value < 50'000 ? std::optional(value) : std::nullopt;
}

class DistanceFinder {
 public:
  DistanceFinder(const Reading& reading, const std::vector<Place>& places)
      : reading_(reading), place_at_(reading.size(), -1) {
    for (size_t i = 0; i < places.size(); ++i) {
      for (const Range mention : places[i].mentions) {
        for (auto token = reading.tokens_of(mention); token.begin < token.end; ++token.begin) {
          place_at_[token.begin] = static_cast<int32_t>(i);
        }
      }
    }
  }

  std::vector<Distance> find(const std::vector<Place>& places) const {
    std::vector<Distance> found;
    for (uint32_t token = 1; token < reading_.size(); ++token) {
      const double km = km_of(ascii_lower(reading_.text(token)));
      const auto number = km > 0 ? number_of(reading_.text(token - 1)) : std::nullopt;
      if (number) add(token, *number * km, places, found);
    }
    return found;
  }

 private:
  // The first place within a few words after the unit, and the last one before the number.
  void add(uint32_t unit, double km, const std::vector<Place>& places, std::vector<Distance>& found) const {
    const TokenRange sentence = reading_.sentence(unit);
    const uint32_t most = std::min(sentence.end, unit + 7);
    uint32_t after = unit + 1;
    while (after < most && place_at_[after] < 0) ++after;
    if (after == most) return;
    const int32_t from = place_at_[after];
    int32_t to = -1;
    constexpr uint32_t kFarthest = 60;
    const uint32_t least = std::max(sentence.begin, unit - std::min(unit, kFarthest));
    for (uint32_t token = unit; token > least && to < 0; --token) {
      if (place_at_[token - 1] != from) to = place_at_[token - 1];
    }
    if (to < 0) return;
    while (after + 1 < sentence.end && place_at_[after + 1] == from) ++after;
    uint32_t begin = unit - 1;
    if (begin > sentence.begin && reading_.pos(begin - 1) == "ADV") --begin;
    found.push_back(
        measured({begin, after + 1}, km, places[static_cast<size_t>(from)], places[static_cast<size_t>(to)]));
  }

  Distance measured(TokenRange words, double km, const Place& from, const Place& to) const {
    Distance distance{.text = reading_.text_of(words),
                      .range = reading_.range_of(words),
                      .from = from.name,
                      .to = to.name,
                      .stated_km = std::round(km),
                      .measured_km = {},
                      .agrees = {}};
    if (!from.at || !to.at) return distance;
    const double measured = std::round(distance_km(*from.at, *to.at));
    distance.measured_km = measured;
    distance.agrees = std::abs(measured - km) <= std::max(kMargin, kShare * measured);
    return distance;
  }

  const Reading& reading_;
  std::vector<int32_t> place_at_;
};

}  // namespace

std::vector<Distance> find_distances(const Reading& reading, const std::vector<Place>& places) {
  return DistanceFinder(reading, places).find(places);
}

}  // namespace vedette::story
