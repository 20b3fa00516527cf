// One thread's whole engine: texts in, documents out.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "language/annotate.h"
#include "language/arc_eager.h"
#include "language/biluo.h"
#include "language/encoder_worker.h"
#include "language/lexeme_table.h"
#include "language/model_data.h"
#include "language/sentence_edges.h"
#include "language/tokenizer.h"
#include "vedette/language.hpp"

namespace vedette::language {

/// A model with its rules compiled. Immutable and shared by threads.
struct CompiledModel {
  const ModelData& data;
  const Tokenizer& tokenizer;
  const AttributeRuler& ruler;
};

class Pipeline {
 public:
  /// The model and kernel must outlive it.
  Pipeline(const CompiledModel& model, const Kernel& kernel);
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  std::vector<Document> read(std::span<const std::string_view> texts);
  Document read(const Words& words);

  const Kernel& kernel() const { return kernel_; }
  void keep_rows(bool keep) { keeps_rows_ = keep; }
  bool keeps_rows() const { return keeps_rows_; }
  const Reader::Rows& rows() const { return rows_; }

 private:
  // A document on its way, and what only the way needs.
  struct Work {
    Document document;
    std::vector<RawToken> tokens;
    std::vector<uint8_t> is_space;
    std::vector<uint8_t> starts_sentence;
    size_t first = 0;  // of its tokens among those of its group
  };

  void make_room();
  void finish(std::span<Work> group);
  void encode(std::span<Work> group, EncoderWorker& encoder, const Layer& hidden, bool tags);
  void encode_pass(std::span<const DocumentPart> pieces, std::span<const size_t> targets, EncoderWorker& encoder,
                   const Layer& hidden, bool tags, std::vector<float>& kept);
  void tag(const float* row, size_t count, size_t target);
  void parse(Work& work);
  void find_entities(Work& work);
  void start_document(Work& work);

  const CompiledModel model_;
  const Kernel& kernel_;
  LexemeTable lexemes_;
  TokenizerWorker tokenizer_;
  EncoderWorker shared_, own_;
  ArcEagerParser parser_;
  EntityRecogniser recogniser_;
  Annotator annotator_;

  std::vector<Work> group_;
  std::vector<float> hidden_;   // of the group's tokens, for parser or recogniser
  std::vector<uint16_t> tags_;  // of the group's tokens
  std::vector<float> tag_scores_;
  std::vector<DocumentPart> pieces_;
  std::vector<size_t> targets_;
  Arcs arcs_;
  Edges edges_;
  bool keeps_rows_ = false;
  Reader::Rows rows_;
};

}  // namespace vedette::language
