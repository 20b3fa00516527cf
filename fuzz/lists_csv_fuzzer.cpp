// The CSV layer: any bytes give records of valid UTF-8 or an error, the same however the stream cuts them.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "base/utf8.h"
#include "lists/csv.h"
#include "lists/input.h"

namespace {

using namespace vedette::lists;

// Gives the bytes in pieces of a few.
class PieceStream final : public InputStream {
 public:
  PieceStream(std::string bytes, size_t piece) : inner_("fuzz.csv", std::move(bytes)), piece_(piece) {}
  vedette::Result<size_t> read(std::span<char> buffer) override {
    return inner_.read(buffer.first(std::min(buffer.size(), piece_)));
  }
  const std::string& name() const override { return inner_.name(); }

 private:
  MemoryStream inner_;
  size_t piece_;
};

std::string digest(std::unique_ptr<InputStream> stream, CsvDialect dialect) {
  ReadLimits limits;
  limits.field_bytes = size_t{1} << 20;
  CsvReader reader(std::move(stream), dialect, limits);
  CsvRecord record;
  std::string all;
  for (;;) {
    const auto more = reader.next(record);
    if (!more || !*more) return all + (more ? "" : more.error().to_string());
    for (const std::string& field : record.fields) {
      if (!vedette::is_valid_utf8(field)) std::abort();
      all += field + '\x1F';
    }
    all += std::to_string(record.line) + (record.defect ? record.defect->reason : "") + '\x1E';
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 2) return 0;
  const CsvDialect dialect{data[0] % 3 == 0   ? ','
                           : data[0] % 3 == 1 ? ';'
                                              : '\t',
                           data[0] % 2 == 0 ? Encoding::kUtf8 : Encoding::kOrWindows1252};
  const size_t piece = data[1] % 7 + 1;
  const std::string text(reinterpret_cast<const char*>(data) + 2, size - 2);
  const std::string whole = digest(std::make_unique<MemoryStream>("fuzz.csv", text), dialect);
  if (whole != digest(std::make_unique<PieceStream>(text, piece), dialect)) std::abort();
  return 0;
}
