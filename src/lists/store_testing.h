// For tests of the store: versions in one line.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "base/hash.h"
#include "lists/store.h"
#include "lists/version_name.h"

namespace vedette::lists::testing {

/// A version whose content hash is that of `content`; 100 records, none rejected.
inline Version make_version(std::string source, std::string_view published, std::string_view content = {}) {
  Version version;
  version.source = std::move(source);
  version.published = parse_published(published).value();
  version.hash = sha256_hex(content.empty() ? published : content);
  version.loaded = "2026-01-01T00:00:00Z";
  version.format = "un_xml";
  version.files = {"list.xml"};
  version.records = 100;
  version.schemata = {{"Person", 60}, {"Organization", 40}};
  version.values = {{"name", 100}, {"birthDate", 55}};
  version.image = fmt::format("{}-{}-{}.vim", version.source, published, version.hash.substr(0, 16));
  version.image_bytes = 10;
  version.built_by = "test 1";
  return version;
}

}  // namespace vedette::lists::testing
