// What the words around a person's name say of office and body.

#include <algorithm>

#include "extract/mentions/mentions.h"
#include "extract/word_set.h"

namespace casus::extract {
namespace {

bool state(const v1::Actor& actor) { return actor.kind() == v1::ActorKind::country; }

// Whose mother somebody is says nothing of whom they speak for.
bool is_kin(std::string_view noun) {
  static const WordSet kKin = word_set(
      "father mother brother sister husband wife widow son daughter cousin uncle aunt nephew niece "
      "grandfather grandmother grandson relative");
  return noun.ends_with("-in-law") || kKin.contains(noun);
}

// "Lt. Gen.", but no "attorney general".
bool is_rank(std::string_view first, std::string_view last) {
  static const WordSet kRanks = word_set(
      "general gen. gen colonel col. col brigadier brig. brig admiral adm. adm lieutenant lt. lt "
      "sergeant sgt. sgt marshal rear wing");
  return kRanks.contains(first) && kRanks.contains(last);
}

// "X, who speaks for the union".
bool stands_for(std::string_view verb) {
  static const WordSet kVerbs = word_set(
      "speaks spoke heads headed leads led commands commanded represents represented chairs "
      "chaired runs");
  return kVerbs.contains(verb);
}

}  // namespace

// What a description says of its person beside whom they speak for.
struct Mentions::Office {
  Range words;            // "deputy information minister"
  bool of_state = false;  // a minister, an officer, a policeman
};

// Roles of persons: "Kenyan army spokesman Josephat M.", "Josephat M., a spokesman for the army".
void Mentions::find_roles() {
  for (const Mention& m : mentions_) {
    if (!m.person || actors_[m.actor].key().rfind("actor:person:", 0) != 0 ||
        !actors_[m.actor].affiliation().empty())
      continue;
    const Range sentence = document_.sentences()[document_.sentence_of(m.name.begin)].tokens;
    const Range before = described_before(m, sentence);
    set_role(m.actor, before);
    const Range after = describe_after(m, sentence);
    if (!actors_[m.actor].affiliation().empty()) continue;
    // "President X of Peru"
    if (m.tokens.begin < m.name.begin && m.name.end + 1 < lower_.size() &&
        lower_[m.name.end] == "of") {
      const Mention* of = at(m.name.end + 1);
      if (of != nullptr && of->actor >= 0 && state(actors_[of->actor]))
        affiliate(m.actor, of->actor);
    }
    if (!actors_[m.actor].affiliation().empty()) continue;
    // "the deputy fisheries minister": of which state, the description does not say.
    if ((office_in(before).of_state || office_in(after).of_state) &&
        (reports_from_home_ || !(names_unlisted(before) || names_unlisted(after))))
      affiliate(m.actor, state_spoken_of(m.name.begin));
  }
}

// "the commissioner of Taka district", wherever that is: not of the state that is spoken of most.
bool Mentions::names_unlisted(Range description) const {
  for (std::uint32_t i = description.begin; i < description.end; ++i)
    if (const Mention* m = at(i);
        m != nullptr && m->actor < 0 && m->place != nullptr && m->place->country.empty())
      return true;
  return false;
}

// "X, the head of Y", "X of Y", "X, who speaks for Y"; returns the apposition.
Range Mentions::describe_after(const Mention& m, Range sentence) {
  const std::uint32_t after = m.name.end;
  if (after + 2 >= sentence.end) return {};
  std::uint32_t n = 0;
  if (lower_[after] == "of" || lower_[after] == "from") {
    set_body(m.actor, {after + 1, std::min(after + 4, sentence.end)});
    return {};
  }
  if (document_[after].text != ",") return {};
  if (lower_[after + 1] == "who") {
    if (stands_for(lower_[after + 2]))
      set_body(m.actor, {after + 3, std::min(after + 8, sentence.end)});
    return {};
  }
  if (lexicon_.match_cue(lower_, after + 1, CueEntry::Form::verb, &n) != nullptr) return {};
  // To the next comma that closes the apposition, or what is told of it.
  std::uint32_t end = after + 1;
  while (end < sentence.end && end - after < 16 && document_[end].text != "," &&
         document_[end].text != "." && document_[end].text != ";" && lower_[end] != "who" &&
         lower_[end] != "which" && lower_[end] != "whose")
    ++end;
  set_role(m.actor, {after + 1, end});
  return {after + 1, end};
}

// Up to a verb, a full comma or a preposition that is no "of" or "for".
Range Mentions::described_before(const Mention& m, Range sentence) const {
  std::uint32_t begin = m.name.begin;
  bool comma = false;
  while (begin > sentence.begin && m.name.begin - begin < 12) {
    const Token& t = document_[begin - 1];
    if (t.text == "," && begin == m.name.begin && !comma) {
      comma = true;
    } else if (!t.word && t.text != "-") {
      break;
    }
    std::uint32_t n = 0;
    if (t.lower == "said" || t.lower == "and" || t.lower == "that" || t.lower == "but" ||
        t.lower == "to" || t.lower == "by" || t.lower == "as" || t.lower == "with" ||
        lexicon_.match_cue(lower_, begin - 1, CueEntry::Form::verb, &n) != nullptr)
      break;
    --begin;
  }
  return {begin, m.name.begin};
}

// "Halima N. of the Lakes Monitor": the first body that is named there.
void Mentions::set_body(int person, Range where) {
  for (std::uint32_t i = where.begin; i < where.end; ++i) {
    const Mention* m = at(i);
    if (m == nullptr) continue;
    if (m->actor < 0 || m->person || m->place != nullptr) return;
    return affiliate(person, m->actor);
  }
}

void Mentions::affiliate(int person, int owner) {
  if (owner < 0 || owner == person) return;
  actors_[person].set_affiliation(actors_[owner].key());
  if (actors_[person].country().empty()) actors_[person].set_country(actors_[owner].country());
}

Mentions::Office Mentions::office_in(Range description) const {
  Office office;
  bool irregular = false;
  for (std::uint32_t i = description.begin; i < description.end; ++i) {
    std::uint32_t title = 0;
    if (!lexicon_.is_title(lower_, i, &title)) title = 0;
    std::uint32_t noun = 0;
    const AgentEntry* agent = lexicon_.match_agent(lower_, i, &noun);
    if (agent != nullptr && agent->kind == v1::ActorKind::armed_group) irregular = true;
    if (agent == nullptr || !agent->person) noun = 0;
    if (noun > 0 && is_kin(agent->noun)) return {};
    if (noun > 0)
      office.of_state = office.of_state || agent->sector == "GOV" || agent->sector == "COP";
    if (title > 0 && is_rank(lower_[i], lower_[i + title - 1])) office.of_state = true;
    if (title == 0 && noun == 0) continue;
    if (office.words.empty()) office.words.begin = i;
    office.words.end = std::min(i + (title > 0 ? title : noun), description.end);
  }
  office.of_state = office.of_state && !irregular;
  return office;
}

void Mentions::set_role(int person, Range description) {
  if (description.empty() || !actors_[person].affiliation().empty()) return;
  const Office office = office_in(description);
  if (office.words.empty()) return;
  // The organisation nearest to the office within the description, a state if there is none.
  int owner = -1;
  std::string_view country;  // of a place in it: "the deputy warden of Thika district"
  for (std::uint32_t i = description.begin; i < description.end; ++i) {
    const Mention* m = at(i);
    if (m == nullptr) {
      if (owner < 0) owner = owner_meant(i);
      continue;
    }
    if (m->actor == person || m->person) continue;
    if (m->actor < 0 && m->place != nullptr) country = m->place->country;
    if (m->actor >= 0 && (owner < 0 || actors_[owner].kind() == v1::ActorKind::country))
      owner = m->actor;
    i = m->tokens.end - 1;
  }
  if (owner < 0) owner = body_named_in(description);
  if (owner < 0 && office.of_state && !country.empty()) owner = actor_of(country);
  if (owner >= 0 && actors_[owner].kind() == v1::ActorKind::country) {
    // "Kenyan army spokesman": the organ between the state and the office.
    for (std::uint32_t i = description.begin; i < description.end; ++i) {
      std::uint32_t n = 0;
      const AgentEntry* agent = lexicon_.match_agent(lower_, i, &n);
      if (agent == nullptr || agent->person || agent->plural_source) continue;
      if (agent->sector == "MIL" || agent->sector == "COP" || agent->sector == "GOV") {
        owner = organ_of(owner, *agent, {i, std::min(i + n, description.end)});
        break;
      }
    }
  }
  std::string role(document_.text_of(office.words));
  // A ministry is its state's; which one it is, the role says: "Foreign Ministry spokesman".
  if (owner >= 0 && actors_[owner].kind() == v1::ActorKind::government &&
      actors_[owner].sector() == "GOV") {
    const int state = find(actors_[owner].affiliation());
    const std::string& name = actors_[owner].name();
    if (state >= 0 && actors_[state].kind() == v1::ActorKind::country) {
      const std::string prefix = short_name(state) + " ";
      role = (name.starts_with(prefix) ? name.substr(prefix.size()) : name) + " " + role;
      owner = state;
    }
  }
  if (actors_[person].role().empty()) actors_[person].set_role(role);
  affiliate(person, owner);
}

// 'The shells were old, the Reed Watch said. "...," its director, X, added': who spoke in the
// sentence before in the paragraph; -1 if no body with a name did.
int Mentions::body_that_spoke(std::uint32_t sentence) const {
  if (sentence == 0) return -1;
  const Sentence& before = document_.sentences()[sentence - 1];
  if (before.paragraph + 1 < document_.sentences()[sentence].paragraph) return -1;
  for (auto m = first_from(before.body);
       m != mentions_.end() && m->tokens.begin < before.tokens.end; ++m)
    if (m->actor >= 0 && !m->person && !m->demonym && speaks_next(m->tokens.end)) return m->actor;
  return -1;
}

// "the movement and its spokesman, X", "the movement, whose spokesman X said".
int Mentions::owner_meant(std::uint32_t token) const {
  const std::string_view word = lower_[token];
  if (word == "its" || word == "their") {
    const int said = body_that_spoke(document_.sentence_of(token));
    return said >= 0 ? said : antecedent(token);
  }
  if (word != "whose" || token < 2) return -1;
  const Mention* m = at(token - (document_[token - 1].text == "," ? 2 : 1));
  return m == nullptr || m->person ? -1 : m->actor;
}

// "Peru said that little was left. "...," the minister, X, said": the state with which the sentence
// before in the paragraph begins, and which speaks in it; -1 if none does.
int Mentions::speaking_before(std::uint32_t sentence) const {
  if (sentence == 0) return -1;
  const Sentence& before = document_.sentences()[sentence - 1];
  if (before.paragraph != document_.sentences()[sentence].paragraph) return -1;
  const Mention* first = at(before.body);
  return first != nullptr && first->actor >= 0 && !first->demonym && state(actors_[first->actor]) &&
                 speaks_next(first->tokens.end)
             ? first->actor
             : -1;
}

bool Mentions::speaks_next(std::uint32_t token) const {
  std::uint32_t n = 0;
  return token < lower_.size() &&
         lexicon_.match_cue(lower_, token, CueEntry::Form::verb, &n) != nullptr;
}

// Whose minister or colonel somebody is that no state is named with: that of a capital named
// before; of the dateline; of the first state in the sentence before ("Oslo's patience thinned.
// The minister, X, said"); else that which the article is about.
int Mentions::state_spoken_of(std::uint32_t before) const {
  const std::uint32_t here = document_.sentence_of(before);
  // "presented in Lima by the minister, X": where a capital is named first, it is theirs.
  for (auto m = first_from(document_.sentences()[here].body);
       m != mentions_.end() && m->tokens.begin < before; ++m) {
    const std::uint32_t at = m->tokens.begin;
    if (m->metonym && m->actor >= 0 && at > 0 && document_[at - 1].lower == "in") return m->actor;
  }
  // "told the Storting"
  for (auto m = first_from(before);
       m != mentions_.end() && m->tokens.begin < document_.sentences()[here].tokens.end; ++m)
    if (m->actor >= 0 && actors_[m->actor].sector() == "LEG" &&
        !actors_[m->actor].country().empty())
      return principal(m->actor);
  if (home_ >= 0 && reports_from_home_) {
    const int topic = speaking_before(here);
    return topic >= 0 ? topic : home_;
  }
  if (here > 0 &&
      document_.sentences()[here - 1].paragraph + 1 >= document_.sentences()[here].paragraph) {
    const Sentence& sentence = document_.sentences()[here - 1];
    for (auto m = first_from(sentence.body);
         m != mentions_.end() && m->tokens.begin < sentence.tokens.end; ++m)
      if (m->actor >= 0 && !m->demonym && actors_[m->actor].kind() == v1::ActorKind::country)
        return m->actor;
  }
  return home_;
}

}  // namespace casus::extract
