#include "extract/times/numbers.h"

#include <catch2/catch.hpp>
#include <string>

namespace casus::extract {
namespace {

// "low..best..high" with "-" for what is absent, of the number at the n-th token; "" for none.
std::string read(const std::string& text, std::uint32_t at = 0) {
  const Document document(text);
  const auto match =
      match_number(document, at, static_cast<std::uint32_t>(document.tokens().size()));
  if (!match) return "";
  const auto part = [](bool has, std::uint32_t value) {
    return has ? std::to_string(value) : std::string("-");
  };
  return part(match->count.has_low(), match->count.low()) + ".." +
         part(match->count.has_best(), match->count.best()) + ".." +
         part(match->count.has_high(), match->count.high());
}

std::string words_of(const std::string& text) {
  const Document document(text);
  const auto match =
      match_number(document, 0, static_cast<std::uint32_t>(document.tokens().size()));
  return match ? std::string(document.text_of(match->tokens)) : std::string();
}

TEST_CASE("exact figures in digits and words") {
  CHECK(read("12 people") == "-..12..-");
  CHECK(read("1,200 people") == "-..1200..-");
  CHECK(read("twelve sailors") == "-..12..-");
  CHECK(read("twenty-five sailors") == "-..25..-");
  CHECK(read("ninety sailors") == "-..90..-");
  CHECK(read("two hundred and six villagers") == "-..206..-");
  CHECK(read("three thousand four hundred tents") == "-..3400..-");
  CHECK(read("a hundred goats") == "-..100..-");
  CHECK(read("a dozen goats") == "-..12..-");
  CHECK(read("two dozen goats") == "-..24..-");
  CHECK(read("half a dozen goats") == "-..6..-");
  CHECK(read("1.5 million refugees") == "-..1500000..-");
  CHECK(read("another five guards") == "-..5..-");
  CHECK(read("a couple of guards") == "-..2..-");
}

TEST_CASE("hedges give bounds") {
  CHECK(read("at least 12 dead") == "12..-..-");
  CHECK(read("more than sixty") == "60..-..-");
  CHECK(read("over 66 raids") == "66..-..-");
  CHECK(read("no fewer than nine") == "9..-..-");
  CHECK(read("about 12 men") == "-..12..-");
  CHECK(read("some 40 men") == "-..40..-");
  CHECK(read("at least some 40 men") == "40..-..-");
  CHECK(read("up to 30 men") == "-..-..30");
  CHECK(read("as many as 30 men") == "-..-..30");
  CHECK(read("fewer than ten men") == "-..-..10");
  CHECK(read("20 or more men") == "20..-..-");
}

TEST_CASE("ranges") {
  CHECK(read("40 to 50 men") == "40..-..50");
  CHECK(read("between 40 and 50 men") == "40..-..50");
  CHECK(read("three or four men") == "3..-..4");
  CHECK(read("five and six") == "-..5..-");
}

TEST_CASE("vague plurals give their least") {
  CHECK(read("dozens of houses") == "24..-..-");
  CHECK(read("scores of houses") == "40..-..-");
  CHECK(read("hundreds of houses") == "200..-..-");
  CHECK(read("tens of thousands of people") == "20000..-..-");
  CHECK(read("several houses") == "3..-..-");
  CHECK(read("several hundred houses") == "300..-..-");
}

TEST_CASE("nobody is zero") {
  CHECK(read("no one was hurt") == "-..0..-");
  CHECK(read("nobody was hurt") == "-..0..-");
  CHECK(read("no casualties") == "-..0..-");
}

TEST_CASE("what is no count") {
  CHECK(read("2014 was a quiet year").empty());
  CHECK(read("15 percent of voters").empty());
  CHECK(read("15% of voters").empty());
  CHECK(read("$ 20 was paid", 1).empty());
  CHECK(read("20 dollars").empty());
  CHECK(read("7 October").empty());
  CHECK(read("October 7", 1).empty());
  CHECK(read("9:30 in the morning").empty());
  CHECK(read("9 a.m. in the morning").empty());
  CHECK(read("2.5 metres").empty());
  CHECK(read("villagers fled").empty());
  CHECK(read("").empty());
}

TEST_CASE("the match covers the hedge and the figure, and nothing beyond the limit") {
  CHECK(words_of("at least 12 people died") == "at least 12");
  CHECK(words_of("two hundred and six villagers") == "two hundred and six");
  CHECK(words_of("two men and six women") == "two");
  const std::string text = "two hundred men";
  const Document document(text);
  const auto match = match_number(document, 0, 1);
  REQUIRE(match);
  CHECK(match->count.best() == 2);
}

TEST_CASE("figures too large are clamped") {
  CHECK(read("99999999999999999999 ants") == "-..4294967295..-");
  CHECK(read("nine billion billion billion ants") == "-..4294967295..-");
}

}  // namespace
}  // namespace casus::extract
