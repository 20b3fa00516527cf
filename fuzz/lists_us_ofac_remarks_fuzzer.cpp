// Remarks: any text is read.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lists/us_ofac_fields.h"
#include "lists/us_ofac_remarks.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  vedette::Entity entity;
  entity.schema = data[0] % 2 == 0 ? vedette::Schema::kPerson : vedette::Schema::kOrganization;
  vedette::lists::read_ofac_remarks(entity, text, static_cast<vedette::lists::RemarkEnd>(data[0] / 2 % 3));
  vedette::lists::finish_ofac_names(entity);
  return 0;
}
