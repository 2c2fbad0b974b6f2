#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <tuple>

#include "graph/error.h"
#include "graph/keys.h"
#include "query/names.h"
#include "query/questions.h"
#include "world.h"

namespace casus::test {
namespace {

using query::Filter;
using query::trace_claim;
using storage::NodeId;
using storage::Snapshot;

NodeId claim_of(const Snapshot& snapshot, const std::string& article) {
  return snapshot.find(claim_key(article_key(article), "c1")).value();
}

Filter as_of(const std::string& day) {
  Filter filter;
  filter.as_of = *parse_day(day);
  return filter;
}

std::vector<std::string> articles_of(const google::protobuf::RepeatedPtrField<v1::Voice>& voices) {
  std::vector<std::string> ids;
  for (const auto& voice : voices) ids.push_back(voice.article());
  return ids;
}

std::vector<std::string> list(const google::protobuf::RepeatedPtrField<std::string>& strings) {
  return {strings.begin(), strings.end()};
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("A trace joins who asserts and who denies over the articles, oldest first") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  const auto trace = trace_claim(*snapshot, claim_of(*snapshot, "ledger-1"), {});

  CHECK(trace.claim().text() == "Ostmark arms the Red Lantern");
  CHECK(trace.status() == v1::TraceStatus::contested);
  CHECK(trace.first() == "2031-03-02");
  CHECK(trace.last() == "2031-03-03");
  CHECK(list(trace.articles()) == Names{"courier-1", "ledger-1", "radio-1"});
  CHECK(trace.claims_size() == 3);
  CHECK(articles_of(trace.asserted_by()) == Names{"courier-1", "ledger-1", "radio-1"});
  CHECK(articles_of(trace.denied_by()) == Names{"courier-1", "ledger-1"});
}

TEST_CASE("Of the voices beyond those asked for it is told how many there are") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  const NodeId claim = claim_of(*snapshot, "ledger-1");
  const auto all = trace_claim(*snapshot, claim, {});
  Filter two;
  two.voices = 2;
  const auto some = trace_claim(*snapshot, claim, two);
  CHECK(articles_of(some.asserted_by()) == Names{"courier-1", "ledger-1"});
  CHECK(some.asserted_left_out() == 1);
  CHECK(articles_of(some.denied_by()) == articles_of(all.denied_by()));
  CHECK(some.denied_left_out() == 0);
  CHECK(some.articles_size() == 0);
  CHECK(some.articles_left_out() == 3);
  CHECK(some.first() == all.first());
  CHECK(some.last() == all.last());
  CHECK(some.status() == all.status());
  CHECK(all.asserted_left_out() + all.denied_left_out() + all.articles_left_out() == 0);
  Filter one;
  one.voices = 1;
  // Whose voice is not shown is heard all the same.
  const auto traces =
      query::trace_actor(*snapshot, query::resolve_actor(*snapshot, "Ida Brandt"), one);
  REQUIRE(traces.size() == 1);
  CHECK(traces[0].denied_by_size() == 1);
  CHECK(traces[0].denied_left_out() == 1);
}

TEST_CASE("How a claim stands follows from all its voices, also where few are asked for") {
  std::vector<Report> reports;
  for (int i = 1; i <= 9; ++i) {
    const std::string text = "Veldania said Ostmark arms raiders. Later it took that back, in " +
                             std::to_string(i) + " words.";
    Report report("w" + std::to_string(i), "Gazette", "2031-05-0" + std::to_string(i), text);
    report.actor("actor:OST", "Ostmark", v1::ActorKind::country);
    report.actor("actor:VEL", "Veldania", v1::ActorKind::country);
    report.claim("c1", "Ostmark arms raiders", "actor:OST", "arm", "", "Ostmark arms raiders");
    const bool denies = i > 6;
    stands(report.statement("s1", denies ? v1::StatementKind::denial : v1::StatementKind::claim,
                            "actor:VEL", "", "Veldania said"),
           denies ? v1::Stance::denies : v1::Stance::asserts, "c1");
    reports.push_back(report);
  }
  const auto store = store_of(reports);
  const auto snapshot = store->snapshot();
  const NodeId claim = claim_of(*snapshot, "w1");
  const auto all = trace_claim(*snapshot, claim, {});
  CHECK(all.status() == v1::TraceStatus::retracted);
  Filter two;
  two.voices = 2;
  const auto some = trace_claim(*snapshot, claim, two);
  CHECK(some.asserted_left_out() == 4);
  CHECK(some.denied_left_out() == 1);
  CHECK(some.status() == all.status());
  CHECK(some.status_reason() == all.status_reason());
  CHECK(some.independent_articles() == all.independent_articles());
  REQUIRE(some.changed_size() == 1);
  CHECK(some.changed(0).SerializeAsString() == all.changed(0).SerializeAsString());
  CHECK(some.asserted_by(1).repeats() == "w1");
}

TEST_CASE("Who has it from one medium is one source, the medium itself among them") {
  const auto report = [](const char* id, const char* outlet, const char* day, const char* text) {
    Report report(id, outlet, day, text);
    report.actor("actor:VEL", "Veldania", v1::ActorKind::country);
    report.actor("actor:OST", "Ostmark", v1::ActorKind::country);
    report.actor("actor:wire", "Harbour Wire", v1::ActorKind::media);
    report.claim("c1", "Ostmark burned the mill", "actor:OST", "burn", "", "Ostmark");
    return report;
  };
  const auto say = [](Report& report, const char* key, const char* speaker,
                      const char* via) -> v1::Statement& {
    v1::Statement& said = report.statement(key, v1::StatementKind::accusation, speaker, "",
                                           report.annotation().article().text());
    stands(said, v1::Stance::asserts, "c1");
    said.set_via(via);
    return said;
  };
  std::vector<Report> reports = {
      report("w1", "Harbour Wire", "2031-03-02", "Harbour Wire: Ostmark burned it, Veldania said."),
      report("w2", "Gazette", "2031-03-03", "The Harbour Wire has Veldania blame Ostmark."),
      report("w3", "Courier", "2031-03-04", "Ostmark did, says Harbour Wire, far from Veldania."),
      report("w4", "Ledger", "2031-03-05", "Veldania told us, not Harbour Wire, that Ostmark did."),
  };
  say(reports[0], "s1", "actor:VEL", "");
  say(reports[1], "s1", "actor:VEL", "actor:wire");
  say(reports[1], "s2", "actor:wire", "");
  say(reports[2], "s1", "actor:wire", "");
  say(reports[3], "s1", "actor:VEL", "");
  const auto store = store_of(reports);
  const auto snapshot = store->snapshot();
  const auto trace = trace_claim(*snapshot, claim_of(*snapshot, "w1"), {});
  CHECK(trace.articles_size() == 4);
  CHECK(trace.independent_articles() == 2);
  REQUIRE(trace.asserted_by_size() == 5);
  CHECK_FALSE(trace.asserted_by(0).has_via());
  CHECK(trace.asserted_by(1).via().name() == "Harbour Wire");
  CHECK(trace.asserted_by(1).repeats() == "w1");
  CHECK(trace.asserted_by(2).citing().name() == "Veldania");
  CHECK_FALSE(trace.asserted_by(3).has_citing());
  CHECK(trace.asserted_by(3).repeats() == "w1");
  CHECK(trace.asserted_by(4).repeats().empty());
}

TEST_CASE("A voice has speaker, principal and the words it is known from") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  const auto trace = trace_claim(*snapshot, claim_of(*snapshot, "courier-1"), {});

  const auto& accuser = trace.asserted_by(0);
  CHECK(accuser.principal().key() == "actor:VEL");
  CHECK(accuser.speaker().name() == "Veldania");
  CHECK(accuser.certainty() == v1::Certainty::certain);
  CHECK(accuser.kind() == v1::StatementKind::accusation);
  CHECK(accuser.quote() == "Veldania accused Ostmark of arming the Red Lantern.");

  const auto& denier = trace.denied_by(0);
  CHECK(denier.principal().name() == "Ostmark");
  CHECK(denier.speaker().name() == "Ida Brandt");
  CHECK(denier.outlet() == "Harbour Courier");
  CHECK(denier.published() == "2031-03-02");
  CHECK(denier.statement() == statement_key(article_key("courier-1"), "s2"));

  const auto& own_voice = trace.asserted_by(2);
  CHECK(own_voice.principal().name() == "(article)");
  CHECK(own_voice.principal().key().empty());
  CHECK(own_voice.article() == "radio-1");
  CHECK(own_voice.statement().empty());
}

TEST_CASE("An organ of a state speaks for the state, an armed group for itself") {
  Report report("gazette-1", "Gazette", "2031-04-01",
                "Ostmark arms raiders. Colonel Weiss of the Coast Guard of Ostmark denied it. "
                "Captain Lund of the Night Wing of the Red Lantern confirmed it.");
  report.actor("actor:OST", "Ostmark", v1::ActorKind::country);
  report.actor("actor:coast-guard", "Coast Guard", v1::ActorKind::military, "actor:OST");
  report.actor("actor:person:OST:weiss", "Colonel Weiss", v1::ActorKind::person,
               "actor:coast-guard");
  report.actor("actor:red-lantern", "Red Lantern", v1::ActorKind::armed_group);
  report.actor("actor:night-wing", "Night Wing", v1::ActorKind::armed_group, "actor:red-lantern");
  report.actor("actor:person:-:lund", "Captain Lund", v1::ActorKind::person, "actor:night-wing");
  report.claim("c1", "Ostmark arms raiders", "actor:OST", "arm", "", "Ostmark arms raiders");
  stands(
      report.statement("s1", v1::StatementKind::denial, "actor:person:OST:weiss", "", "denied it"),
      v1::Stance::denies, "c1");
  stands(report.statement("s2", v1::StatementKind::confirmation, "actor:person:-:lund", "",
                          "confirmed it"),
         v1::Stance::asserts, "c1");
  auto& unnamed = report.statement("s3", v1::StatementKind::claim, "", "", "Ostmark arms raiders");
  stands(unnamed, v1::Stance::asserts, "c1");
  const auto store = store_of({report});
  const auto snapshot = store->snapshot();
  const auto trace = trace_claim(*snapshot, claim_of(*snapshot, "gazette-1"), {});

  REQUIRE(trace.denied_by_size() == 1);
  CHECK(trace.denied_by(0).principal().name() == "Ostmark");
  REQUIRE(trace.asserted_by_size() == 2);
  CHECK(trace.asserted_by(0).principal().name() == "unnamed");
  CHECK(trace.asserted_by(1).principal().name() == "Night Wing");
}

TEST_CASE("whom a speaker speaks for may be said elsewhere") {
  const auto report = [](const std::string& id, const std::string& of) {
    Report made(id, "Gazette", "2031-04-01", "Lund of Westmark: Ostmark arms raiders.");
    made.actor("actor:OST", "Ostmark", v1::ActorKind::country);
    made.actor("actor:WES", "Westmark", v1::ActorKind::country);
    made.actor("actor:person:-:lund", "Lund", v1::ActorKind::person, of);
    made.claim("c1", "Ostmark arms raiders", "actor:OST", "arm", "", "Ostmark arms raiders");
    stands(made.statement("s1", v1::StatementKind::claim, "actor:person:-:lund", "",
                          "Ostmark arms raiders"),
           v1::Stance::asserts, "c1");
    return made;
  };
  const auto store = store_of({report("gazette-1", ""), report("gazette-2", "actor:WES")});
  const auto snapshot = store->snapshot();
  const auto trace = trace_claim(*snapshot, claim_of(*snapshot, "gazette-1"), {});
  REQUIRE_FALSE(trace.asserted_by().empty());
  for (const auto& voice : trace.asserted_by()) CHECK(voice.principal().name() == "Westmark");
}

TEST_CASE("a crowd is the same however many of it speak") {
  Report report("gazette-1", "Gazette", "2031-04-01",
                "Two millers, the millers: Ostmark arms raiders.");
  report.actor("actor:OST", "Ostmark", v1::ActorKind::country);
  report.claim("c1", "Ostmark arms raiders", "actor:OST", "arm", "", "Ostmark arms raiders");
  for (const auto& [key, text] : {std::pair("s1", "Two millers"), std::pair("s2", "the millers")}) {
    auto& said = report.statement(key, v1::StatementKind::claim, "", "", "Ostmark arms raiders");
    said.set_speaker_text(text);
    stands(said, v1::Stance::asserts, "c1");
  }
  const auto store = store_of({report});
  const auto snapshot = store->snapshot();
  const auto trace = trace_claim(*snapshot, claim_of(*snapshot, "gazette-1"), {});
  REQUIRE(trace.asserted_by_size() == 2);
  for (const auto& voice : trace.asserted_by()) CHECK(voice.principal().name() == "millers");
}

TEST_CASE("A trace as of a day knows only what had been published by then") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();

  SECTION("the undated article is left out and counted") {
    const auto trace =
        trace_claim(*snapshot, claim_of(*snapshot, "courier-1"), as_of("2031-03-02"));
    CHECK(list(trace.articles()) == Names{"courier-1"});
    CHECK(trace.last() == "2031-03-02");
    CHECK(trace.undated_left_out() == 1);
    CHECK(trace.claims_size() == 1);
  }
  SECTION("a claim may be asked for by a wording that came later") {
    const auto trace = trace_claim(*snapshot, claim_of(*snapshot, "ledger-1"), as_of("2031-03-02"));
    CHECK(trace.claim().text() == "Ostmark arms the Red Lantern");
    CHECK(list(trace.articles()) == Names{"courier-1"});
  }
  SECTION("before the first article nothing is known, not even the wording") {
    const auto trace =
        trace_claim(*snapshot, claim_of(*snapshot, "courier-1"), as_of("2031-03-01"));
    CHECK(trace.claims().empty());
    CHECK(trace.claim().text().empty());
    CHECK(trace.status() == v1::TraceStatus::unspoken);
    CHECK(
        query::trace_words(*snapshot, "Ostmark arms the Red Lantern", as_of("2031-03-01")).empty());
  }
}

TEST_CASE("As of a day, claims of one day that are linked are one, whichever is asked for") {
  auto reports = quarrel();
  reports[1].annotation().mutable_article()->set_published("2031-03-02");
  const auto store = store_of(reports);
  const auto snapshot = store->snapshot();
  for (const std::string article : {"courier-1", "ledger-1"}) {
    const auto trace = trace_claim(*snapshot, claim_of(*snapshot, article), as_of("2031-03-02"));
    CHECK(list(trace.articles()) == Names{"courier-1", "ledger-1"});
    CHECK(trace.denied_by_size() == 2);
  }
}

TEST_CASE("As of a day, whom a speaker belongs to is what had been published by then") {
  // One article that quotes the speaker and one that says whom he belongs to.
  const auto says = [](const std::string& id, const std::string& day, const std::string& owner) {
    Report report(id, "Gazette", day, "Anton Roe said prices fell. Veldania, Ostmark.");
    report.actor("actor:VEL", "Veldania", v1::ActorKind::country);
    report.actor("actor:OST", "Ostmark", v1::ActorKind::country);
    report.actor("actor:person:-:roe", "Anton Roe", v1::ActorKind::person, owner);
    report.claim("c1", "prices fell", "", "fall", "", "prices fell");
    stands(
        report.statement("s1", v1::StatementKind::claim, "actor:person:-:roe", "", "prices fell"),
        v1::Stance::asserts, "c1");
    return report;
  };
  const auto store =
      store_of({says("a", "2030-01-01", ""), says("b", "2030-06-01", "actor:VEL"),
                says("c", "2031-06-01", "actor:OST"), says("d", "2034-01-01", "actor:OST")});
  const auto snapshot = store->snapshot();
  const auto principal = [&](const std::string& article, const Filter& filter) {
    const auto trace = trace_claim(*snapshot, claim_of(*snapshot, article), filter);
    for (const auto& voice : trace.asserted_by()) {
      if (voice.article() == article) return voice.principal().key();
    }
    return std::string("no voice");
  };
  CHECK(principal("a", {}) == "actor:OST");
  CHECK(principal("a", as_of("2030-01-01")) == "actor:person:-:roe");
  CHECK(principal("a", as_of("2030-06-01")) == "actor:VEL");
  CHECK(principal("a", as_of("2031-06-01")) == "actor:OST");  // of equals the smaller key
  CHECK(principal("b", as_of("2034-01-01")) == "actor:VEL");  // its own article first
}

TEST_CASE("A claim about an event names all articles that report the event") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  const auto trace = trace_claim(*snapshot, claim_of(*snapshot, "courier-2"), {});
  REQUIRE(trace.events_size() == 1);
  CHECK(trace.events(0).type() == "ASSAULT");
  CHECK(list(trace.events(0).articles()) == Names{"courier-1", "ledger-1", "courier-2"});
  CHECK(trace.status() == v1::TraceStatus::uncontested);

  const auto early = trace_claim(*snapshot, claim_of(*snapshot, "courier-1"), as_of("2031-03-02"));
  CHECK(early.events().empty());
}

TEST_CASE("A window restricts the voices to when they spoke") {
  auto reports = quarrel();
  auto& denial = *reports[1].annotation().mutable_statements(1);
  denial.mutable_date()->set_earliest("2031-02-20");
  denial.mutable_date()->set_latest("2031-02-20");
  const auto store = store_of(reports);
  const auto snapshot = store->snapshot();
  Filter filter;
  filter.window.since = *parse_day("2031-03-02");
  filter.window.until = *parse_day("2031-03-03");
  const auto trace = trace_claim(*snapshot, claim_of(*snapshot, "courier-1"), filter);
  CHECK(articles_of(trace.denied_by()) == Names{"courier-1"});
  CHECK(articles_of(trace.asserted_by()) == Names{"courier-1", "ledger-1"});
}

TEST_CASE("A window in which nobody spoke of a claim does not find it") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  Filter filter;
  filter.window.since = *parse_day("2040-01-01");
  CHECK(query::trace_actor(*snapshot, *snapshot->find("actor:OST"), filter).empty());
  CHECK(query::trace_words(*snapshot, "OST", filter).empty());
}

TEST_CASE("Only a claim can be traced") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  CHECK_THROWS_AS(trace_claim(*snapshot, *snapshot->find("actor:OST"), {}), InputError);
}

TEST_CASE("Traces of an actor: what it says, what is said of it, contested claims first") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  const auto texts = [&](const std::string& actor, const Filter& filter) {
    Names names;
    for (const auto& trace :
         query::trace_actor(*snapshot, query::resolve_actor(*snapshot, actor), filter)) {
      names.push_back(trace.claim().text());
    }
    return names;
  };
  const std::string arms = "Ostmark arms the Red Lantern";
  const std::string fired = "The Red Lantern fired rockets at the depot in Karst";
  CHECK(texts("Ostmark", {}) == Names{arms});             // accused, and its minister denies
  CHECK(texts("Ida Brandt", {}) == Names{arms});          // denies
  CHECK(texts("Veldania", {}) == Names{arms});            // accuses
  CHECK(texts("Red Lantern", {}) == Names{arms, fired});  // object of one, subject of the other
  Filter one;
  one.limit = 1;
  CHECK(texts("Red Lantern", one) == Names{arms});
}

TEST_CASE("What somebody said for another principal is no claim of this one") {
  Report then("old-1", "Old Paper", "2029-01-01", "Ida Brandt of Veldania said prices fell.");
  then.actor("actor:VEL", "Veldania", v1::ActorKind::country);
  then.actor("actor:person:OST:ida-brandt", "Ida Brandt", v1::ActorKind::person, "actor:VEL");
  then.claim("c1", "prices fell", "", "fall", "", "prices fell");
  stands(then.statement("s1", v1::StatementKind::claim, "actor:person:OST:ida-brandt", "",
                        "prices fell"),
         v1::Stance::asserts, "c1");
  auto reports = quarrel();
  reports.push_back(then);
  const auto store = store_of(reports);
  const auto snapshot = store->snapshot();
  const auto has_prices = [&](const std::string& actor) {
    const auto traces = query::trace_actor(*snapshot, query::resolve_actor(*snapshot, actor), {});
    return std::any_of(traces.begin(), traces.end(), [](const v1::Trace& trace) {
      return trace.claim().text() == "prices fell";
    });
  };
  CHECK(has_prices("Veldania"));
  CHECK(has_prices("Ida Brandt"));
  CHECK_FALSE(has_prices("Ostmark"));
}

TEST_CASE("Traces do not depend on the order of arrival") {
  auto reports = quarrel();
  std::sort(reports.begin(), reports.end(), [](const Report& a, const Report& b) {
    return a.annotation().article().id() < b.annotation().article().id();
  });
  const auto answer = [](const Snapshot& snapshot) {
    std::string bytes;
    for (const auto& trace :
         query::trace_actor(snapshot, query::resolve_actor(snapshot, "Red Lantern"), {})) {
      bytes += trace.SerializeAsString();
    }
    for (const auto& trace : query::trace_words(snapshot, "who armed the Red Lantern?", {})) {
      bytes += trace.SerializeAsString();
    }
    return bytes;
  };
  const std::string expected = answer(*store_of(quarrel())->snapshot());
  CHECK(expected.size() > 1000);
  const auto id = [](const Report& report) { return report.annotation().article().id(); };
  do {
    CHECK(answer(*store_of(reports)->snapshot()) == expected);
  } while (std::next_permutation(reports.begin(), reports.end(),
                                 [&](const Report& a, const Report& b) { return id(a) < id(b); }));
}

namespace {

// Made-up papers that repeat a few claims about one another's people, in words and voices that
// vary.
std::vector<Report> squabble(std::mt19937& random, int papers) {
  const auto below = [&](unsigned bound) { return random() % bound; };
  const std::vector<std::string> deeds = {"mines the ford", "burns the mill", "robs the mail"};
  std::vector<Report> reports;
  for (int i = 0; i < papers; ++i) {
    const auto who = [&] { return "P" + std::to_string(below(4)) + "x"; };
    const std::string subject = who();
    const std::string said = subject + ' ' + deeds[below(3)];
    const std::string day = below(8) == 0 ? "" : "2031-04-0" + std::to_string(1 + below(9));
    Report report("q" + std::to_string(i), "Gazette", day, "P0x P1x P2x P3x say " + said + ".");
    for (const std::string name : {"P0x", "P1x", "P2x", "P3x"}) {
      report.actor("actor:" + name, name, v1::ActorKind::armed_group);
    }
    auto& claim = report.claim("c1", said, "actor:" + subject, said.substr(4), "", said);
    if (below(4) == 0) claim.set_article_stance(v1::Stance::asserts);
    for (unsigned n = below(4); n > 0; --n) {
      const bool denies = below(3) == 0;
      auto& statement =
          report.statement("s" + std::to_string(n),
                           denies ? v1::StatementKind::denial : v1::StatementKind::accusation,
                           "actor:" + who(), below(2) == 0 ? "actor:" + who() : "", said);
      if (below(2) == 0) {
        const std::string then = "2031-04-0" + std::to_string(1 + below(9));
        statement.mutable_date()->set_earliest(then);
        statement.mutable_date()->set_latest(then);
      }
      stands(statement, denies ? v1::Stance::denies : v1::Stance::asserts, "c1");
    }
    reports.push_back(std::move(report));
  }
  return reports;
}

// By putting every claim of the store together, and looking at all edges of each.
std::vector<std::string> naive(const Snapshot& snapshot, NodeId actor, const Filter& filter) {
  const auto reaches = [&](NodeId node, storage::Direction direction, v1::EdgeKind::Value kind) {
    bool found = false;
    snapshot.edges(node, {direction, {kind}, {}, filter.as_of}, [&](const storage::EdgeRef& ref) {
      found = found || ref.other == actor;
      return true;
    });
    return found;
  };
  const auto has_part = [&](NodeId claim) {
    bool part = reaches(claim, storage::Direction::out, v1::EdgeKind::about);
    snapshot.edges(
        claim,
        {storage::Direction::in, {v1::EdgeKind::asserts, v1::EdgeKind::denies}, {}, filter.as_of},
        [&](const storage::EdgeRef& ref) {
          part = part || reaches(ref.other, storage::Direction::out, v1::EdgeKind::addresses) ||
                 reaches(ref.other, storage::Direction::in, v1::EdgeKind::made);
          return true;
        });
    return part;
  };
  using Rank = std::tuple<bool, std::ptrdiff_t, std::int64_t, std::string>;
  std::set<std::pair<Rank, std::string>> ranked;
  snapshot.each(v1::NodeKind::claim, [&](NodeId id) {
    const v1::Trace trace = trace_claim(snapshot, id, filter);
    const auto members = list(trace.claims());
    const std::string key = snapshot.key(id);
    if (std::find(members.begin(), members.end(), key) == members.end()) return true;  // not known
    if (bounded(filter.window) && trace.asserted_by().empty() && trace.denied_by().empty()) {
      return true;
    }
    if (std::none_of(members.begin(), members.end(),
                     [&](const std::string& member) { return has_part(*snapshot.find(member)); })) {
      return true;
    }
    std::ptrdiff_t statements = trace.denied_by_size();
    for (const auto& voice : trace.asserted_by()) statements += voice.statement().empty() ? 0 : 1;
    const Day last = parse_day(trace.last()).value_or(Day::unknown());
    const bool two_sides = !trace.asserted_by().empty() && !trace.denied_by().empty();
    ranked.insert({{!two_sides, -statements, -std::int64_t{last.value}, members.front()},
                   trace.SerializeAsString()});
    return true;
  });
  std::vector<std::string> traces;
  for (const auto& [rank, trace] : ranked) traces.push_back(trace);
  return traces;
}

}  // namespace

TEST_CASE("The traces of an actor are those that a look at every claim finds, in their order") {
  std::mt19937 random(11);
  std::size_t seen = 0;
  for (int round = 0; round < 12; ++round) {
    const auto store = store_of(squabble(random, 5 + 3 * round));
    const auto snapshot = store->snapshot();
    std::vector<Filter> filters(4);
    filters[1] = as_of("2031-04-05");
    filters[2].window = {*parse_day("2031-04-03"), *parse_day("2031-04-06")};
    filters[3] = as_of("2031-04-07");
    filters[3].window.since = *parse_day("2031-04-05");
    for (const std::string name : {"P0x", "P1x", "P2x", "P3x"}) {
      const NodeId actor = query::resolve_actor(*snapshot, name);
      for (Filter filter : filters) {
        std::vector<std::string> expected = naive(*snapshot, actor, filter);
        seen += expected.size();
        for (const std::size_t limit : {std::size_t{0}, std::size_t{2}}) {
          filter.limit = limit;
          if (limit != 0 && expected.size() > limit) expected.resize(limit);
          std::vector<std::string> found;
          for (const auto& trace : query::trace_actor(*snapshot, actor, filter)) {
            found.push_back(trace.SerializeAsString());
          }
          CHECK(found == expected);
        }
      }
    }
  }
  CHECK(seen > 300);
}

}  // namespace casus::test
