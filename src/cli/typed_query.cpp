#include "cli/typed_query.h"

#include <utility>

namespace vedette::cli {

Result<engine::Query> typed_query(const std::string& typed, Schema schema) {
  if (typed.starts_with("{")) {
    VEDETTE_ASSIGN_OR_RETURN(Entity entity, engine::parse_query_json(typed, schema));
    std::string id = std::exchange(entity.id, {});
    if (id.empty()) id = entity.caption();
    if (id.empty()) id = entity.values.front().text;
    return engine::Query{std::move(id), std::move(entity)};
  }
  const std::string name = fold_spaces(typed);
  if (name.empty()) return fail(ErrorCode::kUsage, "NAME: the name is empty");
  engine::Query query{typed, {}};
  query.entity.schema = schema;
  query.entity.add(Property::kName, name);
  return query;
}

}  // namespace vedette::cli
