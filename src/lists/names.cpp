#include "lists/names.h"

#include <algorithm>

#include "base/ascii.h"
#include "lists/script_words.h"
#include "lists/values.h"
#include "text/script.h"

namespace vedette::lists {
namespace {

using text::Script;

std::string trim_name(std::string_view name) {
  std::string folded = fold_spaces(name);
  constexpr std::string_view kEdges = " ,;:|/";
  const size_t first = folded.find_first_not_of(kEdges);
  if (first == std::string::npos) return {};
  folded = folded.substr(first, folded.find_last_not_of(kEdges) - first + 1);
  const auto opening = std::count(folded.begin(), folded.end(), '(');
  const auto closing = std::count(folded.begin(), folded.end(), ')');
  if (closing > opening && folded.front() == ')') return trim_name(std::string_view(folded).substr(1));
  if (closing > opening && folded.back() == ')')
    return trim_name(std::string_view(folded).substr(0, folded.size() - 1));
  if (opening > closing && folded.front() == '(') return trim_name(std::string_view(folded).substr(1));
  return folded;
}

void add_one(Entity& entity, Property property, std::string_view text, const NameOptions& options) {
  if (Value* value = add_text(entity, property, trim_name(text), options.label)) {
    if (value->language.empty()) value->language = options.language;
    if (value->script.empty()) value->script = name_script(options.script, value->text);
  }
}

// "original script: X" and "in Arabic script: X": how long the words in front are; 0 if there are none.
size_t length_of_script_words(std::string_view text) {
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos || text.substr(0, colon).find("script") == std::string_view::npos) return 0;
  return colon + 1;
}

bool is_remark(std::string_view text) {
  static constexpr std::string_view kRemarks[] = {
      "birth name",         "combat name",     "nom de guerre", "previously listed as",
      "formerly listed as", "original script", "maiden name",   "alias"};
  return std::find(std::begin(kRemarks), std::end(kRemarks), ascii_lower(text)) != std::end(kRemarks);
}

bool scripts_differ(std::string_view a, std::string_view b) {
  const Script first = text::dominant_script(a);
  const Script second = text::dominant_script(b);
  return first != second && first != Script::kCommon && second != Script::kCommon;
}

// One name with, perhaps, a parenthesis at its end.
void add_with_brackets(Entity& entity, Property property, const std::string& name, const NameOptions& options) {
  const size_t open = name.find('(');
  const size_t close = name.rfind(')');
  const bool at_end = open != std::string::npos && open > 0 && close != std::string::npos && close > open &&
                      name.find_first_not_of(" ,;", close + 1) == std::string::npos;
  if (!at_end) return add_one(entity, property, name, options);
  const std::string outer = trim_name(std::string_view(name).substr(0, open));
  std::string_view inner = std::string_view(name).substr(open + 1, close - open - 1);
  const std::string_view script = inner.substr(0, length_of_script_words(inner));
  inner.remove_prefix(script.size());
  if (is_remark(inner)) {
    NameOptions remarked = options;
    if (remarked.label.empty()) remarked.label = inner;
    return add_one(entity, property, outer, remarked);
  }
  const std::vector<std::string> pieces = split_outside_brackets(inner, ";");
  if (pieces.size() < 2 && !scripts_differ(outer, inner)) return add_one(entity, property, name, options);
  add_one(entity, property, outer, options);
  for (const std::string& piece : pieces)
    add_one(entity, property, piece, {.label = options.label, .script = script.empty() ? options.script : script});
}

}  // namespace

std::vector<std::string> split_outside_brackets(std::string_view text, std::string_view separators) {
  std::vector<std::string> pieces;
  size_t start = 0;
  int depth = 0;
  for (size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] == '(') ++depth;
    if (i < text.size() && text[i] == ')' && depth > 0) --depth;
    const bool cut = i == text.size() || (depth == 0 && separators.find(text[i]) != std::string_view::npos);
    if (!cut) continue;
    std::string piece = fold_spaces(text.substr(start, i - start));
    if (!piece.empty()) pieces.push_back(std::move(piece));
    start = i + 1;
  }
  return pieces;
}

void add_names(Entity& entity, Property property, std::string_view text, const NameOptions& options) {
  for (const std::string& name : split_outside_brackets(text, ";")) add_with_brackets(entity, property, name, options);
}

}  // namespace vedette::lists
