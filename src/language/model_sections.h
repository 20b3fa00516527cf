// The sections of a model file (docs/formats/model.md), shared by its writer and its reader.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "base/container.h"

namespace vedette::language {

inline constexpr std::string_view kModelExtension = ".vedmodel";

/// Append only; the numbers are written.
enum class ModelSection : uint32_t {
  kInfo = 1,       ///< name, version, language, licence
  kLicences = 2,   ///< texts that must go where the model goes
  kLabels = 3,     ///< by number; number 0 is ""
  kShapes = 4,     ///< what the arrays of the following are
  kShared = 10,    ///< floats of the encoder of tagger and parser
  kOwn = 11,       ///< floats of the encoder of the entity recogniser
  kTagger = 12,    ///< floats
  kParser = 13,    ///< floats
  kEntities = 14,  ///< floats
  kTokenizer = 20,
  kNormIds = 30,      ///< u64, ascending
  kNormOffsets = 31,  ///< u32, ids + 1
  kNormText = 32,
  kVectorIds = 33,   ///< u64, ascending
  kVectorRows = 34,  ///< u32, one an id
  kAttributeRules = 40,
  kLemmaTables = 50,   ///< what the numbers and text of the following are
  kLemmaNumbers = 51,  ///< u32
  kLemmaText = 52,
};

constexpr std::string_view to_string(ModelSection kind) {
  switch (kind) {
    case ModelSection::kInfo:
      return "info";
    case ModelSection::kLicences:
      return "licences";
    case ModelSection::kLabels:
      return "labels";
    case ModelSection::kShapes:
      return "shapes";
    case ModelSection::kShared:
      return "shared";
    case ModelSection::kOwn:
      return "own";
    case ModelSection::kTagger:
      return "tagger";
    case ModelSection::kParser:
      return "parser";
    case ModelSection::kEntities:
      return "entities";
    case ModelSection::kTokenizer:
      return "tokenizer";
    case ModelSection::kNormIds:
      return "norm_ids";
    case ModelSection::kNormOffsets:
      return "norm_offsets";
    case ModelSection::kNormText:
      return "norm_text";
    case ModelSection::kVectorIds:
      return "vector_ids";
    case ModelSection::kVectorRows:
      return "vector_rows";
    case ModelSection::kAttributeRules:
      return "attribute_rules";
    case ModelSection::kLemmaTables:
      return "lemma_tables";
    case ModelSection::kLemmaNumbers:
      return "lemma_numbers";
    case ModelSection::kLemmaText:
      return "lemma_text";
  }
  return "unknown";
}

inline constexpr ContainerFormat kModelFormat{"VEDMOD\r\n", 1, "model file",
                                              [](uint32_t kind) { return to_string(static_cast<ModelSection>(kind)); }};

/// "damaged model file: …".
inline Unexpected damaged_model(const std::string& file, std::string_view why) {
  return fail(ErrorCode::kCorrupt, fmt::format("damaged model file: {}", why), {file, 0, ""});
}

}  // namespace vedette::language
