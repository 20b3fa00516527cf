#include "entity/country.h"

#include <gtest/gtest.h>

namespace vedette {
namespace {

TEST(Country, CodesAndEnglishNames) {
  for (const char* text : {"kp", "KP", "PRK", "North Korea", "Korea, North", "DPRK", "D.P.R.K.", "North Korean",
                           "Democratic People's Republic of Korea", "Democratic People\u2019s Republic of Korea",
                           "Korea, Democratic People's Republic of", "  north   KOREA "}) {
    EXPECT_EQ(country_code(text), "kp") << text;
  }
}

TEST(Country, OtherLanguages) {
  EXPECT_EQ(country_code("Corée du Nord"), "kp");
  EXPECT_EQ(country_code("朝鲜"), "kp");
  EXPECT_EQ(country_code("조선민주주의인민공화국"), "kp");
  EXPECT_EQ(country_code("КНДР"), "kp");
  EXPECT_EQ(country_code("Россия"), "ru");
  EXPECT_EQ(country_code("Российская Федерация"), "ru");
  EXPECT_EQ(country_code("ایران"), "ir");
  EXPECT_EQ(country_code("إيران"), "ir");
  EXPECT_EQ(country_code("Việt Nam"), "vn");
  EXPECT_EQ(country_code("TÜRKİYE"), "tr");
  EXPECT_EQ(country_code("中国"), "cn");
}

TEST(Country, AsListsWriteThem) {
  EXPECT_EQ(country_code("Iran (Islamic Republic of)"), "ir");
  EXPECT_EQ(country_code("Congo, Democratic Republic of the"), "cd");
  EXPECT_EQ(country_code("CONGO, Democratic Republic of (was Zaire)"), "cd");
  EXPECT_EQ(country_code("Cote d Ivoire"), "ci");
  EXPECT_EQ(country_code("Bahamas, The"), "bs");
  EXPECT_EQ(country_code("The Gambia"), "gm");
  EXPECT_EQ(country_code("St. Kitts & Nevis"), "kn");
  EXPECT_EQ(country_code("Virgin Islands, British"), "vg");
  EXPECT_EQ(country_code("Region: Crimea"), "ua-cri");
  EXPECT_EQ(country_code("Kuwaiti citizenship withdrawn in 2002"), "kw");
  EXPECT_EQ(country_code("Syrian Arab Republic as of September 2015"), "sy");
  EXPECT_EQ(country_code("Isfahan, Iran"), "ir");
}

TEST(Country, TwoLanguagesAtOnce) {
  EXPECT_EQ(country_code("Belarus / Bélarus"), "by");
  EXPECT_EQ(country_code("Russia / Russie"), "ru");
  EXPECT_EQ(country_code("Haiti / Ha\u0069\u0308ti"), "ht");
  EXPECT_EQ(country_code("Myanmar (Burma) / Myanmar (Birmanie)"), "mm");
  EXPECT_EQ(country_code("Sudan/South Sudan"), "");
}

TEST(Country, FormerAndDisputedStates) {
  EXPECT_EQ(country_code("USSR (until 1991)"), "suhh");
  EXPECT_EQ(country_code("former Yugoslavia"), "yucs");
  EXPECT_EQ(country_code("Serbia and Montenegro"), "csxx");
  EXPECT_EQ(country_code("Kosovo"), "xk");
  EXPECT_EQ(country_code("Czechoslovakia"), "cshh");
}

TEST(Country, Nationalities) {
  EXPECT_EQ(country_code("Russian"), "ru");
  EXPECT_EQ(country_code("Emirati"), "ae");
  EXPECT_EQ(country_code("Afghan"), "af");
  EXPECT_EQ(country_code("Filipino"), "ph");
  EXPECT_EQ(country_code("Nigerien"), "ne");
  EXPECT_EQ(country_code("Nigerian"), "ng");
}

TEST(Country, UnknownIsEmpty) {
  for (const char* text :
       {"", " ", "-", "none identified", "undetermined", "Atlantis", "the", "/", ",", "()", "\xff"}) {
    EXPECT_EQ(country_code(text), "") << text;
  }
  EXPECT_EQ(country_code(std::string(1'000'000, '/')), "");
}

struct CountryRow {
  std::string_view code;
  std::string_view name;
  std::string_view spellings;  // separated by bars
};

constexpr CountryRow kCountryRows[] = {
#define VEDETTE_COUNTRY(code, name, spellings) {code, name, spellings},
#include "entity/country_table.inc"
#undef VEDETTE_COUNTRY
};

TEST(Country, EveryCodeHasANameThatLeadsBack) {
  for (const CountryRow& row : kCountryRows) {
    EXPECT_EQ(country_name(row.code), row.name);
    EXPECT_EQ(country_code(row.code), row.code);
    EXPECT_EQ(country_code(row.name), row.code);
    for (std::string_view rest = row.spellings; !rest.empty();) {
      const size_t bar = std::min(rest.find('|'), rest.size());
      EXPECT_EQ(country_code(rest.substr(0, bar)), row.code) << rest.substr(0, bar);
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
  }
  EXPECT_GE(std::size(kCountryRows), 249u);
  EXPECT_EQ(country_name("zz"), "");
}

}  // namespace
}  // namespace vedette
