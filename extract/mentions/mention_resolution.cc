// How a phrase is resolved: by a name in it, by an agent noun with its country or organisation, or
// by taking up somebody named before.

#include <algorithm>
#include <iterator>

#include "extract/mentions/mentions.h"
#include "graph/keys.h"
#include "graph/names.h"

namespace casus::extract {
namespace {

bool state(const v1::Actor& actor) { return actor.kind() == v1::ActorKind::country; }

bool determiner(std::string_view lower) {
  return lower == "the" || lower == "a" || lower == "an" || lower == "its" || lower == "his" ||
         lower == "her" || lower == "their" || lower == "our" || lower == "this" ||
         lower == "that" || lower == "these" || lower == "those" || lower == "some" ||
         lower == "several" || lower == "various" || lower == "many" || lower == "unnamed" ||
         lower == "unidentified" || lower == "other" || lower == "certain" || lower == "all";
}

// Words of organisations' names that in small letters mean something else: "Sudanese posts".
bool common_noun(std::string_view lower) {
  for (const std::string_view word :
       {"post", "time", "front", "watch", "monitor", "division", "board"})
    if (lower == word ||
        (lower.size() == word.size() + 1 && lower.starts_with(word) && lower.back() == 's'))
      return true;
  return false;
}

// Those who make up a body, and do what it does.
bool makes_up(std::string_view noun) {
  return noun == "man" || noun == "member" || noun == "follower" || noun == "operative" ||
         noun == "cadre" || noun == "comrade";
}

// Sentences for which "the army" is the one that was named.
constexpr std::uint32_t kOrganKept = 12;

bool governs(std::string_view lower) {
  return lower == "president" || lower == "minister" || lower == "premier" ||
         lower == "chancellor" || lower == "king" || lower == "emir";
}

}  // namespace

Referent Mentions::resolve(const Phrase& phrase) {
  if (const std::optional<Phrase> stressed = without_reflexive(phrase)) return resolve(*stressed);
  Referent referent;
  referent.tokens = phrase.tokens;
  while (referent.tokens.size() > 1 && determiner(document_[referent.tokens.begin].lower))
    ++referent.tokens.begin;
  referent.text = document_.text_of(referent.tokens);
  const std::string& head = document_[phrase.head].lower;

  if (head == "he" || head == "she" || head == "him" || head == "her" || head == "it" ||
      head == "they" || head == "them" || head == "i" || head == "we" || head == "us" ||
      head == "himself" || head == "herself" || head == "itself" || head == "themselves" ||
      head == "his" || head == "its" || head == "their") {
    // "US" in capitals is no pronoun, and a mention.
    if (at(phrase.head) == nullptr) {
      referent.pronoun = true;
      // "two of them" are not those that they are of.
      const bool some = phrase.head > phrase.tokens.begin + 1 && head == "them";
      if (!some) referent.actor = antecedent(phrase.head);
      referent.person = head == "he" || head == "she" || head == "him" || head == "her" ||
                        head == "i" || head == "himself" || head == "herself" || head == "his";
      return referent;
    }
  }
  if (const Mention* m = at(phrase.head); m != nullptr && m->actor >= 0) {
    referent.actor = m->actor;
    referent.person = m->person;
    return referent;
  }
  // The agent noun that covers the head: "security forces", "secretary of defense".
  const std::uint32_t from = phrase.head >= 3 ? phrase.head - 3 : 0;
  for (std::uint32_t i = std::max(from, phrase.tokens.begin); i <= phrase.head; ++i) {
    std::uint32_t n = 0;
    const AgentEntry* agent = lexicon_.match_agent(lower_, i, &n);
    if (agent == nullptr || i + n <= phrase.head) continue;
    referent.person = agent->person;
    referent.collective = agent->plural_source;
    referent.actor = described(phrase, *agent, {i, std::min(i + n, phrase.tokens.end)}, referent);
    if (referent.actor >= 0 && actors_[referent.actor].kind() != v1::ActorKind::person)
      referent.person = referent.person && agent->speaks_for;
    return referent;
  }
  // "the Iranian foreign ministry" where the ministry's words are no agent noun.
  if (const OrganisationWord* word = organisation_word(head);
      word != nullptr && (document_[phrase.head].capital || !common_noun(head))) {
    AgentEntry agent;
    agent.noun = head;
    agent.kind = word->kind;
    agent.sector = word->sector;
    referent.actor = described(phrase, agent, {phrase.head, phrase.head + 1}, referent);
  }
  return referent;
}

// "the group | itself": what a reflexive pronoun right behind a noun or a name stresses.
std::optional<Phrase> Mentions::without_reflexive(const Phrase& phrase) const {
  const std::uint32_t pronoun = phrase.head;
  if (pronoun == 0 || pronoun + 1 != phrase.tokens.end) return std::nullopt;
  const std::string& lower = document_[pronoun].lower;
  if (!lower.ends_with("self") && lower != "themselves") return std::nullopt;
  std::uint32_t begin = phrase.tokens.begin;
  if (begin == pronoun) {
    std::uint32_t n = 0;
    if (const Mention* name = at(pronoun - 1))
      begin = name->tokens.begin;
    else if (lexicon_.match_agent(lower_, pronoun - 1, &n) != nullptr)
      begin = pronoun - 1;
    else
      return std::nullopt;
    if (begin > 0 && determiner(document_[begin - 1].lower)) --begin;
  }
  return Phrase{pronoun - 1, {begin, pronoun}};
}

// "a spokeswoman | for the Africa Command": whom a person belongs to may stand after the phrase.
std::uint32_t Mentions::with_owner(const Phrase& phrase, const AgentEntry& agent) const {
  std::uint32_t end = phrase.tokens.end;
  if (!agent.person && !agent.plural_source) return end;
  if (end >= lower_.size()) return end;
  if (lower_[end] != "for" && lower_[end] != "of" && lower_[end] != "at" && lower_[end] != "from")
    return end;
  ++end;
  if (end < lower_.size() && lower_[end] == "the") ++end;
  const Mention* m = end < lower_.size() ? at(end) : nullptr;
  return m == nullptr ? phrase.tokens.end : m->tokens.end;
}

int Mentions::described(const Phrase& phrase, const AgentEntry& agent, Range noun,
                        Referent& referent) {
  // A name right after its description: "Iran's foreign minister, Hossein A., ...".
  if (agent.person) {
    std::uint32_t after = phrase.tokens.end;
    if (after < lower_.size() && document_[after].text == ",") ++after;
    const Mention* m = after < lower_.size() ? at(after) : nullptr;
    if (m != nullptr && m->person && m->tokens.begin == after) {
      set_role(m->actor, phrase.tokens);
      referent.person = true;
      return m->actor;
    }
    for (std::uint32_t i = phrase.tokens.begin; i < phrase.tokens.end; ++i)
      if (const Mention* inner = at(i);
          inner != nullptr && inner->person && inner->name.begin >= noun.begin) {
        return inner->actor;
      }
  }
  // "officials of Iran", "the embassy in Baghdad of the United States".
  auto owner_after = [&](std::uint32_t name) {
    if (name == 0) return false;
    const std::string& before = document_[name - 1].lower;
    return before == "of" || before == "for" || before == "the";
  };
  std::vector<int> states;
  int organisation = -1;
  for (std::uint32_t i = phrase.tokens.begin; i < with_owner(phrase, agent); ++i) {
    const Mention* m = at(i);
    // "a Western official": a part of the noun is nobody.
    if (m == nullptr || noun.contains(m->tokens)) continue;
    if (m->actor >= 0 && !m->person) {
      if (!state(actors_[m->actor])) {
        if (organisation < 0) organisation = m->actor;
      } else if (m->tokens.begin <= noun.begin || owner_after(m->tokens.begin)) {
        if (std::find(states.begin(), states.end(), m->actor) == states.end())
          states.push_back(m->actor);
      }
    }
    i = m->tokens.end - 1;
  }
  // "its troops", "their spokesman", "his organisation": of whom the sentence speaks; "its
  // ambassador": of the state that was spoken of.
  bool possessed = false;
  if (organisation < 0 && states.empty()) {
    const bool government = agent.kind == v1::ActorKind::government;
    const int body =
        government ? owner_meant(phrase.tokens.begin) : owner_before(phrase.tokens.begin, agent);
    if (body >= 0 && state(actors_[body])) states.push_back(body);
    if (body >= 0 && !state(actors_[body]) && !government) organisation = body;
    possessed = government && !states.empty();
    // "its men": what they do, it does.
    const std::string& first = document_[phrase.tokens.begin].lower;
    if (body >= 0 && (first == "its" || first == "their") && makes_up(agent.noun)) return body;
  }
  if (agent.person && organisation < 0 && states.empty() && phrase.tokens.end < lower_.size()) {
    const std::string_view of = lower_[phrase.tokens.end];
    if (of == "of" || of == "in" || of == "from" || of == "for")
      organisation = body_named_in({phrase.tokens.end + 1, phrase.tokens.end + 5});
    if (organisation >= 0 && state(actors_[organisation])) {
      states.push_back(organisation);
      organisation = -1;
    }
  }
  const bool official = agent.sector == "GOV" || agent.sector == "MIL" || agent.sector == "COP" ||
                        agent.sector == "SPY" || agent.sector == "JUD" || agent.sector == "LEG";
  const bool abroad = agent.noun == "embassy" || agent.noun == "consulate";
  if (organisation < 0 && states.empty() && abroad)
    if (const int state = sender_of(phrase); state >= 0) states.push_back(state);
  if (organisation < 0 && states.empty() && official && !abroad && !agent.person &&
      !agent.plural_source)
    if (const int state = seated_in(phrase.tokens.end); state >= 0) states.push_back(state);
  if (organisation >= 0) {
    // "FMLN guerrillas", "a spokesman for the ministry": the body itself.
    if (agent.speaks_for) return organisation;
    const std::string& first = document_[phrase.tokens.begin].lower;
    if ((first == "his" || first == "her") && agent.kind == v1::ActorKind::unknown)
      return organisation;
    if (!agent.person && !agent.plural_source &&
        (agent.kind == v1::ActorKind::armed_group || agent.kind == v1::ActorKind::military))
      return organisation;
    if (!states.empty()) return enter_named(agent.kind, "", referent.text, agent.sector, -1);
    return enter_named(agent.kind, actors_[organisation].country(), referent.text, agent.sector,
                       organisation);
  }
  if (states.size() > 1) return enter_named(agent.kind, "", referent.text, agent.sector, -1);
  if (states.size() == 1) {
    const int owner = states.front();
    if (agent.person && !agent.speaks_for) {
      const ActorEntry* holder =
          lexicon_.holder(document_.text_of(noun), actors_[owner].country(), published_);
      if (holder != nullptr) return enter(*holder);
    }
    // An organ named between the state and the noun: "Kenyan army spokesman".
    for (std::uint32_t i = phrase.tokens.begin; i < noun.begin; ++i) {
      std::uint32_t n = 0;
      const AgentEntry* organ = lexicon_.match_agent(lower_, i, &n);
      if (organ == nullptr || organ->person || organ->plural_source || i + n > noun.begin) continue;
      const int body = organ_of(owner, *organ, {i, i + n});
      if (agent.speaks_for) return body;
      return enter_named(agent.kind, actors_[owner].country(), referent.text, agent.sector, body);
    }
    if (agent.speaks_for) return owner;
    if (official && !agent.person && !agent.plural_source) return organ_of(owner, agent, noun);
    std::string text(
        document_.text_of({referent.tokens.begin, std::max(noun.end, phrase.head + 1)}));
    const ActorEntry* entry = possessed ? lexicon_.actor(actors_[owner].country()) : nullptr;
    if (entry != nullptr && !entry->adjective.empty()) text = entry->adjective + " " + text;
    return enter_named(agent.kind, actors_[owner].country(), text, agent.sector,
                       official ? owner : -1);
  }
  const std::string& first = document_[phrase.tokens.begin].lower;
  const bool definite = first == "the" || first == "this" || first == "that" || first == "its" ||
                        first == "their" || first == "his" || document_[noun.begin].capital ||
                        agent.noun == "police";
  if (definite && !agent.plural_source) {
    const int earlier = taken_up(agent.noun, agent, phrase.tokens.begin);
    if (earlier >= 0) return earlier;
    // "the prime minister's office": that of whoever governs.
    const bool office = agent.noun == "office" && noun.begin >= 2 &&
                        lower_[noun.begin - 1] == "'s" && governs(lower_[noun.begin - 2]);
    const bool state_organ = agent.sector == "MIL" || agent.sector == "COP" ||
                             agent.noun == "government" || agent.noun.ends_with("ministry") ||
                             office || (agent.noun == "department" && agent.sector == "GOV");
    if (state_organ && !agent.person) {
      int owner = owner_of_same(agent.noun, phrase.tokens.begin);
      if (owner < 0)
        owner = agent.kind == v1::ActorKind::government ? home_of(phrase.tokens) : home_;
      if (owner >= 0) return organ_of(owner, agent, noun);
    }
  }
  return agent.speaks_for ? body_before(phrase, noun) : -1;
}

// "the army's spokesman", "a police spokesman": the body that stands before the noun, or in it.
int Mentions::body_before(const Phrase& phrase, Range noun) {
  for (std::uint32_t i = phrase.tokens.begin; i < noun.end; ++i) {
    std::uint32_t n = 0;
    const AgentEntry* body = lexicon_.match_agent({lower_.data(), noun.end - 1}, i, &n);
    if (body == nullptr || body->person || body->plural_source) continue;
    Referent referent;
    referent.text = document_.text_of({i, i + n});
    const int named =
        described({i + n - 1, {phrase.tokens.begin, i + n}}, *body, {i, i + n}, referent);
    if (named >= 0) return named;
    const bool of_the_state = body->sector == "MIL" || body->sector == "COP";
    return of_the_state && home_ >= 0 ? organ_of(home_, *body, {i, i + n}) : -1;
  }
  return -1;
}

// "the army", "the rebels" at the head of words, or the first of them: who they are, taken up from
// before or of the state that the text is about; -1 if nobody is.
int Mentions::body_named_in(Range words) {
  words.end = std::min(words.end, static_cast<std::uint32_t>(lower_.size()));
  for (std::uint32_t i = words.begin; i + 1 < words.end; ++i) {
    if (lower_[i] != "the") continue;
    std::uint32_t n = 0;
    const AgentEntry* body = lexicon_.match_agent(lower_, i + 1, &n);
    if (body == nullptr || body->person || body->plural_source) return -1;
    if (body->kind != v1::ActorKind::armed_group && body->kind != v1::ActorKind::military &&
        body->kind != v1::ActorKind::government)
      return -1;
    Referent referent;
    const Range noun{i + 1, i + 1 + n};
    referent.text = document_.text_of(noun);
    return described({noun.end - 1, {i, noun.end}}, *body, noun, referent);
  }
  return -1;
}

// "Chad's army said ... The army denied": the state whose organ was last called so, with its
// name; -1 if none was.
int Mentions::owner_of_same(std::string_view noun, std::uint32_t before) const {
  const std::uint32_t here = document_.sentence_of(before);
  for (std::uint32_t i = before; i-- > 1 && here - document_.sentence_of(i) <= kOrganKept;) {
    if (lower_[i] != noun) continue;
    if (const Mention* army = at(i)) {
      const int owner = army->actor < 0 ? -1 : principal(army->actor);
      if (owner >= 0 && state(actors_[owner])) return owner;
    }
    const std::uint32_t owner = lower_[i - 1] == "'s" && i >= 2 ? i - 2 : i - 1;
    const Mention* name = at(owner);
    if (name != nullptr && name->actor >= 0 && state(actors_[name->actor])) return name->actor;
  }
  return -1;
}

// The state that the text is about, for an organ that is named without its state: "The ministry
// summoned Chad's envoy" is of another one than Chad.
int Mentions::home_of(Range organ) const {
  if (home_ < 0 || reports_from_home_) return home_;
  // The names behind it may not have been entered yet.
  const std::uint32_t end = document_.sentences()[document_.sentence_of(organ.begin)].tokens.end;
  std::vector<std::string_view> words;
  for (std::uint32_t i = organ.end; i < end; ++i) words.push_back(document_[i].text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const NameMatch match = lexicon_.match_name(words, i);
    if (match.actor != nullptr && lexicon_actor_key(match.actor->id) == actors_[home_].key())
      return second_home_;
  }
  return home_;
}

// Whose the noun after a possessive is; of a person, the body that they belong to. -1: unknown.
int Mentions::owner_before(std::uint32_t possessive, const AgentEntry& agent) const {
  const std::string& lower = document_[possessive].lower;
  if (lower == "its" || lower == "their") return antecedent(possessive);
  if ((lower != "his" && lower != "her") || agent.person) return -1;
  const int person = antecedent(possessive);
  return person < 0 ? -1 : find(actors_[person].affiliation());
}

// "the embassy in Oslo" is not Norway's: of the other state that was spoken of last.
int Mentions::sender_of(const Phrase& embassy) {
  const int host = seated_in(embassy.tokens.end);
  const std::uint32_t here = document_.sentence_of(embassy.head);
  // "the embassy in Oslo said: Chadians had no part in it": of its own people.
  const std::uint32_t end = document_.sentences()[here].tokens.end;
  const auto after = first_from(embassy.tokens.end);
  for (auto it = after; it != mentions_.end() && it->tokens.begin < end; ++it)
    if (it->demonym && it->actor >= 0 && it->actor != host && state(actors_[it->actor]))
      return it->actor;
  for (auto it = std::make_reverse_iterator(first_from(embassy.tokens.begin));
       it != mentions_.rend() && here - document_.sentence_of(it->tokens.begin) <= 3; ++it)
    if (it->actor >= 0 && it->actor != host && state(actors_[it->actor])) return it->actor;
  return -1;
}

std::vector<Mention>::const_iterator Mentions::first_from(std::uint32_t token) const {
  return std::lower_bound(
      mentions_.begin(), mentions_.end(), token,
      [](const Mention& mention, std::uint32_t t) { return mention.tokens.begin < t; });
}

int Mentions::taken_up(std::string_view noun, const AgentEntry& agent, std::uint32_t before) const {
  const std::uint32_t here = document_.sentence_of(before);
  for (auto it = std::make_reverse_iterator(first_from(before)); it != mentions_.rend(); ++it) {
    if (here - document_.sentence_of(it->tokens.begin) > 12) break;
    if (it->actor < 0 || it->demonym) continue;
    const v1::Actor& actor = actors_[it->actor];
    if (agent.person) {
      if (it->person &&
          (" " + normalise_name(actor.role()) + " ").find(" " + std::string(noun) + " ") !=
              std::string::npos)
        return it->actor;
      continue;
    }
    if (it->person || state(actor)) continue;
    // "the army" is no Liberation Army.
    if (agent.kind == v1::ActorKind::military && actor.kind() == v1::ActorKind::armed_group)
      continue;
    if ((" " + normalise_name(actor.name()) + " ").find(" " + std::string(noun) + " ") !=
        std::string::npos)
      return it->actor;
    const bool company = agent.noun == "company" || agent.noun == "firm";
    if (agent.kind == actor.kind() && (agent.kind == v1::ActorKind::armed_group || company))
      return it->actor;
  }
  return -1;
}

// "in eastern Chad": a state where something is, and which does nothing.
bool Mentions::somewhere(const Mention& name) const {
  std::uint32_t before = name.tokens.begin;
  if (before == 0 || name.actor < 0 || !state(actors_[name.actor]) || name.metonym) return false;
  const std::string_view part = lower_[before - 1];
  if (before > 1 && (part.ends_with("ern") || part == "central" || part == "the")) --before;
  const std::string_view word = lower_[before - 1];
  return word == "in" || word == "near" || word == "inside" || word == "outside" ||
         word == "across" || word == "into";
}

int Mentions::antecedent(std::uint32_t pronoun) const {
  const std::string& lower = document_[pronoun].lower;
  if (lower == "i" || lower == "we" || lower == "us") return -1;
  const bool person = lower == "he" || lower == "she" || lower == "him" || lower == "her" ||
                      lower == "his" || lower == "himself" || lower == "herself";
  const std::uint32_t here = document_.sentence_of(pronoun);
  const bool inside = quoted(pronoun);
  auto fits = [&](const Mention& m) {
    if (m.actor < 0 || (quoted(m.tokens.begin) && !inside)) return false;
    if (person) return m.person;
    // Those who write it down are not spoken of.
    if (inside && actors_[m.actor].kind() == v1::ActorKind::media) return false;
    return !m.person && !m.demonym && !somewhere(m);
  };
  // In its own sentence the nearest person before it, or the first body (the subject); before that
  // the first of each sentence, which is mostly its subject.
  for (std::uint32_t back = 0; back <= 4 && back <= here; ++back) {
    const Sentence& sentence = document_.sentences()[here - back];  // its dateline is not spoken of
    const Mention* best = nullptr;
    const std::uint32_t end = std::min(sentence.tokens.end, pronoun);
    for (auto m = first_from(sentence.body); m != mentions_.end() && m->tokens.begin < end; ++m) {
      if (!fits(*m)) continue;
      // What nobody knows the kind of gives way to a state or a body.
      const bool known = actors_[m->actor].kind() != v1::ActorKind::unknown;
      if (best == nullptr || known) best = &*m;
      if (known && !(person && back == 0)) break;
    }
    if (best != nullptr) return best->actor;
    if (!person && back >= 2) break;
  }
  return -1;
}

}  // namespace casus::extract
