// Screening a customer book: any number of queries, in constant memory, on all cores, in order.
#pragma once

#include "cli/answer_writer.h"
#include "cli/environment.h"
#include "cli/exit_status.h"
#include "engine/query_file.h"

namespace vedette::cli {

struct BatchRequest {
  std::string input;  ///< a path, or "-" for standard input
  engine::QueryFileOptions file;
  std::shared_ptr<const screen::ListSet> lists;
  match::Policy policy;
  screen::ScreenOptions options;
  unsigned threads = 1;
};

struct BatchOutcome {
  ExitStatus status = ExitStatus::kDone;  ///< kFailed if a row could not be read or an answer is partial
  bool any_hit = false;
};

/// Screens every row. A bad row is reported on standard error and stands in the output as an error, in its place.
BatchOutcome screen_batch(const BatchRequest& request, const AnswerWriter& writer, AnswerStream& stream,
                          Environment& environment);

}  // namespace vedette::cli
