// What is known of an entity beside its names: dates, countries, gender, identifiers; prepared, and compared.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/partial_date.h"
#include "entity/entity.h"

namespace vedette::match {

/// One birth (or build, incorporation) date as the days it can mean. Plain data.
struct DateRange {
  DayNumber first = 0;
  DayNumber last = 0;
  DatePrecision precision = DatePrecision::kDay;
  bool circa = false;
  uint16_t reserved = 0;
  bool operator==(const DateRange&) const = default;
};
static_assert(sizeof(DateRange) == 12);

/// Families of identifiers that may be compared with each other.
enum class IdentifierFamily : uint8_t {
  kDocument,      ///< passport, national id, social security: one pool, lists mix them up
  kRegistration,  ///< registration, tax, VAT, INN, OGRN, OKPO, KPP, USC, DUNS, UEI
  kImo,
  kMmsi,
  kCallSign,
  kLei,
  kBic,
  kSecurity,  ///< ISIN
  kWallet,
  kContact,    ///< phone, e-mail
  kReference,  ///< UNSC, Wikidata, authority's own
  kSerial,     ///< airframe serial, ICAO code
};

enum class IdentifierStrength : uint8_t {
  kWeak,    ///< short, of low entropy, or reassigned (call sign, MMSI): corroborates a name, finds nobody
  kStrong,  ///< finds its entity under any name
};

/// A normalised identifier as a key. Equal keys are equal identifiers of one family.
struct IdentifierKey {
  uint64_t key = 0;  ///< hash of family and normalised text
  IdentifierFamily family = IdentifierFamily::kDocument;
  IdentifierStrength strength = IdentifierStrength::kStrong;
  uint16_t reserved = 0;
  uint32_t reserved2 = 0;
  bool operator==(const IdentifierKey&) const = default;
};
static_assert(sizeof(IdentifierKey) == 16);

enum class Gender : uint8_t { kUnknown, kMale, kFemale, kOther };

/// Evidence that owns nothing: fits a mapped image.
struct EvidenceView {
  std::span<const DateRange> birth_dates;
  std::span<const uint32_t> countries;         ///< sorted, distinct; letters of the code packed (pack_country)
  std::span<const IdentifierKey> identifiers;  ///< sorted by (key)
  Gender gender = Gender::kUnknown;
};

struct Evidence {
  std::vector<DateRange> birth_dates;
  std::vector<uint32_t> countries;
  std::vector<IdentifierKey> identifiers;
  Gender gender = Gender::kUnknown;

  bool operator==(const Evidence&) const = default;
  EvidenceView view() const { return {birth_dates, countries, identifiers, gender}; }
};

Evidence prepare_evidence(const Entity& entity);

/// "kp" → its letters in four bytes, first letter lowest. At most four letters count.
uint32_t pack_country(std::string_view code);
std::string unpack_country(uint32_t packed);

/// The normalised text of an identifier: upper case without punctuation, IMO without its prefix, a wallet with its
/// case (hexadecimal wallets in lower case). Empty if nothing is left.
std::string normalise_identifier(Property property, std::string_view text);

/// Calls f for each strong identifier of the entity: the keys under which an index stores and looks it up.
void for_each_identifier_key(const EvidenceView& evidence, const std::function<void(uint64_t)>& f);

/// How two pieces of evidence stand to each other.
enum class Agreement : uint8_t { kUnknown, kAgrees, kClose, kContradicts };

struct EvidenceComparison {
  Agreement birth_date = Agreement::kUnknown;
  double birth_date_detail = 0;  ///< strength of the agreement (1 same day … 0.4 same year) or of the contradiction
  Agreement country = Agreement::kUnknown;
  Agreement gender = Agreement::kUnknown;
  Agreement identifier = Agreement::kUnknown;  ///< kAgrees only for a strong one; kClose for a weak one
  bool swapped_day_month = false;
};
EvidenceComparison compare_evidence(const EvidenceView& query, const EvidenceView& candidate);

}  // namespace vedette::match
