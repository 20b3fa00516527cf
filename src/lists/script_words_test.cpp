#include "lists/script_words.h"

#include <gtest/gtest.h>

namespace vedette::lists {
namespace {

TEST(NameScript, IsWhatTheSourceSays) {
  EXPECT_EQ(name_script("Cyrillic", "Иван"), "Cyrl");
  EXPECT_EQ(name_script("Arabic", "جون سامبل"), "Arab");
  EXPECT_EQ(name_script("Chinese (Simplified)", "金样本"), "Hans");
  EXPECT_EQ(name_script("Traditional Chinese", "金樣本"), "Hant");
  EXPECT_EQ(name_script("in Farsi script:", "علی"), "Arab");
  EXPECT_EQ(name_script("Burmese", "မောင်"), "Mymr");
}

TEST(NameScript, IsThatOfTheLettersWhereTheSourceDoesNotNameIt) {
  EXPECT_EQ(name_script("original script", "제인 샘플"), "Hang");
  EXPECT_EQ(name_script("non-Latin script", "Иван"), "Cyrl");
  EXPECT_EQ(name_script("Klingon", "Иван"), "Cyrl");
  EXPECT_EQ(name_script("original script", "123"), "");
}

TEST(NameScript, IsThatOfTheLettersWhereTheyContradictTheSource) {
  EXPECT_EQ(name_script("Cyrillic", "OAO STUPINSKAYA KOMPANIYA"), "Latn");
  EXPECT_EQ(name_script("Cyrillic", "12-34"), "Cyrl");
}

TEST(NameScript, IsNotGuessedWhereTheSourceIsSilent) {
  EXPECT_EQ(name_script("", "Иван"), "");
}

TEST(LanguageCode, IsThatOfISO639) {
  EXPECT_EQ(language_code("Persian"), "fa");
  EXPECT_EQ(language_code("RUSSIAN"), "ru");
  EXPECT_EQ(language_code("uk"), "uk");
  EXPECT_EQ(language_code("Klingon"), "");
  EXPECT_EQ(language_code(""), "");
}

}  // namespace
}  // namespace vedette::lists
