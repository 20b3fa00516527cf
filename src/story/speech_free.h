// Quotations that no word of saying introduces: their speaker is the one who speaks before or after.
#pragma once

#include <vector>

#include "story/attribution_party.h"
#include "story/statements.h"

namespace vedette::story::speech {

/// `statements` in order of their evidence; the new ones come last. Linear.
void add_free_quotations(const Reading& reading, const PartyFinder& parties, std::vector<Statement>& statements);

}  // namespace vedette::story::speech
