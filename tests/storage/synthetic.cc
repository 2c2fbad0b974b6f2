#include "tests/storage/synthetic.h"

#include <stdlib.h>

#include <array>
#include <random>
#include <set>
#include <stdexcept>
#include <string_view>

#include "graph/dates.h"
#include "graph/keys.h"
#include "storage/memory_engine.h"

namespace casus::storage {
namespace {

constexpr std::array<std::string_view, 12> kWords = {"convoy",  "bridge",   "market",  "depot",
                                                     "shelled", "rejected", "ordered", "camp",
                                                     "port",    "militia",  "border",  "hospital"};
constexpr std::array<std::string_view, 5> kTypes = {"ASSAULT", "ASSAULT", "PROTEST", "ACCUSE",
                                                    "COERCE"};
constexpr std::array<std::string_view, 4> kCountries = {"ABC", "DEF", "GHI", "JKL"};

class Writer {
 public:
  Writer(std::uint32_t article, std::uint32_t seed, std::uint32_t world)
      : article_(article), random_(article * 7919 + seed * 104729 + 1), epoch_(below(world) * 8) {}

  v1::ArticleAnnotation run(std::uint32_t size) {
    v1::Article& article = *annotation_.mutable_article();
    const std::string id = "report-" + std::to_string(article_);
    article.set_id(id);
    article.set_title("Report " + word() + " " + word());
    article.set_outlet(below(2) == 0 ? "Harbour Post" : "Valley Wire");
    article.set_language("en");
    if (below(8) != 0) article.set_published(format_day(day(10 + below(6))));
    for (std::uint32_t i = 0; i < 60 * size; ++i) text_ += word() + (i % 12 == 11 ? ". " : " ");
    annotation_.mutable_extractor()->set_name("made up");
    annotation_.mutable_extractor()->set_version("1");
    actors();
    places();
    for (std::uint32_t i = 0; i < 4 * size; ++i) event(i);
    for (std::uint32_t i = 0; i < 3 * size; ++i) claim(i);
    for (std::uint32_t i = 0; i < 5 * size; ++i) statement(i);
    article.set_text(text_);
    references();
    return annotation_;
  }

 private:
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(random_() % bound); }
  Day day(std::uint32_t number) const {
    return Day{static_cast<std::int32_t>(19690 + epoch_ + number)};
  }
  std::string word() { return std::string(kWords[below(kWords.size())]); }

  void span(v1::Span& span) {
    span.set_begin(below(static_cast<std::uint32_t>(text_.size()) - 12));
    span.set_end(span.begin() + 1 + below(11));
  }

  void actors() {
    for (std::uint32_t i = 0; i < 8; ++i) {
      if (i > 1 && below(3) == 0) continue;
      v1::Actor& actor = *annotation_.add_actors();
      actor.set_key("actor:a" + std::to_string(i));
      actor.set_name(below(4) == 0 ? "Front " + std::to_string(i) : "Group " + std::to_string(i));
      actor.set_kind(v1::ActorKind::armed_group);
      if (below(3) == 0) actor.set_role(word());
      if (below(2) == 0) actor.set_country(std::string(kCountries[below(4)]));
      if (below(3) == 0) actor.add_aliases("The " + word() + " faction");
      if (i > 1 && below(2) == 0) actor.set_affiliation("actor:a" + std::to_string(below(2)));
      span(*actor.add_evidence());
      actors_.push_back(actor.key());
    }
  }

  void places() {
    for (std::uint32_t i = 0; i < 4; ++i) {
      if (i > 1 && below(3) == 0) continue;
      v1::Place& place = *annotation_.add_places();
      place.set_key("place:" + std::string(kCountries[i]) + (i == 0 ? "" : ":town"));
      place.set_name(i == 0 ? "Abcland" : "Town " + std::to_string(i));
      place.set_country(std::string(kCountries[i]));
      if (i > 0 && below(2) == 0) place.set_within("place:ABC");
      span(*place.add_evidence());
      places_.push_back(place.key());
    }
  }

  std::string actor() { return below(5) == 0 ? "" : actors_[below(actors_.size())]; }

  void dates(v1::DateInterval& dates) {
    const std::uint32_t first = 5 + below(5);
    dates.set_earliest(format_day(day(first)));
    dates.set_latest(format_day(day(first + below(2))));
  }

  void event(std::uint32_t number) {
    v1::Event& event = *annotation_.add_events();
    event.set_key("e" + std::to_string(number));
    event.set_type(std::string(kTypes[below(kTypes.size())]));
    span(*event.mutable_trigger());
    span(*event.add_evidence());
    if (number == 0) {  // a story that other articles tell too
      const Day story = day(below(3));
      event.set_type("ASSAULT");
      event.set_place("place:DEF:town");
      event.mutable_date()->set_earliest(format_day(story));
      event.mutable_date()->set_latest(format_day(story));
      v1::Target& target = *event.add_targets();
      target.set_text("the old customs house");
      span(*target.mutable_span());
      return;
    }
    if (below(4) != 0) dates(*event.mutable_date());
    if (below(5) != 0) event.set_place(places_[below(places_.size())]);
    if (below(3) == 0) event.mutable_killed()->set_low(below(9));
    v1::Initiator& initiator = *event.add_initiators();
    initiator.set_actor(actor());
    initiator.set_text("some group");
    span(*initiator.mutable_span());
    for (std::uint32_t i = below(3); i > 0; --i) {
      v1::Target& target = *event.add_targets();
      target.set_actor(actor());
      target.set_text(word());
      span(*target.mutable_span());
    }
  }

  void claim(std::uint32_t number) {
    v1::Claim& claim = *annotation_.add_claims();
    claim.set_key("c" + std::to_string(number));
    claim.set_subject(actors_[below(3) % actors_.size()]);
    claim.set_predicate(word());
    claim.set_text("The group " + claim.predicate() + " a " + word() + " and a " + word());
    if (below(2) == 0) claim.set_object(actors_[below(actors_.size())]);
    if (below(2) == 0) claim.set_event("e" + std::to_string(below(4)));
    span(*claim.add_evidence());
    // A claim that other articles carry, too.
    if ((article_ + number) % 7 == 0) {
      claim.set_subject("actor:a0");
      claim.set_predicate("shelled");
      claim.set_text("The group shelled the old harbour");
      claim.clear_object();
      claim.clear_event();
    }
    if (number == 1) {  // who did it
      claim.set_subject(annotation_.events(1).initiators(0).actor());
      claim.set_event("e1");
    }
  }

  void statement(std::uint32_t number) {
    v1::Statement& statement = *annotation_.add_statements();
    statement.set_key("s" + std::to_string(number));
    const bool denial = below(3) == 0;
    statement.set_kind(denial ? v1::StatementKind::denial : v1::StatementKind::accusation);
    statement.set_stance(denial ? v1::Stance::denies : v1::Stance::asserts);
    statement.set_speaker(actor());
    statement.set_addressee(actor());
    statement.set_claim("c" + std::to_string(below(3)));
    if (below(2) == 0) dates(*statement.mutable_date());
    span(*statement.add_content());
    span(*statement.add_cue());
  }

  // To items of articles nearby, which may be there or not, or come later.
  void references() {
    if (below(4) == 0) return;
    const auto other = [this] {
      const std::uint32_t near = article_ < 4 ? article_ + 1 + below(4) : article_ - 1 - below(4);
      return article_key("report-" + std::to_string(near));
    };
    v1::Report& report = *annotation_.add_also_reports();
    report.set_item(event_key(other(), "e" + std::to_string(below(5))));
    span(*report.add_evidence());
    v1::Statement& statement = *annotation_.mutable_statements(0);
    statement.set_claim(claim_key(other(), "c" + std::to_string(below(3))));
    v1::Claim& claim = *annotation_.mutable_claims(2);
    claim.set_event(event_key(other(), "e" + std::to_string(below(5))));
  }

  std::uint32_t article_;
  std::mt19937 random_;
  std::uint32_t epoch_;
  v1::ArticleAnnotation annotation_;
  std::string text_;
  std::vector<std::string> actors_;
  std::vector<std::string> places_;
};

}  // namespace

v1::ArticleAnnotation synthetic(std::uint32_t article, std::uint32_t seed, std::uint32_t size,
                                std::uint32_t world) {
  return Writer(article, seed, world).run(size);
}

std::unique_ptr<Store> filled(std::uint32_t articles) {
  auto store = Store::on(make_memory_engine(), {});
  for (std::uint32_t i = 0; i < articles; ++i) store->put(synthetic(i, 0));
  return store;
}

}  // namespace casus::storage
