#include "graph/kinds.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>

using namespace casus;

TEST_CASE("an attack is an event, a denial is a statement, and not the other way") {
  CHECK(is_a(v1::NodeKind::attack, v1::NodeKind::event));
  CHECK(is_a(v1::NodeKind::denial, v1::NodeKind::statement));
  CHECK(is_a(v1::NodeKind::claim, v1::NodeKind::claim));
  CHECK_FALSE(is_a(v1::NodeKind::event, v1::NodeKind::attack));
  CHECK_FALSE(is_a(v1::NodeKind::statement, v1::NodeKind::denial));
  CHECK_FALSE(is_a(v1::NodeKind::attack, v1::NodeKind::statement));
}

TEST_CASE("type and kind say what a node is") {
  v1::Event event;
  event.set_type("PROTEST");
  CHECK(node_kind(event) == v1::NodeKind::event);
  event.set_type("ASSAULT");
  CHECK(node_kind(event) == v1::NodeKind::attack);
  v1::Statement statement;
  CHECK(node_kind(statement) == v1::NodeKind::statement);
  statement.set_kind(v1::StatementKind::denial);
  CHECK(node_kind(statement) == v1::NodeKind::denial);
}

TEST_CASE("names are those of the proto, in both directions") {
  CHECK(name_of(v1::NodeKind::attack) == "attack");
  CHECK(name_of(v1::EdgeKind::same_as) == "same_as");
  CHECK(name_of(v1::ActorKind::armed_group) == "armed_group");
  CHECK(name_of(v1::StatementKind::responsibility_claim) == "responsibility_claim");
  CHECK(name_of(v1::Modality::hypothetical) == "hypothetical");
  CHECK(name_of(v1::InitiatorStatus::alleged) == "alleged");
  CHECK(node_kind_named("denial") == v1::NodeKind::denial);
  CHECK_FALSE(node_kind_named("unspecified"));
  CHECK_FALSE(node_kind_named("Denial"));
  CHECK(statement_kind_named("no_comment") == v1::StatementKind::no_comment);
  CHECK_FALSE(statement_kind_named("rumour"));
}

TEST_CASE("PLOVER has sixteen types in four classes") {
  std::set<std::string> codes;
  std::set<std::string> classes;
  for (const PloverType& type : plover_types()) {
    codes.emplace(type.code);
    classes.emplace(type.quad_class);
    CHECK(plover_type(type.code) == &type);
  }
  CHECK(codes.size() == 16);
  CHECK(classes.size() == 4);
  REQUIRE(plover_type("ASSAULT") != nullptr);
  CHECK(plover_type("ASSAULT")->cameo_root == "18");
  CHECK(plover_type("INVESTIGATE") == nullptr);
  CHECK(plover_type("assault") == nullptr);
}
