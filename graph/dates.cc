#include "graph/dates.h"

#include <chrono>

namespace casus {
namespace {

std::chrono::year_month_day to_chrono(Civil date) {
  return {std::chrono::year(date.year), std::chrono::month(static_cast<unsigned>(date.month)),
          std::chrono::day(static_cast<unsigned>(date.day))};
}

// `count` decimal digits at `text[at]`, or -1.
int digits(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

}  // namespace

Day day_from_civil(Civil date) {
  return Day{
      static_cast<std::int32_t>(std::chrono::sys_days(to_chrono(date)).time_since_epoch().count())};
}

Civil civil_from_day(Day day) {
  const std::chrono::year_month_day date(std::chrono::sys_days(std::chrono::days(day.value)));
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

bool valid_civil(Civil date) {
  return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

int days_in_month(int year, int month) {
  const std::chrono::year_month_day_last last(
      std::chrono::year(year),
      std::chrono::month_day_last(std::chrono::month(static_cast<unsigned>(month))));
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

int weekday(Day day) {
  const std::chrono::weekday weekday(std::chrono::sys_days(std::chrono::days(day.value)));
  return static_cast<int>(weekday.c_encoding());
}

std::optional<Day> parse_day(std::string_view text) {
  constexpr std::size_t kLength = 10;
  if (text.size() < kLength || text[4] != '-' || text[7] != '-') return std::nullopt;
  const Civil date{digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)};
  if (!valid_civil(date)) return std::nullopt;
  if (text.size() > kLength) {
    // What follows must look like a time: "T09", "t09:30Z", " 09:30".
    const char separator = text[kLength];
    if (separator != 'T' && separator != 't' && separator != ' ') return std::nullopt;
    if (text.size() < kLength + 3 || digits(text, kLength + 1, 2) < 0) return std::nullopt;
    if (digits(text, kLength + 1, 2) > 24) return std::nullopt;
    if (text.find_first_not_of("0123456789:.,+-Zz", kLength + 1) != std::string_view::npos) {
      return std::nullopt;
    }
  }
  return day_from_civil(date);
}

std::string format_day(Day day) {
  if (!day.known()) return {};
  const Civil date = civil_from_day(day);
  std::string text = "0000-00-00";
  const auto put = [&text](std::size_t end, int value) {
    for (; value > 0; value /= 10) text[--end] = static_cast<char>('0' + value % 10);
  };
  put(4, date.year);
  put(7, date.month);
  put(10, date.day);
  return text;
}

}  // namespace casus
