#include "language/model_file.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <unordered_map>

#include "base/file.h"
#include "base/utf8.h"
#include "language/model_rules.h"
#include "language/model_sections.h"
#include "language/model_shapes.h"

namespace vedette::language {

struct ModelFile::Parts {
  std::unique_ptr<MappedFile> file;  // null where the bytes are the caller's
  ContainerView container;
  std::string name;
  ModelInfo info;
  std::vector<LicenceText> licences;
  ModelData data;
};

namespace {

std::string_view section(const ContainerView& container, ModelSection kind) {
  return container.section(static_cast<uint32_t>(kind));
}

// No infinity and no NaN: their exponents are all ones. Sixteen at a time, so that the compiler uses wide registers.
bool all_finite(const float* values, size_t count) {
  constexpr uint32_t kExponent = 0x7F800000;
  constexpr size_t kStep = 16;
  uint32_t found[kStep] = {};
  size_t i = 0;
  for (; i + kStep <= count; i += kStep) {
    for (size_t k = 0; k < kStep; ++k) {
      found[k] |= (std::bit_cast<uint32_t>(values[i + k]) & kExponent) == kExponent ? 1 : 0;
    }
  }
  for (; i < count; ++i) found[0] |= (std::bit_cast<uint32_t>(values[i]) & kExponent) == kExponent ? 1 : 0;
  return std::all_of(std::begin(found), std::end(found), [](uint32_t bad) { return bad == 0; });
}

// Hands out the arrays of a section in order.
class FloatCutter {
 public:
  explicit FloatCutter(std::string_view section) : left_(section) {}

  void operator()(const float*& values, size_t count) {
    const size_t bytes = count * sizeof(float);
    const size_t padded = (bytes + kContainerAlignment - 1) / kContainerAlignment * kContainerAlignment;
    if (padded > left_.size()) {
      sound_ = false;
      return;
    }
    values = reinterpret_cast<const float*>(left_.data());
    finite_ = finite_ && all_finite(values, count);
    left_.remove_prefix(padded);
  }
  Result<void> finish(ModelSection kind, const std::string& file) const {
    if (!sound_ || !left_.empty()) {
      return damaged_model(file, fmt::format("section {} does not have the size of its shapes", to_string(kind)));
    }
    if (!finite_) return damaged_model(file, fmt::format("section {} holds a weight without value", to_string(kind)));
    return {};
  }

 private:
  std::string_view left_;
  bool sound_ = true;
  bool finite_ = true;
};

template <typename... Part>
Result<void> attach(const ContainerView& container, ModelSection kind, const std::string& file, Part&&... part) {
  FloatCutter cutter(section(container, kind));
  visit_arrays(part..., cutter);
  return cutter.finish(kind, file);
}

Result<void> attach_weights(const ContainerView& container, const std::string& file, size_t vector_rows,
                            ModelData& data) {
  VEDETTE_RETURN_IF_ERROR(attach(container, ModelSection::kShared, file, data.shared, vector_rows));
  VEDETTE_RETURN_IF_ERROR(attach(container, ModelSection::kOwn, file, data.own, vector_rows));
  VEDETTE_RETURN_IF_ERROR(attach(container, ModelSection::kTagger, file, data.tagger));
  VEDETTE_RETURN_IF_ERROR(attach(container, ModelSection::kParser, file, data.parser));
  return attach(container, ModelSection::kEntities, file, data.entities);
}

Result<ModelInfo> read_info(std::string_view bytes, const std::string& file) {
  ByteReader in(bytes);
  ModelInfo info;
  for (std::string* text : {&info.name, &info.version, &info.language, &info.licence}) {
    *text = in.string();
    if (!is_valid_utf8(*text)) return damaged_model(file, "section info is not UTF-8");
  }
  if (!in.ok() || !in.at_end()) return damaged_model(file, "section info has another length than it says");
  return info;
}

Result<std::vector<LicenceText>> read_licences(std::string_view bytes, const std::string& file) {
  constexpr uint64_t kMaxTexts = 64;
  ByteReader in(bytes);
  std::vector<LicenceText> licences(std::min(in.varint(), kMaxTexts));
  for (LicenceText& licence : licences) {
    licence.title = in.string();
    licence.text = in.string();
    if (!is_valid_utf8(licence.title) || !is_valid_utf8(licence.text)) {
      return damaged_model(file, "a licence text is not UTF-8");
    }
  }
  if (!in.ok() || !in.at_end()) return damaged_model(file, "section licences has another length than it says");
  return licences;
}

Result<std::vector<std::string>> read_labels(std::string_view bytes, const std::string& file) {
  ByteReader in(bytes);
  const uint64_t count = in.varint();
  if (count == 0 || count > size_t{std::numeric_limits<uint16_t>::max()} + 1) {
    return damaged_model(file, "it has no labels, or too many");
  }
  std::vector<std::string> labels(std::min<uint64_t>(count, bytes.size()));
  for (std::string& label : labels) {
    label = in.string();
    if (!is_valid_utf8(label)) return damaged_model(file, "a label is not UTF-8");
  }
  if (!in.ok() || !in.at_end()) return damaged_model(file, "section labels has another length than it says");
  if (!labels.front().empty()) return damaged_model(file, "label 0 is not empty");
  return labels;
}

// What follows from the labels' texts.
Result<void> derive_from_labels(const std::string& file, ModelData& data) {
  const auto& labels = *data.labels;
  std::unordered_map<std::string_view, uint16_t> numbers;
  for (size_t i = 0; i < labels.size(); ++i) numbers.emplace(labels[i], static_cast<uint16_t>(i));
  const auto root = numbers.find("ROOT");
  if (root == numbers.end()) return damaged_model(file, "it has no label ROOT");
  data.root_label = root->second;
  data.lifted.resize(labels.size());
  for (size_t i = 0; i < labels.size(); ++i) {
    const size_t bar = labels[i].find("||");
    if (bar == std::string::npos) continue;
    const auto own = numbers.find(std::string_view(labels[i]).substr(0, bar));
    const auto head = numbers.find(std::string_view(labels[i]).substr(bar + 2));
    if (own == numbers.end() || head == numbers.end()) {
      return damaged_model(file, fmt::format("label {} is of labels that are not there", labels[i]));
    }
    data.lifted[i] = {own->second, head->second};
  }
  return {};
}

bool rises(std::span<const uint64_t> ids) {
  return std::adjacent_find(ids.begin(), ids.end(), std::greater_equal<>()) == ids.end();
}

Result<void> read_norms(const ContainerView& container, const std::string& file, NormTable& norms) {
  norms.ids = array_of<uint64_t>(section(container, ModelSection::kNormIds));
  norms.norms = {array_of<uint32_t>(section(container, ModelSection::kNormOffsets)),
                 section(container, ModelSection::kNormText)};
  if (!is_table_of_texts(norms.norms) || norms.norms.size() != norms.ids.size() || !rises(norms.ids)) {
    return damaged_model(file, "its norms do not add up");
  }
  return {};
}

Result<void> read_vectors(const ContainerView& container, const std::string& file, size_t rows, VectorKeys& keys) {
  keys.ids = array_of<uint64_t>(section(container, ModelSection::kVectorIds));
  keys.rows = array_of<uint32_t>(section(container, ModelSection::kVectorRows));
  uint32_t largest = 0;
  for (const uint32_t row : keys.rows) largest = std::max(largest, row);
  if (keys.ids.size() != keys.rows.size() || (!keys.rows.empty() && largest >= rows) || !rises(keys.ids)) {
    return damaged_model(file, "its keys of vectors do not add up");
  }
  return {};
}

Result<void> read_rules(const ContainerView& container, const std::string& file, ModelData& data) {
  VEDETTE_ASSIGN_OR_RETURN(data.tokenizer, decode_tokenizer(section(container, ModelSection::kTokenizer), file));
  VEDETTE_ASSIGN_OR_RETURN(
      data.attribute_rules,
      decode_attribute_rules(section(container, ModelSection::kAttributeRules), data.labels->size(), file));
  VEDETTE_ASSIGN_OR_RETURN(data.lemma_tables,
                           decode_lemma_tables(section(container, ModelSection::kLemmaTables),
                                               array_of<uint32_t>(section(container, ModelSection::kLemmaNumbers)),
                                               section(container, ModelSection::kLemmaText), file));
  return {};
}

Result<void> read_data(const ContainerView& container, const std::string& file, ModelData& data) {
  VEDETTE_ASSIGN_OR_RETURN(auto labels, read_labels(section(container, ModelSection::kLabels), file));
  data.labels = std::make_shared<const std::vector<std::string>>(std::move(labels));
  VEDETTE_RETURN_IF_ERROR(derive_from_labels(file, data));
  VEDETTE_ASSIGN_OR_RETURN(const uint32_t vector_rows,
                           decode_shapes(section(container, ModelSection::kShapes), data.labels->size(), file, data));
  VEDETTE_RETURN_IF_ERROR(attach_weights(container, file, vector_rows, data));
  VEDETTE_RETURN_IF_ERROR(read_norms(container, file, data.norms));
  VEDETTE_RETURN_IF_ERROR(read_vectors(container, file, vector_rows, data.vectors));
  return read_rules(container, file, data);
}

}  // namespace

ModelFile::ModelFile(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
ModelFile::~ModelFile() = default;

Result<std::shared_ptr<const ModelFile>> ModelFile::open(const std::filesystem::path& path) {
  auto parts = std::make_unique<Parts>();
  VEDETTE_ASSIGN_OR_RETURN(parts->file, MappedFile::open(path));
  VEDETTE_ASSIGN_OR_RETURN(parts->container, ContainerView::open(kModelFormat, parts->file->bytes(), path.string()));
  return finish_opening(std::move(parts), path.string());
}

Result<std::shared_ptr<const ModelFile>> ModelFile::view(std::string_view bytes, const std::string& name) {
  if (reinterpret_cast<uintptr_t>(bytes.data()) % kContainerAlignment != 0) {
    return fail(ErrorCode::kInternal, "a model in memory must be aligned to 64 bytes", {name, 0, ""});
  }
  auto parts = std::make_unique<Parts>();
  VEDETTE_ASSIGN_OR_RETURN(parts->container, ContainerView::open(kModelFormat, bytes, name));
  return finish_opening(std::move(parts), name);
}

Result<std::shared_ptr<const ModelFile>> ModelFile::finish_opening(std::unique_ptr<Parts> parts,
                                                                   const std::string& name) {
  parts->name = name;
  const ContainerView& container = parts->container;
  VEDETTE_ASSIGN_OR_RETURN(parts->info, read_info(section(container, ModelSection::kInfo), name));
  VEDETTE_ASSIGN_OR_RETURN(parts->licences, read_licences(section(container, ModelSection::kLicences), name));
  VEDETTE_RETURN_IF_ERROR(read_data(container, name, parts->data));
  parts->info.has_vectors = !parts->data.vectors.ids.empty();
  return std::shared_ptr<const ModelFile>(new ModelFile(std::move(parts)));
}

const ModelData& ModelFile::data() const {
  return parts_->data;
}
const ModelInfo& ModelFile::info() const {
  return parts_->info;
}
const std::vector<LicenceText>& ModelFile::licences() const {
  return parts_->licences;
}
const std::string& ModelFile::name() const {
  return parts_->name;
}
uint64_t ModelFile::bytes() const {
  return parts_->container.bytes().size();
}

void ModelFile::describe(JsonWriter& json) const {
  json.begin_object();
  json.member("file", "vedette language model");
  json.member("format_version", kModelFormat.version);
  json.member("bytes", bytes());
  json.member("name", info().name);
  json.member("version", info().version);
  json.member("language", info().language);
  json.member("licence", info().licence);
  json.member("labels", data().labels->size());
  json.member("vectors", data().vectors.ids.size());
  json.key("sections");
  json.begin_array();
  for (const ContainerSection& part : parts_->container.sections()) {
    json.begin_object();
    json.member("kind", to_string(static_cast<ModelSection>(part.kind)));
    json.member("offset", part.offset);
    json.member("size", part.size);
    json.member("checksum", fmt::format("{:016x}", part.checksum));
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace vedette::language
