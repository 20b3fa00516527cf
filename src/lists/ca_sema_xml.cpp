// Canada's consolidated autonomous sanctions list (Special Economic Measures Act and the Justice for Victims of Corrupt
// Foreign Officials Act), XML, with the tags of before and after 2026 ("LastName", "LastName-NomDeFamille").
// The file has no keys: one is built from what a regulation cites, its country, schedule and item ("ca-ru-1part1-114").
// A later record with the same citation has also the first eight digits of the SHA-256 of its name.
#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "base/hash.h"
#include "entity/country.h"
#include "lists/named_record.h"
#include "lists/names.h"
#include "lists/readers.h"
#include "lists/values.h"
#include "lists/xml.h"
#include "text/script.h"

namespace vedette::lists {
namespace {

/// The text of a field under its old tag, "LastName", or its new one, "LastName-NomDeFamille".
std::string field(const XmlNode& record, std::string_view tag) {
  for (const XmlNode& child : record.children) {
    const std::string_view name = child.name;
    if (name == tag || (name.starts_with(tag) && name.size() > tag.size() && name[tag.size()] == '-')) {
      return fold_spaces(child.text);
    }
  }
  return {};
}

// Fields keep their line breaks where these part two names.
std::string raw_field(const XmlNode& record, std::string_view tag) {
  for (const XmlNode& child : record.children) {
    const std::string_view name = child.name;
    if (name == tag || (name.starts_with(tag) && name.size() > tag.size() && name[tag.size()] == '-'))
      return child.text;
  }
  return {};
}

std::string slug(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.') out += c;
  }
  return out.substr(0, 40);
}

// "Belarus / Bélarus": the English part.
std::string english_part(std::string_view text) {
  const size_t slash = text.find(" / ");
  return fold_spaces(text.substr(0, slash));
}

std::string key_of(const XmlNode& record) {
  const std::string country = field(record, "Country");
  std::string key = country_code(country);
  if (key.empty()) key = slug(english_part(country));
  const std::string schedule = slug(field(record, "Schedule"));
  const std::string item = slug(field(record, "Item"));
  for (const std::string& part : {schedule, item}) {
    if (!part.empty()) key += "-" + part;
  }
  return "ca-" + key;
}

bool is_legal_form(std::string_view piece) {
  static const std::unordered_set<std::string> kForms = {
      "ltd",  "limited", "llc",  "inc", "co",   "jsc",  "pjsc", "ojsc", "cjsc", "ao",  "oao",   "pao",  "zao", "ooo",
      "fsue", "plc",     "corp", "sa",  "gmbh", "sarl", "bv",   "ag",   "lp",   "llp", "as",    "fze",  "pte", "pty",
      "pvt",  "ао",      "оао",  "пао", "зао",  "ооо",  "фгуп", "нп",   "мк",   "ао",  "coltd", "фгбу", "нао", "iii"};
  std::string small;
  for (char c : piece) {
    if (c == '.' || c == ' ') continue;
    small += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  // Cyrillic forms are written in capitals: two bytes a letter, lower case 32 code points on.
  std::string folded;
  for (size_t i = 0; i < small.size(); ++i) {
    const auto lead = static_cast<unsigned char>(small[i]);
    const auto tail = i + 1 < small.size() ? static_cast<unsigned char>(small[i + 1]) : 0;
    if (lead == 0xD0 && tail >= 0x90 && tail < 0xB0) {
      folded += tail < 0xA0 ? '\xD0' : '\xD1';
      folded += static_cast<char>(tail < 0xA0 ? tail + 0x20 : tail - 0x20);
      ++i;
    } else {
      folded += small[i];
    }
  }
  return kForms.contains(folded);
}

size_t word_count(std::string_view text) {
  return text.empty() ? 0 : static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

// Commas part names, except before a legal form, and except in "Ivanov, Ivan", which is one name of a person.
std::vector<std::string> split_commas(const std::string& text, Schema schema) {
  std::vector<std::string> names;
  for (std::string& piece : split_outside_brackets(text, ",")) {
    if (!names.empty() && is_legal_form(piece)) {
      names.back() += ", " + piece;
    } else {
      names.push_back(std::move(piece));
    }
  }
  const bool inverted = schema == Schema::kPerson && names.size() == 2 && word_count(names[0]) == 1 &&
                        word_count(names[1]) == 1 && text::dominant_script(names[0]) == text::dominant_script(names[1]);
  if (inverted) return {text};
  return names;
}

// A slash parts names where a word of three letters or more stands on both sides: not "J/V" nor "LRM/A".
std::vector<std::string> split_slashes(std::string_view text) {
  std::vector<std::string> names;
  for (std::string& piece : split_outside_brackets(text, "/")) {
    if (!names.empty() && (piece.size() < 3 || names.back().size() < 3)) {
      names.back() += "/" + piece;
    } else {
      names.push_back(std::move(piece));
    }
  }
  return names;
}

// "Arabic: علي" → language and name. Also opens with "also".
std::string_view take_language(std::string& name) {
  static constexpr std::pair<std::string_view, std::string_view> kOpenings[] = {
      {"Arabic:", "ar"}, {"Belarusian:", "be"}, {"Russian:", "ru"}, {"Ukrainian:", "uk"}, {"and ", ""},
      {"or ", ""},       {"Persian:", "fa"},    {"Farsi:", "fa"},   {"Burmese:", "my"},   {"also ", ""},
  };
  for (const auto& [opening, language] : kOpenings) {
    if (!name.starts_with(opening)) continue;
    name = fold_spaces(std::string_view(name).substr(opening.size()));
    return language;
  }
  return {};
}

// Puts a semicolon for the word "or".
std::string with_or_marked(std::string_view text) {
  std::string marked;
  for (size_t i = 0; i < text.size(); ++i) {
    const std::string_view word = text.substr(i, 4);
    const bool found = word == " or " || word == " OR ";
    marked += found ? ';' : text[i];
    i += found ? 3 : 0;
  }
  return marked;
}

// Puts a semicolon wherever the writing changes at a line break or a language is announced.
std::string with_breaks_marked(std::string_view text) {
  std::string marked;
  std::string line;
  const auto flush = [&] {
    const std::string folded = fold_spaces(line);
    line.clear();
    if (folded.empty()) return;
    const auto before = text::dominant_script(marked);
    const auto now = text::dominant_script(folded);
    const bool changes =
        !marked.empty() && before != now && before != text::Script::kCommon && now != text::Script::kCommon;
    marked += (marked.empty() ? "" : changes ? "; " : " ") + folded;
  };
  for (char c : text) {
    if (c == '\n') {
      flush();
    } else {
      line += c;
    }
  }
  flush();
  for (std::string_view language : {" Arabic:", " Russian:", " Belarusian:", " Ukrainian:", " Persian:", " Farsi:"}) {
    for (size_t at = marked.find(language); at != std::string::npos; at = marked.find(language, at + 2)) {
      marked.insert(at, ";");
    }
  }
  return marked;
}

void add_aliases(Entity& entity, std::string_view text, bool bilingual) {
  std::string marked = with_breaks_marked(text);
  // "Ilia Vasilyevich or Vasilievich" gives variants of a part of a person's name: only bodies' names are parted there.
  if (entity.schema != Schema::kPerson) marked = with_or_marked(marked);
  for (const std::string& group : split_outside_brackets(marked, ";|")) {
    const std::vector<std::string> sides = split_slashes(group);
    for (size_t i = 0; i < sides.size(); ++i) {
      for (std::string& name : split_commas(sides[i], entity.schema)) {
        std::string_view language = take_language(name);
        if (language.empty() && bilingual && sides.size() == 2) language = i == 0 ? "en" : "fr";
        add_names(entity, Property::kAlias, name, {.language = language});
      }
    }
  }
}

// "Iranian Army/Armée iranienne": the name in both official languages. Returns whether it was.
bool add_body_names(Entity& entity, const std::string& text) {
  const std::vector<std::string> names = split_slashes(text);
  const bool bilingual = names.size() == 2;
  for (size_t i = 0; i < names.size(); ++i) {
    if (Value* value = add_text(entity, Property::kName, names[i])) {
      if (bilingual) value->language = i == 0 ? "en" : "fr";
    }
  }
  return bilingual;
}

std::string title_of(const XmlNode& record) {
  const std::string title = field(record, "TitleOrShip");
  return title.empty() ? field(record, "TitleOrShipType") : title;
}

void add_person_of(Entity& entity, const XmlNode& record) {
  const std::string last = field(record, "LastName");
  const std::string given = field(record, "GivenName");
  add_text(entity, Property::kName, join_words({given, last}));
  add_text(entity, Property::kFirstName, given);
  add_text(entity, Property::kLastName, last);
  for (const std::string& title : split(title_of(record), '/')) add_text(entity, Property::kTitle, title);
}

// "1963 or 1964" is two dates.
void add_dates(Entity& entity, Property property, const std::string& cell) {
  const std::string text = with_or_marked(cell);
  for (const std::string& date : split(text, ';')) add_date(entity, property, date);
}

Entity entity_of(const XmlNode& record) {
  const std::string body = field(record, "EntityOrShip");
  const std::string imo = field(record, "ShipIMONumber");
  const std::string title = title_of(record);
  const bool person = body.empty();
  const bool ship = !person && (!imo.empty() || !title.empty());
  Entity entity{.id = key_of(record)};
  entity.schema = person ? Schema::kPerson : ship ? Schema::kVessel : Schema::kOrganization;
  bool bilingual = false;
  if (person) {
    add_person_of(entity, record);
  } else {
    bilingual = add_body_names(entity, body);
    for (const std::string& type : split(title, '|')) add_text(entity, Property::kType, type);
    add_text(entity, Property::kImoNumber, imo);
  }
  add_aliases(entity, raw_field(record, "Aliases"), bilingual);
  const Property date = person ? Property::kBirthDate : ship ? Property::kBuildDate : Property::kIncorporationDate;
  add_dates(entity, date, field(record, "DateOfBirthOrShipBuildDate"));
  const std::string programme = field(record, "Country");
  if (Value* value = add_text(entity, Property::kProgram, english_part(programme))) {
    if (value->text != programme) value->original = programme;
  }
  add_text(entity, Property::kProvisions, join_words({field(record, "Schedule"), "item", field(record, "Item")}));
  add_date(entity, Property::kListingDate, field(record, "DateOfListing"));
  entity.add(Property::kTopics, "sanction");
  return entity;
}

}  // namespace

Result<ReadSummary> read_ca_sema_xml(Streams streams, const ReadOptions& options, EntitySink& sink) {
  if (streams.size() != 1) return fail(ErrorCode::kUsage, "the Canadian list is one file");
  ReadSummary summary;
  RecordGate gate(options, sink, summary);
  XmlRecordReader reader(std::move(streams.front()), {"record"}, options.limits);
  std::unordered_set<std::string> citations;
  UniqueIds ids;
  XmlNode record;
  for (;;) {
    VEDETTE_ASSIGN_OR_RETURN(const bool more, reader.next(record));
    if (!more) break;
    Entity entity = entity_of(record);
    const Where where{reader.name(), record.line, entity.schema == Schema::kPerson ? "LastName" : "EntityOrShip"};
    if (!citations.insert(entity.id).second) entity.id += "-" + sha256_hex(entity.caption()).substr(0, 8);
    VEDETTE_RETURN_IF_ERROR(accept_named(std::move(entity), ids, gate, where));
  }
  return summary;
}

}  // namespace vedette::lists
