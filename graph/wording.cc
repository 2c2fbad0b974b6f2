#include "graph/wording.h"

#include <fmt/format.h>

#include <algorithm>

namespace casus {

std::string when(const v1::DateInterval& date) {
  if (date.earliest().empty() && date.latest().empty()) return "undated";
  if (date.earliest() == date.latest()) return date.earliest();
  if (date.earliest().empty()) return "until " + date.latest();
  if (date.latest().empty()) return "since " + date.earliest();
  return date.earliest() + " to " + date.latest();
}

std::string when(const v1::DateInterval& date, const std::string& published) {
  const bool known = !date.earliest().empty() || !date.latest().empty();
  return known || published.empty() ? when(date) : "reported " + published;
}

std::string number(const v1::Count& count) {
  if (count.has_best()) return std::to_string(count.best());
  if (count.has_low() && count.has_high() && count.low() != count.high()) {
    return fmt::format("{} to {}", count.low(), count.high());
  }
  if (count.has_low() && count.has_high()) return std::to_string(count.low());
  if (count.has_low()) return fmt::format("at least {}", count.low());
  if (count.has_high()) return fmt::format("at most {}", count.high());
  return {};
}

std::string words(std::string_view enum_name) {
  std::string text(enum_name);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

}  // namespace casus
