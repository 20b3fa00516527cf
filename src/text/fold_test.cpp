#include "text/fold.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"

namespace vedette::text {
namespace {

TEST(Fold, Ascii) {
  EXPECT_EQ(fold(""), "");
  EXPECT_EQ(fold("Pak JONG-Chon"), "pak jong-chon");
  EXPECT_EQ(fold("O'Brien"), "obrien");
  EXPECT_EQ(fold("a\tb\nc"), "a b c");
}

TEST(Fold, LatinLosesDiacriticsAndSpellsOutLetters) {
  EXPECT_EQ(fold("Érdoğan"), "erdogan");
  EXPECT_EQ(fold("Groß Łódź Ægir Þór Đoković Øst Œuvre"), "gross lodz aegir thor dokovic ost oeuvre");
  EXPECT_EQ(fold("Işık İpek Əliyev"), "isik ipek aliyev");
  EXPECT_EQ(fold("e\u0301"), "e");
}

TEST(Fold, ApostrophesAndHalfRingsGo) {
  EXPECT_EQ(fold("Qa’ida ʿAbd al-ʾAmin Mu`ammar O´Neil"), "qaida abd al-amin muammar oneil");
}

TEST(Fold, CompatibilityForms) {
  EXPECT_EQ(fold("ＡＢＣ１２"), "abc12");
  EXPECT_EQ(fold("ﬁn Ⅳ №"), "fin iv no");
  EXPECT_EQ(fold("ﾊﾟｸ"), "パク");
  EXPECT_EQ(fold("a\u00A0b\u3000c"), "a b c");
  EXPECT_EQ(fold("١٢٣ ۴"), "123 4");
  EXPECT_EQ(fold("“x” – «y»"), "\"x\" - \"y\"");
}

TEST(Fold, InvisiblesGo) {
  EXPECT_EQ(fold("K\u200Bi\u00ADm\u202E \uFEFFx"), "kim x");
}

TEST(Fold, CyrillicKeepsItsLetters) {
  EXPECT_EQ(fold("ЁЖИК Андрей Київ Ўладзімір"), "ежик андрей київ ўладзімір");
  EXPECT_EQ(fold("и\u0306"), "й");
  EXPECT_EQ(fold("Влади́мир"), "владимир");
}

TEST(Fold, ArabicAndHebrewWriting) {
  EXPECT_EQ(fold("مُحَمَّد"), "محمد");
  EXPECT_EQ(fold("أحمـــد إبراهيم آل"), "احمد ابراهيم ال");
  EXPECT_EQ(fold("فاطمة علی کریم مصطفى"), "فاطمه علي كريم مصطفي");
  EXPECT_EQ(fold("שָׁלוֹם"), "שלום");
}

TEST(Fold, OtherScriptsKeepTheirVowels) {
  EXPECT_EQ(fold("김정은"), "김정은");
  EXPECT_EQ(fold("\u1100\u1175\u11B7"), "김");
  EXPECT_EQ(fold("がぱ"), "がぱ");
  EXPECT_EQ(fold("नरेन्द्र"), "नरेन्द्र");
  EXPECT_EQ(fold("สมชาย"), "สมชาย");
}

TEST(Fold, LookAlikesGoToTheScriptOfMostLetters) {
  EXPECT_EQ(fold("Pаk"), "pak");
  EXPECT_EQ(fold("Мoсквa"), "москва");
  EXPECT_EQ(fold("Kimцz"), "kimцz");
  EXPECT_EQ(fold("kимж"), "кимж");
  EXPECT_EQ(fold("OOO Газпром"), "ooo газпром");
}

TEST(Fold, IllFormedBytesBecomeReplacementCharacters) {
  EXPECT_EQ(fold("a\xFF"), "a\uFFFD");
  EXPECT_EQ(fold("\xE4\xB8"), "\uFFFD\uFFFD");
}

// Compositions that only come together once something between them is dropped.
TEST(Fold, IsIdempotentWhereDroppingBringsTogether) {
  for (const char* text :
       {"か\u200D\u3099", "か\u0621\u3099", "\u1100\u200B\u1161\u0640\u11A8", "и\u200D\u0306", "ﷺ", "ŉ"}) {
    const auto once = fold(text);
    EXPECT_EQ(fold(once), once) << text;
  }
}

TEST(Fold, EveryCodePointIsIdempotentAndWellFormed) {
  for (char32_t c = 0; c < 0x20000; ++c) {
    std::string text;
    append_code_point(text, c);
    const auto once = fold(text);
    ASSERT_EQ(fold(once), once) << std::hex << static_cast<uint32_t>(c);
    ASSERT_TRUE(is_valid_utf8(once));
    ASSERT_LE(count_code_points(once), 18u);
  }
}

RC_GTEST_PROP(FoldProperty, BytesFoldIdempotently, (const std::string& bytes)) {
  const auto once = fold(bytes);
  RC_ASSERT(fold(once) == once);
  RC_ASSERT(is_valid_utf8(once));
}

RC_GTEST_PROP(FoldProperty, CodePointsFoldIdempotently, ()) {
  const auto points = *rc::gen::container<std::vector<uint32_t>>(
      rc::gen::oneOf(rc::gen::inRange<uint32_t>(0, 0x3100), rc::gen::inRange<uint32_t>(0xAC00, 0xFFFF),
                     rc::gen::inRange<uint32_t>(0, 0x110000)));
  std::string text;
  for (const uint32_t point : points) append_code_point(text, point);
  const auto once = fold(text);
  RC_ASSERT(fold(once) == once);
}

}  // namespace
}  // namespace vedette::text
