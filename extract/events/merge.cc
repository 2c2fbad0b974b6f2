#include "extract/events/merge.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "extract/events/sentence.h"
#include "extract/events/words.h"
#include "extract/times/times.h"

namespace casus::extract {
namespace {

bool assault(const EventDraft& draft) { return draft.type == "ASSAULT"; }
bool actual(const EventDraft& draft) { return draft.modality == v1::Modality::actual; }
bool dated(const EventDraft& draft) { return draft.date.since.known() && draft.date.until.known(); }
bool one_day(const EventDraft& draft) {
  return dated(draft) && draft.date.since == draft.date.until;
}

std::uint32_t figure(const v1::Count& count) {
  return count.has_best() ? count.best() : count.has_low() ? count.low() : count.high();
}

// Modes that a report may use of one and the same attack.
enum class Family { any, boom, gun, taking, other };
Family family(std::string_view mode) {
  if (one_of(mode, {"", "targeted", "primitive", "destroy"})) return Family::any;
  if (one_of(mode, {"explosives", "suicide-attack", "heavy-weapons", "aerial", "drone"})) {
    return Family::boom;
  }
  if (mode == "firearms") return Family::gun;
  if (mode == "abduct") return Family::taking;
  return Family::other;
}

// So many events are looked at for one that a mention may belong to: no article tells of more, and
// a list of ten thousand attacks must not take a hundred million comparisons.
constexpr std::size_t kRemembered = 200;

class Merger {
 public:
  Merger(const Reading& reading, const std::vector<EventDraft>& drafts)
      : reading_(reading), drafts_(drafts), event_of_(drafts.size(), -1) {}

  std::vector<MergedEvent> run() {
    // Occasions first within a sentence, so that "the attack" of a headline clause finds them.
    for (std::size_t i = 0; i < drafts_.size(); ++i) place_draft(i);
    for (MergedEvent& event : events_) settle(event);
    date_by_the_hour();
    date_by_the_text();
    std::vector<MergedEvent> standing;
    for (MergedEvent& event : events_) {
      if (event.stands) standing.push_back(std::move(event));
    }
    return standing;
  }

 private:
  // "On Monday shells fell on Tan ... Ghana said Togo had opened fire at 4.10": the same day.
  void date_by_the_hour() {
    const EventDraft* day = nullptr;
    for (MergedEvent& event : events_) {
      EventDraft& told = event.told;
      if (!assault(told) || !actual(told)) continue;
      if (one_day(told)) day = &told;
      if (dated(told) || !told.hour || day == nullptr) continue;
      told.date = day->date;
      told.date_certainty = v1::Certainty::probable;
    }
  }

  // What an article is about, told without a day, is of the one day that it names by its month
  // ("the ferry that sank on May 3") and gives to no other event.
  void date_by_the_text() {
    const auto main = std::ranges::find_if(events_, [this](const MergedEvent& event) {
      return event.stands && assault(event.told) && actual(event.told) && !headline(event.told);
    });
    if (main == events_.end() || dated(main->told) || counted(main->told.incidents)) return;
    std::set<Day> days = days_named();
    for (const MergedEvent& event : events_)
      if (one_day(event.told)) days.erase(event.told.date.since);
    if (days.size() != 1) return;
    main->told.date = {*days.begin(), *days.begin()};
    main->told.date_certainty = v1::Certainty::probable;
  }

  // Of the month before the article, its datelines aside.
  std::set<Day> days_named() const {
    constexpr int kNews = 31;
    std::set<Day> days;
    for (const Sentence& sentence : reading_.document.sentences()) {
      for (std::uint32_t at = sentence.body; at < sentence.tokens.end; ++at) {
        const auto time =
            match_time(reading_.document, at, sentence.tokens.end, reading_.published);
        if (!time) continue;
        const Day day = time->days.since;
        if (!time->range_word && day.known() && day == time->days.until &&
            names_month(time->tokens) && day <= reading_.published &&
            reading_.published.value - day.value <= kNews)
          days.insert(day);
        at = time->tokens.end - 1;
      }
    }
    return days;
  }

  bool names_month(Range tokens) const {
    static constexpr std::array<std::string_view, 12> kMonths = {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i)
      if (std::ranges::find(kMonths, reading_.document[i].lower.substr(0, 3)) != kMonths.end())
        return true;
    return false;
  }

  void place_draft(std::size_t i) {
    const EventDraft& draft = drafts_[i];
    if (const int tied = tied_event(i); tied >= 0) return join(i, tied);
    const bool introduced = says_which(draft);
    const bool refers = (draft.definite && draft.entry->noun && !introduced) || headline(draft);
    const bool weak = draft.generic || !actual(draft) || !substance(draft);
    const bool bare = !draft.generic && actual(draft) && !substance(draft);
    const double least = refers || retold(draft)                                        ? 0
                         : draft.another                                                ? 6
                         : introduced                                                   ? 2
                         : draft.toll_only || blast_noise(draft) || lays(draft) || bare ? 0.5
                         : weak                                                         ? 1.5
                                                                                        : 2;
    int best = -1;
    double best_score = least;
    // A headline sums up what the text tells first.
    const std::size_t first =
        events_.size() > kRemembered && !headline(draft) ? events_.size() - kRemembered : 0;
    const std::size_t last = std::min(events_.size(), first + kRemembered);
    for (std::size_t e = first; e < last; ++e) {
      const auto score = likeness(draft, events_[e]);
      if (!score || *score < best_score) continue;
      // The later one of two equals: what was told last is what is spoken of.
      if (headline(draft) && best >= 0 && *score == best_score) continue;
      best = static_cast<int>(e);
      best_score = *score;
    }
    if (best >= 0) return join(i, best);
    if (draft.generic || !pinned(draft) || deaths_alone(draft)) return;
    begin_event(i);
  }

  // "the blast which killed two at Suakin in May"
  bool says_which(const EventDraft& draft) const {
    const auto& words = reading_.mentions.lower();
    const std::uint32_t next = draft.trigger.end;
    return draft.place != nullptr && dated(draft) && next < words.size() &&
           one_of(words[next], {"which", "that"});
  }

  // '"We saw who attacked the ship," he said': what is spoken of without a place, a day or a victim
  // of its own is what was told before.
  bool retold(const EventDraft& draft) const {
    const Quotation* quotation = reading_.document.quotation_of(draft.trigger.begin);
    constexpr std::uint32_t kWords = 5;  // a few words are the article's own
    return quotation != nullptr && quotation->tokens.size() > kWords && draft.place == nullptr &&
           !dated(draft) && !draft.generic && !counted(draft.incidents) &&
           std::all_of(draft.targets.begin(), draft.targets.end(),
                       [this](const Party& target) { return taken_up(target); });
  }

  // "them", "the ship" of which the text has spoken.
  bool taken_up(const Party& party) const {
    if (party.pronoun) return true;
    const auto& words = reading_.mentions.lower();
    const std::uint32_t begin = party.tokens.begin;
    const auto points = [&](std::uint32_t i) {
      return one_of(words[i], {"the", "this", "that", "these", "those"});
    };
    if (!points(begin) && (begin == 0 || !points(begin - 1))) return false;
    constexpr std::uint32_t kBack = 500;  // words
    for (std::uint32_t i = begin; i > 0 && begin - i < kBack; --i)
      if (reading_.lexicon.noun_lemma(words[i - 1]) == party.head) return true;
    return false;
  }

  bool headline(const EventDraft& draft) const { return reading_.in_headline(draft.sentence); }

  // Ties that syntax gives, in both directions.
  int tied_event(std::size_t i) const {
    for (const std::size_t other : drafts_[i].same_as) {
      if (other < i && event_of_[other] >= 0) return event_of_[other];
    }
    for (std::size_t other = i; other-- > 0 && drafts_[other].sentence == drafts_[i].sentence;) {
      const auto& ties = drafts_[other].same_as;
      if (event_of_[other] >= 0 && std::find(ties.begin(), ties.end(), i) != ties.end()) {
        return event_of_[other];
      }
    }
    return -1;
  }

  void begin_event(std::size_t i) {
    MergedEvent event;
    event.told = drafts_[i];
    event.mentions = {i};
    event_of_[i] = static_cast<int>(events_.size());
    events_.push_back(std::move(event));
    // "two clerks died in a blast": the deaths alone were no event.
    for (std::size_t other = i; other-- > 0 && drafts_[other].sentence == drafts_[i].sentence;) {
      const auto& ties = drafts_[other].same_as;
      if (event_of_[other] < 0 && std::find(ties.begin(), ties.end(), i) != ties.end()) {
        join(other, event_of_[i]);
      }
    }
  }

  void join(std::size_t i, int e) {
    MergedEvent& event = events_[static_cast<std::size_t>(e)];
    event_of_[i] = e;
    event.mentions.push_back(i);
    const EventDraft& draft = drafts_[i];
    EventDraft& told = event.told;
    // What one source denies or another supposes may be told as a fact elsewhere.
    const bool open =
        told.modality == v1::Modality::negated || told.modality == v1::Modality::hypothetical;
    if (open && actual(draft) && !draft.generic) {
      told.modality = draft.modality;
      told.certainty = draft.certainty;
    }
    const bool fills = actual(draft) || !actual(told);
    if (!fills) return;
    // A headline is short of words: of who, where and when the text knows better.
    if (!headline(draft) || headline(told))
      fill_setting(draft, told);
    else if (told.place == nullptr)
      take_place(draft, told);
    if (told.mode.empty() || (family(told.mode) == Family::any &&
                              family(draft.mode) != Family::any && told.mode != "targeted")) {
      told.mode = draft.mode;
    }
    fill(told.killed, draft.killed);
    fill(told.injured, draft.injured);
    fill(told.incidents, draft.incidents);
    told.toll_only = told.toll_only && draft.toll_only;
    told.plural = told.plural || draft.plural;
  }

  // What another sentence tells of it is as certain as that both are of one event.
  static void take(std::vector<Party> parties, bool aside, std::vector<Party>& slot) {
    for (Party& party : parties)
      if (aside && party.certainty == v1::Certainty::certain)
        party.certainty = v1::Certainty::probable;
    slot = std::move(parties);
  }

  static void take_place(const EventDraft& headline, EventDraft& told) {
    told.place = headline.place;
    told.place_certainty = v1::Certainty::probable;
  }

  void fill_setting(const EventDraft& draft, EventDraft& told) const {
    const bool aside = draft.sentence != told.sentence;
    const auto graded = [&](v1::Certainty::Value certainty) {
      return aside ? v1::Certainty::probable : certainty;
    };
    if (told.initiators.empty()) take(draft.initiators, aside, told.initiators);
    // "raiders were killed in clashes with guards": the guards are the other side.
    if (told.initiators.empty() && !told.targets.empty() && draft.entry->reciprocal &&
        told.toll_only) {
      take(draft.targets, true, told.initiators);
    } else if (told.targets.empty() ||
               (told.toll_only && !draft.toll_only && !draft.targets.empty() && nobody(told))) {
      take(draft.targets, aside, told.targets);
    }
    if (told.place == nullptr || (draft.place != nullptr && closer(*told.place, *draft.place))) {
      told.place = draft.place;
      told.place_certainty = graded(draft.place_certainty);
    }
    if (!dated(told) || (one_day(draft) && !one_day(told))) {
      if (dated(draft)) {
        told.date = draft.date;
        told.date_certainty = graded(draft.date_certainty);
      }
    }
    if (told.weapon.empty()) told.weapon = draft.weapon;
  }

  // "raided the town, burned the mill and killed Omar Ali": what was destroyed and who
  // was hurt by name was hit too; so was the bus beside the teachers whose it was.
  void add_targets(const EventDraft& draft, EventDraft& told) const {
    const bool owned = whose(draft, told);
    for (const Party& more : draft.targets) {
      if (more.pronoun || (draft.mode != "destroy" && !owned && (more.actor < 0 || !named(more))))
        continue;
      const bool known =
          std::any_of(told.targets.begin(), told.targets.end(), [&](const Party& target) {
            return target.head == more.head || (target.actor >= 0 && target.actor == more.actor) ||
                   target.tokens.overlaps(more.tokens);
          });
      if (known) continue;
      std::vector<Party> other;
      take({more}, draft.sentence != told.sentence, other);
      told.targets.push_back(other.front());
    }
  }

  static bool nobody(const EventDraft& draft) {
    return std::all_of(draft.targets.begin(), draft.targets.end(),
                       [](const Party& target) { return anybody(target.head); });
  }

  // The first figure stands: reports lead with their total. One victim told before the total gives
  // way to it.
  static void fill(v1::Count& told, const v1::Count& more) {
    if (!counted(more)) return;
    if (!counted(told) || (figure(told) <= 1 && figure(more) > 1)) told = more;
  }

  // --- likeness

  // How much speaks for a draft telling of an event; nullopt where something speaks against it.
  std::optional<double> likeness(const EventDraft& draft, const MergedEvent& event) const {
    const EventDraft& told = event.told;
    if (draft.type != told.type) return std::nullopt;
    if (campaign(draft) && !draft.definite && !campaign(told)) return std::nullopt;
    const Family mine = family(draft.mode);
    const Family theirs = family(told.mode);
    if (mine != Family::any && theirs != Family::any && mine != theirs) return std::nullopt;
    if (counted(draft.incidents) && !counted(told.incidents)) return std::nullopt;
    if (elsewhere(draft, event)) return std::nullopt;
    if (lays(draft) && theirs != Family::boom) return std::nullopt;
    const bool ahead =
        told.modality == v1::Modality::threatened || told.modality == v1::Modality::planned;
    if (ahead && actual(draft) && !draft.definite) return std::nullopt;
    double score = 0;
    const auto add = [&](std::optional<double> part) {
      if (part) score += *part;
      return part.has_value();
    };
    if (!add(place_likeness(draft, told)) || !add(date_likeness(draft, told)) ||
        !add(target_likeness(draft, told)) || !add(initiator_likeness(draft, told))) {
      return std::nullopt;
    }
    if (!draft.weapon.empty() && draft.weapon == told.weapon) score += 1;
    // "the bombing" is rather the bomb than the rockets.
    if (draft.definite && mine != Family::any && draft.mode == told.mode) score += 0.25;
    if (counted(draft.killed) && counted(told.killed)) {
      score += figure(draft.killed) == figure(told.killed) ? 2 : -0.5;
    }
    if (counted(told.incidents) && !draft.toll_only) score += draft.plural ? 1.5 : -2;
    if (goes_on(draft, event)) score += 1;
    if (act_of(draft, event)) score += 1.5;
    // "that killing" speaks of a death.
    if (draft.definite && draft.entry->kills && (told.entry->kills || counted(told.killed)))
      score += 1;
    if (!actual(told)) score -= 1;
    if (draft.plural && draft.definite && !told.plural && !counted(told.incidents)) score -= 0.5;
    score += nearness(draft, event);
    if ((blast_noise(draft) || lays(draft)) && theirs == Family::boom) score += 0.5;
    return score;
  }

  // "raided the town, burned the post office and killed a guard": one did it all.
  bool goes_on(const EventDraft& draft, const MergedEvent& event) const {
    const EventDraft& last = drafts_[event.mentions.back()];
    return !draft.entry->noun && !last.entry->noun && last.sentence == draft.sentence &&
           draft.place == nullptr && !draft.initiators.empty() && !last.initiators.empty() &&
           draft.initiators.front().tokens.overlaps(last.initiators.front().tokens);
  }

  // "Nine people died of gunfire. Guards opened fire on a crowd ...": first what came
  // of it, then who did what.
  bool act_of(const EventDraft& draft, const MergedEvent& event) const {
    const EventDraft& told = event.told;
    const bool act = !draft.entry->kills && !draft.entry->injures && !draft.entry->noun;
    const bool outcome = (told.entry->kills || told.entry->injures) && told.initiators.empty();
    return act && outcome && !draft.another && family(draft.mode) == family(told.mode) &&
           family(told.mode) != Family::any &&
           draft.sentence - drafts_[event.mentions.back()].sentence <= 1;
  }

  double nearness(const EventDraft& draft, const MergedEvent& event) const {
    if (headline(draft)) {
      const std::uint32_t first_told = event.told.sentence;
      return headline(event.told) || first_told == 0 ? 1 : first_told <= 2 ? 0.5 : 0;
    }
    const EventDraft& last = drafts_[event.mentions.back()];
    const std::uint32_t gap = draft.sentence - last.sentence;
    if (gap == 0) return 1;
    const auto& sentences = reading_.document.sentences();
    const bool same_paragraph =
        sentences[draft.sentence].paragraph == sentences[last.sentence].paragraph;
    if (gap <= 2 && (same_paragraph || gap == 1)) return 0.5;
    return draft.toll_only || blast_noise(draft) ? (gap <= 3 ? 0 : -3) : 0;
  }

  bool contains(const Mention& outer, const Mention& inner) const {
    std::string_view id = inner.place->within;
    for (int depth = 0; depth < 6 && !id.empty(); ++depth) {
      if (id == outer.place->id) return true;
      const PlaceEntry* next = reading_.lexicon.place(id);
      id = next != nullptr ? std::string_view(next->within) : std::string_view();
    }
    return !inner.place->country.empty() && inner.place->country == outer.place->id &&
           inner.place->id != outer.place->id;
  }

  // A town is more than its province, and a place that no list knows is smaller than those; a
  // quarter is no more than its town.
  bool closer(const Mention& outer, const Mention& inner) const {
    if (!area(outer)) return false;
    return contains(outer, inner) || (inner.place->country.empty() && !area(inner));
  }

  // A country, "the Gash region", "the province of Sennar"
  bool area(const Mention& mention) const {
    if (!mention.place->country.empty() && mention.place->id == mention.place->country) return true;
    const auto& tokens = reading_.document.tokens();
    const auto region = [&](std::uint32_t at) {
      return at < tokens.size() && area_noun(tokens[at].lower);
    };
    const std::uint32_t begin = mention.tokens.begin;
    return region(mention.tokens.end) || region(mention.tokens.end - 1) ||
           (begin >= 2 && tokens[begin - 1].lower == "of" && region(begin - 2));
  }

  std::optional<double> place_likeness(const EventDraft& a, const EventDraft& b) const {
    if (a.place == nullptr || b.place == nullptr) return 0;
    if (a.place->place->id == b.place->place->id) return 2;
    if (contains(*a.place, *b.place) || contains(*b.place, *a.place)) return 0.5;
    const bool unlisted = a.place->place->country.empty() || b.place->place->country.empty();
    // The village of one sentence lies in the district of the next, for all we know.
    if (unlisted) return a.definite || a.toll_only || headline(a) ? 0 : -1;
    return std::nullopt;
  }

  static std::optional<double> date_likeness(const EventDraft& a, const EventDraft& b) {
    if (!dated(a) || !dated(b)) return 0;
    if (a.date.until < b.date.since || b.date.until < a.date.since) {
      // "overnight", "the night of": the day before and the day after are one night.
      const bool one_apart =
          one_day(a) && one_day(b) && std::abs(a.date.since.value - b.date.since.value) == 1;
      return one_apart && a.definite ? std::optional(-0.5) : std::nullopt;
    }
    return one_day(a) && one_day(b) ? 2 : 1;
  }

  std::optional<double> target_likeness(const EventDraft& a, const EventDraft& b) const {
    if (a.targets.empty() || b.targets.empty()) return 0;
    // The dead and wounded are seldom called what was attacked.
    const bool outcome = a.toll_only && a.place == nullptr && !dated(a);
    const bool apart = people(a) != people(b);  // who was in it, and what it was
    double best =
        a.definite || deaths_alone(a) || outcome || headline(a) || apart || retold(a) ? 0 : -1;
    bool both_named = true;
    for (const Party& x : a.targets) {
      for (const Party& y : b.targets) {
        const bool same_actor = x.actor >= 0 && x.actor == y.actor;
        const bool pronoun = x.pronoun || y.pronoun;
        if (same_actor || (x.head == y.head && !pronoun)) {
          best = std::max(best, anybody(x.head) ? 0.5 : 2.0);
        } else if (pronoun || anybody(x.head) || anybody(y.head)) {
          best = std::max(best, 0.0);
        }
        if (owns(x, y) || owns(y, x)) best = std::max(best, 2.0);
        both_named = both_named && x.actor >= 0 && y.actor >= 0 && named(x) && named(y);
      }
    }
    // Two named persons are not one victim.
    if (best < 0 && both_named && (a.entry->kills || b.entry->kills)) return std::nullopt;
    return best;
  }

  // "killed five doctors", "beside the doctors' car".
  bool owns(const Party& whom, const Party& thing) const {
    const auto& words = reading_.mentions.lower();
    for (std::uint32_t i = thing.tokens.begin + 1; i < thing.tokens.end; ++i)
      if (one_of(words[i], {"'s", "'", "’s", "’"}) && !anybody(whom.head) &&
          reading_.lexicon.noun_lemma(words[i - 1]) == whom.head)
        return true;
    return false;
  }

  bool whose(const EventDraft& a, const EventDraft& b) const {
    for (const Party& x : a.targets)
      for (const Party& y : b.targets)
        if (owns(x, y) || owns(y, x)) return true;
    return false;
  }

  bool people(const EventDraft& draft) const {
    return std::all_of(draft.targets.begin(), draft.targets.end(),
                       [this](const Party& target) { return people(target); });
  }

  bool people(const Party& party) const {
    if (anybody(party.head) || singular_human(party.head)) return true;
    if (party.actor >= 0 && named(party)) return true;
    const auto& words = reading_.mentions.lower();
    for (std::uint32_t i = party.tokens.begin; i < party.tokens.end; ++i) {
      std::uint32_t n = 0;
      if (reading_.lexicon.match_agent(words, i, &n) != nullptr &&
          reading_.lexicon.noun_lemma(words[i + n - 1]) == party.head) {
        return true;
      }
    }
    return false;
  }

  bool named(const Party& party) const {
    return reading_.mentions.actors()[static_cast<std::size_t>(party.actor)].kind() ==
           v1::ActorKind::person;
  }

  std::optional<double> initiator_likeness(const EventDraft& a, const EventDraft& b) const {
    if (a.initiators.empty() || b.initiators.empty()) return 0;
    bool known = false;
    for (const Party& x : a.initiators) {
      for (const Party& y : b.initiators) {
        if (x.actor >= 0 && y.actor >= 0) {
          known = true;
          if (reading_.mentions.principal(x.actor) == reading_.mentions.principal(y.actor))
            return 1;
        } else if (x.head == y.head) {
          return 1;
        }
      }
    }
    if (!known) return -0.5;
    // Who did it may be in dispute; two sides that each shoot are two events.
    return a.definite ? std::optional(-1.0) : std::nullopt;
  }

  // --- what stands

  static bool blast_noise(const EventDraft& draft) {
    return draft.entry->noun && noise_noun(draft.entry->phrase);
  }

  // "Meanwhile, in Basra, rebels ...": not what was told before.
  bool elsewhere(const EventDraft& draft, const MergedEvent& event) const {
    if (draft.definite || draft.sentence == drafts_[event.mentions.back()].sentence) return false;
    const std::uint32_t body = reading_.document.sentences()[draft.sentence].body;
    const auto& words = reading_.mentions.lower();
    const auto word = [&](std::uint32_t i) { return i < words.size() ? words[i] : ""; };
    return one_of(word(body), {"meanwhile", "elsewhere", "separately"}) ||
           (word(body) == "in" && (one_of(word(body + 1), {"another", "other"}) ||
                                   (one_of(word(body + 1), {"a", "the"}) &&
                                    one_of(word(body + 2), {"separate", "second"}))));
  }

  // "planted a bomb": how it came to the explosion that is told.
  static bool lays(const EventDraft& draft) {
    const std::string_view phrase = draft.entry->phrase;
    return !draft.entry->noun && draft.mode == "explosives" &&
           one_of(phrase.substr(0, phrase.find(' ')), {"plant", "place", "lay", "fix", "attach"});
  }

  // People die of other things than attacks.
  static bool deaths_alone(const EventDraft& draft) {
    return one_of(draft.entry->phrase, {"die", "death"});
  }

  static bool substance(const EventDraft& draft) {
    return draft.place != nullptr || dated(draft) || !draft.targets.empty() ||
           !draft.initiators.empty() || counted(draft.killed) || counted(draft.injured) ||
           counted(draft.incidents);
  }

  // Enough is said to tell this event from others of its kind.
  bool pinned(const EventDraft& draft) const {
    if (!assault(draft)) return !draft.initiators.empty() || !draft.targets.empty();
    if (counted(draft.incidents) || counted(draft.killed) || counted(draft.injured)) return true;
    const bool somebody =
        std::any_of(draft.targets.begin(), draft.targets.end(),
                    [](const Party& target) { return target.actor >= 0 || !anybody(target.head); });
    if (draft.entry->noun && draft.plural) {
      return dated(draft) && (draft.place != nullptr || somebody);
    }
    if (campaign(draft)) return dated(draft);
    if (draft.mode == "destroy" && draft.initiators.empty()) {
      return dated(draft) && draft.place != nullptr;
    }
    return draft.place != nullptr || dated(draft) || somebody ||
           (!draft.entry->noun && !draft.initiators.empty() && !draft.targets.empty());
  }

  static bool campaign(const EventDraft& draft) {
    return draft.entry->noun && campaign_noun(draft.entry->phrase);
  }

  void settle(MergedEvent& event) const {
    EventDraft& told = event.told;
    std::sort(event.mentions.begin(), event.mentions.end());
    for (const std::size_t m : event.mentions) {
      if (assault(told) && actual(told) && actual(drafts_[m])) add_targets(drafts_[m], told);
    }
    event.stands = assault(told) ? pinned(told) : !told.initiators.empty() || !told.targets.empty();
    if (!actual(told) && told.initiators.empty() && told.targets.empty()) event.stands = false;
  }

  const Reading& reading_;
  const std::vector<EventDraft>& drafts_;
  std::vector<int> event_of_;
  std::vector<MergedEvent> events_;
};

}  // namespace

std::vector<MergedEvent> merge_drafts(const Reading& reading,
                                      const std::vector<EventDraft>& drafts) {
  return Merger(reading, drafts).run();
}

}  // namespace casus::extract
