// All that the commands know of the world outside. Nothing else in the program reads the process's environment.
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>

#include "base/clock.h"
#include "base/error.h"
#include "cli/sink.h"
#include "cli/style.h"
#include "cli/table.h"

namespace vedette::cli {

/// Fills a part of the buffer; 0 at the end.
using ByteSource = std::function<Result<size_t>(std::span<char>)>;

/// How to reach the world, as the environment says it.
struct Network {
  std::string http_proxy, https_proxy, no_proxy;
  std::string certificates;  ///< file of the authorities to trust; empty: the system's
};

struct Environment {
  Sink& out;
  Sink& err;
  ByteSource in;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool colour_wanted = false;  ///< NO_COLOR is not set and the terminal is not "dumb"
  size_t columns = 0;          ///< to which tables are fitted; 0 means no bound
  size_t err_columns = 0;      ///< of the terminal at standard error; 0 means unknown
  unsigned cores = 1;
  std::filesystem::path default_store;  ///< of --store; empty if there is no home folder
  std::filesystem::path data;           ///< what ships: the starter list
  const Clock& clock;
  Network network = {};
  std::filesystem::path sources = {};  ///< of --sources, or empty

  Canvas out_canvas() const { return {columns, Style(out_is_terminal && colour_wanted)}; }
  Style err_style() const { return Style(err_is_terminal && colour_wanted); }
};

}  // namespace vedette::cli
