// Which official format a release is in, told from its content.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lists/reader.h"

namespace vedette::lists {

enum class Format : uint8_t {
  kUsOfacCsv,       ///< OFAC legacy CSV, SDN or non-SDN: one to four files
  kUsOfacXml,       ///< OFAC legacy XML, SDN or non-SDN, either namespace
  kUsCslCsv,        ///< US Consolidated Screening List
  kUsBisDpl,        ///< BIS Denied Persons List, tab-separated
  kUnXml,           ///< UN Security Council consolidated list
  kGbOfsiCsv,       ///< the closed OFSI consolidated list
  kGbSanctionsXml,  ///< UK Sanctions List
  kEuFsfCsv,        ///< EU financial sanctions files, CSV
  kEuFsfXml,        ///< EU financial sanctions files, XML 1.1
  kCaSemaXml,       ///< Canada, both sets of tags
  kFtmJsonl,        ///< FollowTheMoney entities, one a line
  kOwnCsv,          ///< the user's own columns
};
inline constexpr int kFormatCount = static_cast<int>(Format::kOwnCsv) + 1;

std::string_view to_string(Format format);  ///< "us_ofac_csv"
std::optional<Format> find_format(std::string_view name);
/// All names, separated by ", ".
std::string format_names();

/// What one stream is, by its first bytes (at least 64 KiB of them or all there are); nullopt if it is no known format.
/// Own CSV is recognised by a column named "name". The name is not looked at.
std::optional<Format> detect_content(std::string_view front);

/// The source's name where the caller gives none: "us_ofac_sdn"; for OFAC told from programmes or, failing that, from
/// the file's name
/// ("cons_prim.csv", "consolidated.xml" → "us_ofac_cons"). Empty for FollowTheMoney and own CSV, which only the caller
/// can name.
std::string default_source(Format format, std::string_view front, std::string_view file_name);

struct Detected {
  Format format = Format::kOwnCsv;
  Streams streams;                 ///< those of the release, still unread
  std::string source;              ///< default_source
  std::vector<std::string> notes;  ///< files passed over, and why
};

/// The one release that the streams hold. A stream of text without a known format is passed over with a note if it is
/// not the only one and its name says document (.txt, .md, .pdf, .xsd, .html), else it is kInvalidInput with the known
/// formats. Two formats, or two files where the format has one, are kRefused, naming both, unless `wanted` picks one
/// format. `wanted` for a stream in another known format is kInvalidInput.
Result<Detected> detect(Streams streams, std::optional<Format> wanted = std::nullopt);

}  // namespace vedette::lists
