#include "language/model_writer.h"

#include "language/model_rules.h"
#include "language/model_sections.h"
#include "language/model_shapes.h"

namespace vedette::language {
namespace {

void add(ContainerWriter& out, ModelSection kind, std::string content) {
  out.add(static_cast<uint32_t>(kind), std::move(content));
}

template <typename T>
std::string bytes_of(std::span<const T> array) {
  return {reinterpret_cast<const char*>(array.data()), array.size_bytes()};
}

// Puts arrays behind one another, each at a multiple of 64 bytes.
class FloatSection {
 public:
  void operator()(const float* values, size_t count) {
    bytes_.append(reinterpret_cast<const char*>(values), count * sizeof(float));
    bytes_.resize((bytes_.size() + kContainerAlignment - 1) / kContainerAlignment * kContainerAlignment);
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

template <typename... Part>
std::string floats_of(const Part&... part) {
  FloatSection floats;
  visit_arrays(part..., floats);
  return floats.take();
}

std::string info_of(const ModelInfo& info) {
  std::string out;
  for (const std::string* text : {&info.name, &info.version, &info.language, &info.licence}) put_string(out, *text);
  return out;
}

std::string licences_of(const std::vector<LicenceText>& licences) {
  std::string out;
  put_varint(out, licences.size());
  for (const LicenceText& licence : licences) {
    put_string(out, licence.title);
    put_string(out, licence.text);
  }
  return out;
}

std::string labels_of(const std::vector<std::string>& labels) {
  std::string out;
  put_varint(out, labels.size());
  for (const std::string& label : labels) put_string(out, label);
  return out;
}

void add_lemmas(ContainerWriter& out, const std::vector<LemmaTable>& tables) {
  LemmaSections lemmas = encode_lemma_tables(tables);
  add(out, ModelSection::kLemmaTables, std::move(lemmas.tables));
  add(out, ModelSection::kLemmaNumbers, bytes_of(std::span<const uint32_t>(lemmas.numbers)));
  add(out, ModelSection::kLemmaText, std::move(lemmas.text));
}

}  // namespace

std::string write_model(const ModelDraft& draft) {
  const ModelData& data = draft.data;
  ContainerWriter out(kModelFormat);
  add(out, ModelSection::kInfo, info_of(draft.info));
  add(out, ModelSection::kLicences, licences_of(draft.licences));
  add(out, ModelSection::kLabels, labels_of(draft.labels.labels()));
  add(out, ModelSection::kShapes, encode_shapes(data, draft.vector_rows));
  add(out, ModelSection::kShared, floats_of(data.shared, size_t{draft.vector_rows}));
  add(out, ModelSection::kOwn, floats_of(data.own, size_t{draft.vector_rows}));
  add(out, ModelSection::kTagger, floats_of(data.tagger));
  add(out, ModelSection::kParser, floats_of(data.parser));
  add(out, ModelSection::kEntities, floats_of(data.entities));
  add(out, ModelSection::kTokenizer, encode_tokenizer(data.tokenizer));
  add(out, ModelSection::kNormIds, bytes_of(data.norms.ids));
  add(out, ModelSection::kNormOffsets, bytes_of(data.norms.norms.offsets));
  add(out, ModelSection::kNormText, std::string(data.norms.norms.text));
  add(out, ModelSection::kVectorIds, bytes_of(data.vectors.ids));
  add(out, ModelSection::kVectorRows, bytes_of(data.vectors.rows));
  add(out, ModelSection::kAttributeRules, encode_attribute_rules(data.attribute_rules));
  add_lemmas(out, data.lemma_tables);
  return std::move(out).finish();
}

}  // namespace vedette::language
