// FollowTheMoney schemata that Vedette knows, and their family tree (https://followthemoney.tech/explorer/schemata/).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace vedette {

enum class Schema : uint8_t {
  kThing,
  kLegalEntity,
  kPerson,
  kOrganization,
  kCompany,
  kPublicBody,
  kAsset,
  kVehicle,
  kVessel,
  kAirplane,
  kSecurity,
  kCryptoWallet,
  kAddress,
  kIdentification,
  kPassport,
  kSanction,
  kUnknownLink,
};
inline constexpr int kSchemaCount = static_cast<int>(Schema::kUnknownLink) + 1;

std::string_view to_string(Schema schema);                 ///< "Person"
std::optional<Schema> find_schema(std::string_view name);  ///< exact FollowTheMoney name

/// True if `schema` is `ancestor` or descends from it: Company is an Organization, a LegalEntity and an Asset.
bool is_a(Schema schema, Schema ancestor);

/// Whether records of the two schemata can be the same thing: one is the other's kin. LegalEntity and Thing stand for
/// "unknown" and are open to all, vessels too. A Person is never a Vessel.
bool can_be_same(Schema a, Schema b);

}  // namespace vedette
