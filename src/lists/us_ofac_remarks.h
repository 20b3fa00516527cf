// The remarks of OFAC's legacy files: facts in free text, separated by "; " and closed by a full stop.
#pragma once

#include <cstdint>
#include <string_view>

#include "entity/entity.h"

namespace vedette::lists {

enum class RemarkEnd : uint8_t {
  kStopped,    ///< closed by a full stop, which is no part of the last fact
  kUnstopped,  ///< complete without one, as in the XML
  kCut,        ///< published without its end, at 1,000 characters
};

/// Reads remarks into values of the entity:
///   DOB, alt. DOB            birthDate: day, month, year, range, circa
///   POB                      birthPlace, birthCountry
///   nationality, citizen     nationality, citizenship
///   Gender                   gender
///   a.k.a. 'X'               weakAlias: strong ones stand in the file of aliases
///   f.k.a. 'X', n.k.a. 'X'   previousName, weakAlias
///   Linked To: X             linkedTo, one value each
///   Digital Currency Address - XBT X    walletAddress with label "XBT"
///   LABEL NUMBER (COUNTRY) issued D expires D    what add_ofac_fact makes of it
///   Listing Date (CMIC) D    listingDate; dates of directives become startDate with that label
/// All else becomes notes, a value a segment, but for one that repeats a title. Of a cut remark the last segment is
/// never taken for more than a note: half a wallet address is no address.
void read_ofac_remarks(Entity& entity, std::string_view remarks, RemarkEnd end);

}  // namespace vedette::lists
