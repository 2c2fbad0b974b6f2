#include "query/claims_of.h"

#include <catch2/catch.hpp>

#include "graph/keys.h"
#include "world.h"

namespace casus::test {

TEST_CASE("The claims of an event are about it, those of a statement are what it stands on") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  const auto claims = [&](const std::string& key) {
    std::vector<std::string> keys;
    for (const storage::NodeId id : query::claims_of(*snapshot, snapshot->find(key).value())) {
      keys.push_back(snapshot->key(id));
    }
    return keys;
  };
  using Keys = std::vector<std::string>;
  const std::string first = article_key("courier-1");
  const std::string last = article_key("courier-2");
  CHECK(claims(event_key(last, "e1")) == Keys{claim_key(last, "c1")});
  CHECK(claims(event_key(first, "e1")).empty());
  CHECK(claims(statement_key(first, "s1")) == Keys{claim_key(first, "c1")});
  CHECK(claims(statement_key(first, "s2")) == Keys{claim_key(first, "c1")});
}

}  // namespace casus::test
