// Makes data/names/groups.txt from a file of name groups ("form, form => Q1" a line on standard input). For those who
// renew the table; the build does not run it. What it drops, and why, stands in data/names/README.md.
//   clean_names < names.txt > data/names/groups.txt
#include <algorithm>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/fold.h"
#include "text/name_groups.h"
#include "text/romanise.h"
#include "text/words.h"

namespace {

using namespace vedette::text;

constexpr size_t kMaxGroupsOfForm = 12;
constexpr size_t kGroupsOfOverusedForm = 3;
constexpr size_t kMaxBytes = 2'450'000;
constexpr size_t kMinLatin = 3;
constexpr double kMaxDistance = 0.5;

struct Form {
  std::string text;
  Script script;
  bool operator<(const Form& other) const { return std::tie(script, text) < std::tie(other.script, other.text); }
};
using Group = std::vector<Form>;

bool is_plain_latin(const std::string& text) {
  return text.size() >= kMinLatin && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "surname Kim" in place of the surname.
bool says_surname(const std::string& text) {
  constexpr size_t kTwoLetters = 6;
  if (text.size() < kTwoLetters) return false;
  return text.ends_with("姓") || text.ends_with("氏") || (text.ends_with("씨") && text.size() == kTwoLetters);
}

bool is_wanted(const Form& form) {
  if (says_surname(form.text)) return false;
  if (form.script == Script::kLatin) return is_plain_latin(form.text);
  return form.script != Script::kCommon && form.script != Script::kOther;
}

Group read_group(std::string_view line) {
  std::set<Form> forms;
  line = line.substr(0, line.find(" => "));
  while (!line.empty()) {
    const size_t end = line.find(", ");
    const std::string text = fold(line.substr(0, end));
    line = end == std::string_view::npos ? std::string_view() : line.substr(end + 2);
    const auto words = split_words(text);
    if (words.size() != 1 || words[0].begin != 0 || words[0].end != text.size()) continue;
    const Form form{text, words[0].script};
    if (is_wanted(form)) forms.insert(form);
  }
  return {forms.begin(), forms.end()};
}

size_t edit_distance(const std::string& a, const std::string& b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t substituted = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

// The sounds that scripts disagree on least: no vowels, l as r, v as b, h left out.
std::string rough(std::string_view reading) {
  std::string out;
  for (char c : consonants(reading)) {
    if (c == 'h' || c == ' ') continue;
    c = c == 'l' ? 'r' : c == 'v' || c == 'f' ? 'b' : c == 'z' || c == 'j' ? 's' : c == 'd' ? 't' : c == 'g' ? 'k' : c;
    if (out.empty() || out.back() != c) out += c;
  }
  return out;
}

struct Likeness {
  double rough_distance = 1;
  bool same_skeleton = false;
};

Likeness likeness(const Form& form, const Group& group) {
  Likeness best;
  for (const auto& reading : romanise_by_rule(form.text, form.script)) {
    const auto sound = rough(reading);
    for (const Form& latin : group) {
      if (latin.script != Script::kLatin) continue;
      best.same_skeleton |= skeleton(reading) == skeleton(latin.text);
      const auto other = rough(latin.text);
      const double size = static_cast<double>(std::max({sound.size(), other.size(), size_t{1}}));
      best.rough_distance = std::min(best.rough_distance, static_cast<double>(edit_distance(sound, other)) / size);
    }
  }
  return best;
}

bool has_latin(const Group& group) {
  return std::any_of(group.begin(), group.end(), [](const Form& form) { return form.script == Script::kLatin; });
}

// A form in a script that writes sounds, but other sounds than any Latin form has, is an error of the source.
void drop_wrong(Group& group) {
  if (!has_latin(group)) return;
  std::erase_if(group, [&](const Form& form) {
    if (form.script == Script::kLatin || form.script == Script::kHan) return false;
    return likeness(form, group).rough_distance > kMaxDistance;
  });
}

// A short syllable as it sounds to most: "gim" and "kim" agree, "kam" does not.
std::string syllable_key(std::string_view latin) {
  std::string out;
  for (char c : skeleton(latin)) {
    out += c == 'g' ? 'k' : c == 'b' ? 'p' : c == 'd' ? 't' : c == 'l' ? 'r' : c == 'z' ? 's' : c;
  }
  return out;
}

bool is_east_asian(const Form& form) {
  return form.script == Script::kHan || form.script == Script::kHangul;
}

constexpr size_t kMaxSyllableLetters = 6;
constexpr size_t kMaxSyllableKeys = 3;

// Groups about one Chinese character mix what Chinese, Korean, Japanese and Vietnamese make of it, so that "kim" would
// be "tin". Such a group is emptied if it has many sounds, else it keeps that of its commonest Latin form.
void unmix_character(Group& group) {
  const Form* anchor = nullptr;
  std::set<std::string> keys;
  for (const Form& form : group) {
    if (form.script != Script::kLatin) continue;
    if (form.text.size() > kMaxSyllableLetters) return;
    keys.insert(syllable_key(form.text));
    if (anchor == nullptr || commonness(form.text) > commonness(anchor->text)) anchor = &form;
  }
  if (keys.size() < 2 || !std::any_of(group.begin(), group.end(), is_east_asian)) return;
  if (keys.size() > kMaxSyllableKeys) return group.clear();
  const std::string kept = syllable_key(anchor->text);
  std::erase_if(group,
                [&](const Form& form) { return form.script == Script::kLatin && syllable_key(form.text) != kept; });
}

// What the rules find by themselves need not stand in the table of a rare name; nor a Latin spelling with the
// skeleton of another.
void drop_derivable(Group& group) {
  const Group whole = group;
  std::erase_if(group,
                [&](const Form& form) { return form.script != Script::kLatin && likeness(form, whole).same_skeleton; });
  const bool other_scripts =
      std::any_of(group.begin(), group.end(), [](const Form& f) { return f.script != Script::kLatin; });
  if (other_scripts) return;
  std::set<std::string> keys;
  std::erase_if(group, [&](const Form& form) { return !keys.insert(skeleton(form.text)).second; });
}

double weight(const Group& group) {
  double common = 0;
  std::set<Script> scripts;
  for (const Form& form : group) {
    scripts.insert(form.script);
    if (form.script == Script::kLatin) common = std::max(common, commonness(form.text));
  }
  if (scripts.size() < 2 && common == 0) return 0;
  return 4 * common + 0.5 * static_cast<double>(scripts.size()) + 0.05 * static_cast<double>(group.size());
}

// A form of very many groups tells nothing, but in those few that have most members.
void thin_out_overused_forms(std::vector<Group>& groups) {
  std::unordered_map<std::string, std::vector<size_t>> uses;
  for (size_t i = 0; i < groups.size(); ++i) {
    for (const auto& form : groups[i]) uses[form.text].push_back(i);
  }
  std::vector<size_t> sizes;
  for (const auto& group : groups) sizes.push_back(group.size());
  for (auto& [text, users] : uses) {
    if (users.size() <= kMaxGroupsOfForm) continue;
    std::stable_sort(users.begin(), users.end(), [&](size_t a, size_t b) { return sizes[a] > sizes[b]; });
    for (size_t i = kGroupsOfOverusedForm; i < users.size(); ++i) {
      std::erase_if(groups[users[i]], [&](const Form& form) { return form.text == text; });
    }
  }
}

std::string line_of(const Group& group) {
  std::string line;
  for (const Form& form : group) line += (line.empty() ? "" : " ") + form.text;
  return line;
}

}  // namespace

int main() {
  std::vector<Group> groups;
  for (std::string line; std::getline(std::cin, line);) groups.push_back(read_group(line));
  thin_out_overused_forms(groups);
  std::multimap<double, std::string, std::greater<>> ranked;
  for (auto& group : groups) {
    unmix_character(group);
    drop_wrong(group);
    const double worth = weight(group);
    if (worth < 2.5) drop_derivable(group);
    if (group.size() > 1 && worth > 0) ranked.emplace(worth, line_of(group));
  }
  std::set<std::string> lines;
  size_t bytes = 0, all = 0;
  for (const auto& [worth, line] : ranked) {
    all += line.size() + 1;
    if (bytes + line.size() + 1 > kMaxBytes || !lines.insert(line).second) continue;
    bytes += line.size() + 1;
  }
  for (const auto& line : lines) std::cout << line << '\n';
  std::cerr << lines.size() << " of " << ranked.size() << " groups, " << bytes << " of " << all << " bytes\n";
}
