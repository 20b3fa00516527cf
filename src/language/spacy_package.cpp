#include "language/spacy_package.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "language/arc_eager.h"
#include "language/biluo.h"
#include "language/spacy_config.h"
#include "language/spacy_encoder.h"
#include "language/spacy_meta.h"
#include "language/spacy_tables.h"
#include "language/spacy_tagger.h"
#include "language/spacy_transitions.h"
#include "language/spacy_vectors.h"

namespace vedette::language {
namespace {

// The factories of components, and which must run before which.
constexpr std::array<std::string_view, 6> kFactories{"tok2vec",         "tagger",     "parser",
                                                     "attribute_ruler", "lemmatizer", "ner"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kOrder{{{"tok2vec", "tagger"},
                                                                               {"tok2vec", "parser"},
                                                                               {"tagger", "attribute_ruler"},
                                                                               {"parser", "attribute_ruler"},
                                                                               {"attribute_ruler", "lemmatizer"},
                                                                               {"parser", "ner"}}};

// Name of the component that each factory made, and its place in the pipeline.
struct Component {
  std::string name;
  size_t place = 0;
};
using Pipeline = std::map<std::string, Component, std::less<>>;

Result<Pipeline> read_pipeline(const SpacyConfig& config) {
  VEDETTE_ASSIGN_OR_RETURN(const auto names, config.texts("nlp", "pipeline"));
  std::vector<std::string> disabled;
  if (config.has("nlp", "disabled")) {
    VEDETTE_ASSIGN_OR_RETURN(disabled, config.texts("nlp", "disabled"));
  }
  Pipeline pipeline;
  for (size_t i = 0; i < names.size(); ++i) {
    if (std::find(disabled.begin(), disabled.end(), names[i]) != disabled.end()) continue;
    VEDETTE_ASSIGN_OR_RETURN(const std::string factory, config.text("components." + names[i], "factory"));
    if (std::find(kFactories.begin(), kFactories.end(), factory) == kFactories.end()) {
      return config.place().unsupported(
          "nlp.pipeline", fmt::format("component {} ({}) is not one that this program runs", names[i], factory));
    }
    if (!pipeline.emplace(factory, Component{names[i], i}).second) {
      return config.place().unsupported("nlp.pipeline", fmt::format("two components of kind {}", factory));
    }
  }
  return pipeline;
}

Result<void> check_pipeline(const SpacyConfig& config, const Pipeline& pipeline) {
  for (const std::string_view factory : kFactories) {
    if (pipeline.find(factory) == pipeline.end()) {
      return config.place().unsupported("nlp.pipeline", fmt::format("it has no {}", factory));
    }
  }
  for (const auto& [first, second] : kOrder) {
    if (pipeline.find(first)->second.place > pipeline.find(second)->second.place) {
      return config.place().unsupported("nlp.pipeline", fmt::format("{} runs after {}", first, second));
    }
  }
  return {};
}

// What reading one package needs in most places.
class PackageReader {
 public:
  PackageReader(SpacyFiles& files, const SpacyConfig& config, const Pipeline& pipeline, ModelDraft& draft)
      : files_(files), config_(config), pipeline_(pipeline), draft_(draft) {}

  Result<void> read() {
    VEDETTE_RETURN_IF_ERROR(read_networks());
    VEDETTE_RETURN_IF_ERROR(read_tokenizer());
    return read_rules();
  }

 private:
  const std::string& name(std::string_view factory) const { return pipeline_.find(factory)->second.name; }

  Result<SpacyNodes> nodes_of(std::string_view factory) {
    const std::string file = name(factory) + "/model";
    VEDETTE_ASSIGN_OR_RETURN(std::string bytes, files_.read(file));
    return SpacyNodes::parse(std::move(bytes), files_.place(file));
  }

  Result<void> expect_listener(std::string_view factory) const {
    const std::string section = "components." + name(factory) + ".model.tok2vec";
    VEDETTE_RETURN_IF_ERROR(config_.expect(section, "@architectures", {"spacy.Tok2VecListener.v1"}));
    return config_.expect(section, "upstream", {name("tok2vec"), "*"});
  }

  Result<void> read_networks() {
    ModelData& data = draft_.data;
    std::unique_ptr<const SpacyVectors> vectors;
    VEDETTE_RETURN_IF_ERROR(read_vectors(vectors));
    {
      VEDETTE_ASSIGN_OR_RETURN(const SpacyNodes nodes, nodes_of("tok2vec"));
      const std::string section = "components." + name("tok2vec") + ".model";
      VEDETTE_ASSIGN_OR_RETURN(data.shared, read_spacy_encoder(config_, section, nodes, vectors.get(), draft_.arena));
    }
    VEDETTE_RETURN_IF_ERROR(read_listeners());
    VEDETTE_ASSIGN_OR_RETURN(const SpacyNodes nodes, nodes_of("ner"));
    const std::string section = "components." + name("ner") + ".model.tok2vec";
    VEDETTE_ASSIGN_OR_RETURN(data.own, read_spacy_encoder(config_, section, nodes, vectors.get(), draft_.arena));
    if ((data.own.static_rows == nullptr) != (data.shared.static_rows == nullptr)) {
      return config_.place().unsupported("include_static_vectors", "true of one encoder only");
    }
    const TransitionKind kind{"ner", kEntityFeatures, kEntityActions};
    VEDETTE_ASSIGN_OR_RETURN(data.entities,
                             read_spacy_transitions(files_, config_, name("ner"), kind, nodes, data.own.width, draft_));
    return {};
  }

  Result<void> read_listeners() {
    ModelData& data = draft_.data;
    VEDETTE_RETURN_IF_ERROR(expect_listener("tagger"));
    VEDETTE_RETURN_IF_ERROR(expect_listener("parser"));
    VEDETTE_RETURN_IF_ERROR(config_.expect("components." + name("tagger") + ".model", "@architectures",
                                           {"spacy.Tagger.v2", "spacy.Tagger.v1"}));
    VEDETTE_ASSIGN_OR_RETURN(const SpacyNodes tagger, nodes_of("tagger"));
    VEDETTE_RETURN_IF_ERROR(read_spacy_tagger(files_, name("tagger"), tagger, data.shared.width, draft_));
    VEDETTE_ASSIGN_OR_RETURN(const SpacyNodes parser, nodes_of("parser"));
    const TransitionKind kind{"parser", kArcFeatures, kArcActions};
    VEDETTE_ASSIGN_OR_RETURN(
        data.parser, read_spacy_transitions(files_, config_, name("parser"), kind, parser, data.shared.width, draft_));
    return {};
  }

  // Vectors are read only where an encoder uses them.
  Result<void> read_vectors(std::unique_ptr<const SpacyVectors>& vectors) {
    bool is_wanted = false;
    for (const std::string& section :
         {"components." + name("tok2vec") + ".model.embed", "components." + name("ner") + ".model.tok2vec.embed"}) {
      if (!config_.has(section, "include_static_vectors")) continue;
      VEDETTE_ASSIGN_OR_RETURN(const bool wants, config_.flag(section, "include_static_vectors"));
      is_wanted = is_wanted || wants;
    }
    if (!is_wanted) return {};
    VEDETTE_ASSIGN_OR_RETURN(vectors, read_spacy_vectors(files_));
    draft_.vector_rows = vectors->row_count();
    draft_.data.vectors = {draft_.arena.ids(vectors->ids), draft_.arena.numbers(vectors->rows)};
    return {};
  }

  Result<void> read_tokenizer() {
    VEDETTE_RETURN_IF_ERROR(config_.expect("nlp.tokenizer", "@tokenizers", {"spacy.Tokenizer.v1"}));
    VEDETTE_ASSIGN_OR_RETURN(const std::string bytes, files_.read("tokenizer"));
    VEDETTE_ASSIGN_OR_RETURN(draft_.data.tokenizer,
                             read_spacy_tokenizer(bytes, {files_.place("tokenizer")}, draft_.arena));
    const std::string lookups = "vocab/lookups.bin";
    std::string norms("\x80");  // an empty map
    if (files_.has(lookups)) {
      VEDETTE_ASSIGN_OR_RETURN(norms, files_.read(lookups));
    }
    VEDETTE_ASSIGN_OR_RETURN(draft_.data.norms, read_spacy_norms(norms, {files_.place(lookups)}, draft_.arena));
    return {};
  }

  Result<void> read_rules() {
    const std::string lemmatizer = "components." + name("lemmatizer");
    VEDETTE_RETURN_IF_ERROR(config_.expect(lemmatizer, "mode", {"rule"}));
    if (config_.has(lemmatizer, "overwrite")) {
      VEDETTE_ASSIGN_OR_RETURN(const bool overwrite, config_.flag(lemmatizer, "overwrite"));
      if (overwrite) {
        return config_.place().unsupported(lemmatizer + ".overwrite", "true where this program has false");
      }
    }
    const std::string patterns = name("attribute_ruler") + "/patterns";
    const std::string lookups = name("lemmatizer") + "/lookups/lookups.bin";
    VEDETTE_ASSIGN_OR_RETURN(const std::string rules, files_.read(patterns));
    VEDETTE_ASSIGN_OR_RETURN(draft_.data.attribute_rules,
                             read_spacy_attribute_rules(rules, {files_.place(patterns)}, draft_.arena, draft_.labels));
    VEDETTE_ASSIGN_OR_RETURN(const std::string lemmas, files_.read(lookups));
    VEDETTE_ASSIGN_OR_RETURN(draft_.data.lemma_tables,
                             read_spacy_lemmas(lemmas, {files_.place(lookups)}, draft_.arena));
    return {};
  }

  SpacyFiles& files_;
  const SpacyConfig& config_;
  const Pipeline& pipeline_;
  ModelDraft& draft_;
};

}  // namespace

Result<std::unique_ptr<const ModelDraft>> read_spacy_package(SpacyFiles& files) {
  VEDETTE_ASSIGN_OR_RETURN(const std::string text, files.read("config.cfg"));
  VEDETTE_ASSIGN_OR_RETURN(const SpacyConfig config, SpacyConfig::parse(text, files.place("config.cfg")));
  VEDETTE_RETURN_IF_ERROR(config.expect("nlp", "lang", {"en"}));
  VEDETTE_ASSIGN_OR_RETURN(const Pipeline pipeline, read_pipeline(config));
  VEDETTE_RETURN_IF_ERROR(check_pipeline(config, pipeline));
  VEDETTE_ASSIGN_OR_RETURN(const std::string json, files.read("meta.json"));
  VEDETTE_ASSIGN_OR_RETURN(const SpacyMeta meta, parse_spacy_meta(json, {files.place("meta.json")}));
  auto draft = std::make_unique<ModelDraft>();
  draft->info = meta.info;
  VEDETTE_ASSIGN_OR_RETURN(draft->licences, read_licence_texts(files, meta));
  VEDETTE_RETURN_IF_ERROR(PackageReader(files, config, pipeline, *draft).read());
  number_implied_labels(draft->labels);
  if (draft->labels.overflowed()) return SpacyPlace{files.place("")}.unsupported("labels", "more than 65,536");
  return draft;
}

Result<std::unique_ptr<const ModelDraft>> read_spacy_package(const std::filesystem::path& path) {
  VEDETTE_ASSIGN_OR_RETURN(const auto files, SpacyFiles::open(path));
  return read_spacy_package(*files);
}

}  // namespace vedette::language
