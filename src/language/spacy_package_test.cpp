#include "language/spacy_package.h"

#include <gmock/gmock.h>

#include <cmath>

#include "language/spacy_config.h"
#include "language/spacy_package_for_test.h"
#include "language/spacy_transitions.h"
#include "support/test_data.h"

namespace vedette::language {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Result<std::unique_ptr<const ModelDraft>> read(const PackageFiles& package) {
  const std::string zip = zip_package(package);
  VEDETTE_ASSIGN_OR_RETURN(const auto files, SpacyFiles::from_zip(zip, "made_up.whl"));
  return read_spacy_package(*files);
}

// The package with `from` in one file replaced by `to`, and what is said of it.
Error refusal(const std::string& file, std::string_view from, std::string_view to) {
  PackageFiles package = make_package();
  std::string& content = package[file];
  const size_t at = content.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  content.replace(at, from.size(), to);
  const auto result = read(package);
  EXPECT_FALSE(result.has_value()) << file << ": " << to;
  return result ? Error{} : result.error();
}

TEST(SpacyPackage, AWholePackageBecomesAModel) {
  const auto draft = read(make_package());
  ASSERT_TRUE(draft.has_value()) << draft.error().to_string();
  const ModelData& data = (*draft)->data;
  EXPECT_EQ((*draft)->info.name, "core_web_sm_made_up");
  EXPECT_EQ(data.shared.width, 16u);
  ASSERT_EQ(data.shared.tables.size(), 2u);
  EXPECT_EQ(data.shared.tables[0].feature, Feature::kNorm);
  EXPECT_EQ(data.shared.tables[0].seed, 8u);
  EXPECT_EQ(data.shared.tables[1].feature, Feature::kShape);
  EXPECT_EQ(data.shared.tables[1].rows, 3u);
  EXPECT_EQ(data.shared.mix.product.inputs, 32u);
  EXPECT_EQ(data.shared.convolutions.size(), 1u);
  EXPECT_EQ(data.tags.size(), 2u);
  EXPECT_EQ(data.tokenizer.exceptions[0].tokens[1].norm, "not");
  EXPECT_EQ(data.tokenizer.url, "");
  EXPECT_EQ(data.norms.norms[0], "because");
  EXPECT_EQ(data.attribute_rules[1].patterns[0][1][0].values[0], "0");
  EXPECT_EQ(data.attribute_rules[0].morph, 0) << "the morphology _ is empty";
  EXPECT_EQ(data.lemma_tables[0].pos, "noun");
  EXPECT_EQ(data.lemma_tables[0].index.size(), 2u);
  EXPECT_EQ((*draft)->licences.size(), 3u);
  EXPECT_THAT((*draft)->licences[1].text, HasSubstr("Princeton"));
}

TEST(SpacyPackage, LowerLayersAreTurnedToPieceBeforeUnit) {
  const auto draft = read(make_package());
  ASSERT_TRUE(draft.has_value());
  const TransitionModel& parser = (*draft)->data.parser;
  const auto hundredth = [](size_t place) { return static_cast<float>(place) / 100.0F; };
  for (const size_t feature : {0u, 7u}) {
    for (const size_t unit : {0u, 5u, 15u}) {
      for (const size_t piece : {0u, 1u}) {
        const size_t output = (feature * 2 + piece) * 16 + unit;
        const size_t theirs = (feature * 16 + unit) * 2 + piece;
        EXPECT_EQ(parser.padding[output], hundredth(theirs));
        EXPECT_EQ(parser.lower.weights[(output / 16 * 16 + 3) * 16 + output % 16], hundredth(theirs * 16 + 3));
        if (feature == 0) {
          EXPECT_EQ(parser.lower_bias[output], hundredth(theirs));
        }
      }
    }
  }
}

TEST(SpacyPackage, VectorsAreFoldedOnce) {
  const auto draft = read(make_package(true));
  ASSERT_TRUE(draft.has_value()) << draft.error().to_string();
  const ModelData& data = (*draft)->data;
  EXPECT_EQ((*draft)->vector_rows, 2u);
  EXPECT_EQ(data.vectors.ids.size(), 2u);
  EXPECT_EQ(data.shared.mix.product.inputs, 48u);
  for (const size_t row : {0u, 1u}) {
    for (size_t output = 0; output < 16; ++output) {
      float sum = 0;
      for (size_t input = 0; input < 4; ++input) {
        sum = std::fmaf(static_cast<float>(row * 4 + input) / 100.0F, static_cast<float>(output * 4 + input) / 100.0F,
                        sum);
      }
      EXPECT_EQ(data.shared.static_rows[row * 16 + output], sum);
    }
  }
}

TEST(SpacyPackage, MovesStandByActionThenFrequencyThenLabel) {
  LabelTable labels;
  const auto moves = read_spacy_moves(
      made_up::moves(R"({"1":{"":1},"0":{"":9,"x":-2},"2":{"a":3,"n":5,"b":3,"y":-1}})"), {"moves"}, 5, labels);
  ASSERT_TRUE(moves.has_value()) << moves.error().to_string();
  std::vector<std::string> order;
  for (const Move& move : *moves) order.push_back(std::to_string(move.action) + labels.labels()[move.label]);
  EXPECT_THAT(order, ElementsAre("0", "1", "2n", "2b", "2a", "2y", "0x"));
}

TEST(SpacyPackage, FindsTheModelFolderWhereverItIs) {
  const testing::TemporaryFolder folder;
  write_package(make_package(), folder.path() / "wheel" / "made_up" / "made_up-1.2.3");
  write_package({{"meta.json", "{}"}}, folder.path() / "wheel" / "made_up");
  for (const char* name : {"wheel", "wheel/made_up", "wheel/made_up/made_up-1.2.3"}) {
    const auto draft = read_spacy_package(folder.path() / name);
    EXPECT_TRUE(draft.has_value()) << draft.error().to_string();
  }
  write_package(make_package(), folder.path() / "other");
  const auto two = read_spacy_package(folder.path());
  ASSERT_FALSE(two.has_value());
  EXPECT_THAT(two.error().message, HasSubstr("several spaCy models"));
  std::filesystem::create_directories(folder.path() / "empty");
  const auto none = read_spacy_package(folder.path() / "empty");
  ASSERT_FALSE(none.has_value());
  EXPECT_THAT(none.error().message, HasSubstr("no folder holds both config.cfg and meta.json"));
  EXPECT_EQ(read_spacy_package(folder.path() / "absent").error().code, ErrorCode::kNotFound);
}

TEST(SpacyPackage, LineEndsMayBeThoseOfWindows) {
  PackageFiles package = make_package();
  std::string windows;
  for (const char letter : package["config.cfg"]) windows += letter == '\n' ? "\r\n" : std::string(1, letter);
  package["config.cfg"] = windows;
  EXPECT_TRUE(read(package).has_value());
}

TEST(SpacyPackage, WhatCannotBeRunIsRefusedWithTheReason) {
  const auto expect = [](const Error& error, std::string_view field, std::string_view why) {
    EXPECT_EQ(error.code, ErrorCode::kUnsupported) << error.to_string();
    EXPECT_EQ(error.where.field, field);
    EXPECT_THAT(error.message, HasSubstr(why));
  };
  const std::string config = "config.cfg";
  expect(refusal(config, "lang = \"en\"", "lang = \"de\""), "nlp.lang", "de is not");
  expect(refusal(config, "Tok2Vec.v2", "TransformerModel.v3"), "components.tok2vec.model.@architectures",
         "spacy.TransformerModel.v3");
  expect(refusal(config, "window_size = 1", "window_size = 2"), "components.tok2vec.model.encode.window_size", "2");
  expect(refusal(config, "use_upper = true", "use_upper = false"), "components.parser.model.use_upper", "false");
  expect(refusal(config, "extra_state_tokens = false", "extra_state_tokens = true"),
         "components.parser.model.extra_state_tokens", "true");
  expect(refusal(config, "disabled = [\"senter\"]", "disabled = []"), "nlp.pipeline", "senter");
  expect(refusal(config, "disabled = [\"senter\"]", "disabled = [\"senter\",\"ner\"]"), "nlp.pipeline", "has no ner");
  expect(refusal(config, "\"parser\",\"senter\",\"attribute_ruler\"", "\"senter\",\"attribute_ruler\",\"parser\""),
         "nlp.pipeline", "parser runs after attribute_ruler");
  expect(refusal(config, "mode = \"rule\"", "mode = \"lookup\""), "components.lemmatizer.mode", "lookup");
  expect(refusal(config, "mode = \"rule\"", "mode = \"rule\"\noverwrite = true"), "components.lemmatizer.overwrite",
         "true");
  expect(refusal(config, "maxout_pieces = 2\n\n", "maxout_pieces = 4\n\n"),
         "components.tok2vec.model.encode.maxout_pieces", "4");
  expect(refusal(config, "width = 16", "width = 20"), "components.tok2vec.model.encode.width", "20");
  expect(refusal("parser/cfg", "\"beam_width\": 1", "\"beam_width\": 8"), "beam_width", "8");
  expect(refusal("tokenizer", "token_match\xC0", "token_match\xA1x"), "token_match", "set");
}

TEST(SpacyPackage, DamageNamesFileAndField) {
  const auto expect = [](const Error& error, std::string_view file, std::string_view field, std::string_view why) {
    EXPECT_EQ(error.code, ErrorCode::kInvalidInput) << error.to_string();
    EXPECT_EQ(error.where.file, "made_up.whl/made_up/made_up-1.2.3/" + std::string(file));
    EXPECT_EQ(error.where.field, field);
    EXPECT_THAT(error.message, HasSubstr(why));
  };
  const std::string config = "config.cfg";
  expect(refusal(config, "depth = 1\n", ""), config, "components.tok2vec.model.encode.depth", "missing");
  expect(refusal(config, "rows = [5,3]", "rows = [5,\"3\"]"), config, "components.tok2vec.model.embed.rows", "numbers");
  expect(refusal(config, "width = 16", "width = ${components.tok2vec.model.embed:width}"), config,
         "components.tok2vec.model.encode.width", "refers to itself");
  expect(refusal(config, "[nlp]", "nlp"), config, "", "neither a [section] nor key = value");
  expect(refusal(config, "rows = [5,3]", "rows = [6,3]"), "tok2vec/model", "node 2 (hashembed).E", "[6, 16]");
  expect(refusal(config, "depth = 1", "depth = 2"), "tok2vec/model", "expand_window", "config.cfg");
  expect(refusal("tagger/cfg", "[\"NN\", \"VB\"]", "[\"NN\", 2]"), "tagger/cfg", "labels", "no text");
  expect(refusal("tagger/cfg", "[\"NN\", \"VB\"]", "[\"NN\"]"), "tagger/model", "node 0 (softmax).W", "[1, 16]");
  expect(refusal("parser/moves", "3,\"nsubj\":5", "\"\",\"nsub\":5"), "parser/moves", "moves", "frequency");
  expect(refusal("meta.json", "\"name\": \"core_web_sm_made_up\",", ""), "meta.json", "name", "missing");
  PackageFiles package = make_package();
  package.erase("ner/moves");
  const auto missing = read(package);
  ASSERT_FALSE(missing.has_value());
  expect(missing.error(), "ner/moves", "", "no such file");
}

TEST(SpacyPackage, EveryCutOfEveryFileIsRefusedOrHarmless) {
  const PackageFiles whole = make_package(true);
  for (const auto& [name, content] : whole) {
    for (size_t size = 0; size < content.size(); size += content.size() / 5 + 1) {
      PackageFiles package = whole;
      package[name] = content.substr(0, size);
      const auto result = read(package);
      const bool is_optional = name == "vocab/vectors.cfg" || name == "meta.json" || name == "config.cfg";
      if (!is_optional) {
        EXPECT_FALSE(result.has_value()) << name << " cut to " << size;
      }
    }
  }
}

TEST(SpacyPackage, WhatIsNoArchiveIsRefused) {
  const auto text = SpacyFiles::from_zip("not a zip archive at all", "text.whl");
  ASSERT_FALSE(text.has_value());
  EXPECT_EQ(text.error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(text.error().where.file, "text.whl");
  EXPECT_FALSE(SpacyFiles::from_zip("", "empty.whl").has_value());
}

TEST(SpacyPackage, FilesAreBounded) {
  const std::string zip = zip_package(make_package());
  SpacyFileLimits limits;
  limits.file_bytes = 100;
  const auto files = SpacyFiles::from_zip(zip, "made_up.whl", limits).value();
  EXPECT_EQ(files->read("config.cfg").error().code, ErrorCode::kLimit);
  limits.files = 3;
  EXPECT_EQ(SpacyFiles::from_zip(zip, "made_up.whl", limits).error().code, ErrorCode::kLimit);
}

TEST(SpacyConfig, ValuesMayBeOthersOrStandInAnObject) {
  const auto config = SpacyConfig::parse(
      "# a comment\n[a]\nx = ${b:y}\nlist = [1,\n  2]\nc = {\"z\": true}\n[b]\ny = 7\n", "config.cfg");
  ASSERT_TRUE(config.has_value());
  EXPECT_EQ(config->number("a", "x"), 7u);
  EXPECT_EQ(config->flag("a.c", "z"), true);
  EXPECT_THAT(*config->numbers("a", "list"), ElementsAre(1u, 2u));
  EXPECT_FALSE(config->has("a", "y"));
}

}  // namespace
}  // namespace vedette::language
