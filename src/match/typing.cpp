#include "match/typing.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/hash.h"
#include "base/utf8.h"
#include "match/cultures.h"
#include "match/letters.h"
#include "match/token_reading.h"
#include "match/word_tables.h"

namespace vedette::match {
namespace {

/// "Al-Qa'ida/Islamic Army": what stands after a slash is another name of the same, not more of it.
constexpr float kAfterSlashFactor = 0.5F;
/// "W" in "George W Bush".
constexpr float kInitialWeight = 0.25F;
/// A number in a person's name is seldom part of it.
constexpr float kNumberInPersonWeight = 0.2F;
constexpr float kNumberWeight = 0.5F;
/// No token says nothing at all: sums of weights are never zero.
constexpr float kLeastWeight = 0.02F;
constexpr size_t kLongestAcronym = 6;
/// Longest reading of Han or Hangul signs that is compared whole or not at all: "zhuang", "zhihong".
constexpr size_t kLongestSyllable = 7;

/// One sign is a syllable: a word of one sign is no initial, and readings are whole syllables.
bool writes_syllables(text::Script script) {
  return script == text::Script::kHan || script == text::Script::kHangul || script == text::Script::kKana;
}

/// Legal forms of two letters are believed only where one stands: at the end, or before nothing but others.
bool is_legal_form_at(const std::vector<RawWord>& words, size_t begin, size_t end) {
  std::string joined;
  for (size_t i = begin; i < end; ++i) joined += words[i].folded;
  if (joined.size() > 3 && end - begin > 1) return true;
  if (end == words.size()) return begin > 0;
  if (joined.size() >= 3) return true;
  return begin == 0 && words.size() > 1 && (joined == "pt" || joined == "ao" || joined == "zao");
}

/// A phrase of the tables that begins at a word.
struct Phrase {
  size_t words = 0;
  const PhraseMeaning* meaning = nullptr;
};

class Typer {
 public:
  Typer(const std::vector<RawWord>& words, NameClass name_class) : words_(words), class_(name_class) {}

  std::vector<Token> run() {
    for (size_t i = 0; i < words_.size();) i += take(i);
    mark_cultures(tokens_, class_);
    for (Token& token : tokens_) {
      std::sort(token.groups.begin(), token.groups.end());
      token.groups.erase(std::unique(token.groups.begin(), token.groups.end()), token.groups.end());
      token.weight = std::max(token.weight, kLeastWeight);
      if (class_ == NameClass::kPerson || class_ == NameClass::kOpen) token.traits |= kTraitPerson;
    }
    return std::move(tokens_);
  }

 private:
  size_t take(size_t i) {
    const size_t before = tokens_.size();
    const size_t taken = take_one(i);
    if (words_[i].after_slash)
      for (size_t t = before; t < tokens_.size(); ++t) tokens_[t].weight *= kAfterSlashFactor;
    return taken;
  }

  size_t take_one(size_t i) {
    if (is_number(words_[i].folded)) return take_number(i);
    const Phrase phrase = find_phrase(i);
    if (phrase.meaning != nullptr) {
      take_phrase(i, phrase);
      return phrase.words;
    }
    if (count_code_points(words_[i].folded) == 1 && class_ != NameClass::kThing && take_initial(i)) return 1;
    if (take_initials(i)) return 1;
    std::vector<Token> read = read_word(words_[i]);
    const bool syllables = writes_syllables(words_[i].script);
    for (Token& token : read) {
      if (syllables && token.form.size() <= kLongestSyllable) token.traits |= kTraitSyllable;
      take_word(std::move(token), words_[i]);
    }
    return 1;
  }

  size_t take_number(size_t i) {
    std::string_view digits = words_[i].folded;
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    uint32_t value = 0;
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (parsed.ec != std::errc() || value > 0xFFFFFF) value = static_cast<uint32_t>(checksum64(digits));
    Token token;
    token.form = digits;
    token.text = words_[i].original;
    token.kind = TokenKind::kNumber;
    token.traits = kTraitNumber;
    token.groups = {make_group(GroupSort::kNumber, value)};
    token.weight = class_ == NameClass::kPerson ? kNumberInPersonWeight : kNumberWeight;
    tokens_.push_back(std::move(token));
    return 1;
  }

  Phrase find_phrase(size_t i) const {
    std::string key;
    std::array<std::string, kMaxPhraseWords> keys;
    const size_t longest = std::min<size_t>(kMaxPhraseWords, words_.size() - i);
    for (size_t n = 0; n < longest; ++n) {
      if (n > 0) key += ' ';
      key += words_[i + n].folded;
      keys[n] = key;
    }
    for (size_t n = longest; n > 0; --n)
      if (const PhraseMeaning* meaning = meaning_of(keys[n - 1], i, i + n); meaning != nullptr) return {n, meaning};
    return {};
  }

  const PhraseMeaning* meaning_of(const std::string& key, size_t begin, size_t end) const {
    if (words_.size() == end - begin && class_ != NameClass::kOrganisation) return nullptr;
    if (class_ == NameClass::kPerson || class_ == NameClass::kOpen) {
      const PhraseMeaning* honorific = find_honorific(key);
      if (honorific != nullptr && is_honorific_at(*honorific, begin, end)) return honorific;
    }
    if (class_ == NameClass::kOrganisation || class_ == NameClass::kOpen) {
      const PhraseMeaning* meaning = find_organisation_phrase(key);
      if (meaning != nullptr && (meaning->kind != TokenKind::kLegalForm || is_legal_form_at(words_, begin, end)))
        return meaning;
    }
    if (class_ == NameClass::kThing) {
      const PhraseMeaning* meaning = find_organisation_phrase(key);
      if (meaning != nullptr && meaning->kind == TokenKind::kNumber) return meaning;
    }
    if (end == words_.size()) return nullptr;  // a particle stands before something
    return find_particle(key);
  }

  bool is_honorific_at(const PhraseMeaning& honorific, size_t begin, size_t end) const {
    const bool last = end == words_.size();
    if (class_ == NameClass::kOpen && begin > 0 && !last) return false;
    const HonorificPlace place = place_of(honorific);
    return place == HonorificPlace::kAnywhere ||
           (place == HonorificPlace::kFirst ? begin == 0 && words_.size() > end + 1 : !last);
  }

  void take_phrase(size_t i, const Phrase& phrase) {
    Token token;
    for (size_t n = 0; n < phrase.words; ++n) {
      const RawWord& word = words_[i + n];
      token.form += word.folded;
      if (n > 0) token.text += ' ';
      token.text += word.original;
    }
    token.kind = phrase.meaning->kind;
    token.groups = phrase.meaning->groups;
    token.weight = phrase.meaning->weight;
    if (token.kind == TokenKind::kNumber) token.traits |= kTraitNumber;
    tokens_.push_back(std::move(token));
  }

  bool take_initial(size_t i) {
    if (class_ == NameClass::kOrganisation || writes_syllables(words_[i].script)) return false;
    Token token = read_word(words_[i]).front();
    if (token.form.size() > 2) return false;  // a word of one sign, as Han names have
    token.form = token.form.substr(0, 1);
    token.others.clear();
    token.groups.clear();
    token.kind = TokenKind::kInitial;
    token.traits = kTraitInitial;
    token.weight = kInitialWeight;
    tokens_.push_back(std::move(token));
    return true;
  }

  /// "JC Juncker": two capital consonants in a name that is not all capitals are two initials.
  bool take_initials(size_t i) {
    const std::string& written = words_[i].original;
    const std::string& folded = words_[i].folded;
    if (class_ != NameClass::kPerson || written.size() != 2 || folded.size() != 2 || !is_upper(written)) return false;
    if (folded.find_first_of("aeiouy") != std::string::npos || all_capitals()) return false;
    for (const char letter : folded) {
      Token token;
      token.form = std::string(1, letter);
      token.text = written;
      token.kind = TokenKind::kInitial;
      token.traits = kTraitInitial;
      token.weight = kInitialWeight;
      tokens_.push_back(std::move(token));
    }
    return true;
  }

  bool all_capitals() const {
    return std::all_of(words_.begin(), words_.end(), [](const RawWord& word) { return is_upper(word.original); });
  }

  /// Capitals say something only among other letters, by themselves, or without vowels: "Bank ABC", "HAMAS", "IRGC".
  bool is_acronym(const RawWord& word) const {
    if (!is_upper(word.original)) return false;
    return words_.size() == 1 || !all_capitals() || word.folded.find_first_of("aeiouy") == std::string::npos;
  }

  void take_word(Token token, const RawWord& word) {
    token.weight = word_weight(token, class_);
    if (class_ == NameClass::kPerson || class_ == NameClass::kOpen)
      for (const uint32_t group : nickname_groups(token.form)) token.groups.push_back(group);
    const size_t length = token.form.size();
    const bool body = class_ == NameClass::kOrganisation || class_ == NameClass::kOpen;
    if (body && length >= 3 && length <= kLongestAcronym && is_latin_word(word.original) && is_acronym(word)) {
      token.traits |= kTraitAcronym;
      if (words_.size() == 1) token.kind = TokenKind::kAcronym;
    }
    tokens_.push_back(std::move(token));
  }

  const std::vector<RawWord>& words_;
  NameClass class_;
  std::vector<Token> tokens_;
};

}  // namespace

NameClass name_class(Schema schema) {
  if (schema == Schema::kPerson) return NameClass::kPerson;
  if (is_a(schema, Schema::kOrganization)) return NameClass::kOrganisation;
  if (schema == Schema::kLegalEntity || schema == Schema::kThing) return NameClass::kOpen;
  return NameClass::kThing;
}

std::vector<Token> type_words(const std::vector<RawWord>& words, NameClass name_class) {
  return Typer(words, name_class).run();
}

}  // namespace vedette::match
