// The lists and their filters, on annotations.

#include <catch2/catch.hpp>

#include "casus/v1/answer.pb.h"
#include "casus/v1/graph.pb.h"
#include "command.h"

using namespace casus;
using namespace casus::cli_test;
using Catch::Matchers::Contains;

namespace {

// Attacks of 4 May 2021 (twice), of 1 June and, in an undated article, of no known day.
struct Lists : Workshop {
  Lists() {
    auto later = harbour_report("velm-3", "2021-06-02");
    later.mutable_events(0)->mutable_date()->set_earliest("2021-06-01");
    later.mutable_events(0)->mutable_date()->set_latest("2021-06-01");
    auto undated = harbour_report("velm-4", "");
    undated.mutable_events(0)->clear_date();
    undated.mutable_events(0)->set_modality(v1::Modality::threatened);
    const Result result = casus({"ingest", "-"}, json(harbour_report("velm-1", "2021-05-05")) +
                                                     json(harbour_report("velm-2", "2021-05-09")) +
                                                     json(later) + json(undated));
    if (result.exit_code != 0) throw std::runtime_error(result.err);
  }

  template <typename Message>
  std::vector<Message> all(std::vector<std::string> line) const {
    line.insert(line.end(), {"--format", "json"});
    std::vector<Message> found;
    for (const std::string& text : casus(line).lines()) found.push_back(parse<Message>(text));
    return found;
  }
  std::vector<v1::Node> nodes(std::vector<std::string> line) const {
    return all<v1::Node>(std::move(line));
  }
  std::vector<v1::EventEntry> entries(std::vector<std::string> line) const {
    return all<v1::EventEntry>(std::move(line));
  }
};

}  // namespace

TEST_CASE_METHOD(Lists, "attacks come newest first, only those that happened") {
  const auto attacks = entries({"attacks"});
  REQUIRE(attacks.size() == 2);
  CHECK(attacks[0].event().date().earliest() == "2021-06-01");
  CHECK(attacks[1].event().date().earliest() == "2021-05-04");
  CHECK(attacks[1].reports_size() == 2);
  CHECK(entries({"attacks", "--any-modality"}).size() == 3);
  CHECK(entries({"attacks", "--limit", "1"}).size() == 1);
  CHECK(entries({"attacks", "--skip", "1"}).size() == 1);
  CHECK(nodes({"statements", "--skip", "3"}).size() == 5);
  CHECK(entries({"events", "--kind", "ASSAULT"}).size() == 2);
  CHECK(entries({"events", "--kind", "PROTEST"}).empty());
  CHECK(entries({"events", "--type", "ASSAULT"}).size() == 2);
}

TEST_CASE_METHOD(Lists, "a page says which it is, and how to turn it") {
  CHECK_THAT(casus({"events", "--limit", "1"}).err, Contains("the first 1; --limit 0 shows all"));
  const auto second = casus({"attacks", "--any-modality", "--limit", "1", "--skip", "1"});
  CHECK(second.exit_code == 0);
  CHECK_THAT(second.err, Contains("2 to 2; --skip 2 goes on from there"));
  const auto none = casus({"attacks", "--skip", "-1"});
  CHECK(none.exit_code == 2);
  CHECK_THAT(none.err, Contains("--skip takes a whole number from 0 on, not '-1'"));
}

TEST_CASE_METHOD(Lists, "time filters: when it happened, and what had been published") {
  CHECK(entries({"attacks", "--since", "2021-05-05"}).size() == 1);
  CHECK(entries({"attacks", "--until", "2021-05-04"}).size() == 1);
  CHECK(entries({"attacks", "--since", "2021-06"}).size() == 1);
  CHECK(entries({"attacks", "--since", "2021", "--until", "2021-05"}).size() == 1);
  CHECK(entries({"attacks", "--since", "2021", "--until", "2021"}).size() == 2);
  CHECK(entries({"attacks", "--as-of", "2021-05"}).size() == 1);
  CHECK(entries({"attacks", "--since", "2021-05-04", "--until", "2021-06-01"}).size() == 2);
  CHECK(entries({"attacks", "--as-of", "2021-05-08"}).size() == 1);
  CHECK(nodes({"statements", "--as-of", "2021-05-08"}).size() == 2);
  CHECK(nodes({"claims", "--as-of", "2021-05-09"}).size() == 2);
  CHECK(nodes({"actors", "--as-of", "2021-05-01"}).empty());
  CHECK(nodes({"actors", "--as-of", "2021-05-05"}).size() == 2);
}

TEST_CASE_METHOD(Lists, "by actor and by place") {
  CHECK(entries({"attacks", "--actor", "Islanders' Front"}).size() == 2);
  CHECK(entries({"attacks", "--actor", "Velm Harbour Guard"}).empty());
  CHECK(entries({"attacks", "--place", "port velm", "--limit", "2"}).size() == 2);
  CHECK(nodes({"statements", "--actor", "Velm Harbour Guard"}).size() == 4);
  CHECK(nodes({"statements", "--actor", "Velm Harbour Guard", "--kind", "denial"}).empty());
  CHECK(nodes({"statements", "--kind", "denial"}).size() == 4);
  CHECK(nodes({"claims", "--actor", "Velm Harbour Guard"}).size() == 4);
  const Result nowhere = casus({"attacks", "--place", "Atlantis"});
  CHECK(nowhere.exit_code == 1);
  CHECK_THAT(nowhere.err, Contains("Atlantis"));
}

TEST_CASE_METHOD(Lists, "members of an actor count as the actor") {
  auto report = harbour_report("velm-5", "2021-07-01");
  auto* state = report.add_actors();
  state->set_key("actor:government:-:velm");
  state->set_name("Velm");
  state->set_kind(v1::ActorKind::government);
  report.mutable_actors(0)->set_affiliation("actor:government:-:velm");
  REQUIRE(casus({"ingest", "-"}, json(report)).exit_code == 0);
  CHECK(nodes({"statements", "--actor", "actor:government:-:velm"}).size() == 5);
}

TEST_CASE_METHOD(Lists, "as of a day, members are those who had been named as such by then") {
  const std::string velm = "actor:government:-:velm";
  auto report = harbour_report("velm-5", "2021-07-01");
  auto* state = report.add_actors();
  state->set_key(velm);
  state->set_name("Velm");
  state->set_kind(v1::ActorKind::government);
  report.mutable_actors(0)->set_affiliation(velm);
  REQUIRE(casus({"ingest", "-"}, json(report)).exit_code == 0);
  // Earlier articles have the member's statements, but not that it is one.
  CHECK(nodes({"statements", "--actor", velm, "--as-of", "2021-06-30"}).empty());
  CHECK(nodes({"statements", "--actor", velm, "--as-of", "2021-07-01"}).size() == 4);
}

TEST_CASE_METHOD(Lists, "actors by country, in capitals or not") {
  auto report = harbour_report("velm-5", "2021-07-01");
  report.mutable_actors(0)->set_country("VLM");
  REQUIRE(casus({"ingest", "-"}, json(report)).exit_code == 0);
  CHECK(nodes({"actors", "--country", "VLM"}).size() == 1);
  CHECK(nodes({"actors", "--country", "vlm"}).size() == 1);
  CHECK(casus({"actors", "--country", "IRQ"}).exit_code == 1);
  const Result unknown = casus({"actors", "--country", "Velmland"});
  CHECK(unknown.exit_code == 1);
  CHECK_THAT(unknown.err, Contains("\"Velmland\" is no country") && Contains("IRQ"));
}

TEST_CASE_METHOD(Lists, "actors by name and kind") {
  CHECK(nodes({"actors"}).size() == 2);
  CHECK(nodes({"actors", "harbour"}).size() == 1);
  CHECK(nodes({"actors", "harb"}).size() == 1);
  CHECK(nodes({"actors", "bour"}).empty());  // words, or how they begin
  CHECK(nodes({"actors", "--kind", "armed_group"}).size() == 1);
  CHECK_THAT(casus({"actors"}).out, Contains("Islanders' Front") && Contains("armed group") &&
                                        Contains("actor:armed_group:-:islanders-front"));
}

TEST_CASE_METHOD(Lists, "lists read well: what, who, where, and the words it stands on") {
  const Result attacks = casus({"attacks", "--until", "2021-05-04"});
  CHECK_THAT(attacks.out, Contains("2021-05-04 · ASSAULT, explosives") &&
                              Contains("Islanders' Front (alleged)") && Contains("3 killed") &&
                              Contains("“A bomb killed three sailors") &&
                              Contains("— Velm Gazette, 2021-05-05, velm-1"));
  const Result denials = casus({"statements", "--kind", "denial", "--limit", "1"});
  CHECK_THAT(denials.out, Contains("denial: Islanders' Front") &&
                              Contains("The Islanders' Front planted the bomb"));
  CHECK(attacks.out.find('\033') == std::string::npos);
}
