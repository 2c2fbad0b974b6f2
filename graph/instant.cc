#include "graph/instant.h"

#include "graph/dates.h"

namespace casus {
namespace {

constexpr Instant kMinute = 60;
constexpr Instant kHour = 60 * kMinute;
constexpr Instant kDay = 24 * kHour;

// Takes what it reads off the front of a text.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool at_end() const { return text_.empty(); }
  bool take(std::string_view one_of) {
    if (text_.empty() || one_of.find(text_.front()) == std::string_view::npos) return false;
    text_.remove_prefix(1);
    return true;
  }
  // Two digits, at most `most`.
  std::optional<int> two_digits(int most) {
    const auto digit = [this](std::size_t i) { return text_[i] >= '0' && text_[i] <= '9'; };
    if (text_.size() < 2 || !digit(0) || !digit(1)) return std::nullopt;
    const int value = (text_[0] - '0') * 10 + (text_[1] - '0');
    text_.remove_prefix(2);
    return value <= most ? std::optional(value) : std::nullopt;
  }

 private:
  std::string_view text_;
};

// "14:05", "14:05:30", "14:05:30.250"
std::optional<Instant> time_of_day(Scanner& text) {
  const auto hours = text.two_digits(23);
  if (!hours || !text.take(":")) return std::nullopt;
  const auto minutes = text.two_digits(59);
  if (!minutes) return std::nullopt;
  Instant seconds = *hours * kHour + *minutes * kMinute;
  if (!text.take(":")) return seconds;
  const auto rest = text.two_digits(60);  // a leap second among them
  if (!rest) return std::nullopt;
  seconds += *rest;
  if (!text.take(".,")) return seconds;
  if (!text.take("0123456789")) return std::nullopt;
  while (text.take("0123456789")) {
  }
  return seconds;
}

// "Z", "+03:00", "-0330", "+03"
std::optional<Instant> offset(Scanner& text) {
  if (text.take("Zz")) return 0;
  const bool east = text.take("+");
  if (!east && !text.take("-")) return std::nullopt;
  const auto hours = text.two_digits(23);
  if (!hours) return std::nullopt;
  Instant seconds = *hours * kHour;
  if (!text.at_end()) {
    text.take(":");
    const auto minutes = text.two_digits(59);
    if (!minutes) return std::nullopt;
    seconds += *minutes * kMinute;
  }
  return east ? seconds : -seconds;
}

}  // namespace

std::optional<Instant> parse_instant(std::string_view text) {
  constexpr std::size_t kDate = 10;
  const std::optional<Day> day = parse_day(text.substr(0, kDate));
  if (!day) return std::nullopt;
  const Instant midnight = day->value * kDay;
  if (text.size() == kDate) return midnight;
  Scanner rest(text.substr(kDate));
  if (!rest.take("Tt ")) return std::nullopt;
  const auto time = time_of_day(rest);
  if (!time) return std::nullopt;
  const auto east = offset(rest);
  if (!east || !rest.at_end()) return std::nullopt;
  return midnight + *time - *east;
}

bool is_older(const v1::Article& version, const v1::Article& other) {
  // Of two optionals the empty one is the smaller.
  return parse_instant(version.updated()) < parse_instant(other.updated());
}

}  // namespace casus
