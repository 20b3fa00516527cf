#include "story/time_lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "text/embed.h"

VEDETTE_EMBED(story_times_table, VEDETTE_STORY_DATA "/times.tsv")

namespace vedette::story {

namespace {

constexpr std::array<std::pair<std::string_view, TimeWord>, 19> kKinds = {{{"month", TimeWord::kMonth},
                                                                           {"weekday", TimeWord::kWeekday},
                                                                           {"season", TimeWord::kSeason},
                                                                           {"unit", TimeWord::kUnit},
                                                                           {"number", TimeWord::kNumber},
                                                                           {"ordinal", TimeWord::kOrdinal},
                                                                           {"day", TimeWord::kDay},
                                                                           {"reference", TimeWord::kReference},
                                                                           {"part", TimeWord::kPart},
                                                                           {"edge", TimeWord::kEdge},
                                                                           {"boundary", TimeWord::kBoundary},
                                                                           {"shift", TimeWord::kShift},
                                                                           {"told", TimeWord::kTold},
                                                                           {"away", TimeWord::kAway},
                                                                           {"away-told", TimeWord::kAwayTold},
                                                                           {"holiday", TimeWord::kHoliday},
                                                                           {"hijri", TimeWord::kHijri},
                                                                           {"set", TimeWord::kSet},
                                                                           {"decade", TimeWord::kDecade}}};

std::array<std::string, 6> fields_of(std::string_view line) {
  std::array<std::string, 6> fields;
  for (auto& field : fields) {
    const auto tab = std::min(line.find('\t'), line.size());
    field = line.substr(0, tab);
    line.remove_prefix(std::min(tab + 1, line.size()));
  }
  return fields;
}

int number_of(const std::string& value) {
  int number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  return number;
}

}  // namespace

TimeLexicon::TimeLexicon(std::string_view table) {
  while (!table.empty()) {
    const auto end = std::min(table.find('\n'), table.size());
    const auto line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    if (line.empty() || line.front() == '#') continue;
    auto [term, kind, value, example, published, expected] = fields_of(line);
    const auto known = std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& pair) { return pair.first == kind; });
    if (known == kKinds.end()) continue;
    // "'s" is a word of its own, see time_words.h.
    const auto possessive = term.find("'s ") != std::string::npos ? 1 : 0;
    const auto words = static_cast<size_t>(std::count(term.begin(), term.end(), ' ') + possessive) + 1;
    longest_ = std::max(longest_, words);
    terms_[term].push_back({known->second, value, number_of(value), words});
    entries_.push_back({term, kind, value, example, published, expected});
  }
}

const TimeLexicon& TimeLexicon::standard() {
  static const TimeLexicon lexicon{story_times_table()};
  return lexicon;
}

const std::vector<TimeTerm>* TimeLexicon::find(const std::string& words) const {
  const auto found = terms_.find(words);
  return found == terms_.end() ? nullptr : &found->second;
}

}  // namespace vedette::story
