// Held against stories with gold: given each event's gold parties, goods and date, are its flags those of the gold?
#include <gtest/gtest.h>
#include <simdjson.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <set>

#include "base/file.h"
#include "rules/rules_for_test.h"
#include "support/test_data.h"

namespace vedette::rules {
namespace {

using simdjson::dom::element;

std::string text_at(const element& object, const char* key) {
  std::string_view text;
  return object[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::vector<element> list_at(const element& object, const char* key) {
  simdjson::dom::array array;
  if (object[key].get(array) != simdjson::SUCCESS) return {};
  return {array.begin(), array.end()};
}

std::vector<std::string> strings_at(const element& object, const char* key) {
  std::vector<std::string> texts;
  for (const element& one : list_at(object, key)) {
    std::string_view text;
    if (one.get(text) == simdjson::SUCCESS) texts.emplace_back(text);
  }
  return texts;
}

bool is_optional(const element& object) {
  bool value = false;
  return object["optional"].get(value) == simdjson::SUCCESS && value;
}

/// The country whose name or adjective stands in the text: "North Korean labourers".
std::string country_in(const std::string& text) {
  const std::vector<PlainWord> words = plain_words(text);
  for (size_t length = 3; length > 0; --length) {
    for (size_t begin = 0; begin + length <= words.size(); ++begin) {
      std::string name;
      for (size_t i = begin; i < begin + length; ++i) name += (i > begin ? " " : "") + words[i].form;
      if (!words[begin].capital) continue;
      if (std::string code = country_code(name); !code.empty() && name.size() > 3) return code;
    }
  }
  return "";
}

/// Who is who in one gold story.
struct Cast {
  std::map<std::string, Party> parties;

  void add(const element& gold, const char* section) {
    for (const element& one : list_at(gold, section)) {
      Party party{.name = text_at(one, "name"), .country = text_at(one, "country"), .kind = text_at(one, "kind")};
      if (std::string_view(section) == "vessels") party = {party.name, text_at(one, "flag"), "vessel"};
      if (std::string_view(section) == "people") party.kind = "person";
      for (const element& role : list_at(one, "roles")) {
        const std::string of = text_at(role, "of");
        if (party.country.empty()) party.country = parties.contains(of) ? parties[of].country : country_code(of);
      }
      parties[party.name] = party;
      for (const std::string& alias : strings_at(one, "aliases")) parties.try_emplace(alias, party);
    }
  }
  Party find(const std::string& name) const {
    if (const auto known = parties.find(name); known != parties.end()) return known->second;
    return {.name = name, .country = country_in(name), .kind = ""};
  }
  /// Gold's main readings; where none has a country, that of another right reading ("a body for its state").
  std::vector<Party> find(const element& gold, const char* side) const {
    std::vector<Party> found;
    for (const std::string& name : strings_at(gold, side)) found.push_back(find(name));
    element accept;
    if (gold["accept"].get(accept) != simdjson::SUCCESS) return found;
    for (Party& party : found) {
      for (const std::string& other : strings_at(accept, side)) {
        if (party.country.empty()) party.country = find(other).country;
      }
    }
    return found;
  }
};

Conduct conduct_of(const element& gold, const Cast& cast, const std::string& published) {
  Conduct conduct{.type = text_at(gold, "type"), .status = text_at(gold, "status")};
  conduct.actors = cast.find(gold, "actors");
  conduct.recipients = cast.find(gold, "recipients");
  conduct.goods = strings_at(gold, "goods");
  conduct.place = text_at(gold, "place");
  conduct.place_country = country_in(conduct.place);
  conduct.words = text_at(gold, "trigger");
  element when;
  std::string day = gold["when"].get(when) == simdjson::SUCCESS ? text_at(when, "end") : "";
  const auto date = parse_partial_date(day.empty() ? published : day);
  if (date) conduct.date = *date;
  return conduct;
}

/// The same paragraph, or one inside it: OP8 takes in OP8(b).
bool accepts(const std::string& gold, const std::string& given) {
  if (!given.starts_with(gold)) return false;
  return given.size() == gold.size() || std::string_view(" (").find(given[gold.size()]) != std::string_view::npos;
}

struct Tally {
  int wanted = 0, answered = 0;  // gold flags that must be there
  int given = 0, right = 0;      // flags of ours that count
  int levels = 0, same_level = 0;
};

void score_event(const Conduct& conduct, const element& event, const std::vector<element>& gold_flags, Tally& tally) {
  const auto flags = evaluate(book(), conduct);
  ASSERT_TRUE(flags.has_value()) << flags.error().to_string();
  std::set<size_t> answered;
  for (const Flag& flag : *flags) {
    bool right = false;
    bool on_optional = is_optional(event);
    for (size_t i = 0; i < gold_flags.size(); ++i) {
      for (const std::string& provision : strings_at(gold_flags[i], "provisions")) {
        if (!accepts(provision, flag.provision)) continue;
        right = true;
        on_optional |= is_optional(gold_flags[i]);
        if (answered.insert(i).second) {
          ++tally.levels;
          tally.same_level += text_at(gold_flags[i], "level") == to_string(flag.level) ? 1 : 0;
        }
      }
    }
    if (on_optional) continue;
    ++tally.given;
    tally.right += right ? 1 : 0;
  }
  for (size_t i = 0; i < gold_flags.size(); ++i) {
    if (is_optional(gold_flags[i]) || is_optional(event)) continue;
    ++tally.wanted;
    tally.answered += answered.contains(i) ? 1 : 0;
  }
}

void score_story(const std::filesystem::path& file, Tally& tally) {
  simdjson::dom::parser parser;
  const auto content = read_file(file, 1u << 20);
  ASSERT_TRUE(content.has_value());
  element gold;
  ASSERT_EQ(parser.parse(*content).get(gold), simdjson::SUCCESS) << file;
  Cast cast;
  cast.add(gold, "organizations");
  cast.add(gold, "people");
  cast.add(gold, "vessels");
  element story;
  ASSERT_EQ(gold["story"].get(story), simdjson::SUCCESS);
  for (const element& event : list_at(gold, "events")) {
    std::vector<element> flags;
    for (const element& flag : list_at(gold, "flags")) {
      if (text_at(flag, "event") == text_at(event, "id")) flags.push_back(flag);
    }
    score_event(conduct_of(event, cast, text_at(story, "published")), event, flags, tally);
  }
}

TEST(GoldFlags, PrecisionAndRecall) {
  VEDETTE_NEEDS_OFFICIAL("stories");
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(testing::official("stories"))) {
    if (entry.path().string().ends_with(".gold.json")) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  ASSERT_FALSE(files.empty());
  Tally tally;
  for (const auto& file : files) score_story(file, tally);
  const double recall = static_cast<double>(tally.answered) / tally.wanted;
  const double precision = static_cast<double>(tally.right) / tally.given;
  std::printf("gold flags answered %d of %d (%.3f), flags right %d of %d (%.3f), levels %d of %d\n", tally.answered,
              tally.wanted, recall, tally.right, tally.given, precision, tally.same_level, tally.levels);
  EXPECT_GE(recall, 0.8);
  EXPECT_GE(precision, 0.8);
  EXPECT_EQ(tally.same_level, tally.levels);
}

}  // namespace
}  // namespace vedette::rules
