#include "cli/sparkline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace casus::cli {
namespace {

constexpr std::array<std::string_view, 8> kBars{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

// "2024-03" as a number of months.
int month_number(const std::string& month) {
  return std::stoi(month.substr(0, 4)) * 12 + std::stoi(month.substr(5, 2)) - 1;
}

std::string month_name(int number) {
  return fmt::format("{:04}-{:02}", number / 12, number % 12 + 1);
}

}  // namespace

Columns::Columns(const std::vector<v1::Standing>& standings, std::size_t width) {
  for (const v1::Standing& standing : standings) {
    for (const v1::Standing::Month& month : standing.months()) {
      const int number = month_number(month.month());
      first_ = any_ ? std::min(first_, number) : number;
      last_ = any_ ? std::max(last_, number) : number;
      any_ = true;
    }
  }
  const auto fits = [&](int months) {
    return static_cast<std::size_t>(last_ / months - first_ / months) < width;
  };
  months_a_column_ = fits(1) ? 1 : fits(3) ? 3 : 12;
  while (!fits(months_a_column_)) months_a_column_ *= 10;  // decades, centuries
}

std::string Columns::title() const {
  if (first_ / months_a_column_ == last_ / months_a_column_) return "";
  const std::string unit = months_a_column_ == 1   ? "month"
                           : months_a_column_ == 3 ? "quarter"
                           : months_a_column_ == 12
                               ? "year"
                               : fmt::format("{} years", months_a_column_ / 12);
  return fmt::format("by {}, {} to {}", unit, month_name(first_), month_name(last_));
}

std::size_t Columns::column_of(const std::string& month) const {
  return static_cast<std::size_t>(month_number(month) / months_a_column_ -
                                  first_ / months_a_column_);
}

std::string Columns::line(const v1::Standing& standing) const {
  if (title().empty()) return "";
  std::vector<std::uint32_t> counts(column_of(month_name(last_)) + 1);
  for (const v1::Standing::Month& month : standing.months()) {
    counts[column_of(month.month())] += month.count();
  }
  const std::uint32_t most = std::max(1U, *std::max_element(counts.begin(), counts.end()));
  std::string line;
  for (const std::uint32_t count : counts) {
    line += count == 0 ? "·" : kBars[(count * kBars.size() + most - 1) / most - 1];
  }
  return line;
}

}  // namespace casus::cli
