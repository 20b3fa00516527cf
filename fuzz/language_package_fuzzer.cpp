// A spaCy package from any bytes: those of a zip archive, or patches to the files of a made-up package, which reach
// further. A patch is: file (1 byte), offset (2 bytes), new byte; a file byte of 255 cuts the file to the offset.
#include <cstdint>
#include <string>
#include <string_view>

#include "language/model_file.h"
#include "language/model_writer.h"
#include "language/spacy_package.h"
#include "language/spacy_package_for_test.h"

namespace {

using namespace vedette;
using namespace vedette::language;

std::string patched(std::string_view patches) {
  static const PackageFiles whole = make_package(true);
  PackageFiles files = whole;
  for (size_t i = 0; i + 4 <= patches.size(); i += 4) {
    const auto byte = [&](size_t at) { return static_cast<unsigned char>(patches[i + at]); };
    std::string& content = std::next(files.begin(), static_cast<std::ptrdiff_t>(byte(0) % files.size()))->second;
    if (content.empty()) continue;
    const size_t offset = static_cast<size_t>(byte(1) | (byte(2) << 8)) % content.size();
    if (byte(0) == 255) {
      content.resize(offset);
    } else {
      content[offset] = static_cast<char>(byte(3));
    }
  }
  return zip_package(files);
}

void read(std::string_view zip) {
  constexpr uint64_t kMostBytes = uint64_t{1} << 20;
  constexpr size_t kMostFiles = 256;
  const auto files = SpacyFiles::from_zip(zip, "fuzz.whl", {kMostBytes, kMostFiles});
  if (!files) return;
  const auto draft = read_spacy_package(**files);
  if (!draft) return;
  // What a package is read into must come out of a model file again, or be refused with a reason.
  const std::string bytes = write_model(**draft);
  ModelArena arena;
  auto* const copy = reinterpret_cast<char*>(arena.floats(bytes.size() / sizeof(float) + 1));
  bytes.copy(copy, bytes.size());
  (void)ModelFile::view({copy, bytes.size()}, "fuzz");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  if (input.starts_with("PK")) {
    read(input);
  } else {
    read(patched(input));
  }
  return 0;
}
