#include "story/gazetteer.h"

#include <array>
#include <charconv>
#include <cmath>
#include <numbers>
#include <unordered_map>
#include <vector>

#include "base/ascii.h"
#include "base/table.h"
#include "text/embed.h"

VEDETTE_EMBED(story_sites_table, VEDETTE_GAZETTEER "/sites.tsv")

namespace vedette::story {

namespace {

struct Sites {
  std::vector<Site> all;
  std::unordered_map<std::string, size_t> by_name;
};

double number_of(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Sites read_sites() {
  constexpr std::array<std::string_view, 6> kColumns = {"name", "also", "kind", "country", "lat", "lon"};
  Sites sites;
  const auto rows = parse_table("sites.tsv", story_sites_table(), kColumns);
  if (!rows) return sites;
  for (const TableRow& row : *rows) {
    const size_t index = sites.all.size();
    sites.all.push_back({.name = std::string(row[0]),
                         .kind = std::string(row[2]),
                         .country = std::string(row[3]),
                         .at = {number_of(row[4]), number_of(row[5])}});
    sites.by_name.emplace(ascii_lower(row[0]), index);
    for (std::string_view also = row[1]; !also.empty();) {
      const auto end = std::min(also.find(';'), also.size());
      sites.by_name.emplace(ascii_lower(also.substr(0, end)), index);
      also.remove_prefix(std::min(end + 1, also.size()));
    }
  }
  return sites;
}

}  // namespace

const Site* find_site(std::string_view name) {
  static const Sites kSites = read_sites();
  const auto found = kSites.by_name.find(ascii_lower(name));
  return found == kSites.by_name.end() ? nullptr : &kSites.all[found->second];
}

double distance_km(const Coordinates& a, const Coordinates& b) {
  constexpr double kRadians = std::numbers::pi / 180;
  const double half_latitude = std::sin((b.latitude - a.latitude) * kRadians / 2);
  const double half_longitude = std::sin((b.longitude - a.longitude) * kRadians / 2);
  const double h = half_latitude * half_latitude +
                   std::cos(a.latitude * kRadians) * std::cos(b.latitude * kRadians) * half_longitude * half_longitude;
  return 2 * 6371.0 * std::asin(std::sqrt(std::min(1.0, h)));
}

}  // namespace vedette::story
