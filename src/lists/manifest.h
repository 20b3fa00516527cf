// What a store holds: every version of every source that was loaded, and which is active.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/partial_date.h"

namespace vedette::lists {

/// One loaded version of one source: its image and where it came from.
struct Version {
  std::string source;
  CalendarDate published;  ///< by the authority; a month or a year counts as its last day
  /// A later date for which the very same content was loaded again: the list was still current then.
  std::optional<CalendarDate> confirmed;
  std::string hash;                          ///< SHA-256 of the input content, 64 hexadecimal digits
  std::string loaded;                        ///< timestamp, "2026-11-24T22:37:01Z"
  std::string format;                        ///< name of the reader that took it: "un_xml"
  std::vector<std::string> files;            ///< names of the input files
  uint64_t records = 0;                      ///< entities in the image
  uint64_t rejected = 0;                     ///< records that could not be read
  std::map<std::string, uint64_t> schemata;  ///< entities by schema
  std::map<std::string, uint64_t> values;    ///< values by property
  std::vector<std::string> notes;            ///< what the reader had to say
  std::string image;                         ///< file name in images/
  uint64_t image_bytes = 0;
  uint64_t image_checksum = 0;   ///< checksum64 of the whole file
  std::string built_by;          ///< program and image format that built the image
  std::string rejected_file;     ///< file name in rejected/, or empty if all records were read
  std::string held_because;      ///< the rule that kept it from becoming active when loaded, or empty
  std::string accepted_because;  ///< the reason a person gave to activate it against a rule, or empty
  bool active = false;

  bool operator==(const Version&) const = default;

  /// The day up to which the content is known to have been current.
  CalendarDate current_on() const { return confirmed.value_or(published); }
};

/// Invariants, held by parse_manifest and by the store:
/// 1. versions are in order of source, then of the last day of `published`, then of loading;
/// 2. a source has at most one active version;
/// 3. no two versions of a source have the same hash; no two versions the same image file;
/// 4. file names have no folder in them.
struct Manifest {
  std::string store_id;     ///< random, 32 hexadecimal digits; given when the store is made
  uint64_t generation = 0;  ///< grows with every change
  std::vector<Version> versions;

  bool operator==(const Manifest&) const = default;
  const Version* active(std::string_view source) const;                    ///< null if it has none
  std::vector<const Version*> active_versions() const;                     ///< in order of source
  std::vector<const Version*> versions_of(std::string_view source) const;  ///< oldest first
};

/// Puts the versions in their order (invariant 1), keeping the order of loading.
void sort_versions(Manifest& manifest);

/// The manifest as the text of manifest.json (docs/formats/store.md).
std::string write_manifest(const Manifest& manifest);

/// Reads it back. kUnsupported for another schema version; kCorrupt for whatever else write_manifest cannot have
/// written.
Result<Manifest> parse_manifest(std::string_view text);

}  // namespace vedette::lists
