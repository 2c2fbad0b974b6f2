#include "graph/deeds.h"

#include <catch2/catch.hpp>

#include "sample.h"

using namespace casus;
using casus::tests::sample;

TEST_CASE("a claim whose subject is tied to its event says who did it") {
  v1::ArticleAnnotation a = sample("a");
  const auto found = deeds(assemble(a));
  REQUIRE(found.size() == 1);
  CHECK(found[0].doer == "actor:SDN");
  CHECK(found[0].claim.ends_with("/c1"));
  CHECK(found[0].event.ends_with("/e1"));
  SECTION("whoever speaks for the doer is the doer") {
    a.mutable_events(0)->mutable_initiators(0)->set_actor("actor:person:NLD:mara-doll");
    a.mutable_claims(0)->set_subject("actor:NLD");
    CHECK(deeds(assemble(a)).at(0).doer == "actor:NLD");
  }
  SECTION("of somebody else it says another thing") {
    a.mutable_claims(0)->set_subject("actor:NLD");
    CHECK(deeds(assemble(a)).empty());
  }
  SECTION("the contrary is another claim") {
    a.mutable_claims(0)->set_polarity(v1::Polarity::negative);
    CHECK(deeds(assemble(a)).empty());
  }
  SECTION("without a subject it is the only one who is named") {
    a.mutable_claims(0)->clear_subject();
    CHECK(deeds(assemble(a)).at(0).doer == "actor:SDN");
    a.mutable_events(0)->add_initiators()->set_actor("actor:NLD");
    CHECK(deeds(assemble(a)).empty());
  }
  SECTION("without a subject what is only reported is nobody's") {
    a.mutable_claims(0)->clear_subject();
    for (v1::Statement& statement : *a.mutable_statements())
      statement.set_kind(v1::StatementKind::report);
    CHECK(deeds(assemble(a)).empty());
  }
  SECTION("who denies the claim is tied to the event by that, unless the event hit them") {
    a.mutable_events(0)->clear_initiators();
    a.mutable_statements(0)->set_claim("c1");
    a.mutable_statements(0)->set_speaker("actor:SDN");
    a.mutable_statements(0)->set_kind(v1::StatementKind::denial);
    a.mutable_statements(0)->set_stance(v1::Stance::denies);
    CHECK(deeds(assemble(a)).at(0).doer == "actor:SDN");
    a.mutable_events(0)->mutable_targets(0)->set_actor("actor:SDN");
    CHECK(deeds(assemble(a)).empty());
  }
  SECTION("a series is no one deed") {
    a.mutable_events(0)->mutable_incidents()->set_best(3);
    CHECK(deeds(assemble(a)).empty());
  }
}
