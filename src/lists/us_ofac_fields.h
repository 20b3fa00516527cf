// What the fields of OFAC's lists mean, whichever file they stand in: CSV remarks, XML elements, CSL columns.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "entity/entity.h"

namespace vedette::lists {

/// One labelled fact: a document, an identifier, a feature.
struct OfacFact {
  std::string_view label;     ///< as published, "alt." taken off: "Passport", "Tax ID No.", "Secondary sanctions risk:"
  std::string_view value;     ///< "472220033"
  std::string_view country;   ///< as published, or empty
  std::string_view original;  ///< the whole published text, kept where it says more than value, label and country
  std::string_view source_id;  ///< OFAC's uid, or empty
};

/// Adds the fact as a value of the property that its label means: identifiers keep label and country. A label that is
/// not known is an identifier if it ends like one ("… No.", "… Number", "… ID", "… #") and the value has a digit;
/// otherwise nothing is added and the answer is false.
bool add_ofac_fact(Entity& entity, const OfacFact& fact);

/// What is known of a label.
enum class OfacLabel : uint8_t {
  kUnknown,
  kLikeIdentifier,  ///< not in the table, but its words end as those of a document or register do
  kText,            ///< in the table: a feature, date, country or contact
  kIdentifier,      ///< in the table: an identifier, which may have a country and a term behind it
};
OfacLabel ofac_label(std::string_view label);

/// Schema of OFAC's type: "individual" Person, "vessel" Vessel, "aircraft" Airplane, "entity" or nothing Organization.
/// Case does not matter. nullopt for anything else.
std::optional<Schema> ofac_schema(std::string_view type);

/// A date as OFAC writes it, as a value; false, and nothing added, if it is none.
bool add_ofac_date(Entity& entity, Property property, std::string_view text, std::string_view label = {},
                   std::string_view source_id = {});

/// A country as a value: the ISO code with the published text as `original`, or that text where no country is known.
void add_ofac_country(Entity& entity, Property property, std::string_view text, std::string_view source_id = {});

/// A place of birth, and its country where the end of the text names one.
void add_ofac_birth_place(Entity& entity, std::string_view text, std::string_view source_id = {});

/// A title column: honorifics ("Haji", "Dr.") become `title`, all else `position`.
void add_ofac_title(Entity& entity, std::string_view text);

/// Parts of one address.
struct OfacAddress {
  std::string_view street;
  std::string_view city;  ///< with state and postal code, as published
  std::string_view country;
  std::string_view remark;
  std::string_view source_id;
};

/// Adds the address as one line, its country on it and as `country` of the entity if it is known. Nothing for an empty
/// address. An address that is a country alone is kept as an address, too, since the list states it as one.
void add_ofac_address(Entity& entity, const OfacAddress& address);

/// The text as a value of `notes`.
void add_ofac_note(Entity& entity, std::string_view text);

/// "A] [B" → A, B.
void add_ofac_programs(Entity& entity, std::string_view text);

/// Last step of a record. OFAC publishes "KIM, Jong Un"; FollowTheMoney's names are in natural order, and so the names
/// of persons are written here: given name first ("Vladimir Vladimirovich PUTIN"), or the family name first where
/// nationality or citizenship is of East Asia or Vietnam ("KIM Jong Un"), as the person's own country has it. The
/// published form stays in `original`, so nothing is lost; first and last name of the main name are values, too.
void finish_ofac_names(Entity& entity);

/// One published name in natural order. A second comma parts a suffix: "REYES, Feliciano, Jr." → "Feliciano REYES, Jr."
std::string natural_order(std::string_view published, bool family_name_first);

}  // namespace vedette::lists
