#include "storage/snapshot.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "graph/error.h"
#include "graph/keys.h"
#include "storage/memory_engine.h"
#include "storage/store.h"
#include "tests/storage/dump.h"
#include "tests/storage/synthetic.h"

namespace casus::storage {
namespace {

std::vector<std::string> keys(const Snapshot& snapshot, const std::vector<NodeId>& ids) {
  std::vector<std::string> keys;
  for (const NodeId id : ids) keys.push_back(snapshot.key(id));
  return keys;
}

std::vector<EdgeRef> edges(const Snapshot& snapshot, NodeId id, const EdgeFilter& filter) {
  std::vector<EdgeRef> refs;
  snapshot.edges(id, filter, [&](const EdgeRef& ref) {
    refs.push_back(ref);
    return true;
  });
  return refs;
}

auto fields(const EdgeRef& ref) {
  return std::tuple(ref.kind, -std::int64_t{ref.day.value}, ref.other, ref.published, ref.article,
                    ref.direction, ref.self, ref.other_kind);
}

bool equal(const std::vector<EdgeRef>& a, const std::vector<EdgeRef>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const EdgeRef& x, const EdgeRef& y) { return fields(x) == fields(y); });
}

TEST_CASE("edges come by kind and newest first, and filters take out just what they say") {
  const auto store = filled(12);
  const auto snapshot = store->snapshot();
  const Day known{19697};
  const std::vector<DayWindow> windows = {
      {}, {known, {}}, {{}, known}, {known, known}, {Day{19698}, Day{19696}}};
  const std::vector<std::vector<v1::EdgeKind::Value>> kinds = {
      {}, {v1::EdgeKind::made}, {v1::EdgeKind::mentions, v1::EdgeKind::initiated}};
  std::size_t seen = 0;
  for (const char* key : {"actor:a0", "actor:a1", "place:ABC"}) {
    const NodeId id = *snapshot->find(key);
    for (const Direction direction : {Direction::out, Direction::in}) {
      const std::vector<EdgeRef> all = edges(*snapshot, id, {direction, {}, {}, {}});
      CHECK(std::is_sorted(all.begin(), all.end(), [](const EdgeRef& a, const EdgeRef& b) {
        return fields(a) < fields(b);
      }));
      for (const auto& kind : kinds) {
        for (const DayWindow& window : windows) {
          for (const Day as_of : {Day::unknown(), Day{19702}}) {
            std::vector<EdgeRef> expected = all;
            std::erase_if(expected, [&](const EdgeRef& ref) {
              const bool of_kind =
                  kind.empty() || std::find(kind.begin(), kind.end(), ref.kind) != kind.end();
              const bool told = !as_of.known() || (ref.published.known() && ref.published <= as_of);
              return !of_kind || !window.contains(ref.day) || !told;
            });
            CHECK(equal(edges(*snapshot, id, {direction, kind, window, as_of}), expected));
            seen += expected.size();
          }
        }
      }
    }
  }
  CHECK(seen > 100);
}

TEST_CASE("a walk around a node gives what leaves it, then what comes to it") {
  const auto store = filled(12);
  const auto snapshot = store->snapshot();
  const EdgeCursor cursor = snapshot->edge_cursor();
  std::size_t seen = 0;
  for (const char* key : {"actor:a0", "actor:a1", "place:ABC"}) {
    const NodeId id = *snapshot->find(key);
    for (const std::vector<v1::EdgeKind::Value>& kinds :
         {std::vector<v1::EdgeKind::Value>{},
          {v1::EdgeKind::targeted, v1::EdgeKind::made, v1::EdgeKind::affiliated}}) {
      for (const DayWindow& window : {DayWindow{}, DayWindow{Day{19696}, Day{19697}}}) {
        const EdgeFilter filter{Direction::in, kinds, window, Day{19702}};
        std::vector<EdgeRef> expected =
            edges(*snapshot, id, {Direction::out, kinds, window, Day{19702}});
        for (const EdgeRef& ref : edges(*snapshot, id, filter)) expected.push_back(ref);
        std::vector<EdgeRef> found;
        cursor.around(id, filter, [&](const EdgeRef& ref) {
          found.push_back(ref);
          return true;
        });
        CHECK(equal(found, expected));
        seen += found.size();
      }
    }
  }
  CHECK(seen > 50);
}

TEST_CASE("a walk over edges stops when it is told to") {
  const auto store = filled(4);
  const auto snapshot = store->snapshot();
  int calls = 0;
  snapshot->edges(*snapshot->find("actor:a0"), {Direction::in, {}, {}, {}},
                  [&](const EdgeRef&) { return ++calls < 2; });
  CHECK(calls == 2);
  calls = 0;
  snapshot->each(v1::NodeKind::actor, [&](NodeId) { return ++calls < 2; });
  CHECK(calls == 2);
}

TEST_CASE("many nodes are read as each is by itself, in the order asked") {
  const auto store = filled(120);
  const auto snapshot = store->snapshot();
  std::vector<NodeId> ids;
  for (const auto kind : {v1::NodeKind::claim, v1::NodeKind::actor, v1::NodeKind::event}) {
    snapshot->each(kind, [&](NodeId id) {
      ids.push_back(id);
      return true;
    });
  }
  REQUIRE(ids.size() > 256);  // more than one batch
  CHECK(snapshot->keys(ids) == keys(*snapshot, ids));
  CHECK(snapshot->keys({}).empty());
  ids.push_back(999'999);
  const auto nodes = snapshot->nodes(ids);
  REQUIRE(nodes.size() == ids.size());
  for (std::size_t at = 0; at + 1 < ids.size(); ++at) {
    CHECK(nodes[at]->SerializeAsString() == snapshot->node(ids[at])->SerializeAsString());
  }
  CHECK_FALSE(nodes.back());
  CHECK_THROWS_AS(snapshot->keys(ids), StoreError);
}

TEST_CASE("relations between two are those of either that are with the other, newest first") {
  const auto store = filled(40);
  const auto snapshot = store->snapshot();
  const NodeId one = *snapshot->find("actor:a0");
  const NodeId other = *snapshot->find("actor:a1");
  using Refs = std::vector<std::tuple<Day, NodeId, NodeId, NodeId, int>>;
  const auto into = [](Refs& refs) {
    return [&refs](const RelationRef& ref) {
      if (!refs.empty()) CHECK(std::get<Day>(refs.back()) >= ref.day);
      refs.emplace_back(ref.day, ref.node, ref.from, ref.to, ref.act);
      return true;
    };
  };
  for (const DayWindow window : {DayWindow{}, DayWindow{Day{19697}, Day{19698}}}) {
    for (const Day as_of : {Day::unknown(), Day{19702}}) {
      Refs of_one;
      Refs of_other;
      Refs between;
      Refs other_way_round;
      snapshot->relations(one, window, as_of, into(of_one));
      snapshot->relations(other, window, as_of, into(of_other));
      snapshot->relations(one, other, window, as_of, into(between));
      snapshot->relations(other, one, window, as_of, into(other_way_round));
      CHECK(between == other_way_round);
      const auto is_between = [&](const auto& ref) {
        const std::pair ends(std::get<2>(ref), std::get<3>(ref));
        return ends == std::pair(one, other) || ends == std::pair(other, one);
      };
      const auto from_one = [one](const auto& ref) { return std::get<2>(ref) == one; };
      const auto to_one = [one](const auto& ref) { return std::get<3>(ref) == one; };
      CHECK(std::any_of(between.begin(), between.end(), from_one));
      CHECK(std::any_of(between.begin(), between.end(), to_one));
      CHECK(std::all_of(of_one.begin(), of_one.end(),
                        [&](const auto& ref) { return from_one(ref) || to_one(ref); }));
      for (Refs* refs : {&of_one, &of_other}) {
        std::erase_if(*refs, [&](const auto& ref) { return !is_between(ref); });
        std::sort(refs->begin(), refs->end());
      }
      std::sort(between.begin(), between.end());
      CHECK(of_one == between);
      CHECK(of_other == between);
      CHECK(std::all_of(between.begin(), between.end(),
                        [&](const auto& ref) { return window.contains(std::get<Day>(ref)); }));
    }
  }
}

TEST_CASE("one cursor gives the relations of many actors, in whatever order they are asked for") {
  const auto store = filled(40);
  const auto snapshot = store->snapshot();
  RelationCursor cursor = snapshot->relation_cursor();
  using Refs = std::vector<std::tuple<NodeId, NodeId, NodeId, Day>>;
  const auto into = [](Refs& refs, std::size_t most = 1000) {
    return [&refs, most](const RelationRef& ref) {
      refs.emplace_back(ref.from, ref.to, ref.node, ref.day);
      return refs.size() < most;
    };
  };
  std::size_t all = 0;
  for (const int number : {3, 0, 7, 1, 1, 2}) {
    const NodeId actor = *snapshot->find("actor:a" + std::to_string(number));
    const NodeId other = *snapshot->find("actor:a" + std::to_string((number + 1) % 8));
    Refs some;
    cursor.relations(actor, {}, Day::unknown(), into(some, 1));
    Refs of_actor;
    Refs of_actor_found;
    snapshot->relations(actor, {}, Day::unknown(), into(of_actor));
    cursor.relations(actor, {}, Day::unknown(), into(of_actor_found));
    CHECK(of_actor_found == of_actor);
    all += of_actor.size();
    Refs expected;
    Refs found;
    snapshot->relations(actor, other, {}, Day::unknown(), into(expected));
    cursor.relations(actor, other, {}, Day::unknown(), into(found));
    CHECK(found == expected);
  }
  CHECK(all > 20);
}

TEST_CASE("names of many are what actors and places are called, and empty for others") {
  const auto store = filled(12);
  const auto snapshot = store->snapshot();
  std::vector<NodeId> ids;
  for (const auto kind : {v1::NodeKind::place, v1::NodeKind::actor, v1::NodeKind::event}) {
    snapshot->each(kind, [&](NodeId id) {
      ids.push_back(id);
      return true;
    });
  }
  ids.push_back(999'999);
  const std::vector<std::string> names = snapshot->names(ids);
  REQUIRE(names.size() == ids.size());
  for (std::size_t at = 0; at + 1 < ids.size(); ++at) {
    const v1::Node node = *snapshot->node(ids[at]);
    CHECK(names[at] == (node.has_actor() ? node.actor().name() : node.place().name()));
  }
  CHECK(names.back().empty());
}

TEST_CASE("names and prefixes find actors and places") {
  const auto store = filled(12);
  const auto snapshot = store->snapshot();
  CHECK(keys(*snapshot, snapshot->named("GROUP 0")) == std::vector<std::string>{"actor:a0"});
  CHECK(snapshot->named("group").empty());
  CHECK(snapshot->named("").empty());
  const std::vector<std::string> groups = keys(*snapshot, snapshot->with_prefix("Group ", 100));
  CHECK(groups.size() == 8);
  CHECK(std::is_sorted(groups.begin(), groups.end()));
  CHECK(snapshot->with_prefix("Group", 3).size() == 3);
  CHECK(snapshot->with_prefix("article:", 100).size() == 12);
  CHECK(snapshot->with_prefix("Group", 0).empty());
}

TEST_CASE("text is read from the middle, across chunks, and clamped") {
  v1::ArticleAnnotation annotation = synthetic(0, 0);
  std::string text = annotation.article().text();
  for (int i = 0; text.size() < 200'000; ++i) text += std::to_string(i) + " ";
  annotation.mutable_article()->set_text(text);
  const auto store = Store::on(make_memory_engine(), {});
  store->put(annotation);
  const auto snapshot = store->snapshot();
  const std::string key = article_key(annotation.article().id());
  const auto end = static_cast<std::uint32_t>(text.size());
  for (const auto& [from, to] : {std::pair{0U, 10U},
                                 {65535U, 65537U},
                                 {65536U, 131072U},
                                 {60000U, 140000U},
                                 {end - 5, end + 1000},
                                 {end, end + 9},
                                 {0U, 4000000000U},
                                 {9U, 9U},
                                 {10U, 9U}}) {
    CAPTURE(from, to);
    const std::string expected =
        from < to && from < end ? text.substr(from, to - from) : std::string();
    CHECK(snapshot->text(key, from, to) == expected);
  }
  CHECK(snapshot->text("article:none", 0, 9).empty());
  CHECK(snapshot->annotation(key)->SerializeAsString() == annotation.SerializeAsString());
  CHECK(snapshot->annotation("actor:a0") == std::nullopt);
}

TEST_CASE("an annotation larger than one value comes back whole") {
  const v1::ArticleAnnotation annotation = synthetic(0, 0, 2000);
  REQUIRE(annotation.ByteSizeLong() - annotation.article().text().size() > kMaxValueBytes);
  const auto store = Store::on(make_memory_engine(), {});
  store->put(annotation);
  const auto stored = store->snapshot()->annotation(article_key(annotation.article().id()));
  CHECK(stored->SerializeAsString() == annotation.SerializeAsString());
  CHECK(store->check().findings_total == 0);
}

TEST_CASE("clusters are the connected components of the links, as far as they were known") {
  const auto store = filled(30);
  const auto snapshot = store->snapshot();
  std::size_t largest = 0;
  std::size_t known = 0;
  snapshot->each(v1::NodeKind::event, [&](NodeId id) {
    const std::vector<NodeId> cluster = snapshot->cluster(id);
    const std::vector<NodeId> before = snapshot->cluster(id, Day{19701});
    const std::vector<std::string> names = keys(*snapshot, cluster);
    CHECK(std::is_sorted(names.begin(), names.end()));
    CHECK(std::find(cluster.begin(), cluster.end(), id) != cluster.end());
    for (const NodeId member : cluster) CHECK(snapshot->cluster(member) == cluster);
    for (const NodeId member : before) {
      CHECK(std::find(cluster.begin(), cluster.end(), member) != cluster.end());
      if (before.size() == 1) continue;
      CHECK(parse_day(snapshot->node(member)->published()).value_or(Day{19999}) <= Day{19701});
    }
    largest = std::max(largest, cluster.size());
    known = std::max(known, before.size());
    return true;
  });
  CHECK(largest > 4);
  CHECK(known > 1);
  CHECK(known < largest);
}

TEST_CASE("a snapshot stays as it is while the store changes") {
  const auto store = filled(3);
  const auto before = store->snapshot();
  const std::vector<std::string> lines = dump(*before);
  store->put(synthetic(7, 0));
  store->retract(article_key(synthetic(0, 0).article().id()));
  CHECK(dump(*before) == lines);
  CHECK(dump(*store->snapshot()) != lines);
}

TEST_CASE("what is not in a snapshot is not found") {
  const auto store = filled(1);
  const auto snapshot = store->snapshot();
  CHECK(snapshot->find("actor:nobody") == std::nullopt);
  CHECK(snapshot->find("") == std::nullopt);
  CHECK(snapshot->kind(9999) == std::nullopt);
  CHECK(snapshot->node(0) == std::nullopt);
  CHECK(snapshot->node("claim:none/c1") == std::nullopt);
  CHECK_THROWS_AS(snapshot->key(9999), StoreError);
}

}  // namespace
}  // namespace casus::storage
