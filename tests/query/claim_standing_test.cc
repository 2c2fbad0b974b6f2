#include "query/claim_standing.h"

#include <catch2/catch.hpp>

#include "graph/keys.h"
#include "query/copies.h"
#include "query/news.h"
#include "query/questions.h"
#include "world.h"

namespace casus::test {
namespace {

v1::Voice voice(const std::string& who, const std::string& day, const std::string& quote = "") {
  v1::Voice voice;
  voice.mutable_principal()->set_key("actor:" + who);
  voice.mutable_principal()->set_name(who);
  voice.set_published(day);
  voice.set_article("article of " + day);
  voice.set_quote(quote);
  return voice;
}

v1::Trace trace(const std::vector<v1::Voice>& asserting, const std::vector<v1::Voice>& denying) {
  v1::Trace trace;
  query::ClaimStanding standing;
  const auto hear = [&](const v1::Voice& one, v1::Stance::Value side) {
    const auto day = parse_day(one.published());
    standing.hear(one.principal(), side, day.value_or(Day::unknown()));
  };
  for (const auto& one : asserting) hear(*trace.add_asserted_by() = one, v1::Stance::asserts);
  for (const auto& one : denying) hear(*trace.add_denied_by() = one, v1::Stance::denies);
  standing.put("actor:OST", trace);
  query::set_repeats(trace);
  return trace;
}

}  // namespace

TEST_CASE("A claim stands as those who speak on it make it stand") {
  CHECK(trace({}, {}).status() == v1::TraceStatus::unspoken);
  CHECK(trace({}, {voice("OST", "2031-03-02")}).status() == v1::TraceStatus::denied);
  CHECK(trace({voice("VEL", "2031-03-02")}, {}).status() == v1::TraceStatus::uncontested);
  const auto both = trace({voice("VEL", "2031-03-02")}, {voice("OST", "2031-03-03")});
  CHECK(both.status() == v1::TraceStatus::contested);
  CHECK(both.status_reason() == "asserted by VEL, denied by OST");
  CHECK(both.changed().empty());
}

TEST_CASE("Who accused and takes it back has retracted it") {
  const auto after =
      trace({voice("VEL", "2031-03-02")}, {voice("VEL", "2031-03-09"), voice("OST", "2031-03-03")});
  CHECK(after.status() == v1::TraceStatus::retracted);
  REQUIRE(after.changed_size() == 1);
  CHECK(after.changed(0).principal().name() == "VEL");
  CHECK(after.changed(0).before() == v1::Stance::asserts);
  CHECK(after.changed(0).since() == "2031-03-02");
  CHECK(after.changed(0).changed() == "2031-03-09");
  // One of two who accuse is not all.
  CHECK(
      trace({voice("VEL", "2031-03-02"), voice("KRA", "2031-03-04")}, {voice("VEL", "2031-03-09")})
          .status() == v1::TraceStatus::contested);
}

TEST_CASE("Who is accused and admits it has confirmed it") {
  const auto admitted =
      trace({voice("VEL", "2031-03-02"), voice("OST", "2031-03-20")}, {voice("OST", "2031-03-03")});
  CHECK(admitted.status() == v1::TraceStatus::confirmed);
  CHECK(admitted.changed_size() == 1);
  REQUIRE(admitted.claimed_by_size() == 1);
  CHECK(admitted.claimed_by(0).key() == "actor:OST");
  // Whom nobody accuses has nothing to confirm.
  CHECK(trace({voice("OST", "2031-03-02")}, {}).status() == v1::TraceStatus::uncontested);
}

TEST_CASE("Who is heard on both sides on one day has not changed") {
  const auto torn = trace({voice("VEL", "2031-03-02")}, {voice("VEL", "2031-03-02")});
  CHECK(torn.changed().empty());
  CHECK(torn.status() == v1::TraceStatus::contested);
}

TEST_CASE("Of what is undated, or said by nobody in particular, no change of sides is told") {
  const auto undated = trace({voice("VEL", "")}, {voice("VEL", "2031-03-09")});
  CHECK(undated.changed().empty());
  CHECK(undated.status() == v1::TraceStatus::contested);
  auto one = voice("unnamed", "2031-03-02");
  auto other = voice("unnamed", "2031-03-09");
  one.mutable_principal()->clear_key();
  other.mutable_principal()->clear_key();
  CHECK(trace({one}, {other}).changed().empty());
}

TEST_CASE("The same words from the same mouth are repeated from where they stood first") {
  const auto heard = trace(
      {voice("VEL", "2031-03-02", "It was Ostmark."), voice("VEL", "2031-03-03", "it was ostmark"),
       voice("KRA", "2031-03-03", "It was Ostmark.")},
      {});
  CHECK(heard.asserted_by(0).repeats().empty());
  CHECK(heard.asserted_by(1).repeats() == "article of 2031-03-02");
  CHECK(heard.asserted_by(2).repeats().empty());
}

TEST_CASE("What comes through a medium repeats what came through it before, or stood in it") {
  const auto in = [](const char* outlet, v1::Voice voice, const char* via = "") {
    voice.set_outlet(outlet);
    if (*via != '\0') voice.mutable_via()->set_name(via);
    return voice;
  };
  const auto heard =
      trace({in("Harbour Wire", voice("VEL", "2031-03-02", "They did it.")),
             in("Gazette", voice("VEL", "2031-03-03", "Ostmark, of course."), "Harbour Wire"),
             in("Gazette", voice("KRA", "2031-03-04", "It was they."), "Harbour Wire"),
             in("Courier", voice("KRA", "2031-03-05", "No one else could."), "Harbour Wire"),
             in("Courier", voice("VEL", "2031-03-06", "Who else?"))},
            {});
  CHECK(heard.asserted_by(0).repeats().empty());
  CHECK(heard.asserted_by(1).repeats() == "article of 2031-03-02");
  CHECK(heard.asserted_by(2).repeats().empty());
  CHECK(heard.asserted_by(3).repeats() == "article of 2031-03-04");
  CHECK(heard.asserted_by(4).repeats().empty());

  v1::Voice quoted = in("Courier", voice("WIRE", "2031-03-07", "It was Ostmark, the Wire said."));
  quoted.mutable_speaker()->set_name("Harbour Wire");
  const auto wire =
      trace({in("Harbour Wire", voice("VEL", "2031-03-02", "They did it.")), quoted}, {});
  CHECK(wire.asserted_by(1).repeats() == "article of 2031-03-02");
}

TEST_CASE("Near-copies of one text are one independent article") {
  const std::string text =
      "The bridge over the Aal was blown up before dawn on Monday, and the mail train from the "
      "coast had to wait until noon at the last station before the river, where the guard told "
      "passengers that nobody could say who had done it. The mayor asked them to stay calm.";
  std::vector<Report> reports = {Report("a", "Wire", "2031-03-02", text),
                                 Report("b", "Morning", "2031-03-02", text + " More follows."),
                                 Report("c", "Evening", "2031-03-03",
                                        "Engineers were at work on the broken bridge by evening. "
                                        "They hope that trains will run over it within a week.")};
  const auto store = store_of(reports);
  const auto snapshot = store->snapshot();
  query::Copies copies(*snapshot);
  CHECK(copies.independent({article_key("a"), article_key("b"), article_key("c")}) == 2);
  CHECK(copies.independent({article_key("a"), article_key("c")}) == 2);
  CHECK(copies.independent({}) == 0);
}

TEST_CASE("News of a claim are the voices that came later, and what it was before") {
  const auto store = store_of(quarrel());
  const auto snapshot = store->snapshot();
  const auto claim = snapshot->find(claim_key(article_key("courier-1"), "c1")).value();
  query::Filter filter;
  filter.as_of = *parse_day("2031-03-05");
  const auto now = query::trace_claim(*snapshot, claim, filter);
  const auto news = query::news(*snapshot, now, *parse_day("2031-03-02"));
  REQUIRE(news);
  CHECK(news->asserted_by_size() == 1);
  CHECK(news->asserted_by(0).article() == "ledger-1");
  CHECK(news->status_before() == v1::TraceStatus::contested);
  CHECK_FALSE(query::news(*snapshot, now, *parse_day("2031-03-04")));
  const auto all = query::news(*snapshot, now, *parse_day("2031-03-01"));
  REQUIRE(all);
  CHECK(all->status_before() == v1::TraceStatus::unspoken);
}

}  // namespace casus::test
