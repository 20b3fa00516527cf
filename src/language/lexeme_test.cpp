#include "language/lexeme.h"

#include <gtest/gtest.h>

#include <array>
#include <utility>

#include "language/lexeme_table.h"
#include "language/python_text.h"
#include "language/strings.h"

namespace vedette::language {
namespace {

// Two words with a norm of their own.
struct Norms {
  Norms() {
    std::array<std::pair<uint64_t, std::string_view>, 2> rows = {
        {{string_id("colour"), "color"}, {string_id("’cause"), "because"}}};
    if (rows[0].first > rows[1].first) std::swap(rows[0], rows[1]);
    for (const auto& [id, norm] : rows) {
      ids.push_back(id);
      norms.add(norm);
    }
    table = {ids, {norms.offsets, norms.text}};
  }
  std::vector<uint64_t> ids;
  StringTableBuilder norms;
  NormTable table;
};

uint64_t norm(std::string_view text, std::string_view given = {}) {
  const Norms norms;
  return features_of(text, given, norms.table).norm;
}

uint64_t shape(std::string_view text) {
  return features_of(text, {}, {}).shape;
}

TEST(PythonLower, IsUnicodeLowerCase) {
  EXPECT_EQ(python_lower("Kim MET Putin-2"), "kim met putin-2");
  EXPECT_EQ(python_lower("ÄÖÜ ЖУК Ǆ"), "äöü жук ǆ");
  EXPECT_EQ(python_lower("İstanbul"), "i\xCC\x87stanbul");
  EXPECT_EQ(python_lower(""), "");
}

TEST(PythonLower, ASigmaThatEndsAWordIsFinal) {
  EXPECT_EQ(python_lower("ΟΔΟΣ"), "οδος");
  EXPECT_EQ(python_lower("ΣΟΦΟΣ ΣΟΦΟΣ"), "σοφος σοφος");
  EXPECT_EQ(python_lower("Σ"), "σ");
  EXPECT_EQ(python_lower("ΑΣ.Β"), "ασ.β") << "a full stop within a word is passed over";
  EXPECT_EQ(python_lower("ΑΣ. Β"), "ας. β");
  EXPECT_EQ(python_lower("Α'Σ"), "α'ς");
}

TEST(PythonClasses, LettersAreCategoryL) {
  EXPECT_TRUE(python_is_alpha("Łódź漢ªǅ"));
  EXPECT_FALSE(python_is_alpha("a1"));
  EXPECT_FALSE(python_is_alpha("e\xCC\x81")) << "a combining mark is no letter";
  EXPECT_FALSE(python_is_alpha("Ⅷ"));
  EXPECT_FALSE(python_is_alpha(""));
  EXPECT_FALSE(is_python_upper(U'ǅ')) << "title case is not upper case";
}

TEST(PythonClasses, DigitsHaveADigitValue) {
  for (const char32_t c : {U'0', U'9', U'٣', U'²', U'①'}) EXPECT_TRUE(is_python_digit(c)) << static_cast<uint32_t>(c);
  for (const char32_t c : {U'½', U'Ⅷ', U'五', U'x'}) EXPECT_FALSE(is_python_digit(c)) << static_cast<uint32_t>(c);
}

TEST(PythonClasses, SpacesIncludeSeparatorsOfInformation) {
  EXPECT_TRUE(python_is_space("\t\n\v\f\r\x1c\x1d\x1e\x1f "));
  EXPECT_TRUE(python_is_space("\u0085\u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000"));
  EXPECT_FALSE(python_is_space("\u200b")) << "zero-width space";
  EXPECT_FALSE(python_is_space("\u180e"));
  EXPECT_FALSE(python_is_space(" a"));
  EXPECT_FALSE(python_is_space(""));
}

TEST(Features, NormIsTheFirstThatIsKnown) {
  EXPECT_EQ(norm("n't", "not"), string_id("not"));
  EXPECT_EQ(norm("colour"), string_id("color"));
  EXPECT_EQ(norm("colour", "hue"), string_id("hue"));
  EXPECT_EQ(norm("—"), string_id("-"));
  EXPECT_EQ(norm("``"), string_id("\""));
  EXPECT_EQ(norm("US$"), string_id("$"));
  EXPECT_EQ(norm("Colour"), string_id("colour")) << "norms are of exact spellings; else lower case";
}

TEST(Features, PrefixAndSuffixAreCodePoints) {
  const auto features = features_of("Łódź", {}, {});
  EXPECT_EQ(features.text, string_id("Łódź"));
  EXPECT_EQ(features.prefix, string_id("Ł"));
  EXPECT_EQ(features.suffix, string_id("ódź"));
  EXPECT_EQ(features_of("é", {}, {}).suffix, string_id("é"));
}

TEST(Features, SymbolsHaveTheirNumbers) {
  EXPECT_EQ(features_of("ID", {}, {}).text, string_id("ID"));
  EXPECT_EQ(features_of("X", {}, {}).prefix, string_id("X"));
  EXPECT_LT(features_of("X", {}, {}).prefix, 457u);
}

TEST(Features, ShapeKeepsFourOfARun) {
  EXPECT_EQ(shape("Apple"), string_id("Xxxxx"));
  EXPECT_EQ(shape("Cosmodrome"), string_id("Xxxxx"));
  EXPECT_EQ(shape("C3PO-2024x"), string_id("XdXX-ddddx"));
  EXPECT_EQ(shape("123456"), string_id("dddd"));
  EXPECT_EQ(shape("------"), string_id("----"));
  EXPECT_EQ(shape("漢字²"), string_id("xxd"));
  EXPECT_EQ(shape("xd1d"), string_id("xxdx")) << "runs are of shape characters";
}

TEST(Features, ShapeOfALongTokenIsLong) {
  EXPECT_EQ(shape(std::string(99, 'a')), string_id("xxxx"));
  EXPECT_EQ(shape(std::string(100, 'a')), string_id("LONG"));
  std::string accents;
  for (int i = 0; i < 99; ++i) accents += "é";
  EXPECT_EQ(shape(accents), string_id("xxxx")) << "code points count, not bytes";
  EXPECT_EQ(shape(accents + "é"), string_id("LONG"));
}

TEST(Features, SpaceIsPythons) {
  EXPECT_TRUE(features_of("\n ", {}, {}).is_space);
  EXPECT_FALSE(features_of("a", {}, {}).is_space);
}

TEST(LexemeTable, NumbersDistinctTextsFromZero) {
  const Norms norms;
  LexemeTable table(norms.table);
  EXPECT_EQ(table.number("Kim"), 0u);
  EXPECT_EQ(table.number("kim"), 1u);
  EXPECT_EQ(table.number("Kim"), 0u);
  EXPECT_EQ(table.size(), 2u);
  EXPECT_EQ(table[0].text, "Kim");
  EXPECT_EQ(table[0].lower, "kim");
  EXPECT_EQ(table[0].code_points, 3u);
  EXPECT_EQ(table[0].features.shape, string_id("Xxx"));
}

TEST(LexemeTable, ATextWithANormIsAnotherLexeme) {
  const Norms norms;
  LexemeTable table(norms.table);
  const auto plain = table.number("ca");
  const auto can = table.number("ca", "can");
  EXPECT_NE(plain, can);
  EXPECT_EQ(table.number("ca", "can"), can);
  EXPECT_EQ(table[can].text, "ca");
  EXPECT_EQ(table[can].features.norm, string_id("can"));
  EXPECT_EQ(table[can].features.text, table[plain].features.text);
  EXPECT_NE(table.number("a", std::string("b\0c", 3)), table.number(std::string("c\0a", 3), "b"));
}

TEST(LexemeTable, KeepsItsTextsWhileItGrowsAndForgetsThemWhenCleared) {
  const Norms norms;
  LexemeTable table(norms.table);
  for (int i = 0; i < 5000; ++i) table.number("w" + std::to_string(i));
  for (int i = 0; i < 5000; ++i) ASSERT_EQ(table.number("w" + std::to_string(i)), static_cast<uint32_t>(i));
  EXPECT_GT(table.bytes(), 5000u * sizeof(Lexeme));
  table.clear();
  EXPECT_EQ(table.size(), 0u);
  EXPECT_EQ(table.bytes(), 0u);
  EXPECT_EQ(table.number("w7"), 0u);
}

}  // namespace
}  // namespace vedette::language
