// The last step of readers whose records must have a name.
#pragma once

#include <utility>

#include "lists/record_gate.h"
#include "lists/unique_id.h"

namespace vedette::lists {

/// Hands the entity on under an id that none before it has ("KEY", "KEY-2"); rejects one without any name.
inline Result<void> accept_named(Entity&& entity, UniqueIds& ids, RecordGate& gate, Where where) {
  const bool named = entity.has(Property::kName) || entity.has(Property::kAlias) ||
                     entity.has(Property::kPreviousName) || entity.has(Property::kWeakAlias);
  if (!named) return gate.reject(std::move(where), "the record has no name");
  entity.id = ids.of(entity.id);
  return gate.accept(std::move(entity), where);
}

}  // namespace vedette::lists
