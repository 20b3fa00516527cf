#include "language/spacy_meta.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>

#include "base/utf8.h"

namespace vedette::language {
namespace {

// https://opensource.org/license/mit, after the line with the holder.
constexpr std::string_view kMit = R"(
Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
)";

// https://wordnet.princeton.edu/license-and-commercial-use
constexpr std::string_view kWordNet = R"(WordNet Release 3.0

This software and database is being provided to you, the LICENSEE, by
Princeton University under the following license. By obtaining, using
and/or copying this software and database, you agree that you have
read, understood, and will comply with these terms and conditions.:

Permission to use, copy, modify and distribute this software and
database and its documentation for any purpose and without fee or
royalty is hereby granted, provided that you agree to comply with
the following copyright notice and statements, including the disclaimer,
and that the same appear on ALL copies of the software, database and
documentation, including modifications that you make for internal
use or for distribution.

WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.

THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON
UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR
IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON
UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANT-
ABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE
OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT
INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR
OTHER RIGHTS.

The name of Princeton University or Princeton may not be used in
advertising or publicity pertaining to distribution of the software
and/or database. Title to copyright in this software, database and
any associated documentation shall at all times remain with
Princeton University and LICENSEE agrees to preserve same.
)";

std::string text_at(simdjson::dom::element element, std::string_view key) {
  std::string_view text;
  if (element.at_key(key).get(text) != simdjson::SUCCESS) return {};
  return std::string(text);
}

std::string list_of(const std::vector<SpacySource>& sources) {
  std::string text;
  for (const SpacySource& source : sources) {
    text += source.name + '\n';
    if (!source.author.empty()) text += fmt::format("  by {}\n", source.author);
    if (!source.url.empty()) text += fmt::format("  {}\n", source.url);
    if (!source.licence.empty()) text += fmt::format("  licence: {}\n", source.licence);
    if (source.licence == "CC0") text += "  https://creativecommons.org/publicdomain/zero/1.0/\n";
  }
  return text;
}

bool is_from_wordnet(const SpacySource& source) {
  return source.name.starts_with("WordNet");
}

}  // namespace

Result<SpacyMeta> parse_spacy_meta(std::string_view json, const SpacyPlace& place) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS) {
    return place.damaged("", "not valid JSON");
  }
  SpacyMeta meta;
  meta.info.name = text_at(root, "name");
  meta.info.version = text_at(root, "version");
  meta.info.language = text_at(root, "lang");
  meta.info.licence = text_at(root, "license");
  meta.author = text_at(root, "author");
  meta.url = text_at(root, "url");
  if (meta.info.name.empty()) return place.damaged("name", "missing");
  simdjson::dom::array sources;
  if (root.at_key("sources").get(sources) != simdjson::SUCCESS) return meta;
  for (const simdjson::dom::element source : sources) {
    meta.sources.push_back(
        {text_at(source, "name"), text_at(source, "url"), text_at(source, "author"), text_at(source, "license")});
  }
  return meta;
}

Result<std::vector<LicenceText>> read_licence_texts(SpacyFiles& files, const SpacyMeta& meta) {
  std::vector<LicenceText> texts;
  if (files.has("LICENSE")) {
    VEDETTE_ASSIGN_OR_RETURN(const std::string text, files.read("LICENSE"));
    texts.push_back({fmt::format("{} {}", meta.info.name, meta.info.version), mend_utf8(text)});
  } else if (meta.info.licence == "MIT") {
    texts.push_back({fmt::format("{} {}", meta.info.name, meta.info.version),
                     fmt::format("Copyright {} ({})\n{}", meta.author, meta.url, kMit)});
  }
  if (files.has("LICENSES_SOURCES")) {
    VEDETTE_ASSIGN_OR_RETURN(const std::string text, files.read("LICENSES_SOURCES"));
    texts.push_back({"What it was made from", mend_utf8(text)});
  } else if (std::any_of(meta.sources.begin(), meta.sources.end(), is_from_wordnet)) {
    texts.push_back({"WordNet 3.0", std::string(kWordNet)});
  }
  if (!meta.sources.empty()) texts.push_back({"Sources", list_of(meta.sources)});
  return texts;
}

}  // namespace vedette::language
