#include "extract/events/frames.h"

#include <algorithm>
#include <string>

#include "extract/events/parties.h"
#include "extract/events/weapon.h"
#include "extract/events/words.h"
#include "extract/mentions/others.h"
#include "extract/times/numbers.h"
#include "extract/times/times.h"
#include "graph/kinds.h"

namespace casus::extract {
namespace {

class Frame {
 public:
  Frame(const EventSentence& in, std::vector<EventDraft>& drafts, std::size_t which)
      : in_(in),
        drafts_(drafts),
        which_(which),
        draft_(drafts[which]),
        parties_(in, drafts, which) {}

  void fill() {
    if (draft_.entry->noun) {
      fill_noun();
    } else {
      fill_verb();
    }
    find_weapon(in_, draft_);
    const bool armed = parties_.assault() && !draft_.weapon.empty() && !draft_.targets.empty();
    if (draft_.entry->needs_actor && !armed && !names_actor()) draft_.generic = true;
    // "Sudan's war broke out": of whom against whom, nothing is told.
    if (draft_.entry->needs_actor && draft_.entry->reciprocal && parties_.assault() &&
        draft_.targets.empty() && draft_.initiators.size() < 2)
      draft_.generic = true;
  }

 private:
  bool names_actor() const {
    const auto somebody = [&](const Party& party) {
      if (party.actor >= 0) return true;
      std::uint32_t n = 0;
      const std::uint32_t last = party.tokens.end - 1;
      return in_.lexicon.match_agent(in_.words, last, &n) != nullptr;
    };
    return std::any_of(draft_.initiators.begin(), draft_.initiators.end(), somebody) ||
           std::any_of(draft_.targets.begin(), draft_.targets.end(), somebody);
  }

  // --- verbs

  void fill_verb() {
    const Clause& clause = *in_.clause(draft_.clause);
    if (takes_ground(clause)) {
      draft_.type = "ASSAULT";
      draft_.mode = {};
    }
    // "..., killing nine": the outcome of what was told just before.
    if (clause.form == Clause::Form::participle && !clause.passive &&
        (draft_.entry->kills || draft_.entry->injures || draft_.entry->mode == "destroy")) {
      tie_to_subject();
    }
    for (const std::string& slot : draft_.entry->initiator) {
      if (!suffered_before(clause) && fill(clause, slot, true)) break;
    }
    if (clause.passive && draft_.initiators.empty()) fill(clause, "subject", true);
    if (draft_.initiators.empty() && clause.form == Clause::Form::infinitive) {
      take_controller(clause);
    }
    for (const std::string& slot : draft_.entry->target) {
      if (fill(clause, slot, false)) break;
    }
    // A clause may name the event that it tells of: "were killed in an attack on the town".
    for (const Adjunct& adjunct : clause.adjuncts) {
      if (one_of(in_.words[adjunct.preposition],
                 {"in", "by", "during", "with", "from", "through"})) {
        if (!parties_.ties(adjunct.phrase, true)) parties_.natural(adjunct.phrase);
      }
    }
    if (clause.passive && parties_.assault()) tie_to_occasion(clause);
    if (arrests_a_thing(clause)) draft_.generic = true;
    if (draft_.targets.empty() && !parties_.assault()) take_target_from(draft_.trigger, true);
    if (draft_.targets.empty() && !parties_.assault()) take_target_from(reach(clause), false);
    if (draft_.entry->reciprocal) spread_reciprocal();
    turn_victims(clause);
    drop_self();
  }

  // "captured the town": no arrest, and no seizure of goods.
  bool takes_ground(const Clause& clause) const {
    if (!one_of(clause.lemma, {"capture", "seize", "occupy"})) return false;
    const std::vector<Phrase>& taken = clause.passive ? clause.subjects : clause.objects;
    return std::any_of(taken.begin(), taken.end(), [&](const Phrase& phrase) {
      const Mention* name = in_.reading.mentions.at(phrase.head);
      if (name != nullptr) {  // "seized a Bolivia-bound boat" names no place
        return name->place != nullptr && !name->demonym && !name->person &&
               !one_of(in_.word(phrase.tokens.begin), {"a", "an"}) &&
               !one_of(in_.word(name->tokens.begin - 1), {"a", "an"});
      }
      return ground(in_.lexicon.noun_lemma(in_.words[phrase.head]));
    });
  }

  // "held talks", "picked up speed": only people are arrested.
  bool arrests_a_thing(const Clause& clause) const {
    return draft_.mode == "arrest" && draft_.targets.empty() && !clause.passive &&
           !clause.objects.empty();
  }

  // "will greet him in Cuzco": nobody deals with himself; the pronoun is another.
  void drop_self() {
    if (parties_.assault() || draft_.entry->reciprocal) return;
    std::erase_if(draft_.targets, [&](const Party& whom) {
      return std::any_of(draft_.initiators.begin(), draft_.initiators.end(), [&](const Party& who) {
        return who.tokens.overlaps(whom.tokens) || (who.actor >= 0 && who.actor == whom.actor);
      });
    });
  }

  // "was rammed by a gunboat, drowning a cook", "were killed in fighting": who suffers the one does
  // not do the other.
  bool suffered_before(const Clause& clause) const {
    if (clause.form != Clause::Form::participle && clause.form != Clause::Form::gerund) {
      return false;
    }
    std::uint32_t before = (clause.group.empty() ? clause.verb : clause.group.begin) - 1;
    while (in_.part(before) == PartOfSpeech::adverb) --before;
    if (clause.subjects.empty() || !one_of(in_.word(before), {",", "in", "during"})) return false;
    const std::uint32_t subject = clause.subjects.front().head;
    return std::any_of(drafts_.begin(), drafts_.end(), [&](const EventDraft& other) {
      const Clause* told = other.entry->noun ? nullptr : in_.clause(other.clause);
      return told != nullptr && told->passive && told->verb < clause.verb &&
             std::any_of(told->subjects.begin(), told->subjects.end(),
                         [&](const Phrase& phrase) { return phrase.head == subject; });
    });
  }

  // "ten dead and two porters injured": without an object, the victims are what stands before.
  void turn_victims(const Clause& clause) {
    if ((!draft_.entry->kills && !draft_.entry->injures) || clause.passive ||
        !clause.objects.empty() || !draft_.targets.empty()) {
      return;
    }
    if (in_.words[clause.verb].ends_with("ed")) draft_.targets.swap(draft_.initiators);
  }

  // "were killed and others wounded when their patrol was ambushed": one event.
  void tie_to_occasion(const Clause& clause) {
    const auto harm = [&](const EventDraft& draft) {
      return draft.entry->kills || draft.entry->injures;
    };
    if (!harm(draft_)) return;
    for (std::size_t i = which_ + 1; i < drafts_.size(); ++i) {
      const EventDraft& other = drafts_[i];
      if (other.entry->noun || other.type != draft_.type) continue;
      const std::uint32_t verb = in_.clause(other.clause)->verb;
      bool occasion = false;
      for (std::uint32_t at = clause.verb + 1; at < verb && !occasion; ++at) {
        const bool as = in_.words[at] == "as" && in_.part(at) != PartOfSpeech::preposition;
        if (as || in_.words[at] == "when")
          occasion = true;
        else if (in_.clause_of_verb(at) >= 0 && !coordinated_harm(at))
          return;
      }
      if (occasion) draft_.same_as.push_back(i);
      if (occasion || !harm(other)) return;
    }
  }

  // The verb of another draft that tells of victims.
  bool coordinated_harm(std::uint32_t verb) const {
    return std::any_of(drafts_.begin(), drafts_.end(), [&](const EventDraft& draft) {
      return !draft.entry->noun && draft.trigger.contains(verb) &&
             (draft.entry->kills || draft.entry->injures);
    });
  }

  // "she is willing to pardon": who is willing forgives.
  void take_controller(const Clause& clause) {
    const Clause* governor =
        clause.governor == kNone ? nullptr : in_.clause(static_cast<int>(clause.governor));
    if (!clause.subjects.empty() || governor == nullptr || governor->lemma != "be") return;
    for (const Phrase& phrase : governor->subjects) parties_.add_initiator(phrase);
  }

  // What follows the verb, up to the next clause that says something of its own.
  Range reach(const Clause& clause) const {
    std::uint32_t end = in_.end();
    for (const Clause& other : in_.syntax.clauses) {
      if (other.verb <= clause.verb || other.form != Clause::Form::finite) continue;
      std::uint32_t begin = other.group.empty() ? other.verb : other.group.begin;
      for (const Phrase& subject : other.subjects) {
        if (subject.tokens.begin > clause.verb) begin = std::min(begin, subject.tokens.begin);
      }
      const bool content =
          std::any_of(clause.content.begin(), clause.content.end(),
                      [&](const Range& range) { return range.contains(other.verb); });
      if (!content && begin > clause.verb) end = std::min(end, begin);
    }
    return {draft_.trigger.end, std::max(end, draft_.trigger.end)};
  }

  // "agreed to return the ship to Norway": whom an act that is no violence is about. Within the
  // trigger ("praised Haiti's efforts", "deployed troops") only who is `known` is another.
  void take_target_from(Range range, bool known) {
    const int self = draft_.initiators.empty() ? -1 : draft_.initiators.front().actor;
    for (Referent& other : others_in(in_.reading, {range}, self, !known)) {
      if (known && other.actor < 0) continue;
      Party whom;
      whom.actor = other.actor;
      whom.tokens = other.tokens;
      whom.text = std::move(other.text);
      whom.head = in_.lexicon.noun_lemma(in_.words[other.tokens.end - 1]);
      const bool acts = std::any_of(draft_.initiators.begin(), draft_.initiators.end(),
                                    [&](const Party& initiator) {
                                      return initiator.tokens.overlaps(whom.tokens) ||
                                             (whom.actor >= 0 && initiator.actor == whom.actor);
                                    });
      if (!acts) parties_.add(draft_.targets, std::move(whom));
    }
  }

  // Logical roles: the subject of a passive is its object, the agent its subject.
  bool fill(const Clause& clause, std::string_view slot, bool initiator) {
    bool filled = false;
    const auto take = [&](const std::vector<Phrase>& phrases) {
      for (const Phrase& found : phrases) {
        const Phrase phrase = before_preposition(found);
        // "How many the bomb killed he did not say"
        if (!initiator && one_of(in_.words[phrase.head], {"he", "she", "they", "we", "i"}) &&
            phrase.head > clause.verb)
          continue;
        filled =
            (initiator ? parties_.add_initiator(phrase) : parties_.add_target(phrase)) || filled;
      }
    };
    if (slot == "subject") {
      take(clause.passive ? clause.agents : clause.subjects);
    } else if (slot == "object") {
      take(clause.passive ? clause.subjects : clause.objects);
      for (const Adjunct& adjunct : clause.adjuncts) {  // "ripped through a bus"
        if (!filled && !initiator && draft_.trigger.contains(adjunct.preposition)) {
          filled = parties_.add_target(adjunct.phrase);
        }
      }
    } else if (slot == "agent") {
      take(clause.agents);
    } else {
      for (const Adjunct& adjunct : clause.adjuncts) {
        // "fired missiles at Kharkiv": a verb of aiming hits a place.
        const bool aimed = !initiator && slot == "at" && draft_.entry->target.front() == "at";
        if (in_.words[adjunct.preposition] != slot || (!aimed && only_where(adjunct))) continue;
        filled = (initiator ? parties_.add_initiator(adjunct.phrase)
                            : parties_.add_target(adjunct.phrase)) ||
                 filled;
      }
      if (!initiator && !filled && thing_is_subject(clause)) filled = fill_around(clause, slot);
    }
    return filled;
  }

  // "The bomb ... was planted by rebels": the entry is "plant a bomb".
  bool thing_is_subject(const Clause& clause) const {
    return clause.passive && draft_.trigger.size() == 1 &&
           draft_.entry->phrase.find(' ') != std::string::npos;
  }

  // "The fire [in the mill] was set by rebels": where the thing is stands with it.
  bool fill_around(const Clause& clause, std::string_view slot) {
    for (std::uint32_t at = in_.begin(); at < clause.verb; ++at) {
      if (in_.words[at] != slot) continue;
      const bool board = slot == "on" && in_.word(at + 1) == "board";
      if (const auto where = in_.phrase_from(at + (board ? 2 : 1))) {
        if (parties_.add_target(*where)) return true;
      }
    }
    return false;
  }

  // "The embassy in Baghdad was hit": the embassy, though the name stands nearer to the verb.
  Phrase before_preposition(Phrase phrase) const {
    for (int depth = 0; depth < 3 && phrase.tokens.begin > in_.begin() + 1; ++depth) {
      const std::uint32_t preposition = phrase.tokens.begin - 1;
      if (in_.part(preposition) != PartOfSpeech::preposition) break;
      const auto outer = std::find_if(in_.syntax.phrases.begin(), in_.syntax.phrases.end(),
                                      [&](const Phrase& p) { return p.tokens.end == preposition; });
      if (outer == in_.syntax.phrases.end() || in_.part(outer->head) == PartOfSpeech::pronoun)
        break;
      phrase = *outer;
    }
    return phrase;
  }

  // "the blast in Basra": where it was, and not what was hit.
  bool only_where(const Adjunct& adjunct) const {
    if (!one_of(in_.words[adjunct.preposition], {"in", "at", "near", "outside", "over"}))
      return false;
    const Mention* mention = in_.reading.mentions.at(adjunct.phrase.head);
    return mention != nullptr && mention->place != nullptr && !mention->demonym;
  }

  // "Troops clashed with rebels": both did it, and to one another.
  void spread_reciprocal() {
    if (!parties_.assault()) return;
    if (draft_.initiators.size() > 1 && draft_.targets.empty()) {
      draft_.targets = {draft_.initiators.begin() + 1, draft_.initiators.end()};
      draft_.initiators.resize(1);
    }
  }

  // --- nouns

  void fill_noun() {
    if (told_in_apposition()) tie_to_subject();
    for (const std::string& slot : draft_.entry->initiator) {
      if (fill_tail(slot, true)) break;
    }
    for (const std::string& slot : draft_.entry->target) {
      if (fill_tail(slot, false)) break;
    }
    read_modifiers();
    read_governing_verb();
    drop_self();
  }

  // "..., an attack that nobody claimed", "..., in an attack blamed on rebels"
  bool told_in_apposition() const {
    if (draft_.another || draft_.definite || draft_.plural ||
        !one_of(in_.word(draft_.phrase.begin), {"a", "an"})) {
      return false;
    }
    const std::uint32_t before = draft_.phrase.begin - 1;
    return in_.word(before) == "," || (in_.word(before) == "in" && in_.word(before - 1) == ",");
  }

  bool fill_tail(std::string_view slot, bool initiator) {
    bool filled = false;
    for (const Adjunct& adjunct : in_.tail_of(draft_.trigger.end)) {
      const std::string_view preposition = in_.words[adjunct.preposition];
      const bool fits = preposition == slot || (slot == "agent" && preposition == "by") ||
                        (slot == "on" && one_of(preposition, {"upon", "targeting"}));
      if (!fits || (!initiator && only_where(adjunct))) continue;
      filled = (initiator ? parties_.add_initiator(adjunct.phrase)
                          : parties_.add_target(adjunct.phrase)) ||
               filled;
      // "on a bus and a car": what follows an "and" as a phrase of its own.
      for (std::uint32_t at = adjunct.phrase.tokens.end; filled && in_.word(at) == "and";) {
        const auto next = in_.phrase_from(at + 1);
        if (!next || in_.slot_of(next->head).name == "subject") break;
        if (!(initiator ? parties_.add_initiator(*next) : parties_.add_target(*next))) break;
        at = next->tokens.end;
      }
      if (filled) break;
    }
    return filled;
  }

  // What stands before the noun: "Israel's", "Kenyan", "guerrilla", "embassy".
  void read_modifiers() {
    std::uint32_t at = draft_.phrase.begin;
    for (std::uint32_t i = draft_.phrase.begin; i < draft_.trigger.begin; ++i) {
      if (!one_of(in_.words[i], {"'s", "'", "’s", "’"})) continue;
      const Range owner{draft_.phrase.begin, i};
      if (!owner.empty()) read_possessor({i - 1, owner});
      at = i + 1;
    }
    for (; at < draft_.trigger.begin; ++at) {
      const Mention* mention = in_.reading.mentions.at(at);
      if (mention != nullptr && mention->actor >= 0 && modifier_actor(*mention)) {
        Party who;
        who.actor = mention->actor;
        who.tokens = mention->tokens;
        who.text = in_.document.text_of(mention->tokens);
        who.head = in_.lexicon.noun_lemma(in_.words[mention->tokens.end - 1]);
        // "the Lockerbie bombing": a place is hit, an actor acts.
        if (mention->place != nullptr && !mention->demonym && !mention->metonym &&
            !one_of(in_.document[at].text, {"US", "U.S.", "UN", "U.N.", "NATO", "UK"})) {
          if (parties_.assault() && draft_.targets.empty())
            parties_.add(draft_.targets, std::move(who));
        } else if (draft_.initiators.empty()) {
          parties_.add(draft_.initiators, std::move(who));
        }
        at = mention->tokens.end - 1;
        continue;
      }
      if (in_.part(at) != PartOfSpeech::noun) continue;
      std::uint32_t n = 0;
      const Phrase word{at, {at, at + 1}};
      if (in_.lexicon.match_weapon(in_.words, at, &n) != nullptr) continue;
      if (const AgentEntry* agent = in_.lexicon.match_agent(in_.words, at, &n)) {
        if (agent->noun != "terrorist" && draft_.initiators.empty() && !agent->person) {
          parties_.add_initiator({at + n - 1, {at, at + n}});
        }
        at += std::max(n, 1U) - 1;
      } else if (parties_.assault() && draft_.targets.empty() && at + 1 == draft_.trigger.begin &&
                 parties_.thing(word) && !manner_noun(in_.words[at])) {
        parties_.add_target(word);
      }
    }
  }

  // "Iranian-backed" acts for nobody.
  bool modifier_actor(const Mention& mention) const {
    return in_.reading.mentions.actors()[static_cast<std::size_t>(mention.actor)].kind() !=
               v1::ActorKind::unknown &&
           in_.words[mention.tokens.end - 1].find('-') == std::string_view::npos;
  }

  void read_possessor(const Phrase& owner) {
    if (match_time(in_.document, owner.tokens.begin, owner.tokens.end, in_.reading.published)) {
      return;
    }
    const bool done_to =
        draft_.entry->kills || draft_.entry->mode == "abduct" || draft_.entry->mode == "targeted";
    const Referent referent = in_.reading.mentions.resolve(owner);
    if (done_to && referent.person) {
      parties_.add_target(owner);
    } else if (draft_.initiators.empty()) {
      parties_.add_initiator(owner);
    }
  }

  void read_governing_verb() {
    const EventSentence::Slot slot = in_.slot_of(draft_.trigger.begin);
    const Clause* clause = in_.clause(slot.clause);
    if (clause == nullptr) return;
    if (one_of(clause->lemma, {"mark", "constitute", "represent", "become"})) tie_to_subject();
    const bool light = light_verb(clause->lemma);
    if (slot.name == "object" && light && draft_.initiators.empty()) {
      for (const Phrase& phrase : clause->subjects) parties_.add_initiator(phrase);
    } else if (slot.name == "subject" && clause->passive && light && draft_.initiators.empty()) {
      for (const Phrase& phrase : clause->agents) parties_.add_initiator(phrase);
    } else if (suffers(*clause, slot.name) && draft_.targets.empty()) {
      for (const Phrase& phrase : clause->subjects) parties_.add_target(phrase);
    }
    if (slot.name == "subject" && clause->passive) read_attribution(*clause);
    if (slot.name == "subject" && weapon_lands(*clause)) {
      for (const Adjunct& adjunct : clause->adjuncts) {
        if (one_of(in_.words[adjunct.preposition], {"on", "into", "at", "near", "inside"}) &&
            draft_.targets.empty() && !only_where(adjunct)) {
          parties_.add_target(adjunct.phrase);
        }
      }
    }
    // What the verb adds: "launched a strike against the camp".
    if ((slot.name == "object" || slot.name == "subject") && light) {
      for (const std::string& name : draft_.entry->target) {
        if (!draft_.targets.empty()) break;
        for (const Adjunct& adjunct : clause->adjuncts) {
          if (in_.words[adjunct.preposition] == name &&
              adjunct.preposition > draft_.trigger.begin) {
            parties_.add_target(adjunct.phrase);
          }
        }
      }
    }
  }

  // "came under attack", "sustained a blow", "died of torture"
  bool suffers(const Clause& clause, std::string_view slot) const {
    if (clause.lemma == "die") return one_of(slot, {"of", "from", "under", "as"});
    return (slot == "object" || slot == "under") && suffering_verb(clause.lemma);
  }

  // "an attack claimed by X", "an attack blamed on X"
  void read_attribution(const Clause& clause) {
    const bool claimed = clause.lemma == "claim";
    const bool blamed = one_of(clause.lemma, {"blame", "attribute", "ascribe", "pin"});
    if ((!claimed && !blamed) || !draft_.initiators.empty()) return;
    if (claimed) {
      for (const Phrase& phrase : clause.agents) parties_.add_initiator(phrase);
    }
    for (const Adjunct& adjunct : clause.adjuncts) {
      if (blamed && one_of(in_.words[adjunct.preposition], {"on", "to"})) {
        parties_.add_initiator(adjunct.phrase);
      }
    }
    for (Party& who : draft_.initiators) {
      who.status = claimed ? v1::InitiatorStatus::claimed : v1::InitiatorStatus::alleged;
    }
  }

  // "a shell landed on the school"
  bool weapon_lands(const Clause& clause) const {
    std::uint32_t n = 0;
    return landing_verb(clause.lemma) &&
           in_.lexicon.match_weapon(in_.words, draft_.trigger.begin, &n) != nullptr;
  }

  // "..., marking another attack on the city": what was told just before.
  void tie_to_subject() {
    for (std::size_t i = which_; i-- > 0;) {
      if (drafts_[i].type != draft_.type) continue;
      draft_.same_as.push_back(i);
      return;
    }
  }

  const EventSentence& in_;
  std::vector<EventDraft>& drafts_;
  std::size_t which_;
  EventDraft& draft_;
  PartyFiller parties_;
};

}  // namespace

void fill_frame(const EventSentence& in, std::vector<EventDraft>& drafts, std::size_t which) {
  Frame(in, drafts, which).fill();
}

}  // namespace casus::extract
