#include "index/container.h"

namespace vedette::index {
namespace {

const ContainerFormat kImageFormat{kImageMagic, kImageVersion, "image",
                                   [](uint32_t kind) { return to_string(static_cast<SectionKind>(kind)); },
                                   kOldestImageVersion};

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

ContainerWriter::ContainerWriter() : writer_(kImageFormat) {}

void ContainerWriter::add(SectionKind kind, std::string content) {
  writer_.add(static_cast<uint32_t>(kind), std::move(content));
}

std::string ContainerWriter::finish(uint64_t index_signature) && {
  return std::move(writer_).finish(index_signature);
}

Result<ContainerView> ContainerView::open(std::string_view bytes, const std::string& name) {
  ContainerView view;
  VEDETTE_ASSIGN_OR_RETURN(view.view_, vedette::ContainerView::open(kImageFormat, bytes, name));
  return view;
}

std::vector<Section> ContainerView::sections() const {
  std::vector<Section> sections;
  for (const ContainerSection& section : view_.sections()) {
    sections.push_back({static_cast<SectionKind>(section.kind), section.offset, section.size, section.checksum});
  }
  return sections;
}

}  // namespace vedette::index
