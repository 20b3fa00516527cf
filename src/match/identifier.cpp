#include "match/identifier.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/hash.h"

namespace vedette::match {
namespace {

/// Shorter numbers recur among strangers: they corroborate only.
constexpr size_t kLeastDocumentLength = 6;
constexpr size_t kLeastRegistrationLength = 7;
/// "1111111", "1212121": placeholders, not numbers.
constexpr size_t kLeastDistinctCharacters = 3;
constexpr size_t kLeastWalletLength = 20;
constexpr size_t kImoLength = 7;
constexpr size_t kBicLength = 8;

std::optional<IdentifierFamily> family_of(Property property) {
  switch (property) {
    case Property::kPassportNumber:
    case Property::kIdNumber:
    case Property::kSocialSecurityNumber:
      return IdentifierFamily::kDocument;
    case Property::kRegistrationNumber:
    case Property::kTaxNumber:
    case Property::kVatCode:
    case Property::kInnCode:
    case Property::kOgrnCode:
    case Property::kOkpoCode:
    case Property::kDunsCode:
    case Property::kUniqueEntityId:
    case Property::kUscCode:
      return IdentifierFamily::kRegistration;
    case Property::kImoNumber:
      return IdentifierFamily::kImo;
    case Property::kMmsi:
      return IdentifierFamily::kMmsi;
    case Property::kCallSign:
      return IdentifierFamily::kCallSign;
    case Property::kLeiCode:
      return IdentifierFamily::kLei;
    case Property::kSwiftBic:
      return IdentifierFamily::kBic;
    case Property::kIsin:
      return IdentifierFamily::kSecurity;
    case Property::kWalletAddress:
    case Property::kPublicKey:
      return IdentifierFamily::kWallet;
    case Property::kPhone:
    case Property::kEmail:
      return IdentifierFamily::kContact;
    case Property::kWikidataId:
    case Property::kUnscReference:
      return IdentifierFamily::kReference;
    case Property::kSerialNumber:
    case Property::kIcaoCode:
      return IdentifierFamily::kSerial;
    default:
      return std::nullopt;
  }
}

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Letters, digits and bytes of other scripts; letters in upper case.
std::string plain(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const char u = upper(c);
    if (is_digit(u) || (u >= 'A' && u <= 'Z') || static_cast<unsigned char>(u) >= 0x80) result += u;
  }
  return result;
}

std::string wallet(std::string_view text) {
  std::string result;
  for (const char c : text)
    if (static_cast<unsigned char>(c) > ' ') result += c;
  if (result.starts_with("0x") || result.starts_with("0X"))
    std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

size_t distinct_characters(std::string_view text) {
  std::array<bool, 256> seen{};
  for (const char c : text) seen[static_cast<unsigned char>(c)] = true;
  return static_cast<size_t>(std::count(seen.begin(), seen.end(), true));
}

bool is_strong(IdentifierFamily family, std::string_view text) {
  if (distinct_characters(text) < kLeastDistinctCharacters) return false;
  switch (family) {
    case IdentifierFamily::kDocument:
      return text.size() >= kLeastDocumentLength && std::any_of(text.begin(), text.end(), is_digit);
    case IdentifierFamily::kRegistration:
      return text.size() >= kLeastRegistrationLength && std::any_of(text.begin(), text.end(), is_digit);
    case IdentifierFamily::kImo:
      return is_valid_imo(text);
    case IdentifierFamily::kMmsi:
      return text.size() == 9 && std::all_of(text.begin(), text.end(), is_digit);
    case IdentifierFamily::kLei:
      return text.size() == 20;
    case IdentifierFamily::kBic:
      return text.size() == kBicLength || text.size() == 11;
    case IdentifierFamily::kSecurity:
      return text.size() == 12;
    case IdentifierFamily::kWallet:
      return text.size() >= kLeastWalletLength;
    case IdentifierFamily::kReference:
      return text.size() >= 4;
    case IdentifierFamily::kCallSign:
    case IdentifierFamily::kContact:
    case IdentifierFamily::kSerial:
      return false;
  }
  return false;
}

void add_key(IdentifierFamily family, std::string_view text, std::vector<IdentifierKey>& keys) {
  std::string tagged(1, static_cast<char>('a' + static_cast<int>(family)));
  tagged += text;
  IdentifierKey key;
  key.key = checksum64(tagged);
  key.family = family;
  key.strength = is_strong(family, text) ? IdentifierStrength::kStrong : IdentifierStrength::kWeak;
  keys.push_back(key);
}

}  // namespace

bool is_valid_imo(std::string_view digits) {
  if (digits.size() != kImoLength || !std::all_of(digits.begin(), digits.end(), is_digit)) return false;
  int sum = 0;
  for (size_t i = 0; i + 1 < kImoLength; ++i) sum += (digits[i] - '0') * static_cast<int>(kImoLength - i);
  return sum % 10 == digits[kImoLength - 1] - '0';
}

std::string normalise_identifier(Property property, std::string_view text) {
  const std::optional<IdentifierFamily> family = family_of(property);
  if (!family) return {};
  if (*family == IdentifierFamily::kWallet) return wallet(text);
  if (property == Property::kEmail) {
    std::string address = wallet(text);
    std::transform(address.begin(), address.end(), address.begin(), lower);
    return address;
  }
  std::string result = plain(text);
  if (*family == IdentifierFamily::kImo && result.starts_with("IMO")) result.erase(0, 3);
  if (*family == IdentifierFamily::kBic && result.size() == 11 && result.ends_with("XXX")) result.resize(kBicLength);
  return result;
}

void add_identifier_keys(const Value& value, std::vector<IdentifierKey>& keys) {
  const std::optional<IdentifierFamily> family = family_of(value.property);
  if (!family) return;
  const std::string text = normalise_identifier(value.property, value.text);
  if (text.empty()) return;
  add_key(*family, text, keys);
  if (value.property == Property::kIdNumber) add_key(IdentifierFamily::kRegistration, text, keys);
}

}  // namespace vedette::match
