#include "query/retraction.h"

#include <catch2/catch.hpp>

#include "graph/keys.h"
#include "query/names.h"
#include "world.h"

namespace casus::test {
namespace {

v1::RetractReport retract(storage::Store& store, const std::string& article) {
  const auto before = store.snapshot();
  const storage::NodeId id = query::resolve_article(*before, article);
  store.retract(before->key(id));
  return query::retraction(*before, *store.snapshot(), id);
}

}  // namespace

TEST_CASE("A retraction counts what went, and names whom no other article names") {
  const auto store = store_of(quarrel());
  const v1::RetractReport first = retract(*store, "ledger-1");
  CHECK(first.article() == "ledger-1");
  CHECK(first.key() == article_key("ledger-1"));
  CHECK(first.title() == "Report ledger-1");
  CHECK(first.events() == 1);
  CHECK(first.statements() == 2);
  CHECK(first.claims() == 1);
  CHECK(first.forgotten().empty());
  const v1::RetractReport second = retract(*store, "courier-1");
  REQUIRE(second.forgotten_size() == 1);
  CHECK(second.forgotten(0).key() == "actor:person:OST:ida-brandt");
  CHECK(second.forgotten(0).name() == "Ida Brandt");
}

}  // namespace casus::test
