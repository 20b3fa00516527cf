// From a store's manifest to the mapped lists of one screening.
#pragma once

#include <string>
#include <vector>

#include "engine/engine.h"
#include "lists/store.h"
#include "screen/list_set.h"

namespace vedette::engine {

/// The lists of the wanted sources (empty: all that are in the store), as Engine::select gives them.
Result<Selection> select_from_store(const lists::Store& store, const std::vector<std::string>& wanted, DayNumber today);

/// Every source of the store with every kept version, whether one is active or not.
Result<std::vector<screen::SourceLists>> open_all(const lists::Store& store, DayNumber today);

/// `select_from_store` for lists that are in memory: the starter list.
Result<Selection> select_from(const std::vector<screen::SourceLists>& sources,
                              const std::vector<lists::Version>& versions, const std::vector<std::string>& wanted,
                              DayNumber today);

}  // namespace vedette::engine
