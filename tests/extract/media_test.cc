#include <catch2/catch.hpp>

#include "reading_aid.h"

using namespace casus;  // NOLINT(google-build-using-namespace): a test's own file
using extract::aid::name;
using extract::aid::read;
using extract::aid::words;

namespace {

// The first statement of a speaker, by a part of what he is called.
const v1::Statement* said_by(const v1::ArticleAnnotation& annotation, const std::string& who) {
  for (const v1::Statement& statement : annotation.statements()) {
    if (words(annotation, statement.source()).find(who) != std::string::npos) return &statement;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("A statement that a medium passes on says through which") {
  for (const char* text :
       {"\"Our boats never left the bay,\" Admiral Okello, quoted by Interfax, said.",
        "Admiral Okello said that the boats had sunk the ferry, according to Reuters.",
        "Admiral Okello told the Reuters news agency that the boats had sunk the ferry.",
        "Reuters reported, citing Admiral Okello, that the boats had sunk the ferry.",
        "Admiral Okello said in an interview with Reuters that the boats had sunk the ferry."}) {
    INFO(text);
    const v1::ArticleAnnotation annotation = read(text);
    const v1::Statement* his = said_by(annotation, "Okello");
    REQUIRE(his != nullptr);
    const std::string via = name(annotation, his->via());
    CHECK((via == "Reuters" || via == "Interfax"));
    CHECK(words(annotation, his->via_source()).find(via) != std::string::npos);
  }
}

TEST_CASE("Whom a medium cites behind its report is the one who says it") {
  const v1::ArticleAnnotation annotation =
      read("Gunboats sank the ferry off Malindi, Reuters reported, citing the Kenyan government.");
  const v1::Statement* cited = said_by(annotation, "the Kenyan government");
  REQUIRE(cited != nullptr);
  CHECK(name(annotation, cited->via()) == "Reuters");
  CHECK(words(annotation, cited->content()).find("sank the ferry") != std::string::npos);
  const v1::Statement* reported = said_by(annotation, "Reuters");
  REQUIRE(reported != nullptr);
  CHECK(reported->via().empty());
  CHECK(reported->claim() == cited->claim());
}

TEST_CASE("A medium that speaks for itself, or is spoken of, passes nothing on") {
  for (const char* text :
       {"Admiral Okello said that Reuters had invented the attack on the ferry.",
        "Reuters said that its office in the port had been shelled.",
        "Admiral Okello said that the boats had sunk the ferry. Reuters did not reply."}) {
    INFO(text);
    const v1::ArticleAnnotation annotation = read(text);
    for (const v1::Statement& statement : annotation.statements()) CHECK(statement.via().empty());
  }
}
