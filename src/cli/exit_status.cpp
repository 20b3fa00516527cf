#include "cli/exit_status.h"

namespace vedette::cli {

std::string_view describe(ExitStatus status) {
  switch (status) {
    case ExitStatus::kDone:
      return "done, whatever was found";
    case ExitStatus::kFailed:
      return "some input or list could not be read, or a limit was hit";
    case ExitStatus::kUsage:
      return "wrong usage";
    case ExitStatus::kHits:
      return "hits were found and --fail-on-hit was given";
    case ExitStatus::kNoLists:
      return "refused: lists or a language model are missing or damaged, or lists are stale and --fail-on-stale was "
             "given";
    case ExitStatus::kOurBug:
      return "a bug in vedette";
  }
  return "unknown";
}

const std::vector<ExitStatus>& all_exit_statuses() {
  static const std::vector<ExitStatus> kAll = {ExitStatus::kDone, ExitStatus::kFailed,  ExitStatus::kUsage,
                                               ExitStatus::kHits, ExitStatus::kNoLists, ExitStatus::kOurBug};
  return kAll;
}

ExitStatus exit_status(ErrorCode code, During during) {
  switch (code) {
    case ErrorCode::kUsage:
      return ExitStatus::kUsage;
    case ErrorCode::kInternal:
      return ExitStatus::kOurBug;
    case ErrorCode::kCorrupt:
    case ErrorCode::kRefused:
      return during == During::kReadingInput ? ExitStatus::kFailed : ExitStatus::kNoLists;
    case ErrorCode::kNotFound:
      return during == During::kOpeningLists || during == During::kOpeningModel ? ExitStatus::kNoLists
                                                                                : ExitStatus::kFailed;
    case ErrorCode::kUnsupported:
      return during == During::kOpeningModel ? ExitStatus::kNoLists : ExitStatus::kFailed;
    case ErrorCode::kInvalidInput:
    case ErrorCode::kIo:
    case ErrorCode::kLimit:
      return ExitStatus::kFailed;
  }
  return ExitStatus::kOurBug;
}

ExitStatus worse(ExitStatus a, ExitStatus b) {
  for (ExitStatus status :
       {ExitStatus::kOurBug, ExitStatus::kUsage, ExitStatus::kNoLists, ExitStatus::kFailed, ExitStatus::kHits}) {
    if (a == status || b == status) return status;
  }
  return ExitStatus::kDone;
}

}  // namespace vedette::cli
