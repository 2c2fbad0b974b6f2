#include "cli/sparkline.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

using casus::cli::Columns;
namespace v1 = casus::v1;

namespace {

v1::Standing of(const std::vector<std::pair<std::string, unsigned>>& months) {
  v1::Standing standing;
  for (const auto& [month, count] : months) {
    v1::Standing::Month& some = *standing.add_months();
    some.set_month(month);
    some.set_count(count);
  }
  return standing;
}

}  // namespace

TEST_CASE("a line has a character a month, the highest for its most") {
  const v1::Standing one = of({{"2030-12", 1}, {"2031-02", 8}});
  const v1::Standing other = of({{"2031-01", 3}});
  const Columns columns({one, other}, 12);
  CHECK(columns.title() == "by month, 2030-12 to 2031-02");
  CHECK(columns.line(one) == "▁·█");
  CHECK(columns.line(other) == "·█·");
}

TEST_CASE("many months are put together, so that the line fits") {
  const v1::Standing long_ = of({{"2030-01", 1}, {"2030-03", 1}, {"2030-04", 1}, {"2032-12", 4}});
  CHECK(Columns({long_}, 12).title() == "by quarter, 2030-01 to 2032-12");
  CHECK(Columns({long_}, 12).line(long_) == "▄▂·········█");
  CHECK(Columns({long_}, 11).title() == "by year, 2030-01 to 2032-12");
  CHECK(Columns({long_}, 11).line(long_) == "▆·█");
  const v1::Standing ages = of({{"0001-01", 1}, {"9999-12", 1}});
  CHECK(Columns({ages}, 36).title() == "by 1000 years, 0001-01 to 9999-12");
}

TEST_CASE("one month, or none, is no line") {
  CHECK(Columns({}, 36).title().empty());
  const v1::Standing one = of({{"2031-01", 3}});
  CHECK(Columns({one}, 36).title().empty());
  CHECK(Columns({one}, 36).line(one).empty());
  CHECK(Columns({one, of({{"2031-02", 1}})}, 36).line(v1::Standing()) == "··");
}
