// The compiled name table: what the build makes of data/names and the library embeds. Grammar, all integers 32 bits in
// the machine's order:
//   header            magic, forms, groups of forms, slots, Latin links, bytes of text
//   slots             form number + 1 by hash (open addressing, a power of two), 0 free
//   text offsets      forms + 1; the forms lie end to end in the text, sorted by bytes
//   group offsets     forms + 1, into group ids
//   group ids         ascending for each form
//   Latin offsets     forms + 1, into Latin links
//   Latin links       form numbers, the best reading first
//   commonness        one a form, in thousandths
//   text
#pragma once

#include <cstdint>

namespace vedette::text {

inline constexpr uint32_t kNameTableMagic = 0x314E4456;  // "VDN1"
inline constexpr uint32_t kMaxLatinLinks = 8;            // for one form

struct NameTableHeader {
  uint32_t magic = kNameTableMagic;
  uint32_t forms = 0;
  uint32_t group_ids = 0;
  uint32_t slots = 0;
  uint32_t latin_links = 0;
  uint32_t text_bytes = 0;
};

}  // namespace vedette::text
