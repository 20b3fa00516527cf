// A sentence of spaCy becomes one of CoNLL-U in two steps: which tokens are words and what number each has, then where
// each word hangs once white space is gone.
#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

#include "base/utf8.h"
#include "cli/parsed.h"
#include "engine/text_input.h"

namespace vedette::cli {
namespace {

using language::Document;
using language::EntityPlace;
using language::Span;
using language::Token;

// White space as MISC may hold it: the escapes of UDPipe's SpacesAfter, and \u{…} for what else would break a line.
std::string escaped(std::string_view white_space) {
  std::string text;
  for (size_t position = 0; position < white_space.size();) {
    const char32_t c = next_code_point(white_space, position);
    switch (c) {
      case ' ':
        text += "\\s";
        break;
      case '\t':
        text += "\\t";
        break;
      case '\n':
        text += "\\n";
        break;
      case '\r':
        text += "\\r";
        break;
      default:
        text += fmt::format("\\u{{{:x}}}", static_cast<uint32_t>(c));
    }
  }
  return text;
}

// A column must hold neither tab nor line end, and not be empty.
std::string column(std::string_view text) {
  std::string one_line(text);
  std::replace_if(one_line.begin(), one_line.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return one_line.empty() ? "_" : one_line;
}

class ConlluWriter {
 public:
  ConlluWriter(std::string& out, std::string_view id, const Document& document)
      : out_(out), id_(column(id)), document_(document), numbers_(document.tokens.size()) {
    for (uint32_t i = 0; i < document.tokens.size(); ++i) {
      if (!engine::is_blank(document.text_of(document.tokens[i]))) words_.push_back(i);
    }
  }

  void write() {
    size_t sentences = 0;
    auto next = words_.begin();
    for (const Span& sentence : document_.sentences) {
      const auto begin = next;
      while (next != words_.end() && *next < sentence.end) ++next;
      if (begin == next) continue;  // nothing but white space
      if (++sentences == 1) out_ += fmt::format("# newdoc id = {}\n", id_);
      write_sentence({begin, next}, sentence, sentences);
    }
  }

 private:
  using Words = std::span<const uint32_t>;

  void write_sentence(Words words, const Span& sentence, size_t number) {
    out_ += fmt::format("# sent_id = {}-{}\n# text = ", id_, number);
    for (size_t i = 0; i < words.size(); ++i) {
      out_ += form(words[i]);
      if (i + 1 < words.size() && !after(words[i]).empty()) out_ += ' ';
      numbers_[words[i]] = static_cast<uint32_t>(i + 1);
    }
    out_ += '\n';
    const uint32_t root = root_of(words, sentence);
    for (const uint32_t word : words) write_word(word, head_of(word, sentence), root);
    out_ += '\n';
  }

  // The nearest word above; the word itself where there is none in the sentence.
  uint32_t head_of(uint32_t word, const Span& sentence) const {
    uint32_t head = document_.tokens[word].head;
    while (numbers_[head] == 0 && is_inside(head, sentence) && document_.tokens[head].head != head) {
      head = document_.tokens[head].head;
    }
    return is_inside(head, sentence) && numbers_[head] != 0 ? head : word;
  }

  static bool is_inside(uint32_t token, const Span& sentence) {
    return token >= sentence.begin && token < sentence.end;
  }

  uint32_t root_of(Words words, const Span& sentence) const {
    const auto true_root =
        std::find_if(words.begin(), words.end(), [&](uint32_t word) { return document_.tokens[word].head == word; });
    if (true_root != words.end()) return *true_root;
    return *std::find_if(words.begin(), words.end(), [&](uint32_t word) { return head_of(word, sentence) == word; });
  }

  void write_word(uint32_t word, uint32_t head, uint32_t root) {
    const Token& token = document_.tokens[word];
    const auto label = [&](uint16_t number) { return column(document_.label(number)); };
    std::string relation = label(token.dependency);
    if (relation == "ROOT" || relation == "_") relation = "dep";
    if (word == root) relation = "root";
    const uint32_t above = word == root ? 0 : numbers_[head == word ? root : head];
    out_ += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}\n", numbers_[word], form(word),
                        column(document_.lemma_of(token)), label(token.pos), label(token.tag), label(token.morph),
                        above, relation, miscellaneous(word));
  }

  std::string form(uint32_t word) const { return column(document_.text_of(document_.tokens[word])); }

  // What stands between a word and the next one, or the end.
  std::string_view after(uint32_t word) const {
    const Token& token = document_.tokens[word];
    const size_t begin = size_t{token.offset} + token.length;
    const auto next = std::upper_bound(words_.begin(), words_.end(), word);
    const size_t end = next == words_.end() ? document_.text.size() : document_.tokens[*next].offset;
    return std::string_view(document_.text).substr(begin, end - begin);
  }

  std::string miscellaneous(uint32_t word) const {
    const Token& token = document_.tokens[word];
    std::string text;
    const auto add = [&](std::string_view part) { text += (text.empty() ? "" : "|") + std::string(part); };
    if (token.place != EntityPlace::kOutside) {
      add(fmt::format("NER={}-{}", token.place == EntityPlace::kBegin ? 'B' : 'I', document_.label(token.entity)));
    }
    const std::string_view white_space = after(word);
    if (white_space.empty()) add("SpaceAfter=No");
    if (!white_space.empty() && white_space != " ") add("SpacesAfter=" + escaped(white_space));
    if (word == words_.front() && token.offset != 0) {
      add("SpacesBefore=" + escaped(std::string_view(document_.text).substr(0, token.offset)));
    }
    return text.empty() ? "_" : text;
  }

  std::string& out_;
  std::string id_;
  const Document& document_;
  std::vector<uint32_t> words_;    // all tokens that are not white space
  std::vector<uint32_t> numbers_;  // in the sentence, of those written so far; 0: not a word
};

}  // namespace

void append_parsed_conllu(std::string& out, std::string_view id, const Document& document) {
  ConlluWriter(out, id, document).write();
}

}  // namespace vedette::cli
