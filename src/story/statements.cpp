#include "story/statements.h"

namespace vedette::story {

std::vector<Statement> find_statements(const Reading&, const Cast&) {
  return {};
}

}  // namespace vedette::story
