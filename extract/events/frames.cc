#include "extract/events/frames.h"

#include <algorithm>
#include <string>

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
      : in_(in), drafts_(drafts), which_(which), draft_(drafts[which]) {}

  void fill() {
    if (draft_.entry->noun) {
      fill_noun();
    } else {
      fill_verb();
    }
    find_weapon(in_, draft_);
    const bool armed = assault() && !draft_.weapon.empty() && !draft_.targets.empty();
    if (draft_.entry->needs_actor && !armed && !names_actor()) draft_.generic = true;
    // "Sudan's war broke out": of whom against whom, nothing is told.
    if (draft_.entry->needs_actor && draft_.entry->reciprocal && assault() &&
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

  // --- phrases

  // "last year two surveyors": a time that ran into the phrase is no part of it.
  Phrase cleared(Phrase phrase) const {
    const auto time =
        match_time(in_.document, phrase.tokens.begin, phrase.tokens.end, in_.reading.published);
    if (time && time->tokens.end <= phrase.head) phrase.tokens.begin = time->tokens.end;
    // "Eritrean armed formations": the grammar may begin a phrase after its participle.
    if (in_.word(phrase.tokens.begin - 1) == "armed") {
      const Mention* people = in_.reading.mentions.at(phrase.tokens.begin - 2);
      if (people != nullptr && people->demonym) phrase.tokens.begin = people->tokens.begin;
    }
    // "hundreds of students": students.
    const std::uint32_t of = phrase.head + 1;
    if (phrase.tokens.contains(of + 1) && in_.words[of] == "of" &&
        match_number(in_.document, phrase.head, of)) {
      std::uint32_t end = of + 1;
      while (end < phrase.tokens.end && in_.words[end] != "of") ++end;
      phrase.head = end - 1;
    }
    return phrase;
  }

  Party party(const Phrase& phrase) {
    const Referent referent = in_.reading.mentions.resolve(phrase);
    Party party;
    party.actor = referent.actor;
    party.tokens = referent.tokens.empty() ? phrase.tokens : referent.tokens;
    party.text =
        referent.text.empty() ? std::string(in_.document.text_of(phrase.tokens)) : referent.text;
    party.head = in_.lexicon.noun_lemma(in_.words[phrase.head]);
    party.pronoun = referent.pronoun;
    if (party.pronoun && party.actor >= 0) name_antecedent(party, phrase.head);
    if (const Mention* name = name_after(phrase)) {
      party.actor = name->actor;
      party.tokens.end = name->tokens.end;
      party.text = in_.document.text_of(party.tokens);
    }
    return party;
  }

  // "a young man, | Omar Hassan, | was shot": the name of whom the phrase describes.
  const Mention* name_after(const Phrase& phrase) const {
    const std::uint32_t comma = phrase.tokens.end;
    const Mention* name = in_.word(comma) == "," ? in_.reading.mentions.at(comma + 1) : nullptr;
    if (name == nullptr || name->actor < 0 || name->tokens.begin != comma + 1) return nullptr;
    const auto& actor = in_.reading.mentions.actors()[static_cast<std::size_t>(name->actor)];
    if (actor.kind() != v1::ActorKind::person && actor.kind() != v1::ActorKind::unknown) {
      return nullptr;
    }
    // In "a guard, Omar Hassan and a clerk" names and nouns are a list.
    const std::string_view after = in_.word(name->tokens.end);
    if (!after.empty() && !one_of(after, {",", ".", "\"", "”"})) return nullptr;
    const AgentEntry* agent = in_.agent_noun(phrase);
    const bool one = in_.lexicon.noun_lemma(in_.words[phrase.head]) == in_.words[phrase.head];
    const bool human =
        (agent != nullptr && agent->person) || singular_human(in_.words[phrase.head]);
    return one && human ? name : nullptr;
  }

  // "it" says nothing of who it was: the words by which they were named last do.
  void name_antecedent(Party& party, std::uint32_t pronoun) const {
    const auto& all = in_.reading.mentions.all();
    auto before = std::lower_bound(
        all.begin(), all.end(), pronoun,
        [](const Mention& mention, std::uint32_t at) { return mention.tokens.begin < at; });
    for (int back = 0; before != all.begin() && back < 64; ++back) {
      --before;
      if (before->actor != party.actor) continue;
      party.tokens = before->tokens;
      party.text = in_.document.text_of(before->tokens);
      return;
    }
  }

  // Ties the draft to an event that the phrase names; false if it names none.
  // `same`: as its cause or its means, so that both are one; what is answered is another event.
  bool ties(const Phrase& phrase, bool same) {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (i == which_ || !drafts_[i].entry->noun || !drafts_[i].trigger.contains(phrase.head)) {
        continue;
      }
      if (same && drafts_[i].type == draft_.type) draft_.same_as.push_back(i);
      return true;
    }
    return false;
  }

  // A vehicle or weapon with its owner before it: "Kenyan jets", "Israel's artillery".
  bool owner_of(const Phrase& phrase, Party& owner) {
    for (std::uint32_t i = phrase.tokens.begin; i < phrase.head; ++i) {
      const Mention* mention = in_.reading.mentions.at(i);
      if (mention == nullptr || mention->actor < 0) continue;
      owner.actor = mention->actor;
      owner.tokens = phrase.tokens;
      owner.text = in_.document.text_of({i, phrase.tokens.end});
      owner.tokens.begin = i;
      owner.head = in_.lexicon.noun_lemma(in_.words[phrase.head]);
      return true;
    }
    return false;
  }

  bool add_initiator(const Phrase& found) {
    const Phrase phrase = cleared(found);
    if (ties(phrase, true) || natural(phrase)) return false;
    if (in_.weapon(phrase) != nullptr) {
      take_weapon(in_, phrase, draft_);
      Party owner;
      if (!owner_of(phrase, owner)) return false;
      return add(draft_.initiators, std::move(owner));
    }
    if (negated_phrase(phrase) || reflexive(phrase)) return false;
    Party who = party(phrase);
    const Referent referent = in_.reading.mentions.resolve(phrase);
    if (who.pronoun && (who.actor < 0 || crowd(phrase, who.actor))) {
      const Phrase* named = who.actor < 0 ? in_.speaker_behind(phrase.head) : nullptr;
      if (named == nullptr && assault() && in_.words[phrase.head] == "they") {
        named = fighters_before(phrase.head);
      }
      return named != nullptr && add_initiator(*named);
    }
    if (!in_.actor_like(phrase, referent) && !of_a_people(phrase) &&
        (assault() || !named_body(phrase))) {
      return false;
    }
    if (who.pronoun && unknown_kind(who.actor)) return false;
    // "people", "a man": anybody.
    if (assault() && who.actor < 0 && who.tokens.size() == 1 && anybody(who.head)) return false;
    if (who.actor < 0 && arm_of_state(who.head)) who.actor = people_of(phrase);
    who.actor = state_behind(who.actor);
    if (flies(who.head) && one_of(draft_.mode, {"", "explosives"})) draft_.mode = "aerial";
    return add(draft_.initiators, std::move(who));
  }

  // "the back gate of the palace": the palace.
  Phrase whole_of(Phrase phrase) const {
    if (!assault() || !part_noun(in_.lexicon.noun_lemma(in_.words[phrase.head]))) return phrase;
    for (std::uint32_t i = phrase.head; i > phrase.tokens.begin + 1; --i) {  // "his home's door"
      if (one_of(in_.words[i], {"'s", "’s"})) return {i - 1, {phrase.tokens.begin, i}};
    }
    const std::uint32_t of = phrase.head + 1;
    if (!phrase.tokens.contains(of + 1) || in_.words[of] != "of") return phrase;
    phrase.tokens.begin = of + 1;
    std::uint32_t end = of + 1;
    while (end < phrase.tokens.end && in_.part(end) != PartOfSpeech::preposition) ++end;
    phrase.head = end - 1;
    return phrase;
  }

  bool add_target(const Phrase& found) {
    const Phrase phrase = whole_of(cleared(found));
    // "lifted a ban on rallies": the noun is a part of what is done.
    if (!assault() && draft_.trigger.contains(phrase.head)) return false;
    if (ties(phrase, false)) return false;
    if (in_.weapon(phrase) != nullptr && assault() && !is_vehicle(phrase)) {
      take_weapon(in_, phrase, draft_);
      return false;
    }
    if (match_time(in_.document, phrase.tokens.begin, phrase.tokens.end, in_.reading.published) ||
        negated_phrase(phrase) || reflexive(phrase)) {
      return false;
    }
    Party whom = party(phrase);
    if (whom.pronoun && (whom.actor < 0 || crowd(phrase, whom.actor))) return false;
    const bool somebody = in_.actor_like(phrase, in_.reading.mentions.resolve(phrase));
    if (!assault() && !somebody && !protested_against(phrase)) return false;
    if (!somebody && !thing(phrase)) return false;
    const Range hit = phrase.tokens;
    if (!add(draft_.targets, std::move(whom))) return false;
    add_passengers(hit);
    return true;
  }

  // "a bus carrying teachers": the teachers, too.
  void add_passengers(Range vehicle) {
    if (!assault() || !one_of(in_.word(vehicle.end), {"carrying", "taking", "transporting",
                                                      "ferrying", "bringing", "driving"})) {
      return;
    }
    const auto who = in_.phrase_from(vehicle.end + 1);
    if (who && in_.actor_like(*who, in_.reading.mentions.resolve(*who))) {
      add(draft_.targets, party(cleared(*who)));
    }
  }

  // "a march against the dam"
  bool protested_against(const Phrase& phrase) const {
    std::uint32_t at = phrase.tokens.begin;
    while (at > in_.begin() && in_.part(at - 1) == PartOfSpeech::determiner) --at;
    return draft_.type == "PROTEST" && at > in_.begin() && in_.words[at - 1] == "against";
  }

  bool add(std::vector<Party>& slot, Party who) {
    for (const Party& known : slot) {
      if (known.tokens.overlaps(who.tokens)) return true;
    }
    slot.push_back(std::move(who));
    return true;
  }

  bool assault() const { return draft_.type == "ASSAULT"; }

  // "killed by the earthquake" is no attack.
  bool natural(const Phrase& phrase) {
    bool found = false;
    for (std::uint32_t i = phrase.tokens.begin; i < phrase.tokens.end; ++i) {
      found = found || natural_cause(in_.lexicon.noun_lemma(in_.words[i]));
    }
    if (found) draft_.generic = true;
    return found;
  }

  bool reflexive(const Phrase& phrase) const {
    return one_of(in_.words[phrase.head],
                  {"itself", "himself", "herself", "themselves", "each", "other"});
  }

  // "They were shot": no state, whatever was named before.
  bool crowd(const Phrase& phrase, int actor) const {
    const auto kind = in_.reading.mentions.actors()[static_cast<std::size_t>(actor)].kind();
    return assault() && one_of(in_.words[phrase.head], {"they", "them"}) &&
           one_of(name_of(kind), {"country", "intergovernmental", "unknown"});
  }

  bool unknown_kind(int actor) const {
    return actor < 0 || in_.reading.mentions.actors()[static_cast<std::size_t>(actor)].kind() ==
                            v1::ActorKind::unknown;
  }

  // "Armenian gunners", "Russian aircraft": whoever they are, they are somebody's.
  bool of_a_people(const Phrase& phrase) const {
    return people_of(phrase) >= 0 && thing(phrase) &&
           (in_.words[phrase.head].ends_with("s") || is_vehicle(phrase) ||
            arm_of_state(in_.words[phrase.head]));
  }

  // "Sudanese troops", a body without a name of its own: the state. -1 stays -1.
  int state_behind(int actor) const {
    if (actor < 0) return actor;
    const v1::Actor& body = in_.reading.mentions.actors()[static_cast<std::size_t>(actor)];
    const bool unnamed = body.kind() == v1::ActorKind::military &&
                         body.name().ends_with(" Armed Forces") && !body.affiliation().empty();
    const int owner = unnamed ? in_.reading.mentions.find(body.affiliation()) : -1;
    return owner < 0 ? actor : owner;
  }

  // The people whose adjective stands before the noun: "Armenian [armed] formations"; -1 if none.
  int people_of(const Phrase& phrase) const {
    for (std::uint32_t i = phrase.head; i > phrase.tokens.begin;) {
      const Mention* mention = in_.reading.mentions.at(--i);
      if (mention != nullptr) return mention->demonym ? mention->actor : -1;
    }
    return -1;
  }

  // "They burned the bridge": the fighters who acted in the clause before.
  const Phrase* fighters_before(std::uint32_t pronoun) const {
    for (std::uint32_t back = 0; back <= 2 && back <= in_.index; ++back) {
      const auto& syntax = in_.reading.syntax[in_.index - back];
      if (!syntax) continue;
      for (auto clause = syntax->clauses.rbegin(); clause != syntax->clauses.rend(); ++clause) {
        for (const Phrase& subject : clause->subjects) {
          if (subject.head < pronoun && !clause->passive && fighters(subject)) return &subject;
        }
      }
    }
    return nullptr;
  }

  // "rebels", "a big band of rebels"
  bool fighters(const Phrase& phrase) const {
    for (std::uint32_t i = phrase.tokens.begin; i < phrase.tokens.end; ++i) {
      std::uint32_t n = 0;
      const AgentEntry* agent = in_.lexicon.match_agent(in_.words, i, &n);
      if (agent == nullptr) continue;
      i += n - 1;
      const bool armed =
          agent->kind == v1::ActorKind::armed_group || agent->kind == v1::ActorKind::military;
      if (armed && in_.lexicon.noun_lemma(in_.words[i]) != in_.words[i]) return true;
    }
    return false;
  }

  // "Delegates of the Guild of Weavers", "the Baltic forum", "a circle of Sami elders": no
  // entry of the lexicon, but what acts by its name or its people.
  bool named_body(const Phrase& phrase) const {
    if (!thing(phrase)) return false;
    std::uint32_t n = 0;
    for (std::uint32_t i = phrase.tokens.begin; i < phrase.tokens.end; ++i) {
      if (in_.words[i] == "in" || in_.words[i] == "at") return false;
      const Mention* mention = in_.reading.mentions.at(i);
      if (mention != nullptr && mention->actor >= 0) return true;
      if (in_.part(i) == PartOfSpeech::name) return true;
      if (in_.lexicon.match_agent(in_.words, i, &n) != nullptr) return true;
    }
    return false;
  }

  bool negated_phrase(const Phrase& phrase) const {
    return one_of(in_.words[phrase.tokens.begin], {"no", "nobody", "none", "neither", "nothing"});
  }

  // What can be hit is a noun, and no abstract one.
  bool thing(const Phrase& phrase) const {
    const PartOfSpeech part = in_.part(phrase.head);
    if (part != PartOfSpeech::noun && part != PartOfSpeech::name && part != PartOfSpeech::unknown) {
      return false;
    }
    return !no_target(in_.words[phrase.head]) &&
           !no_target(in_.lexicon.noun_lemma(in_.words[phrase.head]));
  }

  bool is_vehicle(const Phrase& phrase) const {
    return one_of(in_.lexicon.noun_lemma(in_.words[phrase.head]),
                  {"aircraft", "plane", "jet", "helicopter", "tank", "warplane", "warship", "ship",
                   "boat", "gunboat", "drone", "vehicle", "car", "truck", "launcher", "battery"});
  }

  // --- verbs

  void fill_verb() {
    const Clause& clause = *in_.clause(draft_.clause);
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
        if (!ties(adjunct.phrase, true)) natural(adjunct.phrase);
      }
    }
    if (clause.passive && assault()) tie_to_occasion(clause);
    if (draft_.targets.empty() && !assault()) take_target_from(draft_.trigger, true);
    if (draft_.targets.empty() && !assault()) take_target_from(reach(clause), false);
    if (draft_.entry->reciprocal) spread_reciprocal();
    turn_victims(clause);
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
    for (const Phrase& phrase : governor->subjects) add_initiator(phrase);
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
      if (!acts) add(draft_.targets, std::move(whom));
    }
  }

  // Logical roles: the subject of a passive is its object, the agent its subject.
  bool fill(const Clause& clause, std::string_view slot, bool initiator) {
    bool filled = false;
    const auto take = [&](const std::vector<Phrase>& phrases) {
      for (const Phrase& found : phrases) {
        const Phrase phrase = before_preposition(found);
        filled = (initiator ? add_initiator(phrase) : add_target(phrase)) || filled;
      }
    };
    if (slot == "subject") {
      take(clause.passive ? clause.agents : clause.subjects);
    } else if (slot == "object") {
      take(clause.passive ? clause.subjects : clause.objects);
      for (const Adjunct& adjunct : clause.adjuncts) {  // "ripped through a bus"
        if (!filled && !initiator && draft_.trigger.contains(adjunct.preposition)) {
          filled = add_target(adjunct.phrase);
        }
      }
    } else if (slot == "agent") {
      take(clause.agents);
    } else {
      for (const Adjunct& adjunct : clause.adjuncts) {
        // "fired missiles at Kharkiv": a verb of aiming hits a place.
        const bool aimed = !initiator && slot == "at" && draft_.entry->target.front() == "at";
        if (in_.words[adjunct.preposition] != slot || (!aimed && only_where(adjunct))) continue;
        filled = (initiator ? add_initiator(adjunct.phrase) : add_target(adjunct.phrase)) || filled;
      }
    }
    return filled;
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
    if (!assault()) return;
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
      filled = (initiator ? add_initiator(adjunct.phrase) : add_target(adjunct.phrase)) || filled;
      // "on a bus and a car": what follows an "and" as a phrase of its own.
      for (std::uint32_t at = adjunct.phrase.tokens.end; filled && in_.word(at) == "and";) {
        const auto next = in_.phrase_from(at + 1);
        if (!next || in_.slot_of(next->head).name == "subject") break;
        if (!(initiator ? add_initiator(*next) : add_target(*next))) break;
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
          if (assault() && draft_.targets.empty()) add(draft_.targets, std::move(who));
        } else if (draft_.initiators.empty()) {
          add(draft_.initiators, std::move(who));
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
          add_initiator({at + n - 1, {at, at + n}});
        }
        at += std::max(n, 1U) - 1;
      } else if (assault() && draft_.targets.empty() && at + 1 == draft_.trigger.begin &&
                 thing(word) && !manner_noun(in_.words[at])) {
        add_target(word);
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
      add_target(owner);
    } else if (draft_.initiators.empty()) {
      add_initiator(owner);
    }
  }

  void read_governing_verb() {
    const EventSentence::Slot slot = in_.slot_of(draft_.trigger.begin);
    const Clause* clause = in_.clause(slot.clause);
    if (clause == nullptr) return;
    if (one_of(clause->lemma, {"mark", "constitute", "represent", "become"})) tie_to_subject();
    const bool light = light_verb(clause->lemma);
    if (slot.name == "object" && light && draft_.initiators.empty()) {
      for (const Phrase& phrase : clause->subjects) add_initiator(phrase);
    } else if (slot.name == "subject" && clause->passive && light && draft_.initiators.empty()) {
      for (const Phrase& phrase : clause->agents) add_initiator(phrase);
    } else if ((slot.name == "object" || slot.name == "under") && suffering_verb(clause->lemma) &&
               draft_.targets.empty()) {
      for (const Phrase& phrase : clause->subjects) add_target(phrase);
    }
    if (slot.name == "subject" && clause->passive) read_attribution(*clause);
    if (slot.name == "subject" && weapon_lands(*clause)) {
      for (const Adjunct& adjunct : clause->adjuncts) {
        if (one_of(in_.words[adjunct.preposition], {"on", "into", "at", "near", "inside"}) &&
            draft_.targets.empty() && !only_where(adjunct)) {
          add_target(adjunct.phrase);
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
            add_target(adjunct.phrase);
          }
        }
      }
    }
  }

  // "an attack claimed by X", "an attack blamed on X"
  void read_attribution(const Clause& clause) {
    const bool claimed = clause.lemma == "claim";
    const bool blamed = one_of(clause.lemma, {"blame", "attribute", "ascribe", "pin"});
    if ((!claimed && !blamed) || !draft_.initiators.empty()) return;
    if (claimed) {
      for (const Phrase& phrase : clause.agents) add_initiator(phrase);
    }
    for (const Adjunct& adjunct : clause.adjuncts) {
      if (blamed && one_of(in_.words[adjunct.preposition], {"on", "to"})) {
        add_initiator(adjunct.phrase);
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
};

}  // namespace

void fill_frame(const EventSentence& in, std::vector<EventDraft>& drafts, std::size_t which) {
  Frame(in, drafts, which).fill();
}

}  // namespace casus::extract
