// What readers of official formats do with a cell: fold it, translate it to FollowTheMoney's form, keep the original.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/partial_date.h"
#include "entity/entity.h"
#include "lists/dates.h"

namespace vedette::lists {

/// Every function here adds nothing for a text that is empty or only "-", "n/a", "na", "unknown" or "none"; it returns
/// the value that stands, or nullptr. Pointers live until the entity's next change.
Value* add_text(Entity& entity, Property property, std::string_view text, std::string_view label = {});

/// The ISO code, or, where the country is not known, the text as it is.
Value* add_country(Entity& entity, Property property, std::string_view text, std::string_view label = {});

/// The date; what is no date is kept as a note labelled with the property's name.
Value* add_date(Entity& entity, Property property, std::string_view text, DateOrder order = DateOrder::kDayFirst);
Value* add_date(Entity& entity, Property property, const PartialDate& date, std::string_view original = {});

Value* add_gender(Entity& entity, std::string_view text);

/// The parts joined by ", ", each once, with the country's name last. The country is set on the value and added as the
/// entity's country too. A country by itself makes no address.
void add_address(Entity& entity, const std::vector<std::string>& parts, std::string_view country,
                 std::string_view label = {});

/// A document's number out of its description: "Passport No: 592667 (Qatari passport issued on 3 May 2007)" is
/// 592667 of qa. The whole text is kept as the original; a text without a number is taken whole. `country` is the
/// issuing country where a field of its own gives it.
void add_document(Entity& entity, Property property, std::string_view text, std::string_view country = {},
                  std::string_view label = {});

/// The first number in a description, with the letters that belong to it: "D 000769", "H-135467". Empty if none.
std::string document_number(std::string_view text);

/// "(1) Kuwait (2) Pakistan", "a) X, b) Y", "(1)-(2) Tunisia (3) Libya": the items; else the text itself.
std::vector<std::string> split_numbered(std::string_view text);

/// Pieces between the separator, spaces folded, empty ones left out.
std::vector<std::string> split(std::string_view text, char separator);

/// The parts that are not empty, folded, joined by one space.
std::string join_words(const std::vector<std::string>& parts);

/// A seven-digit IMO ship number whose check digit is right; companies' numbers start with 5 or 6 and are none.
bool is_ship_number(std::string_view digits);

/// All numbers of seven digits that stand after the letters "IMO" and before the next sentence's words: "IMO: 8937675",
/// "(IMO number: 7303803)".
std::vector<std::string> imo_numbers(std::string_view text);

/// References of the UN's lists in a text: "KPe.022", "QDi.407".
std::vector<std::string> un_references(std::string_view text);

}  // namespace vedette::lists
