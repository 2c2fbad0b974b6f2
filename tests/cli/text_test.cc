#include "cli/text.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "cli/printer.h"

using namespace casus::cli;

TEST_CASE("what steers a terminal is shown, not obeyed") {
  CHECK(printable("plain text") == "plain text");
  CHECK(printable("a\033[2Jb") == "a\\u{1B}[2Jb");
  CHECK(printable("a\x7f"
                  "b") == "a\\u{7F}b");
  CHECK(printable("a\xc2\x9b"
                  "31mb") == "a\\u{9B}31mb");  // a C1 control
  CHECK(printable("a\xe2\x80\xae"
                  "b") == "a\\u{202E}b");       // right to left from here on
  CHECK(printable("caf\xe9!") == "caf\\xE9!");  // not UTF-8
  CHECK(printable("café Žižek 北京") == "café Žižek 北京");
}

TEST_CASE("white space becomes one space") {
  CHECK(printable("  a \r\n\t b  ") == "a b");
  CHECK(printable("") == "");
  CHECK(printable(" \n ") == "");
}

TEST_CASE("wide and combining characters are counted as they are seen") {
  CHECK(columns("abc") == 3);
  CHECK(columns("café") == 4);
  CHECK(columns("cafe\xcc\x81") == 4);
  CHECK(columns("北京") == 4);
  CHECK(padded("北京", 6) == "北京  ");
  CHECK(padded("longer", 3) == "longer");
}

TEST_CASE("lines break between words and keep all of them") {
  CHECK(wrap("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrap("a verylongword b", 5) == std::vector<std::string>{"a", "verylongword", "b"});
  CHECK(wrap("", 10).empty());
  CHECK(wrap("exactly ten", 11) == std::vector<std::string>{"exactly ten"});
}

TEST_CASE("numbers are grouped by thousands") {
  CHECK(with_thousands(0) == "0");
  CHECK(with_thousands(999) == "999");
  CHECK(with_thousands(1000) == "1,000");
  CHECK(with_thousands(1234567) == "1,234,567");
}

TEST_CASE("a printer wraps, indents and says where a quote stands") {
  std::ostringstream out;
  Printer printer(out, 40, false);
  casus::v1::Quote quote;
  quote.set_quote("one two three four five six seven eight nine");
  quote.set_outlet("Velm Gazette");
  quote.set_published("2021-05-05");
  printer.quote(2, quote);
  CHECK(out.str() ==
        "  “one two three four five six seven\n"
        "  eight nine”\n"
        "  — Velm Gazette, 2021-05-05\n");
}

TEST_CASE("colours are there only when asked for") {
  std::ostringstream plain;
  Printer(plain, 80, false).paragraph(0, "x", Tone::bad);
  CHECK(plain.str() == "x\n");
  std::ostringstream coloured;
  Printer(coloured, 80, true).paragraph(0, "x", Tone::bad);
  CHECK(coloured.str() == "\033[31mx\033[0m\n");
}
