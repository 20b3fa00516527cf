// Images whose sections were altered but whose checksums are right: what checksums cannot catch must be refused or
// harmless. The input is a list of patches: section (1 byte), offset (2 bytes), new byte; a section byte of 255 cuts
// the section to the offset.
#include <cstdint>
#include <string>
#include <vector>

#include "index/container.h"
#include "index/image.h"
#include "index/retriever.h"
#include "match/policy.h"

namespace {

using namespace vedette;

std::string small_image() {
  index::ImageBuilder builder;
  Entity person;
  person.id = "a";
  person.schema = Schema::kPerson;
  person.add(Property::kName, "Kim Jong Un");
  person.add(Property::kWeakAlias, "김정은");
  person.add(Property::kBirthDate, "1984-01-08");
  person.add(Property::kPassportNumber, "A12345678");
  Entity body;
  body.id = "b";
  body.schema = Schema::kOrganization;
  body.add(Property::kName, "Korea Mining Development Trading Corporation");
  body.add(Property::kCountry, "kp");
  (void)builder.add(person);
  (void)builder.add(body);
  return std::move(builder).finish({}).value_or("");
}

std::string altered(std::string_view patches) {
  static const std::string image = small_image();
  const auto view = index::ContainerView::open(image, "image").value();
  std::vector<std::string> sections;
  for (const auto& section : view.sections()) sections.emplace_back(view.section(section.kind));
  for (size_t i = 0; i + 4 <= patches.size(); i += 4) {
    const auto byte = [&](size_t at) { return static_cast<unsigned char>(patches[i + at]); };
    std::string& section = sections[byte(0) % sections.size()];
    if (section.empty()) continue;
    const size_t offset = (byte(1) | (byte(2) << 8)) % section.size();
    if (byte(0) == 255) {
      section.resize(offset);
    } else {
      section[offset] = static_cast<char>(byte(3));
    }
  }
  index::ContainerWriter writer;
  for (size_t i = 0; i < sections.size(); ++i) writer.add(view.sections()[i].kind, sections[i]);
  return std::move(writer).finish(view.index_signature());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto image = index::Image::from_bytes(altered({reinterpret_cast<const char*>(data), size}), "fuzz");
  if (!image) return 0;
  Entity query;
  query.add(Property::kName, "Kim Jong Un Korea Mining Trading");
  query.add(Property::kPassportNumber, "A12345678");
  query.add(Property::kBirthDate, "1984");
  index::Retriever retriever((*image)->names());
  std::vector<index::Scored> found;
  retriever.search(match::prepare_entity(query), match::default_policy(), 0.5, found);
  for (const auto& scored : found) (void)(*image)->entity(scored.entity);
  return 0;
}
