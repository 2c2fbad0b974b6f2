// Show, relations, trace, export, stats and check, on two annotations of one story.

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

#include "casus/v1/answer.pb.h"
#include "casus/v1/subgraph.pb.h"
#include "command.h"

using namespace casus;
using namespace casus::cli_test;
using Catch::Matchers::Contains;

namespace {

// Two articles: one of 5 May, one of 9 May.
struct Harbour : Workshop {
  Harbour() {
    const Result result = casus({"ingest", "-"}, json(harbour_report("velm-1", "2021-05-05")) +
                                                     json(harbour_report("velm-2", "2021-05-09")));
    if (result.exit_code != 0) throw std::runtime_error(result.err);
  }
};

// Dockers act with Ferrymen, Ferrymen with Gaugers, Gaugers with Haulers.
struct Quays : Workshop {
  Quays() {
    const std::vector<std::string> names = {"Dockers", "Ferrymen", "Gaugers", "Haulers"};
    std::string records;
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {
      v1::ArticleAnnotation record;
      record.mutable_article()->set_id("quay-" + std::to_string(i));
      record.mutable_article()->set_dataset("quays");
      record.mutable_article()->set_published("2021-06-01");
      record.mutable_article()->set_text("A strike on the quays.");
      record.mutable_extractor()->set_name("by hand");
      const auto key = [&](std::size_t who) { return "actor:" + names[who]; };
      for (const std::size_t who : {i, i + 1}) {
        v1::Actor& actor = *record.add_actors();
        actor.set_key(key(who));
        actor.set_name(names[who]);
        actor.add_evidence()->set_end(8);
      }
      v1::Event& event = *record.add_events();
      event.set_key("e");
      event.set_type("PROTEST");
      event.add_evidence()->set_end(8);
      event.add_initiators()->set_actor(key(i));
      event.add_targets()->set_actor(key(i + 1));
      records += json(record);
    }
    const Result result = casus({"ingest", "-"}, records);
    if (result.exit_code != 0) throw std::runtime_error(result.err + result.out);
  }
};

}  // namespace

TEST_CASE_METHOD(Harbour, "trace shows both sides, each quoted") {
  const Result result = casus({"trace", "--about", "Front planted the bomb", "--format", "json"});
  REQUIRE(result.exit_code == 0);
  const auto trace = parse<v1::Trace>(result.lines().at(0));
  CHECK(trace.status() == v1::TraceStatus::contested);
  REQUIRE(trace.asserted_by_size() == 2);
  REQUIRE(trace.denied_by_size() == 2);
  CHECK(trace.asserted_by(0).principal().name() == "Velm Harbour Guard");
  CHECK(trace.denied_by(0).principal().name() == "Islanders' Front");
  CHECK_THAT(trace.denied_by(0).quote(), Contains("denied planting it"));
  CHECK(trace.first() == "2021-05-05");
  CHECK(trace.last() == "2021-05-09");
  CHECK(trace.articles_size() == 2);
  REQUIRE(trace.events_size() == 1);
  CHECK(trace.events(0).articles_size() == 2);

  const Result text = casus({"trace", "--actor", "islanders front"});
  CHECK(text.exit_code == 0);
  CHECK_THAT(text.out, Contains("asserted by") && Contains("denied by") && Contains("“") &&
                           Contains("Velm Gazette, 2021-05-05, velm-1"));
}

TEST_CASE_METHOD(Harbour, "words where a claim's key belongs are answered with --about") {
  for (const char* words : {"Front planted the bomb", "Islanders' Front"}) {
    const Result result = casus({"trace", words});
    CHECK(result.exit_code != 0);
    CHECK_THAT(result.err, Contains("--about WORDS finds claims by what they say"));
  }
}

TEST_CASE_METHOD(Harbour, "trace by key, and by actor and words together") {
  const Result found = casus({"trace", "--about", "bomb", "--format", "json"});
  const auto trace = parse<v1::Trace>(found.lines().at(0));
  const Result by_key = casus({"trace", trace.claim().key(), "--format", "json"});
  CHECK(by_key.exit_code == 0);
  CHECK(by_key.lines().size() == 1);
  CHECK(casus({"trace", "--about", "bomb", "--actor", "Velm Harbour Guard", "--format", "json"})
            .lines()
            .size() == 1);
  CHECK(casus({"trace", "--about", "zeppelin"}).exit_code == 1);
  CHECK(casus({"trace", "Velm Harbour Guard"}).exit_code == 2);  // not a claim
}

TEST_CASE_METHOD(Harbour, "trace --as-of answers from what had been published by then") {
  const Result result =
      casus({"trace", "--about", "planted the bomb", "--as-of", "2021-05-06", "--format", "json"});
  REQUIRE(result.exit_code == 0);
  const auto trace = parse<v1::Trace>(result.lines().at(0));
  CHECK(trace.articles_size() == 1);
  CHECK(trace.last() == "2021-05-05");
  CHECK(casus({"trace", "--about", "planted the bomb", "--as-of", "2021-05-01"}).exit_code == 1);
}

TEST_CASE_METHOD(Harbour, "trace --between shows what became known, and what had been before") {
  const auto between = [&](const std::string& first, const std::string& second) {
    return casus(
        {"trace", "--about", "planted the bomb", "--between", first, second, "--format", "json"});
  };
  const Result result = between("2021-05-06", "2021-05-10");
  REQUIRE(result.exit_code == 0);
  const auto trace = parse<v1::Trace>(result.lines().at(0));
  CHECK(trace.has_status_before());
  CHECK(trace.asserted_by_size() > 0);
  for (const auto& voice : trace.asserted_by()) CHECK(voice.published() == "2021-05-09");
  CHECK(between("2021-05-09", "2021-05-10").exit_code == 1);
  CHECK(between("2021-05-10", "2021-05-06").exit_code == 2);
  CHECK(between("soon", "2021-05-06").exit_code == 2);
}

TEST_CASE_METHOD(Harbour, "relations between two actors, found by any name") {
  const Result result =
      casus({"relations", "velm harbour guard", "the Islanders' Front", "--format", "json"});
  REQUIRE(result.exit_code == 0);
  std::size_t accusations = 0;
  for (const std::string& line : result.lines()) {
    const auto relation = parse<v1::Relation>(line);
    CHECK_FALSE(relation.quote().quote().empty());
    if (relation.type() == "accusation") ++accusations;
  }
  CHECK(accusations == 2);
  CHECK(casus({"relations", "velm harbour guard", "--kind", "accusation", "--limit", "1",
               "--format", "json"})
            .lines()
            .size() == 1);
  CHECK_THAT(casus({"relations", "velm harbour guard"}).out, Contains("→ Islanders' Front"));
  CHECK(casus({"relations", "velm harbour guard", "--kind", "threat"}).exit_code == 1);
}

TEST_CASE_METHOD(Harbour, "show gives a node with its edges and its evidence") {
  const Result text = casus({"show", "Islanders' Front"});
  CHECK(text.exit_code == 0);
  CHECK_THAT(text.out, Contains("armed group") && Contains("made") && Contains("initiated"));
  const Result result = casus({"show", "actor:military:-:velm-harbour-guard", "--format", "json"});
  const auto report = parse<v1::NodeReport>(result.lines().at(0));
  CHECK(report.node().actor().name() == "Velm Harbour Guard");
  CHECK(report.out_size() + report.in_size() > 0);
  const Result nobody = casus({"show", "Velm Harbour Gard"});
  CHECK(nobody.exit_code == 1);
  CHECK_FALSE(nobody.err.empty());
}

TEST_CASE_METHOD(Harbour, "an export of everything is a graph") {
  const auto graph = parse<v1::Subgraph>(export_all());
  std::vector<std::string> keys;
  for (const v1::Node& node : graph.nodes()) keys.push_back(node.key());
  CHECK(std::is_sorted(keys.begin(), keys.end()));
  for (const v1::Edge& edge : graph.edges()) {
    INFO(edge.ShortDebugString());
    CHECK(std::binary_search(keys.begin(), keys.end(), edge.from()));
    CHECK(std::binary_search(keys.begin(), keys.end(), edge.to()));
  }
  const auto kinds = [&](auto kind) {
    return std::count_if(graph.nodes().begin(), graph.nodes().end(),
                         [&](const v1::Node& node) { return node.kind() == kind; });
  };
  CHECK(kinds(v1::NodeKind::article) == 2);
  CHECK(kinds(v1::NodeKind::actor) == 2);
  CHECK(kinds(v1::NodeKind::attack) == 2);
  CHECK(kinds(v1::NodeKind::denial) == 2);
}

TEST_CASE_METHOD(Harbour, "a selection is exported, to a file or to standard output") {
  const Result direct = casus({"export", "--around", "Islanders' Front", "--hops", "1"});
  CHECK(direct.exit_code == 0);
  const auto near = parse<v1::Subgraph>(direct.out);
  CHECK(near.nodes_size() > 2);
  CHECK(casus({"export", "--around", "Islanders' Front", "-o", path("near.json").string()})
            .exit_code == 0);
  std::ifstream in(path("near.json"), std::ios::binary);
  CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == direct.out);
  CHECK_FALSE(std::filesystem::exists(path("near.json.part")));

  const Result found = casus({"trace", "--about", "bomb", "--format", "json"});
  const std::string claim = parse<v1::Trace>(found.lines().at(0)).claim().key();
  const auto cluster = parse<v1::Subgraph>(casus({"export", "--trace", claim}).out);
  const bool denied = std::any_of(cluster.nodes().begin(), cluster.nodes().end(),
                                  [](auto& node) { return node.kind() == v1::NodeKind::denial; });
  CHECK(denied);
  CHECK_FALSE(casus({"export", "--all", "--format", "protobuf"}).out.empty());
  CHECK(casus({"export", "--around", "nobody at all"}).exit_code == 1);
}

TEST_CASE_METHOD(Harbour, "a timeline is oldest first and joins what several articles report") {
  const Result text = casus({"timeline", "Islanders' Front"});
  CHECK(text.exit_code == 0);
  CHECK_THAT(text.out, Contains("2021-05-04 · ASSAULT: Islanders' Front") &&
                           Contains("in 2 articles") && Contains("A bomb killed three sailors"));
  const Result result = casus({"timeline", "Islanders' Front", "velm harbour guard", "--kind",
                               "accusation", "--format", "json"});
  REQUIRE(result.exit_code == 0);
  for (const std::string& line : result.lines()) {
    CHECK(parse<v1::TimelineEntry>(line).type() == "accusation");
  }
  const Result last = casus({"timeline", "Islanders' Front", "--limit", "1"});
  CHECK_THAT(last.err, Contains("left out, --limit 0 shows all"));
  CHECK(casus({"timeline", "Islanders' Front", "--since", "2022-01-01"}).exit_code == 1);
}

TEST_CASE_METHOD(Harbour, "actors are ranked by the events that name them") {
  const Result text = casus({"rank", "--by", "events"});
  CHECK(text.exit_code == 0);
  CHECK_THAT(text.out, Contains("neighbours") && Contains("Islanders' Front"));
  const Result result = casus({"rank", "--format", "json", "--limit", "1"});
  REQUIRE(result.lines().size() == 1);
  const auto first = parse<v1::Rank>(result.lines()[0]);
  CHECK(first.place() == 1);
  CHECK(first.events() > 0);
  CHECK(casus({"rank", "--until", "1990-01-01"}).exit_code == 1);
  CHECK_THAT(casus({"rank", "--by", "fame"}).err, Contains("neighbours"));
}

TEST_CASE_METHOD(Quays, "actors are ranked by where they stand among others") {
  CHECK(casus({"rank", "--by", "degree"}).out == casus({"rank", "--by", "neighbours"}).out);
  const Result between = casus({"rank", "--by", "betweenness", "--samples", "1", "--seed", "7"});
  CHECK(between.exit_code == 0);
  CHECK_THAT(between.out, Contains("between") && Contains("Dockers"));
  CHECK_THAT(between.err, Contains("estimated from 1 of 4 actors") && Contains("--seed 7"));
  const Result all = casus({"rank", "--by", "betweenness"});
  CHECK(all.err.empty());
  // Of three pairs of others two are linked over one actor.
  CHECK_THAT(all.lines().at(1), Contains("0.6667") && Contains("Ferrymen"));
  const Result linked = casus({"rank", "--by", "components", "--format", "json"});
  REQUIRE(linked.exit_code == 0);
  CHECK(parse<v1::Rank>(linked.lines().at(0)).component_size() == 4);
  CHECK(casus({"rank", "--samples", "many"}).exit_code == 2);
}

TEST_CASE_METHOD(Quays, "actors that act together are a community") {
  const Result text = casus({"communities"});
  CHECK(text.exit_code == 0);
  CHECK_THAT(text.out, Contains("1. 2 actors; ties among them ") && Contains("Dockers ("));
  const Result all = casus({"communities", "--format", "json"});
  REQUIRE(all.exit_code == 0);
  const auto first = parse<v1::Community>(all.lines().at(0));
  CHECK(first.size() == 2);
  CHECK(first.members_size() == 2);
  const Result one =
      casus({"communities", "--actor", "Dockers", "--members", "1", "--format", "json"});
  REQUIRE(one.lines().size() == 1);
  CHECK(parse<v1::Community>(one.lines()[0]).members_size() == 1);
  CHECK(casus({"communities", "--until", "1990-01-01"}).exit_code == 1);
  CHECK(casus({"communities", "--actor", "nobody at all"}).exit_code == 1);
}

TEST_CASE_METHOD(Harbour, "how much memory a store takes changes no answer") {
  const Result usual = casus({"events", "--format", "json"});
  REQUIRE(usual.exit_code == 0);
  CHECK(casus({"--memory", "16M", "events", "--format", "json"}).out == usual.out);
  CHECK(casus({"events", "--format", "json", "--memory", "1GiB"}).out == usual.out);
}

TEST_CASE_METHOD(Harbour, "a path is told step by step, each with its words") {
  const Result text = casus({"path", "velm harbour guard", "islanders front"});
  CHECK(text.exit_code == 0);
  CHECK_THAT(text.out, Contains("1. Velm Harbour Guard") && Contains("2. ") && Contains("“"));
  const Result result =
      casus({"path", "velm harbour guard", "islanders front", "--format", "json"});
  const auto path = parse<v1::Path>(result.lines().at(0));
  REQUIRE(path.steps_size() == 2);
  CHECK_FALSE(path.steps(0).quote().quote().empty());
  const Result none = casus({"path", "velm harbour guard", "islanders front", "--max-hops", "1"});
  CHECK(none.exit_code == 1);
  CHECK_THAT(none.err, Contains("Nothing links 'velm harbour guard'"));
  CHECK(casus({"path", "velm harbour guard", "Velm Harbour Guard"}).exit_code == 2);
}

TEST_CASE_METHOD(Harbour, "a path has other explanations, and kinds of actors that it leaves out") {
  const std::vector<std::string> ask = {"path", "Velm Harbour Guard", "Islanders' Front"};
  const auto with = [&](std::vector<std::string> more) {
    std::vector<std::string> line = ask;
    line.insert(line.end(), more.begin(), more.end());
    return casus(line);
  };
  CHECK(with({"--format", "json"}).lines().size() > 1);
  CHECK(with({"--format", "json", "--paths", "1"}).lines().size() == 1);
  CHECK(with({"--without", "armed_group", "--without", "country"}).exit_code == 0);
  CHECK(with({"--paths", "0"}).exit_code == 2);
  CHECK_THAT(with({"--without", "village"}).err, Contains("kind of actor") && Contains("country"));
}

TEST_CASE_METHOD(Harbour, "how two stand is summed up before it is told") {
  const Result text = casus({"relations", "Velm Harbour Guard", "Islanders' Front"});
  CHECK_THAT(text.out, Contains("Velm Harbour Guard → Islanders' Front\n  accusation") &&
                           Contains("contested") && Contains("reported 2021-05-09 · accusation"));
  const Result sums =
      casus({"relations", "Velm Harbour Guard", "Islanders' Front", "--sums", "--format", "json"});
  const auto accusations = parse<v1::Standing>(sums.lines().at(0));
  CHECK(accusations.type() == "accusation");
  CHECK(accusations.reports() == 2);
  CHECK(accusations.contested() == accusations.count());
  CHECK_FALSE(accusations.strongest().quote().quote().empty());
  CHECK(casus({"relations", "Velm Harbour Guard", "--sums"}).exit_code == 0);
  CHECK(casus({"relations", "Islanders' Front", "--sums", "--kind", "PROTEST"}).exit_code == 1);
}

TEST_CASE_METHOD(Harbour, "an actor is found by a name that is like its own") {
  CHECK_THAT(casus({"actors", "--like", "Ilander's Fronte"}).out, Contains("Islanders' Front"));
  CHECK(casus({"actors", "--like", "Zyxw"}).exit_code == 1);
  CHECK(casus({"actors", "--like", "Islanders Front", "--kind", "country"}).exit_code == 1);
  CHECK(casus({"actors", "--like", "Islanders Front", "--as-of", "2021"}).exit_code == 2);
}

TEST_CASE_METHOD(Harbour, "articles are listed with what they tell") {
  const Result text = casus({"articles"});
  CHECK_THAT(text.out, Contains("2021-05-09 · Velm Gazette") && Contains("velm-2 · 1 event"));
  const Result result = casus({"articles", "--actor", "islanders front", "--until", "2021-05-08",
                               "--outlet", "velm", "--format", "json"});
  REQUIRE(result.lines().size() == 1);
  const auto entry = parse<v1::ArticleEntry>(result.lines().at(0));
  CHECK(entry.article().id() == "velm-1");
  CHECK(entry.attacks() == 1);
  CHECK(casus({"articles", "--outlet", "elm"}).exit_code == 1);
}

TEST_CASE_METHOD(Harbour, "a person is told what the limit leaves out") {
  const Result limited = casus({"statements", "--limit", "1"});
  CHECK_THAT(limited.err, Contains("the first 1; --limit 0 shows all"));
  CHECK(casus({"statements", "--limit", "0"}).err.empty());
  CHECK(casus({"statements", "--limit", "1", "--format", "json"}).err.empty());
  CHECK_THAT(casus({"trace", "--actor", "islanders front", "--limit", "1"}).out,
             Contains("asserted by"));
}

TEST_CASE_METHOD(Harbour, "what is between two actors is exported, and what was at a time") {
  const auto between = parse<v1::Subgraph>(
      casus({"export", "--relation", "velm harbour guard", "islanders front"}).out);
  CHECK(between.nodes_size() > 4);
  const auto early = parse<v1::Subgraph>(casus({"export", "--all", "--as-of", "2021-05-06"}).out);
  CHECK(std::count_if(early.nodes().begin(), early.nodes().end(),
                      [](auto& node) { return node.has_article(); }) == 1);
}

TEST_CASE_METHOD(Harbour, "check finds nothing wrong") {
  const Result result = casus({"check", "--format", "json"});
  CHECK(result.exit_code == 0);
  const auto answer = parse<v1::CheckAnswer>(result.lines().at(0));
  CHECK(answer.articles() == 2);
  CHECK(answer.entries() > 0);
  CHECK(answer.findings_total() == 0);
}

TEST_CASE("a store that does not exist is an error, and no question makes one") {
  const Workshop workshop;
  const bool empty_folder = GENERATE(false, true);
  if (empty_folder) std::filesystem::create_directory(workshop.store());
  for (const std::vector<std::string>& line :
       {std::vector<std::string>{"check"}, {"stats"}, {"actors"}, {"export", "--all"}}) {
    const Result result = workshop.casus(line);
    INFO(line[0]);
    CHECK(result.exit_code == 4);
    CHECK(result.out.empty());
    CHECK_THAT(result.err, Contains("There is no store at") && Contains("casus ingest"));
  }
  CHECK(std::filesystem::exists(workshop.store()) == empty_folder);
}

TEST_CASE_METHOD(Harbour, "an empty answer says so, and only to a person") {
  const auto empty = [&](std::vector<std::string> line, const std::string& said) {
    INFO(line[0]);
    for (const char* format : {"text", "json"}) {
      auto asked = line;
      asked.insert(asked.end(), {"--format", format});
      const Result result = casus(asked);
      CHECK(result.exit_code == 1);
      CHECK(result.out.empty());
      CHECK(result.err == "casus: " + said + "\n");
    }
  };
  empty({"attacks", "--since", "2030-01-01"}, "No attacks match.");
  empty({"events", "--kind", "PROTEST"}, "No events match.");
  empty({"statements", "--kind", "threat"}, "No statements match.");
  empty({"claims", "--as-of", "1999-01-01"}, "No claims match.");
  empty({"actors", "nobody"}, "No actors match.");
  empty({"trace", "--about", "zeppelin"}, "No claims match.");
  empty({"relations", "Velm Harbour Guard", "--until", "1999-01-01"},
        "No events or statements match.");
}

TEST_CASE("names from strangers do not steer the terminal") {
  const Workshop workshop;
  auto annotation = harbour_report("velm-1\033[2J", "2021-05-05");
  annotation.mutable_article()->set_outlet("Evil\033]0;pwned\a Gazette");
  annotation.mutable_actors(0)->set_name("Guard\033[31m");
  annotation.mutable_claims(0)->set_text("Bomb\xe2\x80\xae planted");
  REQUIRE(workshop.casus({"ingest", "-"}, json(annotation)).exit_code == 0);
  for (const std::vector<std::string>& line : {std::vector<std::string>{"actors"},
                                               {"claims"},
                                               {"statements"},
                                               {"attacks"},
                                               {"trace", "--about", "bomb"},
                                               {"relations", "actor:military:-:velm-harbour-guard"},
                                               {"show", "actor:military:-:velm-harbour-guard"}}) {
    const Result result = workshop.casus(line);
    INFO(line[0]);
    CHECK(result.exit_code == 0);
    CHECK(result.out.find('\033') == std::string::npos);
    CHECK(result.out.find('\a') == std::string::npos);
    CHECK(result.out.find("\xe2\x80\xae") == std::string::npos);
  }
}
