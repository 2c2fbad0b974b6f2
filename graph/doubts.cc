#include "graph/doubts.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "graph/codes.h"
#include "graph/dates.h"
#include "graph/keys.h"
#include "graph/kinds.h"
#include "graph/spelling.h"

namespace casus {
namespace {

class Doubter {
 public:
  Doubter(const v1::ArticleAnnotation& annotation, FaultList& doubts)
      : annotation_(annotation), doubts_(doubts) {
    for (const v1::Event& event : annotation.events()) {
      note(event.place());
      for (const v1::Initiator& initiator : event.initiators()) note(initiator.actor());
      for (const v1::Target& target : event.targets()) note(target.actor());
    }
    for (const v1::Statement& statement : annotation.statements()) {
      note(statement.speaker());
      note(statement.addressee());
      note(statement.via());
      if (statement.stance() != v1::Stance::none) spoken_.insert(statement.claim());
    }
    for (const v1::Claim& claim : annotation.claims()) {
      note(claim.subject());
      note(claim.object());
    }
    for (const v1::Actor& actor : annotation.actors()) note(actor.affiliation());
    for (const v1::Place& place : annotation.places()) note(place.within());
  }

  void run() {
    head();
    each(annotation_.actors(), "actors", [this](const auto& x, const auto& at) { actor(x, at); });
    each(annotation_.places(), "places", [this](const auto& x, const auto& at) { place(x, at); });
    each(annotation_.events(), "events", [this](const auto& x, const auto& at) { event(x, at); });
    each(annotation_.statements(), "statements",
         [this](const auto& x, const auto& at) { statement(x, at); });
    each(annotation_.claims(), "claims", [this](const auto& x, const auto& at) { claim(x, at); });
  }

 private:
  void note(std::string_view key) {
    if (!key.empty()) used_.insert(key);
  }

  void doubt(FaultKind kind, const FieldPath& at, std::string reason) {
    doubts_.add(kind, at, std::move(reason));
  }

  template <typename Repeated, typename Check>
  void each(const Repeated& repeated, std::string_view name, const Check& check) {
    for (int i = 0; i < repeated.size() && !doubts_.full(); ++i) {
      check(repeated[i], FieldPath{nullptr, name, i});
    }
  }

  void head() {
    const FieldPath article{nullptr, "article"};
    if (annotation_.article().published().empty()) {
      doubt(FaultKind::undated, {&article, "published"},
            "is empty; what an undated article says is left out of --as-of and stands last.");
    }
    const FieldPath extractor{nullptr, "extractor"};
    if (annotation_.extractor().version().empty()) {
      doubt(FaultKind::identity, {&extractor, "version"},
            "is empty; with a version it can be told which articles a newer extractor has read.");
    }
  }

  void unused(std::string_view key, const FieldPath& at) {
    if (used_.count(key) > 0) return;
    doubt(FaultKind::unused, at,
          "is referred to by no other item; it is only known to be mentioned in the article.");
  }

  void actor(const v1::Actor& actor, const FieldPath& at) {
    unused(actor.key(), at);
    if (!actor.sector().empty()) code(actor.sector(), sectors(), "sector", {&at, "sector"});
    if (actor.kind() == v1::ActorKind::country && !actor.country().empty() &&
        actor.key() != lexicon_actor_key(actor.country())) {
      doubt(
          FaultKind::identity, {&at, "key"},
          fmt::format("is '{}', but {} has the key '{}' elsewhere; under another key it is another "
                      "actor.",
                      actor.key(), actor.name(), lexicon_actor_key(actor.country())));
    }
  }

  void place(const v1::Place& place, const FieldPath& at) { unused(place.key(), at); }

  void code(std::string_view written, std::span<const std::string_view> known,
            std::string_view what, const FieldPath& at) {
    for (const std::string_view one : known) {
      if (one == written) return;
    }
    doubt(FaultKind::code, at,
          fmt::format("is '{}', which is no {} of PLOVER{}", written, what,
                      known.empty() ? "." : expected_one_of(written, known)));
  }

  void zero(const v1::Count& count, const FieldPath& at) {
    const bool any = count.low() > 0 || count.best() > 0 || count.high() > 0;
    const bool given = count.has_low() || count.has_best() || count.has_high();
    if (!given || any) return;
    doubt(FaultKind::figure, at,
          "is 0, which says that the article denies any; leave out what it does not tell.");
  }

  void event(const v1::Event& event, const FieldPath& at) {
    if (!event.mode().empty() && plover_type(event.type()) != nullptr) {
      code(event.mode(), plover_modes(event.type()), "mode of " + event.type(), {&at, "mode"});
    }
    zero(event.killed(), {&at, "killed"});
    zero(event.injured(), {&at, "injured"});
    const auto published = parse_day(annotation_.article().published());
    const auto first = parse_day(event.date().earliest());
    if (published && first && *first > *published && event.modality() == v1::Modality::actual) {
      doubt(FaultKind::figure, {&at, "date"},
            fmt::format("is after the article, which is of {}; is it planned or threatened?",
                        format_day(*published)));
    }
  }

  void statement(const v1::Statement& statement, const FieldPath& at) {
    const bool stands = statement.stance() != v1::Stance::none;
    if (stands && statement.claim().empty()) {
      doubt(FaultKind::stance, {&at, "stance"},
            fmt::format("is '{}', but there is no claim that the statement {}.",
                        v1::Stance::Value_Name(statement.stance()),
                        v1::Stance::Value_Name(statement.stance())));
    } else if (!stands && !statement.claim().empty()) {
      doubt(FaultKind::stance, {&at, "stance"},
            fmt::format("is 'none', so that the statement neither asserts nor denies its claim "
                        "'{}'.",
                        statement.claim()));
    } else if (statement.kind() == v1::StatementKind::denial &&
               statement.stance() == v1::Stance::asserts) {
      doubt(FaultKind::stance, {&at, "stance"},
            "is 'asserts', but the statement is a denial; a denial denies the claim in its "
            "positive wording.");
    }
  }

  void claim(const v1::Claim& claim, const FieldPath& at) {
    if (claim.article_stance() != v1::Stance::none || spoken_.count(claim.key()) > 0) return;
    doubt(FaultKind::stance, at,
          "is asserted and denied by nobody: no statement with a stance names it, and "
          "article_stance is 'none'.");
  }

  const v1::ArticleAnnotation& annotation_;
  FaultList& doubts_;
  std::unordered_set<std::string_view> used_;    // keys that another item refers to
  std::unordered_set<std::string_view> spoken_;  // claims that a statement asserts or denies
};

}  // namespace

std::vector<Fault> find_doubts(const v1::ArticleAnnotation& annotation, std::size_t limit) {
  FaultList doubts(limit);
  Doubter(annotation, doubts).run();
  if (!doubts.full()) doubt_spans(annotation, doubts);
  return std::move(doubts).take();
}

}  // namespace casus
