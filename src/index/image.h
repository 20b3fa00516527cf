// One compiled, immutable version of one list: its entities and the index over their names, in one mapped file.
//
// Invariants
//   1. An image is never written to after it is finished; any number of threads and processes may share it.
//   2. Entities are numbered 0 … entity_count()-1 in order of id; the number is private to the image.
//   3. Every section carries a checksum, which `open` verifies; a damaged file is kCorrupt, never a shorter list.
//   4. The index part is derived from the entities by the code in `match`; an image whose index was derived by other
//      code (index_signature) is opened by deriving it again in memory, so that old versions stay readable.
// The bytes are described in docs/formats/image.md.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/json_writer.h"
#include "entity/entity.h"

namespace vedette::index {

/// What an image says of itself. Written as JSON into its first section.
struct ImageInfo {
  std::string source;     ///< dataset name: "us_ofac_sdn"
  std::string published;  ///< PartialDate text, or empty
  std::string content;    ///< SHA-256 of the input it was read from, hexadecimal
  std::string format;     ///< name of the official format it was read from
  uint64_t entities = 0;
};

class NameIndex;

class Image {
 public:
  /// Maps the file and verifies it. kNotFound, kIo, kCorrupt, kUnsupported (a later format).
  static Result<std::shared_ptr<const Image>> open(const std::filesystem::path& path);
  /// The same over bytes in memory; `name` stands for the file in errors.
  static Result<std::shared_ptr<const Image>> from_bytes(std::string bytes, const std::string& name);
  ~Image();
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;

  const ImageInfo& info() const;
  uint32_t entity_count() const;
  std::string_view id(uint32_t entity) const;
  std::optional<uint32_t> find(std::string_view id) const;
  /// Decodes one entity whole. Requires entity < entity_count().
  Entity entity(uint32_t number) const;
  Schema schema(uint32_t entity) const;
  const NameIndex& names() const;
  uint64_t bytes() const;      ///< size of the file
  bool derived_again() const;  ///< whether the index was derived again in memory (invariant 4)

  /// Header, sections with sizes and checksums, counts: for `vedette inspect`.
  void describe(JsonWriter& json) const;

 private:
  struct Parts;
  explicit Image(std::unique_ptr<Parts> parts);
  static Result<std::shared_ptr<const Image>> finish_opening(std::unique_ptr<Parts> parts, const std::string& name);
  std::unique_ptr<Parts> parts_;
};

/// Collects entities and compiles them. Two entities of one id are an error that names it.
class ImageBuilder {
 public:
  ImageBuilder();
  ~ImageBuilder();
  /// Entities are held in encoded form: some 200 bytes and their texts each.
  Result<void> add(const Entity& entity);
  uint64_t size() const;
  /// The finished image. The builder is empty afterwards. `info.entities` is filled in.
  Result<std::string> finish(ImageInfo info) &&;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace vedette::index
