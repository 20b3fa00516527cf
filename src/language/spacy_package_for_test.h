// A made-up spaCy package, small enough to be written out in a test and changed in any place. Its weights are all a
// hundredth of their place in their array.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <bit>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "language/strings.h"

namespace vedette::language {

/// Files by name in the model folder.
using PackageFiles = std::map<std::string, std::string>;

/// Writes MessagePack: pack.map(1).text("a").integer(1).
class Pack {
 public:
  Pack& map(size_t count) { return head(0xDF, count); }
  Pack& array(size_t count) { return head(0xDD, count); }
  Pack& text(std::string_view text) { return bytes(0xDB, text); }
  Pack& binary(std::string_view text) { return bytes(0xC6, text); }
  Pack& integer(uint64_t number) {
    out_ += static_cast<char>(0xCF);
    return big_endian(number, 8);
  }
  Pack& nil() { return byte(0xC0); }
  Pack& boolean(bool flag) { return byte(flag ? 0xC3 : 0xC2); }
  Pack& raw(const Pack& other) {
    out_ += other.out_;
    return *this;
  }
  const std::string& str() const { return out_; }

 private:
  Pack& byte(int value) {
    out_ += static_cast<char>(value);
    return *this;
  }
  Pack& big_endian(uint64_t number, int size) {
    for (int i = size - 1; i >= 0; --i) byte(static_cast<int>(number >> (8 * i) & 0xFF));
    return *this;
  }
  Pack& head(int first, size_t count) { return byte(first).big_endian(count, 4); }
  Pack& bytes(int first, std::string_view text) {
    head(first, text.size());
    out_ += text;
    return *this;
  }
  std::string out_;
};

namespace made_up {

inline std::string floats(const std::vector<uint64_t>& shape) {
  size_t count = 1;
  for (const uint64_t length : shape) count *= length;
  std::string bytes;
  for (size_t i = 0; i < count; ++i) {
    const auto bits = std::bit_cast<uint32_t>(static_cast<float>(i) / 100.0F);
    for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(bits >> shift & 0xFF);
  }
  return bytes;
}

inline Pack array_of(const std::vector<uint64_t>& shape) {
  Pack pack;
  pack.map(5).binary("nd").boolean(true).binary("type").text("<f4").binary("kind").binary("");
  pack.binary("shape").array(shape.size());
  for (const uint64_t length : shape) pack.integer(length);
  pack.binary("data").binary(floats(shape));
  return pack;
}

struct Node {
  std::string name;
  std::map<std::string, Pack> attributes;
  std::map<std::string, std::vector<uint64_t>> weights;
  std::map<std::string, uint64_t> references;
};

inline std::string network(const std::vector<Node>& nodes) {
  Pack pack;
  pack.map(4).text("nodes").array(nodes.size());
  for (size_t i = 0; i < nodes.size(); ++i) {
    pack.map(4).text("index").integer(i).text("name").text(nodes[i].name).text("dims").map(0);
    pack.text("refs").map(nodes[i].references.size());
    for (const auto& [name, index] : nodes[i].references) pack.text(name).integer(index);
  }
  pack.text("attrs").array(nodes.size());
  for (const Node& node : nodes) {
    pack.map(node.attributes.size());
    for (const auto& [name, value] : node.attributes) pack.text(name).binary(value.str());
  }
  pack.text("params").array(nodes.size());
  for (const Node& node : nodes) {
    pack.map(node.weights.size());
    for (const auto& [name, shape] : node.weights) pack.text(name).raw(array_of(shape));
  }
  pack.text("shims").array(0);
  return pack.str();
}

inline constexpr uint64_t kWidth = 16;
inline constexpr uint64_t kUnits = 16;

// Two features, one convolution, two pieces.
inline std::vector<Node> encoder_nodes(bool has_vectors) {
  Pack columns;
  columns.array(2).text("NORM").text("SHAPE");
  const auto number = [](uint64_t value) { return Pack().integer(value); };
  std::vector<Node> nodes{{"extract_features", {{"columns", columns}}, {}, {}}};
  for (uint64_t column = 2; column-- > 0;) {  // not in order: the attribute tells
    nodes.push_back({"hashembed",
                     {{"column", number(column)}, {"seed", number(8 + column)}},
                     {{"E", {column == 0 ? 5u : 3u, kWidth}}},
                     {}});
  }
  const uint64_t mix = (has_vectors ? 3 : 2) * kWidth;
  if (has_vectors) nodes.push_back({"static_vectors", {{"key_attr", Pack().text("ORTH")}}, {{"W", {kWidth, 4}}}, {}});
  nodes.push_back({"expand_window", {{"window_size", number(1)}}, {}, {}});
  for (const uint64_t inputs : {mix, 3 * kWidth}) {
    nodes.push_back({"maxout", {}, {{"W", {kWidth, 2, inputs}}, {"b", {kWidth, 2}}}, {}});
    nodes.push_back({"layernorm", {}, {{"G", {kWidth}}, {"b", {kWidth}}}, {}});
  }
  return nodes;
}

inline std::vector<Node> transition_nodes(uint64_t features, uint64_t moves) {
  return {{"parser_model", {}, {}, {{"tok2vec", 1}, {"lower", 2}, {"upper", 3}}},
          {"chain", {}, {}, {}},
          {"precomputable_affine",
           {},
           {{"W", {features, kUnits, 2, kUnits}}, {"b", {kUnits, 2}}, {"pad", {1, features, kUnits, 2}}},
           {}},
          {"linear", {}, {{"W", {moves, kUnits}}, {"b", {moves}}}, {}},
          {"linear", {}, {{"W", {kUnits, kWidth}}, {"b", {kUnits}}}, {}}};
}

inline std::string moves(std::string_view json) {
  return Pack().map(2).text("moves").text(json).text("cfg").map(0).str();
}

inline std::string encoder_config(const std::string& section, bool has_vectors) {
  return fmt::format(
      "[{0}]\n@architectures = \"spacy.Tok2Vec.v2\"\n\n"
      "[{0}.embed]\n@architectures = \"spacy.MultiHashEmbed.v2\"\nwidth = ${{{0}.encode:width}}\n"
      "attrs = [\"NORM\",\"SHAPE\"]\nrows = [5,3]\ninclude_static_vectors = {1}\n\n"
      "[{0}.encode]\n@architectures = \"spacy.MaxoutWindowEncoder.v2\"\nwidth = 16\ndepth = 1\nwindow_size = 1\n"
      "maxout_pieces = 2\n\n",
      section, has_vectors);
}

inline std::string transition_config(const std::string& name, const std::string& state_type) {
  return fmt::format(
      "[components.{0}]\nfactory = \"{0}\"\n\n[components.{0}.model]\n"
      "@architectures = \"spacy.TransitionBasedParser.v2\"\nstate_type = \"{1}\"\nextra_state_tokens = false\n"
      "hidden_width = 16\nmaxout_pieces = 2\nuse_upper = true\n\n",
      name, state_type);
}

inline std::string listener_config(const std::string& name) {
  return fmt::format(
      "[components.{}.model.tok2vec]\n@architectures = \"spacy.Tok2VecListener.v1\"\nupstream = \"tok2vec\"\n\n", name);
}

inline std::string config(bool has_vectors) {
  return "[nlp]\nlang = \"en\"\n"
         "pipeline = [\"tok2vec\",\"tagger\",\"parser\",\"senter\",\"attribute_ruler\",\"lemmatizer\",\"ner\"]\n"
         "disabled = [\"senter\"]\ntokenizer = {\"@tokenizers\":\"spacy.Tokenizer.v1\"}\n\n"
         "[components.tok2vec]\nfactory = \"tok2vec\"\n\n" +
         encoder_config("components.tok2vec.model", has_vectors) +
         "[components.tagger]\nfactory = \"tagger\"\n\n[components.tagger.model]\n"
         "@architectures = \"spacy.Tagger.v2\"\n\n" +
         listener_config("tagger") + transition_config("parser", "parser") + listener_config("parser") +
         "[components.senter]\nfactory = \"senter\"\n\n[components.attribute_ruler]\nfactory = \"attribute_ruler\"\n\n"
         "[components.lemmatizer]\nfactory = \"lemmatizer\"\nmode = \"rule\"\n\n" +
         transition_config("ner", "ner") + encoder_config("components.ner.model.tok2vec", has_vectors);
}

inline std::string tokenizer() {
  Pack pack;
  pack.map(7).text("prefix_search").text("^\\(").text("suffix_search").text("\\)$").text("infix_finditer").text("-");
  pack.text("token_match").nil().text("url_match").nil().text("faster_heuristics").boolean(true);
  pack.text("exceptions").map(1).text("don't").array(2);
  pack.map(1).integer(65).text("do").map(2).integer(65).text("n't").integer(67).text("not");
  return pack.str();
}

inline std::string patterns() {
  Pack pack;
  pack.array(2);
  pack.map(3).text("patterns").array(1).array(1).map(1).text("TAG").text("NN");
  pack.text("attrs").map(2).text("POS").text("NOUN").text("MORPH").text("_").text("index").integer(0);
  pack.map(3).text("patterns").array(1).array(2);
  pack.map(1).text("LOWER").map(1).text("IN").array(2).text("do").text("did");
  pack.map(2).text("IS_SPACE").boolean(false).text("DEP").map(1).text("NOT_IN").array(1).text("");
  pack.text("attrs").map(1).text("LEMMA").text("not").text("index").integer(1);
  return pack.str();
}

inline std::string lemmas() {
  const uint64_t noun = string_id("noun");
  Pack pack;
  pack.map(3).text("lemma_rules").map(1).integer(noun).array(1).array(2).text("s").text("");
  pack.text("lemma_index").map(1).integer(noun).array(3).text("rocket").text("dog").text("dog");
  pack.text("lemma_exc").map(1).integer(noun).map(1).text("mice").array(1).text("mouse");
  return pack.str();
}

inline std::string npy(const std::vector<uint64_t>& shape) {
  std::string header =
      fmt::format("{{'descr': '<f4', 'fortran_order': False, 'shape': ({}, {}), }}\n", shape[0], shape[1]);
  std::string file("\x93NUMPY\x01\x00", 8);
  file += static_cast<char>(header.size());
  file += '\0';
  return file + header + floats(shape);
}

}  // namespace made_up

inline PackageFiles make_package(bool has_vectors = false) {
  using namespace made_up;
  PackageFiles files;
  files["config.cfg"] = config(has_vectors);
  files["meta.json"] = R"({"lang": "en", "name": "core_web_sm_made_up", "version": "1.2.3", "license": "MIT",
    "author": "Nobody", "url": "https://example.org", "sources": [{"name": "WordNet 3.0", "license": "WordNet 3.0"}]})";
  files["tok2vec/model"] = network(encoder_nodes(has_vectors));
  files["tagger/cfg"] = R"({"labels": ["NN", "VB"]})";
  files["tagger/model"] = network({{"softmax", {}, {{"W", {2, kWidth}}, {"b", {2}}}, {}}});
  files["parser/cfg"] = files["ner/cfg"] = R"({"beam_width": 1, "learn_tokens": false})";
  files["parser/moves"] =
      moves(R"({"0":{"":9},"1":{"":9},"2":{"a":3,"nsubj":5,"b":3},"3":{"dobj||prep":2},"4":{"ROOT":1}})");
  files["parser/model"] = network(transition_nodes(8, 7));
  files["ner/moves"] = moves(R"({"0":{},"1":{"GPE":2},"2":{"GPE":2},"3":{"GPE":2},"4":{"GPE":2,"":1},"5":{"":1}})");
  std::vector<Node> ner = transition_nodes(3, 6);
  for (const Node& node : encoder_nodes(has_vectors)) ner.push_back(node);
  files["ner/model"] = network(ner);
  files["tokenizer"] = tokenizer();
  files["attribute_ruler/patterns"] = patterns();
  files["lemmatizer/lookups/lookups.bin"] = lemmas();
  files["vocab/lookups.bin"] = Pack().map(1).text("lexeme_norm").map(1).integer(string_id("cos")).text("because").str();
  files["vocab/vectors.cfg"] = R"({"mode": "default"})";
  files["vocab/vectors"] = npy({has_vectors ? 2u : 0u, has_vectors ? 4u : 0u});
  Pack keys;
  keys.map(has_vectors ? 2 : 0);
  if (has_vectors) keys.integer(string_id("the")).integer(1).integer(string_id("dog")).integer(0);
  files["vocab/key2row"] = keys.str();
  return files;
}

inline void write_package(const PackageFiles& files, const std::filesystem::path& folder) {
  for (const auto& [name, content] : files) {
    std::filesystem::create_directories((folder / name).parent_path());
    std::ofstream(folder / name, std::ios::binary) << content;
  }
}

/// The package as a wheel, in a folder of it.
inline std::string zip_package(const PackageFiles& files, const std::string& folder = "made_up/made_up-1.2.3/") {
  size_t size = 0;
  for (const auto& [name, content] : files) size += content.size() + 1024;
  std::string zip(size + 4096, '\0');
  size_t used = 0;
  archive* const out = archive_write_new();
  archive_write_set_format_zip(out);
  archive_write_open_memory(out, zip.data(), zip.size(), &used);
  for (const auto& [name, content] : files) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, (folder + name).c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(out, entry);
    archive_write_data(out, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(out);
  archive_write_free(out);
  zip.resize(used);
  return zip;
}

}  // namespace vedette::language
