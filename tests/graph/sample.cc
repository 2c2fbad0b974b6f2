#include "sample.h"

#include <catch2/catch.hpp>

namespace casus::tests {

v1::Span span_of(const v1::ArticleAnnotation& annotation, std::string_view words) {
  const std::size_t at = annotation.article().text().find(words);
  REQUIRE(at != std::string::npos);
  v1::Span span;
  span.set_begin(static_cast<std::uint32_t>(at));
  span.set_end(static_cast<std::uint32_t>(at + words.size()));
  return span;
}

v1::ArticleAnnotation sample(const std::string& id) {
  v1::ArticleAnnotation a;
  v1::Article& article = *a.mutable_article();
  article.set_id(id);
  article.set_title("Shells hit a ferry town");
  article.set_outlet("Norland Courier");
  article.set_published("2024-03-05");
  article.set_language("en");
  article.set_text(
      "Shells fell on the market of Harbin Ferry on Monday, killing four people. Mara Döll, a "
      "Norland spokeswoman, accused Sudonia of firing them. Sudonia called that an invention.");
  a.mutable_extractor()->set_name("hand");
  a.mutable_extractor()->set_version("1");

  v1::Actor& norland = *a.add_actors();
  norland.set_key("actor:NLD");
  norland.set_name("Norland");
  norland.set_kind(v1::ActorKind::country);
  norland.add_aliases("Norlanders");
  v1::Actor& mara = *a.add_actors();
  mara.set_key("actor:person:NLD:mara-doll");
  mara.set_name("Mara Döll");
  mara.set_kind(v1::ActorKind::person);
  mara.set_affiliation("actor:NLD");
  mara.set_role("spokeswoman");
  *mara.add_evidence() = span_of(a, "Mara Döll");
  v1::Actor& sudonia = *a.add_actors();
  sudonia.set_key("actor:SDN");
  sudonia.set_name("Sudonia");
  sudonia.set_kind(v1::ActorKind::country);
  *sudonia.add_evidence() = span_of(a, "Sudonia");

  v1::Place& town = *a.add_places();
  town.set_key("place:NLD:harbin-ferry");
  town.set_name("Harbin Ferry");
  town.set_country("NLD");
  town.set_within("place:NLD");
  *town.add_evidence() = span_of(a, "Harbin Ferry");
  v1::Place& country = *a.add_places();
  country.set_key("place:NLD");
  country.set_name("Norland");
  country.set_country("NLD");

  v1::Event& shelling = *a.add_events();
  shelling.set_key("e1");
  shelling.set_type("ASSAULT");
  shelling.set_mode("heavy-weapons");
  *shelling.mutable_trigger() = span_of(a, "fell");
  *shelling.mutable_sentence() =
      span_of(a, "Shells fell on the market of Harbin Ferry on Monday, killing four people.");
  shelling.mutable_date()->set_earliest("2024-03-04");
  shelling.mutable_date()->set_latest("2024-03-04");
  shelling.set_place("place:NLD:harbin-ferry");
  shelling.set_weapon("shells");
  shelling.mutable_killed()->set_best(4);
  v1::Initiator& initiator = *shelling.add_initiators();
  initiator.set_actor("actor:SDN");
  initiator.set_text("Sudonia");
  *initiator.mutable_span() = span_of(a, "Sudonia");
  initiator.set_status(v1::InitiatorStatus::alleged);
  v1::Target& market = *shelling.add_targets();
  market.set_text("the market");
  *market.mutable_span() = span_of(a, "the market");

  v1::Event& accusing = *a.add_events();
  accusing.set_key("e2");
  accusing.set_type("ACCUSE");
  *accusing.mutable_trigger() = span_of(a, "accused");
  *accusing.add_evidence() = span_of(a, "accused Sudonia of firing them");
  accusing.add_initiators()->set_actor("actor:person:NLD:mara-doll");
  accusing.add_targets()->set_actor("actor:SDN");

  v1::Statement& accusation = *a.add_statements();
  accusation.set_key("s1");
  accusation.set_kind(v1::StatementKind::accusation);
  accusation.set_stance(v1::Stance::asserts);
  accusation.set_speaker("actor:person:NLD:mara-doll");
  *accusation.add_source() = span_of(a, "Mara Döll, a Norland spokeswoman");
  *accusation.add_cue() = span_of(a, "accused");
  *accusation.add_content() = span_of(a, "of firing them");
  accusation.set_addressee("actor:SDN");
  accusation.set_claim("c1");
  accusation.set_event("e2");
  accusation.set_certainty(v1::Certainty::certain);
  v1::Statement& denial = *a.add_statements();
  denial.set_key("s2");
  denial.set_kind(v1::StatementKind::denial);
  denial.set_stance(v1::Stance::denies);
  denial.set_speaker("actor:SDN");
  *denial.add_cue() = span_of(a, "called that an invention");
  denial.set_addressee("actor:NLD");
  denial.set_claim("c1");

  v1::Claim& claim = *a.add_claims();
  claim.set_key("c1");
  claim.set_text("Sudonia fired shells at Harbin Ferry");
  claim.set_subject("actor:SDN");
  claim.set_predicate("ASSAULT");
  claim.set_object("place:NLD:harbin-ferry");
  claim.set_event("e1");
  return a;
}

}  // namespace casus::tests
