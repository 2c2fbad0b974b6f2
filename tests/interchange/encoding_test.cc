#include "interchange/encoding.h"

#include <unicode/ucnv.h>

#include <catch2/catch.hpp>
#include <memory>

using namespace casus;
using casus::interchange::Markup;
using casus::interchange::to_utf8;
using Catch::Matchers::Contains;

namespace {

// UTF-8 text in another encoding.
std::string in(const char* encoding, const std::string& text) {
  UErrorCode error = U_ZERO_ERROR;
  std::string out(4 * text.size() + 16, '\0');
  out.resize(static_cast<std::size_t>(
      ucnv_convert(encoding, "UTF-8", out.data(), static_cast<std::int32_t>(out.size()),
                   text.data(), static_cast<std::int32_t>(text.size()), &error)));
  REQUIRE(U_SUCCESS(error));
  return out;
}

const std::string kRussian =
    "Представители береговой охраны заявили во вторник, что обстрел порта начался до рассвета. "
    "Жители города опровергли это сообщение и потребовали независимого расследования.";
const std::string kJapanese =
    "港湾当局は火曜日、夜明け前に砲撃があったと発表した。島の代表はこれを否定し、独立した調査を求め"
    "た。"
    "負傷者は三人で、いずれも軽傷だという。";
const std::string kFrench =
    "Le capitaine du port a déclaré mardi que les tirs avaient commencé avant l'aube. Les "
    "habitants de l'île ont démenti et réclamé une enquête indépendante à l'été.";

}  // namespace

TEST_CASE("UTF-8 stays as it is, without its mark") {
  CHECK(to_utf8(kRussian, Markup::none) == kRussian);
  CHECK(to_utf8("\xEF\xBB\xBF" + kRussian, Markup::none) == kRussian);
}

TEST_CASE("a byte order mark tells") {
  CHECK(to_utf8("\xFF\xFE" + in("UTF-16LE", kJapanese), Markup::none) == kJapanese);
  CHECK(to_utf8("\xFE\xFF" + in("UTF-16BE", "Text."), Markup::html) == "Text.");
  CHECK(to_utf8(std::string("\xFF\xFE\0\0", 4) + in("UTF-32LE", kRussian), Markup::none) ==
        kRussian);
}

TEST_CASE("a declaration tells") {
  const std::string head = "<html><head><META charset=\"windows-1251\"></head><p>";
  CHECK_THAT(to_utf8(in("windows-1251", head + "Порт"), Markup::html), Contains("Порт"));
  CHECK_THAT(to_utf8(in("windows-1251",
                        "<meta http-equiv=Content-Type content='text/html; "
                        "charset=Windows-1251'><p>Порт"),
                     Markup::html),
             Contains("Порт"));
  CHECK_THAT(to_utf8(in("Shift_JIS", "<?xml version='1.0' encoding='Shift_JIS'?><rss>港</rss>"),
                     Markup::xml),
             Contains("<rss>港</rss>"));
}

TEST_CASE("ISO-8859-1 is what Windows makes of it") {
  CHECK_THAT(to_utf8("<meta charset=iso-8859-1><p>\x93No\x94 \x96 caf\xE9", Markup::html),
             Contains("“No” – café"));
}

TEST_CASE("a wrong declaration counts for nothing") {
  CHECK_THAT(to_utf8("<meta charset=iso-8859-1><p>" + kRussian, Markup::html), Contains(kRussian));
  CHECK_THAT(to_utf8("<meta charset=utf-8><p>" + in("windows-1252", kFrench), Markup::html),
             Contains(kFrench));
  CHECK_THAT(to_utf8("<meta charset=klingon><p>" + kFrench, Markup::html), Contains(kFrench));
}

TEST_CASE("without a declaration the letters tell") {
  CHECK(to_utf8(in("windows-1251", kRussian), Markup::none) == kRussian);
  CHECK(to_utf8(in("Shift_JIS", kJapanese), Markup::none) == kJapanese);
  CHECK(to_utf8(in("windows-1252", kFrench), Markup::none) == kFrench);
}

TEST_CASE("a malformed character in much UTF-8 is replaced") {
  CHECK(to_utf8(kRussian + "\xFF" + kRussian, Markup::none) ==
        kRussian + "\xEF\xBF\xBD" + kRussian);
}

TEST_CASE("what cannot be told is an error that says what to do") {
  CHECK_THROWS_WITH(to_utf8("\x81\xFE\x9D\x01\x02\xFF", Markup::none),
                    Contains("not UTF-8 at byte 0") && Contains("iconv"));
  CHECK_THROWS_WITH(to_utf8(std::string("ELF\0\1", 5), Markup::none), Contains("binary"));
}

TEST_CASE("decoding is the same in pieces of any size") {
  const std::string bytes = "\xFF\xFE" + in("UTF-16LE", kJapanese + kRussian);
  for (const std::size_t step : {1, 2, 3, 50}) {
    interchange::StringBytes raw(bytes);
    interchange::DecodedBytes text(raw, "UTF-16LE");
    std::string all;
    std::string piece(step, '\0');
    while (const std::size_t got = text.read(piece.data(), step)) all.append(piece, 0, got);
    CHECK(all == kJapanese + kRussian);
  }
}
