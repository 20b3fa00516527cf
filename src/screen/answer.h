// What screening answers: plain data, and its JSON as docs/guide/reading-a-result.md has it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/json_writer.h"
#include "entity/schema.h"

namespace vedette::screen {

/// kPartial: a bound was hit, so a hit may be missing. kStale: a list is older than its normal rhythm, or missing.
/// Where both hold, kPartial wins.
enum class Status : uint8_t { kComplete, kPartial, kStale };
std::string_view to_string(Status status);

/// One list that was screened against.
struct ListUsed {
  std::string name;       ///< source: "us_ofac_sdn"
  std::string version;    ///< "us_ofac_sdn@2024-05-03"
  std::string published;  ///< partial date, or empty
  uint64_t records = 0;
  bool stale = false;
  bool starter = false;  ///< the list that ships, not for compliance use
  bool missing = false;  ///< asked for, or active, but not there
};

/// The set that was screened against. `id` is a hash of the active versions and the policy.
struct ImageUsed {
  std::string id;
  std::vector<ListUsed> lists;
};

/// How it is known when a record was listed.
enum class Basis : uint8_t { kNone, kList, kVersions };
std::string_view to_string(Basis basis);

/// When a record was on its list. Dates are partial date texts; empty members are not known.
struct Listing {
  std::string from;   ///< the list's own date
  std::string after;  ///< last loaded version without it
  std::string by;     ///< first loaded version with it
  std::string to;     ///< first loaded version without it again, for a record that has left the list
  Basis basis = Basis::kNone;
};

struct Hit {
  std::string id;
  std::string caption;
  Schema schema = Schema::kLegalEntity;
  std::vector<std::string> datasets;
  std::vector<std::string> programs;
  std::vector<std::string> topics;
  double score = 0;    ///< 0 … 1
  bool match = false;  ///< score at or above the threshold
  std::string matched_name;
  Listing listing;
  bool as_of_asked = false;
  std::optional<bool> listed_then;  ///< with as-of: listed on that day? Empty: cannot be known from what is loaded
  std::vector<std::pair<std::string, double>> features;
  std::string explanation;  ///< empty unless asked for
};

struct Answer {
  std::string query_id;  ///< empty: none was given
  Status status = Status::kComplete;
  std::string partial_reason;  ///< which bound, where status is kPartial
  ImageUsed image;
  std::vector<Hit> hits;  ///< best first; ties by id
};

/// A name of a listed entity in free text.
struct Finding {
  std::string text;
  uint32_t begin = 0;  ///< code points from the start of the file
  uint32_t end = 0;    ///< one past the last
  std::vector<Hit> hits;
};

struct ScanAnswer {
  std::string file;
  Status status = Status::kComplete;
  std::string partial_reason;
  ImageUsed image;
  std::vector<Finding> found;  ///< by position, not overlapping
};

void write_json(JsonWriter& json, const Answer& answer);
void write_json(JsonWriter& json, const ScanAnswer& answer);

}  // namespace vedette::screen
