// What the program tells its caller, in one place. Scripts rely on the numbers.
#pragma once

#include <string_view>
#include <vector>

#include "base/error.h"

namespace vedette::cli {

enum class ExitStatus : int {
  kDone = 0,     ///< whatever was found
  kFailed = 1,   ///< input or list could not be read, or a limit was hit
  kUsage = 2,    ///< wrong usage
  kHits = 3,     ///< hits found and --fail-on-hit given
  kNoLists = 4,  ///< refused: lists or model missing or damaged, or lists stale and --fail-on-stale given
  kOurBug = 70,
};

/// The sentence of a status for help and manual page.
std::string_view describe(ExitStatus status);
const std::vector<ExitStatus>& all_exit_statuses();

/// What was being done when an error came up: the same code means different things to a caller.
enum class During { kReadingInput, kOpeningLists, kManagingLists, kOpeningModel, kManagingModels };

ExitStatus exit_status(ErrorCode code, During during);

/// The status to end with where two hold: our bug, then usage, lists, failure, hits, done.
ExitStatus worse(ExitStatus a, ExitStatus b);

}  // namespace vedette::cli
