#include "rules/rule_book.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "rules/rules_for_test.h"

namespace vedette::rules {
namespace {

using ::testing::HasSubstr;

TEST(RuleBook, TheTablesThatShipAreWhole) {
  ASSERT_TRUE(RuleBook::built_in().has_value()) << RuleBook::built_in().error().to_string();
  EXPECT_EQ(book().goods.goods().size(), 202u);
  std::set<std::string> regimes;
  std::set<std::string> rows;  // "IR02a" and "IR02b" are two paragraphs of one row
  for (const Provision& provision : book().provisions) {
    regimes.insert(provision.regime);
    rows.insert(provision.id.substr(0, 4));
  }
  EXPECT_EQ(regimes.size(), 22u);
  EXPECT_EQ(rows.size(), 135u);
}

TEST(RuleBook, UnRegimesStandFirst) {
  const auto& provisions = book().provisions;
  const auto first_other =
      std::find_if(provisions.begin(), provisions.end(), [](const Provision& p) { return p.authority() != "un"; });
  EXPECT_TRUE(std::none_of(first_other, provisions.end(), [](const Provision& p) { return p.authority() == "un"; }));
}

TEST(RuleBook, EveryConductThatEventsTellOfHasAProvision) {
  for (const ConductRule& rule : book().conducts) {
    const bool used = std::any_of(book().provisions.begin(), book().provisions.end(), [&](const Provision& provision) {
      return std::find(provision.conducts.begin(), provision.conducts.end(), rule.conduct) != provision.conducts.end();
    });
    EXPECT_TRUE(used) << rule.conduct;
  }
}

/// The tables that ship, with one of them changed.
Result<std::shared_ptr<const RuleBook>> with(RuleText RuleTexts::* table, std::string_view from, std::string_view to) {
  RuleTexts texts = built_in_texts();
  static std::string changed;
  changed = (texts.*table).text;
  changed.replace(changed.find(from), from.size(), to);
  (texts.*table).text = changed;
  return RuleBook::create(texts);
}

TEST(RuleBook, MistakesNameFileLineAndField) {
  const auto code = with(&RuleTexts::goods, "\tML3 | HS9306.90\t", "\tXL3\t");
  ASSERT_FALSE(code.has_value());
  EXPECT_EQ(code.error().to_string(), "goods.tsv:2: field codes: 'XL3' is no code of a known list");
  const auto flow = with(&RuleTexts::conducts, "\talone\t", "\tsideways\t");
  ASSERT_FALSE(flow.has_value());
  EXPECT_EQ(flow.error().to_string(), "conducts.tsv:2: field flow: 'sideways' is no flow");
  const auto category = with(&RuleTexts::cues, "MIL-TRAINING", "DANCE");
  ASSERT_FALSE(category.has_value());
  EXPECT_EQ(category.error().to_string(), "cues.tsv:2: field categories: 'DANCE' is no category");
  const auto country = with(&RuleTexts::blocs, "EU\tat", "EU\tqq");
  ASSERT_FALSE(country.has_value());
  EXPECT_EQ(country.error().to_string(), "blocs.tsv:2: field country: 'qq' is no country");
  const auto test = with(&RuleTexts::categories, "code:ML\t", "colour:red\t");
  ASSERT_FALSE(test.has_value());
  EXPECT_THAT(test.error().to_string(), HasSubstr("categories.tsv:2: field matches: 'colour:red'"));
}

constexpr std::string_view kHeading =
    "id\tinstrument\tparagraph\tin_force\tsuperseded\tbound\tconduct\tdirection\ttarget\tgoods\tsummary\texceptions\t"
    "source\tconfidence\tverified\n";
constexpr std::string_view kProvision =
    "X1\tS/RES/1 (2000)\tOP1\t2000-01-01/2001-01-01\t\tUN\tARMS_SUPPLY\tto_target\tKP\tML\tsays\tnone\tbook\tH\tno\n";

std::string error_with(std::string_view from, std::string_view to) {
  std::string text = std::string(kHeading) + std::string(kProvision);
  text.replace(text.find(from), from.size(), to);
  RuleTexts texts = built_in_texts();
  texts.provisions = {{"provisions/un_x.tsv", text}};
  const auto book = RuleBook::create(texts);
  return book ? "none" : book.error().to_string();
}

TEST(Provisions, EveryValueIsOfItsClosedList) {
  EXPECT_EQ(error_with("X1", "X1"), "none");
  EXPECT_THAT(error_with("\tUN\t", "\tMARS\t"), HasSubstr("un_x.tsv:2: field bound: 'MARS'"));
  EXPECT_THAT(error_with("to_target", "upwards"), HasSubstr("un_x.tsv:2: field direction: 'upwards'"));
  EXPECT_THAT(error_with("\tKP\t", "\tKP-best\t"), HasSubstr("un_x.tsv:2: field target: 'KP-best'"));
  EXPECT_THAT(error_with("ARMS_SUPPLY", "JUGGLING"), HasSubstr("un_x.tsv: field conduct: 'JUGGLING'"));
  EXPECT_THAT(error_with("\tML\t", "\tTOYS\t"), HasSubstr("un_x.tsv: field goods: 'TOYS'"));
  EXPECT_THAT(error_with("\tH\t", "\tL\t"), HasSubstr("un_x.tsv:2: field confidence"));
  EXPECT_THAT(error_with("\tno\n", "\tmaybe\n"), HasSubstr("un_x.tsv:2: field verified"));
  EXPECT_THAT(error_with("2000-01-01/", "2002-01-01/"), HasSubstr("ends before it begins"));
  EXPECT_THAT(error_with("2000-01-01/", "2000-02-30/"), HasSubstr("'2000-02-30' is no day"));
  EXPECT_THAT(error_with("\tsays\t", "\t"), HasSubstr("un_x.tsv:2: has 14 fields, not 15"));
  EXPECT_THAT(error_with("instrument", "instruments"), HasSubstr("un_x.tsv:1: the heading"));
}

TEST(Provisions, AreInForceFromTheirFirstDayToTheDayBeforeTheirLast) {
  const std::string text = std::string(kHeading) + std::string(kProvision);
  const auto provisions = parse_provisions({"un_x.tsv", text});
  ASSERT_TRUE(provisions.has_value());
  const Provision& provision = provisions->front();
  EXPECT_FALSE(provision.in_force_on(day_number(1999, 12, 31)));
  EXPECT_TRUE(provision.in_force_on(day_number(2000, 1, 1)));
  EXPECT_TRUE(provision.in_force_on(day_number(2000, 12, 31)));
  EXPECT_FALSE(provision.in_force_on(day_number(2001, 1, 1)));
}

}  // namespace
}  // namespace vedette::rules
