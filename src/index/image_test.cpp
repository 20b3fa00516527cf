#include "index/image.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstddef>

#include "index/container.h"
#include "index/name_index.h"
#include "support/small_lists.h"

namespace vedette::index {
namespace {

using testing::make_entity;
using testing::person;

std::vector<Entity> three_entities() {
  return {person("b", "Pak Jong Chon"), person("a", "Kim Jong Un"),
          make_entity("c", Schema::kVessel, {{Property::kName, "CHONG CHON GANG"}, {Property::kImoNumber, "7937317"}})};
}

std::string bytes_of_three() {
  ImageBuilder builder;
  for (const Entity& entity : three_entities()) EXPECT_TRUE(builder.add(entity).has_value());
  return *std::move(builder).finish({"un", "2024", "abc", "un_xml", 0});
}

TEST(Image, GivesBackItsEntitiesInOrderOfId) {
  const auto image = testing::make_image(three_entities());
  ASSERT_EQ(image->entity_count(), 3u);
  EXPECT_EQ(image->id(0), "a");
  EXPECT_EQ(image->entity(1).caption(), "Pak Jong Chon");
  EXPECT_EQ(image->entity(2), three_entities()[2]);
  EXPECT_EQ(image->find("c"), 2u);
  EXPECT_EQ(image->find("bb"), std::nullopt);
  EXPECT_EQ(image->schema(2), Schema::kVessel);
}

TEST(Image, KeepsWhatItSaysOfItself) {
  const auto image = Image::from_bytes(bytes_of_three(), "image");
  ASSERT_TRUE(image.has_value()) << image.error().to_string();
  EXPECT_EQ((*image)->info().source, "un");
  EXPECT_EQ((*image)->info().published, "2024");
  EXPECT_EQ((*image)->info().content, "abc");
  EXPECT_EQ((*image)->info().entities, 3u);
}

TEST(Image, TheSameEntitiesGiveTheSameBytes) {
  EXPECT_EQ(bytes_of_three(), bytes_of_three());
}

TEST(Image, RefusesAnIdThatStandsTwice) {
  ImageBuilder builder;
  ASSERT_TRUE(builder.add(person("a", "Kim")).has_value());
  ASSERT_TRUE(builder.add(person("a", "Pak")).has_value());
  const auto bytes = std::move(builder).finish({});
  ASSERT_FALSE(bytes.has_value());
  EXPECT_EQ(bytes.error().code, ErrorCode::kInvalidInput);
  EXPECT_NE(bytes.error().message.find("id a"), std::string::npos);
}

TEST(Image, AnEmptyListIsAnImage) {
  const auto image = testing::make_image({});
  EXPECT_EQ(image->entity_count(), 0u);
  EXPECT_EQ(image->find("a"), std::nullopt);
}

TEST(Image, DamageAnywhereIsNoticed) {
  const std::string bytes = bytes_of_three();
  for (size_t i = 0; i < bytes.size(); i += 13) {
    std::string altered = bytes;
    altered[i] = static_cast<char>(altered[i] ^ 0x21);
    const auto image = Image::from_bytes(altered, "image");
    if (!image) continue;
    EXPECT_EQ((*image)->entity(0).caption(), "Kim Jong Un") << "only padding may be altered unnoticed";
  }
}

// The same sections under another signature, as a program with other matching code would have written them.
std::string with_other_signature(const std::string& bytes) {
  const auto view = ContainerView::open(bytes, "image");
  ContainerWriter writer;
  for (const Section& section : view->sections()) writer.add(section.kind, std::string(view->section(section.kind)));
  return std::move(writer).finish(view->index_signature() + 1);
}

TEST(Image, AnIndexOfOtherCodeIsDerivedAgain) {
  const auto fresh = Image::from_bytes(bytes_of_three(), "image");
  const auto other = Image::from_bytes(with_other_signature(bytes_of_three()), "image");
  ASSERT_TRUE(other.has_value()) << other.error().to_string();
  EXPECT_FALSE((*fresh)->derived_again());
  EXPECT_TRUE((*other)->derived_again());
  EXPECT_EQ((*other)->names().name_count(), (*fresh)->names().name_count());
  EXPECT_EQ((*other)->names().unit_count(), (*fresh)->names().unit_count());
}

// The same sections as an older program wrote them, which knew no scripts.
std::string in_version(uint32_t version, const std::string& bytes) {
  const auto view = ContainerView::open(bytes, "image");
  vedette::ContainerWriter writer({.magic = kImageMagic, .version = version, .what = "image"});
  for (const Section& section : view->sections()) {
    writer.add(static_cast<uint32_t>(section.kind), std::string(view->section(section.kind)));
  }
  return std::move(writer).finish(view->index_signature());
}

// A person with one birth date whose record has this byte at this place; the checksums are right.
Result<std::shared_ptr<const Image>> with_date_byte(size_t place, char byte) {
  ImageBuilder builder;
  Entity born = person("a", "Kim Jong Un");
  born.add(Property::kBirthDate, "1984-01-08");
  EXPECT_TRUE(builder.add(born).has_value());
  const std::string bytes = *std::move(builder).finish({"un", "2024", "abc", "un_xml", 0});
  const auto view = ContainerView::open(bytes, "image");
  ContainerWriter writer;
  for (const Section& section : view->sections()) {
    std::string content(view->section(section.kind));
    if (section.kind == SectionKind::kDates) content.at(place) = byte;
    writer.add(section.kind, std::move(content));
  }
  return Image::from_bytes(std::move(writer).finish(view->index_signature()), "image");
}

TEST(Image, RefusesDatesThatCannotBe) {
  EXPECT_TRUE(with_date_byte(offsetof(match::DateRange, circa), 1).has_value());
  EXPECT_FALSE(with_date_byte(offsetof(match::DateRange, circa), 106).has_value());
  EXPECT_FALSE(with_date_byte(offsetof(match::DateRange, precision), 9).has_value());
  EXPECT_FALSE(with_date_byte(offsetof(match::DateRange, first) + 3, 0x7F).has_value());
}

TEST(Image, AnImageOfAnOlderVersionIsRead) {
  const auto old_image = Image::from_bytes(in_version(kOldestImageVersion, bytes_of_three()), "image");
  ASSERT_TRUE(old_image.has_value()) << old_image.error().to_string();
  EXPECT_EQ((*old_image)->entity(2), three_entities()[2]);
  JsonWriter json;
  (*old_image)->describe(json);
  EXPECT_NE(json.text().find("\"format_version\": 1"), std::string::npos);
  for (const uint32_t version : {kOldestImageVersion - 1, kImageVersion + 1}) {
    const auto refused = Image::from_bytes(in_version(version, bytes_of_three()), "image");
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().to_string(),
              "image: image of format version " + std::to_string(version) + "; this program reads versions 1 to 2");
  }
}

TEST(Image, KeepsTheScriptOfAName) {
  Entity entity = person("a", "Kim Jong Un");
  entity.values.push_back({.property = Property::kName, .text = "김정은", .script = "Hang"});
  EXPECT_EQ(testing::make_image({entity})->entity(0), entity);
}

}  // namespace
}  // namespace vedette::index
