// A language model in one file: mapped, checked, and read into ModelData without copying its large parts.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/json_writer.h"
#include "language/model_data.h"
#include "vedette/language.hpp"

namespace vedette::language {

/// A text that must go where the model goes.
struct LicenceText {
  std::string title;
  std::string text;
};

/// An open model file. Immutable; views in `data()` live as long as it does.
class ModelFile {
 public:
  /// Verifies every checksum and every number that the runtime relies on (shapes, labels, sorted keys, finite weights).
  static Result<std::shared_ptr<const ModelFile>> open(const std::filesystem::path& path);
  /// The same of bytes in memory that outlive it and are aligned to 64; `name` is for messages.
  static Result<std::shared_ptr<const ModelFile>> view(std::string_view bytes, const std::string& name);
  ~ModelFile();
  ModelFile(const ModelFile&) = delete;
  ModelFile& operator=(const ModelFile&) = delete;

  const ModelData& data() const;
  const ModelInfo& info() const;
  /// The texts that must go where the model goes.
  const std::vector<LicenceText>& licences() const;
  /// As messages have it.
  const std::string& name() const;
  /// Of the file.
  uint64_t bytes() const;
  /// Sections with their sizes, for `vedette inspect`.
  void describe(JsonWriter& json) const;

 private:
  struct Parts;
  static Result<std::shared_ptr<const ModelFile>> finish_opening(std::unique_ptr<Parts> parts, const std::string& name);
  explicit ModelFile(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace vedette::language
