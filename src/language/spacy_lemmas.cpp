// Lemma tables of a spaCy package.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "language/msgpack.h"
#include "language/spacy_tables.h"
#include "language/strings.h"

namespace vedette::language {
namespace {

// https://universaldependencies.org/u/pos/, in lower case, with spaCy's older conjunction.
constexpr std::array<std::string_view, 18> kPartsOfSpeech{"adj",   "adp",   "adv",   "aux", "cconj", "conj",
                                                          "det",   "intj",  "noun",  "num", "part",  "pron",
                                                          "propn", "punct", "sconj", "sym", "verb",  "x"};

struct Collected {
  std::vector<LemmaTable::Suffix> suffixes;
  std::vector<std::string_view> index;
  std::map<std::string_view, std::vector<std::string_view>> exceptions;
};

// By part of speech, in order.
using Tables = std::map<std::string_view, Collected>;

Collected* find_table(Tables& tables, uint64_t id) {
  for (const std::string_view pos : kPartsOfSpeech) {
    if (string_id(pos) == id) return &tables[pos];
  }
  return nullptr;
}

// [[old, new], ..]
void read_suffixes(MsgpackReader& in, ModelArena& arena, Collected& table) {
  for (uint32_t left = in.array(); left > 0 && in.ok(); --left) {
    if (in.array() != 2 && in.ok()) in.report("a suffix rule that is no pair");
    LemmaTable::Suffix suffix;
    suffix.old_end = arena.text(std::string(in.text()));
    suffix.new_end = arena.text(std::string(in.text()));
    table.suffixes.push_back(suffix);
  }
}

// [word, ..]
void read_index(MsgpackReader& in, Collected& table) {
  for (uint32_t left = in.array(); left > 0 && in.ok(); --left) table.index.push_back(in.text());
}

// {form: [lemma, ..]}
void read_exceptions(MsgpackReader& in, Collected& table) {
  for (uint32_t left = in.map(); left > 0 && in.ok(); --left) {
    auto& lemmas = table.exceptions[in.text()];
    for (uint32_t more = in.array(); more > 0 && in.ok(); --more) lemmas.push_back(in.text());
  }
}

// {id of the part of speech: table}
template <typename Read>
void read_by_pos(MsgpackReader& in, Tables& tables, Read&& read) {
  for (uint32_t left = in.map(); left > 0 && in.ok(); --left) {
    Collected* const table = find_table(tables, in.unsigned_number());
    if (table != nullptr) {
      read(*table);
    } else {
      in.skip();
    }
  }
}

LemmaTable finish(std::string_view pos, Collected& collected, ModelArena& arena) {
  LemmaTable table;
  table.pos = pos;
  table.suffixes = std::move(collected.suffixes);
  std::sort(collected.index.begin(), collected.index.end());
  collected.index.erase(std::unique(collected.index.begin(), collected.index.end()), collected.index.end());
  StringTableBuilder index;
  for (const std::string_view word : collected.index) index.add(word);
  StringTableBuilder forms;
  StringTableBuilder lemmas;
  std::vector<uint32_t> begins{0};
  for (const auto& [form, its_lemmas] : collected.exceptions) {
    forms.add(form);
    for (const std::string_view lemma : its_lemmas) lemmas.add(lemma);
    begins.push_back(static_cast<uint32_t>(lemmas.offsets.size() - 1));
  }
  table.index = arena.strings(std::move(index));
  table.exception_forms = arena.strings(std::move(forms));
  table.exception_begins = arena.numbers(std::move(begins));
  table.exception_lemmas = arena.strings(std::move(lemmas));
  return table;
}

}  // namespace

Result<std::vector<LemmaTable>> read_spacy_lemmas(std::string_view bytes, const SpacyPlace& place, ModelArena& arena) {
  MsgpackReader in(bytes);
  Tables tables;
  for (uint32_t left = in.map(); left > 0 && in.ok(); --left) {
    const std::string_view key = in.text();
    if (key == "lemma_rules") {
      read_by_pos(in, tables, [&](Collected& table) { read_suffixes(in, arena, table); });
    } else if (key == "lemma_index") {
      read_by_pos(in, tables, [&](Collected& table) { read_index(in, table); });
    } else if (key == "lemma_exc") {
      read_by_pos(in, tables, [&](Collected& table) { read_exceptions(in, table); });
    } else {
      in.skip();
    }
  }
  if (!in.ok()) return place.damaged("", in.problem());
  std::vector<LemmaTable> finished;
  for (auto& [pos, table] : tables) finished.push_back(finish(pos, table, arena));
  return finished;
}

}  // namespace vedette::language
