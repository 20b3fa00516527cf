#include "language/lemmatizer.h"

#include <algorithm>

#include "language/lexeme.h"

namespace vedette::language {
namespace {

constexpr uint32_t kAbsent = UINT32_MAX;

// The place of an item in a table in byte order, or kAbsent.
uint32_t find(const StringTable& table, std::string_view item) {
  uint32_t begin = 0;
  for (uint32_t end = table.size(); begin < end;) {
    const uint32_t middle = begin + (end - begin) / 2;
    const int order = table[middle].compare(item);
    if (order == 0) return middle;
    (order < 0 ? begin : end) = order < 0 ? middle + 1 : middle;
  }
  return kAbsent;
}

// The value of a feature in "Number=Sing|Person=3"; empty if it has none.
std::string_view feature(std::string_view morph, std::string_view name) {
  while (!morph.empty()) {
    const size_t end = morph.find('|');
    const auto one = morph.substr(0, end);
    if (one.size() > name.size() && one.starts_with(name) && one[name.size()] == '=')
      return one.substr(name.size() + 1);
    morph = end == std::string_view::npos ? std::string_view() : morph.substr(end + 1);
  }
  return {};
}

bool is_base_form(std::string_view pos, std::string_view morph) {
  if (morph.empty()) return false;
  if (pos == "noun" && feature(morph, "Number") == "Sing") return true;
  const auto verb_form = feature(morph, "VerbForm");
  if (pos == "verb" && verb_form == "Fin" && feature(morph, "Tense") == "Pres" && feature(morph, "Number").empty()) {
    return true;
  }
  return verb_form == "Inf" || feature(morph, "Degree") == "Pos";
}

bool contains(const std::vector<std::string>& forms, std::string_view form) {
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

// Candidates, the best first: known lemmas and what is no word, then the exceptions before them.
std::string best_form(const LemmaTable& table, std::string_view text, std::string_view lower) {
  std::vector<std::string> forms, unknown;
  for (const auto& [old_end, new_end] : table.suffixes) {
    if (!lower.ends_with(old_end)) continue;
    std::string form(lower.substr(0, lower.size() - old_end.size()));
    form += new_end;
    if (form.empty()) continue;
    if (find(table.index, form) != kAbsent) {
      forms.insert(forms.begin(), std::move(form));
    } else {
      (python_is_alpha(form) ? unknown : forms).push_back(std::move(form));
    }
  }
  const uint32_t exception = find(table.exception_forms, lower);
  if (exception != kAbsent) {
    for (uint32_t i = table.exception_begins[exception]; i < table.exception_begins[exception + 1]; ++i) {
      const auto form = table.exception_lemmas[i];
      if (!contains(forms, form)) forms.emplace(forms.begin(), form);
    }
  }
  if (!forms.empty()) return forms.front();
  return unknown.empty() ? std::string(text) : unknown.front();
}

}  // namespace

const LemmaTable* Lemmatizer::table(std::string_view pos) const {
  for (const auto& table : tables_) {
    const bool is_empty = table.suffixes.empty() && table.index.size() == 0 && table.exception_forms.size() == 0;
    if (table.pos == pos && !is_empty) return &table;
  }
  return nullptr;
}

std::string Lemmatizer::lemma(std::string_view text, std::string_view lower, std::string_view pos,
                              std::string_view morph) const {
  const std::string part = python_lower(pos);
  if (part.empty() || part == "eol" || part == "space" || is_base_form(part, morph)) return std::string(lower);
  const LemmaTable* known = table(part);
  if (known == nullptr) return std::string(part == "propn" ? text : lower);
  return best_form(*known, text, lower);
}

}  // namespace vedette::language
