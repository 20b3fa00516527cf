// The static word vectors of a spaCy package: vocab/vectors (NumPy's .npy form) and vocab/key2row.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/error.h"
#include "language/model_data.h"
#include "language/model_draft.h"
#include "language/spacy_files.h"
#include "language/spacy_nodes.h"

namespace vedette::language {

struct SpacyVectors {
  std::string bytes;  ///< of the .npy file
  SpacyArray values;  ///< rows × width, in `bytes`
  std::vector<uint64_t> ids;
  std::vector<uint32_t> rows;  ///< of the ids, which ascend

  uint32_t row_count() const { return static_cast<uint32_t>(values.shape[0]); }
  uint32_t width() const { return static_cast<uint32_t>(values.shape[1]); }
};

/// kUnsupported for hashed vectors ("floret") and for other element types.
Result<std::unique_ptr<const SpacyVectors>> read_spacy_vectors(SpacyFiles& files);

/// Each vector times `weights` (outputs × width): rows × outputs. Every sum is one chain of fused multiply-adds from
/// zero over the vector's members, so that it is the same on every processor.
const float* fold_vectors(ModelArena& arena, const SpacyVectors& vectors, const SpacyArray& weights, uint32_t outputs);

}  // namespace vedette::language
