#include "lists/values.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "entity/country.h"
#include "entity/gender.h"

namespace vedette::lists {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_alnum(char c) {
  return is_digit(c) || is_letter(c);
}

bool says_nothing(std::string_view text) {
  static constexpr std::string_view kNothing[] = {"-", "--", "n/a", "na", "unknown", "none", "n.a.", "not available"};
  std::string small(text.substr(0, 20));
  for (char& c : small) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text.empty() || std::find(std::begin(kNothing), std::end(kNothing), small) != std::end(kNothing);
}

// The original is worth keeping only where folding spaces did not give the text.
std::string original_of(std::string_view text, std::string_view kept) {
  return text == kept ? std::string() : std::string(text);
}

// A run that may belong to a document number.
bool in_number(char c) {
  return is_alnum(c) || c == '-' || c == '/';
}

size_t count_digits(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), is_digit));
}

bool is_prefix_letters(std::string_view word) {
  return !word.empty() && word.size() <= 3 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) && word != "SSN" &&
         word != "NO" && word != "ID";
}

// "issued in 1993": a year among words is no number.
bool is_year(std::string_view word) {
  return word.size() == 4 && count_digits(word) == 4 && (word.starts_with("19") || word.starts_with("20"));
}

struct Word {
  std::string_view text;
  size_t begin;
  size_t end;
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (size_t i = 0; i < text.size();) {
    if (!in_number(text[i])) {
      ++i;
      continue;
    }
    const size_t begin = i;
    while (i < text.size() && in_number(text[i])) ++i;
    words.push_back({text.substr(begin, i - begin), begin, i});
  }
  return words;
}

std::string_view trim_dashes(std::string_view text) {
  while (!text.empty() && (text.front() == '-' || text.front() == '/')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == '-' || text.back() == '/')) text.remove_suffix(1);
  return text;
}

// The longest run of the first three words that is a country: "Libyan passport No. 513519", "Jordan 654781".
std::string country_in_front(std::string_view text) {
  std::string code;
  size_t end = 0;
  for (int words = 1; words <= 3 && end != std::string_view::npos; ++words) {
    end = text.find(' ', end + 1);
    const std::string found = country_code(text.substr(0, end));
    if (!found.empty() && end != 0 && text.substr(0, end).size() > 2) code = found;
  }
  return code;
}

// A country named in the words around a number: "(Tunisian)", "Kuwaiti passport no.", "(US)", "R00012098, South Sudan".
std::string country_in(std::string_view text) {
  for (size_t open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
    const size_t close = std::min(text.find(')', open), text.size());
    const std::string_view inner = text.substr(open + 1, close - open - 1);
    if (auto code = country_code(inner); inner.size() > 1 && !code.empty()) return code;
    if (auto code = country_in_front(inner); !code.empty()) return code;
  }
  if (auto code = country_in_front(text); !code.empty()) return code;
  const size_t after = text.find_last_of(":,");
  return after == std::string_view::npos ? std::string() : country_in_front(fold_spaces(text.substr(after + 1)));
}

// "(1)", "1)", "(a)", "b)" at `position`: where the item after it starts, or 0 if it is no marker.
size_t marker_end(std::string_view text, size_t position) {
  size_t i = position;
  if (text[i] == '(') ++i;
  const size_t start = i;
  while (i < text.size() && i - start < 2 && is_digit(text[i])) ++i;
  if (i == start && i < text.size() && is_letter(text[i])) ++i;
  if (i == start || i >= text.size() || text[i] != ')') return 0;
  return i + 1;
}

bool may_start_marker(std::string_view text, size_t position) {
  if (position == 0 || text[position] == '(') return true;
  const char before = text[position - 1];
  return before == ' ' || before == ',' || before == ';' || before == '\n';
}

}  // namespace

Value* add_text(Entity& entity, Property property, std::string_view text, std::string_view label) {
  Value value{.property = property, .text = fold_spaces(text), .label = fold_spaces(label)};
  if (says_nothing(value.text)) return nullptr;
  return entity.add(std::move(value));
}

Value* add_country(Entity& entity, Property property, std::string_view text, std::string_view label) {
  const std::string folded = fold_spaces(text);
  if (says_nothing(folded) && folded.size() != 2) return nullptr;
  Value value{.property = property, .text = country_code(folded), .label = fold_spaces(label)};
  if (value.text.empty()) value.text = folded;
  value.original = original_of(folded, value.text);
  return entity.add(std::move(value));
}

Value* add_date(Entity& entity, Property property, const PartialDate& date, std::string_view original) {
  Value value{.property = property, .text = date.to_string(), .circa = date.circa};
  value.original = original_of(original, value.text);
  return entity.add(std::move(value));
}

Value* add_date(Entity& entity, Property property, std::string_view text, DateOrder order) {
  const std::string folded = fold_spaces(text);
  if (says_nothing(folded)) return nullptr;
  if (const auto date = parse_list_date(folded, order)) return add_date(entity, property, *date, folded);
  return add_text(entity, Property::kNotes, folded, to_string(property));
}

Value* add_gender(Entity& entity, std::string_view text) {
  const std::string folded = fold_spaces(text);
  const std::string_view code = gender_code(folded);
  if (code.empty()) return nullptr;
  return entity.add({.property = Property::kGender, .text = std::string(code), .original = original_of(folded, code)});
}

void add_address(Entity& entity, const std::vector<std::string>& parts, std::string_view country,
                 std::string_view label) {
  const std::string country_text = fold_spaces(country);
  const std::string code = country_code(country_text);
  std::vector<std::string> kept;
  for (const std::string& part : parts) {
    std::string folded = fold_spaces(part);
    while (folded.ends_with(',')) folded.pop_back();
    if (!says_nothing(folded) && std::find(kept.begin(), kept.end(), folded) == kept.end()) kept.push_back(folded);
  }
  if (!kept.empty()) {
    if (!says_nothing(country_text)) kept.push_back(country_text);
    Value value{.property = Property::kAddress, .label = fold_spaces(label), .country = code};
    for (const std::string& part : kept) value.text += (value.text.empty() ? "" : ", ") + part;
    entity.add(std::move(value));
  }
  if (!says_nothing(country_text)) add_country(entity, Property::kCountry, country_text, kept.empty() ? label : "");
}

std::string document_number(std::string_view text) {
  const std::vector<Word> words = words_of(text);
  const auto all_digits = [&](size_t i) { return count_digits(words[i].text) == words[i].text.size(); };
  const auto adjoins = [&](size_t i) {
    return words[i].begin == words[i - 1].end + 1 && text[words[i - 1].end] == ' ';
  };
  for (size_t i = 0; i < words.size(); ++i) {
    if (count_digits(words[i].text) < 3 || (i > 0 && is_year(words[i].text))) continue;
    size_t first = i;
    while (first > 0 && adjoins(first) && all_digits(first - 1)) --first;  // "96 03 464086"
    if (first > 0 && adjoins(first) && is_prefix_letters(trim_dashes(words[first - 1].text))) --first;
    size_t last = i;
    while (last + 1 < words.size() && adjoins(last + 1) && (all_digits(last + 1) || words[last].text.ends_with('-')))
      ++last;
    const std::string number(text.substr(words[first].begin, words[last].end - words[first].begin));
    return std::string(trim_dashes(number));
  }
  return {};
}

void add_document(Entity& entity, Property property, std::string_view text, std::string_view country,
                  std::string_view label) {
  const std::string folded = fold_spaces(text);
  if (says_nothing(folded)) return;
  Value value{.property = property, .text = document_number(folded), .label = fold_spaces(label)};
  if (value.text.empty()) value.text = folded;
  value.original = original_of(folded, value.text);
  value.country = country_code(country);
  if (value.country.empty()) value.country = country_in(folded);
  entity.add(std::move(value));
}

std::vector<std::string> split_numbered(std::string_view text) {
  std::vector<std::string> items;
  size_t start = 0;
  bool marked = false;
  const auto take = [&](size_t end) {
    std::string item = fold_spaces(text.substr(start, end - start));
    while (!item.empty() && (item.back() == ',' || item.back() == ';' || item.back() == '-')) item.pop_back();
    item = fold_spaces(item);
    if (!item.empty()) items.push_back(std::move(item));
  };
  for (size_t i = 0; i < text.size();) {
    const size_t end = may_start_marker(text, i) ? marker_end(text, i) : 0;
    if (end == 0) {
      ++i;
      continue;
    }
    if (!marked && !fold_spaces(text.substr(0, i)).empty() && text[i] != '(') break;
    take(i);
    marked = true;
    start = i = end;
  }
  take(text.size());
  return items;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> pieces;
  while (true) {
    const size_t end = std::min(text.find(separator), text.size());
    std::string piece = fold_spaces(text.substr(0, end));
    if (!piece.empty()) pieces.push_back(std::move(piece));
    if (end == text.size()) return pieces;
    text.remove_prefix(end + 1);
  }
}

std::string join_words(const std::vector<std::string>& parts) {
  std::string joined;
  for (const std::string& part : parts) {
    const std::string folded = fold_spaces(part);
    if (folded.empty()) continue;
    if (!joined.empty()) joined += ' ';
    joined += folded;
  }
  return joined;
}

bool is_ship_number(std::string_view digits) {
  if (digits.size() != 7 || count_digits(digits) != 7 || digits[0] < '7') return false;
  int sum = 0;
  for (int i = 0; i < 6; ++i) sum += (digits[static_cast<size_t>(i)] - '0') * (7 - i);
  return sum % 10 == digits[6] - '0';
}

std::vector<std::string> imo_numbers(std::string_view text) {
  constexpr size_t kReach = 20;  // of the number from the letters: "IMO number: "
  std::vector<std::string> numbers;
  for (size_t at = text.find("IMO"); at != std::string_view::npos; at = text.find("IMO", at + 3)) {
    if (at > 0 && is_alnum(text[at - 1])) continue;
    for (size_t i = at + 3; i < text.size() && i < at + 3 + kReach; ++i) {
      if (!is_digit(text[i])) continue;
      size_t end = i;
      while (end < text.size() && is_digit(text[end])) ++end;
      if (end - i == 7) numbers.emplace_back(text.substr(i, 7));
      break;
    }
  }
  return numbers;
}

std::vector<std::string> un_references(std::string_view text) {
  std::vector<std::string> references;
  for (size_t dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.', dot + 1)) {
    if (dot < 3 || dot + 4 > text.size()) continue;
    const std::string_view head = text.substr(dot - 3, 3);
    const std::string_view tail = text.substr(dot + 1, 3);
    const bool head_is_good = head[0] >= 'A' && head[0] <= 'Z' && head[1] >= 'A' && head[1] <= 'Z' &&
                              (head[2] == 'i' || head[2] == 'e') && (dot == 3 || !is_alnum(text[dot - 4]));
    const bool ends = dot + 4 == text.size() || !is_alnum(text[dot + 4]);
    if (head_is_good && ends && count_digits(tail) == 3) references.emplace_back(text.substr(dot - 3, 7));
  }
  return references;
}

}  // namespace vedette::lists
