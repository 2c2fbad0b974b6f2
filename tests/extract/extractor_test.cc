#include "extract/extractor.h"

#include <catch2/catch.hpp>

#include "graph/validate.h"
#include "reading_aid.h"

using namespace casus;  // NOLINT(google-build-using-namespace): a test's own file
using extract::aid::read;

TEST_CASE("Whatever is read is sound") {
  for (const char* text :
       {"", "\n\n\n", "said said said said", "\"\"\"\"\" he said", "(((((", "He denied it.",
        "\"We did it. \"We did it. \"We did it.", "it it it denied accused blamed them of of of",
        "Iran, Iran and Iran accused Iran of Iran.", "According to", "Denied", "the the the the",
        "American citizens said the town was shelled.", "Iran denied the claim of responsibility",
        "Sudan rejected a claim that", "Iraqi troops", "Officials"}) {
    INFO(text);
    v1::ArticleAnnotation annotation = read(text);
    annotation.mutable_article()->set_text(text);
    if (annotation.article().text().empty()) continue;
    CHECK_NOTHROW(validate(annotation));
  }
}

TEST_CASE("Blobs of text cost no article") {
  std::string quotation = "General Marek said: \"";
  for (int i = 0; i < 9000; ++i) quotation += "they fired ";
  quotation += "\".";
  std::string capitals = "The list of ";
  for (int i = 0; i < 4000; ++i) capitals += "Brod Marek ";
  capitals += "was attacked by rebels on Monday, police said.";
  const std::string blob =
      "Rebels attacked " + std::string(75000, 'x') + " on Monday, police said.";
  const std::string name = "Rebels attacked X" + std::string(75000, 'x') + " on Monday. X" +
                           std::string(75000, 'x') + " denied it in X" + std::string(75000, 'x') +
                           ".";
  for (const std::string& text : {quotation, capitals, blob, name}) {
    v1::ArticleAnnotation annotation = read(text);
    annotation.mutable_article()->set_text(text);
    CHECK_NOTHROW(validate(annotation));
  }
}

TEST_CASE("The same article gives the same annotation") {
  const std::string text =
      "Chad accused Sudan of arming the rebels. Sudan denied it and said that Chad had bombed two "
      "villages near Adre on Tuesday, killing at least 12 people.";
  CHECK(read(text).SerializeAsString() == read(text).SerializeAsString());
}

TEST_CASE("Of a very long text the beginning is read, and it is said") {
  std::string text;
  while (text.size() < (600 << 10)) text += "The sky over the river was grey \xE2\x80\x94 again. ";
  text += "Chad accused Sudan of arming the rebels.";
  extract::Extractor extractor(extract::Lexicon::load(), extract::load_grammar());
  v1::Article article;
  article.set_id("long");
  article.set_text("Chad denied it had bombed the town. " + text);
  std::string unread;
  const v1::ArticleAnnotation annotation = extractor.extract(article, &unread);
  CHECK(annotation.statements_size() == 1);
  CHECK(annotation.article().text() == article.text());
  CHECK(unread.find("only the first") != std::string::npos);
}
