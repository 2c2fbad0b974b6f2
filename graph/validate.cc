// Whatever passes here may be assembled, stored and quoted without a further look: sizes are
// bounded, references resolve, offsets cut no character.

#include "graph/validate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "graph/assemble.h"
#include "graph/bounds.h"
#include "graph/error.h"
#include "graph/instant.h"
#include "graph/items.h"
#include "graph/keys.h"
#include "graph/kinds.h"
#include "graph/spelling.h"
#include "graph/utf8.h"

namespace casus {
namespace {

constexpr std::size_t kMaxKeyBytes = 512;

class Checker {
 public:
  Checker(const v1::ArticleAnnotation& annotation, FaultList& faults)
      : annotation_(annotation), items_(annotation), faults_(faults) {}

  void run() {
    check_article();
    each(annotation_.actors(), "actors", [this](const auto& x, const auto& at) { actor(x, at); });
    each(annotation_.places(), "places", [this](const auto& x, const auto& at) { place(x, at); });
    each(annotation_.events(), "events", [this](const auto& x, const auto& at) { event(x, at); });
    each(annotation_.statements(), "statements",
         [this](const auto& x, const auto& at) { statement(x, at); });
    each(annotation_.claims(), "claims", [this](const auto& x, const auto& at) { claim(x, at); });
    FieldPath at{nullptr, "also_reports", 0};
    for (const v1::Report& report : annotation_.also_reports()) {
      if (faults_.full()) break;
      also_report(report, at);
      ++at.index;
    }
  }

 private:
  void fail(FaultKind kind, const FieldPath& at, std::string reason) {
    faults_.add(kind, at, std::move(reason));
  }

  template <typename Repeated, typename Check>
  void each(const Repeated& repeated, std::string_view name, const Check& check) {
    std::unordered_set<std::string_view> keys;
    for (int i = 0; i < repeated.size() && !faults_.full(); ++i) {
      const FieldPath at{nullptr, name, i};
      const std::string& key = repeated[i].key();
      if (!key.empty() && !keys.insert(key).second) {
        fail(FaultKind::key, {&at, "key"},
             fmt::format("is '{}', as is another's before it; keys must be unique.", key));
      }
      check(repeated[i], at);
    }
  }

  void check_article() {
    const v1::Article& article = annotation_.article();
    const FieldPath at{nullptr, "article"};
    if (article.id().empty()) {
      fail(FaultKind::missing, {&at, "id"}, "is empty; give the article an id of its own.");
    }
    if (!article.key().empty() && article.key() != article_key(article.id())) {
      fail(FaultKind::key, {&at, "key"},
           fmt::format("is '{}', but the id gives '{}'; leave it empty.", article.key(),
                       article_key(article.id())));
    }
    if (article.text().empty()) {
      fail(FaultKind::missing, {&at, "text"},
           "is empty; offsets need the text that they count in.");
    }
    date(article.published(), {&at, "published"});
    if (!article.updated().empty() && !parse_instant(article.updated())) {
      fail(FaultKind::value, {&at, "updated"},
           fmt::format("is '{}'; expected a date YYYY-MM-DD, a date-time with its offset such as "
                       "2023-12-08T14:05:00+03:00, or an empty string if it is not known.",
                       article.updated()));
    }
    if (annotation_.extractor().name().empty()) {
      const FieldPath extractor{nullptr, "extractor"};
      fail(FaultKind::missing, {&extractor, "name"},
           "is empty; every statement must say which extractor made it.");
    }
  }

  bool check_key(std::string_view key, const FieldPath& at) {
    if (key.empty()) {
      fail(FaultKind::key, at, "is empty; every item needs a key.");
      return false;
    }
    if (key.size() > kMaxKeyBytes) {
      fail(FaultKind::key, at,
           fmt::format("has {} bytes; at most {} are taken.", key.size(), kMaxKeyBytes));
      return false;
    }
    const auto control = [](char c) {
      return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) == 0x7F;
    };
    if (std::any_of(key.begin(), key.end(), control)) {
      fail(FaultKind::key, at, "holds a control character.");
      return false;
    }
    return true;
  }

  void global_key(std::string_view key, v1::NodeKind::Value kind, const FieldPath& item) {
    const FieldPath at{&item, "key"};
    if (!check_key(key, at) || kind_of_key(key) == kind) return;
    fail(FaultKind::key, at,
         fmt::format("is '{}'; the key of this item begins with '{}:' and goes on after it.", key,
                     name_of(kind)));
  }

  void local_key(std::string_view key, const FieldPath& item) {
    const FieldPath at{&item, "key"};
    if (!check_key(key, at)) return;
    if (key.starts_with("actor:") || key.starts_with("place:") || !article_of_item(key).empty()) {
      fail(FaultKind::key, at,
           fmt::format("is '{}', which looks like a global key; use a short local name, for "
                       "example 'e1'.",
                       key));
    }
  }

  void reference(std::string_view key, bool listed, std::string_view list, const FieldPath& at) {
    if (key.empty() || listed) return;
    fail(FaultKind::reference, at,
         fmt::format("refers to '{}', which is not in {}; list it there.", key, list));
  }
  void actor_reference(std::string_view key, const FieldPath& at) {
    reference(key, items_.actor(key) != nullptr, "actors", at);
  }
  void place_reference(std::string_view key, const FieldPath& at) {
    reference(key, items_.place(key) != nullptr, "places", at);
  }
  void event_reference(std::string_view key, const FieldPath& at) {
    reference(key, items_.event(key) != nullptr, "events", at);
  }
  // To an item of this article by its local key, or of another's by its global key.
  void item_reference(std::string_view key, bool listed, v1::NodeKind::Value kind,
                      std::string_view list, const FieldPath& at) {
    const std::string article = article_of_item(key);
    if (article.empty() || kind_of_key(key) != kind) return reference(key, listed, list, at);
    other_item(key, article, at);
  }
  void other_item(std::string_view key, std::string_view article, const FieldPath& at) {
    check_key(key, at);
    if (article != article_key(annotation_.article().id())) return;
    fail(FaultKind::reference, at,
         fmt::format("is '{}', an item of this very article; use its local key, '{}'.", key,
                     key.substr(key.find('/') + 1)));
  }

  // A span that must say something.
  void span(const v1::Span& span, const FieldPath& at) {
    const bool in_title = span.part() == v1::TextPart::title;
    const std::string_view name = in_title ? "article.title" : "article.text";
    const std::string& text =
        in_title ? annotation_.article().title() : annotation_.article().text();
    if (span.begin() >= span.end()) {
      return fail(FaultKind::span, at,
                  fmt::format("is [{}, {}); begin must be below end.", span.begin(), span.end()));
    }
    if (span.end() > text.size()) {
      return fail(FaultKind::span, at,
                  fmt::format("ends at {}, but {} has {} bytes; offsets are UTF-8 byte offsets "
                              "into it.",
                              span.end(), name, text.size()));
    }
    for (const std::uint32_t offset : {span.begin(), span.end()}) {
      if (is_character_boundary(text, offset)) continue;
      return fail(FaultKind::span, at,
                  fmt::format("cuts a character of {} at byte {}; offsets are UTF-8 byte offsets "
                              "on character boundaries.",
                              name, offset));
    }
  }
  void optional_span(const v1::Span& given, const FieldPath& at) {
    if (given.begin() != 0 || given.end() != 0) span(given, at);
  }
  template <typename Repeated>
  void spans(const Repeated& repeated, FieldPath at) {
    for (at.index = 0; at.index < repeated.size(); ++at.index) span(repeated[at.index], at);
  }

  Day date(const std::string& text, const FieldPath& at) {
    if (text.empty()) return Day::unknown();
    const std::optional<Day> day = parse_day(text);
    if (day) return *day;
    fail(FaultKind::value, at,
         fmt::format("is '{}', which is no date; expected YYYY-MM-DD, or an empty string if it is "
                     "not known.",
                     text));
    return Day::unknown();
  }

  void interval(const v1::DateInterval& dates, const FieldPath& at) {
    const Day earliest = date(dates.earliest(), {&at, "earliest"});
    const Day latest = date(dates.latest(), {&at, "latest"});
    if (earliest.known() && latest.known() && earliest > latest) {
      fail(FaultKind::value, at,
           fmt::format("is from {} to {}; earliest must not be after latest.", dates.earliest(),
                       dates.latest()));
    }
  }

  void count(const v1::Count& count, const FieldPath& at) {
    const bool falls = (count.has_low() && count.has_best() && count.low() > count.best()) ||
                       (count.has_best() && count.has_high() && count.best() > count.high()) ||
                       (count.has_low() && count.has_high() && count.low() > count.high());
    if (falls) fail(FaultKind::value, at, "must rise from low over best to high.");
  }

  void country(const std::string& code, const FieldPath& at) {
    const bool upper =
        std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!code.empty() && (code.size() != 3 || !upper)) {
      fail(FaultKind::value, at,
           fmt::format("is '{}'; expected an ISO 3166-1 alpha-3 code such as IRQ.", code));
    }
  }

  void evidence(const Spans& where, const FieldPath& at) {
    if (!where.empty()) return;
    fail(FaultKind::evidence, at,
         "has no evidence; say where in the article's text it stands, or leave it out.");
  }

  void actor(const v1::Actor& actor, const FieldPath& at) {
    global_key(actor.key(), v1::NodeKind::actor, at);
    if (actor.name().empty()) {
      fail(FaultKind::missing, {&at, "name"}, "is empty; an actor needs a name.");
    }
    country(actor.country(), {&at, "country"});
    actor_reference(actor.affiliation(), {&at, "affiliation"});
    if (!actor.key().empty() && actor.affiliation() == actor.key()) {
      fail(FaultKind::reference, {&at, "affiliation"}, "is the actor itself.");
    }
    spans(actor.evidence(), {&at, "evidence"});
    evidence(items_.spans(actor), at);
  }

  void place(const v1::Place& place, const FieldPath& at) {
    global_key(place.key(), v1::NodeKind::place, at);
    if (place.name().empty()) {
      fail(FaultKind::missing, {&at, "name"}, "is empty; a place needs a name.");
    }
    country(place.country(), {&at, "country"});
    place_reference(place.within(), {&at, "within"});
    if (!place.key().empty() && place.within() == place.key()) {
      fail(FaultKind::reference, {&at, "within"}, "is the place itself.");
    }
    if (place.has_latitude() != place.has_longitude()) {
      fail(FaultKind::value, at, "has only one of latitude and longitude; give both or neither.");
    }
    // Written so that NaN fails too.
    if (!(std::abs(place.latitude()) <= 90) || !(std::abs(place.longitude()) <= 180)) {
      fail(FaultKind::value, at, "lies nowhere: latitude is -90 to 90, longitude -180 to 180.");
    }
    spans(place.evidence(), {&at, "evidence"});
    evidence(items_.spans(place), at);
  }

  void type(const std::string& type, const FieldPath& at) {
    if (plover_type(type) != nullptr) return;
    std::vector<std::string_view> codes;
    for (const PloverType& known : plover_types()) codes.push_back(known.code);
    fail(FaultKind::value, at,
         fmt::format("is '{}', which is no PLOVER 0.8 type{}", type, expected_one_of(type, codes)));
  }

  // A party of an event.
  template <typename Parties>
  void parties(const Parties& parties, FieldPath at) {
    for (at.index = 0; at.index < parties.size(); ++at.index) {
      actor_reference(parties[at.index].actor(), {&at, "actor"});
      optional_span(parties[at.index].span(), {&at, "span"});
    }
  }

  void event(const v1::Event& event, const FieldPath& at) {
    local_key(event.key(), at);
    type(event.type(), {&at, "type"});
    optional_span(event.trigger(), {&at, "trigger"});
    optional_span(event.sentence(), {&at, "sentence"});
    spans(event.evidence(), {&at, "evidence"});
    interval(event.date(), {&at, "date"});
    place_reference(event.place(), {&at, "place"});
    count(event.killed(), {&at, "killed"});
    count(event.injured(), {&at, "injured"});
    count(event.incidents(), {&at, "incidents"});
    parties(event.initiators(), {&at, "initiators"});
    parties(event.targets(), {&at, "targets"});
    const auto pairs = static_cast<std::uint64_t>(event.initiators_size()) *
                       static_cast<std::uint64_t>(event.targets_size());
    if (pairs_ <= kMaxItems && pairs_ + pairs > kMaxItems) {
      fail(FaultKind::size, at,
           fmt::format("is one pair of initiator and target too many; at most {} are taken over "
                       "all events.",
                       kMaxItems));
    }
    pairs_ += pairs;
    evidence(Items::spans(event), at);
  }

  void statement(const v1::Statement& statement, const FieldPath& at) {
    local_key(statement.key(), at);
    actor_reference(statement.speaker(), {&at, "speaker"});
    actor_reference(statement.addressee(), {&at, "addressee"});
    actor_reference(statement.via(), {&at, "via"});
    spans(statement.source(), {&at, "source"});
    spans(statement.cue(), {&at, "cue"});
    spans(statement.content(), {&at, "content"});
    spans(statement.via_source(), {&at, "via_source"});
    interval(statement.date(), {&at, "date"});
    item_reference(statement.claim(), items_.claim(statement.claim()) != nullptr,
                   v1::NodeKind::claim, "claims", {&at, "claim"});
    event_reference(statement.event(), {&at, "event"});
    evidence(Items::spans(statement), at);
  }

  void claim(const v1::Claim& claim, const FieldPath& at) {
    local_key(claim.key(), at);
    if (claim.text().empty()) fail(FaultKind::missing, {&at, "text"}, "is empty; word the claim.");
    actor_reference(claim.subject(), {&at, "subject"});
    if (claim.object().starts_with("actor:")) {
      actor_reference(claim.object(), {&at, "object"});
    } else if (claim.object().starts_with("place:")) {
      place_reference(claim.object(), {&at, "object"});
    } else {
      item_reference(claim.object(), items_.event(claim.object()) != nullptr, v1::NodeKind::event,
                     "events", {&at, "object"});
    }
    item_reference(claim.event(), items_.event(claim.event()) != nullptr, v1::NodeKind::event,
                   "events", {&at, "event"});
    spans(claim.evidence(), {&at, "evidence"});
    evidence(items_.spans(claim), at);
  }

  void also_report(const v1::Report& report, const FieldPath& at) {
    const std::string article = article_of_item(report.item());
    if (article.empty()) {
      fail(FaultKind::reference, {&at, "item"},
           fmt::format("is '{}'; expected the global key of another article's event, statement or "
                       "claim, such as event:3f2a9c1b7d40e5a1b2c3/e1.",
                       report.item()));
    } else {
      other_item(report.item(), article, {&at, "item"});
    }
    spans(report.evidence(), {&at, "evidence"});
    evidence(Spans(report.evidence().begin(), report.evidence().end()), at);
  }

  const v1::ArticleAnnotation& annotation_;
  const Items items_;
  FaultList& faults_;
  std::uint64_t pairs_ = 0;  // of initiators and targets: what relation rows are made of
};

}  // namespace

std::vector<Fault> find_faults(const v1::ArticleAnnotation& annotation, std::size_t limit) {
  FaultList faults(limit);
  check_bounds(annotation, {}, faults);
  if (!faults.full()) Checker(annotation, faults).run();
  return std::move(faults).take();
}

void validate(const v1::ArticleAnnotation& annotation) {
  const std::vector<Fault> first = find_faults(annotation, 1);
  if (!first.empty()) throw InputError(first.front().text());
}

}  // namespace casus
