// The dossier as JSON.
#pragma once

#include "base/json_writer.h"
#include "story/dossier.h"

namespace vedette::story {

/// One object, as docs/guide/reading-stories.md has it.
void write_json(JsonWriter& json, const Dossier& dossier);

}  // namespace vedette::story
