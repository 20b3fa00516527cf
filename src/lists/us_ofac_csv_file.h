// Which of the four files of OFAC's legacy CSV a stream is (https://ofac.treasury.gov/media/29976/download: the data
// specification; the column counts are 12, 5, 6 and 2).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace vedette::lists {

enum class OfacFile : uint8_t {
  kMain,      ///< sdn.csv, cons_prim.csv
  kAlias,     ///< alt.csv, cons_alt.csv
  kAddress,   ///< add.csv, cons_add.csv
  kComments,  ///< sdn_comments.csv, cons_comments.csv
};

/// Told from the first record: a number, and as many columns as the file has. The name decides only for a file without
/// any record. nullopt if it is none of the four.
std::optional<OfacFile> ofac_file_of(std::string_view front, std::string_view file_name);

/// True if there is nothing but white space and DOS end-of-file bytes.
bool is_blank_content(std::string_view content);

}  // namespace vedette::lists
