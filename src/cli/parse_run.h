// Reads many texts with a language model on all threads, and writes them in the order of the input.
#pragma once

#include <string>
#include <vector>

#include "cli/environment.h"
#include "cli/exit_status.h"
#include "cli/parsed.h"
#include "vedette/language.hpp"

namespace vedette::cli {

struct ParseRequest {
  std::vector<std::string> files;  ///< "-" is standard input
  bool by_line = false;
  bool standard_input_is_json = false;
  ParsedFormat format = ParsedFormat::kJsonLines;
  uint32_t with_rows = 0;  ///< the first so many texts are written with the encoders' rows
  unsigned threads = 1;
};

/// What cannot be read is reported and costs nothing else; the status tells. Memory is bounded by the longest text.
ExitStatus run_parse(const ParseRequest& request, const language::Model& model, Environment& environment);

}  // namespace vedette::cli
