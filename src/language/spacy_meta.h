// meta.json of a spaCy package, and the licence texts that go where its data go.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "language/model_file.h"
#include "language/spacy_files.h"
#include "language/spacy_place.h"
#include "vedette/language.hpp"

namespace vedette::language {

/// Something the model was made from.
struct SpacySource {
  std::string name, url, author, licence;
};

struct SpacyMeta {
  ModelInfo info;
  std::string author, url;
  std::vector<SpacySource> sources;
};

Result<SpacyMeta> parse_spacy_meta(std::string_view json, const SpacyPlace& place);

/// The package's own texts (LICENSE, LICENSES_SOURCES) where it has them; else the text of the MIT licence, if that is
/// the model's, and the notice of WordNet, if that is among its sources. Last a list of all sources.
Result<std::vector<LicenceText>> read_licence_texts(SpacyFiles& files, const SpacyMeta& meta);

}  // namespace vedette::language
