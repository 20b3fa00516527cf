#include "story/timeline_dossier.h"

#include <simdjson.h>

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace vedette::story {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr size_t kMostWords = 400;  // code points of an event's words
constexpr int kStatuses = static_cast<int>(Status::kDenied) + 1;

// One JSON object, and how it is called in errors: "events[3]".
class Reader {
 public:
  Reader(object value, const Where& where, std::string path) : value_(value), where_(where), path_(std::move(path)) {}

  Unexpected wrong(std::string_view name, std::string message) const {
    return fail(ErrorCode::kInvalidInput, std::move(message), {where_.file, where_.line, member(name)});
  }

  /// False where it is absent or null.
  bool get(std::string_view name, element& into) const {
    return value_[name].get(into) == simdjson::SUCCESS && !into.is_null();
  }

  Result<void> text(std::string_view name, std::string& into) const {
    element found;
    if (!get(name, found)) return {};
    std::string_view words;
    if (found.get(words) != simdjson::SUCCESS) return wrong(name, "this is not text");
    into = words;
    return {};
  }

  Result<void> texts(std::string_view name, std::vector<std::string>& into) const {
    return each(name, [&](element item, const std::string& path) -> Result<void> {
      std::string_view words;
      if (item.get(words) != simdjson::SUCCESS) {
        return fail(ErrorCode::kInvalidInput, "this is not text", {where_.file, where_.line, path});
      }
      into.emplace_back(words);
      return {};
    });
  }

  Result<void> number(std::string_view name, std::optional<double>& into) const {
    element found;
    if (!get(name, found)) return {};
    double value = 0;
    if (found.get(value) != simdjson::SUCCESS) return wrong(name, "this is no number");
    into = value;
    return {};
  }

  Result<void> day(std::string_view name, std::optional<DayNumber>& into) const {
    std::string words;
    VEDETTE_RETURN_IF_ERROR(text(name, words));
    if (words.empty()) return {};
    const auto parsed = parse_day(words);
    if (!parsed) return wrong(name, "this is no date");
    into = *parsed;
    return {};
  }

  /// Calls `take` with each object of a list.
  template <typename Take>
  Result<void> objects(std::string_view name, const Take& take) const {
    return each(name, [&](element item, const std::string& path) -> Result<void> {
      object inner;
      if (item.get(inner) != simdjson::SUCCESS) {
        return fail(ErrorCode::kInvalidInput, "this is no object", {where_.file, where_.line, path});
      }
      return take(Reader(inner, where_, path));
    });
  }

  /// One object; `take` is not called where it is absent.
  template <typename Take>
  Result<void> child(std::string_view name, const Take& take) const {
    element found;
    if (!get(name, found)) return {};
    object inner;
    if (found.get(inner) != simdjson::SUCCESS) return wrong(name, "this is no object");
    return take(Reader(inner, where_, member(name)));
  }

  /// A list of two whole numbers, as spans are.
  Result<std::optional<Range>> range(std::string_view name) const {
    element found;
    if (!get(name, found)) return std::optional<Range>();
    array ends;
    uint64_t begin = 0, end = 0;
    const bool sound = found.get(ends) == simdjson::SUCCESS && ends.size() == 2 &&
                       ends.at(0).get(begin) == simdjson::SUCCESS && ends.at(1).get(end) == simdjson::SUCCESS &&
                       begin <= end && end <= UINT32_MAX;
    if (!sound) return wrong(name, "this is no span");
    return std::optional(Range{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
  }

 private:
  std::string member(std::string_view name) const { return path_ + (path_.empty() ? "" : ".") + std::string(name); }

  template <typename Take>
  Result<void> each(std::string_view name, const Take& take) const {
    element found;
    if (!get(name, found)) return {};
    array items;
    if (found.get(items) != simdjson::SUCCESS) return wrong(name, "this is no list");
    size_t index = 0;
    for (const element item : items) {
      if (index == kMaxDossierItems)
        return fail(ErrorCode::kLimit, "the list is too long", {where_.file, where_.line, member(name)});
      VEDETTE_RETURN_IF_ERROR(take(item, member(name) + "[" + std::to_string(index++) + "]"));
    }
    return {};
  }

  object value_;
  const Where& where_;
  std::string path_;
};

Result<ToldHit> read_hit(const Reader& from) {
  ToldHit hit;
  std::optional<double> score;
  VEDETTE_RETURN_IF_ERROR(from.text("id", hit.id));
  VEDETTE_RETURN_IF_ERROR(from.text("list", hit.list));
  VEDETTE_RETURN_IF_ERROR(from.text("caption", hit.caption));
  VEDETTE_RETURN_IF_ERROR(from.number("score", score));
  hit.score = score.value_or(0);
  return hit;
}

Result<void> read_role(const Reader& from, ToldParty& party) {
  std::string title, of;
  VEDETTE_RETURN_IF_ERROR(from.text("title", title));
  VEDETTE_RETURN_IF_ERROR(from.text("of", of));
  if (!title.empty()) party.titles.push_back(of.empty() ? title : title + ", " + of);
  return {};
}

Result<ToldParty> read_party(const Reader& from, std::string kind) {
  ToldParty party{.kind = std::move(kind)};
  VEDETTE_RETURN_IF_ERROR(from.text("name", party.name));
  if (party.name.empty()) return from.wrong("name", "there is no name");
  VEDETTE_RETURN_IF_ERROR(from.text(party.kind == "vessel" ? "flag" : "country", party.country));
  VEDETTE_RETURN_IF_ERROR(from.text("imo", party.imo));
  VEDETTE_RETURN_IF_ERROR(from.texts("aliases", party.aliases));
  VEDETTE_RETURN_IF_ERROR(from.objects("roles", [&](const Reader& role) { return read_role(role, party); }));
  VEDETTE_RETURN_IF_ERROR(from.objects("listed", [&](const Reader& item) -> Result<void> {
    VEDETTE_ASSIGN_OR_RETURN(auto hit, read_hit(item));
    party.listed.push_back(std::move(hit));
    return {};
  }));
  return party;
}

Result<ToldPlace> read_place(const Reader& from) {
  ToldPlace place;
  std::optional<double> latitude, longitude;
  VEDETTE_RETURN_IF_ERROR(from.text("name", place.name));
  VEDETTE_RETURN_IF_ERROR(from.text("kind", place.kind));
  VEDETTE_RETURN_IF_ERROR(from.text("country", place.country));
  VEDETTE_RETURN_IF_ERROR(from.number("lat", latitude));
  VEDETTE_RETURN_IF_ERROR(from.number("lon", longitude));
  if (latitude && (*latitude < -90 || *latitude > 90)) return from.wrong("lat", "this is no latitude");
  if (longitude && (*longitude < -180 || *longitude > 180)) return from.wrong("lon", "this is no longitude");
  if (latitude && longitude) place.at = Coordinates{*latitude, *longitude};
  return place;
}

std::optional<Status> status_named(std::string_view name) {
  for (int i = 0; i < kStatuses; ++i) {
    if (to_string(static_cast<Status>(i)) == name) return static_cast<Status>(i);
  }
  return std::nullopt;
}

std::string words_of(const std::u32string& text, std::optional<Range> range) {
  if (!range || range->begin >= text.size()) return {};
  const size_t count = std::min<size_t>(range->end - range->begin, kMostWords);
  std::u32string piece = text.substr(range->begin, count);
  std::replace(piece.begin(), piece.end(), U'\n', U' ');
  return to_utf8(piece);
}

Result<void> read_when(const Reader& from, ToldEvent& event) {
  VEDETTE_RETURN_IF_ERROR(from.text("text", event.when));
  VEDETTE_RETURN_IF_ERROR(from.day("start", event.start));
  return from.day("end", event.end);
}

Result<ToldEvent> read_event(const Reader& from, const std::u32string& text) {
  ToldEvent event;
  std::string type, status;
  VEDETTE_RETURN_IF_ERROR(from.text("id", event.id));
  VEDETTE_RETURN_IF_ERROR(from.text("type", type));
  VEDETTE_RETURN_IF_ERROR(from.text("status", status));
  const auto known = event_type(type);
  if (!known) return from.wrong("type", "there is no such type of event");
  event.type = *known;
  const auto how = status_named(status);
  if (!status.empty() && !how) return from.wrong("status", "there is no such status");
  event.status = how.value_or(Status::kOccurred);
  VEDETTE_RETURN_IF_ERROR(from.texts("actors", event.actors));
  VEDETTE_RETURN_IF_ERROR(from.texts("recipients", event.recipients));
  VEDETTE_RETURN_IF_ERROR(from.texts("goods", event.goods));
  VEDETTE_RETURN_IF_ERROR(from.texts("according_to", event.according_to));
  VEDETTE_RETURN_IF_ERROR(from.text("place", event.place));
  VEDETTE_RETURN_IF_ERROR(from.text("same_as", event.same_as));
  VEDETTE_RETURN_IF_ERROR(from.child("when", [&](const Reader& when) { return read_when(when, event); }));
  if (event.start && event.end && *event.end < *event.start) return from.wrong("when", "it ends before it begins");
  VEDETTE_ASSIGN_OR_RETURN(const auto evidence, from.range("evidence"));
  event.words = words_of(text, evidence);
  return event;
}

Result<ToldFlag> read_flag(const Reader& from) {
  ToldFlag flag;
  VEDETTE_RETURN_IF_ERROR(from.text("event", flag.event));
  VEDETTE_RETURN_IF_ERROR(from.text("provision", flag.provision));
  VEDETTE_RETURN_IF_ERROR(from.text("level", flag.level));
  return flag;
}

Result<std::u32string> read_story(const Reader& from, ToldStory& story) {
  std::string text;
  VEDETTE_RETURN_IF_ERROR(from.text("id", story.id));
  VEDETTE_RETURN_IF_ERROR(from.text("title", story.title));
  VEDETTE_RETURN_IF_ERROR(from.text("outlet", story.outlet));
  VEDETTE_RETURN_IF_ERROR(from.text("url", story.url));
  VEDETTE_RETURN_IF_ERROR(from.text("sha256", story.sha256));
  VEDETTE_RETURN_IF_ERROR(from.day("published", story.published));
  VEDETTE_RETURN_IF_ERROR(from.text("text", text));
  return to_utf32(text);
}

// Items of a list, each read by `read` and put at the end of `into`.
template <typename Item, typename Read>
Result<void> collect(const Reader& from, std::string_view name, std::vector<Item>& into, const Read& read) {
  return from.objects(name, [&](const Reader& item) -> Result<void> {
    VEDETTE_ASSIGN_OR_RETURN(auto made, read(item));
    into.push_back(std::move(made));
    return {};
  });
}

}  // namespace

Result<ToldStory> read_dossier(std::string_view json, std::string_view file, uint64_t line) {
  const Where where{std::string(file), line, ""};
  if (json.size() > kMaxDossierBytes) return fail(ErrorCode::kLimit, "the dossier is larger than 256 MiB", where);
  simdjson::dom::parser parser;
  element root;
  object value;
  if (parser.allocate(std::max<size_t>(json.size(), 64), kMaxDossierDepth) != simdjson::SUCCESS) {
    return fail(ErrorCode::kLimit, "out of memory", where);
  }
  const simdjson::padded_string padded(json);
  if (const auto error = parser.parse(padded).get(root)) {
    const auto code = error == simdjson::DEPTH_ERROR ? ErrorCode::kLimit : ErrorCode::kInvalidInput;
    return fail(code, std::string("this is not JSON: ") + simdjson::error_message(error), where);
  }
  if (root.get(value) != simdjson::SUCCESS) return fail(ErrorCode::kInvalidInput, "this is no JSON object", where);
  const Reader reader(value, where, "");
  ToldStory story{.file = std::string(file)};
  element there;
  if (!reader.get("story", there)) return reader.wrong("story", "this is no dossier: there is no story");
  std::u32string text;
  VEDETTE_RETURN_IF_ERROR(reader.child("story", [&](const Reader& of) -> Result<void> {
    VEDETTE_ASSIGN_OR_RETURN(text, read_story(of, story));
    return {};
  }));
  for (const auto& [name, kind] :
       {std::pair("people", "person"), std::pair("organizations", "organization"), std::pair("vessels", "vessel")}) {
    VEDETTE_RETURN_IF_ERROR(
        collect(reader, name, story.parties, [&](const Reader& of) { return read_party(of, kind); }));
  }
  VEDETTE_RETURN_IF_ERROR(collect(reader, "places", story.places, read_place));
  VEDETTE_RETURN_IF_ERROR(
      collect(reader, "events", story.events, [&](const Reader& of) { return read_event(of, text); }));
  VEDETTE_RETURN_IF_ERROR(collect(reader, "flags", story.flags, read_flag));
  return story;
}

}  // namespace vedette::story
