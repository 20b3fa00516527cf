#include "story/reading.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "story/tense.h"

namespace vedette::story {

namespace {

std::vector<uint32_t> sentences_of(const language::Document& document) {
  std::vector<uint32_t> sentence_of(document.tokens.size());
  for (uint32_t i = 0; i < document.sentences.size(); ++i) {
    std::fill(sentence_of.begin() + document.sentences[i].begin, sentence_of.begin() + document.sentences[i].end, i);
  }
  return sentence_of;
}

std::vector<uint32_t> paragraphs_of(const Story& story, const language::Document& document) {
  std::vector<uint32_t> paragraph_of;
  paragraph_of.reserve(document.tokens.size());
  uint32_t paragraph = 0;
  for (const auto& token : document.tokens) {
    while (paragraph + 1 < story.paragraphs.size() && story.paragraphs[paragraph + 1].begin <= token.code_point) {
      ++paragraph;
    }
    paragraph_of.push_back(paragraph);
  }
  return paragraph_of;
}

// Where the code points of tokens begin in the story's own text, whose characters may have other lengths.
std::vector<uint32_t> offsets_in_story(const Story& story, const language::Document& document) {
  std::vector<uint32_t> offsets;
  offsets.reserve(document.tokens.size() + 1);
  size_t at = 0;
  uint32_t code_point = 0;
  for (const auto& token : document.tokens) {
    for (; code_point < token.code_point && at < story.text.size(); ++code_point) next_code_point(story.text, at);
    offsets.push_back(static_cast<uint32_t>(at));
  }
  offsets.push_back(static_cast<uint32_t>(story.text.size()));
  return offsets;
}

}  // namespace

std::string Reading::text_of(TokenRange tokens) const {
  std::string words;
  if (tokens.empty()) return words;
  const std::string_view own(story.text);
  const size_t begin = story_offsets[tokens.begin];
  // Up to where the next token begins: the blanks before it fall away below.
  const size_t end = story_offsets[tokens.end];
  bool blank = false;
  for (size_t i = begin; i < end; ++i) {
    const char byte = own[i];
    if (byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t') {
      blank = true;
      continue;
    }
    if (blank && !words.empty()) words += ' ';
    blank = false;
    words += byte;
  }
  return words;
}

Range Reading::range_of(TokenRange tokens) const {
  if (tokens.empty()) return {};
  const auto& last = document.tokens[tokens.end - 1];
  return {document.tokens[tokens.begin].code_point,
          last.code_point + static_cast<uint32_t>(count_code_points(document.text_of(last)))};
}

TokenRange Reading::tokens_of(Range range) const {
  const auto& tokens = document.tokens;
  const auto end = std::lower_bound(tokens.begin(), tokens.end(), range.end,
                                    [](const auto& token, uint32_t at) { return token.code_point < at; });
  auto begin = std::lower_bound(tokens.begin(), end, range.begin,
                                [](const auto& token, uint32_t at) { return token.code_point < at; });
  // A token that begins before the range may still reach into it.
  if (begin != tokens.begin()) {
    const auto before = static_cast<uint32_t>(begin - tokens.begin()) - 1;
    if (range_of({before, before + 1}).end > range.begin) --begin;
  }
  const TokenRange found{static_cast<uint32_t>(begin - tokens.begin()), static_cast<uint32_t>(end - tokens.begin())};
  return found.begin < found.end ? found : TokenRange{found.begin, found.begin};
}

TokenRange Reading::sentence(uint32_t index) const {
  const auto& span = document.sentences[sentence_of[index]];
  return {span.begin, span.end};
}

std::string lower_lemma(const Reading& reading, uint32_t token) {
  return ascii_lower(reading.lemma(token));
}

std::string lower_text(const Reading& reading, uint32_t token) {
  return ascii_lower(reading.text(token));
}

std::span<const uint32_t> near_children(const Reading& reading, uint32_t token) {
  constexpr size_t kMostChildren = 64;
  const auto children = reading.tree.children(token);
  return children.first(std::min(children.size(), kMostChildren));
}

Reading make_reading(const Story& story, const language::Document& document) {
  Reading reading{.story = story,
                  .document = document,
                  .tree = language::Tree(document),
                  .tenses = tenses_of(document),
                  .sentence_of = sentences_of(document),
                  .paragraph_of = paragraphs_of(story, document)};
  reading.story_offsets = offsets_in_story(story, document);
  const auto size = document.tokens.size();
  reading.quotation_of.assign(size, -1);
  for (uint32_t i = 0; i < story.quotations.size(); ++i) {  // inner ones come later and overwrite
    const auto tokens = reading.tokens_of(story.quotations[i].inside);
    std::fill(reading.quotation_of.begin() + tokens.begin, reading.quotation_of.begin() + tokens.end,
              static_cast<int32_t>(i));
  }
  const auto& tenses = reading.tenses;
  const auto tense = [&](uint32_t at) {
    const auto tokens = reading.tokens_of({at, at + 1});
    return tokens.begin < tenses.size() ? tenses[tokens.begin] : Tense::kUnknown;
  };
  reading.times = find_times(story.plain, {.published = story.published, .tense_at = tense});
  reading.time_of.assign(size, -1);
  for (uint32_t i = 0; i < reading.times.size(); ++i) {
    const auto tokens = reading.tokens_of(reading.times[i].range);
    std::fill(reading.time_of.begin() + tokens.begin, reading.time_of.begin() + tokens.end, static_cast<int32_t>(i));
  }
  return reading;
}

}  // namespace vedette::story
