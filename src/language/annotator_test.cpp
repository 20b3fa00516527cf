#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>
#include <map>
#include <string>

#include "language/annotate.h"
#include "language/lemmatizer.h"

namespace vedette::language {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TokenTest equals(TokenAttribute attribute, std::string_view value) {
  return {attribute, TokenOperator::kEquals, {value}};
}
TokenTest tag(std::string_view value) {
  return equals(TokenAttribute::kTag, value);
}
TokenTest lower(std::string_view value) {
  return equals(TokenAttribute::kLower, value);
}
TokenTest dependency(std::string_view value) {
  return equals(TokenAttribute::kDependency, value);
}
TokenTest is_space(bool value) {
  return equals(TokenAttribute::kIsSpace, value ? "1" : "0");
}
TokenTest lower_like(std::string_view expression) {
  return {TokenAttribute::kLower, TokenOperator::kRegex, {expression}};
}

// Tables that own their texts.
struct LemmaTables {
  struct Words {
    StringTableBuilder index, forms, lemmas;
    std::vector<uint32_t> begins{0};
  };
  // `index` and the exceptions' forms in byte order.
  void add(std::string_view pos, std::vector<LemmaTable::Suffix> suffixes, const std::vector<std::string>& index,
           const std::map<std::string, std::vector<std::string>>& exceptions = {}) {
    Words& words = kept.emplace_back();
    for (const auto& word : index) words.index.add(word);
    for (const auto& [form, lemmas] : exceptions) {
      words.forms.add(form);
      for (const auto& lemma : lemmas) words.lemmas.add(lemma);
      words.begins.push_back(static_cast<uint32_t>(words.lemmas.offsets.size() - 1));
    }
    const auto view = [](const StringTableBuilder& builder) { return StringTable{builder.offsets, builder.text}; };
    tables.push_back(
        {pos, std::move(suffixes), view(words.index), view(words.forms), words.begins, view(words.lemmas)});
  }
  std::deque<Words> kept;
  std::vector<LemmaTable> tables;
};

LemmaTables small_tables() {
  LemmaTables made;
  made.add("noun", {{"s", ""}, {"ses", "s"}, {"men", "man"}}, {"bus", "dog", "man"},
           {{"geese", {"goose"}}, {"lives", {"life", "live"}}, {"men", {"man"}}});
  made.add("verb", {{"ing", "e"}, {"ing", ""}, {"s", ""}}, {"make", "sing", "talk"}, {{"went", {"go"}}});
  made.add("adp", {}, {});
  return made;
}

std::string lemma(std::string_view text, std::string_view pos, std::string_view morph = {}) {
  static const LemmaTables made = small_tables();
  return Lemmatizer(made.tables).lemma(text, python_lower(text), pos, morph);
}

TEST(Lemmatizer, ExchangesSuffixesForAKnownLemma) {
  EXPECT_EQ(lemma("Dogs", "NOUN"), "dog");
  EXPECT_EQ(lemma("buses", "NOUN"), "bus");
  EXPECT_EQ(lemma("talking", "VERB"), "talk");
  EXPECT_EQ(lemma("making", "VERB"), "make");
}

TEST(Lemmatizer, TakesTheFirstRuleForAnUnknownWord) {
  EXPECT_EQ(lemma("blogs", "NOUN"), "blog");
  EXPECT_EQ(lemma("blogging", "VERB"), "blogge");
  EXPECT_EQ(lemma("Sheep", "NOUN"), "Sheep") << "no rule: the text as it stands";
  EXPECT_EQ(lemma("s", "NOUN"), "s") << "nothing would be left";
}

TEST(Lemmatizer, AFormThatIsNoWordComesBeforeUnknownWords) {
  EXPECT_EQ(lemma("x-rayses", "NOUN"), "x-rayse");
  EXPECT_EQ(lemma("1990s", "NOUN"), "1990");
}

TEST(Lemmatizer, TheLastExceptionThatIsNewWins) {
  EXPECT_EQ(lemma("geese", "NOUN"), "goose");
  EXPECT_EQ(lemma("lives", "NOUN"), "live");
  EXPECT_EQ(lemma("men", "NOUN"), "man");
  EXPECT_EQ(lemma("Went", "VERB"), "go");
}

TEST(Lemmatizer, BaseFormsAreTheirOwnLemma) {
  EXPECT_EQ(lemma("Dogs", "NOUN", "Number=Sing"), "dogs");
  EXPECT_EQ(lemma("dogs", "NOUN", "Case=Gen|Number=Plur"), "dog");
  EXPECT_EQ(lemma("talks", "VERB", "Tense=Pres|VerbForm=Fin"), "talks");
  EXPECT_EQ(lemma("talks", "VERB", "Number=Sing|Tense=Pres|VerbForm=Fin"), "talk");
  EXPECT_EQ(lemma("making", "VERB", "VerbForm=Inf"), "making");
  EXPECT_EQ(lemma("dogs", "NOUN", "Degree=Pos"), "dogs");
}

TEST(Lemmatizer, PartsOfSpeechWithoutTables) {
  EXPECT_EQ(lemma("Putin", "PROPN"), "Putin");
  EXPECT_EQ(lemma("The", "DET"), "the");
  EXPECT_EQ(lemma("Of", "ADP"), "of") << "empty tables are none";
  EXPECT_EQ(lemma("Dogs", ""), "dogs");
  EXPECT_EQ(lemma("\n", "SPACE"), "\n");
}

// A model of rules and labels alone.
class AnnotatorTest : public testing::Test {
 protected:
  AnnotatorTest() : tables_(small_tables()) { data_.lemma_tables = tables_.tables; }

  uint16_t label(const std::string& text) {
    for (size_t i = 0; i < labels_.size(); ++i) {
      if (labels_[i] == text) return static_cast<uint16_t>(i);
    }
    labels_.push_back(text);
    return static_cast<uint16_t>(labels_.size() - 1);
  }

  struct Word {
    std::string text, tag, dependency;
  };

  void rule(std::vector<std::vector<TokenPattern>> patterns, const std::string& pos, const std::string& morph = "-",
            std::optional<std::string_view> lemma = {}, uint32_t index = 0) {
    AttributeRule& added = data_.attribute_rules.emplace_back();
    added.patterns = std::move(patterns);
    added.index = index;
    if (!pos.empty()) added.pos = label(pos);
    if (morph != "-") added.morph = label(morph);
    added.lemma = lemma;
  }

  // "text/tag/pos/morph/lemma/dependency" a token.
  std::vector<std::string> annotate(const std::vector<Word>& words) {
    Document document;
    std::vector<RawToken> raw;
    for (const auto& word : words) {
      raw.push_back({lexemes_.number(word.text), static_cast<uint32_t>(document.text.size()),
                     static_cast<uint32_t>(word.text.size()), false});
      Token& token = document.tokens.emplace_back();
      token.offset = raw.back().offset;
      token.length = raw.back().length;
      token.tag = label(word.tag);
      token.dependency = label(word.dependency);
      document.text += word.text;
    }
    data_.labels = document.labels = std::make_shared<const std::vector<std::string>>(labels_);
    if (annotator_ == nullptr) {
      ruler_ = std::make_unique<AttributeRuler>(AttributeRuler::create(data_).value());
      annotator_ = std::make_unique<Annotator>(*ruler_, data_, lexemes_);
    }
    annotator_->annotate(document, raw);
    std::vector<std::string> shown;
    for (const Token& token : document.tokens) {
      std::string& one = shown.emplace_back(document.text_of(token));
      for (const uint16_t number : {token.tag, token.pos, token.morph}) one.append("/").append(document.label(number));
      one.append("/").append(document.lemma_of(token)).append("/").append(document.label(token.dependency));
    }
    lemmas_ = document.lemmas;
    return shown;
  }

  LemmaTables tables_;
  ModelData data_;
  std::vector<std::string> labels_{""};
  NormTable norms_;
  LexemeTable lexemes_{norms_};
  std::unique_ptr<AttributeRuler> ruler_;
  std::unique_ptr<Annotator> annotator_;
  std::string lemmas_;
};

TEST_F(AnnotatorTest, LaterRulesWinAttributeByAttribute) {
  rule({{{tag("DT")}}}, "DET", "");
  rule({{{tag("DT"), lower("the")}}}, "", "Definite=Def");
  rule({{{tag("DT"), dependency("nsubj")}}}, "PRON");
  EXPECT_THAT(annotate({{"The", "DT", "det"}, {"a", "DT", "det"}, {"the", "DT", "nsubj"}, {"x", "Y", "det"}}),
              ElementsAre("The/DT/DET/Definite=Def/the/det", "a/DT/DET//a/det", "the/DT/PRON/Definite=Def/the/nsubj",
                          "x/Y///x/det"));
}

TEST_F(AnnotatorTest, AMorphMayBeTakenAway) {
  rule({{{tag("NN")}}}, "NOUN", "Number=Sing");
  rule({{{lower("dogs")}}}, "", "");
  EXPECT_THAT(annotate({{"dogs", "NN", ""}, {"buses", "NN", ""}}),
              ElementsAre("dogs/NN/NOUN//dog/", "buses/NN/NOUN/Number=Sing/buses/"));
}

TEST_F(AnnotatorTest, SetsWithAndWithoutMembers) {
  rule({{{{TokenAttribute::kTag, TokenOperator::kIn, {"DT", "WDT"}},
          {TokenAttribute::kDependency, TokenOperator::kNotIn, {"det", ""}}}}},
       "PRON");
  EXPECT_THAT(annotate({{"x", "WDT", "dobj"}, {"x", "DT", "det"}, {"x", "DT", ""}, {"x", "NN", "dobj"}}),
              ElementsAre("x/WDT/PRON//x/dobj", "x/DT///x/det", "x/DT///x/", "x/NN///x/dobj"));
}

TEST_F(AnnotatorTest, RulesOfTwoTokensSetTheOneThatTheyName) {
  rule({{{tag("NN")}}}, "NOUN", "-", "early");
  rule({{{lower("gon")}, {lower("na")}}}, "", "-", "go");
  rule({{{lower("gon")}, {lower("na")}}}, "", "-", "to", 1);
  rule({{{lower("na"), tag("X")}}}, "PART", "-", "late");
  EXPECT_THAT(
      annotate({{"na", "NN", ""}, {"gon", "NN", ""}, {"na", "NN", ""}, {"gon", "NN", ""}, {"na", "X", ""}}),
      ElementsAre("na/NN/NOUN//early/", "gon/NN/NOUN//go/", "na/NN/NOUN//to/", "gon/NN/NOUN//go/", "na/X/PART//late/"));
}

TEST_F(AnnotatorTest, PairsMayOverlapAndBeExpressions) {
  rule({{{tag("MD")}, {lower_like("^n'?t$")}}}, "AUX");
  rule({{{lower_like("n")}, {lower_like("^n'?t$")}}}, "", "-", "second", 1);
  EXPECT_THAT(annotate({{"ca", "MD", ""}, {"n't", "MD", ""}, {"Nt", "MD", ""}, {"not", "MD", ""}}),
              ElementsAre("ca/MD/AUX//ca/", "n't/MD/AUX//n't/", "Nt/MD///second/", "not/MD///not/"));
}

TEST_F(AnnotatorTest, AlternativesAreOneRule) {
  rule({{{tag("VBZ"), lower("gets")}}, {{tag("VBD"), lower("got")}}}, "", "-", "get");
  EXPECT_THAT(annotate({{"gets", "VBZ", ""}, {"got", "VBD", ""}, {"got", "VBN", ""}}),
              ElementsAre("gets/VBZ///get/", "got/VBD///get/", "got/VBN///got/"));
}

TEST_F(AnnotatorTest, RulesSeeTheStateBeforeAnyOfThem) {
  rule({{{is_space(true)}}}, "SPACE", "");
  data_.attribute_rules.back().tag = label("_SP");
  data_.attribute_rules.back().dependency = label("dep");
  rule({{{tag("_SP")}}}, "X");
  rule({{{dependency("dep")}}}, "X");
  EXPECT_THAT(annotate({{"\n", "NN", "ROOT"}, {"\n", "_SP", "ROOT"}, {"a", "NN", "ROOT"}}),
              ElementsAre("\n/_SP/SPACE//\n/dep", "\n/_SP/X//\n/dep", "a/NN///a/ROOT"));
}

TEST_F(AnnotatorTest, AnEmptyLemmaIsNone) {
  rule({{{tag("NN")}}}, "NOUN", "-", "");
  EXPECT_THAT(annotate({{"dogs", "NN", ""}}), ElementsAre("dogs/NN/NOUN//dog/"));
}

TEST_F(AnnotatorTest, ALemmaIsWrittenOnceADocument) {
  rule({{{tag("NNS")}}}, "NOUN");
  const std::vector<Word> words = {{"dogs", "NNS", ""}, {"dog", "NNS", ""}, {"Dogs", "NNS", ""}, {"bus", "NNS", ""}};
  annotate(words);
  EXPECT_EQ(lemmas_, "dogbu");
  annotate({{"buses", "NNS", ""}, {"dogs", "NNS", ""}, {"buses", "NNS", ""}});
  EXPECT_EQ(lemmas_, "busdog");
}

TEST_F(AnnotatorTest, ForgetsWhatTheLexemesWere) {
  rule({{{lower("dogs")}}}, "NOUN");
  annotate({{"dogs", "NN", ""}});
  lexemes_.clear();
  annotator_->forget();
  EXPECT_THAT(annotate({{"cats", "NN", ""}, {"dogs", "NN", ""}}), ElementsAre("cats/NN///cats/", "dogs/NN/NOUN//dog/"));
}

TEST_F(AnnotatorTest, NoTokensNoLemmas) {
  EXPECT_TRUE(annotate({}).empty());
  EXPECT_EQ(lemmas_, "");
}

class AttributeRulerTest : public AnnotatorTest {
 protected:
  std::string refusal() {
    const auto created = AttributeRuler::create(data_);
    if (created) return "";
    EXPECT_EQ(created.error().code, ErrorCode::kUnsupported);
    return created.error().message;
  }
};

TEST_F(AttributeRulerTest, RefusesWhatItCannotRun) {
  rule({{{lower_like("(")}}}, "X");
  EXPECT_THAT(refusal(), HasSubstr("expression"));
  data_.attribute_rules.clear();
  rule({{{tag("A")}, {tag("B")}, {tag("C")}}}, "X");
  EXPECT_THAT(refusal(), HasSubstr("more than two tokens"));
  data_.attribute_rules.clear();
  rule({{{tag("A")}}}, "X", "-", {}, 1);
  EXPECT_THAT(refusal(), HasSubstr("beyond its pattern"));
  data_.attribute_rules.clear();
  for (int i = 0; i < 65; ++i) rule({{{tag("A")}, {tag("B")}}}, "X");
  EXPECT_THAT(refusal(), HasSubstr("one too many"));
}

}  // namespace
}  // namespace vedette::language
