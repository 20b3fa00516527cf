// Several names in one cell: how lists write aliases, taken apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entity/entity.h"

namespace vedette::lists {

struct NameOptions {
  std::string_view label = {};     ///< the source's words about the name, if any
  std::string_view language = {};  ///< ISO 639, if given
  std::string_view script = {};    ///< the source's words about its script, as for name_script
};

/// Adds the name or names in the text:
///   "Azim Adhajani; Azim Agha-Jani"                    two names
///   "Jin Tiesan (金铁三)"                              two names, the second in another script
///   "Abubakar (original script: Абубакар)"             two names, the second with its script
///   "Abu-Shaima (Abu Shayma; Abu Shaima)"              three names
///   "Encep Nurjaman (birth name)"                      one name, labelled
/// Any other parenthesis stays part of the name. Stray brackets, commas and semicolons at the ends are dropped.
void add_names(Entity& entity, Property property, std::string_view text, const NameOptions& options = {});

/// The text cut at any of `separators` that does not stand in brackets; spaces folded, empty pieces left out.
std::vector<std::string> split_outside_brackets(std::string_view text, std::string_view separators);

}  // namespace vedette::lists
