// Any bytes give entities, rejections or an error; every entity has an id of its own and a name.
#include "read_list.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  vedette::fuzz::read_list(&vedette::lists::read_eu_fsf_csv, data, size, vedette::fuzz::Names::kAny);
  return 0;
}
