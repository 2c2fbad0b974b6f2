// The checks of an annotation. Whatever passes here may be assembled, stored and quoted without a
// further look: sizes are bounded, references resolve, offsets cut no character.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_set>

#include "graph/assemble.h"
#include "graph/bounds.h"
#include "graph/error.h"
#include "graph/instant.h"
#include "graph/items.h"
#include "graph/keys.h"
#include "graph/kinds.h"
#include "graph/utf8.h"

namespace casus {
namespace {

constexpr std::size_t kMaxKeyBytes = 512;

[[noreturn]] void fail(std::string_view where, std::string_view what) {
  throw InputError(fmt::format("{}: {}", where, what));
}

class Checker {
 public:
  explicit Checker(const v1::ArticleAnnotation& annotation)
      : annotation_(annotation), text_(annotation.article().text()), items_(annotation) {}

  void run() {
    check_article();
    each(annotation_.actors(), "actors", [this](const auto& x, const auto& at) { actor(x, at); });
    each(annotation_.places(), "places", [this](const auto& x, const auto& at) { place(x, at); });
    each(annotation_.events(), "events", [this](const auto& x, const auto& at) { event(x, at); });
    each(annotation_.statements(), "statements",
         [this](const auto& x, const auto& at) { statement(x, at); });
    each(annotation_.claims(), "claims", [this](const auto& x, const auto& at) { claim(x, at); });
  }

 private:
  template <typename Repeated, typename Check>
  void each(const Repeated& repeated, std::string_view name, const Check& check) {
    std::unordered_set<std::string_view> keys;
    for (int i = 0; i < repeated.size(); ++i) {
      const std::string at = fmt::format("{}[{}]", name, i);
      if (!keys.insert(repeated[i].key()).second) {
        fail(at + ".key", fmt::format("is '{}', as is another's before it; keys must be unique.",
                                      repeated[i].key()));
      }
      check(repeated[i], at);
    }
  }

  void check_article() {
    const v1::Article& article = annotation_.article();
    if (article.id().empty()) fail("article.id", "is empty; give the article an id of its own.");
    if (!article.key().empty() && article.key() != article_key(article.id())) {
      fail("article.key", fmt::format("is '{}', but the id gives '{}'; leave it empty.",
                                      article.key(), article_key(article.id())));
    }
    if (text_.empty()) fail("article.text", "is empty; offsets need the text that they count in.");
    date(article.published(), "article.published");
    if (!article.updated().empty() && !parse_instant(article.updated())) {
      fail("article.updated",
           fmt::format("is '{}'; expected a date YYYY-MM-DD, a date-time with its offset such as "
                       "2023-12-08T14:05:00+03:00, or an empty string if it is not known.",
                       article.updated()));
    }
    if (annotation_.extractor().name().empty()) {
      fail("extractor.name", "is empty; every statement must say which extractor made it.");
    }
  }

  static void check_key(std::string_view key, const std::string& at) {
    if (key.empty()) fail(at, "is empty; every item needs a key.");
    if (key.size() > kMaxKeyBytes) {
      fail(at, fmt::format("has {} bytes; at most {} are taken.", key.size(), kMaxKeyBytes));
    }
    const auto control = [](char c) {
      return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) == 0x7F;
    };
    if (std::any_of(key.begin(), key.end(), control)) fail(at, "holds a control character.");
  }

  static void global_key(std::string_view key, v1::NodeKind::Value kind, const std::string& at) {
    check_key(key, at);
    if (kind_of_key(key) != kind) {
      fail(at, fmt::format("is '{}'; the key of this item begins with '{}:' and goes on after it.",
                           key, name_of(kind)));
    }
  }

  static void local_key(std::string_view key, const std::string& at) {
    check_key(key, at);
    if (key.starts_with("actor:") || key.starts_with("place:")) {
      fail(at, fmt::format("is '{}', which looks like an actor's or a place's; use a short local "
                           "name, for example 'e1'.",
                           key));
    }
  }

  void actor_reference(std::string_view key, const std::string& at) const {
    if (!key.empty() && items_.actor(key) == nullptr) {
      fail(at, fmt::format("refers to '{}', which is not in actors; list it there.", key));
    }
  }
  void place_reference(std::string_view key, const std::string& at) const {
    if (!key.empty() && items_.place(key) == nullptr) {
      fail(at, fmt::format("refers to '{}', which is not in places; list it there.", key));
    }
  }
  void event_reference(std::string_view key, const std::string& at) const {
    if (!key.empty() && items_.event(key) == nullptr) {
      fail(at, fmt::format("refers to '{}', which is not in events; list it there.", key));
    }
  }

  // A span that must say something.
  void span(const v1::Span& span, const std::string& at) const {
    if (span.begin() >= span.end()) {
      fail(at, fmt::format("is [{}, {}); begin must be below end.", span.begin(), span.end()));
    }
    if (span.end() > text_.size()) {
      fail(at, fmt::format("ends at {}, but article.text has {} bytes; offsets are UTF-8 byte "
                           "offsets into it.",
                           span.end(), text_.size()));
    }
    for (const std::uint32_t offset : {span.begin(), span.end()}) {
      if (!is_character_boundary(text_, offset)) {
        fail(at, fmt::format("cuts a character of article.text at byte {}; offsets are UTF-8 byte "
                             "offsets on character boundaries.",
                             offset));
      }
    }
  }
  void optional_span(const v1::Span& given, const std::string& at) const {
    if (given.begin() != 0 || given.end() != 0) span(given, at);
  }
  template <typename Repeated>
  void spans(const Repeated& repeated, const std::string& at) const {
    for (int i = 0; i < repeated.size(); ++i) span(repeated[i], fmt::format("{}[{}]", at, i));
  }

  static Day date(const std::string& text, const std::string& at) {
    if (text.empty()) return Day::unknown();
    const std::optional<Day> day = parse_day(text);
    if (!day) {
      fail(at, fmt::format("is '{}', which is no date; expected YYYY-MM-DD, or an empty string if "
                           "it is not known.",
                           text));
    }
    return *day;
  }

  static void interval(const v1::DateInterval& dates, const std::string& at) {
    const Day earliest = date(dates.earliest(), at + ".earliest");
    const Day latest = date(dates.latest(), at + ".latest");
    if (earliest.known() && latest.known() && earliest > latest) {
      fail(at, fmt::format("is from {} to {}; earliest must not be after latest.", dates.earliest(),
                           dates.latest()));
    }
  }

  static void count(const v1::Count& count, const std::string& at) {
    const bool falls = (count.has_low() && count.has_best() && count.low() > count.best()) ||
                       (count.has_best() && count.has_high() && count.best() > count.high()) ||
                       (count.has_low() && count.has_high() && count.low() > count.high());
    if (falls) fail(at, "must rise from low over best to high.");
  }

  static void country(const std::string& code, const std::string& at) {
    const bool upper =
        std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!code.empty() && (code.size() != 3 || !upper)) {
      fail(at, fmt::format("is '{}'; expected an ISO 3166-1 alpha-3 code such as IRQ.", code));
    }
  }

  static void evidence(const Spans& where, const std::string& at) {
    if (where.empty()) {
      fail(at, "has no evidence; say where in the article's text it stands, or leave it out.");
    }
  }

  void actor(const v1::Actor& actor, const std::string& at) const {
    global_key(actor.key(), v1::NodeKind::actor, at + ".key");
    if (actor.name().empty()) fail(at + ".name", "is empty; an actor needs a name.");
    country(actor.country(), at + ".country");
    actor_reference(actor.affiliation(), at + ".affiliation");
    if (actor.affiliation() == actor.key()) fail(at + ".affiliation", "is the actor itself.");
    spans(actor.evidence(), at + ".evidence");
    evidence(items_.spans(actor), at);
  }

  void place(const v1::Place& place, const std::string& at) const {
    global_key(place.key(), v1::NodeKind::place, at + ".key");
    if (place.name().empty()) fail(at + ".name", "is empty; a place needs a name.");
    country(place.country(), at + ".country");
    place_reference(place.within(), at + ".within");
    if (place.within() == place.key()) fail(at + ".within", "is the place itself.");
    if (place.has_latitude() != place.has_longitude()) {
      fail(at, "has only one of latitude and longitude; give both or neither.");
    }
    // Written so that NaN fails too.
    if (!(std::abs(place.latitude()) <= 90) || !(std::abs(place.longitude()) <= 180)) {
      fail(at, "lies nowhere: latitude is -90 to 90, longitude -180 to 180.");
    }
    spans(place.evidence(), at + ".evidence");
    evidence(items_.spans(place), at);
  }

  void event(const v1::Event& event, const std::string& at) {
    local_key(event.key(), at + ".key");
    if (plover_type(event.type()) == nullptr) {
      std::string codes;
      for (const PloverType& type : plover_types()) {
        codes += (codes.empty() ? "" : ", ") + std::string(type.code);
      }
      fail(at + ".type", fmt::format("is '{}', which is no PLOVER 0.8 type; expected one of {}.",
                                     event.type(), codes));
    }
    optional_span(event.trigger(), at + ".trigger");
    optional_span(event.sentence(), at + ".sentence");
    spans(event.evidence(), at + ".evidence");
    interval(event.date(), at + ".date");
    place_reference(event.place(), at + ".place");
    count(event.killed(), at + ".killed");
    count(event.injured(), at + ".injured");
    count(event.incidents(), at + ".incidents");
    for (int i = 0; i < event.initiators_size(); ++i) {
      const std::string item = fmt::format("{}.initiators[{}]", at, i);
      actor_reference(event.initiators(i).actor(), item + ".actor");
      optional_span(event.initiators(i).span(), item + ".span");
    }
    for (int i = 0; i < event.targets_size(); ++i) {
      const std::string item = fmt::format("{}.targets[{}]", at, i);
      actor_reference(event.targets(i).actor(), item + ".actor");
      optional_span(event.targets(i).span(), item + ".span");
    }
    pairs_ += static_cast<std::uint64_t>(event.initiators_size()) *
              static_cast<std::uint64_t>(event.targets_size());
    if (pairs_ > kMaxItems) {
      fail(at, fmt::format("is one pair of initiator and target too many; at most {} are taken "
                           "over all events.",
                           kMaxItems));
    }
    evidence(Items::spans(event), at);
  }

  void statement(const v1::Statement& statement, const std::string& at) const {
    local_key(statement.key(), at + ".key");
    actor_reference(statement.speaker(), at + ".speaker");
    actor_reference(statement.addressee(), at + ".addressee");
    spans(statement.source(), at + ".source");
    spans(statement.cue(), at + ".cue");
    spans(statement.content(), at + ".content");
    interval(statement.date(), at + ".date");
    if (!statement.claim().empty() && items_.claim(statement.claim()) == nullptr) {
      fail(at + ".claim", fmt::format("refers to '{}', which is not in claims; list it there.",
                                      statement.claim()));
    }
    event_reference(statement.event(), at + ".event");
    evidence(Items::spans(statement), at);
  }

  void claim(const v1::Claim& claim, const std::string& at) const {
    local_key(claim.key(), at + ".key");
    if (claim.text().empty()) fail(at + ".text", "is empty; word the claim.");
    actor_reference(claim.subject(), at + ".subject");
    if (claim.object().starts_with("actor:")) {
      actor_reference(claim.object(), at + ".object");
    } else if (claim.object().starts_with("place:")) {
      place_reference(claim.object(), at + ".object");
    } else {
      event_reference(claim.object(), at + ".object");
    }
    event_reference(claim.event(), at + ".event");
    spans(claim.evidence(), at + ".evidence");
    evidence(items_.spans(claim), at);
  }

  const v1::ArticleAnnotation& annotation_;
  const std::string& text_;
  const Items items_;
  std::uint64_t pairs_ = 0;  // of initiators and targets: what relation rows are made of
};

}  // namespace

void validate(const v1::ArticleAnnotation& annotation) {
  check_bounds(annotation, {});
  Checker(annotation).run();
}

}  // namespace casus
