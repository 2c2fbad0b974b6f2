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

TEST_CASE("what terminals show without room of its own takes no columns") {
  CHECK(columns("a\u200Db") == 2);            // a joiner
  CHECK(columns("\u1112\u1161\u11AB") == 2);  // one Hangul syllable of three letters
  CHECK(columns("한국") == 4);
  CHECK(columns("\U0001F525") == 2);  // an emoji
  CHECK(columns("محمد") == 4);
  CHECK(columns("مُحَمَّد") == 4);  // with vowel marks
  CHECK(columns("שלום") == 4);
  CHECK(columns("हिन्दी") == 5);  // two of its vowel signs have room of their own
}

TEST_CASE("what is invisible and harmless is left out") {
  CHECK(printable("co\u00ADoperate") == "cooperate");
  CHECK(printable("\uFEFFa\u200Bb\u200E") == "ab");
}

TEST_CASE("what is written from right to left stands by itself") {
  CHECK(isolated("plain") == "plain");
  CHECK(isolated("") == "");
  CHECK(isolated("حزب الله 12") == "\u2068حزب الله\u2069 12");
  CHECK(isolated("a שלום, b עולם!") == "a \u2068שלום\u2069, b \u2068עולם\u2069!");
  CHECK(columns(isolated("a שלום b")) == columns("a שלום b"));
}

TEST_CASE("what a message repeats is short and printable") {
  CHECK(echoed("a\033b") == "'a\\u{1B}b'");
  CHECK(echoed(std::string(1000, 'x')).size() < 80);
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
  Printer printer(out, {.width = 40});
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
  Printer(plain, {}).paragraph(0, "x", Tone::bad);
  CHECK(plain.str() == "x\n");
  std::ostringstream coloured;
  Printer(coloured, {.colours = true}).paragraph(0, "x", Tone::bad);
  CHECK(coloured.str() == "\033[31mx\033[0m\n");
}
