#include "lists/delta.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>

namespace vedette::lists {
namespace {

using ::testing::ElementsAre;

Entity make_entity(std::string id, std::vector<std::pair<Property, std::string>> values,
                   Schema schema = Schema::kPerson) {
  Entity entity{.id = std::move(id), .schema = schema};
  for (auto& [property, text] : values) entity.add(property, text);
  return entity;
}

Delta delta_of(const std::vector<Entity>& before, const std::vector<Entity>& after) {
  return difference(entity_range(before), entity_range(after)).value();
}

TEST(Delta, OfAListWithItselfIsEmpty) {
  const std::vector<Entity> list = {make_entity("a", {{Property::kName, "A"}}), make_entity("b", {})};
  EXPECT_TRUE(delta_of(list, list).empty());
}

TEST(Delta, TellsAddedRemovedAndChanged) {
  const std::vector<Entity> before = {make_entity("a", {{Property::kName, "A"}}),
                                      make_entity("c", {{Property::kName, "C"}, {Property::kAlias, "see"}}),
                                      make_entity("b", {})};
  const std::vector<Entity> after = {make_entity("d", {}),
                                     make_entity("c", {{Property::kName, "C"}, {Property::kAlias, "sea"}}),
                                     make_entity("a", {{Property::kName, "A"}}, Schema::kOrganization)};
  const Delta delta = delta_of(before, after);
  EXPECT_THAT(delta.added, ElementsAre("d"));
  EXPECT_THAT(delta.removed, ElementsAre("b"));
  ASSERT_EQ(delta.changed.size(), 2u);
  EXPECT_EQ(delta.changed[0], (RecordChange{"a", {{"schema", {"Person"}, {"Organization"}}}}));
  EXPECT_EQ(delta.changed[1], (RecordChange{"c", {{"alias", {"see"}, {"sea"}}}}));
}

TEST(Delta, OrderOfValuesDoesNotCountAndNumberDoes) {
  const Entity one = make_entity("a", {{Property::kAlias, "x"}, {Property::kAlias, "y"}});
  const Entity other = make_entity("a", {{Property::kAlias, "y"}, {Property::kAlias, "x"}});
  EXPECT_TRUE(changed_fields(one, other).empty());
  Entity twice = one;
  twice.values.push_back(one.values[0]);
  EXPECT_EQ(changed_fields(one, twice).size(), 1u);
}

TEST(Delta, AnApproximateDateDiffersFromAnExactOne) {
  Entity exact = make_entity("a", {{Property::kBirthDate, "1960"}});
  Entity circa = exact;
  circa.values[0].circa = true;
  EXPECT_EQ(changed_fields(exact, circa), (std::vector<FieldChange>{{"birthDate", {"1960"}, {"~1960"}}}));
}

TEST(Delta, AnErrorOfTheRangeIsHandedOn) {
  const EntityRange broken{.size = 1, .entity = [](size_t) { return Result<Entity>(fail(ErrorCode::kCorrupt, "x")); }};
  EXPECT_EQ(difference(broken, entity_range({})).error().code, ErrorCode::kCorrupt);
}

TEST(Delta, IsWrittenAsDocumented) {
  JsonWriter json;
  write_delta_json(json, {.added = {"d"}, .removed = {}, .changed = {{"c", {{"alias", {"see"}, {}}}}}});
  EXPECT_EQ(
      json.text(),
      R"({"added": ["d"], "removed": [], "changed": [{"id": "c", "fields": {"alias": {"before": ["see"], "after": []}}}]})");
}

// A list as the delta sees it: by id, the schema and the sorted texts of each property.
using Record = std::map<std::string, std::vector<std::string>>;
using Plain = std::map<std::string, Record>;

Plain plain(const std::vector<Entity>& list) {
  Plain result;
  for (const Entity& entity : list) {
    Record& record = result[entity.id];
    record["schema"] = {std::string(to_string(entity.schema))};
    for (const Value& value : entity.values) {
      record[std::string(to_string(value.property))].push_back((value.circa ? "~" : "") + value.text);
    }
  }
  for (auto& [id, record] : result) {
    for (auto& [field, values] : record) std::sort(values.begin(), values.end());
  }
  return result;
}

// Makes the changes; what was added comes from the later list, as a delta names it only.
Plain apply(const Delta& delta, Plain list, const Plain& later) {
  for (const std::string& id : delta.removed) list.erase(id);
  for (const std::string& id : delta.added) list[id] = later.at(id);
  for (const RecordChange& change : delta.changed) {
    for (const FieldChange& field : change.fields) {
      auto values = field.after;
      std::sort(values.begin(), values.end());
      if (values.empty()) {
        list.at(change.id).erase(field.field);
      } else {
        list.at(change.id)[field.field] = values;
      }
    }
  }
  return list;
}

std::vector<Entity> random_list() {
  const auto drawn = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 12));
  const std::set<int> ids(drawn.begin(), drawn.end());
  std::vector<Entity> list;
  for (const int id : ids) {
    Entity entity{.id = "r" + std::to_string(id)};
    entity.schema = *rc::gen::element(Schema::kPerson, Schema::kVessel);
    const int count = *rc::gen::inRange(0, 5);
    for (int i = 0; i < count; ++i) {
      Value value;
      value.property = *rc::gen::element(Property::kName, Property::kAlias, Property::kBirthDate);
      value.text = std::to_string(*rc::gen::inRange(0, 3));
      value.circa = value.property == Property::kBirthDate && *rc::gen::arbitrary<bool>();
      entity.values.push_back(std::move(value));
    }
    list.push_back(std::move(entity));
  }
  return list;
}

TEST(Delta, AppliedToTheEarlierListGivesTheLater) {
  EXPECT_TRUE(rc::check("apply(difference(a, b), a) == b", [] {
    const auto a = random_list();
    const auto b = random_list();
    const Delta delta = delta_of(a, b);
    RC_ASSERT(apply(delta, plain(a), plain(b)) == plain(b));
    for (const auto& change : delta.changed) {
      for (const auto& field : change.fields) {
        auto before = field.before;
        std::sort(before.begin(), before.end());
        const Record record = plain(a).at(change.id);
        const auto found = record.find(field.field);
        RC_ASSERT(before == (found == record.end() ? std::vector<std::string>() : found->second));
      }
    }
  }));
}

TEST(Delta, BackwardsIsItsMirror) {
  EXPECT_TRUE(rc::check("difference(b, a) mirrors difference(a, b)", [] {
    const auto a = random_list();
    const auto b = random_list();
    Delta there = delta_of(a, b);
    std::swap(there.added, there.removed);
    for (auto& change : there.changed) {
      for (auto& field : change.fields) std::swap(field.before, field.after);
    }
    RC_ASSERT(there == delta_of(b, a));
  }));
}

}  // namespace
}  // namespace vedette::lists
