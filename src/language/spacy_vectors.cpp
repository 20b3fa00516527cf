#include "language/spacy_vectors.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

#include "language/msgpack.h"

namespace vedette::language {
namespace {

constexpr uint64_t kMaxRows = 1u << 24;
constexpr uint64_t kMaxWidth = 4096;

// The number at the front of `text`, which is moved past it and what divides it from the next.
bool take_number(std::string_view& text, uint64_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return false;
  text.remove_prefix(static_cast<size_t>(end - text.data()));
  text.remove_prefix(std::min(text.find_first_not_of(", "), text.size()));
  return true;
}

// "{'descr': '<f4', 'fortran_order': False, 'shape': (20000, 300), }" (numpy.lib.format, version 1.0 to 3.0).
Result<SpacyArray> parse_npy(std::string_view bytes, const SpacyPlace& place) {
  using namespace std::string_view_literals;
  constexpr size_t kPreamble = 8;
  const bool is_first_version = bytes.size() > kPreamble && bytes[6] == 1;
  const size_t length_bytes = is_first_version ? 2 : 4;
  if (!bytes.starts_with("\x93NUMPY"sv) || bytes.size() < kPreamble + length_bytes) {
    return place.damaged("", "does not start as a .npy file does");
  }
  size_t length = 0;
  for (size_t i = length_bytes; i-- > 0;) length = length << 8 | static_cast<uint8_t>(bytes[kPreamble + i]);
  if (length > bytes.size() - kPreamble - length_bytes) return place.damaged("header", "longer than the file");
  const std::string_view header = bytes.substr(kPreamble + length_bytes, length);
  if (header.find("'descr': '<f4'") == std::string_view::npos) return place.unsupported("descr", "not <f4");
  if (header.find("'fortran_order': False") == std::string_view::npos) {
    return place.unsupported("fortran_order", "not False");
  }
  SpacyArray array;
  array.bytes = bytes.substr(kPreamble + length_bytes + length);
  array.shape.resize(2);
  const size_t shape = header.find("'shape': (");
  std::string_view rest = shape == std::string_view::npos ? std::string_view() : header.substr(shape + 10);
  if (!take_number(rest, array.shape[0]) || !take_number(rest, array.shape[1]) || !rest.starts_with(')')) {
    return place.damaged("shape", "not of two dimensions");
  }
  if (array.shape[0] > kMaxRows || array.shape[1] > kMaxWidth ||
      array.shape[0] * array.shape[1] * sizeof(float) != array.bytes.size()) {
    return place.damaged("shape", "not that of the data");
  }
  return array;
}

Result<void> parse_keys(std::string_view bytes, const SpacyPlace& place, SpacyVectors& vectors) {
  MsgpackReader in(bytes);
  std::vector<std::pair<uint64_t, uint32_t>> keys;
  uint32_t count = in.map();
  keys.reserve(count);
  for (; count > 0 && in.ok(); --count) {
    const uint64_t id = in.unsigned_number();
    const uint64_t row = in.unsigned_number();
    if (in.ok() && row >= vectors.row_count()) in.report(fmt::format("row {} of {}", row, vectors.row_count()));
    keys.emplace_back(id, static_cast<uint32_t>(row));
  }
  if (!in.ok()) return place.damaged("", in.problem());
  std::sort(keys.begin(), keys.end());
  for (const auto& [id, row] : keys) {
    if (!vectors.ids.empty() && vectors.ids.back() == id) return place.damaged("", fmt::format("key {} twice", id));
    vectors.ids.push_back(id);
    vectors.rows.push_back(row);
  }
  return {};
}

Result<void> check_mode(SpacyFiles& files) {
  const std::string name = "vocab/vectors.cfg";
  if (!files.has(name)) return {};
  const SpacyPlace place{files.place(name)};
  VEDETTE_ASSIGN_OR_RETURN(const std::string text, files.read(name));
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  std::string_view mode;
  if (parser.parse(text).get(root) != simdjson::SUCCESS) return place.damaged("", "not valid JSON");
  if (root.at_key("mode").get(mode) != simdjson::SUCCESS) return place.damaged("mode", "missing");
  if (mode != "default") return place.unsupported("mode", fmt::format("{} is not what this program runs", mode));
  return {};
}

// A vector times sixteen rows of weights at a time; `weights` is [input][output].
template <size_t kChunk>
__attribute__((always_inline)) inline void fold_row(const float* vector, uint32_t inputs, const float* weights,
                                                    uint32_t outputs, float* out) {
  for (uint32_t first = 0; first < outputs; first += kChunk) {
    std::array<float, kChunk> sums{};
    for (uint32_t input = 0; input < inputs; ++input) {
      const float* const row = weights + size_t{input} * outputs + first;
      for (size_t k = 0; k < kChunk; ++k) sums[k] = std::fmaf(vector[input], row[k], sums[k]);
    }
    std::copy(sums.begin(), sums.end(), out + first);
  }
}

using FoldRow = void (*)(const float*, uint32_t, const float*, uint32_t, float*);

void fold_row_anywhere(const float* vector, uint32_t inputs, const float* weights, uint32_t outputs, float* out) {
  fold_row<kLanes>(vector, inputs, weights, outputs, out);
}

#if defined(__x86_64__)
__attribute__((target("avx2,fma"))) void fold_row_fma(const float* vector, uint32_t inputs, const float* weights,
                                                      uint32_t outputs, float* out) {
  fold_row<kLanes>(vector, inputs, weights, outputs, out);
}
FoldRow choose_fold_row() {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? fold_row_fma : fold_row_anywhere;
}
#else
FoldRow choose_fold_row() {
  return fold_row_anywhere;
}
#endif

}  // namespace

Result<std::unique_ptr<const SpacyVectors>> read_spacy_vectors(SpacyFiles& files) {
  VEDETTE_RETURN_IF_ERROR(check_mode(files));
  auto vectors = std::make_unique<SpacyVectors>();
  VEDETTE_ASSIGN_OR_RETURN(vectors->bytes, files.read("vocab/vectors"));
  VEDETTE_ASSIGN_OR_RETURN(vectors->values, parse_npy(vectors->bytes, {files.place("vocab/vectors")}));
  VEDETTE_ASSIGN_OR_RETURN(const std::string keys, files.read("vocab/key2row"));
  VEDETTE_RETURN_IF_ERROR(parse_keys(keys, {files.place("vocab/key2row")}, *vectors));
  return vectors;
}

const float* fold_vectors(ModelArena& arena, const SpacyVectors& vectors, const SpacyArray& weights, uint32_t outputs) {
  const uint32_t inputs = vectors.width();
  std::vector<float> turned(size_t{inputs} * outputs);
  for (uint32_t output = 0; output < outputs; ++output) {
    for (uint32_t input = 0; input < inputs; ++input) {
      turned[size_t{input} * outputs + output] = weights[size_t{output} * inputs + input];
    }
  }
  float* const folded = arena.floats(size_t{vectors.row_count()} * outputs);
  std::vector<float> vector(inputs);
  const FoldRow fold = choose_fold_row();
  for (size_t row = 0; row < vectors.row_count(); ++row) {
    std::memcpy(vector.data(), vectors.values.bytes.data() + row * inputs * sizeof(float), inputs * sizeof(float));
    fold(vector.data(), inputs, turned.data(), outputs, folded + row * outputs);
  }
  return folded;
}

}  // namespace vedette::language
