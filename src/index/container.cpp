#include "index/container.h"

#include <fmt/format.h>

#include <cstring>

#include "base/hash.h"

namespace vedette::index {
namespace {

constexpr size_t kAlignment = 64;
constexpr uint32_t kMaxSections = 1024;

struct Header {
  char magic[8];
  uint32_t version;
  uint32_t section_count;
  uint64_t file_size;
  uint64_t index_signature;
  uint64_t table_checksum;
};
static_assert(sizeof(Header) == 40);

struct Entry {
  uint32_t kind;
  uint32_t zero;
  uint64_t offset;
  uint64_t size;
  uint64_t checksum;
};
static_assert(sizeof(Entry) == 32);

uint64_t aligned(uint64_t offset) {
  return (offset + kAlignment - 1) / kAlignment * kAlignment;
}

uint64_t table_checksum(const Header& header, std::string_view entries) {
  std::string covered(reinterpret_cast<const char*>(&header), offsetof(Header, table_checksum));
  covered += entries;
  return checksum64(covered);
}

Unexpected damaged(const std::string& name, std::string_view why) {
  return fail(ErrorCode::kCorrupt, fmt::format("damaged image: {}", why), {.file = name});
}

Result<Header> read_header(std::string_view bytes, const std::string& name) {
  Header header;
  if (bytes.size() < sizeof header) return damaged(name, "shorter than its header");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::string_view(header.magic, 8) != kImageMagic) return damaged(name, "does not start as an image does");
  if (header.version != kImageVersion) {
    return fail(ErrorCode::kUnsupported,
                fmt::format("image of format version {}; this program reads version {}", header.version, kImageVersion),
                {.file = name});
  }
  if (header.file_size != bytes.size()) {
    return damaged(name, fmt::format("{} bytes where {} were written", bytes.size(), header.file_size));
  }
  if (header.section_count > kMaxSections || sizeof header + header.section_count * sizeof(Entry) > bytes.size()) {
    return damaged(name, "its table of sections does not fit");
  }
  return header;
}

}  // namespace

std::string_view to_string(SectionKind kind) {
  switch (kind) {
    case SectionKind::kInfo:
      return "info";
    case SectionKind::kEntityOffsets:
      return "entity_offsets";
    case SectionKind::kEntityBytes:
      return "entity_bytes";
    case SectionKind::kEntityNames:
      return "entity_names";
    case SectionKind::kNames:
      return "names";
    case SectionKind::kTokenFacts:
      return "token_facts";
    case SectionKind::kNameUnits:
      return "name_units";
    case SectionKind::kUnitReadings:
      return "unit_readings";
    case SectionKind::kUnitReadingOffsets:
      return "unit_reading_offsets";
    case SectionKind::kUnitKeys:
      return "unit_keys";
    case SectionKind::kUnitKeyOffsets:
      return "unit_key_offsets";
    case SectionKind::kUnitGroups:
      return "unit_groups";
    case SectionKind::kUnitGroupOffsets:
      return "unit_group_offsets";
    case SectionKind::kUnitTraits:
      return "unit_traits";
    case SectionKind::kUnitNames:
      return "unit_names";
    case SectionKind::kUnitNameOffsets:
      return "unit_name_offsets";
    case SectionKind::kExactKeys:
      return "exact_keys";
    case SectionKind::kExactUnits:
      return "exact_units";
    case SectionKind::kExactBuckets:
      return "exact_buckets";
    case SectionKind::kFuzzyText:
      return "fuzzy_text";
    case SectionKind::kFuzzyOffsets:
      return "fuzzy_offsets";
    case SectionKind::kFuzzyUnits:
      return "fuzzy_units";
    case SectionKind::kFuzzyUnitOffsets:
      return "fuzzy_unit_offsets";
    case SectionKind::kPieceBuckets:
      return "piece_buckets";
    case SectionKind::kPieceTags:
      return "piece_tags";
    case SectionKind::kPieceEntries:
      return "piece_entries";
    case SectionKind::kEvidence:
      return "evidence";
    case SectionKind::kDates:
      return "dates";
    case SectionKind::kCountries:
      return "countries";
    case SectionKind::kIdentifiers:
      return "identifiers";
    case SectionKind::kIdentifierKeys:
      return "identifier_keys";
    case SectionKind::kIdentifierEntities:
      return "identifier_entities";
    case SectionKind::kIdentifierBuckets:
      return "identifier_buckets";
  }
  return "unknown";
}

void ContainerWriter::add(SectionKind kind, std::string content) {
  sections_.emplace_back(kind, std::move(content));
}

std::string ContainerWriter::finish(uint64_t index_signature) && {
  std::string entries;
  uint64_t offset = aligned(sizeof(Header) + sections_.size() * sizeof(Entry));
  for (const auto& [kind, content] : sections_) {
    const Entry entry{static_cast<uint32_t>(kind), 0, offset, content.size(), checksum64(content)};
    entries.append(reinterpret_cast<const char*>(&entry), sizeof entry);
    offset = aligned(offset + content.size());
  }
  Header header{};
  std::memcpy(header.magic, kImageMagic.data(), kImageMagic.size());
  header.version = kImageVersion;
  header.section_count = static_cast<uint32_t>(sections_.size());
  header.file_size = offset;
  header.index_signature = index_signature;
  header.table_checksum = table_checksum(header, entries);

  std::string file;
  file.reserve(offset);
  file.append(reinterpret_cast<const char*>(&header), sizeof header);
  file += entries;
  for (auto& [kind, content] : sections_) {
    file.resize(aligned(file.size()));
    file += content;
    content = {};
  }
  file.resize(offset);
  return file;
}

Result<ContainerView> ContainerView::open(std::string_view bytes, const std::string& name) {
  VEDETTE_ASSIGN_OR_RETURN(const Header header, read_header(bytes, name));
  const auto entries = bytes.substr(sizeof(Header), header.section_count * sizeof(Entry));
  if (table_checksum(header, entries) != header.table_checksum)
    return damaged(name, "its table of sections is altered");
  ContainerView view;
  view.bytes_ = bytes;
  view.index_signature_ = header.index_signature;
  for (uint32_t i = 0; i < header.section_count; ++i) {
    Entry entry;
    std::memcpy(&entry, entries.data() + i * sizeof entry, sizeof entry);
    const Section section{static_cast<SectionKind>(entry.kind), entry.offset, entry.size, entry.checksum};
    if (entry.offset % kAlignment != 0 || entry.offset > bytes.size() || entry.size > bytes.size() - entry.offset) {
      return damaged(name, fmt::format("section {} lies outside the file", to_string(section.kind)));
    }
    if (checksum64(bytes.substr(entry.offset, entry.size)) != entry.checksum) {
      return damaged(name, fmt::format("section {} fails its checksum", to_string(section.kind)));
    }
    view.sections_.push_back(section);
  }
  return view;
}

std::string_view ContainerView::section(SectionKind kind) const {
  for (const Section& section : sections_) {
    if (section.kind == kind) return bytes_.substr(section.offset, section.size);
  }
  return {};
}

}  // namespace vedette::index
