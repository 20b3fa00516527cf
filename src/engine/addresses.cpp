// The table of addresses that takes the place of the official ones.
#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "engine/update.h"

namespace vedette::engine {
namespace {

constexpr std::string_view kBlank = " \t\r";

Result<Address> parse_line(std::string_view line, const Where& where) {
  const size_t blank = line.find_first_of(kBlank);
  if (blank == std::string_view::npos) {
    return fail(ErrorCode::kInvalidInput, "a line is a source's name, a blank, and an address", where);
  }
  Address address{.source = std::string(line.substr(0, blank)), .url = std::string(trimmed(line.substr(blank)))};
  for (const auto& checked : {lists::check_source_name(address.source), lists::check_url(address.url)}) {
    if (!checked) return fail(ErrorCode::kInvalidInput, mend_utf8(checked.error().message), where);
  }
  return address;
}

}  // namespace

Result<std::vector<Address>> parse_addresses(std::string_view text, const std::string& file) {
  std::vector<Address> addresses;
  uint64_t number = 0;
  for (size_t start = 0; start < text.size();) {
    const size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = trimmed(text.substr(start, end - start));
    start = end + 1;
    const Where where{.file = file, .line = ++number, .field = {}};
    if (line.empty() || line.front() == '#') continue;
    VEDETTE_ASSIGN_OR_RETURN(Address address, parse_line(line, where));
    const bool twice = std::any_of(addresses.begin(), addresses.end(),
                                   [&](const Address& other) { return other.source == address.source; });
    if (twice) return fail(ErrorCode::kInvalidInput, fmt::format("'{}' stands twice", address.source), where);
    addresses.push_back(std::move(address));
  }
  if (addresses.empty()) return fail(ErrorCode::kInvalidInput, "there is no address in it", {.file = file});
  return addresses;
}

}  // namespace vedette::engine
