// The promise that everything rests on: the index loses nothing and changes nothing.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "screen/screener.h"
#include "support/small_lists.h"

namespace vedette::screen {
namespace {

using testing::make_entity;
using testing::make_list_set;

std::string answer(Screener& screener, const Entity& query, double threshold, bool exhaustive) {
  ScreenOptions options;
  options.threshold = threshold;
  options.limit = 0;
  options.explain = true;
  options.exhaustive = exhaustive;
  JsonWriter json;
  write_json(json, screener.screen(query, options));
  return json.take();
}

// Words over a small alphabet, so that near misses are the rule; some real ones for kinds, particles and readings.
std::string random_word() {
  static const std::vector<std::string> kReal = {
      "al",       "bin",    "Ltd",   "company",  "Mohammad", "kim", "jong", "un",   "J",      "III",       "bank",
      "Владимир", "김정은", "Korea", "national", "IRGC",     "de",  "Dr",   "محمد", "习近平", "Ivanovich", "6"};
  if (*rc::gen::inRange(0, 3) == 0) return *rc::gen::elementOf(kReal);
  std::string word;
  const int length = *rc::gen::inRange(1, 11);
  for (int i = 0; i < length; ++i) word += static_cast<char>("aeknmo"[*rc::gen::inRange(0, 6)]);
  return word;
}

std::string random_name() {
  std::string name;
  for (int i = *rc::gen::inRange(1, 6); i > 0; --i) name += (name.empty() ? "" : " ") + random_word();
  return name;
}

// The name with a letter or word changed, joined or left out.
std::string varied(std::string name) {
  for (int i = *rc::gen::inRange(0, 3); i > 0 && !name.empty(); --i) {
    const auto at = *rc::gen::inRange<size_t>(0, name.size());
    if (static_cast<unsigned char>(name[at]) >= 0x80) continue;
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        name.erase(at, 1);
        break;
      case 1:
        name.insert(at, 1, 'e');
        break;
      case 2:
        name[at] = 'o';
        break;
      default:
        name = random_word() + " " + name;
    }
  }
  return name;
}

Entity random_entity(std::string id, const std::vector<std::string>& names) {
  static const std::vector<Schema> kSchemata = {Schema::kPerson, Schema::kOrganization, Schema::kLegalEntity,
                                                Schema::kVessel};
  Entity entity;
  entity.id = std::move(id);
  entity.schema = *rc::gen::elementOf(kSchemata);
  for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
    const Property property = *rc::gen::element(Property::kName, Property::kAlias, Property::kWeakAlias);
    entity.add(property, varied(*rc::gen::elementOf(names)));
  }
  if (*rc::gen::inRange(0, 3) == 0)
    entity.add(Property::kBirthDate, *rc::gen::element<std::string>("1964", "1964-05-01", "1970/1972"));
  if (*rc::gen::inRange(0, 3) == 0) entity.add(Property::kNationality, *rc::gen::element<std::string>("kp", "ru"));
  if (*rc::gen::inRange(0, 4) == 0) entity.add(Property::kGender, *rc::gen::element<std::string>("male", "female"));
  if (*rc::gen::inRange(0, 4) == 0)
    entity.add(Property::kPassportNumber, *rc::gen::element<std::string>("PS472310104", "563410081"));
  return entity;
}

RC_GTEST_PROP(Index, EqualsTheExhaustivePathOnSmallLists, ()) {
  std::vector<std::string> names;
  for (int i = 0; i < 8; ++i) names.push_back(random_name());
  std::vector<Entity> entities;
  for (int i = 0; i < 24; ++i) entities.push_back(random_entity("id-" + std::to_string(i), names));
  Screener screener(make_list_set(entities), match::default_policy());
  for (int i = 0; i < 4; ++i) {
    const Entity query = random_entity("", names);
    const double threshold = *rc::gen::element(0.5, 0.6, 0.7, 0.85, 1.0);
    RC_ASSERT(answer(screener, query, threshold, false) == answer(screener, query, threshold, true));
  }
}

// All names of up to two words over a two-letter alphabet against each other.
TEST(Index, EqualsTheExhaustivePathOnAllSmallNames) {
  std::vector<std::string> words;
  for (int length = 1; length <= 5; ++length) {
    for (int bits = 0; bits < (1 << length); bits += length > 3 ? 3 : 1) {
      std::string word;
      for (int i = 0; i < length; ++i) word += (bits >> i) & 1 ? 'n' : 'a';
      words.push_back(word);
    }
  }
  std::vector<Entity> entities;
  for (size_t i = 0; i < words.size(); ++i) {
    entities.push_back(testing::person("one-" + std::to_string(i), words[i]));
    entities.push_back(testing::person("two-" + std::to_string(i), words[i] + " " + words[(i * 7 + 3) % words.size()]));
  }
  Screener screener(make_list_set(entities), match::default_policy());
  for (const Entity& query : entities) {
    Entity anonymous = query;
    anonymous.id.clear();
    ASSERT_EQ(answer(screener, anonymous, 0.5, false), answer(screener, anonymous, 0.5, true)) << query.caption();
  }
}

}  // namespace
}  // namespace vedette::screen
