// From a path to a version that the store can keep.
#pragma once

#include <string>
#include <vector>

#include "engine/engine.h"
#include "lists/store.h"

namespace vedette::engine {

/// Reads the release at `request.path`, compiles its image and puts both into the store (Engine::add_list).
Result<AddReport> load_list(lists::Store& store, const AddRequest& request, const LoadProgress& progress,
                            const Clock& clock);

/// What load_list would do, and the image that it would keep.
struct Trial {
  AddReport report;
  std::string image;
};
Result<Trial> try_to_load(const lists::Store& store, const AddRequest& request, const LoadProgress& progress,
                          const Clock& clock);

/// What built the images of this program: reader revision, image format and index code. Content that was built by
/// another is built anew when it is loaded again.
std::string built_by();

}  // namespace vedette::engine
