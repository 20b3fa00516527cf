// What the EU's financial sanctions files have in common, whether XML or CSV: https://webgate.ec.europa.eu/fsd/fsf
#pragma once

#include <string>
#include <string_view>

#include "entity/entity.h"

namespace vedette::lists {

struct EuName {
  std::string whole;
  std::string first;
  std::string middle;
  std::string last;
  std::string title;
  std::string function;
  std::string gender;
  std::string language;  ///< as the file has it: "FR"
  std::string remark;
  std::string source_id;
  bool strong = true;
};

/// The first name of an entity is its name, later ones are aliases; weak ones, marked or said in the remark ("low
/// quality a.k.a.", misspellings included), weak aliases.
void add_eu_name(Entity& entity, const EuName& name);

/// A document by the file's type code: "passport", "id", "ssn", "fiscalcode", "regnumber", "swiftbic", "imo", …
void add_eu_identification(Entity& entity, std::string_view type_code, std::string_view number,
                           std::string_view country, std::string_view label, std::string_view source_id);

/// The entity's key: "eu-EU.27.28" of its reference, else "eu-" and the logical id.
std::string eu_key(std::string_view reference, std::string_view logical_id);

/// "person" or "P" is Person, all else Organization.
Schema eu_schema(std::string_view subject_type);

/// Makes an organisation with exactly one valid ship number a Vessel.
void settle_eu_ship(Entity& entity);

/// Country, unless it is the file's "00" or "UNKNOWN".
void add_eu_country(Entity& entity, Property property, std::string_view iso_code, std::string_view description);

}  // namespace vedette::lists
