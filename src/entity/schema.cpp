#include "entity/schema.h"

#include <array>

namespace vedette {
namespace {

struct SchemaRow {
  std::string_view name;
  Schema parent;         // itself for the root
  Schema second_parent;  // as parent where there is but one
};

constexpr std::array<SchemaRow, kSchemaCount> kSchemata{{
    {"Thing", Schema::kThing, Schema::kThing},
    {"LegalEntity", Schema::kThing, Schema::kThing},
    {"Person", Schema::kLegalEntity, Schema::kLegalEntity},
    {"Organization", Schema::kLegalEntity, Schema::kLegalEntity},
    {"Company", Schema::kOrganization, Schema::kAsset},
    {"PublicBody", Schema::kOrganization, Schema::kOrganization},
    {"Asset", Schema::kThing, Schema::kThing},
    {"Vehicle", Schema::kAsset, Schema::kAsset},
    {"Vessel", Schema::kVehicle, Schema::kVehicle},
    {"Airplane", Schema::kVehicle, Schema::kVehicle},
    {"Security", Schema::kAsset, Schema::kAsset},
    {"CryptoWallet", Schema::kThing, Schema::kThing},
    {"Address", Schema::kThing, Schema::kThing},
    {"Identification", Schema::kThing, Schema::kThing},
    {"Passport", Schema::kIdentification, Schema::kIdentification},
    {"Sanction", Schema::kThing, Schema::kThing},
    {"UnknownLink", Schema::kThing, Schema::kThing},
}};

const SchemaRow& row(Schema schema) {
  return kSchemata[static_cast<size_t>(schema)];
}

}  // namespace

std::string_view to_string(Schema schema) {
  return row(schema).name;
}

std::optional<Schema> find_schema(std::string_view name) {
  for (size_t i = 0; i < kSchemata.size(); ++i) {
    if (kSchemata[i].name == name) return static_cast<Schema>(i);
  }
  return std::nullopt;
}

bool is_a(Schema schema, Schema ancestor) {
  if (schema == ancestor) return true;
  const SchemaRow& own = row(schema);
  if (own.parent == schema) return false;
  return is_a(own.parent, ancestor) || (own.second_parent != own.parent && is_a(own.second_parent, ancestor));
}

bool can_be_same(Schema a, Schema b) {
  // A name of unknown schema is asked as a LegalEntity; it may be a ship's.
  if (a == Schema::kLegalEntity || b == Schema::kLegalEntity) return true;
  // A wallet is asked for by its address, which lists write on its holder.
  if (a == Schema::kCryptoWallet || b == Schema::kCryptoWallet) return true;
  return is_a(a, b) || is_a(b, a) || (is_a(a, Schema::kOrganization) && is_a(b, Schema::kOrganization));
}

}  // namespace vedette
