#include "lists/record_gate.h"

#include <fmt/format.h>

namespace vedette::lists {

Result<void> RecordGate::count(const Where& where) {
  if (++summary_.records <= options_.limits.records) return {};
  return fail(ErrorCode::kLimit, fmt::format("more than {} records", options_.limits.records), where);
}

Result<void> RecordGate::accept(Entity&& entity, const Where& where) {
  VEDETTE_RETURN_IF_ERROR(count(where));
  if (entity.values.size() > options_.limits.values_per_record) {
    return fail(ErrorCode::kLimit, fmt::format("a record of more than {} values", options_.limits.values_per_record),
                where);
  }
  if (entity.datasets.empty() && !options_.source.empty()) entity.datasets = {options_.source};
  return sink_.accept(std::move(entity));
}

Result<void> RecordGate::reject(Where where, std::string reason) {
  VEDETTE_RETURN_IF_ERROR(count(where));
  sink_.reject({std::move(where), std::move(reason)});
  return {};
}

}  // namespace vedette::lists
