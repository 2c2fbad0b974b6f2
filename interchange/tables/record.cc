#include "interchange/tables/record.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "graph/utf8.h"
#include "interchange/words.h"

namespace casus::interchange {
namespace {

template <typename T>
std::optional<T> parsed(std::string_view text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

Columns::Columns(std::vector<std::string> names) : names_(std::move(names)) {
  for (std::size_t i = 0; i < names_.size(); ++i) places_.emplace(lower(trim(names_[i])), i);
}

std::optional<std::size_t> Columns::find(std::string_view name) const {
  const auto found = places_.find(lower(name));
  return found == places_.end() ? std::nullopt : std::optional(found->second);
}

std::string_view Record::operator[](std::string_view column) const {
  const std::optional<std::size_t> at = columns_.find(column);
  return at && *at < cells_.size() ? trim(cells_[*at]) : std::string_view();
}

std::string_view Record::required(std::string_view column) const {
  const std::string_view text = (*this)[column];
  if (text.empty()) throw BadCell(column, "is empty.");
  return text;
}

std::optional<double> Record::number(std::string_view column) const {
  const std::string_view text = (*this)[column];
  if (text.empty()) return std::nullopt;
  const std::optional<double> value = parsed<double>(text);
  if (!value || !std::isfinite(*value)) {
    throw BadCell(column, fmt::format("is {}; expected a number.", quoted_cell(text)));
  }
  return value;
}

std::optional<std::uint32_t> Record::count(std::string_view column) const {
  const std::string_view text = (*this)[column];
  if (text.empty()) return std::nullopt;
  const std::optional<std::uint32_t> value = parsed<std::uint32_t>(text);
  if (!value) {
    throw BadCell(column,
                  fmt::format("is {}; expected a whole number from 0 on.", quoted_cell(text)));
  }
  return value;
}

std::optional<Record::Position> Record::position(std::string_view latitude,
                                                 std::string_view longitude) const {
  const std::optional<double> north = number(latitude);
  const std::optional<double> east = number(longitude);
  if (!north && !east) return std::nullopt;
  if (!north) throw BadCell(latitude, "is empty where there is a longitude.");
  if (!east) throw BadCell(longitude, "is empty where there is a latitude.");
  if (std::abs(*north) > 90) {
    throw BadCell(latitude, fmt::format("is {}; expected -90 to 90.", *north));
  }
  if (std::abs(*east) > 180) {
    throw BadCell(longitude, fmt::format("is {}; expected -180 to 180.", *east));
  }
  return Position{*north, *east};
}

Day Record::packed_day(std::string_view column) const {
  const std::string_view text = (*this)[column];
  if (text.empty()) return Day::unknown();
  const bool digits = text.find_first_not_of("0123456789") == std::string_view::npos;
  if (digits && (text.size() == 8 || text.size() == 14)) {
    const Civil date{*parsed<int>(text.substr(0, 4)), *parsed<int>(text.substr(4, 2)),
                     *parsed<int>(text.substr(6, 2))};
    if (valid_civil(date)) return day_from_civil(date);
  }
  throw BadCell(column, fmt::format("is {}; expected a day as 20240506.", quoted_cell(text)));
}

std::string quoted_cell(std::string_view text) {
  constexpr std::size_t kShown = 60;
  const std::string_view head = utf8_head(text, kShown);
  return fmt::format("'{}{}'", head, head.size() < text.size() ? "…" : "");
}

}  // namespace casus::interchange
