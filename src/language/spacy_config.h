// config.cfg of a spaCy package: sections of `key = JSON value`, where a value may be another one: ${section:key} or
// ${section.key}. A section "a.b" may also stand as an object of key b in section "a".
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "language/spacy_place.h"

namespace vedette::language {

class SpacyConfig {
 public:
  /// Line ends may be LF or CRLF.
  static Result<SpacyConfig> parse(std::string_view text, const std::string& file);

  bool has(const std::string& section, const std::string& key) const;
  Result<std::string> text(const std::string& section, const std::string& key) const;
  Result<uint32_t> number(const std::string& section, const std::string& key) const;
  Result<bool> flag(const std::string& section, const std::string& key) const;
  Result<std::vector<std::string>> texts(const std::string& section, const std::string& key) const;
  Result<std::vector<uint32_t>> numbers(const std::string& section, const std::string& key) const;
  /// kUnsupported unless the value is one of `known`.
  Result<void> expect(const std::string& section, const std::string& key,
                      const std::vector<std::string_view>& known) const;
  const SpacyPlace& place() const { return place_; }

 private:
  std::optional<std::string> raw(const std::string& section, const std::string& key) const;
  Result<std::string> value(const std::string& section, const std::string& key) const;

  SpacyPlace place_;
  std::map<std::string, std::map<std::string, std::string>> sections_;
};

}  // namespace vedette::language
