// Compiles data/names into the table that the library embeds (grammar: text/name_table.h). Run by the build:
//   compile_names groups.txt curated.txt commonness.tsv OUTPUT
// Exits with 1 and a sentence if a file cannot be read or breaks its format.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "base/hash.h"
#include "text/name_table.h"

namespace {

using vedette::text::NameTableHeader;

struct Names {
  std::vector<std::vector<std::string>> groups;
  std::map<std::string, uint32_t> commonness;  // in thousandths
};

std::vector<std::string> split(const std::string& line, char separator) {
  std::vector<std::string> parts;
  for (size_t start = 0; start <= line.size();) {
    const size_t end = std::min(line.find(separator, start), line.size());
    parts.push_back(line.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

[[noreturn]] void stop(const std::string& sentence) {
  std::cerr << "compile_names: " << sentence << '\n';
  std::exit(1);
}

template <typename EachLine>
void read_lines(const char* path, EachLine each) {
  std::ifstream file(path);
  if (!file) stop(std::string(path) + ": cannot be read");
  size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (!line.empty() && line[0] != '#' && !each(line))
      stop(path + (":" + std::to_string(number)) + ": breaks the format");
  }
}

void read_groups(const char* path, Names& names) {
  read_lines(path, [&](const std::string& line) {
    names.groups.push_back(split(line, ' '));
    return names.groups.back().size() > 1;
  });
}

Names read_names(const char* groups_path, const char* curated_path, const char* commonness_path) {
  Names names;
  read_groups(groups_path, names);
  read_groups(curated_path, names);
  read_lines(commonness_path, [&](const std::string& line) {
    const auto parts = split(line, '\t');
    if (parts.size() != 2) return false;
    names.commonness[parts[0]] = static_cast<uint32_t>(std::lround(std::stod(parts[1]) * 1000));
    return true;
  });
  return names;
}

struct Form {
  std::vector<uint32_t> groups;
  uint32_t number = 0;
};
using Forms = std::map<std::string, Form>;

Forms collect_forms(const Names& names) {
  Forms forms;
  for (uint32_t group = 0; group < names.groups.size(); ++group) {
    for (const auto& text : names.groups[group]) {
      auto& groups = forms[text].groups;
      if (groups.empty() || groups.back() != group + 1) groups.push_back(group + 1);
    }
  }
  for (const auto& [text, common] : names.commonness) forms[text];
  uint32_t number = 0;
  for (auto& [text, form] : forms) form.number = number++;
  return forms;
}

bool is_latin(const std::string& text) {
  return text[0] >= 'a' && text[0] <= 'z';
}

// Latin members of a form's groups: a shared group counts as much as half of the range of commonness.
std::vector<uint32_t> latin_links(const std::string& text, const Form& form, const Names& names, const Forms& forms) {
  std::map<std::string, uint32_t> scores;
  for (const uint32_t group : form.groups) {
    for (const auto& other : names.groups[group - 1]) {
      if (!is_latin(other) || other == text) continue;
      auto& score = scores[other];
      if (score == 0 && names.commonness.contains(other)) score = names.commonness.at(other);
      score += 500;
    }
  }
  std::vector<std::pair<uint32_t, std::string>> ranked;
  for (const auto& [other, score] : scores) ranked.emplace_back(score, other);
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<uint32_t> links;
  for (const auto& [score, other] : ranked) {
    if (links.size() < vedette::text::kMaxLatinLinks) links.push_back(forms.at(other).number);
  }
  return links;
}

std::vector<uint32_t> hash_slots(const Forms& forms) {
  size_t size = 1;
  while (size < forms.size() * 2) size *= 2;
  std::vector<uint32_t> slots(size);
  for (const auto& [text, form] : forms) {
    size_t slot = vedette::checksum64(text) & (size - 1);
    while (slots[slot] != 0) slot = (slot + 1) & (size - 1);
    slots[slot] = form.number + 1;
  }
  return slots;
}

void append(std::string& out, const std::vector<uint32_t>& values) {
  out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(uint32_t));
}

std::string compile(const Names& names) {
  const Forms forms = collect_forms(names);
  std::vector<uint32_t> text_offsets = {0}, group_offsets = {0}, group_ids, latin_offsets = {0}, links, common;
  std::string text;
  for (const auto& [spelling, form] : forms) {
    text += spelling;
    text_offsets.push_back(static_cast<uint32_t>(text.size()));
    group_ids.insert(group_ids.end(), form.groups.begin(), form.groups.end());
    group_offsets.push_back(static_cast<uint32_t>(group_ids.size()));
    const auto latin = latin_links(spelling, form, names, forms);
    links.insert(links.end(), latin.begin(), latin.end());
    latin_offsets.push_back(static_cast<uint32_t>(links.size()));
    const auto found = names.commonness.find(spelling);
    common.push_back(found == names.commonness.end() ? 0 : found->second);
  }
  const auto slots = hash_slots(forms);
  const NameTableHeader header = {.forms = static_cast<uint32_t>(forms.size()),
                                  .group_ids = static_cast<uint32_t>(group_ids.size()),
                                  .slots = static_cast<uint32_t>(slots.size()),
                                  .latin_links = static_cast<uint32_t>(links.size()),
                                  .text_bytes = static_cast<uint32_t>(text.size())};
  std::string out(reinterpret_cast<const char*>(&header), sizeof header);
  for (const std::vector<uint32_t>& part :
       {slots, text_offsets, group_offsets, group_ids, latin_offsets, links, common}) {
    append(out, part);
  }
  return out + text;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) stop("wants groups.txt curated.txt commonness.tsv OUTPUT");
  const std::string table = compile(read_names(argv[1], argv[2], argv[3]));
  std::ofstream file(argv[4], std::ios::binary);
  if (!file.write(table.data(), static_cast<std::streamsize>(table.size())).flush())
    stop(std::string(argv[4]) + ": cannot be written");
}
