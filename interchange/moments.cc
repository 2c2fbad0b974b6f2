#include "interchange/moments.h"

#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <string>
#include <utility>

#include "interchange/words.h"

namespace casus::interchange {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 12> kLongMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"sun", "mon", "tue", "wed",
                                                       "thu", "fri", "sat"};

struct Zone {
  std::string_view name;
  int minutes;
};
// RFC 822's, and those that newsrooms write. "ET" is what New York's clocks show most of the year.
constexpr std::array<Zone, 25> kZones = {
    {{"z", 0},      {"ut", 0},     {"utc", 0},    {"gmt", 0},    {"wet", 0},
     {"bst", 60},   {"cet", 60},   {"cest", 120}, {"eet", 120},  {"eest", 180},
     {"msk", 180},  {"est", -300}, {"edt", -240}, {"et", -240},  {"cst", -360},
     {"cdt", -300}, {"ct", -300},  {"mst", -420}, {"mdt", -360}, {"mt", -360},
     {"pst", -480}, {"pdt", -420}, {"pt", -420},  {"jst", 540},  {"aest", 600}}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Takes a text apart from its head on.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool done() const { return rest_.empty(); }
  std::string_view rest() const { return rest_; }
  char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
  void drop(std::size_t count) { rest_.remove_prefix(count); }

  bool skip(char c) {
    if (peek() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void skip_any(std::string_view chars) {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(chars), rest_.size()));
  }
  bool skip_word(std::string_view word) {
    const std::string_view next = take_while(is_letter, false);
    if (!same_word(next, word)) return false;
    rest_.remove_prefix(next.size());
    return true;
  }
  std::string_view letters() { return take_while(is_letter, true); }
  std::string_view next_letters() { return take_while(is_letter, false); }
  std::string_view next_digits() { return take_while(is_digit, false); }

  // A number of `least` to `most` digits, which must be all that stand there; -1 if not.
  int number(std::size_t least, std::size_t most) {
    const std::string_view digits = next_digits();
    if (digits.size() < least || digits.size() > most) return -1;
    return fixed(digits.size());
  }
  // The next `count` digits; -1 if there are fewer.
  int fixed(std::size_t count) {
    if (next_digits().size() < count) return -1;
    int value = 0;
    for (const char c : rest_.substr(0, count)) value = value * 10 + (c - '0');
    rest_.remove_prefix(count);
    return value;
  }

 private:
  template <typename Is>
  std::string_view take_while(Is is, bool take) {
    std::size_t end = 0;
    while (end < rest_.size() && is(rest_[end])) ++end;
    const std::string_view taken = rest_.substr(0, end);
    if (take) rest_.remove_prefix(end);
    return taken;
  }

  std::string_view rest_;
};

// Tries `read`; where it fails nothing is taken.
template <typename Read>
bool attempt(Scanner& in, Read read) {
  const Scanner before = in;
  if (read()) return true;
  in = before;
  return false;
}

int month_named(std::string_view word) {
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (same_word(word, kMonths[i]) || same_word(word, kLongMonths[i])) {
      return static_cast<int>(i) + 1;
    }
  }
  return same_word(word, "sept") ? 9 : 0;
}

bool set_day(Moment& moment, int year, int month, int day) {
  const Civil date{year, month, day};
  if (!valid_civil(date)) return false;
  moment.day = day_from_civil(date);
  return true;
}

// 2024-05-01, 2024/05/01, 20240501
bool read_iso_day(Scanner& in, Moment& moment) {
  const std::size_t run = in.next_digits().size();
  if (run != 4 && run != 8) return false;
  const int year = in.fixed(4);
  if (run == 8) {
    const int month = in.fixed(2);
    return set_day(moment, year, month, in.fixed(2));
  }
  const char separator = in.peek();
  if (separator != '-' && separator != '/') return false;
  in.skip(separator);
  const int month = in.number(1, 2);
  if (month < 0 || !in.skip(separator)) return false;
  return set_day(moment, year, month, in.number(1, 2));
}

int read_year(Scanner& in) {
  const std::size_t digits = in.next_digits().size();
  if (digits == 4) return in.fixed(4);
  if (digits != 2) return -1;
  const int year = in.fixed(2);  // as RFC 2822 has it
  return year + (year < 50 ? 2000 : 1900);
}

void skip_weekday(Scanner& in) {
  const std::string_view word = in.next_letters();
  for (const std::string_view name : kWeekdays) {
    if (word.size() >= 3 && same_word(word.substr(0, 3), name) && month_named(word) == 0) {
      in.drop(word.size());
      in.skip_any(" ,.");
      return;
    }
  }
}

// 1 May 2024, 1st of May, 2024; May 1, 2024
bool read_worded_day(Scanner& in, Moment& moment) {
  skip_weekday(in);
  int month = 0;
  int day = -1;
  const auto read_day = [&] {
    day = in.number(1, 2);
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
      if (in.skip_word(ending)) break;
    }
  };
  const auto read_month = [&] {
    month = month_named(in.letters());
    in.skip('.');
  };
  if (is_digit(in.peek())) {
    read_day();
    in.skip_any(" -");
    if (in.skip_word("of")) in.skip_any(" ");
    read_month();
  } else {
    read_month();
    in.skip_any(" ");
    read_day();
  }
  if (month == 0 || day < 1) return false;
  in.skip_any(" ,-");
  return set_day(moment, read_year(in), month, day);
}

// +02:00, +0200, +02, GMT, GMT+2 is not written
bool read_zone(Scanner& in, Moment& moment) {
  const char sign = in.peek();
  if (sign == '+' || sign == '-') {
    in.skip(sign);
    const int hours = in.fixed(2);
    in.skip(':');
    const int minutes = in.done() || !is_digit(in.peek()) ? 0 : in.fixed(2);
    if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return false;
    moment.offset_minutes = (sign == '-' ? -1 : 1) * (60 * hours + minutes);
    return true;
  }
  const std::string_view word = in.letters();
  for (const Zone& zone : kZones) {
    if (same_word(word, zone.name)) {
      moment.offset_minutes = zone.minutes;
      return true;
    }
  }
  return false;
}

// 14:05, 14.05, 14:05:30.123, 2:05 p.m., 2pm, 140530, 1405 GMT; with the time zone
bool read_time(Scanner& in, Moment& moment) {
  int hour = 0;
  int minute = 0;
  int second = 0;
  bool exact = true;  // whether there is more than an hour
  const std::size_t run = in.next_digits().size();
  if (run == 4 || run == 6) {
    hour = in.fixed(2);
    minute = in.fixed(2);
    if (run == 6) second = in.fixed(2);
  } else if (run == 1 || run == 2) {
    hour = in.number(1, 2);
    exact = in.peek() == ':' || in.peek() == '.' || in.peek() == 'h';
    if (exact) {
      in.drop(1);
      minute = in.number(2, 2);
      if (in.peek() == ':') {
        in.drop(1);
        second = in.number(2, 2);
        if (in.skip('.') || in.skip(',')) in.skip_any("0123456789");
      }
    }
  } else {
    return false;
  }
  in.skip_any(" ");
  const bool afternoon = attempt(in, [&] {
    return in.skip_word("pm") || (in.skip_word("p") && in.skip('.') && in.skip_word("m"));
  });
  const bool morning = !afternoon && attempt(in, [&] {
    return in.skip_word("am") || (in.skip_word("a") && in.skip('.') && in.skip_word("m"));
  });
  if (afternoon || morning) {
    in.skip('.');
    if (hour < 1 || hour > 12) return false;
    hour = hour % 12 + (afternoon ? 12 : 0);
  } else if (!exact) {
    return false;
  }
  if (second == 60) second = 59;  // a leap second
  if (hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return false;
  moment.second = (hour * 60 + minute) * 60 + second;
  in.skip_any(" ");
  in.skip('(');
  attempt(in, [&] { return read_zone(in, moment); });
  in.skip(')');
  return run != 4 || moment.offset_minutes.has_value();  // else it may be a year
}

// What stands at the head of `in`; what follows is left.
std::optional<Moment> read_moment(Scanner& in) {
  constexpr std::string_view kBetween = " ,|\t";
  Moment moment;
  in.skip_any(kBetween);
  const bool dated = attempt(in, [&] { return read_iso_day(in, moment); }) ||
                     attempt(in, [&] { return read_worded_day(in, moment); });
  const Scanner after_day = in;
  in.skip('T') || in.skip('t');
  in.skip_any(kBetween);
  if (in.skip_word("at")) in.skip_any(" ");
  const bool timed = attempt(in, [&] { return read_time(in, moment); });
  if (!timed && !dated) return std::nullopt;
  if (!timed) {
    in = after_day;
    return moment;
  }
  if (dated) return moment;
  // "14:05 GMT, 1 May 2024"
  attempt(in, [&] {
    in.skip_any(kBetween);
    if (in.skip_word("on")) in.skip_any(" ");
    return read_iso_day(in, moment) || read_worded_day(in, moment);
  });
  return moment;
}

// What may stand between "updated" and its time.
void skip_to_time(Scanner& in) {
  for (bool more = true; more;) {
    in.skip_any(" :\t-");
    more = in.skip_word("on") || in.skip_word("at") || in.skip_word("as") || in.skip_word("of");
    if (!more && in.rest().starts_with("\xE2\x80\x93")) {  // a dash
      in.drop(3);
      more = true;
    }
  }
}

}  // namespace

std::optional<Moment> parse_moment(std::string_view text) {
  Scanner in(trim(text));
  std::optional<Moment> moment = read_moment(in);
  in.skip_any(" .");
  if (!in.done()) return std::nullopt;
  return moment;
}

std::string format_moment(const Moment& moment) {
  std::string text = format_day(moment.day);
  if (!moment.second) return text;
  const int second = *moment.second;
  text += fmt::format("T{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
  const int offset = moment.offset_minutes.value_or(0);
  if (offset == 0) return text + 'Z';
  const int size = std::abs(offset);
  return text + fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', size / 60, size % 60);
}

std::string update_in_line(std::string_view line, Day published) {
  constexpr std::size_t kLongest = 160;
  line = trim(line);
  if (line.size() > kLongest) return {};
  for (std::size_t at = 0; at < line.size(); ++at) {
    // Not in "its figures were updated May 1, 2024".
    const std::string_view before = trim(line.substr(0, at));
    if (at > 0 && is_letter(line[at - 1])) continue;
    if (!before.empty() && lower(before.back()) == before.back() && is_letter(before.back())) {
      continue;
    }
    Scanner in(line.substr(at));
    if (in.skip_word("last")) in.skip_any(" ");
    if (!in.skip_word("updated") && !in.skip_word("update") && !in.skip_word("modified")) continue;
    skip_to_time(in);
    std::optional<Moment> moment = read_moment(in);
    // A sentence goes on: "Updated 2024-05-01 figures show ..."
    in.skip_any(" .)|*");
    if (!moment || !in.done()) continue;
    if (!moment->day.known()) moment->day = published;
    if (moment->day.known()) return format_moment(*moment);
  }
  return {};
}

std::string update_in_text(std::string_view text, Day published) {
  constexpr int kLines = 5;
  std::string found;
  const auto look = [&](std::string_view line, int& left) {
    if (trim(line).empty()) return true;
    found = update_in_line(line, published);
    return found.empty() && --left > 0;
  };
  std::string_view rest = text;
  for (int left = kLines; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (!look(rest.substr(0, end), left)) break;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  for (int left = kLines; found.empty() && !rest.empty();) {
    const std::size_t newline = rest.rfind('\n');
    const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
    if (!look(rest.substr(begin), left)) break;
    rest = rest.substr(0, begin == 0 ? 0 : newline);
  }
  return found;
}

}  // namespace casus::interchange
