#include "bench/made_up.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "graph/keys.h"

namespace casus::bench {
namespace {

constexpr std::int32_t kFirstDay = 16436;  // 2015-01-01
constexpr std::uint64_t kDays = 3650;

constexpr std::array kTypes = {"ASSAULT", "ASSAULT", "PROTEST", "COERCE",  "MOBILIZE",
                               "CONSULT", "CONSULT", "SUPPORT", "THREATEN"};
constexpr std::array kKinds = {v1::StatementKind::claim, v1::StatementKind::accusation,
                               v1::StatementKind::confirmation};

std::string record_id(std::uint64_t number) { return "r" + std::to_string(number); }

}  // namespace

// Numbers that follow from a record's own (splitmix64, by Vigna).
class MadeUp::Dice {
 public:
  Dice(std::uint64_t seed, std::uint64_t record) : state_(seed << 40 ^ record) {}

  std::uint64_t below(std::uint64_t bound) { return next() % bound; }
  bool chance(unsigned percent) { return below(100) < percent; }
  // Small numbers far more often than large ones.
  std::uint64_t mostly_small(std::uint64_t bound) {
    const double unit = static_cast<double>(next() >> 11) * 0x1p-53;
    return std::min(bound - 1, static_cast<std::uint64_t>(static_cast<double>(bound) * unit * unit *
                                                          std::sqrt(unit)));
  }

 private:
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
    z = (z ^ z >> 27) * 0x94D049BB133111EB;
    return z ^ z >> 31;
  }
  std::uint64_t state_;
};

MadeUp::MadeUp(std::uint64_t records, std::uint64_t seed)
    : records_(std::max<std::uint64_t>(records, 1)),
      seed_(seed),
      actors_(std::max<std::uint64_t>(records / 25, 100)),
      places_(std::max<std::uint64_t>(records / 50, 50)) {}

std::string MadeUp::actor(std::uint64_t number) { return "actor:a" + std::to_string(number); }

std::string MadeUp::claim(std::uint64_t record) {
  return claim_key(article_key(record_id(record)), "c");
}

bool MadeUp::has_claim(std::uint64_t record) const { return Dice(seed_ + 1, record).chance(45); }

Day MadeUp::published(std::uint64_t record) const {
  return Day{kFirstDay + static_cast<std::int32_t>(record * kDays / records_)};
}

v1::ArticleAnnotation MadeUp::record(std::uint64_t number) const {
  Dice dice(seed_, number);
  v1::ArticleAnnotation annotation;
  v1::Article& article = *annotation.mutable_article();
  article.set_id(record_id(number));
  article.set_dataset("made up");
  article.set_outlet("Outlet " + std::to_string(dice.mostly_small(200)));
  article.set_published(format_day(published(number)));
  article.set_title("What record " + std::to_string(number) + " tells");
  article.set_text(article.title() + ": two events, who was in them, and who said what of them.");
  annotation.mutable_extractor()->set_name("made up");
  const auto everywhere = [&](v1::Span& span) {
    span.set_end(static_cast<std::uint32_t>(article.text().size()));
  };

  std::set<std::uint64_t> listed;
  const auto named = [&](std::uint64_t who) {
    if (listed.insert(who).second) {
      v1::Actor& added = *annotation.add_actors();
      added.set_key(actor(who));
      added.set_name("Actor " + std::to_string(who));
      everywhere(*added.add_evidence());
    }
    return actor(who);
  };
  const auto somebody = [&] { return dice.mostly_small(actors_); };
  const auto somebody_near = [&](std::uint64_t who) {
    constexpr std::uint64_t kNear = 50;
    if (!dice.chance(70)) return somebody();
    return std::min(actors_ - 1, who / kNear * kNear + dice.below(kNear));
  };

  const std::uint64_t place = dice.mostly_small(places_);
  v1::Place& there = *annotation.add_places();
  there.set_key("place:p" + std::to_string(place));
  there.set_name("Place " + std::to_string(place));
  everywhere(*there.add_evidence());

  std::uint64_t first = 0;
  for (const char* key : {"e0", "e1"}) {
    v1::Event& event = *annotation.add_events();
    event.set_key(key);
    event.set_type(kTypes[dice.below(kTypes.size())]);
    const Day day{published(number).value - static_cast<std::int32_t>(dice.below(4))};
    event.mutable_date()->set_earliest(format_day(day));
    event.mutable_date()->set_latest(format_day(day));
    event.set_place(there.key());
    event.set_certainty(v1::Certainty::certain);
    everywhere(*event.add_evidence());
    first = somebody();
    event.add_initiators()->set_actor(named(first));
    if (dice.chance(25)) {
      const std::string other = named(somebody_near(first));
      if (other != actor(first)) event.add_initiators()->set_actor(other);
    }
    const std::string target = named(somebody_near(first));
    event.add_targets()->set_actor(target);
    if (dice.chance(30)) {
      const std::string other = named(somebody_near(first));
      if (other != target) event.add_targets()->set_actor(other);
    }
  }
  // A record before it, mostly one of the last.
  const auto earlier = [&] { return number - 1 - dice.mostly_small(number); };
  if (number > 0 && dice.chance(35)) {
    v1::Report& report = *annotation.add_also_reports();
    report.set_item(event_key(article_key(record_id(earlier())), "e0"));
    everywhere(*report.add_evidence());
  }

  const bool claims = has_claim(number);
  if (claims) {
    v1::Claim& claim = *annotation.add_claims();
    claim.set_key("c");
    claim.set_text("Actor " + std::to_string(first) + " did what record " + std::to_string(number) +
                   " tells of");
    claim.set_subject(named(first));
    claim.set_event("e1");
    everywhere(*claim.add_evidence());
  }
  if (!claims && !dice.chance(60)) return annotation;
  v1::Statement& statement = *annotation.add_statements();
  statement.set_key("s");
  statement.set_speaker(named(somebody_near(first)));
  statement.set_certainty(v1::Certainty::certain);
  everywhere(*statement.add_content());
  std::uint64_t of = number;
  if (!claims && number > 0) {
    of = earlier();
    while (of > 0 && !has_claim(of)) --of;
  }
  const bool there_is_one = claims || has_claim(of);
  const bool denies = there_is_one && !claims && dice.chance(40);
  statement.set_kind(denies ? v1::StatementKind::denial : kKinds[dice.below(kKinds.size())]);
  if (there_is_one) {
    statement.set_stance(denies ? v1::Stance::denies : v1::Stance::asserts);
    statement.set_claim(claims ? "c" : claim(of));
  }
  return annotation;
}

}  // namespace casus::bench
