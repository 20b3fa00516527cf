#include "story/dateline.h"

#include <algorithm>

#include "base/utf8.h"
#include "story/published.h"

namespace vedette::story {

namespace {

constexpr size_t kMaxDateline = 120;
constexpr size_t kMaxPlace = 60;

bool is_upper(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}
bool is_lower(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7);
}
bool is_letter(char32_t c) {
  return is_upper(c) || is_lower(c) || (c >= 0x100 && c < 0x2000);
}
bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
bool is_dash(char32_t c) {
  return c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2015;
}

// Reads one dateline from the left; each step leaves the position alone where it does not fit.
class DatelineReader {
 public:
  explicit DatelineReader(std::u32string_view text) : text_(text) {}

  std::optional<Dateline> read() {
    Dateline line;
    if (!read_place(line)) return std::nullopt;
    read_date(line);
    read_agency(line);
    const bool slashes = !line.agency.empty() && agency_in_slashes_;
    skip_blanks();
    if (slashes) {
      take('.');
    } else if (!take_dash() && !(take(':') && !line.agency.empty())) {
      return std::nullopt;
    }
    if (!capitals_ && line.agency.empty() && !line.date) return std::nullopt;
    skip_blanks();
    if (at_ >= text_.size()) return std::nullopt;
    line.range = {0, static_cast<uint32_t>(at_)};
    while (line.range.end > 0 && text_[line.range.end - 1] == ' ') --line.range.end;
    return line;
  }

 private:
  char32_t here(size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : U'\0'; }
  void skip_blanks() {
    while (here() == ' ' || here() == 0xA0) ++at_;
  }
  bool take(char32_t c) {
    if (here() != c) return false;
    ++at_;
    return true;
  }

  // A hyphen ends a dateline only between blanks or doubled; a long dash always.
  bool take_dash() {
    if (!is_dash(here())) return false;
    if (here() == '-' && here(1) != '-' && here(1) != ' ') return false;
    while (is_dash(here())) ++at_;
    return true;
  }

  bool place_goes_on() const {
    const auto c = here();
    if (is_letter(c)) return true;
    if (c == ' ' || c == '/') return is_letter(here(1)) && !begins_date(at_ + 1);
    if (c == '-' || c == '\'' || c == 0x2019) return is_letter(here(1));
    if (c == '.') return is_letter(here(1)) || (here(1) == ',' || (here(1) == ' ' && at_ < 3));
    if (c == ',') return here(1) == ' ' && is_upper(here(2)) && !begins_date(at_ + 2);
    return false;
  }

  bool begins_date(size_t position) const {
    size_t end = position;
    while (end < text_.size() && is_letter(text_[end])) ++end;
    return month_number(to_utf8(text_.substr(position, end - position))) != 0 && end < text_.size() &&
           (text_[end] == ' ' || text_[end] == '.');
  }

  bool read_place(Dateline& line) {
    if (!is_upper(here())) return false;
    while (at_ < kMaxPlace && place_goes_on()) ++at_;
    const auto place = text_.substr(0, at_);
    // Of "WASHINGTON, Virginia" the first name counts: a region may follow in small letters.
    const auto name = place.substr(0, place.find(U','));
    capitals_ = name.size() > 2 && std::none_of(name.begin(), name.end(), is_lower);
    line.place = to_utf8(place);
    return name.size() > 1 && std::count(place.begin(), place.end(), U' ') < 6;
  }

  int read_number() {
    int value = 0;
    size_t digits = 0;
    while (is_digit(here()) && digits < 4) {
      value = value * 10 + static_cast<int>(here() - '0');
      ++at_;
      ++digits;
    }
    return digits == 0 ? -1 : value;
  }

  int read_month() {
    size_t end = at_;
    while (end < text_.size() && is_letter(text_[end])) ++end;
    const int month = month_number(to_utf8(text_.substr(at_, end - at_)));
    if (month == 0) return 0;
    at_ = end;
    take('.');
    skip_blanks();
    return month;
  }

  void read_date(Dateline& line) {
    const auto start = at_;
    take(',');
    skip_blanks();
    int day = read_number();
    skip_blanks();
    const int month = read_month();
    if (month != 0 && day < 0) day = read_number();
    if (month == 0 || day < 1 || day > 31) {
      at_ = start;
      return;
    }
    line.date = CalendarDate{0, static_cast<uint8_t>(month), static_cast<uint8_t>(day)};
    read_year(line);
  }

  void read_year(Dateline& line) {
    const auto start = at_;
    take(',');
    skip_blanks();
    const int year = read_number();
    if (year > 1000 && is_valid_date(year, line.date->month, line.date->day)) {
      line.date->year = static_cast<int16_t>(year);
    } else {
      at_ = start;
    }
    if (here() == '.' && (here(1) == ' ' || here(1) == '/')) ++at_;
    take(',');
  }

  void read_agency(Dateline& line) {
    const auto start = at_;
    take(',');
    skip_blanks();
    const auto open = here();
    if (open != '(' && open != '/') {
      at_ = start;
      return;
    }
    const auto close = text_.find(open == '(' ? U')' : U'/', at_ + 1);
    if (close == text_.npos || close - at_ > 40 || close == at_ + 1) {
      at_ = start;
      return;
    }
    line.agency = to_utf8(text_.substr(at_ + 1, close - at_ - 1));
    agency_in_slashes_ = open == '/';
    at_ = close + 1;
  }

  std::u32string_view text_;
  size_t at_ = 0;
  bool capitals_ = false;
  bool agency_in_slashes_ = false;
};

}  // namespace

std::optional<Dateline> find_dateline(std::u32string_view text, Range paragraph) {
  const auto head = text.substr(paragraph.begin, std::min<size_t>(paragraph.end - paragraph.begin, kMaxDateline));
  auto line = DatelineReader(head).read();
  if (line) {
    line->range.begin += paragraph.begin;
    line->range.end += paragraph.begin;
  }
  return line;
}

}  // namespace vedette::story
