#include "query/claim_search.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "query/questions.h"
#include "query/words.h"
#include "world.h"

namespace casus::test {
namespace {

using query::stem;
using query::word_forms;

// Claims on one subject that differ in a word or two.
std::vector<Report> claims() {
  Report report("claims-1", "Gazette", "2031-01-01", "Veldania Ostmark Sund x");
  report.actor("actor:VEL", "Veldania", v1::ActorKind::country).add_aliases("Veldanian");
  report.actor("actor:OST", "Ostmark", v1::ActorKind::country).add_aliases("East March");
  report.claim("c1", "planes bombed the mill", "actor:VEL", "bomb", "", "x");
  report.claim("c2", "soldiers burned the mill", "actor:VEL", "burn", "", "x");
  report.claim("c3", "planes bombed the mill", "actor:OST", "bomb", "", "x");
  report.claim("c4", "the harbour was closed by pilots", "actor:OST", "close", "", "x");
  report.claim("c5", "a gunman shot the mayor", "", "shoot", "", "x");
  return {report};
}

std::string best(const storage::Snapshot& snapshot, const std::string& question) {
  const auto matches = query::search_claims(snapshot, question);
  if (matches.empty()) return "";
  return matches.front().key.substr(matches.front().key.rfind('/') + 1);
}

}  // namespace

TEST_CASE("Forms of a word share a stem, other words do not") {
  for (const char* form : {"bomb", "bombs", "bombed", "bombing", "bombings"}) {
    CHECK(stem(form) == "bomb");
  }
  CHECK(stem("fired") == stem("fire"));
  CHECK(stem("firing") == stem("fires"));
  CHECK(stem("planned") == stem("plan"));
  CHECK(stem("killed") == stem("kill"));
  CHECK(stem("armies") == stem("army"));
  CHECK(stem("denied") == stem("deny"));
  CHECK(stem("clashes") == stem("clash"));
  CHECK(stem("shot") == stem("shooting"));
  CHECK(stem("struck") == stem("strikes"));
  CHECK(stem("women") == stem("woman"));
  CHECK(stem("press") == "press");
  CHECK(stem("crisis") == "crisis");
  CHECK(stem("red") == "red");
  CHECK(stem("king") == "king");
  CHECK(stem("string") == "string");
  CHECK(stem("село") == "село");
  CHECK(stem("bomb") != stem("bomber"));
}

TEST_CASE("The forms of a word all lead back to its stem") {
  for (const std::string word : {"bombed", "strike", "carry", "planning", "attacks", "shot"}) {
    const auto forms = word_forms(word);
    CHECK(std::find(forms.begin(), forms.end(), word) != forms.end());
    for (const auto& form : forms) CHECK(stem(form) == stem(word));
  }
  const auto forms = word_forms("striking");
  CHECK(std::find(forms.begin(), forms.end(), "struck") != forms.end());
  CHECK(std::find(forms.begin(), forms.end(), "strikes") != forms.end());
  CHECK(word_forms("село") == std::vector<std::string>{"село"});
}

TEST_CASE("A question finds the claim that says so in other forms of its words") {
  const auto store = store_of(claims());
  const auto snapshot = store->snapshot();
  CHECK(best(*snapshot, "Who was burning the mills?") == "c2");
  CHECK(best(*snapshot, "shooting of the mayor") == "c5");
  CHECK(best(*snapshot, "closing of harbours") == "c4");
}

TEST_CASE("An alias of the subject tells equal wordings apart") {
  const auto store = store_of(claims());
  const auto snapshot = store->snapshot();
  CHECK(best(*snapshot, "Veldanian planes bombed the mill") == "c1");
  CHECK(best(*snapshot, "Ostmark bombed the mill") == "c3");
  CHECK(best(*snapshot, "East March bombed the mill") == "c3");
  // Part of a name is not the name.
  const auto matches = query::search_claims(*snapshot, "March on the mill");
  for (const auto& match : matches) CHECK(match.share < 1.0);
}

TEST_CASE("Words that the store does not know, and none at all, find nothing") {
  const auto store = store_of(claims());
  const auto snapshot = store->snapshot();
  CHECK(query::search_claims(*snapshot, "zeppelin").empty());
  CHECK(query::search_claims(*snapshot, "").empty());
  CHECK(query::search_claims(*snapshot, "who is it?").empty());
  CHECK(query::trace_words(*snapshot, "", {}).empty());
}

TEST_CASE("As of a day, what was said later neither stands in the way nor helps") {
  Report early("early", "Gazette", "2031-01-01", "Veldania x");
  early.actor("actor:VEL", "Veldania", v1::ActorKind::country);
  early.claim("c1", "planes bombed the mill", "actor:VEL", "bomb", "", "x");
  std::vector<Report> reports = {early};
  for (const char* id : {"late-1", "late-2", "late-3"}) {
    Report late(id, "Gazette", "2031-06-01", "Veldania x");
    late.actor("actor:VEL", "Veldania", v1::ActorKind::country);
    late.claim("c1", std::string("planes of Veldania bombed the mill, said ") + id, "actor:VEL",
               "bomb", "", "x");
    reports.push_back(late);
  }
  const auto store = store_of(reports);
  const auto snapshot = store->snapshot();
  const std::string question = "Veldania bombed the mill";
  CHECK(query::search_claims(*snapshot, question, 1, *parse_day("2031-02-01")).size() == 1);
  CHECK(query::search_claims(*snapshot, question, 0, *parse_day("2031-02-01")).size() == 1);
  CHECK(query::search_claims(*snapshot, question, 0, *parse_day("2030-02-01")).empty());
  CHECK(query::search_claims(*snapshot, question).size() == 4);
}

TEST_CASE("Whom a subject belongs to is looked for a few steps up, through any chain or circle") {
  const auto share_of = [](const storage::Snapshot& snapshot, const std::string& question) {
    const auto matches = query::search_claims(snapshot, question);
    return matches.empty() ? 0.0 : matches.front().share;
  };
  SECTION("a circle is named by each of its members, wherever it is entered") {
    Report report("circle-1", "Gazette", "2031-01-01", "Amber Birch Cedar x");
    report.actor("actor:a", "Amber", v1::ActorKind::armed_group, "actor:b");
    report.actor("actor:b", "Birch", v1::ActorKind::armed_group, "actor:c");
    report.actor("actor:c", "Cedar", v1::ActorKind::armed_group, "actor:a");
    report.claim("c1", "planes bombed the mill", "actor:a", "bomb", "actor:c", "x");
    report.claim("c2", "planes bombed the mill", "actor:b", "bomb", "actor:a", "x");
    report.claim("c3", "planes bombed the mill", "actor:c", "bomb", "actor:b", "x");
    const auto store = store_of({report});
    for (const std::string name : {"Amber", "Birch", "Cedar"}) {
      const auto matches = query::search_claims(*store->snapshot(), name + " bombed the mill");
      REQUIRE(matches.size() == 3);
      for (const auto& match : matches) CHECK(match.share == Approx(1.0));
    }
  }
  SECTION("a long chain is not walked to its end") {
    constexpr int kLength = 60'000;
    constexpr int kPerArticle = 1000;
    const auto key = [](int i) { return "actor:person:-:n" + std::to_string(i); };
    std::vector<Report> reports;
    for (int from = 0; from < kLength; from += kPerArticle) {
      auto& report =
          reports.emplace_back("chain-" + std::to_string(from), "Gazette", "2031-01-01", "Link x");
      for (int i = from; i < from + kPerArticle; ++i) {
        report.actor(key(i), "Link", v1::ActorKind::person, key(i + 1))
            .set_name("Link" + std::to_string(i));
      }
      report.actor(key(from + kPerArticle), "Link", v1::ActorKind::person);
    }
    reports.front().claim("c1", "planes bombed the mill", key(0), "bomb", "", "x");
    const auto store = store_of(reports);
    const auto snapshot = store->snapshot();
    CHECK(share_of(*snapshot, "Link3 bombed the mill") == Approx(1.0));
    CHECK(share_of(*snapshot, "Link4 bombed the mill") < 1.0);
  }
}

TEST_CASE("A question that begins with a party asks what that party did") {
  Report report("doers-1", "Gazette", "2031-01-01", "Veldania Ostmark x");
  report.actor("actor:VEL", "Veldania", v1::ActorKind::country);
  report.actor("actor:OST", "Ostmark", v1::ActorKind::country);
  report.claim("c1", "Ostmark shelled the mill and the bridge of Veldania", "actor:OST", "shell",
               "actor:VEL", "x");
  report.claim("c2", "gunners shelled the mill", "actor:VEL", "shell", "", "x");
  const auto store = store_of({report});
  const auto first = [&](const char* question) {
    return query::trace_words(*store->snapshot(), question, {}).at(0).claim().text();
  };
  CHECK(first("Veldania shelled the mill") == "gunners shelled the mill");
  CHECK(first("The mill and the bridge of Veldania were shelled") ==
        "Ostmark shelled the mill and the bridge of Veldania");
}

TEST_CASE("A date in a question is that of the event") {
  Report report("dated-1", "Gazette", "2031-06-20", "Shells fell. Shots rang. Ostmark x");
  report.actor("actor:OST", "Ostmark", v1::ActorKind::country);
  report.event("e1", "ASSAULT", "2031-06-09", "Shells fell");
  report.event("e2", "ASSAULT", "2031-06-12", "Shots rang");
  report.claim("c1", "Ostmark fired first", "actor:OST", "fire", "", "x").set_event("e1");
  report.claim("c2", "Ostmark fired first", "actor:OST", "fire", "", "x").set_event("e2");
  const auto store = store_of({report});
  const auto snapshot = store->snapshot();
  CHECK(best(*snapshot, "Ostmark fired first on 12 June 2031") == "c2");
  CHECK(best(*snapshot, "Ostmark fired first on June 9") == "c1");
}

TEST_CASE("A long question is read as far as its bound") {
  const auto store = store_of(claims());
  std::string question = "harbour closed by pilots";
  for (int i = 0; i < 1000; ++i) question += " and so on";
  CHECK(best(*store->snapshot(), question) == "c4");
}

TEST_CASE("Of equally good matches the one with voices comes first") {
  auto reports = quarrel();
  Report quiet("aaa-1", "Gazette", "2031-03-01", "Ostmark arms a lantern festival");
  quiet.claim("c1", "Ostmark arms the lantern", "", "arm", "", "Ostmark arms");
  reports.push_back(quiet);
  const auto store = store_of(reports);
  const auto traces = query::trace_words(*store->snapshot(), "Ostmark is arming the Lantern", {});
  REQUIRE(traces.size() >= 2);
  CHECK(traces[0].asserted_by_size() == 3);
  CHECK(traces[0].claim().text() == "Ostmark arms the Red Lantern");
  query::Filter filter;
  filter.limit = 1;
  CHECK(query::trace_words(*store->snapshot(), "Ostmark is arming the Lantern", filter).size() ==
        1);
}

}  // namespace casus::test
