// The files of a store against what its manifest says of them. Internal to lists; use Store.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "lists/manifest.h"

namespace vedette::lists {

/// Whether a version's image is there, with the recorded size and checksum. Reads all of it.
bool image_is_whole(const std::filesystem::path& folder, const Version& version);

/// Files of ours that the manifest does not name (left by a load that was cut short), in order. Files with foreign
/// names are not among them.
std::vector<std::filesystem::path> unnamed_files(const std::filesystem::path& folder, const Manifest& manifest);

}  // namespace vedette::lists
