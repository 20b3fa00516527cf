#include "engine/load_sink.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "base/json_writer.h"

namespace vedette::engine {
namespace {

std::string rejection_line(const lists::Rejection& rejection) {
  JsonWriter json;
  json.begin_object();
  json.member("file", rejection.where.file);
  json.member("line", rejection.where.line);
  json.member("field", rejection.where.field);
  json.member("reason", rejection.reason);
  json.end_object();
  return json.take() + "\n";
}

}  // namespace

Result<void> LoadSink::accept(Entity&& entity) {
  if (entity.id.empty()) {
    reject({{.field = "id"}, fmt::format("the record of '{}' has no id", entity.caption())});
    return {};
  }
  if (!ids_.insert(checksum64(entity.id)).second) {
    reject({{.field = "id"}, fmt::format("the id '{}' stood before", entity.id)});
    return {};
  }
  ++schemata_[static_cast<size_t>(entity.schema)];
  for (const Value& value : entity.values) ++values_[static_cast<size_t>(value.property)];
  VEDETTE_RETURN_IF_ERROR(builder_.add(entity));
  if (progress_) progress_(builder_.size());
  return {};
}

void LoadSink::reject(lists::Rejection&& rejection) {
  ++rejected_;
  if (examples_.size() < kRejectedExamples) {
    examples_.push_back(Error{ErrorCode::kInvalidInput, rejection.reason, rejection.where}.to_string());
  }
  const std::string line = rejection_line(rejection);
  if (rejected_lines_.size() + line.size() > kRejectedBytes) {
    ++unwritten_;
  } else {
    rejected_lines_ += line;
  }
}

std::map<std::string, uint64_t> LoadSink::schemata() const {
  std::map<std::string, uint64_t> counts;
  for (size_t i = 0; i < schemata_.size(); ++i) {
    if (schemata_[i] > 0) counts.emplace(to_string(static_cast<Schema>(i)), schemata_[i]);
  }
  return counts;
}

std::map<std::string, uint64_t> LoadSink::values() const {
  std::map<std::string, uint64_t> counts;
  for (size_t i = 0; i < values_.size(); ++i) {
    if (values_[i] > 0) counts.emplace(to_string(static_cast<Property>(i)), values_[i]);
  }
  return counts;
}

std::string LoadSink::rejected_records() const {
  if (unwritten_ == 0) return rejected_lines_;
  return rejected_lines_ + rejection_line({{}, fmt::format("and {} more that are not written out", unwritten_)});
}

}  // namespace vedette::engine
