// The encoder of a spaCy component ("MultiHashEmbed" and "MaxoutWindowEncoder") from its settings and its network.
#pragma once

#include <string>

#include "base/error.h"
#include "language/model_draft.h"
#include "language/spacy_config.h"
#include "language/spacy_nodes.h"
#include "language/spacy_vectors.h"

namespace vedette::language {

/// `section` is that of the settings: "components.tok2vec.model". `vectors` may be null where the settings ask for
/// none. kUnsupported where they ask for what the runtime does not do, kInvalidInput where the network is not what they
/// say.
Result<Encoder> read_spacy_encoder(const SpacyConfig& config, const std::string& section, const SpacyNodes& nodes,
                                   const SpacyVectors* vectors, ModelArena& arena);

/// A layer with one piece from a node's W (outputs × inputs) and b; 0 outputs: as many as there are.
Result<Layer> read_spacy_linear(const SpacyNodes& nodes, const SpacyNode& node, uint32_t inputs, uint32_t outputs,
                                ModelArena& arena);

}  // namespace vedette::language
