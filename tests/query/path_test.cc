#include "query/path.h"

#include <catch2/catch.hpp>
#include <deque>
#include <map>
#include <random>
#include <set>

#include "query/names.h"
#include "query/path_search.h"
#include "world.h"

namespace casus::test {
namespace {

using query::Directedness;
using query::GraphView;
using storage::NodeId;
using storage::Snapshot;
using Lines = std::vector<std::string>;

std::optional<v1::Path> ask(const Snapshot& snapshot, const std::string& a, const std::string& b,
                            unsigned max_hops = 6, Day as_of = Day::unknown()) {
  query::PathQuestion question;
  question.max_hops = max_hops;
  question.as_of = as_of;
  return query::path(snapshot, query::resolve(snapshot, a), query::resolve(snapshot, b), question);
}

Lines lines(const std::optional<v1::Path>& path) {
  Lines found;
  if (path) {
    for (const auto& step : path->steps()) found.push_back(step.text());
  }
  return found;
}

}  // namespace

TEST_CASE("A path says each step in words and quotes it") {
  const auto store = store_of(quarrel());
  const auto path = ask(*store->snapshot(), "Veldania", "Ida Brandt");
  // Of two equally short ones the newer.
  REQUIRE(lines(path) == Lines{"Veldania was addressed by a denial reported on 2031-03-02",
                               "a denial reported on 2031-03-02 was made by Ida Brandt"});
  CHECK(path->steps(0).from().name() == "Veldania");
  CHECK(path->steps(0).kind() == v1::EdgeKind::addresses);
  CHECK(path->steps(0).against());
  CHECK(path->steps(1).to().key() == "actor:person:OST:ida-brandt");
  CHECK(path->steps(1).quote().quote() == "called the charge an invention");
  CHECK(path->steps(1).quote().article() == "courier-1");
}

TEST_CASE("A path goes either way round") {
  const auto store = store_of(quarrel());
  const auto there = ask(*store->snapshot(), "Ida Brandt", "Red Lantern");
  const auto back = ask(*store->snapshot(), "Red Lantern", "Ida Brandt");
  REQUIRE(there);
  REQUIRE(back);
  REQUIRE(there->steps_size() == back->steps_size());
  CHECK(there->steps(0).from().key() == back->steps(back->steps_size() - 1).to().key());
  CHECK(there->steps(0).quote().quote() == back->steps(back->steps_size() - 1).quote().quote());
}

TEST_CASE("A path has at most so many steps, of what had been published by then") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  CHECK(ask(*snapshot, "Veldania", "Ostmark", 2)->steps_size() == 2);
  CHECK_FALSE(ask(*snapshot, "Veldania", "Ostmark", 1));
  const auto path = ask(*snapshot, "Veldania", "Ostmark", 6, *parse_day("2031-03-02"));
  REQUIRE(path);
  CHECK(path->steps(0).quote().article() == "courier-1");
  CHECK_FALSE(ask(*snapshot, "Veldania", "Ostmark", 6, *parse_day("2031-03-01")));
  CHECK_THROWS(ask(*snapshot, "Veldania", "Veldania"));
}

TEST_CASE("Places, and then articles that name both, link only what nothing else does") {
  Report report("gazette-1", "Gazette", "2031-04-01",
                "Osk and Lund. Osk shelled Sund. Lund shelled Sund. Harl looked on.");
  for (const std::string name : {"Osk", "Lund", "Harl"}) {
    report.actor("actor:" + name, name, v1::ActorKind::armed_group);
  }
  report.place("place:VEL:sund", "Sund", "VEL");
  for (const std::string name : {"Osk", "Lund"}) {
    auto& event = report.event("e-" + name, "ASSAULT", "2031-04-01", name + " shelled Sund");
    event.set_place("place:VEL:sund");
    event.add_initiators()->set_actor("actor:" + name);
    *event.mutable_initiators(0)->mutable_span() = report.span(name);
  }
  const auto store = store_of({report});
  const auto by_place = ask(*store->snapshot(), "Osk", "Lund");
  REQUIRE(by_place);
  REQUIRE(by_place->steps_size() == 4);
  CHECK(by_place->steps(1).to().name() == "Sund");
  const auto by_article = ask(*store->snapshot(), "Osk", "Harl");
  CHECK(lines(by_article) == Lines{"Osk is named by the article “Report gazette-1”",
                                   "the article “Report gazette-1” names Harl"});
}

namespace {

// Made-up reports in which a few people accuse one another.
std::vector<Report> gossip(std::mt19937& random, int people, int words) {
  std::vector<Report> reports;
  for (int i = 0; i < words; ++i) {
    const auto who = [&] { return "P" + std::to_string(random() % people) + "x"; };
    const std::string speaker = who();
    const std::string addressee = who();
    Report report("g" + std::to_string(i), "Gazette",
                  "2031-04-0" + std::to_string(random() % 9 + 1), speaker + " blames " + addressee);
    report.actor("actor:" + speaker, speaker, v1::ActorKind::person);
    if (addressee != speaker) report.actor("actor:" + addressee, addressee, v1::ActorKind::person);
    report.statement("s1", v1::StatementKind::accusation, "actor:" + speaker,
                     addressee == speaker ? "" : "actor:" + addressee, speaker + " blames");
    reports.push_back(std::move(report));
  }
  return reports;
}

// Fewest edges, and of these the sum of days that is newest: by trying all chains.
using Naive = std::pair<unsigned, std::int64_t>;
std::optional<Naive> naive(const GraphView& view, NodeId from, NodeId to, unsigned max_hops) {
  std::map<NodeId, Naive> best{{from, {0, 0}}};
  for (unsigned round = 0; round < max_hops; ++round) {
    auto next = best;
    for (const auto& [vertex, known] : best) {
      for (const auto& edge : view.out(vertex)) {
        const Day day = edge.ref.day.known() ? edge.ref.day : edge.ref.published;
        const Naive cost{known.first + 1, known.second - day.value};
        const auto [at, inserted] = next.try_emplace(edge.target, cost);
        if (!inserted) at->second = std::min(at->second, cost);
      }
    }
    best = std::move(next);
  }
  const auto found = best.find(to);
  return found == best.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

TEST_CASE("The path found is the cheapest, whatever the graph") {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    const int people = 3 + static_cast<int>(random() % 8);
    const auto store = store_of(gossip(random, people, 2 + static_cast<int>(random() % 14)));
    const auto snapshot = store->snapshot();
    query::GraphViewOptions options;
    options.directedness = Directedness::both;
    options.kinds = {v1::EdgeKind::made, v1::EdgeKind::addresses};
    const GraphView view(*snapshot, options);
    std::vector<NodeId> actors;
    snapshot->each(v1::NodeKind::actor, [&](NodeId id) {
      actors.push_back(id);
      return true;
    });
    for (const NodeId a : actors) {
      for (const NodeId b : actors) {
        if (a == b) continue;
        const unsigned max_hops = 2 + random() % 6;
        const auto chain = query::cheapest_path(view, a, b, max_hops);
        const auto expected = naive(view, a, b, max_hops);
        REQUIRE(chain.has_value() == expected.has_value());
        if (!chain) continue;
        Naive cost{0, 0};
        NodeId at = a;
        for (const auto& edge : *chain) {
          REQUIRE(edge.source == at);
          at = edge.target;
          const Day day = edge.ref.day.known() ? edge.ref.day : edge.ref.published;
          cost = {cost.first + 1, cost.second - day.value};
        }
        CHECK(at == b);
        CHECK(cost == *expected);
      }
    }
  }
}

TEST_CASE("A path does not depend on the order of arrival") {
  std::mt19937 random(11);
  auto reports = gossip(random, 4, 30);
  const auto answer = [](const std::vector<Report>& in) {
    const auto store = store_of(in);
    return ask(*store->snapshot(), "P0x", "P3x")->SerializeAsString();
  };
  const auto expected = answer(reports);
  std::reverse(reports.begin(), reports.end());
  CHECK(answer(reports) == expected);
}

namespace {

// Somebody `did` it to somebody, each time as another event on another day, in so many articles.
void strike(std::vector<Report>& reports, const std::string& from, const std::string& to,
            const std::string& day, int articles) {
  for (int i = 0; i < articles; ++i) {
    Report report(from + to + day + std::to_string(i), "Radio", "2031-06-01",
                  from + " struck " + to + ".");
    for (const std::string& name : {from, to}) {
      const bool state = name == "Ostmark";
      report.actor("actor:" + name, name,
                   state ? v1::ActorKind::country : v1::ActorKind::armed_group);
    }
    v1::Event& event = report.event("e1", "ASSAULT", day, "struck");
    v1::Initiator& who = *event.add_initiators();
    who.set_actor("actor:" + from);
    *who.mutable_span() = report.span(from);
    v1::Target& whom = *event.add_targets();
    whom.set_actor("actor:" + to);
    *whom.mutable_span() = report.span(to);
    reports.push_back(report);
  }
}

std::vector<v1::Path> explain(const storage::Store& store, const query::PathQuestion& question,
                              std::size_t count) {
  const auto snapshot = store.snapshot();
  return query::paths(*snapshot, *snapshot->find("actor:Red"), *snapshot->find("actor:Blue"),
                      question, count);
}

}  // namespace

TEST_CASE("Explanations lead through different events, the best reported first") {
  std::vector<Report> reports;
  strike(reports, "Red", "Blue", "2031-05-01", 1);
  strike(reports, "Red", "Blue", "2031-03-01", 4);
  strike(reports, "Red", "Blue", "2031-01-01", 2);
  const auto store = store_of(reports);
  const auto found = explain(*store, {}, 5);
  REQUIRE(found.size() == 3);
  CHECK(found[0].weakest_reports() == 4);
  CHECK(found[1].weakest_reports() == 2);
  CHECK(found[2].weakest_reports() == 1);
  for (const v1::Path& path : found) CHECK(path.steps_size() == 2);
  CHECK(explain(*store, {}, 2).size() == 2);
}

TEST_CASE("A longer explanation that many report goes before a shorter one that few do") {
  std::vector<Report> reports;
  strike(reports, "Red", "Blue", "2031-05-01", 1);
  strike(reports, "Red", "Ostmark", "2031-03-01", 32);
  strike(reports, "Ostmark", "Blue", "2031-01-01", 32);
  const auto store = store_of(reports);
  const auto found = explain(*store, {}, 3);
  REQUIRE(found.size() == 2);
  CHECK(found[0].steps_size() == 4);
  CHECK(found[1].steps_size() == 2);
  query::PathQuestion question;
  question.without = {v1::ActorKind::country};
  const auto without = explain(*store, question, 3);
  REQUIRE(without.size() == 1);
  CHECK(without[0].steps_size() == 2);
}

}  // namespace casus::test
