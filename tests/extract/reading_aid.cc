#include "reading_aid.h"

#include <catch2/catch.hpp>

#include "extract/extractor.h"

namespace casus::extract::aid {
namespace {

v1::ArticleAnnotation read(v1::Article article) {
  static Extractor extractor(Lexicon::load(), load_grammar());
  article.set_id("test");
  return extractor.extract(article);
}

}  // namespace

v1::ArticleAnnotation read(const std::string& text, const std::string& published) {
  v1::Article article;
  article.set_published(published);
  article.set_text(text);
  return read(article);
}

v1::ArticleAnnotation read_titled(const std::string& title, const std::string& text) {
  v1::Article article;
  article.set_title(title);
  article.set_outlet("The Lakeside Post");
  article.set_published("2021-03-10");
  article.set_language("en");
  article.set_text(text);
  return read(article);
}

std::string name(const v1::ArticleAnnotation& annotation, const std::string& key) {
  for (const v1::Actor& actor : annotation.actors())
    if (actor.key() == key) return actor.name();
  for (const v1::Place& place : annotation.places())
    if (place.key() == key) return place.name();
  return "";
}

const v1::Actor* actor(const v1::ArticleAnnotation& annotation, const std::string& name) {
  for (const v1::Actor& actor : annotation.actors())
    if (actor.name() == name) return &actor;
  return nullptr;
}

std::vector<v1::Statement> of_kind(const v1::ArticleAnnotation& annotation,
                                   v1::StatementKind::Value kind) {
  std::vector<v1::Statement> found;
  for (const v1::Statement& statement : annotation.statements())
    if (statement.kind() == kind) found.push_back(statement);
  return found;
}

v1::StatementKind::Value only_kind(const std::string& text) {
  const v1::ArticleAnnotation annotation = read(text);
  INFO(text);
  REQUIRE(annotation.statements_size() == 1);
  return annotation.statements(0).kind();
}

const v1::Claim* claim(const v1::ArticleAnnotation& annotation, const std::string& key) {
  for (const v1::Claim& claim : annotation.claims())
    if (claim.key() == key) return &claim;
  return nullptr;
}

}  // namespace casus::extract::aid
