#include "graph/passage_words.h"

#include <catch2/catch.hpp>

using namespace casus;

namespace {

Words names(std::string_view text) {
  Words names;
  add_name_words(text, names);
  return names;
}

}  // namespace

TEST_CASE("names are the words in capitals where no sentence begins") {
  CHECK(names("Shells fell on Torvik's harbour in March.") == Words{"torvik"});
  CHECK(names("It was over by noon. Nobody from Torvik spoke.") == Words{"torvik"});
}

TEST_CASE("a name of two words may begin a sentence") {
  CHECK(names("Harm Torvik fell in the spring.") == Words{"harm", "torvik"});
  CHECK(names("After Torvik came the flood. When Harm fell, all fled.") == Words{"harm", "torvik"});
}

TEST_CASE("a sentence also begins behind a quotation mark or a bracket that closes") {
  CHECK(names("it read \"closed.\" Nobody knew why").empty());
  CHECK(names("it read “closed.” Nobody knew why").empty());
  CHECK(names("(it was late.) Nobody saw Torvik burn") == Words{"torvik"});
}

TEST_CASE("what is longer than any word is none") {
  const std::string endless = 'A' + std::string(60'000, 'h');
  Words words;
  add_content_words(endless, words);
  CHECK(words.empty());
  CHECK(names("in " + endless).empty());
}
