// Which provisions an event of a story would touch, as of its date. A lead for a human, never a finding of breach.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/partial_date.h"
#include "rules/rule_book.h"

namespace vedette::rules {

/// A list that a party stood on at the time.
struct Listing {
  std::string authority;  ///< "un", "eu", "us", "uk", "kr"
  std::string country;    ///< whose regime it is ("kp"), or empty: then that of the party itself is taken
};

/// Who takes part.
struct Party {
  std::string name;     ///< as the dossier has it: "North Korea", "North Korean labourers"
  std::string country;  ///< alpha-2 in either case: of a person, body or a vessel's flag; empty unknown
  std::string kind;     ///< an organisation kind of the dossier, "person", "vessel", "country" or empty
  std::vector<Listing> listings = {};
};

/// What the dossier says of one event.
struct Conduct {
  std::string type;                       ///< an event type of the dossier: "TRANSFER"
  std::string status;                     ///< a status of the dossier: "planned"
  std::vector<Party> actors, recipients;  ///< as the dossier has them; either may be empty
  std::vector<Party> onward = {};         ///< where the goods ended, if the story tells of later hands
  std::vector<std::string> goods = {};    ///< in the words of the story
  std::string place = {};                 ///< its name
  std::string place_country = {};         ///< alpha-2, or empty
  std::string words = {};                 ///< the clause or sentence that tells of it, for cues beside the goods
  PartialDate date;                       ///< of the event, or of the story if the event has none; the last day counts
};

enum class FlagLevel : uint8_t { kTouches, kWouldTouch, kDenied };

/// "touches", "would_touch", "denied".
std::string_view to_string(FlagLevel level);

/// The level of a status: occurred and ongoing touch, denied is denied, any other would touch. kInvalidInput for a word
/// that is no status.
Result<FlagLevel> level_of(std::string_view status);

/// One provision that the event is a lead to.
struct Flag {
  std::string provision;  ///< "S/RES/1874 (2009) OP9"
  FlagLevel level = FlagLevel::kTouches;
  std::string conduct;              ///< "arms from North Korea"
  std::string why;                  ///< one sentence
  std::string exceptions;           ///< of the provision, "none" if none
  bool verified = false;            ///< the paragraph's number was seen in a published source
  const Provision* rule = nullptr;  ///< lives as long as the book
};

/// The flags of an event, in the order of the book, each provision once; none is an ordinary answer. National and EU
/// provisions are flagged only where someone they bind takes part. kInvalidInput for an unknown type or status.
Result<std::vector<Flag>> evaluate(const RuleBook& book, const Conduct& conduct);

}  // namespace vedette::rules
