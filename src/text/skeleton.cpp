#include "text/romanise.h"

namespace vedette::text {

std::string skeleton(std::string_view latin) {
  return std::string(latin);
}

std::string consonants(std::string_view latin) {
  return std::string(latin);
}

}  // namespace vedette::text
