#include "query/communities.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "tests/storage/synthetic.h"
#include "world.h"

namespace casus::test {
namespace {

using query::ActorNetwork;
using query::communities;
using query::communities_of;
using Vertex = ActorNetwork::Vertex;

// One event of two actors. No two of them can be one event.
Report meeting(int number, const std::string& a, const std::string& b) {
  const std::string day = "2031-" + std::to_string(10 + number / 28 % 3) + "-" +
                          (number % 28 < 9 ? "0" : "") + std::to_string(number % 28 + 1);
  Report report("meeting-" + std::to_string(number), "Ledger", "2032-01-01",
                "House " + a + " met House " + b + ".");
  report.annotation().mutable_article()->set_dataset("meetings");
  for (const std::string& name : {a, b}) {
    report.actor("actor:house-" + name, "House " + name, v1::ActorKind::party);
  }
  v1::Event& event = report.event("e1", "CONSULT", day, "met");
  event.add_initiators()->set_actor("actor:house-" + a);
  event.add_targets()->set_actor("actor:house-" + b);
  return report;
}

// Three towns of four houses that all meet; one house of each meets one of the next.
std::vector<Report> towns() {
  const std::vector<std::string> houses = {"Aal", "Bor", "Cam", "Dun", "Eik", "Fos",
                                           "Gar", "Hal", "Ist", "Jor", "Kol", "Lon"};
  std::vector<Report> reports;
  const auto meet = [&](std::size_t a, std::size_t b) {
    reports.push_back(meeting(static_cast<int>(reports.size()), houses[a], houses[b]));
  };
  for (std::size_t town = 0; town < 12; town += 4) {
    for (std::size_t a = 0; a < 4; ++a) {
      for (std::size_t b = a + 1; b < 4; ++b) meet(town + a, town + b);
    }
    meet(town, (town + 4) % 12);
  }
  return reports;
}

// By its definition: of all ties those within communities, less those to be expected by chance.
double naive_modularity(const ActorNetwork& network, const std::vector<Vertex>& community) {
  const std::size_t size = network.size();
  std::vector<std::vector<double>> ties(size, std::vector<double>(size));
  std::vector<double> strengths(size);
  double all = 0;
  for (auto [at, end] = boost::edges(network.graph()); at != end; ++at) {
    const double weight = network.graph()[*at].events;
    ties[boost::source(*at, network.graph())][boost::target(*at, network.graph())] = weight;
    strengths[boost::source(*at, network.graph())] += weight;
    all += weight;
  }
  double sum = 0;
  for (std::size_t a = 0; a < size; ++a) {
    for (std::size_t b = 0; b < size; ++b) {
      if (community[a] == community[b]) sum += ties[a][b] - strengths[a] * strengths[b] / all;
    }
  }
  return sum / all;
}

std::string printed(const std::vector<v1::Community>& communities) {
  std::string text;
  for (const v1::Community& community : communities) text += community.DebugString();
  return text;
}

}  // namespace

TEST_CASE("towns whose houses meet among themselves are communities") {
  const auto store = store_of(towns());
  const auto found = communities(*store->snapshot(), {});
  REQUIRE(found.size() == 3);
  for (const v1::Community& community : found) {
    CHECK(community.size() == 4);
    REQUIRE(community.members_size() == 4);
    CHECK(community.ties_inside() == 6);
    CHECK(community.ties_outside() == 2);
    for (const v1::CommunityMember& member : community.members()) CHECK(member.ties_inside() == 3);
  }
  CHECK(found[0].members(0).actor().key() == "actor:house-Aal");
  CHECK(found[0].members(0).actor().name() == "House Aal");
  CHECK(found[0].members(0).ties_outside() == 2);
  CHECK(found[2].members(3).actor().key() == "actor:house-Lon");
}

TEST_CASE("communities do not depend on the order in which articles came") {
  std::vector<Report> reports = towns();
  const std::string expected = printed(communities(*store_of(reports)->snapshot(), {}));
  std::reverse(reports.begin(), reports.end());
  CHECK(printed(communities(*store_of(reports)->snapshot(), {})) == expected);
  std::rotate(reports.begin(), reports.begin() + 5, reports.end());
  CHECK(printed(communities(*store_of(reports)->snapshot(), {})) == expected);
}

TEST_CASE("the parts of the modularity are those of its definition, and no two are better as one") {
  const auto store = storage::filled(40);
  const auto snapshot = store->snapshot();
  const ActorNetwork network(*snapshot, {}, Day::unknown());
  const std::vector<Vertex> of_vertex = communities_of(network);
  const double modularity = naive_modularity(network, of_vertex);
  CHECK(modularity >= naive_modularity(network, std::vector<Vertex>(network.size())) - 1e-12);
  double sum = 0;
  for (const v1::Community& community : communities(*snapshot, {})) sum += community.modularity();
  CHECK(sum == Approx(modularity));
  const Vertex count = *std::max_element(of_vertex.begin(), of_vertex.end()) + 1;
  for (Vertex a = 0; a < count; ++a) {
    for (Vertex b = a + 1; b < count; ++b) {
      std::vector<Vertex> joined = of_vertex;
      std::replace(joined.begin(), joined.end(), b, a);
      CHECK(naive_modularity(network, joined) <= modularity + 1e-12);
    }
  }
}

TEST_CASE("communities can be cut to some, to some of their members, and to one actor's") {
  const auto store = store_of(towns());
  const auto snapshot = store->snapshot();
  query::CommunityQuestion question;
  question.filter.limit = 2;
  question.members = 1;
  const auto some = communities(*snapshot, question);
  REQUIRE(some.size() == 2);
  CHECK(some[1].size() == 4);
  CHECK(some[1].members_size() == 1);

  question = {};
  question.actor = *snapshot->find("actor:house-Gar");
  const auto one = communities(*snapshot, question);
  REQUIRE(one.size() == 1);
  CHECK(one[0].place() == 2);
  CHECK(one[0].members_size() == 4);

  question.filter.window = {Day{30000}, Day{30001}};
  CHECK(communities(*snapshot, question).empty());
  CHECK(communities(*store_of({})->snapshot(), {}).empty());
}

}  // namespace casus::test
