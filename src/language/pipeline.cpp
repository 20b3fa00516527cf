#include "language/pipeline.h"

#include <algorithm>

#include "base/utf8.h"
#include "language/utf8_edges.h"

namespace vedette::language {
namespace {

// Documents are read in groups of about this many tokens, so that short ones share products.
constexpr size_t kGroupTokens = 4096;
// Between documents, caches are emptied when the distinct tokens met need more than this.
constexpr size_t kMaxLexemeBytes = size_t{16} << 20;

// The text of a document: valid, and not too long. Cuts between code points.
std::string_view bounded(std::string_view text, bool& cut) {
  if (text.size() <= kMaxText) return text;
  cut = true;
  return text.substr(0, edge_not_beyond(text, kMaxText));
}

void set_text(std::string_view text, Document& document) {
  text = bounded(text, document.cut);
  if (is_valid_utf8(text)) {
    document.text = text;
  } else {
    document.text = mend_utf8(text);
    document.text.resize(bounded(document.text, document.cut).size());
  }
}

}  // namespace

Pipeline::Pipeline(const CompiledModel& model, const Kernel& kernel)
    : model_(model),
      kernel_(kernel),
      lexemes_(model.data.norms),
      tokenizer_(model.tokenizer, lexemes_),
      shared_(model.data.shared, model.data.vectors, lexemes_, kernel),
      own_(model.data.own, model.data.vectors, lexemes_, kernel),
      parser_(model.data.parser, kernel),
      recogniser_(model.data.entities, kernel),
      annotator_(model.ruler, model.data, lexemes_) {}

void Pipeline::make_room() {
  if (lexemes_.bytes() <= kMaxLexemeBytes) return;
  lexemes_.clear();
  tokenizer_.forget();
  shared_.forget();
  own_.forget();
  annotator_.forget();
}

void Pipeline::start_document(Work& work) {
  Document& document = work.document;
  document.labels = model_.data.labels;
  document.tokens.resize(work.tokens.size());
  work.is_space.resize(work.tokens.size());
  uint32_t code_point = 0;
  for (size_t i = 0; i < work.tokens.size(); ++i) {
    const RawToken& raw = work.tokens[i];
    const Lexeme& lexeme = lexemes_[raw.lexeme];
    Token& token = document.tokens[i];
    token.offset = raw.offset;
    token.length = raw.length;
    token.space_after = raw.space_after;
    token.code_point = code_point;
    code_point += lexeme.code_points + (raw.space_after ? 1 : 0);
    work.is_space[i] = lexeme.features.is_space ? 1 : 0;
  }
}

void Pipeline::tag(const float* row, size_t count, size_t target) {
  const Layer& layer = model_.data.tagger;
  const size_t stride = size_t{layer.blocks()} * kLanes;
  tag_scores_.resize(std::max(tag_scores_.size(), count * stride));
  kernel_.product(layer, row, model_.data.shared.width, count, tag_scores_.data(), stride);
  for (size_t i = 0; i < count; ++i) {
    const float* scores = tag_scores_.data() + i * stride;
    tags_[target + i] =
        model_.data.tags[static_cast<size_t>(std::max_element(scores, scores + layer.outputs) - scores)];
  }
}

void Pipeline::encode_pass(std::span<const DocumentPart> pieces, std::span<const size_t> targets,
                           EncoderWorker& encoder, const Layer& hidden, bool tags, std::vector<float>& kept) {
  encoder.encode(pieces);
  const size_t width = hidden.inputs;
  for (size_t p = 0; p < pieces.size(); ++p) {
    const size_t count = pieces[p].end - pieces[p].begin;
    const float* rows = encoder.rows(p);
    kernel_.product(hidden, rows, width, count, hidden_.data() + targets[p] * hidden.outputs, hidden.outputs);
    if (tags) tag(rows, count, targets[p]);
    if (keeps_rows_) kept.insert(kept.end(), rows, rows + count * width);
  }
}

// Cuts the documents into pieces and puts as many through at once as make a pass.
void Pipeline::encode(std::span<Work> group, EncoderWorker& encoder, const Layer& hidden, bool tags) {
  std::vector<float>& kept = tags ? rows_.shared : rows_.own;
  kept.clear();
  pieces_.clear();
  targets_.clear();
  uint32_t waiting = 0;
  const auto flush = [&] {
    if (!pieces_.empty()) encode_pass(pieces_, targets_, encoder, hidden, tags, kept);
    pieces_.clear();
    targets_.clear();
    waiting = 0;
  };
  for (const Work& work : group) {
    const auto count = static_cast<uint32_t>(work.tokens.size());
    for (uint32_t begin = 0; begin < count;) {
      const uint32_t end = std::min(count, begin + EncoderWorker::kPassTokens - waiting);
      pieces_.push_back({work.tokens, begin, end});
      targets_.push_back(work.first + begin);
      waiting += end - begin;
      begin = end;
      if (waiting >= EncoderWorker::kPassTokens) flush();
    }
  }
  flush();
}

void Pipeline::parse(Work& work) {
  const auto count = static_cast<uint32_t>(work.tokens.size());
  parser_.parse(hidden_.data() + work.first * model_.data.parser.hidden.outputs, count, arcs_);
  for (uint32_t i = 0; i < count; ++i) {
    if (arcs_.heads[i] == i) arcs_.labels[i] = model_.data.root_label;
  }
  find_edges(arcs_.heads, edges_);
  restore_crossing_arcs(model_.data, work.is_space, edges_, arcs_);
  find_edges(arcs_.heads, edges_);
  work.starts_sentence = edges_.starts_sentence;
  Document& document = work.document;
  for (uint32_t i = 0; i < count; ++i) {
    Token& token = document.tokens[i];
    token.head = arcs_.heads[i];
    token.dependency = arcs_.labels[i];
    token.tag = tags_[work.first + i];
    token.sentence_start = work.starts_sentence[i] != 0;
    if (i == 0 || token.sentence_start) document.sentences.push_back({i, i, 0});
    document.sentences.back().end = i + 1;
  }
}

void Pipeline::find_entities(Work& work) {
  Document& document = work.document;
  recogniser_.find(hidden_.data() + work.first * model_.data.entities.hidden.outputs, work.starts_sentence,
                   work.is_space, document.entities);
  for (const Span& span : document.entities) {
    for (uint32_t i = span.begin; i < span.end; ++i) {
      document.tokens[i].entity = span.label;
      document.tokens[i].place = i == span.begin ? EntityPlace::kBegin : EntityPlace::kInside;
    }
  }
}

void Pipeline::finish(std::span<Work> group) {
  size_t tokens = 0;
  for (Work& work : group) {
    work.first = tokens;
    tokens += work.tokens.size();
    start_document(work);
  }
  const ModelData& data = model_.data;
  rows_.width = data.shared.width;
  rows_.own_width = data.own.width;
  tags_.resize(std::max(tags_.size(), tokens));
  hidden_.resize(std::max(hidden_.size(), tokens * std::max(data.parser.hidden.outputs, data.entities.hidden.outputs)));
  encode(group, shared_, data.parser.hidden, true);
  for (Work& work : group) {
    parse(work);
    annotator_.annotate(work.document, work.tokens);
  }
  encode(group, own_, data.entities.hidden, false);
  for (Work& work : group) find_entities(work);
  if (tokens > kGroupTokens * 4) std::vector<float>().swap(hidden_);
}

std::vector<Document> Pipeline::read(std::span<const std::string_view> texts) {
  std::vector<Document> documents;
  documents.reserve(texts.size());
  for (size_t next = 0; next < texts.size();) {
    make_room();
    size_t count = 0;
    for (size_t tokens = 0; next < texts.size() && tokens < kGroupTokens; ++next, ++count) {
      if (group_.size() == count) group_.emplace_back();
      Work& work = group_[count];
      work.document = {};
      set_text(texts[next], work.document);
      tokenizer_.split(work.document.text, work.tokens);
      tokens += work.tokens.size();
    }
    const auto group = std::span(group_).first(count);
    finish(group);
    for (Work& work : group) documents.push_back(std::move(work.document));
  }
  return documents;
}

Document Pipeline::read(const Words& words) {
  make_room();
  if (group_.empty()) group_.emplace_back();
  Work& work = group_.front();
  work.document = {};
  work.tokens.clear();
  std::string& text = work.document.text;
  for (size_t i = 0; i < words.words.size(); ++i) {
    if (words.words[i].empty()) continue;
    const std::string word = mend_utf8(words.words[i]);
    if (text.size() + word.size() >= kMaxText) {
      work.document.cut = true;
      break;
    }
    const bool space = i >= words.spaces.size() || words.spaces[i];
    work.tokens.push_back(
        {lexemes_.number(word), static_cast<uint32_t>(text.size()), static_cast<uint32_t>(word.size()), space});
    text += word;
    if (space) text += ' ';
  }
  finish(std::span(group_).first(1));
  return std::move(work.document);
}

}  // namespace vedette::language
