// Greek (ELOT 743 and by sound), Georgian (national system of 2002), Armenian (eastern, then western, by sound).
#include <array>

#include "text/letter_map.h"
#include "text/readings.h"

namespace vedette::text {
namespace {

constexpr LetterRule kElot[] = {{U"ου", "ou"}, {U"γγ", "ng"}, {U"γξ", "nx"}, {U"γχ", "nch"}, {U"α", "a"}, {U"β", "v"},
                                {U"γ", "g"},   {U"δ", "d"},   {U"ε", "e"},   {U"ζ", "z"},    {U"η", "i"}, {U"θ", "th"},
                                {U"ι", "i"},   {U"κ", "k"},   {U"λ", "l"},   {U"μ", "m"},    {U"ν", "n"}, {U"ξ", "x"},
                                {U"ο", "o"},   {U"π", "p"},   {U"ρ", "r"},   {U"σ", "s"},    {U"ς", "s"}, {U"τ", "t"},
                                {U"υ", "y"},   {U"φ", "f"},   {U"χ", "ch"},  {U"ψ", "ps"},   {U"ω", "o"}};

// Tried before ELOT's letters when a word is written as it sounds.
constexpr LetterRule kGreekBySound[] = {{U"μπ", "b"},  {U"ντ", "d"}, {U"γκ", "g"}, {U"τζ", "j"}, {U"τσ", "ts"},
                                        {U"αι", "e"},  {U"ει", "i"}, {U"οι", "i"}, {U"ου", "u"}, {U"αυ", "av"},
                                        {U"ευ", "ev"}, {U"χ", "h"},  {U"υ", "i"},  {U"ξ", "ks"}};
constexpr LetterRule kGreekClassic[] = {{U"αυ", "au"}, {U"ευ", "eu"}, {U"η", "e"},
                                        {U"φ", "ph"},  {U"κ", "c"},   {U"β", "b"}};
constexpr LetterRule kGreekForeign[] = {{U"μπ", "b"}, {U"ντ", "d"}, {U"γκ", "g"},
                                        {U"τζ", "j"}, {U"ου", "u"}, {U"χ", "h"}};
constexpr LetterRule kGreekKh[] = {{U"αυ", "av"}, {U"ευ", "ev"}, {U"χ", "kh"}, {U"μπ", "b"}, {U"ντ", "nt"}};

constexpr LetterRule kGeorgian[] = {{U"ა", "a"},  {U"ბ", "b"},  {U"გ", "g"},  {U"დ", "d"},  {U"ე", "e"},  {U"ვ", "v"},
                                    {U"ზ", "z"},  {U"თ", "t"},  {U"ი", "i"},  {U"კ", "k"},  {U"ლ", "l"},  {U"მ", "m"},
                                    {U"ნ", "n"},  {U"ო", "o"},  {U"პ", "p"},  {U"ჟ", "zh"}, {U"რ", "r"},  {U"ს", "s"},
                                    {U"ტ", "t"},  {U"უ", "u"},  {U"ფ", "p"},  {U"ქ", "k"},  {U"ღ", "gh"}, {U"ყ", "q"},
                                    {U"შ", "sh"}, {U"ჩ", "ch"}, {U"ც", "ts"}, {U"ძ", "dz"}, {U"წ", "ts"}, {U"ჭ", "ch"},
                                    {U"ხ", "kh"}, {U"ჯ", "j"},  {U"ჰ", "h"}};
constexpr LetterRule kGeorgianOther[] = {{U"ყ", "k"}, {U"ღ", "g"}, {U"ჯ", "dzh"}, {U"ფ", "f"}};

constexpr LetterRule kArmenian[] = {{U"ու", "u"}, {U"եւ", "ev"}, {U"ա", "a"},  {U"բ", "b"},  {U"գ", "g"},  {U"դ", "d"},
                                    {U"ե", "e"},  {U"զ", "z"},   {U"է", "e"},  {U"ը", "y"},  {U"թ", "t"},  {U"ժ", "zh"},
                                    {U"ի", "i"},  {U"լ", "l"},   {U"խ", "kh"}, {U"ծ", "ts"}, {U"կ", "k"},  {U"հ", "h"},
                                    {U"ձ", "dz"}, {U"ղ", "gh"},  {U"ճ", "ch"}, {U"մ", "m"},  {U"յ", "y"},  {U"ն", "n"},
                                    {U"շ", "sh"}, {U"ո", "o"},   {U"չ", "ch"}, {U"պ", "p"},  {U"ջ", "j"},  {U"ռ", "r"},
                                    {U"ս", "s"},  {U"վ", "v"},   {U"տ", "t"},  {U"ր", "r"},  {U"ց", "ts"}, {U"ւ", "v"},
                                    {U"փ", "p"},  {U"ք", "k"},   {U"օ", "o"},  {U"ֆ", "f"},  {U"և", "ev"}};
constexpr LetterRule kArmenianWestern[] = {{U"բ", "p"}, {U"պ", "b"},  {U"գ", "k"}, {U"կ", "g"},  {U"դ", "t"},
                                           {U"տ", "d"}, {U"ջ", "ch"}, {U"ճ", "j"}, {U"ձ", "ts"}, {U"ծ", "dz"}};

// `first` before `rest` at each place.
template <size_t N, size_t M>
std::string spell_with(std::u32string_view word, const LetterRule (&first)[N], const LetterRule (&rest)[M]) {
  std::array<LetterRule, N + M> rules;
  std::copy(std::begin(first), std::end(first), rules.begin());
  std::copy(std::begin(rest), std::end(rest), rules.begin() + N);
  return spell_out(word, rules);
}

// "αυ" and "ευ" are v before a vowel or voiced consonant, f before others.
std::u32string with_diphthongs(std::u32string_view word) {
  std::u32string out;
  for (size_t i = 0; i < word.size(); ++i) {
    const bool pair = word[i] == U'υ' && i > 0 && (word[i - 1] == U'α' || word[i - 1] == U'ε');
    const bool voiceless = i + 1 == word.size() || has_any(word.substr(i + 1, 1), U"θκξπστφχψς");
    out += pair ? (voiceless ? U'φ' : U'β') : word[i];
  }
  return out;
}

std::string with_ending_os(std::string latin) {
  return replace_ending(latin, "os", "us") ? latin : std::string();
}

}  // namespace

void read_greek(std::u32string_view word, Readings& readings) {
  const auto elot = spell_out(std::u32string_view(with_diphthongs(word)), kElot);
  readings.add(elot);
  readings.add(spell_with(word, kGreekForeign, kElot));
  readings.add(spell_with(word, kGreekBySound, kElot));
  readings.add(spell_with(word, kGreekKh, kElot));
  readings.add(spell_with(word, kGreekClassic, kElot));
  readings.add(with_ending_os(elot));
}

void read_georgian(std::u32string_view word, Readings& readings) {
  readings.add(spell_out(word, kGeorgian));
  readings.add(spell_with(word, kGeorgianOther, kGeorgian));
}

void read_armenian(std::u32string_view word, Readings& readings) {
  std::string eastern = spell_out(word, kArmenian);
  if (word.starts_with(U"ո") && !word.starts_with(U"ու")) eastern = "v" + eastern;
  if (word.starts_with(U"ե")) readings.add("y" + eastern);
  readings.add(eastern);
  readings.add(spell_with(word, kArmenianWestern, kArmenian));
}

}  // namespace vedette::text
