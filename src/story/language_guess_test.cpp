#include "story/language_guess.h"

#include <gtest/gtest.h>

namespace vedette::story {
namespace {

TEST(LanguageGuess, TellsTheExampleOfEachLanguage) {
  ASSERT_GE(known_languages().size(), 25u);
  EXPECT_EQ(known_languages().front().code, "en") << "English is the first, against which the others are held";
  for (const auto& language : known_languages()) {
    EXPECT_NE(language.script, text::Script::kOther) << language.code;
    const auto guess = guess_language(language.example);
    EXPECT_EQ(guess.code, language.code) << language.example;
    EXPECT_EQ(guess.name, language.name);
  }
}

TEST(LanguageGuess, IsNotMisledByForeignNamesAndWordsInEnglish) {
  for (const char* text :
       {"La Jornada of Mexico and El Pais of Spain said on Monday that the de la Cruz family would sell the ship.",
        "President Luiz Inacio Lula da Silva met Volodymyr Zelenskyy in Rio de Janeiro, his office said.",
        "The newspaper Правда wrote that the minister, Сергей Иванов, had left the city on the day before.",
        "Kim Jong Un, Ri Sol Ju, Kim Yo Jong, Choe Son Hui", "Los Angeles", "", "12 345 67",
        "Sgt. De Vries of the Dutch navy, who was on board at the time, is not among the dead."}) {
    EXPECT_TRUE(guess_language(text).is_english()) << text;
  }
}

TEST(LanguageGuess, IsNotMisledByEnglishNamesInOtherLanguages) {
  EXPECT_EQ(
      guess_language("Die Firma New World Shipping hat nach Angaben der Behörde mit dem Verkauf begonnen, und die "
                     "Polizei hat nicht gesucht.")
          .code,
      "de");
  EXPECT_EQ(guess_language("Президент компании New World Shipping заявил, что не был в Лондоне.").code, "ru");
}

TEST(LanguageGuess, SaysThatItDoesNotKnowAScript) {
  const auto guess = guess_language("ᎣᏏᏲ ᏙᎯᏧ ᎦᏚᎩ");
  EXPECT_EQ(guess.code, "und");
  EXPECT_EQ(guess.name, "");
}

TEST(LanguageGuess, LooksAtTheBeginningOnly) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "The ship has left the port. ";
  EXPECT_EQ(guess_language(text + "Das Ende steht auf Deutsch und nicht auf Englisch.").code, "en");
  EXPECT_EQ(guess_language(std::string(5000, '\xE2')).code, "en");
}

}  // namespace
}  // namespace vedette::story
