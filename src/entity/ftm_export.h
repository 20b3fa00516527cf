// A record as FollowTheMoney entities (https://followthemoney.tech/explorer/schemata/).
//
// A record of a list is one Entity, and its wallets, papers, links and listing are values on it. FollowTheMoney has
// schemata of their own for these, and so has the export:
//   CryptoWallet    one a walletAddress: publicKey, currency, holder, and the record's topics
//   Passport,       one a passportNumber, idNumber and socialSecurityNumber: holder, number, type, country; the number
//   Identification    stands on the record too
//   UnknownLink     one a linkedTo, owner, operator, parent and subsidiaries whose name means one record: subject is
//   the
//                     record, object whom the name means, role what the object is to the subject
//   Note            the same where the name means no record, or several: entity is the record, namesMentioned the name,
//                     description the role. No party is made up that could be screened.
//   Sanction        one, if the list says anything of the listing: program, programId, provisions, reason, authority,
//                     authorityId, unscId, listingDate, startDate, endDate. The programmes stand on the record too.
// Their ids are the record's, the kind, and a hash of the content: the same record gives the same bytes.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "entity/entity.h"
#include "entity/json.h"

namespace vedette {

/// The id of the one record that a name means, or empty.
using FindByName = std::function<std::string(std::string_view name)>;

/// The record and what hangs on it, one JSON object a line, the record first.
std::string ftm_lines(const Entity& record, const FindByName& find, ValueDetails details = ValueDetails::kNo);

/// What stands in "role" of an UnknownLink, or in "description" of a Note, for a property whose value is somebody's
/// name ("owner"); empty for others.
std::string_view ftm_role(Property property);

/// The property of a role; linkedTo for one that ftm_role does not give.
Property property_of_ftm_role(std::string_view role);

}  // namespace vedette
