#include "reading_aid.h"

#include "extract/extractor.h"

namespace casus::extract::aid {

v1::ArticleAnnotation read(const std::string& text, const std::string& published) {
  static Extractor extractor(Lexicon::load(), load_grammar());
  v1::Article article;
  article.set_id("test");
  article.set_published(published);
  article.set_text(text);
  return extractor.extract(article);
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

const v1::Claim* claim(const v1::ArticleAnnotation& annotation, const std::string& key) {
  for (const v1::Claim& claim : annotation.claims())
    if (claim.key() == key) return &claim;
  return nullptr;
}

}  // namespace casus::extract::aid
