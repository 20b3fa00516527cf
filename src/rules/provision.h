// Provisions as data: who is bound, what conduct in which direction with which target and goods, and when in force.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/partial_date.h"
#include "rules/rule_texts.h"

namespace vedette::rules {

/// From which side of the dealing a provision looks at its target.
enum class Direction : uint8_t {
  kToTarget,    ///< to_target: goods, services or money reach it
  kFromTarget,  ///< from_target: they come from it
  kBoth,        ///< both
  kByTarget,    ///< by_target: the target itself acts
  kToListed,    ///< to_listed, funds_to_listed: they reach a listed party
  kListed,      ///< listed: a listed party takes part on either side
  kTraveller,   ///< entry_transit: the one who travels is the target
  kNone,        ///< none: a duty or notice that no dealing touches
};

/// Days [from, until); either end may be open.
struct InForce {
  std::optional<DayNumber> from;
  std::optional<DayNumber> until;
};

/// One row of a regime: one instrument and paragraph for one kind of conduct.
struct Provision {
  std::string id;      ///< "KP14"
  std::string regime;  ///< its file's name: "un_dprk"
  std::string text;    ///< instrument and paragraph: "S/RES/1874 (2009) OP9"
  std::vector<InForce> in_force;
  std::string superseded;             ///< by what, or how widened
  std::vector<std::string> bound;     ///< UN (every State), a bloc of blocs.tsv, FFI (foreign banks), NONE
  std::vector<std::string> conducts;  ///< codes of conducts.tsv
  Direction direction = Direction::kNone;
  std::vector<std::string> targets;     ///< "KP", "KP-listed", "KP-government", "RU-military", "named:Houthi"
  std::vector<std::string> categories;  ///< of categories.tsv, or "HS2710", "HS50-63"
  std::string summary;
  std::string exceptions;  ///< "none" if none
  std::string source;
  bool verified = false;  ///< the paragraph's number was seen in a published source

  bool in_force_on(DayNumber day) const;
  /// The first day of the interval that holds `day`, if that interval has one.
  std::optional<DayNumber> since(DayNumber day) const;
  /// The authority whose listing makes a party "listed" here: "un", "eu", "us", "uk", "kr".
  std::string_view authority() const;
};

/// Reads one regime. kInvalidInput with file, line and field for a value outside its closed list.
Result<std::vector<Provision>> parse_provisions(const RuleText& table);

}  // namespace vedette::rules
