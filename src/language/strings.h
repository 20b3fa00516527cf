// How a model names strings: by a number of 64 bits.
#pragma once

#include <cstdint>
#include <string_view>

namespace vedette::language {

/// MurmurHash64A (Austin Appleby, public domain) of the bytes, with seed 1. Not for adversaries.
uint64_t hash_string(std::string_view bytes);

/// 0 for the empty text, the small number of a reserved symbol (data/language/symbols.tsv), else the hash.
uint64_t string_id(std::string_view text);

}  // namespace vedette::language
