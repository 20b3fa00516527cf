// Identifiers: which families there are, how one is written down, and whether it may find somebody by itself.
#pragma once

#include <vector>

#include "match/evidence.h"

namespace vedette::match {

/// Appends the keys of a value that is an identifier. A national id number stands in two families, since lists put
/// company numbers there too.
void add_identifier_keys(const Value& value, std::vector<IdentifierKey>& keys);

/// Whether seven digits are an IMO number: the first six times 7 to 2, summed, end in the seventh.
bool is_valid_imo(std::string_view digits);

}  // namespace vedette::match
