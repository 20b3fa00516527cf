// Options that several commands share, and what they stand for.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "engine/engine.h"

namespace vedette::cli {

enum class OutputFormat : uint8_t { kTable, kJson, kJsonLines, kCsv };

Option store_option();
Option lists_option();
Option threshold_option();
Option as_of_option();
Option policy_option();
Option schema_option();
Option fail_on_hit_option();
Option fail_on_stale_option();
Option threads_option();
/// `choices` are some of "table", "json", "jsonl", "csv".
Option format_option(std::vector<std::string> choices = {"table", "json", "jsonl", "csv"});

/// What --format says; without it, a table on a terminal and JSON lines elsewhere.
OutputFormat output_format(const Arguments& arguments, const Environment& environment);

/// The engine on the store that --store or the environment names. A store that the user names must hold lists before
/// it can be screened against.
Result<std::unique_ptr<engine::Engine>> open_engine(const Arguments& arguments, Environment& environment);

/// --policy, default "default".
match::Policy chosen_policy(const Arguments& arguments);
/// --schema, default LegalEntity. kUsage, with a suggestion, for a name that is no schema.
Result<Schema> chosen_schema(const Arguments& arguments);
/// --threads, default all cores.
Result<unsigned> chosen_threads(const Arguments& arguments, const Environment& environment);
/// --threshold, --limit, --as-of, --explain, --exhaustive, as far as the command has them.
Result<screen::ScreenOptions> screen_options(const Arguments& arguments);

/// The lists to screen against, from --store and --lists. Says on standard error if the starter list serves and, with
/// a table, which lists are stale or missing. kRefused if some are and --fail-on-stale was given.
Result<engine::Selection> open_selection(const Arguments& arguments, Environment& environment, OutputFormat format);

}  // namespace vedette::cli
