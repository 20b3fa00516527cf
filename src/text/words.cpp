#include "text/words.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/utf8.h"
#include "text/character.h"

namespace vedette::text {
namespace {

bool is_mixable(Script script) {
  return script == Script::kLatin || script == Script::kCyrillic || script == Script::kGreek;
}

bool can_stand_together(Script a, Script b) {
  return a == b || a == Script::kCommon || b == Script::kCommon || (is_mixable(a) && is_mixable(b));
}

// Grows one word at a time. An apostrophe is held back until a letter follows it.
class WordBuilder {
 public:
  void letter(size_t begin, size_t end, Script script) {
    if (open_ && !can_stand_together(last_, script)) close();
    if (!open_) start(begin);
    if (script != Script::kCommon) last_ = script;
    ++counts_[static_cast<size_t>(script)];
    word_.end = static_cast<uint32_t>(end);
  }
  void mark(size_t end) {
    if (open_ && !pending_apostrophe_) word_.end = static_cast<uint32_t>(end);
  }
  void apostrophe() {
    if (pending_apostrophe_) close();
    pending_apostrophe_ = open_;
  }
  void letter_follows() { pending_apostrophe_ = false; }
  void close() {
    if (open_) {
      counts_[0] = 0;
      word_.script = static_cast<Script>(std::max_element(counts_.begin(), counts_.end()) - counts_.begin());
      words_.push_back(word_);
    }
    open_ = pending_apostrophe_ = false;
  }
  std::vector<Word> take() { return close(), std::move(words_); }

 private:
  void start(size_t begin) {
    open_ = true;
    last_ = Script::kCommon;
    counts_.fill(0);
    word_.begin = static_cast<uint32_t>(begin);
  }

  std::vector<Word> words_;
  Word word_;
  std::array<uint32_t, kScriptCount> counts_{};
  Script last_ = Script::kCommon;
  bool open_ = false;
  bool pending_apostrophe_ = false;
};

}  // namespace

std::vector<Word> split_words(std::string_view utf8) {
  utf8 = utf8.substr(0, std::numeric_limits<uint32_t>::max());
  WordBuilder builder;
  for (size_t position = 0; position < utf8.size();) {
    const size_t begin = position;
    const CharacterClass found = classify(next_code_point(utf8, position));
    switch (found.kind) {
      case CharacterKind::kLetter:
      case CharacterKind::kDigit:
        builder.letter_follows();
        builder.letter(begin, position, found.kind == CharacterKind::kDigit ? Script::kCommon : found.script);
        break;
      case CharacterKind::kMark:
      case CharacterKind::kInvisible:
        builder.mark(position);
        break;
      case CharacterKind::kApostrophe:
        builder.apostrophe();
        break;
      case CharacterKind::kBreak:
        builder.close();
        break;
    }
  }
  return builder.take();
}

}  // namespace vedette::text
