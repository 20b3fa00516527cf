#include "match/typing.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/hash.h"
#include "base/utf8.h"
#include "match/unit.h"
#include "match/word_tables.h"
#include "text/name_groups.h"
#include "text/romanise.h"

namespace vedette::match {
namespace {

/// What the commonest name of all loses of its weight: "Mohammad" says 0.4 where an unheard-of name says 1.
constexpr double kCommonnessLoss = 0.6;
/// The same in names of bodies, where a person's name is an ordinary word.
constexpr double kCommonnessLossOfBodies = 0.3;
/// Short words coincide easily: "Al", "Bo", "Kim".
constexpr float kTwoLetterFactor = 0.6F;
constexpr float kThreeLetterFactor = 0.85F;
/// "Vladimirovich" says who the father was, which half of all sources leave out.
constexpr float kPatronymicFactor = 0.55F;
/// "Al-Qa'ida/Islamic Army": what stands after a slash is another name of the same, not more of it.
constexpr float kAfterSlashFactor = 0.5F;
/// "W" in "George W Bush".
constexpr float kInitialWeight = 0.25F;
/// A number in a person's name is seldom part of it.
constexpr float kNumberInPersonWeight = 0.2F;
constexpr float kNumberWeight = 0.5F;
/// No token says nothing at all: sums of weights are never zero.
constexpr float kLeastWeight = 0.02F;
/// Groups of a name that are kept; forms in more are hardly one name.
constexpr size_t kMaxNameGroups = 12;
constexpr size_t kLongestAcronym = 6;
/// Longest reading of Han or Hangul signs that is compared whole or not at all: "zhuang", "zhihong".
constexpr size_t kLongestSyllable = 7;

/// One sign is a syllable: a word of one sign is no initial, and readings are whole syllables.
bool writes_syllables(text::Script script) {
  return script == text::Script::kHan || script == text::Script::kHangul || script == text::Script::kKana;
}

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_latin_word(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_upper(std::string_view word) {
  return std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
         std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::vector<std::string> split_spaces(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const size_t space = text.find(' ');
    if (space != 0) parts.emplace_back(text.substr(0, space));
    if (space == std::string_view::npos) break;
    text.remove_prefix(space + 1);
  }
  return parts;
}

void add_other(Token& token, std::string reading) {
  if (reading.empty() || reading == token.form || token.others.size() + 1 >= kMaxReadings) return;
  if (std::find(token.others.begin(), token.others.end(), reading) == token.others.end())
    token.others.push_back(std::move(reading));
}

void sort_groups(std::vector<uint32_t>& groups) {
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
}

void add_name_groups(Token& token, std::string_view form) {
  const auto groups = text::name_groups(form);
  for (size_t i = 0; i < std::min(groups.size(), kMaxNameGroups); ++i)
    token.groups.push_back(make_group(GroupSort::kName, groups[i]));
}

/// "S3chin": digits that stand for letters they look like, where letters go on after them.
std::string without_look_alikes(std::string_view word) {
  static constexpr std::string_view kDigits = "013459";
  static constexpr std::string_view kLetters = "oieasg";
  std::string result(word);
  size_t letters = 0;
  for (size_t i = 0; i < result.size(); ++i) {
    const size_t at = kDigits.find(result[i]);
    if (result[i] >= 'a' && result[i] <= 'z') ++letters;
    if (at == std::string_view::npos) continue;
    if (i + 1 == result.size() || is_number(result.substr(i + 1))) return {};
    result[i] = kLetters[at];
  }
  return letters >= 2 && letters + 2 >= result.size() && result != word ? result : std::string();
}

/// One word becomes one token, or several where its reading has several words ("김정은").
std::vector<Token> read_word(const RawWord& word) {
  std::vector<Token> tokens;
  std::vector<std::string> readings;
  const bool single_sign = word.script == text::Script::kHan && count_code_points(word.folded) == 1;
  if (single_sign)  // one sign belongs to many names: only how it sounds is known
    readings = text::romanise_by_rule(word.folded, word.script);
  else if (word.script != text::Script::kLatin && !is_latin_word(word.folded))
    readings = text::romanise(word.folded, word.script);
  if (readings.empty()) readings.push_back(word.folded);
  if (std::string plain = without_look_alikes(readings.front()); !plain.empty()) readings.front() = std::move(plain);
  const std::vector<std::string> first = split_spaces(readings.front());
  const bool no_vowels = word.script == text::Script::kArabic || word.script == text::Script::kHebrew;
  for (const std::string& part : first) {
    Token token;
    token.form = part;
    token.text = word.original;
    if (no_vowels) token.traits |= kTraitConsonants;
    tokens.push_back(std::move(token));
  }
  for (size_t i = 1; i < readings.size(); ++i) {
    std::vector<std::string> parts = split_spaces(readings[i]);
    if (tokens.size() == 1) {
      std::string joined;
      for (const std::string& part : parts) joined += part;
      add_other(tokens[0], std::move(joined));
    } else if (parts.size() == tokens.size()) {
      for (size_t j = 0; j < parts.size(); ++j) add_other(tokens[j], std::move(parts[j]));
    }
  }
  if (tokens.size() == 1) {
    if (!single_sign) add_name_groups(tokens[0], word.folded);
    if (tokens[0].form != word.folded) add_name_groups(tokens[0], tokens[0].form);
  } else {
    for (Token& token : tokens) add_name_groups(token, token.form);
  }
  return tokens;
}

float word_weight(const Token& token, NameClass name_class) {
  const double loss =
      name_class == NameClass::kPerson || name_class == NameClass::kOpen ? kCommonnessLoss : kCommonnessLossOfBodies;
  const auto weight = static_cast<float>(1 - loss * text::commonness(token.form));
  const size_t length = token.form.size();
  return weight * (length <= 2 ? kTwoLetterFactor : length == 3 ? kThreeLetterFactor : 1.0F);
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
    if (class_ == NameClass::kPerson || class_ == NameClass::kOpen) mark_patronymic();
    mark_syllables();
    mark_chinese();
    for (Token& token : tokens_) {
      sort_groups(token.groups);
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

  static bool looks_like_patronymic(std::string_view form) {
    if (form.size() < 7) return false;
    for (const std::string_view ending :
         {"ovich", "evich", "ovych", "evych", "ovna", "evna", "ivna", "ichna", "ovitch", "evitch"})
      if (form.ends_with(ending)) return true;
    return false;
  }

  /// In a name of three or more the last such token that is not the last of all, else the last: Roman Arkadyevich
  /// Abramovich, Putin Vladimir Vladimirovich.
  void mark_patronymic() {
    if (tokens_.size() < 3) return;
    for (size_t i = tokens_.size() - 1; i-- > 1;)
      if (looks_like_patronymic(tokens_[i].form)) return set_patronymic(tokens_[i]);
    if (looks_like_patronymic(tokens_.back().form)) set_patronymic(tokens_.back());
  }

  static void set_patronymic(Token& token) {
    token.kind = TokenKind::kPatronymic;
    token.weight *= kPatronymicFactor;
  }

  /// A name of two to four tokens that are all Korean syllables is taken for Korean.
  void mark_syllables() {
    if (class_ != NameClass::kPerson && class_ != NameClass::kOpen) return;
    if (tokens_.size() < 2 || tokens_.size() > 4) return;
    for (const Token& token : tokens_)
      if (syllable_groups(token.form).empty()) return;
    for (Token& token : tokens_) {
      const auto groups = syllable_groups(token.form);
      token.groups.insert(token.groups.end(), groups.begin(), groups.end());
      token.traits |= kTraitSyllable;
      token.traits &= static_cast<uint8_t>(~kTraitInitial);
      if (token.kind == TokenKind::kParticle || token.kind == TokenKind::kInitial) {
        token.kind = TokenKind::kWord;
        token.weight = word_weight(token, class_);
      }
    }
  }

  /// Classes of the two Chinese syllables that a word may be made of: "jinping", "tsetung".
  static std::vector<uint32_t> chinese_pairs(std::string_view form) {
    std::vector<uint32_t> groups;
    for (size_t cut = 1; cut < form.size(); ++cut)
      for (const uint32_t first : chinese_groups(form.substr(0, cut)))
        for (const uint32_t second : chinese_groups(form.substr(cut)))
          groups.push_back(chinese_pair_group(first, second));
    return groups;
  }

  /// A name of two to four tokens that are Chinese syllables or pairs of them, one a single syllable, may be Chinese.
  void mark_chinese() {
    if (class_ != NameClass::kPerson && class_ != NameClass::kOpen) return;
    if (tokens_.size() < 2 || tokens_.size() > 4) return;
    bool single = false;
    std::vector<std::vector<uint32_t>> groups;
    for (const Token& token : tokens_) {
      const auto own = chinese_groups(token.form);
      single |= !own.empty();
      groups.push_back(own.empty() ? chinese_pairs(token.form) : std::vector<uint32_t>(own.begin(), own.end()));
      if (groups.back().empty()) return;
    }
    if (!single) return;
    for (size_t i = 0; i < tokens_.size(); ++i)
      tokens_[i].groups.insert(tokens_[i].groups.end(), groups[i].begin(), groups[i].end());
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
