// One record of a list, or one query: a schema and values of properties, as FollowTheMoney has them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/partial_date.h"
#include "entity/property.h"
#include "entity/schema.h"

namespace vedette {

/// One value of one property. What the source gave with it is kept; empty members were not given.
struct Value {
  Property property = Property::kName;
  /// The value as FollowTheMoney writes it: a name as published (white space folded), a country as lower-case ISO
  /// 3166-1 alpha-2 where known, a gender as "male", "female" or "other", a date as PartialDate::to_string does.
  std::string text;
  std::string original;  ///< the source's own text, where it differs from `text`
  std::string
      label;  ///< what the value is, in the source's words: wallet currency ("XBT"), document type ("National ID No.")
  std::string script;     ///< ISO 15924 code of a name's letters ("Cyrl"), where the source speaks of its script
  std::string country;    ///< ISO country of a document or address, where given
  std::string language;   ///< ISO 639 code, where given
  std::string source_id;  ///< the source's own number of this value (OFAC alt_num, add_num)
  bool circa = false;     ///< an approximate date; its precision is that of parse_partial_date(text)

  bool operator==(const Value&) const = default;
};

/// Values stand in the order in which the source gives them, grouped by property when written.
struct Entity {
  std::string id;  ///< stable: DATASET-PREFIX and the authority's permanent reference ("ofac-20157", "un-KPi.038")
  Schema schema = Schema::kLegalEntity;
  std::vector<std::string> datasets;
  std::vector<Value> values;

  bool operator==(const Entity&) const = default;

  /// Adds a value unless its text is empty or the property has that text (and label) already. Returns the value that
  /// stands, or nullptr for an empty text. The pointer lives until the next change.
  Value* add(Property property, std::string_view text);
  Value* add(Value value);
  bool has(Property property) const;
  /// Texts of one property, in order.
  std::vector<std::string_view> texts(Property property) const;
  std::string_view first(Property property) const;  ///< empty if there is none

  /// What a person calls it: the first name, else first alias, else id.
  std::string_view caption() const;
};

/// Puts single spaces for runs of white space (also U+00A0 and line breaks), none at the ends.
std::string fold_spaces(std::string_view text);

}  // namespace vedette
