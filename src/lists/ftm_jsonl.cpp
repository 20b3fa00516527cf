// FollowTheMoney entities, one JSON object a line (https://followthemoney.tech/docs/), as OpenSanctions publishes them.
// Things that hang on an entity are made its values: sanctions (programme, dates, reasons) and identity documents,
// which name it in "entity" or "holder". Lines with one id are fragments of one entity. Since such parts may come
// before or after it, everything is held until the end. The key is the file's own id.
#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <map>
#include <memory>
#include <unordered_map>

#include "entity/json.h"
#include "lists/json_lines.h"
#include "lists/readers.h"
#include "lists/record_gate.h"
#include "lists/values.h"

namespace vedette::lists {
namespace {

// Schemata that describe links, money or papers, not somebody who can be screened.
constexpr std::string_view kPassedOver[] = {
    "Article",
    "Assessment",
    "Associate",
    "Audio",
    "BankAccount",
    "Call",
    "Contract",
    "ContractAward",
    "CourtCase",
    "Debt",
    "Directorship",
    "Document",
    "Documentation",
    "EconomicActivity",
    "Email",
    "Employment",
    "Event",
    "Family",
    "Folder",
    "HyperText",
    "Image",
    "License",
    "Membership",
    "Mention",
    "Message",
    "Note",
    "Occupancy",
    "Ownership",
    "Package",
    "Page",
    "Pages",
    "Payment",
    "PlainText",
    "Position",
    "Post",
    "Project",
    "ProjectParticipant",
    "RealEstate",
    "Representation",
    "Similar",
    "Succession",
    "Table",
    "TaxRoll",
    "Trip",
    "UserAccount",
    "Video",
    "Workbook",
};

constexpr Property kOfSanction[] = {
    Property::kProgram,   Property::kProgramId,   Property::kProvisions,    Property::kReason,
    Property::kAuthority, Property::kAuthorityId, Property::kUnscReference, Property::kListingDate,
    Property::kStartDate, Property::kEndDate,
};

// A document or sanction, and the ids of whom it belongs to.
struct Part {
  Entity entity;
  std::vector<std::string> owners;
  std::vector<std::string> numbers;
};

bool is_part(Schema schema) {
  return schema == Schema::kSanction || is_a(schema, Schema::kIdentification);
}

bool is_link(Schema schema) {
  return schema == Schema::kUnknownLink || schema == Schema::kAddress;
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
    if (!entity) return refuse(entity.error(), std::move(where));
    if (is_link(entity->schema)) return pass_over(to_string(entity->schema));
    if (is_part(entity->schema)) return take_part(*std::move(entity), line.text);
    if (entity->id.empty()) {
      where.field = "id";
      return gate_.reject(std::move(where), "the entity has no id");
    }
    return merge(*std::move(entity), std::move(where));
  }

  Result<void> finish(ReadSummary& summary) {
    size_t orphans = 0;
    for (const Part& part : parts_) {
      bool found = false;
      for (const std::string& owner : part.owners) {
        const auto at = index_.find(owner);
        if (at == index_.end()) continue;
        attach(part, held_[at->second].entity);
        found = true;
      }
      orphans += found ? 0 : 1;
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

  Result<void> pass_over(std::string_view schema) {
    ++passed_over_[std::string(schema)];
    return {};
  }

  Result<void> refuse(const Error& error, Where where) {
    where.field = error.where.field;
    if (error.where.field == "schema") {
      for (std::string_view schema : kPassedOver) {
        if (error.message == fmt::format("unknown schema '{}'", schema)) return pass_over(schema);
      }
    }
    if (error.code == ErrorCode::kLimit) return fail(ErrorCode::kLimit, error.message, std::move(where));
    return gate_.reject(std::move(where), error.message);
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
    if (whole.values.size() <= limits_.values) return {};
    return fail(ErrorCode::kLimit, fmt::format("over the limit of {} values in one entity", limits_.values),
                std::move(where));
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

  Result<void> take_part(Entity&& entity, std::string_view line) {
    Part part{std::move(entity), {}, {}};
    simdjson::dom::object properties;
    if (!parser_.parse(line.data(), line.size())["properties"].get(properties)) {
      for (const char* name : {"entity", "holder"}) collect(properties, name, part.owners);
      collect(properties, "number", part.numbers);
    }
    parts_.push_back(std::move(part));
    return {};
  }

  static void attach(const Part& part, Entity& owner) {
    if (part.entity.schema == Schema::kSanction) {
      for (const Value& value : part.entity.values) {
        if (std::find(std::begin(kOfSanction), std::end(kOfSanction), value.property) != std::end(kOfSanction))
          owner.add(value);
      }
      return;
    }
    const bool passport = part.entity.schema == Schema::kPassport;
    for (const std::string& number : part.numbers) {
      owner.add({.property = passport ? Property::kPassportNumber : Property::kIdNumber,
                 .text = fold_spaces(number),
                 .label = std::string(part.entity.first(Property::kType)),
                 .country = std::string(part.entity.first(Property::kCountry))});
    }
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
