#include "language/model_file.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "base/container.h"
#include "base/file.h"
#include "language/model_access.h"
#include "language/model_rules.h"
#include "language/model_sections.h"
#include "language/model_shapes.h"
#include "language/tiny_model_for_test.h"
#include "support/language_model.h"
#include "support/test_data.h"

namespace vedette::language {
namespace {

// The tiny model with one section changed and all checksums right.
class Altered {
 public:
  template <typename Change>
  Altered(ModelSection kind, Change&& change) {
    const auto view = ContainerView::open(kModelFormat, tiny_model_bytes(true), "tiny").value();
    ContainerWriter writer(kModelFormat);
    for (const ContainerSection& part : view.sections()) {
      std::string content(view.section(part.kind));
      if (part.kind == static_cast<uint32_t>(kind)) change(content);
      writer.add(part.kind, std::move(content));
    }
    bytes_ = tiny::kept_aligned(std::move(writer).finish(), arena_);
  }
  std::string reason() const {
    const auto opened = ModelFile::view(bytes_, "altered");
    if (opened) return "opened";
    EXPECT_EQ(opened.error().code, ErrorCode::kCorrupt);
    EXPECT_EQ(opened.error().where.file, "altered");
    return opened.error().message;
  }

 private:
  ModelArena arena_;
  std::string_view bytes_;
};

template <typename T>
void put(std::string& content, size_t index, T value) {
  content.replace(index * sizeof value, sizeof value, reinterpret_cast<const char*>(&value), sizeof value);
}

TEST(ModelFile, GivesBackWhatWasWritten) {
  const auto draft = make_tiny_draft({.has_vectors = true});
  const auto model = tiny_model(true);
  ASSERT_NE(model, nullptr);
  const ModelData& read = model->data();
  EXPECT_EQ(model->info().name, "tiny");
  EXPECT_TRUE(model->info().has_vectors);
  EXPECT_EQ(*read.labels, draft->labels.labels());
  EXPECT_EQ(read.tags, draft->data.tags);
  EXPECT_EQ(read.shared.tables.size(), 6u);
  EXPECT_EQ(read.own.tables.size(), 4u);
  EXPECT_EQ(read.parser.moves.size(), draft->data.parser.moves.size());
  EXPECT_EQ(read.tokenizer.exceptions[1].tokens[1].norm, "not");
  EXPECT_EQ(read.attribute_rules[4].lemma, "not");
  EXPECT_EQ(read.lemma_tables[1].exception_lemmas[0], "meet");
  EXPECT_EQ(read.norms.ids.size(), 2u);
}

TEST(ModelFile, EveryArrayIsTheOneThatWasWritten) {
  const auto draft = make_tiny_draft({.has_vectors = true});
  const auto model = tiny_model(true);
  ASSERT_NE(model, nullptr);
  std::vector<std::pair<const float*, size_t>> written;
  visit_arrays(draft->data.shared, draft->vector_rows,
               [&](const float* values, size_t count) { written.emplace_back(values, count); });
  visit_arrays(draft->data.parser, [&](const float* values, size_t count) { written.emplace_back(values, count); });
  size_t next = 0;
  const auto compare = [&](const float* values, size_t count) {
    ASSERT_EQ(count, written[next].second) << next;
    EXPECT_TRUE(std::equal(values, values + count, written[next].first)) << next;
    EXPECT_EQ(reinterpret_cast<uintptr_t>(values) % kContainerAlignment, 0u);
    ++next;
  };
  visit_arrays(model->data().shared, draft->vector_rows, compare);
  visit_arrays(model->data().parser, compare);
  EXPECT_EQ(next, written.size());
}

TEST(ModelFile, LiftedLabelsAreTakenApart) {
  const auto model = tiny_model();
  ASSERT_NE(model, nullptr);
  const auto& labels = *model->data().labels;
  EXPECT_EQ(labels[model->data().root_label], "ROOT");
  const auto lifted = std::find(labels.begin(), labels.end(), "pobj||prep") - labels.begin();
  const auto parts = model->data().lifted[static_cast<size_t>(lifted)];
  EXPECT_EQ(labels[parts.own], "pobj");
  EXPECT_EQ(labels[parts.head], "prep");
  EXPECT_EQ(model->data().lifted[0].own, 0);
}

TEST(ModelFile, EveryCutIsRefused) {
  const std::string_view bytes = tiny_model_bytes();
  for (size_t size = 0; size < bytes.size(); size += 997) {
    const auto opened = ModelFile::view(bytes.substr(0, size), "cut");
    ASSERT_FALSE(opened.has_value()) << size;
    EXPECT_EQ(opened.error().code, ErrorCode::kCorrupt);
  }
}

TEST(ModelFile, WhatChecksumsCannotCatchIsFound) {
  const float infinity = std::numeric_limits<float>::infinity();
  EXPECT_EQ(Altered(ModelSection::kParser, [&](std::string& s) { put(s, 5, infinity); }).reason(),
            "damaged model file: section parser holds a weight without value");
  EXPECT_EQ(Altered(ModelSection::kShared, [](std::string& s) { put(s, 0, std::nanf("")); }).reason(),
            "damaged model file: section shared holds a weight without value");
  EXPECT_EQ(Altered(ModelSection::kOwn, [](std::string& s) { s.resize(s.size() - 64); }).reason(),
            "damaged model file: section own does not have the size of its shapes");
  EXPECT_EQ(Altered(ModelSection::kVectorRows, [](std::string& s) { put(s, 1, uint32_t{99}); }).reason(),
            "damaged model file: its keys of vectors do not add up");
  EXPECT_EQ(Altered(ModelSection::kVectorIds, [](std::string& s) { put(s, 1, uint64_t{0}); }).reason(),
            "damaged model file: its keys of vectors do not add up");
  EXPECT_EQ(Altered(ModelSection::kNormOffsets, [](std::string& s) { put(s, 1, uint32_t{999}); }).reason(),
            "damaged model file: its norms do not add up");
  EXPECT_EQ(Altered(ModelSection::kShapes, [](std::string& s) { s[1] = 33; }).reason(),
            "damaged model file: width of an encoder is 33");
  // Vector rows, width, six tables of three numbers, pieces.
  EXPECT_EQ(Altered(ModelSection::kShapes, [](std::string& s) { s[3 + 6 * 3] = 4; }).reason(),
            "damaged model file: pieces of a layer is 4");
  EXPECT_EQ(Altered(ModelSection::kInfo, [](std::string& s) { s[1] = '\xFF'; }).reason(),
            "damaged model file: section info is not UTF-8");
  EXPECT_EQ(Altered(ModelSection::kLicences, [](std::string& s) { s[2] = '\xFF'; }).reason(),
            "damaged model file: a licence text is not UTF-8");
  EXPECT_EQ(Altered(ModelSection::kNormText, [](std::string& s) { s[0] = '\xFF'; }).reason(),
            "damaged model file: its norms do not add up");
  EXPECT_EQ(
      Altered(ModelSection::kAttributeRules, [](std::string& s) { s.replace(0, 1, "\xFF\xFF\xFF\xFF\x0F"); }).reason(),
      "damaged model file: section attribute_rules has another length than it says");
  EXPECT_EQ(Altered(ModelSection::kShapes, [](std::string& s) { s += '\0'; }).reason(),
            "damaged model file: section shapes is longer than it should be");
  EXPECT_EQ(Altered(ModelSection::kLabels, [](std::string& s) { s[0] = 0; }).reason(),
            "damaged model file: it has no labels, or too many");
  EXPECT_EQ(Altered(ModelSection::kTokenizer, [](std::string& s) { s[s.find("n't")] = 'm'; }).reason(),
            "damaged model file: a tokenizer exception does not add up");
  EXPECT_EQ(Altered(ModelSection::kAttributeRules, [](std::string& s) { s[1] = 0; }).reason(),
            "damaged model file: an attribute rule is unsound");
  EXPECT_EQ(Altered(ModelSection::kLemmaText, [](std::string& s) { s[0] = 'z'; }).reason(),
            "damaged model file: a lemma table does not add up");
  EXPECT_EQ(Altered(ModelSection::kLemmaNumbers, [](std::string& s) { s.resize(s.size() - 4); }).reason(),
            "damaged model file: a lemma table does not add up");
}

// "éz" cut after its first byte: each item must be UTF-8, not only all of them together.
TEST(ModelFile, ItemsOfATableAreCutBetweenCharacters) {
  const std::vector<uint32_t> good{0, 2, 3};
  const std::vector<uint32_t> bad{0, 1, 3};
  EXPECT_TRUE(is_table_of_texts({good, "\xC3\xA9z"}));
  EXPECT_FALSE(is_table_of_texts({bad, "\xC3\xA9z"}));
  EXPECT_TRUE(is_table_of_texts({}));
}

TEST(ModelFile, AnExpressionThatDoesNotCompileIsNamedWithItsFile) {
  auto draft = make_tiny_draft();
  draft->data.tokenizer.prefix = "^(";
  ModelArena arena;
  const auto file = ModelFile::view(tiny::kept_aligned(write_model(*draft), arena), "bad.vedmodel");
  ASSERT_TRUE(file.has_value());
  const auto model = ModelAccess::of(*file);
  ASSERT_FALSE(model.has_value());
  EXPECT_EQ(model.error().code, ErrorCode::kUnsupported);
  EXPECT_EQ(model.error().where.file, "bad.vedmodel");
  EXPECT_THAT(model.error().message, ::testing::HasSubstr("prefix pattern"));
}

TEST(ModelFile, BytesInMemoryMustBeAligned) {
  ModelArena arena;
  const std::string_view kept = tiny::kept_aligned(" " + std::string(tiny_model_bytes()), arena);
  const auto opened = ModelFile::view(kept.substr(1), "askew");
  ASSERT_FALSE(opened.has_value());
  EXPECT_EQ(opened.error().code, ErrorCode::kInternal);
}

TEST(ModelFile, OpensFromDiskAndSaysWhatIsMissing) {
  const testing::TemporaryFolder folder;
  const auto path = folder.path() / "tiny.vedmodel";
  ASSERT_TRUE(replace_file(path, tiny_model_bytes()).has_value());
  const auto opened = ModelFile::open(path);
  ASSERT_TRUE(opened.has_value()) << opened.error().to_string();
  EXPECT_EQ((*opened)->bytes(), tiny_model_bytes().size());
  EXPECT_EQ((*opened)->licences().size(), 1u);
  JsonWriter json;
  (*opened)->describe(json);
  EXPECT_THAT(json.text(), ::testing::HasSubstr(R"("kind": "attribute_rules")"));
  const auto absent = ModelFile::open(folder.path() / "none.vedmodel");
  ASSERT_FALSE(absent.has_value());
  EXPECT_EQ(absent.error().code, ErrorCode::kNotFound);
}

TEST(ModelFile, ThePublishedSmallModelHasTheShapesThatItsPublisherGives) {
  VEDETTE_NEEDS_MODEL("sm");
  const auto opened = ModelFile::open(testing::language_model("sm"));
  ASSERT_TRUE(opened.has_value()) << opened.error().to_string();
  const ModelData& data = (*opened)->data();
  EXPECT_EQ(data.shared.width, 96u);
  EXPECT_EQ(data.shared.tables.size(), 6u);
  EXPECT_EQ(data.own.tables.size(), 4u);
  EXPECT_EQ(data.shared.convolutions.size(), 4u);
  EXPECT_EQ(data.tags.size(), 50u);
  EXPECT_EQ(data.parser.moves.size(), 106u);
  EXPECT_EQ(data.entities.moves.size(), 74u);
  EXPECT_EQ(data.tokenizer.exceptions.size(), 1347u);
  EXPECT_EQ(data.attribute_rules.size(), 179u);
  EXPECT_EQ(data.norms.ids.size(), 3510u);
  const auto& labels = *data.labels;
  EXPECT_EQ(labels[data.parser.moves[2].label], "det");
  EXPECT_EQ(labels[data.parser.moves[105].label], "ROOT");
  EXPECT_EQ(labels[data.entities.moves[0].label], "ORG");
  EXPECT_EQ(data.entities.moves[72].label, 0);
}

}  // namespace
}  // namespace vedette::language
