// The tables of data/language, as maps.
#pragma once

#include <cstdint>
#include <string_view>

#include <boost/unordered/unordered_flat_map.hpp>

namespace vedette::language {

/// Texts with a small id of their own. Built at the first call; may be called by several threads.
const boost::unordered_flat_map<std::string_view, uint64_t>& reserved_symbols();

/// The norms of texts that are written in several ways. The same holds.
const boost::unordered_flat_map<std::string_view, std::string_view>& base_norms();

}  // namespace vedette::language
