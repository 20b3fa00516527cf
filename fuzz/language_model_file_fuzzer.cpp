// Model files whose sections were altered but whose checksums are right: what checksums cannot catch must be refused or
// harmless to whoever reads with the model. The input is a list of patches: section (1 byte), offset (2 bytes), new
// byte; a section byte of 255 cuts the section to the offset.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/model_access.h"
#include "language/model_file.h"
#include "language/model_sections.h"
#include "language/tiny_model_for_test.h"

namespace {

using namespace vedette;
using namespace vedette::language;

std::string altered(std::string_view patches) {
  static const auto view = ContainerView::open(kModelFormat, tiny_model_bytes(true), "tiny").value();
  std::vector<std::string> sections;
  for (const auto& section : view.sections()) sections.emplace_back(view.section(section.kind));
  for (size_t i = 0; i + 4 <= patches.size(); i += 4) {
    const auto byte = [&](size_t at) { return static_cast<unsigned char>(patches[i + at]); };
    std::string& section = sections[byte(0) % sections.size()];
    if (section.empty()) continue;
    const size_t offset = static_cast<size_t>(byte(1) | (byte(2) << 8)) % section.size();
    if (byte(0) == 255) {
      section.resize(offset);
    } else {
      section[offset] = static_cast<char>(byte(3));
    }
  }
  ContainerWriter writer(kModelFormat);
  for (size_t i = 0; i < sections.size(); ++i) writer.add(view.sections()[i].kind, sections[i]);
  return std::move(writer).finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  ModelArena arena;
  const auto bytes = tiny::kept_aligned(altered({reinterpret_cast<const char*>(data), size}), arena);
  const auto model = ModelFile::view(bytes, "fuzz");
  if (!model) return 0;
  JsonWriter json;
  (*model)->describe(json);
  const auto opened = ModelAccess::of(*model);
  if (!opened) return 0;
  (void)Reader(*opened).read(
      "The men don't know that Kim met Putin (at the cosmodrome) :) cos https://a.b/c. \n\n Mice launched.");
  return 0;
}
