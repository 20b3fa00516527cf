// OFAC's legacy XML (SDN.XML, CONSOLIDATED.XML), in the old namespace and the new one: they differ in nothing else.
// Ids are those of the CSV: "ofac-" and uid. An element that this reader does not know is named in a note.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <unordered_set>

#include "lists/dates.h"
#include "lists/readers.h"
#include "lists/record_gate.h"
#include "lists/us_ofac_fields.h"
#include "lists/us_ofac_remarks.h"
#include "lists/xml.h"

namespace vedette::lists {
namespace {

constexpr auto kKnownElements = std::to_array<std::string_view>(
    {"uid", "firstName", "lastName", "title", "sdnType", "remarks", "programList", "idList", "akaList", "addressList",
     "nationalityList", "citizenshipList", "dateOfBirthList", "placeOfBirthList", "vesselInfo"});
constexpr size_t kMostUnknownNamed = 20;

bool is_number(std::string_view text) {
  constexpr size_t kMostDigits = 18;
  return !text.empty() && text.size() <= kMostDigits &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "LAST, First", as the CSV has it.
std::string published_name(const XmlNode& node) {
  std::string last = node.text_of("lastName");
  std::string first = node.text_of("firstName");
  if (first.empty()) return last;
  return last.empty() ? first : last + ", " + first;
}

// Calls `use` for each child of the list element; nothing if there is no such list.
template <typename Use>
void each(const XmlNode& record, std::string_view list, Use use) {
  if (const XmlNode* node = record.child(list); node != nullptr) {
    for (const XmlNode& item : node->children) use(item);
  }
}

void add_ids(Entity& entity, const XmlNode& record) {
  each(record, "idList", [&](const XmlNode& id) {
    const std::string label = id.text_of("idType");
    const std::string value = id.text_of("idNumber");
    const std::string country = id.text_of("idCountry");
    const std::string uid = id.text_of("uid");
    std::string original = label + " " + value;
    if (!country.empty()) original += " (" + country + ")";
    const std::string issued = id.text_of("issueDate");
    const std::string expires = id.text_of("expirationDate");
    if (!issued.empty()) original += " issued " + issued;
    if (!expires.empty()) original += " expires " + expires;
    if (!add_ofac_fact(entity, {label, value, country, original, uid})) add_ofac_note(entity, original);
  });
}

void add_aliases(Entity& entity, const XmlNode& record) {
  each(record, "akaList", [&](const XmlNode& aka) {
    Value value;
    const bool former = aka.text_of("type") == "f.k.a.";
    const bool weak = aka.text_of("category") == "weak";
    value.property = former ? Property::kPreviousName : weak ? Property::kWeakAlias : Property::kAlias;
    value.text = published_name(aka);
    value.source_id = aka.text_of("uid");
    entity.add(std::move(value));
  });
}

void add_addresses(Entity& entity, const XmlNode& record) {
  each(record, "addressList", [&](const XmlNode& address) {
    const auto joined = [&](std::initializer_list<const char*> names) {
      std::string line;
      for (const char* name : names) {
        const std::string part = address.text_of(name);
        if (!part.empty()) line += (line.empty() ? "" : ", ") + part;
      }
      return line;
    };
    // The CSV has city, state and postal code as one field with blanks between: "London EC3N 1DY".
    const std::string place = joined({"city", "stateOrProvince"});
    const std::string code = address.text_of("postalCode");
    const std::string city = place.empty() || code.empty() ? place + code : place + " " + code;
    add_ofac_address(
        entity,
        {joined({"address1", "address2", "address3"}), city, address.text_of("country"), {}, address.text_of("uid")});
  });
}

void add_countries(Entity& entity, const XmlNode& record) {
  each(record, "nationalityList", [&](const XmlNode& item) {
    add_ofac_country(entity, Property::kNationality, item.text_of("country"), item.text_of("uid"));
  });
  each(record, "citizenshipList", [&](const XmlNode& item) {
    add_ofac_country(entity, Property::kCitizenship, item.text_of("country"), item.text_of("uid"));
  });
}

void add_birth(Entity& entity, const XmlNode& record) {
  each(record, "dateOfBirthList", [&](const XmlNode& item) {
    const std::string text = item.text_of("dateOfBirth");
    if (!add_ofac_date(entity, Property::kBirthDate, text, {}, item.text_of("uid"))) {
      add_ofac_note(entity, text.empty() ? text : "DOB " + text);
    }
  });
  each(record, "placeOfBirthList",
       [&](const XmlNode& item) { add_ofac_birth_place(entity, item.text_of("placeOfBirth"), item.text_of("uid")); });
}

void add_vessel(Entity& entity, const XmlNode& record) {
  entity.add(Property::kCallSign, record.text_of("vesselInfo/callSign"));
  entity.add(Property::kType, record.text_of("vesselInfo/vesselType"));
  entity.add(Property::kTonnage, record.text_of("vesselInfo/tonnage"));
  entity.add(Property::kGrossRegisteredTonnage, record.text_of("vesselInfo/grossRegisteredTonnage"));
  add_ofac_country(entity, Property::kFlag, record.text_of("vesselInfo/vesselFlag"));
  entity.add(Property::kOwner, record.text_of("vesselInfo/vesselOwner"));
}

Entity entity_of(const XmlNode& record, Schema schema) {
  Entity entity;
  entity.id = "ofac-" + record.text_of("uid");
  entity.schema = schema;
  entity.add(Property::kName, published_name(record));
  add_aliases(entity, record);
  each(record, "programList",
       [&](const XmlNode& program) { entity.add(Property::kProgram, fold_spaces(program.text)); });
  add_ofac_title(entity, record.text_of("title"));
  add_vessel(entity, record);
  add_addresses(entity, record);
  add_countries(entity, record);
  add_birth(entity, record);
  add_ids(entity, record);
  read_ofac_remarks(entity, record.text_of("remarks"), RemarkEnd::kUnstopped);
  entity.add(Property::kTopics, "sanction");
  finish_ofac_names(entity);
  return entity;
}

class Reader {
 public:
  Reader(const ReadOptions& options, EntitySink& sink) : options_(options), gate_(options, sink, summary_) {}

  Result<ReadSummary> read(std::unique_ptr<InputStream> stream) {
    XmlRecordReader reader(std::move(stream), {"publshInformation", "sdnEntry"}, options_.limits);
    name_ = reader.name();
    XmlNode record;
    for (;;) {
      VEDETTE_ASSIGN_OR_RETURN(const bool more, reader.next(record));
      if (!more) break;
      if (record.name == "publshInformation")
        read_publication(record);
      else
        VEDETTE_RETURN_IF_ERROR(read_entry(record));
    }
    if (reader.root().name != "sdnList") {
      return fail(ErrorCode::kInvalidInput, fmt::format("<sdnList> is due, not <{}>", reader.root().name),
                  {name_, 0, ""});
    }
    check_count();
    return std::move(summary_);
  }

 private:
  void read_publication(const XmlNode& record) {
    const std::string date = record.text_of("Publish_Date");
    summary_.published = parse_list_date(date, DateOrder::kMonthFirst);
    if (!summary_.published && !date.empty()) {
      summary_.notes.push_back(fmt::format("{}: Publish_Date '{}' is no date", name_, date));
    }
    const std::string count = record.text_of("Record_Count");
    if (is_number(count)) summary_.declared_records = std::stoull(count);
  }

  Result<void> read_entry(const XmlNode& record) {
    const auto reject = [&](const char* field, std::string reason) {
      return gate_.reject({name_, record.line, field}, std::move(reason));
    };
    const std::string uid = record.text_of("uid");
    if (!is_number(uid)) return reject("uid", fmt::format("'{}' is no number", uid));
    const auto schema = ofac_schema(record.text_of("sdnType"));
    if (!schema) return reject("sdnType", fmt::format("unknown type '{}'", record.text_of("sdnType")));
    if (published_name(record).empty()) return reject("lastName", "is empty");
    if (!seen_.insert(std::stoull(uid)).second) return reject("uid", fmt::format("number {} stands here twice", uid));
    note_unknown(record);
    return gate_.accept(entity_of(record, *schema), {name_, record.line, ""});
  }

  void note_unknown(const XmlNode& record) {
    for (const XmlNode& child : record.children) {
      const bool known = std::find(kKnownElements.begin(), kKnownElements.end(), child.name) != kKnownElements.end();
      if (known || unknown_.size() >= kMostUnknownNamed || !unknown_.insert(child.name).second) continue;
      summary_.notes.push_back(
          fmt::format("{}:{}: element <{}> is not known and was passed over", name_, child.line, child.name));
    }
  }

  void check_count() {
    if (!summary_.declared_records || *summary_.declared_records == summary_.records) return;
    summary_.notes.push_back(fmt::format("{} says that it has {} records; {} were read", name_,
                                         *summary_.declared_records, summary_.records));
  }

  const ReadOptions& options_;
  ReadSummary summary_;
  RecordGate gate_;
  std::string name_;
  std::unordered_set<uint64_t> seen_;
  std::set<std::string> unknown_;
};

}  // namespace

Result<ReadSummary> read_us_ofac_xml(Streams streams, const ReadOptions& options, EntitySink& sink) {
  if (streams.size() != 1) return fail(ErrorCode::kInvalidInput, "one XML file is due");
  return Reader(options, sink).read(std::move(streams.front()));
}

}  // namespace vedette::lists
