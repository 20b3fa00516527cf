#include "base/container.h"

#include <fmt/format.h>

#include <cstring>

#include "base/hash.h"

namespace vedette {
namespace {

constexpr uint32_t kMaxSections = 1024;

struct Header {
  char magic[8];
  uint32_t version;
  uint32_t section_count;
  uint64_t file_size;
  uint64_t signature;
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
  return (offset + kContainerAlignment - 1) / kContainerAlignment * kContainerAlignment;
}

uint64_t table_checksum(const Header& header, std::string_view entries) {
  std::string covered(reinterpret_cast<const char*>(&header), offsetof(Header, table_checksum));
  covered += entries;
  return checksum64(covered);
}

// A file that is being opened: what it should be, and what it is called in messages.
struct Subject {
  const ContainerFormat& format;
  const std::string& name;

  Unexpected damaged(std::string_view why) const {
    return fail(ErrorCode::kCorrupt, fmt::format("damaged {}: {}", format.what, why), {.file = name});
  }
};

Result<Header> read_header(std::string_view bytes, const Subject& subject) {
  const ContainerFormat& format = subject.format;
  Header header;
  if (bytes.size() < sizeof header) return subject.damaged("shorter than its header");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::string_view(header.magic, sizeof header.magic) != format.magic) {
    return subject.damaged("its first bytes are not those of such a file");
  }
  if (header.version < format.oldest_version || header.version > format.version) {
    const std::string readable = format.oldest_version == format.version
                                     ? fmt::format("version {}", format.version)
                                     : fmt::format("versions {} to {}", format.oldest_version, format.version);
    return fail(ErrorCode::kUnsupported,
                fmt::format("{} of format version {}; this program reads {}", format.what, header.version, readable),
                {.file = subject.name});
  }
  if (header.file_size != bytes.size()) {
    return subject.damaged(fmt::format("{} bytes where {} were written", bytes.size(), header.file_size));
  }
  if (header.section_count > kMaxSections || sizeof header + header.section_count * sizeof(Entry) > bytes.size()) {
    return subject.damaged("its table of sections does not fit");
  }
  return header;
}

}  // namespace

void ContainerWriter::add(uint32_t kind, std::string content) {
  sections_.emplace_back(kind, std::move(content));
}

std::string ContainerWriter::finish(uint64_t signature) && {
  std::string entries;
  uint64_t offset = aligned(sizeof(Header) + sections_.size() * sizeof(Entry));
  for (const auto& [kind, content] : sections_) {
    const Entry entry{kind, 0, offset, content.size(), checksum64(content)};
    entries.append(reinterpret_cast<const char*>(&entry), sizeof entry);
    offset = aligned(offset + content.size());
  }
  Header header{};
  std::memcpy(header.magic, format_.magic.data(), sizeof header.magic);
  header.version = format_.version;
  header.section_count = static_cast<uint32_t>(sections_.size());
  header.file_size = offset;
  header.signature = signature;
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

Result<ContainerView> ContainerView::open(const ContainerFormat& format, std::string_view bytes,
                                          const std::string& name) {
  const Subject subject{format, name};
  VEDETTE_ASSIGN_OR_RETURN(const Header header, read_header(bytes, subject));
  const auto entries = bytes.substr(sizeof(Header), header.section_count * sizeof(Entry));
  if (table_checksum(header, entries) != header.table_checksum) {
    return subject.damaged("its table of sections is altered");
  }
  ContainerView view;
  view.bytes_ = bytes;
  view.version_ = header.version;
  view.signature_ = header.signature;
  for (uint32_t i = 0; i < header.section_count; ++i) {
    Entry entry;
    std::memcpy(&entry, entries.data() + i * sizeof entry, sizeof entry);
    if (entry.offset % kContainerAlignment != 0 || entry.offset > bytes.size() ||
        entry.size > bytes.size() - entry.offset) {
      return subject.damaged(fmt::format("section {} lies outside the file", format.section_name(entry.kind)));
    }
    if (checksum64(bytes.substr(entry.offset, entry.size)) != entry.checksum) {
      return subject.damaged(fmt::format("section {} fails its checksum", format.section_name(entry.kind)));
    }
    view.sections_.push_back({entry.kind, entry.offset, entry.size, entry.checksum});
  }
  return view;
}

std::string_view ContainerView::section(uint32_t kind) const {
  for (const ContainerSection& section : sections_) {
    if (section.kind == kind) return bytes_.substr(section.offset, section.size);
  }
  return {};
}

}  // namespace vedette
