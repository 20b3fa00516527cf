// FollowTheMoney entities, one JSON object a line (https://followthemoney.tech/docs/), as OpenSanctions publishes them.
// Things that hang on an entity are made its values: sanctions (programme, dates, reasons), identity documents and
// wallets, which name it in "entity" or "holder", and links, whose "subject" it is, and notes of names
// (entity/ftm_export.h writes them so). A wallet whose holder is not in the file is a record of its own. Lines with one
// id are fragments of one entity. Since such parts may come before or after it, everything is held until the end. The
// key is the file's own id. "details", which our own export can write, says what FollowTheMoney has no place for:
// script, original, "circa" ….
#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <map>
#include <memory>
#include <unordered_map>

#include "entity/ftm_export.h"
#include "entity/json.h"
#include "lists/json_lines.h"
#include "lists/readers.h"
#include "lists/record_gate.h"
#include "lists/values.h"

namespace vedette::lists {
namespace {

// Schemata that describe links, money or papers, not somebody who can be screened.
constexpr std::string_view kPassedOver[] = {
    "Article",       "Assessment",       "Associate", "Audio",      "BankAccount",  "Call",
    "Contract",      "ContractAward",    "CourtCase", "Debt",       "Directorship", "Document",
    "Documentation", "EconomicActivity", "Email",     "Employment", "Event",        "Family",
    "Folder",        "HyperText",        "Image",     "License",    "Membership",   "Mention",
    "Message",       "Occupancy",        "Ownership", "Package",    "Page",         "Pages",
    "Payment",       "PlainText",        "Position",  "Post",       "Project",      "ProjectParticipant",
    "RealEstate",    "Representation",   "Similar",   "Succession", "Table",        "TaxRoll",
    "Trip",          "UserAccount",      "Video",     "Workbook",
};

constexpr Property kOfSanction[] = {
    Property::kProgram,   Property::kProgramId,   Property::kProvisions,    Property::kReason,
    Property::kAuthority, Property::kAuthorityId, Property::kUnscReference, Property::kListingDate,
    Property::kStartDate, Property::kEndDate,
};

// A document, sanction, wallet or link, and the ids of whom it belongs to.
struct Part {
  Entity entity;
  Where where;
  std::vector<std::string> owners;
  std::vector<std::string> numbers;  // of a document
  std::vector<std::string> objects;  // ids of whom a link leads to
  std::vector<std::string> names;    // of whom a note speaks
  std::vector<std::string> roles;    // of a link or note
  bool is_note = false;
};

bool is_part(Schema schema) {
  return schema == Schema::kSanction || schema == Schema::kCryptoWallet || schema == Schema::kUnknownLink ||
         is_a(schema, Schema::kIdentification);
}

class FtmReader {
 public:
  FtmReader(const std::string& file, const ReadOptions& options, RecordGate& gate) : file_(file), gate_(gate) {
    limits_.values = options.limits.values_per_record;
    limits_.value_bytes = options.limits.field_bytes;
    limits_.bytes = options.limits.line_bytes;
  }

  Result<void> read_line(const TextLine& line) {
    Where where{file_, line.number, ""};
    auto entity = parse_entity_json(line.text, limits_);
    if (!entity && is_unknown_schema(entity.error(), "Note")) return take_note(std::move(where), line.text);
    if (!entity) return refuse(entity.error(), std::move(where));
    if (entity->schema == Schema::kAddress) return pass_over(to_string(entity->schema));
    if (is_part(entity->schema)) return take_part(*std::move(entity), std::move(where), line.text);
    add_details(*entity, line.text);
    return merge_named(*std::move(entity), std::move(where));
  }

  Result<void> finish(ReadSummary& summary) {
    size_t orphans = 0;
    for (Part& part : parts_) {
      VEDETTE_ASSIGN_OR_RETURN(const bool attached, attach_to_owners(part));
      if (attached) continue;
      if (part.entity.schema == Schema::kCryptoWallet) {
        VEDETTE_RETURN_IF_ERROR(merge_named(std::move(part.entity), std::move(part.where)));
      } else if (part.entity.schema == Schema::kUnknownLink) {
        VEDETTE_RETURN_IF_ERROR(pass_over(part.is_note ? "Note" : to_string(part.entity.schema)));
      } else {
        ++orphans;
      }
    }
    for (Held& held : held_) VEDETTE_RETURN_IF_ERROR(gate_.accept(std::move(held.entity), held.where));
    for (const auto& [schema, count] : passed_over_) {
      summary.notes.push_back(fmt::format("{}: {} entities of schema {} were passed over", file_, count, schema));
    }
    if (orphans > 0) {
      summary.notes.push_back(
          fmt::format("{}: {} sanctions or documents belong to no entity of the file", file_, orphans));
    }
    return {};
  }

 private:
  struct Held {
    Entity entity;
    Where where;
  };

  static bool is_unknown_schema(const Error& error, std::string_view schema) {
    return error.where.field == "schema" && error.message == fmt::format("unknown schema '{}'", schema);
  }

  Result<void> pass_over(std::string_view schema) {
    ++passed_over_[std::string(schema)];
    return {};
  }

  Result<void> refuse(const Error& error, Where where) {
    where.field = error.where.field;
    for (std::string_view schema : kPassedOver) {
      if (is_unknown_schema(error, schema)) return pass_over(schema);
    }
    if (error.code == ErrorCode::kLimit) return fail(ErrorCode::kLimit, error.message, std::move(where));
    return gate_.reject(std::move(where), error.message);
  }

  Result<void> merge_named(Entity&& entity, Where where) {
    if (!entity.id.empty()) return merge(std::move(entity), std::move(where));
    where.field = "id";
    return gate_.reject(std::move(where), "the entity has no id");
  }

  Result<void> merge(Entity&& entity, Where where) {
    entity.datasets.clear();
    const auto [at, is_new] = index_.try_emplace(entity.id, held_.size());
    if (is_new) {
      held_.push_back({std::move(entity), std::move(where)});
      return {};
    }
    Entity& whole = held_[at->second].entity;
    if (is_a(entity.schema, whole.schema)) whole.schema = entity.schema;
    for (Value& value : entity.values) whole.add(std::move(value));
    return check_size(whole, where);
  }

  Result<void> check_size(const Entity& entity, const Where& where) const {
    if (entity.values.size() <= limits_.values) return {};
    return fail(ErrorCode::kLimit, fmt::format("over the limit of {} values in one entity", limits_.values), where);
  }

  // What "details" says of the values that the entity has (entity/json.h).
  void add_details(Entity& entity, std::string_view line) {
    simdjson::dom::array details;
    if (line.find("\"details\"") == std::string_view::npos) return;
    if (parser_.parse(line.data(), line.size())["details"].get(details)) return;
    const size_t own = entity.values.size();
    for (simdjson::dom::element each : details) {
      Value told;
      if (entity.values.size() >= limits_.values || !read_detail(each, told)) continue;
      const auto end = entity.values.begin() + static_cast<std::ptrdiff_t>(own);
      const auto value = std::find_if(entity.values.begin(), end, [&](const Value& other) {
        return other.property == told.property && other.text == told.text;
      });
      if (value == end) continue;
      // The source may have one text twice, as two things.
      if (value->label.empty() || value->label == told.label) {
        *value = std::move(told);
      } else {
        entity.add(std::move(told));
      }
    }
  }

  // Whether it is one of a property that we know.
  static bool read_detail(simdjson::dom::element detail, Value& value) {
    const auto text = [&](std::string_view key) {
      std::string_view found;
      return detail[key].get(found) ? std::string() : std::string(found);
    };
    const auto property = find_property(text("property"));
    if (!property) return false;
    value.property = *property;
    value.text = text("value");
    value.original = text("original");
    value.label = text("label");
    value.script = text("script");
    value.country = text("country");
    value.language = text("language");
    value.source_id = text("source_id");
    if (detail["circa"].get(value.circa)) value.circa = false;
    return true;
  }

  // Whether some owner is in the file, and the part was of use to it.
  Result<bool> attach_to_owners(const Part& part) {
    bool attached = false;
    for (const std::string& owner : part.owners) {
      const auto at = index_.find(owner);
      if (at == index_.end()) continue;
      Held& held = held_[at->second];
      attached = attach(part, held.entity) || attached;
      VEDETTE_RETURN_IF_ERROR(check_size(held.entity, part.where));
    }
    return attached;
  }

  // Strings of one property of the raw line: "entity" and "number" are none of ours.
  static void collect(const simdjson::dom::object& properties, std::string_view name, std::vector<std::string>& texts) {
    simdjson::dom::array values;
    if (properties[name].get(values)) return;
    for (simdjson::dom::element value : values) {
      std::string_view text;
      if (!value.get(text)) texts.emplace_back(text);
    }
  }

  Result<void> take_part(Entity&& entity, Where where, std::string_view line) {
    Part part{.entity = std::move(entity), .where = std::move(where)};
    simdjson::dom::object properties;
    if (!parser_.parse(line.data(), line.size())["properties"].get(properties)) {
      for (const char* name : {"entity", "holder", "subject"}) collect(properties, name, part.owners);
      collect(properties, "number", part.numbers);
      collect(properties, "object", part.objects);
      collect(properties, "role", part.roles);
    }
    parts_.push_back(std::move(part));
    return {};
  }

  // A note of names is a link to those who bear them.
  Result<void> take_note(Where where, std::string_view line) {
    Part part{.entity = {.schema = Schema::kUnknownLink}, .where = std::move(where), .is_note = true};
    simdjson::dom::object properties;
    if (!parser_.parse(line.data(), line.size())["properties"].get(properties)) {
      collect(properties, "entity", part.owners);
      collect(properties, "namesMentioned", part.names);
      collect(properties, "description", part.roles);
    }
    if (part.names.empty()) return pass_over("Note");
    parts_.push_back(std::move(part));
    return {};
  }

  // Whether the part had something to say.
  bool attach(const Part& part, Entity& owner) const {
    if (part.entity.schema == Schema::kSanction) return attach_sanction(part, owner);
    if (part.entity.schema == Schema::kUnknownLink) return attach_link(part, owner);
    if (part.entity.schema == Schema::kCryptoWallet) return attach_wallet(part, owner);
    return attach_document(part, owner);
  }

  static bool attach_sanction(const Part& part, Entity& owner) {
    for (const Value& value : part.entity.values) {
      if (std::find(std::begin(kOfSanction), std::end(kOfSanction), value.property) != std::end(kOfSanction))
        owner.add(value);
    }
    return true;
  }

  // Names of whom a link leads to, as far as they are in the file.
  bool attach_link(const Part& part, Entity& owner) const {
    std::vector<std::string> names = part.names;
    for (const std::string& object : part.objects) {
      const auto at = index_.find(object);
      if (at != index_.end()) names.emplace_back(held_[at->second].entity.caption());
    }
    const std::string role = part.roles.empty() ? std::string() : fold_spaces(part.roles.front());
    const Property property = property_of_ftm_role(role);
    for (const std::string& name : names) {
      owner.add({.property = property,
                 .text = fold_spaces(name),
                 .label = ftm_role(property) == role ? std::string() : role});
    }
    return !names.empty();
  }

  static bool attach_wallet(const Part& part, Entity& owner) {
    const auto keys = part.entity.texts(Property::kPublicKey);
    for (std::string_view key : keys) {
      owner.add({.property = Property::kWalletAddress,
                 .text = std::string(key),
                 .label = std::string(part.entity.first(Property::kCurrency))});
    }
    return !keys.empty();
  }

  // A number that the owner has already, without a word on what it is, gets that word.
  static bool attach_document(const Part& part, Entity& owner) {
    const bool passport = part.entity.schema == Schema::kPassport;
    for (const std::string& number : part.numbers) {
      Value value{.property = passport ? Property::kPassportNumber : Property::kIdNumber,
                  .text = fold_spaces(number),
                  .label = std::string(part.entity.first(Property::kType)),
                  .country = std::string(part.entity.first(Property::kCountry))};
      const auto same = std::find_if(owner.values.begin(), owner.values.end(), [&](const Value& other) {
        const bool same_kind =
            other.property == value.property || (!passport && other.property == Property::kSocialSecurityNumber);
        return same_kind && other.text == value.text && (other.label.empty() || other.label == value.label);
      });
      if (same == owner.values.end()) {
        owner.add(std::move(value));
      } else {
        same->label = std::move(value.label);
        if (same->country.empty()) same->country = std::move(value.country);
      }
    }
    return true;
  }

  std::string file_;
  RecordGate& gate_;
  EntityLimits limits_;
  simdjson::dom::parser parser_;
  std::vector<Held> held_;
  std::vector<Part> parts_;
  std::unordered_map<std::string, size_t> index_;
  std::map<std::string, size_t> passed_over_;
};

}  // namespace

Result<ReadSummary> read_ftm_jsonl(Streams streams, const ReadOptions& options, EntitySink& sink) {
  if (streams.size() != 1) return fail(ErrorCode::kUsage, "entities are read from one file");
  ReadSummary summary;
  RecordGate gate(options, sink, summary);
  LineReader lines(std::move(streams.front()), options.limits);
  FtmReader reader(lines.name(), options, gate);
  TextLine line;
  uint64_t count = 0;
  for (;;) {
    VEDETTE_ASSIGN_OR_RETURN(const bool more, lines.next(line));
    if (!more) break;
    if (++count > options.limits.records) {
      return fail(ErrorCode::kLimit, fmt::format("over the limit of {} records", options.limits.records),
                  {lines.name(), line.number, ""});
    }
    VEDETTE_RETURN_IF_ERROR(reader.read_line(line));
  }
  VEDETTE_RETURN_IF_ERROR(reader.finish(summary));
  return summary;
}

}  // namespace vedette::lists
