#include "cli/size.h"

#include <charconv>
#include <limits>
#include <string>

namespace casus::cli {

std::optional<std::size_t> parse_size(std::string_view text) {
  std::size_t number = 0;
  const char* const last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, number);
  if (error != std::errc()) return std::nullopt;
  std::string unit;
  for (const char* at = end; at != last; ++at) {
    unit += *at >= 'A' && *at <= 'Z' ? static_cast<char>(*at - 'A' + 'a') : *at;
  }
  if (unit.empty() || unit == "b") return number;
  constexpr std::string_view kUnits = "kmgt";
  const std::size_t power = kUnits.find(unit.front());
  const std::string rest = unit.substr(1);
  if (power == std::string_view::npos || !(rest.empty() || rest == "b" || rest == "ib")) {
    return std::nullopt;
  }
  const auto bits = static_cast<unsigned>(10 * (power + 1));
  if (number > std::numeric_limits<std::size_t>::max() >> bits) return std::nullopt;
  return number << bits;
}

}  // namespace casus::cli
