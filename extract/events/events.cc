#include "extract/events/events.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string_view>

#include "extract/events/casualties.h"
#include "extract/events/figurative.h"
#include "extract/events/frames.h"
#include "extract/events/merge.h"
#include "extract/events/modality.h"
#include "extract/events/setting.h"
#include "extract/events/triggers.h"
#include "extract/events/words.h"
#include "extract/times/numbers.h"

namespace casus::extract {
namespace {

class Coder {
 public:
  Coder(Reading& reading, v1::ArticleAnnotation& annotation)
      : reading_(reading), document_(reading.document), annotation_(annotation) {
    words_.reserve(document_.tokens().size());
    for (const Token& token : document_.tokens()) words_.push_back(token.lower);
  }

  std::vector<EventMention> code() {
    const auto count = static_cast<std::uint32_t>(document_.sentences().size());
    for (std::uint32_t s = 0; s < count; ++s) {
      if (reading_.syntax[s]) read_sentence(s);
      read_tolls(s);
    }
    events_ = merge_drafts(reading_, drafts_);
    spread_tolls();
    std::vector<EventMention> mentions;
    for (std::size_t e = 0; e < events_.size(); ++e) {
      write(events_[e]);
      for (const std::size_t m : events_[e].mentions) {
        mentions.push_back({static_cast<int>(e), drafts_[m].trigger, drafts_[m].sentence});
      }
    }
    std::sort(mentions.begin(), mentions.end(), [](const EventMention& a, const EventMention& b) {
      return a.trigger.begin < b.trigger.begin;
    });
    return mentions;
  }

 private:
  void read_sentence(std::uint32_t s) {
    const EventSentence in(reading_, words_, s);
    std::vector<EventDraft> found = find_triggers(in);
    for (std::size_t i = 0; i < found.size(); ++i) fill_frame(in, found, i);
    for (EventDraft& draft : found) {
      read_sense(in, draft);
      fill_setting(in, draft);
      fill_modality(in, draft);
      read_series(draft);
    }
    const std::size_t base = drafts_.size();
    for (EventDraft& draft : found) {
      for (std::size_t& other : draft.same_as) other += base;
      drafts_.push_back(std::move(draft));
    }
  }

  static void read_sense(const EventSentence& in, EventDraft& draft) {
    switch (sense_of(in, draft)) {
      case Sense::literal:
        break;
      case Sense::figurative:
        draft.generic = true;
        break;
      case Sense::verbal:
        draft.type = "ACCUSE";
        draft.mode = "disapprove";
        draft.weapon.clear();
        break;
    }
  }

  // "over 66 attacks", "a series of raids", "dozens of strikes"
  void read_series(EventDraft& draft) const {
    if (!draft.entry->noun || !draft.plural) return;
    const std::uint32_t first = draft.phrase.begin >= 4 ? draft.phrase.begin - 4 : 0;
    for (std::uint32_t at = first; at < draft.trigger.begin; ++at) {
      const auto number = match_number(document_, at, draft.trigger.begin);
      if (!number) continue;
      const bool of = words_[number->tokens.end] == "of";
      const bool inside = number->tokens.end > draft.phrase.begin ||
                          (of && number->tokens.end + 1 >= draft.phrase.begin) ||
                          number->tokens.end == draft.phrase.begin;
      const bool zero = number->count.has_best() && number->count.best() == 0;
      if (inside && !zero && !noise_noun(draft.entry->phrase) &&
          nothing_between(number->tokens.end, draft.trigger.begin)) {
        draft.incidents = number->count;
        return;
      }
      at = number->tokens.end - 1;
    }
  }

  bool nothing_between(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      if (!document_[i].word && document_[i].text != "-") return false;
      if (reading_.mentions.at(i) == nullptr && document_[i].capital) return false;
    }
    return end - begin <= 5;
  }

  // The drafts of the sentence that is read, which are the last ones.
  std::span<EventDraft> of_sentence(std::uint32_t s) {
    std::size_t first = drafts_.size();
    while (first > 0 && drafts_[first - 1].sentence == s) --first;
    return std::span(drafts_).subspan(first);
  }

  // Counts go to the draft of their sentence whose word they stand with, else the nearest one.
  void read_tolls(std::uint32_t s) {
    const Sentence& sentence = document_.sentences()[s];
    if (sentence.question || sentence.heading) return;
    for (const Toll& toll : find_tolls(document_, reading_.lexicon, reading_.mentions, sentence)) {
      EventDraft* nearest = nullptr;
      std::uint32_t nearest_gap = kNone;
      for (EventDraft& draft : of_sentence(s)) {
        if (draft.type != "ASSAULT") continue;
        const std::uint32_t at = draft.trigger.begin;
        const std::uint32_t gap = at <= toll.harm ? toll.harm - at : 2 * (at - toll.harm);
        if (gap < nearest_gap) {
          nearest_gap = gap;
          nearest = &draft;
        }
      }
      if (nearest == nullptr) {
        loose_.push_back({s, toll});
        continue;
      }
      v1::Count& count = toll.killed ? nearest->killed : nearest->injured;
      if (!counted(count)) {
        count = toll.count;
        held_.push_back({static_cast<std::size_t>(nearest - drafts_.data()), toll});
      }
    }
    mark_outcomes(s);
  }

  // "12 people were killed", "left nine dead": the outcome of an attack told elsewhere, unless
  // somebody is said to have done it.
  void mark_outcomes(std::uint32_t s) {
    for (EventDraft& draft : of_sentence(s)) {
      if (!draft.entry->kills && !draft.entry->injures && draft.mode != "destroy") continue;
      if (!draft.entry->noun) draft.toll_only = draft.initiators.empty() && draft.weapon.empty();
      if (draft.mode == "destroy") continue;
      v1::Count& count = draft.entry->kills ? draft.killed : draft.injured;
      if (!counted(count)) count = victims_of(draft);
    }
  }

  // "the murder of the judge": one; "killed a cook and two drivers": three. Nothing where
  // one of them cannot be counted.
  v1::Count victims_of(const EventDraft& draft) const {
    v1::Count all;
    for (const Party& victim : draft.targets) {
      const v1::Count some = victims_in(victim);
      if (!counted(some) || (draft.targets.size() > 1 && !some.has_best())) {
        return draft.targets.size() == 1 ? some : v1::Count();
      }
      if (draft.targets.size() == 1) return some;
      all.set_best(all.best() + some.best());
    }
    return all;
  }

  v1::Count victims_in(const Party& victim) const {
    const auto number = match_number(document_, victim.tokens.begin, victim.tokens.end);
    if (number && number->tokens.end < victim.tokens.end) return number->count;
    v1::Count count;
    if (one_human(victim)) count.set_best(1);
    return count;
  }

  bool one_human(const Party& victim) const {
    if (victim.pronoun) return false;
    if (victim.actor >= 0) {
      const auto kind = reading_.mentions.actors()[static_cast<std::size_t>(victim.actor)].kind();
      if (kind == v1::ActorKind::person) return true;
    }
    const std::uint32_t last = victim.tokens.end - 1;
    if (words_[last] != victim.head) return false;
    std::uint32_t n = 0;
    const AgentEntry* agent = reading_.lexicon.match_agent(words_, last, &n);
    return (agent != nullptr && agent->person) || singular_human(victim.head);
  }

  // Tolls of sentences that name no attack belong to the one told just before.
  void spread_tolls() {
    std::vector<bool> told(drafts_.size(), false);
    for (const MergedEvent& event : events_) {
      for (const std::size_t m : event.mentions) told[m] = true;
    }
    for (const auto& [draft, toll] : held_) {
      if (!told[draft]) loose_.push_back({drafts_[draft].sentence, toll});
    }
    // A headline stands next to no sentence.
    std::erase_if(loose_, [this](const auto& loose) { return reading_.in_headline(loose.first); });
    // Actual attacks by the sentences that speak of them; of one sentence the last.
    std::map<std::uint32_t, MergedEvent*> told_in;
    for (MergedEvent& event : events_) {
      if (event.told.type != "ASSAULT" || event.told.modality != v1::Modality::actual) continue;
      for (const std::size_t m : event.mentions) told_in[drafts_[m].sentence] = &event;
    }
    for (const auto& [sentence, toll] : loose_) {
      auto before = told_in.upper_bound(sentence);
      if (before == told_in.begin()) continue;
      --before;
      // Of the only attack that is told, the toll may come much later.
      if (sentence - before->first > (told_in.size() == 1 ? 8 : 2)) continue;
      MergedEvent* last = before->second;
      v1::Count& count = toll.killed ? last->told.killed : last->told.injured;
      if (!counted(count)) {
        count = toll.count;
        more_evidence_.push_back({last, sentence});
      }
    }
  }

  void write(const MergedEvent& merged) {
    const EventDraft& told = merged.told;
    v1::Event& event = *annotation_.add_events();
    event.set_key("e" + std::to_string(annotation_.events_size()));
    event.set_type(std::string(told.type));
    event.set_mode(std::string(told.mode));
    event.set_modality(told.modality);
    event.set_certainty(told.certainty);
    *event.mutable_trigger() = reading_.span(told.trigger);
    *event.mutable_sentence() = span_of_sentence(told.sentence);
    if (told.date.since.known() && told.date.until.known()) {
      event.mutable_date()->set_earliest(format_day(told.date.since));
      event.mutable_date()->set_latest(format_day(told.date.until));
      event.set_date_certainty(told.date_certainty);
    }
    if (told.place != nullptr) {
      event.set_place(reading_.mentions.place_key(*told.place));
      event.set_place_certainty(told.place_certainty);
    }
    event.set_weapon(told.weapon);
    if (counted(told.killed)) *event.mutable_killed() = told.killed;
    if (counted(told.injured)) *event.mutable_injured() = told.injured;
    if (counted(told.incidents)) *event.mutable_incidents() = told.incidents;
    for (const Party& who : told.initiators) {
      v1::Initiator& initiator = *event.add_initiators();
      initiator.set_actor(reading_.mentions.actor_key(who.actor, who.tokens));
      initiator.set_text(who.text);
      *initiator.mutable_span() = reading_.span(who.tokens);
      initiator.set_status(who.status);
      initiator.set_certainty(who.certainty);
    }
    for (const Party& whom : told.targets) {
      v1::Target& target = *event.add_targets();
      target.set_actor(reading_.mentions.actor_key(whom.actor, whom.tokens));
      target.set_text(whom.text);
      *target.mutable_span() = reading_.span(whom.tokens);
      target.set_certainty(whom.certainty);
    }
    write_evidence(merged, event);
  }

  void write_evidence(const MergedEvent& merged, v1::Event& event) const {
    std::vector<std::uint32_t> sentences;
    for (const std::size_t m : merged.mentions) sentences.push_back(drafts_[m].sentence);
    for (const auto& [of, sentence] : more_evidence_) {
      if (of == &merged) sentences.push_back(sentence);
    }
    std::sort(sentences.begin(), sentences.end());
    sentences.erase(std::unique(sentences.begin(), sentences.end()), sentences.end());
    for (const std::uint32_t s : sentences) *event.add_evidence() = span_of_sentence(s);
  }

  v1::Span span_of_sentence(std::uint32_t s) const {
    return reading_.span(document_.sentences()[s]);
  }

  Reading& reading_;
  const Document& document_;
  v1::ArticleAnnotation& annotation_;
  std::vector<std::string_view> words_;
  std::vector<EventDraft> drafts_;
  std::vector<std::pair<std::size_t, Toll>> held_;     // by drafts
  std::vector<std::pair<std::uint32_t, Toll>> loose_;  // by sentences that tell of no attack
  std::vector<MergedEvent> events_;
  std::vector<std::pair<const MergedEvent*, std::uint32_t>> more_evidence_;
};

}  // namespace

bool has_trigger(const Document& document, const Sentence& sentence, const Lexicon& lexicon) {
  std::vector<std::string_view> words;
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    words.push_back(document[i].lower);
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::uint32_t n = 0;
    if (lexicon.match_trigger(words, i, false, &n) != nullptr ||
        lexicon.match_trigger(words, i, true, &n) != nullptr) {
      return true;
    }
  }
  return false;
}

std::vector<EventMention> code_events(Reading& reading, v1::ArticleAnnotation& annotation) {
  return Coder(reading, annotation).code();
}

}  // namespace casus::extract
