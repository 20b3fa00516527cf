// One query's answer in the format asked for, made on any thread; and the joints between answers.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "cli/answer_text.h"
#include "cli/common_options.h"
#include "cli/sink.h"
#include "engine/engine.h"

namespace vedette::cli {

/// Immutable: answers may be rendered by several threads at once.
class AnswerWriter {
 public:
  AnswerWriter(OutputFormat format, HitView view) : format_(format), view_(view) {}

  OutputFormat format() const { return format_; }
  /// `label` names the query in a table: its name.
  std::string render(std::string_view label, const screen::Answer& answer) const;
  std::string render(const screen::ScanAnswer& answer) const;
  /// A query that could not be read: {"query_id", "error": {"code", "message", "file", "line", "field"}}, in its place.
  std::string render_error(std::string_view query_id, const Error& error) const;
  /// The same for a text that could not be read; its member is "file".
  std::string render_scan_error(std::string_view file, const Error& error) const;

 private:
  std::string failure_text(std::string_view label, std::string_view verdict) const;
  std::string failure_json(std::string_view member, std::string_view of, const Error& error) const;

  OutputFormat format_;
  HitView view_;
};

/// Puts rendered answers one after another: the brackets and commas of JSON, the header of CSV, empty lines between
/// tables.
class AnswerStream {
 public:
  AnswerStream(Sink& sink, OutputFormat format, std::string csv_header)
      : sink_(sink), format_(format), csv_header_(std::move(csv_header)) {}

  /// False once nobody reads any more.
  bool add(std::string_view rendered);
  /// To be called once, after the last.
  bool finish();

 private:
  std::string opening() const;

  Sink& sink_;
  OutputFormat format_;
  std::string csv_header_;
  bool started_ = false;
};

}  // namespace vedette::cli
