// The transition models of a spaCy package: parser and entity recogniser.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "language/model_draft.h"
#include "language/spacy_config.h"
#include "language/spacy_files.h"
#include "language/spacy_nodes.h"

namespace vedette::language {

/// What tells the two kinds apart.
struct TransitionKind {
  std::string_view state_type;  ///< "parser" or "ner"
  uint32_t features = 0;
  size_t actions = 0;
};

/// The moves of a file */moves in the order of their scores: by action, then by falling frequency, then by falling
/// label.
Result<std::vector<Move>> read_spacy_moves(std::string_view bytes, const SpacyPlace& place, size_t actions,
                                           LabelTable& labels);

/// `component` is its name in config.cfg and its folder; `width` is that of the encoder's rows that it reads.
Result<TransitionModel> read_spacy_transitions(SpacyFiles& files, const SpacyConfig& config,
                                               const std::string& component, const TransitionKind& kind,
                                               const SpacyNodes& nodes, uint32_t width, ModelDraft& draft);

}  // namespace vedette::language
