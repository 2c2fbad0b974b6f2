#include "extract/events/parties.h"

#include <algorithm>
#include <string>

#include "extract/events/weapon.h"
#include "extract/events/words.h"
#include "extract/mentions/others.h"
#include "extract/times/numbers.h"
#include "extract/times/times.h"
#include "graph/kinds.h"

namespace casus::extract {

// "last year two surveyors": a time that ran into the phrase is no part of it.
Phrase PartyFiller::cleared(Phrase phrase) const {
  const auto time =
      match_time(in_.document, phrase.tokens.begin, phrase.tokens.end, in_.reading.published);
  if (time && time->tokens.end <= phrase.head) {
    phrase.tokens.begin = time->tokens.end;
    if (one_of(in_.words[phrase.tokens.begin], {"'s", "’s"})) ++phrase.tokens.begin;
  }
  // "shot dead | eight men"
  if (draft_.trigger.contains(phrase.tokens.begin) && draft_.trigger.end <= phrase.head) {
    phrase.tokens.begin = draft_.trigger.end;
  }
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

Party PartyFiller::party(const Phrase& phrase) {
  const Referent referent = in_.reading.mentions.resolve(phrase);
  Party party;
  party.actor = referent.actor;
  party.tokens = referent.tokens.empty() ? phrase.tokens : referent.tokens;
  party.text =
      referent.text.empty() ? std::string(in_.document.text_of(phrase.tokens)) : referent.text;
  party.head = in_.lexicon.noun_lemma(in_.words[phrase.head]);
  party.pronoun = referent.pronoun;
  if (party.actor >= 0 && !in_.reading.mentions.named_in(phrase.tokens))
    party.certainty = v1::Certainty::probable;  // "it", "the group"
  if (party.pronoun && party.actor >= 0) name_antecedent(party, phrase.head);
  if (const Mention* name = name_after(phrase)) {
    party.actor = name->actor;
    party.tokens.end = name->tokens.end;
    party.text = in_.document.text_of(party.tokens);
    party.certainty = v1::Certainty::certain;
  }
  return party;
}

// "a young man, | Omar Hassan, | was shot": the name of whom the phrase describes.
const Mention* PartyFiller::name_after(const Phrase& phrase) const {
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
  const bool human = (agent != nullptr && agent->person) || singular_human(in_.words[phrase.head]);
  return one && human ? name : nullptr;
}

// "it" says nothing of who it was: the words by which they were named last do.
void PartyFiller::name_antecedent(Party& party, std::uint32_t pronoun) const {
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
bool PartyFiller::ties(const Phrase& phrase, bool same) {
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
bool PartyFiller::owner_of(const Phrase& phrase, Party& owner) {
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

bool PartyFiller::add_initiator(const Phrase& found) {
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
    if (named == nullptr || !add_initiator(*named)) return false;
    draft_.initiators.back().certainty = v1::Certainty::possible;
    return true;
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
Phrase PartyFiller::whole_of(Phrase phrase) const {
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

bool PartyFiller::add_target(const Phrase& found) {
  const Phrase phrase = whole_of(cleared(found));
  // "fought alongside the guards": whoever they fought, it was not these.
  if (in_.words[phrase.head] == "alongside" || in_.word(found.tokens.begin - 1) == "alongside") {
    return false;
  }
  // "lifted a ban on rallies": the noun is a part of what is done.
  if (!assault() && draft_.trigger.contains(phrase.head)) return false;
  if (ties(phrase, false)) return false;
  if (in_.weapon(phrase) != nullptr && assault() && !is_vehicle(phrase) && !hits(phrase)) {
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

// "destroyed two mortars", "fired on a battery": what is hit; in "set off a mine", what with.
bool PartyFiller::hits(const Phrase& arms) const {
  const std::vector<std::string>& slots = draft_.entry->target;
  return one_of(governing(arms), {"on", "upon", "at", "against"}) ||
         (!draft_.entry->noun && !slots.empty() && slots.front() == "object");
}

// "a bus carrying teachers": the teachers, too.
void PartyFiller::add_passengers(Range vehicle) {
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
bool PartyFiller::protested_against(const Phrase& phrase) const {
  return draft_.type == "PROTEST" && governing(phrase) == "against";
}

// The word before the phrase and its determiners.
std::string_view PartyFiller::governing(const Phrase& phrase) const {
  std::uint32_t at = phrase.tokens.begin;
  while (at > in_.begin() && in_.part(at - 1) == PartOfSpeech::determiner) --at;
  return at > in_.begin() ? in_.words[at - 1] : std::string_view();
}

bool PartyFiller::add(std::vector<Party>& slot, Party who) {
  for (const Party& known : slot) {
    if (known.tokens.overlaps(who.tokens)) return true;
  }
  slot.push_back(std::move(who));
  return true;
}

bool PartyFiller::assault() const { return draft_.type == "ASSAULT"; }

// "killed by the earthquake" is no attack.
bool PartyFiller::natural(const Phrase& phrase) {
  bool found = false;
  for (std::uint32_t i = phrase.tokens.begin; i < phrase.tokens.end; ++i) {
    found = found || natural_cause(in_.lexicon.noun_lemma(in_.words[i]));
  }
  if (found) draft_.generic = true;
  return found;
}

bool PartyFiller::reflexive(const Phrase& phrase) const {
  return one_of(in_.words[phrase.head],
                {"itself", "himself", "herself", "themselves", "each", "other"});
}

// "They were shot": no state, whatever was named before.
bool PartyFiller::crowd(const Phrase& phrase, int actor) const {
  const auto kind = in_.reading.mentions.actors()[static_cast<std::size_t>(actor)].kind();
  return assault() && one_of(in_.words[phrase.head], {"they", "them"}) &&
         one_of(name_of(kind), {"country", "intergovernmental", "unknown"});
}

bool PartyFiller::unknown_kind(int actor) const {
  return actor < 0 || in_.reading.mentions.actors()[static_cast<std::size_t>(actor)].kind() ==
                          v1::ActorKind::unknown;
}

// "Armenian gunners", "Russian aircraft": whoever they are, they are somebody's.
bool PartyFiller::of_a_people(const Phrase& phrase) const {
  return people_of(phrase) >= 0 && thing(phrase) &&
         (in_.words[phrase.head].ends_with("s") || is_vehicle(phrase) ||
          arm_of_state(in_.words[phrase.head]));
}

// "Sudanese troops", a body without a name of its own: the state. -1 stays -1.
int PartyFiller::state_behind(int actor) const {
  if (actor < 0) return actor;
  const v1::Actor& body = in_.reading.mentions.actors()[static_cast<std::size_t>(actor)];
  const bool unnamed = body.kind() == v1::ActorKind::military &&
                       body.name().ends_with(" Armed Forces") && !body.affiliation().empty();
  const int owner = unnamed ? in_.reading.mentions.find(body.affiliation()) : -1;
  return owner < 0 ? actor : owner;
}

// The people whose adjective stands before the noun: "Armenian [armed] formations"; -1 if none.
int PartyFiller::people_of(const Phrase& phrase) const {
  for (std::uint32_t i = phrase.head; i > phrase.tokens.begin;) {
    const Mention* mention = in_.reading.mentions.at(--i);
    if (mention != nullptr) return mention->demonym ? mention->actor : -1;
  }
  return -1;
}

// "They burned the bridge": the fighters who acted in the clause before.
const Phrase* PartyFiller::fighters_before(std::uint32_t pronoun) const {
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
bool PartyFiller::fighters(const Phrase& phrase) const {
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
bool PartyFiller::named_body(const Phrase& phrase) const {
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

bool PartyFiller::negated_phrase(const Phrase& phrase) const {
  return one_of(in_.words[phrase.tokens.begin], {"no", "nobody", "none", "neither", "nothing"});
}

// What can be hit is a noun, and no abstract one.
bool PartyFiller::thing(const Phrase& phrase) const {
  const PartOfSpeech part = in_.part(phrase.head);
  if (part != PartOfSpeech::noun && part != PartOfSpeech::name && part != PartOfSpeech::unknown) {
    return false;
  }
  return !no_target(in_.words[phrase.head]) &&
         !no_target(in_.lexicon.noun_lemma(in_.words[phrase.head]));
}

bool PartyFiller::is_vehicle(const Phrase& phrase) const {
  return one_of(in_.lexicon.noun_lemma(in_.words[phrase.head]),
                {"aircraft", "plane", "jet", "helicopter", "tank", "warplane", "warship", "ship",
                 "boat", "gunboat", "drone", "vehicle", "car", "truck", "launcher", "battery"});
}

}  // namespace casus::extract
