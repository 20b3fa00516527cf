// Answers as CSV: one line a hit, and one without a hit for a query that has none, so that no query is lost.
// "error" says why an answer is partial or none; "notice" is set where the starter list served.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "engine/engine.h"

namespace vedette::cli {

std::string answer_csv_header();
std::string answer_csv(const screen::Answer& answer);
/// A query that could not be read: its status is "error".
std::string error_csv(std::string_view query_id, const Error& error);

std::string scan_csv_header();
std::string scan_csv(const screen::ScanAnswer& answer);
/// A text that could not be read.
std::string scan_error_csv(std::string_view file, const Error& error);

}  // namespace vedette::cli
