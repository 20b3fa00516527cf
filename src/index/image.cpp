#include "index/image.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>

#include "base/bytes.h"
#include "base/file.h"
#include "index/container.h"
#include "index/entity_codec.h"
#include "index/image_info.h"
#include "index/index_signature.h"
#include "index/name_index.h"
#include "match/score.h"

namespace vedette::index {

struct Image::Parts {
  std::unique_ptr<MappedFile> file;  // one of these two holds the bytes
  std::string memory;
  ContainerView container;
  ImageInfo info;
  StringTable entities;
  std::string derived;  // an index that was derived again, in a container of its own
  ContainerView derived_container;
  NameIndex names;
};

namespace {

Unexpected damaged(const std::string& file, std::string_view why) {
  return fail(ErrorCode::kCorrupt, fmt::format("damaged image: {}", why), {.file = file});
}

// Ids rise strictly and every entity decodes as far as its schema.
bool ids_are_sound(const StringTable& entities) {
  std::string_view previous;
  for (uint32_t i = 0; i < entities.size(); ++i) {
    const std::string_view id = encoded_id(entities[i]);
    if (i > 0 && id <= previous) return false;
    previous = id;
  }
  return true;
}

// The index of the entities, in a container of its own.
Result<std::string> derive(const StringTable& entities) {
  NameIndexBuilder builder;
  for (uint32_t i = 0; i < entities.size(); ++i) {
    VEDETTE_ASSIGN_OR_RETURN(const Entity entity, decode_entity(entities[i]));
    builder.add(match::prepare_entity(entity));
  }
  ContainerWriter writer;
  std::move(builder).finish(writer);
  return std::move(writer).finish(kIndexSignature);
}

}  // namespace

Image::Image(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Image::~Image() = default;

Result<std::shared_ptr<const Image>> Image::open(const std::filesystem::path& path) {
  auto parts = std::make_unique<Parts>();
  VEDETTE_ASSIGN_OR_RETURN(parts->file, MappedFile::open(path));
  return finish_opening(std::move(parts), path.string());
}

Result<std::shared_ptr<const Image>> Image::from_bytes(std::string bytes, const std::string& name) {
  auto parts = std::make_unique<Parts>();
  parts->memory = std::move(bytes);
  return finish_opening(std::move(parts), name);
}

Result<std::shared_ptr<const Image>> Image::finish_opening(std::unique_ptr<Parts> parts, const std::string& name) {
  const std::string_view bytes = parts->file ? parts->file->bytes() : std::string_view(parts->memory);
  VEDETTE_ASSIGN_OR_RETURN(parts->container, ContainerView::open(bytes, name));
  VEDETTE_ASSIGN_OR_RETURN(parts->info, parse_image_info(parts->container.section(SectionKind::kInfo), name));
  parts->entities = {array_of<uint32_t>(parts->container.section(SectionKind::kEntityOffsets)),
                     parts->container.section(SectionKind::kEntityBytes)};
  if (!parts->entities.is_sound() || parts->entities.size() != parts->info.entities) {
    return damaged(name, "its entities do not add up");
  }
  if (!ids_are_sound(parts->entities)) return damaged(name, "its entities are out of order");
  parts->derived_container = parts->container;
  if (parts->container.index_signature() != kIndexSignature) {
    VEDETTE_ASSIGN_OR_RETURN(parts->derived, derive(parts->entities));
    VEDETTE_ASSIGN_OR_RETURN(parts->derived_container, ContainerView::open(parts->derived, name));
  }
  VEDETTE_ASSIGN_OR_RETURN(parts->names, NameIndex::open(parts->derived_container, name));
  if (parts->names.entity_count() != parts->entities.size()) return damaged(name, "its index is of other entities");
  return std::shared_ptr<const Image>(new Image(std::move(parts)));
}

const ImageInfo& Image::info() const {
  return parts_->info;
}
uint32_t Image::entity_count() const {
  return parts_->entities.size();
}
std::string_view Image::id(uint32_t entity) const {
  return encoded_id(parts_->entities[entity]);
}
Schema Image::schema(uint32_t entity) const {
  return encoded_schema(parts_->entities[entity]);
}
const NameIndex& Image::names() const {
  return parts_->names;
}
uint64_t Image::bytes() const {
  return parts_->container.bytes().size();
}
bool Image::derived_again() const {
  return !parts_->derived.empty();
}

std::optional<uint32_t> Image::find(std::string_view id) const {
  uint32_t low = 0;
  uint32_t high = entity_count();
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (this->id(middle) < id) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == entity_count() || this->id(low) != id) return std::nullopt;
  return low;
}

Entity Image::entity(uint32_t number) const {
  // The bytes passed their checksum, so this decodes unless the writer was wrong; an empty entity would show it.
  return decode_entity(parts_->entities[number]).value_or(Entity{});
}

void Image::describe(JsonWriter& json) const {
  json.begin_object();
  json.member("file", "vedette image");
  json.member("format_version", parts_->container.version());
  json.member("bytes", bytes());
  json.member("index_signature", fmt::format("{:016x}", parts_->container.index_signature()));
  json.member("index_derived_again", derived_again());
  json.key("info");
  write_image_info(json, parts_->info);
  json.member("names", names().name_count());
  json.member("units", names().unit_count());
  json.key("sections");
  json.begin_array();
  for (const Section& section : parts_->container.sections()) {
    json.begin_object();
    json.member("name", to_string(section.kind));
    json.member("offset", section.offset);
    json.member("bytes", section.size);
    json.member("checksum", fmt::format("{:016x}", section.checksum));
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

struct ImageBuilder::Parts {
  std::vector<std::string> entities;  // encoded
};

ImageBuilder::ImageBuilder() : parts_(std::make_unique<Parts>()) {}
ImageBuilder::~ImageBuilder() = default;

Result<void> ImageBuilder::add(const Entity& entity) {
  if (entity.id.empty()) return fail(ErrorCode::kInvalidInput, "an entity without an id", {.field = "id"});
  encode_entity(parts_->entities.emplace_back(), entity);
  return {};
}

uint64_t ImageBuilder::size() const {
  return parts_->entities.size();
}

Result<std::string> ImageBuilder::finish(ImageInfo info) && {
  auto entities = std::move(parts_->entities);
  std::sort(entities.begin(), entities.end(),
            [](const std::string& a, const std::string& b) { return encoded_id(a) < encoded_id(b); });
  StringTableBuilder table;
  NameIndexBuilder builder;
  std::string_view previous;
  for (const std::string& bytes : entities) {
    const std::string_view id = encoded_id(bytes);
    if (table.offsets.size() > 1 && id == previous) {
      return fail(ErrorCode::kInvalidInput, fmt::format("two entities have the id {}", id), {.field = "id"});
    }
    if (table.text.size() + bytes.size() > UINT32_MAX) {
      return fail(ErrorCode::kLimit, "the entities of one list are larger than 4 GiB");
    }
    previous = id;
    table.add(bytes);
    VEDETTE_ASSIGN_OR_RETURN(const Entity entity, decode_entity(bytes));
    builder.add(match::prepare_entity(entity));
  }
  info.entities = entities.size();
  JsonWriter json;
  write_image_info(json, info);
  ContainerWriter writer;
  writer.add(SectionKind::kInfo, json.take());
  writer.add(SectionKind::kEntityOffsets, std::string(bytes_of(table.offsets)));
  writer.add(SectionKind::kEntityBytes, std::move(table.text));
  entities.clear();
  std::move(builder).finish(writer);
  return std::move(writer).finish(kIndexSignature);
}

}  // namespace vedette::index
