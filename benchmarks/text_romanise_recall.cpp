// How often the Latin form of a foreign word is among its readings, and what folding and romanising cost.
//   text_romanise_recall FILE.tsv SCRIPT   SCRIPT: Cyrl, Arab, Hani, Hrkt, Hebr, Hang, Grek
// A line of the file is "latin<TAB>foreign letters with spaces between<TAB>count".
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "text/fold.h"
#include "text/romanise.h"
#include "text/words.h"

namespace {

using namespace vedette::text;

struct Row {
  std::string latin, foreign;
};

std::vector<Row> read_rows(const char* path) {
  std::vector<Row> rows;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const size_t first = line.find('\t'), second = line.rfind('\t');
    if (first == std::string::npos || second <= first) continue;
    std::string foreign = line.substr(first + 1, second - first - 1);
    std::erase(foreign, ' ');
    rows.push_back({fold(line.substr(0, first)), fold(foreign)});
  }
  return rows;
}

struct Shares {
  size_t exact = 0, skeleton = 0, consonants = 0;
};

std::string joined(std::string text) {
  std::erase(text, ' ');
  return text;
}

template <typename Romanise>
Shares count(const std::vector<Row>& rows, Romanise romanise_word) {
  Shares shares;
  for (const Row& row : rows) {
    bool exact = false, same_skeleton = false, same_consonants = false;
    for (const auto& reading : romanise_word(row.foreign)) {
      const auto whole = joined(reading);
      exact |= whole == row.latin;
      same_skeleton |= skeleton(whole) == skeleton(row.latin);
      same_consonants |= consonants(whole) == consonants(row.latin);
    }
    shares.exact += exact;
    shares.skeleton += exact || same_skeleton;
    shares.consonants += exact || same_skeleton || same_consonants;
  }
  return shares;
}

void print(const char* what, const Shares& shares, size_t rows) {
  const auto percent = [&](size_t part) { return 100.0 * static_cast<double>(part) / static_cast<double>(rows); };
  std::printf("%-12s exact %5.1f %%  or skeleton %5.1f %%  or consonants %5.1f %%\n", what, percent(shares.exact),
              percent(shares.skeleton), percent(shares.consonants));
}

template <typename Work>
double nanoseconds(const std::vector<Row>& rows, Work work) {
  const auto start = std::chrono::steady_clock::now();
  size_t sink = 0;
  for (const Row& row : rows) sink += work(row);
  const std::chrono::duration<double, std::nano> spent = std::chrono::steady_clock::now() - start;
  return sink == 0 ? 0 : spent.count() / static_cast<double>(rows.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return std::fprintf(stderr, "usage: text_romanise_recall FILE.tsv SCRIPT\n"), 2;
  Script script = Script::kOther;
  for (int i = 0; i < kScriptCount; ++i) {
    if (iso15924(static_cast<Script>(i)) == argv[2]) script = static_cast<Script>(i);
  }
  const auto rows = read_rows(argv[1]);
  if (rows.empty()) return std::fprintf(stderr, "%s: no rows\n", argv[1]), 1;
  print("rules", count(rows, [&](const std::string& word) { return romanise_by_rule(word, script); }), rows.size());
  print("with groups", count(rows, [&](const std::string& word) { return romanise(word, script); }), rows.size());
  const std::string name = "Vladimir Petrovich K";
  std::printf("fold %.0f ns (20 bytes of ASCII), %.0f ns (foreign word); romanise %.2f us, skeleton %.0f ns a word\n",
              nanoseconds(rows, [&](const Row&) { return fold(name).size(); }),
              nanoseconds(rows, [&](const Row& row) { return fold(row.foreign).size(); }),
              nanoseconds(rows, [&](const Row& row) { return romanise(row.foreign, script).size(); }) / 1000,
              nanoseconds(rows, [&](const Row& row) { return skeleton(row.latin).size() + 1; }));
  return 0;
}
