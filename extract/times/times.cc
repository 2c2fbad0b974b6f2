#include "extract/times/times.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "extract/times/calendar.h"
#include "extract/times/numbers.h"

namespace casus::extract {
namespace {

using Words = std::initializer_list<std::string_view>;

// A day of a year that is not said may lie so far ahead of the publication; beyond that it is last
// year's.
constexpr int kDaysAhead = 31;

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                       "thursday", "friday", "saturday"};

bool is_one_of(std::string_view word, Words words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Reader {
 public:
  Reader(const Document& document, std::uint32_t at, std::uint32_t limit, Day published)
      : document_(document),
        at_(at),
        limit_(
            std::min<std::uint32_t>(limit, static_cast<std::uint32_t>(document.tokens().size()))),
        published_(published) {}

  std::optional<TimeMatch> read() {
    const std::uint32_t begin = at_;
    TimeMatch match;
    const bool found = period(match) || point(match);
    if (!found) return std::nullopt;
    match.tokens = {begin, at_};
    return match;
  }

 private:
  // --- words

  std::string_view word(std::uint32_t i) const {
    return i < limit_ ? std::string_view(document_[i].lower) : std::string_view();
  }
  std::string_view word() const { return word(at_); }

  bool take(Words words) {
    std::uint32_t i = at_;
    for (std::string_view expected : words) {
      if (word(i++) != expected) return false;
    }
    at_ += static_cast<std::uint32_t>(words.size());
    return true;
  }
  bool take_one_of(Words words) {
    if (!is_one_of(word(), words)) return false;
    ++at_;
    return true;
  }
  // The full stop of an abbreviation, where it is a token of its own.
  void take_stop() {
    if (at_ + 1 < limit_ && word() == "." && !document_[at_].space_before) ++at_;
  }

  // --- periods: since, until, from ... to, between ... and, over the past ...

  bool period(TimeMatch& match) {
    const std::uint32_t begin = at_;
    match.range_word = true;
    if (take_one_of({"since"})) {
      DayWindow days;
      if (date_after_preposition(days)) {
        match.days = {days.since, Day::unknown()};
        return true;
      }
    } else if (take_one_of({"until", "till"})) {
      DayWindow days;
      if (date_after_preposition(days)) {
        match.days = {Day::unknown(), days.until};
        return true;
      }
    } else if (take_one_of({"from", "between"})) {
      const bool between = document_[begin].lower == "between";
      DayWindow first;
      DayWindow second;
      if (date_after_preposition(first) &&
          (between ? take({"and"}) : take_one_of({"to", "until", "till", "through"})) &&
          date_after_preposition(second)) {
        match.days = {std::min(first.since, second.since), std::max(first.until, second.until)};
        return true;
      }
    } else if (take_one_of({"over", "in", "during", "within", "for"}) && past_units(match.days)) {
      return true;
    }
    at_ = begin;
    match = TimeMatch{};
    return false;
  }

  // "the past two weeks", "the last 24 hours", "recent days"
  bool past_units(DayWindow& days) {
    if (!published_.known()) return false;
    if (take_one_of({"recent"})) {
      const int unit = take_unit();
      if (unit == 0) return false;
      days = {plus(published_, -4 * unit), published_};
      return true;
    }
    if (!take({"the"}) || !take_one_of({"past", "last", "previous"})) return false;
    const int count = take_count().value_or(1);
    if (take_one_of({"hours", "hour"})) {
      days = {plus(published_, -(count + 23) / 24), published_};
      return true;
    }
    const int unit = take_unit();
    if (unit == 0) return false;
    days = {plus(published_, -count * unit), published_};
    return true;
  }

  std::optional<int> take_count() {
    if (take_one_of({"a", "an"})) return 1;
    const auto number = match_number(document_, at_, limit_);
    if (!number || !number->count.has_best() || number->count.best() == 0 ||
        number->count.best() > 1000) {
      return std::nullopt;
    }
    at_ = number->tokens.end;
    return static_cast<int>(number->count.best());
  }

  // Days of a unit of time; 0 if it is none.
  int take_unit() {
    constexpr std::pair<std::string_view, int> kUnits[] = {
        {"day", 1}, {"week", 7}, {"month", 30}, {"year", 365}};
    for (const auto& [unit, days] : kUnits) {
      std::string_view text = word();
      if (!text.empty() && text.back() == 's') text.remove_suffix(1);
      if (text == unit) {
        ++at_;
        return days;
      }
    }
    return 0;
  }

  // --- points: a day, a month, a year, each with its preposition

  bool point(TimeMatch& match) {
    const std::uint32_t begin = at_;
    const bool preposition = take_one_of(
        {"on", "in", "at", "of", "during", "by", "before", "over", "late", "early", "around"});
    if (!preposition) return date(match.days, false);
    if (date(match.days, is_one_of(document_[begin].lower,
                                   {"in", "during", "by", "before", "of", "late", "early"}))) {
      return true;
    }
    at_ = begin;
    return false;
  }

  bool date_after_preposition(DayWindow& days) { return date(days, true) && days.since.known(); }

  // `year_alone`: a bare "2020" is a year here.
  bool date(DayWindow& days, bool year_alone) {
    const std::uint32_t begin = at_;
    part_of_day();
    if (iso(days) || day_and_month(days) || week_day(days) || relative(days) || month(days) ||
        (year_alone && year_only(days)) || ago(days)) {
      take_one_of({"morning", "afternoon", "evening", "night"});
      return true;
    }
    at_ = begin;
    return false;
  }

  // "late on", "the night of", "in the early hours of"
  void part_of_day() {
    const std::uint32_t begin = at_;
    take({"the"});
    if (take({"early", "hours", "of"})) return;
    if (take_one_of({"morning", "afternoon", "evening", "night", "early", "late", "mid"})) {
      take_one_of({"on", "in", "of"});
      take({"the", "night", "of"});
      return;
    }
    if (take({"start", "of"}) || take({"end", "of"}) || take({"beginning", "of"})) return;
    at_ = begin;
    take_one_of({"on"});  // "shortly before midnight on", "since on"
  }

  bool iso(DayWindow& days) {
    if (at_ >= limit_) return false;
    // One token or five, as the words were cut.
    std::string text;
    std::uint32_t i = at_;
    for (; i < limit_ && text.size() < 10; ++i) {
      if (i > at_ && document_[i].space_before) break;
      text += document_[i].text;
    }
    const auto day = text.size() == 10 ? parse_day(text) : std::nullopt;
    if (!day) return false;
    days = {*day, *day};
    at_ = i;
    return true;
  }

  int take_month() {
    if (at_ >= limit_) return 0;
    std::string_view text = word();
    const bool stopped = !text.empty() && text.back() == '.';
    if (stopped) text.remove_suffix(1);
    if (text.size() < 3 || !document_[at_].capital) return 0;
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
      const std::string_view name = kMonths[i];
      const bool whole = text == name;
      const bool short_form = text == name.substr(0, 3) || (text == "sept" && i == 8);
      if (!whole && !short_form) continue;
      ++at_;
      if (!whole) take_stop();
      return static_cast<int>(i) + 1;
    }
    return 0;
  }

  // 7, 7th, 07
  int take_day_of_month() {
    std::string_view text = word();
    std::size_t digits = 0;
    int value = 0;
    while (digits < text.size() && digits < 3 && text[digits] >= '0' && text[digits] <= '9') {
      value = value * 10 + (text[digits++] - '0');
    }
    const std::string_view rest = text.substr(digits);
    if (digits == 0 || digits > 2 || value < 1 || value > 31 ||
        !(rest.empty() || is_one_of(rest, {"st", "nd", "rd", "th"}))) {
      return 0;
    }
    ++at_;
    if (rest.empty() && !document_[at_ - 1].text.empty()) {
      if (at_ < limit_ && !document_[at_].space_before) take_one_of({"st", "nd", "rd", "th"});
    }
    return value;
  }

  std::optional<int> take_year() {
    const std::string_view text = word();
    if (text.size() != 4 || text < "1800" || text >= "2100" ||
        text.find_first_not_of("0123456789") != std::string_view::npos) {
      return std::nullopt;
    }
    ++at_;
    return (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
  }

  // A year said after a month: "2023", ", 2023", "last year", "of this year".
  std::optional<int> take_year_after() {
    const std::uint32_t begin = at_;
    take_one_of({",", "of"});
    if (const auto year = take_year()) return year;
    if (published_.known()) {
      const int now = civil_from_day(published_).year;
      take_one_of({"of"});
      if (take({"last", "year"}) || take({"the", "previous", "year"})) return now - 1;
      if (take({"this", "year"})) return now;
    }
    at_ = begin;
    return std::nullopt;
  }

  // "7 October", "the 7th of October", "October 7, 2023"
  bool day_and_month(DayWindow& days) {
    const std::uint32_t begin = at_;
    take({"the"});
    int day = take_day_of_month();
    int month = 0;
    if (day != 0) {
      take({"of"});
      month = take_month();
    } else {
      at_ = begin;
      month = take_month();
      if (month != 0) {
        take({"the"});
        // "October 7" but not the "20" of "October 20:30".
        day = take_day_of_month();
      }
    }
    if (day == 0 || month == 0) {
      at_ = begin;
      return false;
    }
    const auto year = take_year_after();
    std::optional<Day> resolved;
    if (year) {
      if (valid_civil({*year, month, day})) resolved = day_from_civil({*year, month, day});
    } else {
      resolved = latest({0, month, day});
    }
    if (!resolved) {
      at_ = begin;
      return false;
    }
    days = {*resolved, *resolved};
    return true;
  }

  // The day of the latest year that does not lie far ahead.
  std::optional<Day> latest(Civil date) const {
    if (!published_.known()) return std::nullopt;
    const int now = civil_from_day(published_).year;
    for (int year = now + 1; year >= std::max(1, now - 4); --year) {
      date.year = year;
      if (year > 9999 || !valid_civil(date)) continue;
      const Day day = day_from_civil(date);
      if (day.value <= published_.value + kDaysAhead) return day;
    }
    return std::nullopt;
  }

  // "Tuesday", "last Tuesday", "next Tuesday", "Tuesday, October 7"
  bool week_day(DayWindow& days) {
    const std::uint32_t begin = at_;
    const bool last = take_one_of({"last", "past"});
    const bool next = !last && take_one_of({"next"});
    if (!last && !next) take_one_of({"this"});
    const int which = take_week_day();
    if (which < 0) {
      at_ = begin;
      return false;
    }
    const std::uint32_t after = at_;
    take_one_of({"morning", "afternoon", "evening", "night"});
    take_one_of({",", "("});
    take_one_of({"on"});
    if (day_and_month(days)) return true;
    at_ = after;
    if (!published_.known()) {
      at_ = begin;
      return false;
    }
    int back = (weekday(published_) - which + 7) % 7;
    if (last && back == 0) back = 7;
    if (next) back -= 7;
    const Day day = plus(published_, -back);
    days = {day, day};
    return true;
  }

  int take_week_day() {
    if (at_ >= limit_ || !document_[at_].capital) return -1;
    std::string_view text = word();
    if (text.ends_with("s") && text.size() > 6) text.remove_suffix(1);
    for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
      if (text == kWeekdays[i]) {
        ++at_;
        return static_cast<int>(i);
      }
    }
    return -1;
  }

  // yesterday, last night, last week, this month ...
  bool relative(DayWindow& days) {
    if (!published_.known()) return false;
    const std::uint32_t begin = at_;
    take_one_of({"earlier", "later"});
    const auto back = [&](int from, int to) {
      days = {plus(published_, -from), plus(published_, -to)};
      return true;
    };
    if (take({"the", "day", "before", "yesterday"})) return back(2, 2);
    if (take_one_of({"yesterday"})) return back(1, 1);
    if (take_one_of({"today", "tonight"})) return back(0, 0);
    if (take_one_of({"tomorrow"})) return back(-1, -1);
    if (take_one_of({"overnight"})) return back(1, 0);
    if (take({"last", "night"}) || take({"last", "evening"})) return back(1, 1);
    if (take({"this", "morning"}) || take({"this", "afternoon"}) || take({"this", "evening"})) {
      return back(0, 0);
    }
    if (take({"last", "weekend"}) || take({"the", "weekend"}) || take({"this", "weekend"})) {
      const int since_sunday = weekday(published_);
      return back(since_sunday == 0 ? 1 : since_sunday + 1, since_sunday);
    }
    const Civil now = civil_from_day(published_);
    if (take({"last", "week"})) {
      days = week_back(published_, 1);
    } else if (take({"this", "week"})) {
      days = {week_back(published_, 0).since, published_};
    } else if (take({"last", "month"})) {
      days = month_back(published_, 1);
    } else if (take({"this", "month"})) {
      days = {month_back(published_, 0).since, published_};
    } else if (take({"last", "year"}) && now.year > 1) {
      days = year_window(now.year - 1);
    } else if (take({"this", "year"})) {
      days = {year_window(now.year).since, published_};
    } else {
      at_ = begin;
      return false;
    }
    return days.since.known();
  }

  // "October 2023", "October", "last October"; "March" and "May" alone only after a preposition.
  bool month(DayWindow& days) {
    const std::uint32_t begin = at_;
    const bool last = take_one_of({"last"});
    if (!last) take_one_of({"this", "early", "late", "mid"});
    if (word() == "-") ++at_;
    const std::uint32_t name_at = at_;
    const int month = take_month();
    const auto fail = [&] {
      at_ = begin;
      return false;
    };
    if (month == 0) return fail();
    if (const auto year = take_year_after()) {
      days = month_window(*year, month);
      return true;
    }
    const bool doubtful = is_one_of(document_[name_at].lower, {"march", "may", "mar"});
    if (!published_.known() || (doubtful && !after_preposition(name_at))) return fail();
    const Civil now = civil_from_day(published_);
    const bool earlier_year = month > now.month || (last && month == now.month);
    const int year = now.year - (earlier_year ? 1 : 0);
    if (year < 1) return fail();
    days = month_window(year, month);
    return true;
  }

  bool after_preposition(std::uint32_t at) const {
    return at > 0 &&
           is_one_of(document_[at - 1].lower, {"in", "since", "until", "from", "by", "of", "during",
                                               "last", "late", "early", "and", "to", "between"});
  }

  bool year_only(DayWindow& days) {
    const std::uint32_t begin = at_;
    take_one_of({"early", "late", "mid"});
    if (word() == "-") ++at_;
    const auto year = take_year();
    if (!year) {
      at_ = begin;
      return false;
    }
    days = year_window(*year);
    return true;
  }

  // "two days ago", "a week ago"
  bool ago(DayWindow& days) {
    if (!published_.known()) return false;
    const std::uint32_t begin = at_;
    const auto count = take_count();
    const int unit = count ? take_unit() : 0;
    if (unit == 0 || !take({"ago"})) {
      at_ = begin;
      return false;
    }
    switch (unit) {
      case 1:
        days = {plus(published_, -*count), plus(published_, -*count)};
        break;
      case 7:
        days = week_back(published_, *count);
        break;
      case 30:
        days = month_back(published_, *count);
        break;
      default: {
        const int year = civil_from_day(published_).year - *count;
        if (year >= 1) days = year_window(year);
      }
    }
    if (days.since.known()) return true;
    at_ = begin;
    return false;
  }

  const Document& document_;
  std::uint32_t at_;
  std::uint32_t limit_;
  Day published_;
};

}  // namespace

std::optional<TimeMatch> match_time(const Document& document, std::uint32_t at, std::uint32_t limit,
                                    Day published) {
  return Reader(document, at, limit, published).read();
}

}  // namespace casus::extract
