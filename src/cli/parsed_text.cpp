#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "cli/display_width.h"
#include "cli/labels.h"
#include "cli/parsed.h"
#include "cli/progress.h"
#include "engine/text_input.h"

namespace vedette::cli {
namespace {

using language::Document;
using language::EntityPlace;
using language::Span;
using language::Token;

// Longer words stand whole, and push what follows to the right.
constexpr size_t kWidestColumn = 24;
constexpr std::string_view kIndent = "  ";

enum Field : uint8_t { kNumber, kWord, kLemma, kPos, kTag, kHead, kDependency, kEntity, kFields };
using Line = std::array<Cell, kFields>;

// White space is shown, since it is a token.
std::string shown(std::string_view text) {
  if (!engine::is_blank(text)) return printable(text);
  std::string marks;
  for (size_t position = 0; position < text.size();) {
    const char32_t c = next_code_point(text, position);
    marks += c == '\n' ? "⏎" : c == '\t' ? "⇥" : "␣";
  }
  return marks;
}

Cell head_cell(const Document& document, uint32_t token, const Span& sentence) {
  const uint32_t head = document.tokens[token].head;
  if (head == token) return {"root", Tone::kStrong};
  const std::string number = head >= sentence.begin && head < sentence.end ? std::to_string(head - sentence.begin + 1)
                                                                           : "…";  // in another sentence
  return {fmt::format("{} {} {}", head < token ? "←" : "→", number, shown(document.text_of(document.tokens[head])))};
}

Line line_of(const Document& document, uint32_t number, const Span& sentence) {
  const Token& token = document.tokens[number];
  const auto label = [&](uint16_t l, Tone tone) { return Cell{std::string(document.label(l)), tone}; };
  const bool is_blank = engine::is_blank(document.text_of(token));
  const Tone word = is_blank ? Tone::kFaint : token.place == EntityPlace::kOutside ? Tone::kPlain : Tone::kStrong;
  Line line = {Cell{fmt::format("{:>3}", number - sentence.begin + 1), Tone::kFaint},
               Cell{shown(document.text_of(token)), word},
               Cell{shown(document.lemma_of(token)), is_blank ? Tone::kFaint : Tone::kPlain},
               label(token.pos, Tone::kLink),
               label(token.tag, Tone::kFaint),
               head_cell(document, number, sentence),
               label(token.dependency, Tone::kPlain),
               Cell{}};
  if (token.place != EntityPlace::kOutside) {
    line[kEntity] = {fmt::format("{}-{}", token.place == EntityPlace::kBegin ? 'B' : 'I', document.label(token.entity)),
                     Tone::kGood};
  }
  return line;
}

std::array<size_t, kFields> widths_of(const std::vector<Line>& lines) {
  std::array<size_t, kFields> widths{};
  for (const Line& line : lines) {
    for (size_t i = 0; i < kFields; ++i) {
      widths[i] = std::min(kWidestColumn, std::max(widths[i], display_width(line[i].text)));
    }
  }
  return widths;
}

void append_line(std::string& out, const Line& line, const std::array<size_t, kFields>& widths, const Style& style) {
  size_t pending = 0;  // blanks owed before the next text, so that no line ends in any
  for (size_t i = 0; i < kFields; ++i) {
    if (!line[i].text.empty()) {
      out.append(pending, ' ');
      out += style.paint(line[i].tone, line[i].text);
      pending = 0;
    }
    const size_t width = display_width(line[i].text);
    pending += (width < widths[i] ? widths[i] - width : 0) + kIndent.size();
  }
  out += '\n';
}

void append_sentence(std::string& out, const Document& document, const Span& sentence, const Canvas& canvas) {
  std::vector<Line> lines;
  for (uint32_t i = sentence.begin; i < sentence.end; ++i) lines.push_back(line_of(document, i, sentence));
  std::string text = printable(document.text_of(sentence));
  text.erase(text.find_last_not_of(' ') + 1);
  for (const std::string& part : canvas.width > 0 ? wrap(text, canvas.width) : std::vector<std::string>{text}) {
    out += canvas.style.paint(Tone::kStrong, part) + '\n';
  }
  const auto widths = widths_of(lines);
  for (const Line& line : lines) append_line(out, line, widths, canvas.style);
  out += '\n';
}

}  // namespace

void append_parsed_text(std::string& out, std::string_view id, const Document& document, const Canvas& canvas) {
  const std::string counts = fmt::format(
      "{}, {}, {}", counted(document.sentences.size(), "sentence"), counted(document.tokens.size(), "token"),
      document.entities.size() == 1 ? "1 entity" : fmt::format("{} entities", grouped(document.entities.size())));
  out += canvas.style.paint(Tone::kLink, printable(id)) + canvas.style.paint(Tone::kFaint, ": " + counts) + "\n\n";
  for (const Span& sentence : document.sentences) append_sentence(out, document, sentence, canvas);
}

}  // namespace vedette::cli
