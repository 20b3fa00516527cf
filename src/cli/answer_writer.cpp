#include "cli/answer_writer.h"

#include <fmt/format.h>

#include "base/error_name.h"
#include "base/json_writer.h"
#include "cli/answer_csv.h"
#include "cli/display_width.h"

namespace vedette::cli {
namespace {

JsonWriter json_for(OutputFormat format) {
  return JsonWriter(format == OutputFormat::kJson ? 2 : 0);
}

std::string finished(JsonWriter& json, OutputFormat format) {
  return json.take() + (format == OutputFormat::kJsonLines ? "\n" : "");
}

}  // namespace

std::string AnswerWriter::render(std::string_view label, const screen::Answer& answer) const {
  if (format_ == OutputFormat::kTable) return answer_text(label, answer, view_);
  if (format_ == OutputFormat::kCsv) return answer_csv(answer);
  JsonWriter json = json_for(format_);
  write_json(json, answer);
  return finished(json, format_);
}

std::string AnswerWriter::render(const screen::ScanAnswer& answer) const {
  if (format_ == OutputFormat::kTable) return scan_text(answer, view_);
  if (format_ == OutputFormat::kCsv) return scan_csv(answer);
  JsonWriter json = json_for(format_);
  write_json(json, answer);
  return finished(json, format_);
}

std::string AnswerWriter::failure_text(std::string_view label, std::string_view verdict) const {
  const Style& style = view_.canvas.style;
  return fmt::format("{}: {}\n", style.paint(Tone::kStrong, printable(label)),
                     style.paint(Tone::kCaution, printable(verdict)));
}

std::string AnswerWriter::failure_json(std::string_view member, std::string_view of, const Error& error) const {
  JsonWriter json = json_for(format_);
  json.begin_object();
  json.member(member, of);
  json.key("error");
  json.begin_object();
  json.member("code", name_of(error.code));
  json.member("message", std::string_view(error.message));
  if (!error.where.file.empty()) json.member("file", std::string_view(error.where.file));
  if (error.where.line != 0) json.member("line", error.where.line);
  if (!error.where.field.empty()) json.member("field", std::string_view(error.where.field));
  json.end_object();
  json.end_object();
  return finished(json, format_);
}

std::string AnswerWriter::render_error(std::string_view query_id, const Error& error) const {
  if (format_ == OutputFormat::kTable) return failure_text(query_id, "NOT SCREENED: " + error.message);
  if (format_ == OutputFormat::kCsv) return error_csv(query_id, error);
  return failure_json("query_id", query_id, error);
}

std::string AnswerWriter::render_scan_error(std::string_view file, const Error& error) const {
  if (format_ == OutputFormat::kTable) return failure_text(file, "NOT SCANNED: " + error.message);
  if (format_ == OutputFormat::kCsv) return scan_error_csv(file, error);
  return failure_json("file", file, error);
}

std::string AnswerStream::opening() const {
  if (format_ == OutputFormat::kJson) return started_ ? ",\n" : "[\n";
  if (format_ == OutputFormat::kCsv) return started_ ? "" : csv_header_;
  return format_ == OutputFormat::kTable && started_ ? "\n" : "";
}

bool AnswerStream::add(std::string_view rendered) {
  const std::string before = opening();
  started_ = true;
  return (before.empty() || sink_.write(before)) && sink_.write(rendered);
}

bool AnswerStream::finish() {
  if (format_ == OutputFormat::kJson) return sink_.write(started_ ? "\n]\n" : "[]\n");
  return started_ || format_ != OutputFormat::kCsv || sink_.write(csv_header_);
}

}  // namespace vedette::cli
