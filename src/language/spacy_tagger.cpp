#include "language/spacy_tagger.h"

#include <simdjson.h>

#include "language/spacy_encoder.h"

namespace vedette::language {

Result<void> read_spacy_tagger(SpacyFiles& files, const std::string& component, const SpacyNodes& nodes, uint32_t width,
                               ModelDraft& draft) {
  const std::string name = component + "/cfg";
  const SpacyPlace place{files.place(name)};
  VEDETTE_ASSIGN_OR_RETURN(const std::string text, files.read(name));
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  simdjson::dom::array labels;
  if (parser.parse(text).get(root) != simdjson::SUCCESS) return place.damaged("", "not valid JSON");
  if (root.at_key("labels").get(labels) != simdjson::SUCCESS) return place.damaged("labels", "not a list");
  for (const simdjson::dom::element label : labels) {
    std::string_view tag;
    if (label.get(tag) != simdjson::SUCCESS) return place.damaged("labels", "a label that is no text");
    draft.data.tags.push_back(draft.labels.number(tag));
  }
  if (draft.data.tags.empty()) return place.damaged("labels", "none");
  VEDETTE_ASSIGN_OR_RETURN(const SpacyNode* const softmax, nodes.only("softmax"));
  const auto tags = static_cast<uint32_t>(draft.data.tags.size());
  VEDETTE_ASSIGN_OR_RETURN(draft.data.tagger, read_spacy_linear(nodes, *softmax, width, tags, draft.arena));
  return {};
}

}  // namespace vedette::language
