#include "world.h"

#include <stdexcept>

#include "storage/memory_engine.h"

namespace casus::test {

Report::Report(const std::string& id, const std::string& outlet, const std::string& published,
               const std::string& text) {
  auto& article = *annotation_.mutable_article();
  article.set_id(id);
  article.set_title("Report " + id);
  article.set_outlet(outlet);
  article.set_published(published);
  article.set_language("en");
  article.set_text(text);
  annotation_.mutable_extractor()->set_name("by hand");
  annotation_.mutable_extractor()->set_version("1");
}

v1::Span Report::span(const std::string& passage) const {
  const auto at = annotation_.article().text().find(passage);
  if (at == std::string::npos) throw std::logic_error("not in the text: " + passage);
  v1::Span span;
  span.set_begin(static_cast<std::uint32_t>(at));
  span.set_end(static_cast<std::uint32_t>(at + passage.size()));
  return span;
}

v1::Actor& Report::actor(const std::string& key, const std::string& name, v1::ActorKind::Value kind,
                         const std::string& affiliation) {
  auto& actor = *annotation_.add_actors();
  actor.set_key(key);
  actor.set_name(name);
  actor.set_kind(kind);
  actor.set_affiliation(affiliation);
  *actor.add_evidence() = span(name);
  return actor;
}

v1::Place& Report::place(const std::string& key, const std::string& name,
                         const std::string& country) {
  auto& place = *annotation_.add_places();
  place.set_key(key);
  place.set_name(name);
  place.set_country(country);
  *place.add_evidence() = span(name);
  return place;
}

v1::Event& Report::event(const std::string& key, const std::string& type, const std::string& day,
                         const std::string& passage) {
  auto& event = *annotation_.add_events();
  event.set_key(key);
  event.set_type(type);
  if (!day.empty()) {
    event.mutable_date()->set_earliest(day);
    event.mutable_date()->set_latest(day);
  }
  *event.mutable_sentence() = span(passage);
  *event.mutable_trigger() = span(passage);
  *event.add_evidence() = span(passage);
  return event;
}

v1::Statement& Report::statement(const std::string& key, v1::StatementKind::Value kind,
                                 const std::string& speaker, const std::string& addressee,
                                 const std::string& passage) {
  auto& statement = *annotation_.add_statements();
  statement.set_key(key);
  statement.set_kind(kind);
  statement.set_speaker(speaker);
  statement.set_addressee(addressee);
  *statement.add_content() = span(passage);
  return statement;
}

v1::Claim& Report::claim(const std::string& key, const std::string& text,
                         const std::string& subject, const std::string& predicate,
                         const std::string& object, const std::string& passage) {
  auto& claim = *annotation_.add_claims();
  claim.set_key(key);
  claim.set_text(text);
  claim.set_subject(subject);
  claim.set_predicate(predicate);
  claim.set_object(object);
  *claim.add_evidence() = span(passage);
  return claim;
}

void stands(v1::Statement& statement, v1::Stance::Value stance, const std::string& claim) {
  statement.set_stance(stance);
  statement.set_claim(claim);
}

namespace {

void add_sides(Report& report) {
  report.actor("actor:VEL", "Veldania", v1::ActorKind::country).add_aliases("Veldanian");
  report.actor("actor:OST", "Ostmark", v1::ActorKind::country).add_aliases("Ostmarker");
  report.actor("actor:red-lantern", "Red Lantern", v1::ActorKind::armed_group);
}

void add_brandt(Report& report) {
  auto& brandt =
      report.actor("actor:person:OST:ida-brandt", "Ida Brandt", v1::ActorKind::person, "actor:OST");
  brandt.set_role("foreign minister");
  brandt.set_country("OST");
}

void add_attack(Report& report, const std::string& passage) {
  report.place("place:VEL:karst", "Karst", "VEL");
  auto& attack = report.event("e1", "ASSAULT", "2031-03-01", passage);
  attack.set_mode("heavy-weapons");
  attack.set_weapon("rockets");
  attack.set_place("place:VEL:karst");
  auto& target = *attack.add_targets();
  target.set_text("depot");
  *target.mutable_span() = report.span("depot");
}

Report courier_1() {
  Report report("courier-1", "Harbour Courier", "2031-03-02",
                "Rockets struck a depot in Karst on Saturday. Veldania accused Ostmark of arming "
                "the Red Lantern. Ida Brandt, Ostmark's foreign minister, called the charge an "
                "invention.");
  add_sides(report);
  add_brandt(report);
  add_attack(report, "Rockets struck a depot in Karst on Saturday.");
  report.claim("c1", "Ostmark arms the Red Lantern", "actor:OST", "arm", "actor:red-lantern",
               "Ostmark of arming the Red Lantern");
  auto& accuse = report.event("e2", "ACCUSE", "2031-03-02", "accused");
  accuse.add_initiators()->set_actor("actor:VEL");
  *accuse.mutable_initiators(0)->mutable_span() = report.span("Veldania");
  accuse.add_targets()->set_actor("actor:OST");
  *accuse.mutable_targets(0)->mutable_span() = report.span("Ostmark");
  auto& accusation = report.statement("s1", v1::StatementKind::accusation, "actor:VEL", "actor:OST",
                                      "Veldania accused Ostmark of arming the Red Lantern.");
  accusation.set_event("e2");
  accusation.set_certainty(v1::Certainty::certain);
  stands(accusation, v1::Stance::asserts, "c1");
  auto& denial = report.statement("s2", v1::StatementKind::denial, "actor:person:OST:ida-brandt",
                                  "actor:VEL", "called the charge an invention");
  stands(denial, v1::Stance::denies, "c1");
  return report;
}

Report ledger_1() {
  Report report("ledger-1", "Northern Ledger", "2031-03-03",
                "A depot in Karst was hit by rockets at the weekend. Veldania says that Ostmark "
                "has been arming the Red Lantern for years. Ida Brandt denied it again.");
  add_sides(report);
  add_brandt(report);
  report.place("place:VEL:karst", "Karst", "VEL");
  auto& attack = report.event("e1", "ASSAULT", "2031-03-01", "A depot in Karst was hit by rockets");
  attack.set_mode("heavy-weapons");
  attack.set_weapon("rockets");
  attack.set_place("place:VEL:karst");
  auto& target = *attack.add_targets();
  target.set_text("depot");
  *target.mutable_span() = report.span("depot");
  report.claim("c1", "Ostmark has been arming the Red Lantern for years", "actor:OST", "arm",
               "actor:red-lantern", "Ostmark has been arming the Red Lantern for years");
  auto& accusation =
      report.statement("s1", v1::StatementKind::accusation, "actor:VEL", "actor:OST",
                       "Veldania says that Ostmark has been arming the Red Lantern for years.");
  stands(accusation, v1::Stance::asserts, "c1");
  auto& denial = report.statement("s2", v1::StatementKind::denial, "actor:person:OST:ida-brandt",
                                  "", "Ida Brandt denied it again");
  stands(denial, v1::Stance::denies, "c1");
  return report;
}

Report radio_1() {
  Report report("radio-1", "Hill Radio", "",
                "Ostmark keeps arming the Red Lantern, whatever Veldania hears.");
  add_sides(report);
  report
      .claim("c1", "Ostmark keeps arming the Red Lantern", "actor:OST", "arm", "actor:red-lantern",
             "Ostmark keeps arming the Red Lantern")
      .set_article_stance(v1::Stance::asserts);
  return report;
}

Report courier_2() {
  Report report("courier-2", "Harbour Courier", "2031-03-10",
                "The Red Lantern said that its men had fired the rockets at the depot in Karst.");
  report.actor("actor:red-lantern", "Red Lantern", v1::ActorKind::armed_group);
  add_attack(report, "fired the rockets at the depot in Karst");
  auto& initiator = *report.annotation().mutable_events(0)->add_initiators();
  initiator.set_actor("actor:red-lantern");
  initiator.set_status(v1::InitiatorStatus::claimed);
  *initiator.mutable_span() = report.span("Red Lantern");
  report
      .claim("c1", "The Red Lantern fired rockets at the depot in Karst", "actor:red-lantern",
             "ASSAULT", "", "its men had fired the rockets at the depot in Karst")
      .set_event("e1");
  auto& owned = report.statement("s1", v1::StatementKind::responsibility_claim, "actor:red-lantern",
                                 "", "its men had fired the rockets at the depot in Karst");
  stands(owned, v1::Stance::asserts, "c1");
  return report;
}

}  // namespace

std::vector<Report> quarrel() { return {courier_1(), ledger_1(), radio_1(), courier_2()}; }

std::unique_ptr<storage::Store> store_of(const std::vector<Report>& reports) {
  auto store = storage::Store::on(storage::make_memory_engine(), {});
  for (const auto& report : reports) store->put(report.annotation());
  return store;
}

}  // namespace casus::test
