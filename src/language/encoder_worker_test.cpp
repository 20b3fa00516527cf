// The encoder against its definition, one document at a time with four rows of zeros around it, and against itself when
// documents are cut and batched.
#include "language/encoder_worker.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <deque>

#include "language/hash_rows.h"
#include "language/random_layer_for_test.h"

namespace vedette::language {
namespace {

constexpr uint32_t kWidth = 32;

struct RandomEncoder {
  std::deque<RandomLayer> layers;
  std::deque<std::vector<float>> arrays;
  Encoder encoder;
  std::vector<uint64_t> ids;
  std::vector<uint32_t> rows;
  VectorKeys vectors;

  RandomEncoder(std::mt19937& random, bool with_vectors) {
    encoder.width = kWidth;
    for (const Feature feature : {Feature::kNorm, Feature::kPrefix, Feature::kSpacy}) {
      encoder.tables.push_back({feature, 8 + uint32_t(feature), 50, floats(50 * kWidth, random)});
    }
    if (with_vectors) {
      encoder.static_rows = floats(4 * kWidth, random);
      ids = {features_of("alpha", {}, {}).text, features_of("beta", {}, {}).text};
      std::sort(ids.begin(), ids.end());
      rows = {3, 1};
      vectors = {ids, rows};
    }
    encoder.mix = maxout(kWidth * (with_vectors ? 4 : 3), random);
    for (int i = 0; i < 4; ++i) encoder.convolutions.push_back(maxout(kWidth * 3, random));
  }
  const float* floats(size_t count, std::mt19937& random) {
    std::normal_distribution<float> normal;
    auto& array = arrays.emplace_back(count);
    for (float& f : array) f = normal(random);
    return array.data();
  }
  MaxoutLayer maxout(uint32_t inputs, std::mt19937& random) {
    const RandomLayer& layer = layers.emplace_back(inputs, kWidth, 3, random, 0.2f);
    return {layer.layer(), floats(kWidth, random), floats(kWidth, random)};
  }
};

using Rows = std::vector<std::vector<float>>;

std::vector<float> apply(const RandomLayer& weights, const MaxoutLayer& layer, const std::vector<float>& x) {
  std::vector<float> y(kWidth), out(kWidth);
  for (uint32_t o = 0; o < kWidth; ++o) {
    float best = -INFINITY;
    for (uint32_t p = 0; p < 3; ++p) {
      float sum = 0;
      for (uint32_t k = 0; k < x.size(); ++k) sum = std::fmaf(weights.weight(o, p, k), x[k], sum);
      best = std::max(best, sum + weights.bias(o, p));
    }
    y[o] = best;
  }
  portable_kernel().normalise(y.data(), 1, kWidth, layer.gain, layer.shift, out.data(), false);
  return out;
}

Rows slow_encode(const RandomEncoder& model, const LexemeTable& lexemes, const std::vector<RawToken>& tokens) {
  const Encoder& encoder = model.encoder;
  Rows x(4, std::vector<float>(kWidth));
  for (const RawToken& token : tokens) {
    const LexemeFeatures& features = lexemes[token.lexeme].features;
    std::vector<float> embedded;
    const uint64_t values[] = {features.norm, features.prefix, token.space_after ? 1u : 0u};
    for (size_t c = 0; c < 3; ++c) {
      const auto picks = hash_to_rows(values[c], encoder.tables[c].seed);
      for (uint32_t i = 0; i < kWidth; ++i) {
        float sum = 0;
        for (int k = 0; k < 4; ++k) {
          const float value = encoder.tables[c].values[picks[k] % 50 * kWidth + i];
          sum = k == 0 ? value : sum + value;
        }
        embedded.push_back(sum);
      }
    }
    if (encoder.static_rows != nullptr) {
      const auto found = std::find(model.ids.begin(), model.ids.end(), features.text);
      for (uint32_t i = 0; i < kWidth; ++i) {
        embedded.push_back(found == model.ids.end()
                               ? 0
                               : encoder.static_rows[model.rows[size_t(found - model.ids.begin())] * kWidth + i]);
      }
    }
    x.push_back(apply(model.layers[0], encoder.mix, embedded));
  }
  x.resize(x.size() + 4, std::vector<float>(kWidth));
  for (size_t l = 0; l < 4; ++l) {
    const Rows before = x;
    for (size_t t = 0; t < x.size(); ++t) {
      std::vector<float> window;
      for (size_t n = t; n <= t + 2; ++n) {
        const bool outside = n == 0 || n > before.size();
        const std::vector<float> row = outside ? std::vector<float>(kWidth) : before[n - 1];
        window.insert(window.end(), row.begin(), row.end());
      }
      const auto change = apply(model.layers[l + 1], encoder.convolutions[l], window);
      for (uint32_t i = 0; i < kWidth; ++i) x[t][i] += change[i];
    }
  }
  return Rows(x.begin() + 4, x.end() - 4);
}

std::vector<RawToken> some_tokens(LexemeTable& lexemes, size_t count, std::mt19937& random) {
  static const char* const words[] = {"alpha", "beta", "gamma", "delta", ".", "The"};
  std::vector<RawToken> tokens;
  for (size_t i = 0; i < count; ++i) tokens.push_back({lexemes.number(words[random() % 6]), 0, 0, random() % 2 == 0});
  return tokens;
}

void expect_rows(const float* rows, const Rows& want, size_t begin, size_t end) {
  for (size_t i = begin; i < end; ++i) {
    for (size_t k = 0; k < kWidth; ++k) ASSERT_EQ(rows[(i - begin) * kWidth + k], want[i][k]) << i << ' ' << k;
  }
}

class EncoderTest : public testing::TestWithParam<const Kernel*> {};

TEST_P(EncoderTest, EqualsItsDefinitionHoweverItIsBatched) {
  std::mt19937 random(21);
  for (const bool with_vectors : {false, true}) {
    const RandomEncoder model(random, with_vectors);
    const NormTable norms;
    LexemeTable lexemes(norms);
    EncoderWorker worker(model.encoder, model.vectors, lexemes, *GetParam());
    std::vector<std::vector<RawToken>> documents;
    std::vector<Rows> want;
    for (const size_t count : {1u, 3u, 30u, 9u, 0u, 100u}) {
      documents.push_back(some_tokens(lexemes, count, random));
      want.push_back(slow_encode(model, lexemes, documents.back()));
    }
    std::vector<DocumentPart> pieces;
    for (const auto& tokens : documents) pieces.push_back({tokens, 0, uint32_t(tokens.size())});
    worker.encode(pieces);
    for (size_t d = 0; d < documents.size(); ++d) expect_rows(worker.rows(d), want[d], 0, documents[d].size());

    const std::vector<DocumentPart> cut = {
        {documents[5], 40, 100}, {documents[2], 0, 2}, {documents[2], 2, 30}, {documents[5], 0, 40}};
    worker.forget();
    worker.encode(cut);
    for (size_t p = 0; p < cut.size(); ++p) {
      const Rows& rows = cut[p].document.size() == 100 ? want[5] : want[2];
      expect_rows(worker.rows(p), rows, cut[p].begin, cut[p].end);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, EncoderTest, testing::ValuesIn(usable_kernels()),
                         [](const auto& test) { return std::string(test.param->name); });

// What thinc's own hash gives for the ids of "coffee" and "nsubj".
TEST(HashToRows, GivesTheNumbersOfThePublishedHash) {
  using testing::ElementsAre;
  EXPECT_THAT(hash_to_rows(3197928453018144401, 8), ElementsAre(2399055680, 1118310852, 3598583520, 1677466278));
  EXPECT_THAT(hash_to_rows(429, 8), ElementsAre(694509216, 2175185562, 1041763824, 1115294695));
  EXPECT_THAT(hash_to_rows(429, 13), ElementsAre(3736166658, 2081397027, 2554272986, 605308946));
}

}  // namespace
}  // namespace vedette::language
