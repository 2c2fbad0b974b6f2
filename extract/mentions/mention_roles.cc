// What the words around a person's name say of office and body.

#include <algorithm>

#include "extract/mentions/mentions.h"

namespace casus::extract {

// Roles of persons: "Kenyan army spokesman Josephat M.", "Josephat M., a spokesman for the army".
void Mentions::find_roles() {
  for (std::size_t k = 0; k < mentions_.size(); ++k) {
    const Mention& m = mentions_[k];
    if (!m.person || actors_[m.actor].key().rfind("actor:person:", 0) != 0 ||
        !actors_[m.actor].affiliation().empty())
      continue;
    const Sentence& sentence = document_.sentences()[document_.sentence_of(m.name.begin)];
    // Before the name, up to a verb, a full comma or a preposition that is no "of" or "for".
    std::uint32_t begin = m.name.begin;
    bool comma = false;
    while (begin > sentence.tokens.begin && m.name.begin - begin < 12) {
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
    set_role(m.actor, {begin, m.name.begin});
    // After it, to the next comma that closes the apposition.
    std::uint32_t after = m.name.end;
    if (after < sentence.tokens.end && document_[after].text == ",") {
      std::uint32_t end = after + 1;
      if (end < sentence.tokens.end && document_[end].lower == "who") continue;
      while (end < sentence.tokens.end && end - after < 16 && document_[end].text != "," &&
             document_[end].text != "." && document_[end].text != ";")
        ++end;
      set_role(m.actor, {after + 1, end});
    }
  }
}

void Mentions::set_role(int person, Range description) {
  v1::Actor& actor = actors_[person];
  if (description.empty() || !actor.affiliation().empty()) return;
  Range office{};
  bool official = false;
  for (std::uint32_t i = description.begin; i < description.end; ++i) {
    std::uint32_t n = 0;
    if (lexicon_.is_title(lower_, i, &n) && n > 0) {
      if (office.empty()) office.begin = i;
      office.end = i + n;
    } else if (const AgentEntry* agent = lexicon_.match_agent(lower_, i, &n);
               agent != nullptr && agent->person) {
      official = official || agent->sector == "GOV" || agent->sector == "COP";
      if (office.empty()) office.begin = i;
      office.end = i + n;
    }
  }
  if (office.empty()) return;
  office.end = std::min(office.end, description.end);
  // The organisation nearest to the office within the description, a state if there is none.
  int owner = -1;
  for (std::uint32_t i = description.begin; i < description.end; ++i) {
    const Mention* m = at(i);
    if (m == nullptr || m->actor < 0 || m->actor == person || m->person) continue;
    if (owner < 0 || actors_[owner].kind() == v1::ActorKind::country) owner = m->actor;
    i = m->tokens.end - 1;
  }
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
  // "the deputy information minister": of the state that the article is about or from.
  if (owner < 0 && official) owner = home_;
  std::string role(document_.text_of(office));
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
  if (owner >= 0) {
    actors_[person].set_affiliation(actors_[owner].key());
    if (actors_[person].country().empty()) actors_[person].set_country(actors_[owner].country());
  }
}

}  // namespace casus::extract
