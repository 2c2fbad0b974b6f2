#include "interchange/tables/rows.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace casus::interchange;
using Cells = std::vector<std::string>;
using Catch::Matchers::Contains;

namespace {

// A source that gives a few bytes at a time.
class Drops : public ByteSource {
 public:
  explicit Drops(std::string_view bytes) : rest_(bytes) {}
  std::size_t read(char* data, std::size_t size) override {
    const std::size_t got = rest_.copy(data, std::min<std::size_t>(size, 3));
    rest_.remove_prefix(got);
    return got;
  }

 private:
  std::string_view rest_;
};

struct Read {
  std::vector<Cells> rows;
  std::vector<std::uint64_t> lines;
  std::vector<std::string> bad;  // "LINE/COLUMN: REASON"
};

Read read(std::string_view bytes, Dialect dialect, const RowLimits& limits = {}) {
  Drops in(bytes);
  RowReader reader(in, dialect, limits);
  Read all;
  for (auto outcome = reader.next(); outcome != RowReader::Outcome::end; outcome = reader.next()) {
    if (outcome == RowReader::Outcome::row) {
      all.rows.push_back(reader.cells());
      all.lines.push_back(reader.line());
    } else {
      all.bad.push_back(std::to_string(reader.line()) + "/" + std::to_string(reader.column()) +
                        ": " + reader.reason());
    }
  }
  return all;
}

}  // namespace

TEST_CASE("a quoted cell holds delimiters, line breaks and quotes") {
  const Read all =
      read("id,notes\r\n1,\"two\nlines, a \"\"word\"\"\"\r\n\n2,\"\"\n3,", Dialect::csv);
  CHECK(all.bad.empty());
  CHECK(all.rows ==
        std::vector<Cells>{{"id", "notes"}, {"1", "two\nlines, a \"word\""}, {"2", ""}, {"3", ""}});
  CHECK(all.lines == std::vector<std::uint64_t>{1, 2, 5, 6});
}

TEST_CASE("between tabs a quote is a character like others") {
  const Read all = read("1\t\"open\tx\"y\n2\t\t\n", Dialect::tsv);
  CHECK(all.rows == std::vector<Cells>{{"1", "\"open", "x\"y"}, {"2", "", ""}});
}

TEST_CASE("the first line tells semicolons from commas, and a byte order mark is no text") {
  const Read all = read("\xEF\xBB\xBFid;name\n1;\"a, b\"\n", Dialect::csv);
  CHECK(all.rows == std::vector<Cells>{{"id", "name"}, {"1", "a, b"}});
  CHECK_THROWS_WITH(read(std::string_view("\xFF\xFEi\0d\0", 6), Dialect::csv), Contains("UTF-16"));
}

TEST_CASE("a row that is not UTF-8 is read as ISO-8859-1") {
  const Read all = read("S\xE3o\t\x93x\x94\nKyïv\t\n", Dialect::tsv);
  CHECK(all.rows == std::vector<Cells>{{"São", "“x”"}, {"Kyïv", ""}});
}

TEST_CASE("a bad row is told with line and column, and those after it are read") {
  const std::string nul("b\0d", 3);
  const Read all = read("1,a\n2,\"x\"y\n3,c\n4," + nul + "\n5,e\n", Dialect::csv);
  CHECK(all.rows == std::vector<Cells>{{"1", "a"}, {"3", "c"}, {"5", "e"}});
  REQUIRE(all.bad.size() == 2);
  CHECK_THAT(all.bad[0], Contains("2/2: goes on behind its closing quote"));
  CHECK_THAT(all.bad[1], Contains("4/2: holds a NUL"));
}

TEST_CASE("sizes are bounded, and reading goes on behind what is too large") {
  RowLimits limits;
  limits.cell_bytes = 10;
  limits.row_bytes = 40;
  limits.cells = 5;
  const Read all = read("1,aaaaaaaaaaaaaaa\n2,\"never closed\n3,c\n4,b,c,d,e,f\n5," +
                            std::string(9, 'x') + "," + std::string(9, 'x') + "," +
                            std::string(9, 'x') + "," + std::string(9, 'x') + "\n6,f\n",
                        Dialect::csv, limits);
  CHECK(all.rows == std::vector<Cells>{{"3", "c"}, {"6", "f"}});
  REQUIRE(all.bad.size() == 4);
  CHECK_THAT(all.bad[0], Contains("1/2: is longer"));
  CHECK_THAT(all.bad[1], Contains("2/2: is longer") && Contains("never closed"));
  CHECK_THAT(all.bad[2], Contains("4/0: has more than the 5 cells"));
  CHECK_THAT(all.bad[3], Contains("5/0: is longer than the 40 bytes"));
}

TEST_CASE("a quote that is open at the end is bad") {
  const Read all = read("1,a\n2,\"b", Dialect::csv);
  CHECK(all.rows.size() == 1);
  REQUIRE(all.bad.size() == 1);
  CHECK_THAT(all.bad[0], Contains("2/2: has a quote that is never closed"));
}

TEST_CASE("whatever the bytes, reading ends, and lines rise") {
  std::mt19937 random(11);
  constexpr std::string_view kLetters("\"\",\n\r;\tab\xE9\0", 11);
  RowLimits limits;
  limits.cell_bytes = 20;
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    for (int i = 0; i < 200; ++i) bytes += kLetters[random() % kLetters.size()];
    for (const Dialect dialect : {Dialect::csv, Dialect::tsv}) {
      const Read all = read(bytes, dialect, limits);
      CHECK(std::is_sorted(all.lines.begin(), all.lines.end()));
    }
  }
}
