// What the index says of claims is compared with a naive reading of the annotations in dump.cc,
// which most tests of the store use; here is how it is asked.

#include "storage/claim_index.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <optional>
#include <tuple>

#include "graph/names.h"
#include "storage/memory_engine.h"
#include "storage/near_cursor.h"
#include "storage/store.h"
#include "tests/storage/synthetic.h"

namespace casus::storage {
namespace {

std::vector<NodeId> claims_in(const Snapshot& snapshot) {
  std::vector<NodeId> claims;
  snapshot.each(v1::NodeKind::claim, [&](NodeId id) {
    claims.push_back(id);
    return true;
  });
  return claims;
}

TEST_CASE("a claim has the same row in whatever order claims are asked for") {
  const auto store = filled(30);
  const auto snapshot = store->snapshot();
  const ClaimIndex forth(*snapshot);
  const ClaimIndex back(*snapshot);
  std::vector<NodeId> claims = claims_in(*snapshot);
  using Answer = std::tuple<Day, bool, std::size_t, std::vector<std::pair<NodeId, Day>>>;
  const auto ask = [](const ClaimIndex& index, NodeId claim) {
    const auto row = index.row(claim);
    REQUIRE(row);
    Answer answer{row->published, row->own_voice, row->voices.size(), {}};
    index.linked(claim, [&](NodeId other, Day published) {
      std::get<3>(answer).emplace_back(other, published);
    });
    return answer;
  };
  std::sort(claims.begin(), claims.end());
  std::vector<Answer> answers;
  for (const NodeId claim : claims) answers.push_back(ask(forth, claim));
  for (std::size_t at = claims.size(); at-- > 0;) CHECK(ask(back, claims[at]) == answers[at]);
  CHECK_FALSE(forth.row(*snapshot->find("actor:a0")));
  CHECK_FALSE(forth.row(0));
}

TEST_CASE("the row of a claim has who spoke on it, as the edges have") {
  const auto store = filled(30);
  const auto snapshot = store->snapshot();
  const ClaimIndex index(*snapshot);
  using Said = std::tuple<NodeId, NodeId, NodeId, int, bool>;
  std::size_t all = 0;
  for (const NodeId claim : claims_in(*snapshot)) {
    std::vector<Said> expected;
    snapshot->edges(claim, {Direction::in, {v1::EdgeKind::asserts, v1::EdgeKind::denies}, {}, {}},
                    [&](const EdgeRef& said) {
                      NodeId speaker = 0;
                      snapshot->edges(said.other, {Direction::in, {v1::EdgeKind::made}, {}, {}},
                                      [&](const EdgeRef& made) {
                                        speaker = made.other;
                                        return false;
                                      });
                      expected.emplace_back(said.other, speaker, said.article,
                                            snapshot->node(said.other)->statement().kind(),
                                            said.kind == v1::EdgeKind::denies);
                      return true;
                    });
    const auto row = index.row(claim);
    REQUIRE(row);
    std::vector<Said> found;
    for (const ClaimRow::Voice& voice : row->voices) {
      found.emplace_back(voice.statement, voice.speaker, voice.article, voice.kind, voice.denies);
    }
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    CHECK(found == expected);
    all += found.size();
  }
  CHECK(all > 20);
}

TEST_CASE("the claims of an actor come by id, until it is enough") {
  const auto store = filled(30);
  const auto snapshot = store->snapshot();
  const ClaimIndex index(*snapshot);
  std::vector<NodeId> claims;
  index.of_actor(*snapshot->find("actor:a0"), [&](const ClaimRow& row) {
    CHECK((row.about || row.addressed || row.made));
    claims.push_back(row.claim);
    return true;
  });
  CHECK(claims.size() > 5);
  CHECK(std::is_sorted(claims.begin(), claims.end()));
  int seen = 0;
  index.of_actor(*snapshot->find("actor:a0"), [&](const ClaimRow&) { return ++seen < 3; });
  CHECK(seen == 3);
}

TEST_CASE("the claims with a word come newest first") {
  const auto store = filled(30);
  const auto snapshot = store->snapshot();
  const ClaimIndex index(*snapshot);
  const v1::Node claim = *snapshot->node(claims_in(*snapshot).front());
  std::vector<std::pair<std::int64_t, NodeId>> found;
  index.with_word(normalised_words(claim.claim().text()).front(),
                  [&](NodeId id, Day published, unsigned) {
                    found.emplace_back(-std::int64_t{published.value}, id);
                  });
  CHECK(found.size() > 5);
  CHECK(std::is_sorted(found.begin(), found.end()));
  index.with_word("zebra", [](NodeId, Day, unsigned) { FAIL("nothing speaks of zebras"); });
}

TEST_CASE("a near cursor stands where a cursor would stand, however it is sent about") {
  const auto engine = make_memory_engine();
  Batch batch;
  for (int i = 0; i < 60; i += 3) batch.put("k" + std::to_string(100 + i), std::to_string(i));
  engine->write(batch, Sync::none);
  const auto snapshot = engine->snapshot();
  NearCursor near(snapshot->scan("k", "l"));
  const auto plain = snapshot->scan("k", "l");
  unsigned state = 1;
  for (int step = 0; step < 2000; ++step) {
    state = state * 1103515245U + 12345U;
    const unsigned dice = state >> 16U;
    if (dice % 3 == 0 && near.valid()) {
      near.next();
      plain->next();
    } else {
      // Mostly a little further on.
      const unsigned to = dice % 5 == 0 ? dice / 5 % 70 : static_cast<unsigned>(step) % 70;
      const std::string key = "k" + std::to_string(98 + to);
      near.seek(key);
      plain->seek(key);
    }
    REQUIRE(near.valid() == plain->valid());
    if (near.valid()) REQUIRE(near.key() == plain->key());
  }
}

}  // namespace
}  // namespace casus::storage
