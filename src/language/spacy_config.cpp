#include "language/spacy_config.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <limits>

#include "base/ascii.h"

namespace vedette::language {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr size_t kMaxReferences = 8;

std::string field(const std::string& section, const std::string& key) {
  return section + "." + key;
}

// "${a.b:c}" or "${a.b.c}" as section "a.b" and key "c".
std::optional<std::pair<std::string, std::string>> reference(std::string_view value) {
  if (!value.starts_with("${") || !value.ends_with("}")) return std::nullopt;
  const std::string_view inner = value.substr(2, value.size() - 3);
  const size_t colon = inner.find(':');
  const size_t cut = colon != std::string_view::npos ? colon : inner.rfind('.');
  if (cut == std::string_view::npos) return std::nullopt;
  return std::pair(std::string(inner.substr(0, cut)), std::string(inner.substr(cut + 1)));
}

// A JSON value by itself, with the parser that owns it.
struct Json {
  simdjson::dom::parser parser;
  simdjson::dom::element element;
  bool parse(const std::string& text) { return parser.parse(text).get(element) == simdjson::SUCCESS; }
};

bool small_number(simdjson::dom::element element, uint32_t& number) {
  uint64_t wide = 0;
  if (element.get(wide) != simdjson::SUCCESS || wide > std::numeric_limits<uint32_t>::max()) return false;
  number = static_cast<uint32_t>(wide);
  return true;
}

}  // namespace

Result<SpacyConfig> SpacyConfig::parse(std::string_view text, const std::string& file) {
  SpacyConfig config;
  config.place_ = {file};
  std::map<std::string, std::string>* section = nullptr;
  std::string* value = nullptr;
  uint64_t line_number = 0;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const std::string_view content = trimmed(line);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++line_number;
    if (content.empty() || content[0] == '#' || content[0] == ';') continue;
    if (value != nullptr && kBlanks.find(line[0]) != std::string_view::npos) {
      *value += content;
    } else if (content[0] == '[' && content.back() == ']') {
      section = &config.sections_[std::string(trimmed(content.substr(1, content.size() - 2)))];
      value = nullptr;
    } else {
      const size_t equals = content.find('=');
      if (section == nullptr || equals == std::string_view::npos) {
        return fail(ErrorCode::kInvalidInput, "neither a [section] nor key = value", {file, line_number, ""});
      }
      value = &(*section)[std::string(trimmed(content.substr(0, equals)))];
      *value = trimmed(content.substr(equals + 1));
    }
  }
  return config;
}

std::optional<std::string> SpacyConfig::raw(const std::string& section, const std::string& key) const {
  if (const auto found = sections_.find(section); found != sections_.end()) {
    const auto entry = found->second.find(key);
    if (entry != found->second.end()) return entry->second;
  }
  const size_t dot = section.rfind('.');
  if (dot == std::string::npos) return std::nullopt;
  const auto outer = sections_.find(section.substr(0, dot));
  if (outer == sections_.end()) return std::nullopt;
  const auto entry = outer->second.find(section.substr(dot + 1));
  Json json;
  simdjson::dom::element inner;
  if (entry == outer->second.end() || !json.parse(entry->second)) return std::nullopt;
  if (json.element.at_key(key).get(inner) != simdjson::SUCCESS) return std::nullopt;
  return simdjson::minify(inner);
}

bool SpacyConfig::has(const std::string& section, const std::string& key) const {
  return raw(section, key).has_value();
}

Result<std::string> SpacyConfig::value(const std::string& section, const std::string& key) const {
  std::pair<std::string, std::string> at(section, key);
  for (size_t step = 0; step < kMaxReferences; ++step) {
    auto found = raw(at.first, at.second);
    if (!found) return place_.damaged(field(at.first, at.second), "missing");
    const auto next = reference(*found);
    if (!next) return *std::move(found);
    at = *next;
  }
  return place_.damaged(field(section, key), "refers to itself");
}

Result<std::string> SpacyConfig::text(const std::string& section, const std::string& key) const {
  VEDETTE_ASSIGN_OR_RETURN(const std::string found, value(section, key));
  Json json;
  std::string_view text;
  if (!json.parse(found) || json.element.get(text) != simdjson::SUCCESS) {
    return place_.damaged(field(section, key), fmt::format("{} where text is due", found));
  }
  return std::string(text);
}

Result<uint32_t> SpacyConfig::number(const std::string& section, const std::string& key) const {
  VEDETTE_ASSIGN_OR_RETURN(const std::string found, value(section, key));
  Json json;
  uint32_t number = 0;
  if (!json.parse(found) || !small_number(json.element, number)) {
    return place_.damaged(field(section, key), fmt::format("{} where a number is due", found));
  }
  return number;
}

Result<bool> SpacyConfig::flag(const std::string& section, const std::string& key) const {
  VEDETTE_ASSIGN_OR_RETURN(const std::string found, value(section, key));
  if (found != "true" && found != "false") {
    return place_.damaged(field(section, key), fmt::format("{} where true or false is due", found));
  }
  return found == "true";
}

Result<std::vector<std::string>> SpacyConfig::texts(const std::string& section, const std::string& key) const {
  VEDETTE_ASSIGN_OR_RETURN(const std::string found, value(section, key));
  Json json;
  simdjson::dom::array array;
  std::vector<std::string> texts;
  bool sound = json.parse(found) && json.element.get(array) == simdjson::SUCCESS;
  if (sound) {
    for (const simdjson::dom::element element : array) {
      std::string_view text;
      sound = sound && element.get(text) == simdjson::SUCCESS;
      texts.emplace_back(text);
    }
  }
  if (!sound) return place_.damaged(field(section, key), fmt::format("{} where a list of text is due", found));
  return texts;
}

Result<std::vector<uint32_t>> SpacyConfig::numbers(const std::string& section, const std::string& key) const {
  VEDETTE_ASSIGN_OR_RETURN(const std::string found, value(section, key));
  Json json;
  simdjson::dom::array array;
  std::vector<uint32_t> numbers;
  bool sound = json.parse(found) && json.element.get(array) == simdjson::SUCCESS;
  if (sound) {
    for (const simdjson::dom::element element : array) sound = sound && small_number(element, numbers.emplace_back());
  }
  if (!sound) return place_.damaged(field(section, key), fmt::format("{} where a list of numbers is due", found));
  return numbers;
}

Result<void> SpacyConfig::expect(const std::string& section, const std::string& key,
                                 const std::vector<std::string_view>& known) const {
  VEDETTE_ASSIGN_OR_RETURN(const std::string found, text(section, key));
  if (std::find(known.begin(), known.end(), found) != known.end()) return {};
  return place_.unsupported(field(section, key), fmt::format("{} is not what this program runs ({})", found, known[0]));
}

}  // namespace vedette::language
