// Short words for people: lists, dates of listing, ages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/table.h"
#include "engine/engine.h"

namespace vedette::cli {

/// "us_ofac_sdn" → "US SDN"; a user's own source stays as it is.
std::string list_label(std::string_view source);
std::string list_labels(const std::vector<std::string>& sources);

/// When it was listed: "2016-11-30", "by 2019-01", "2022-02-28 to 2023-12-28" (between two versions), "not known"; with
/// "; left by 2025-11-20" where it is off the list again.
std::string listing_label(const screen::Listing& listing);

/// The answer to --as-of: "yes", "no" or "unknown", toned.
Cell listed_then_cell(std::optional<bool> listed_then);

/// "1.00".
std::string score_label(double score);
Tone score_tone(double score);

/// "today", "1 day", "37 days", "14 months", "3 years".
std::string age_label(int days);

/// Whether the list that ships was used.
bool uses_starter(const screen::ImageUsed& image);

/// "Searched 10 lists, 25,320 records: US SDN 2023-12-28 (14,123), …", and which are stale or missing.
std::string searched_label(const screen::ImageUsed& image);

/// "1 hit", "3 hits": the word with an s, but for one.
std::string counted(uint64_t number, std::string_view word);

}  // namespace vedette::cli
