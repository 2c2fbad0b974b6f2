#include "extract/mentions.h"

#include <algorithm>

#include "graph/keys.h"
#include "graph/names.h"
#include "graph/principals.h"

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

// The words of an organisation's name in one order: "Ministry of Foreign Affairs" and "Foreign
// Ministry" are one.
std::string organ_words(std::string words) {
  for (std::string_view head :
       {"Ministry of ", "Department of ", "ministry of ", "department of "}) {
    if (!words.starts_with(head)) continue;
    std::string rest = words.substr(head.size());
    if (rest.starts_with("the ")) rest = rest.substr(4);
    if (rest.ends_with(" Affairs")) rest.resize(rest.size() - 8);
    return rest + " " + std::string(head.substr(0, head.find(' ')));
  }
  return words;
}

}  // namespace

Mentions::Mentions(const Document& document, const Lexicon& lexicon, Day published)
    : document_(document), lexicon_(lexicon), published_(published) {
  lower_.reserve(document.tokens().size());
  for (const Token& token : document.tokens()) lower_.push_back(token.lower);
  enter_names();
  find_roles();
  find_home();
}

const Mention* Mentions::at(std::uint32_t token) const {
  if (token >= mention_of_token_.size() || mention_of_token_[token] < 0) return nullptr;
  return &mentions_[static_cast<std::size_t>(mention_of_token_[token])];
}

void Mentions::enter_names() {
  mention_of_token_.assign(document_.tokens().size(), -1);
  for (const FoundName& found : find_names(document_, lexicon_)) {
    Mention mention;
    mention.tokens = found.tokens;
    mention.name = found.name;
    mention.place = found.match.place;
    mention.demonym = found.match.demonym;
    mention.metonym = found.match.metonym;
    if (found.match.tokens > 0) {
      if (found.match.actor != nullptr) mention.actor = enter(*found.match.actor);
    } else if (found.kind == FoundName::Kind::place) {
      mention.place = enter_place(found.name);
    } else if (found.kind == FoundName::Kind::organisation) {
      mention.actor = enter_organisation(found);
    } else {
      mention.actor = enter_person(found);
      // A single unknown name that stood for a place before does so again.
      if (mention.actor < 0) mention.place = enter_place(found.name);
    }
    mention.person = mention.actor >= 0 && actors_[mention.actor].kind() == v1::ActorKind::person;
    for (std::uint32_t i = found.tokens.begin; i < found.tokens.end; ++i)
      mention_of_token_[i] = static_cast<std::int32_t>(mentions_.size());
    mentions_.push_back(std::move(mention));
  }
}

int Mentions::enter(const ActorEntry& entry) {
  const std::string key = lexicon_actor_key(entry.id);
  if (auto it = actor_by_key_.find(key); it != actor_by_key_.end()) return it->second;
  int affiliation = -1;
  std::string role;
  if (const Office* office = Lexicon::office_on(entry, published_)) {
    role = office->title;
    if (const ActorEntry* of = lexicon_.actor(office->affiliation)) affiliation = enter(*of);
  } else if (const ActorEntry* of = lexicon_.actor(entry.affiliation)) {
    affiliation = enter(*of);
  }
  v1::Actor actor;
  actor.set_key(key);
  actor.set_name(entry.name);
  actor.set_kind(entry.kind);
  actor.set_country(entry.country);
  actor.set_sector(entry.sector);
  actor.set_role(role);
  if (affiliation >= 0) actor.set_affiliation(actors_[affiliation].key());
  for (const std::string& alias : entry.aliases) actor.add_aliases(alias);
  actors_.push_back(std::move(actor));
  const int index = static_cast<int>(actors_.size()) - 1;
  actor_by_key_.emplace(key, index);
  return index;
}

int Mentions::enter_named(v1::ActorKind::Value kind, const std::string& country,
                          const std::string& name, const std::string& sector, int affiliation) {
  if (slug(name).empty()) return -1;
  const std::string key = named_actor_key(kind, country, name);
  if (auto it = actor_by_key_.find(key); it != actor_by_key_.end()) return it->second;
  v1::Actor actor;
  actor.set_key(key);
  actor.set_name(name);
  actor.set_kind(kind);
  actor.set_country(country);
  actor.set_sector(sector);
  if (affiliation >= 0) actor.set_affiliation(actors_[affiliation].key());
  actors_.push_back(std::move(actor));
  const int index = static_cast<int>(actors_.size()) - 1;
  actor_by_key_.emplace(key, index);
  return index;
}

int Mentions::enter_person(const FoundName& found) {
  const bool single = found.name.size() == 1;
  const std::string last = document_[found.name.end - 1].lower;
  // "Austin" after "Lloyd Austin"; the person named last goes first.
  if (single) {
    for (auto it = mentions_.rbegin(); it != mentions_.rend(); ++it) {
      if (!it->person || document_[it->name.end - 1].lower != last) continue;
      return it->actor;
    }
    for (auto it = mentions_.rbegin(); it != mentions_.rend(); ++it)
      if (it->actor < 0 && it->place != nullptr && it->name.size() == 1 &&
          document_[it->name.begin].lower == last)
        return -1;
  }
  const std::string name(document_.text_of(found.name));
  // An acronym that the text has introduced: "Free Coast Brigades (FCB)".
  if (single) {
    for (const v1::Actor& actor : actors_)
      for (const std::string& alias : actor.aliases())
        if (alias == name) return actor_by_key_.at(actor.key());
    const std::uint32_t at = found.name.begin;
    if (at > 0 && document_[at - 1].text == "(" && !mentions_.empty() &&
        mentions_.back().name.end == at - 1 && mentions_.back().actor >= 0 && name.size() > 1 &&
        std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
      actors_[mentions_.back().actor].add_aliases(name);
      return mentions_.back().actor;
    }
  }
  const bool titled = found.tokens.begin < found.name.begin;
  const bool person = found.kind == FoundName::Kind::person || titled;
  return enter_named(person ? v1::ActorKind::person : v1::ActorKind::unknown, "", name, "", -1);
}

int Mentions::enter_organisation(const FoundName& found) {
  std::string words(document_.text_of(found.name));
  int owner = -1;
  if (found.state != nullptr) {
    owner = enter(*found.state);
    // What follows the state's name: "Defence Ministry" of "Armenian Defence Ministry".
    std::vector<std::string_view> texts;
    for (std::uint32_t i = found.name.begin; i < found.name.end; ++i)
      texts.push_back(document_[i].text);
    const std::uint32_t skip = lexicon_.match_name(texts, 0, document_.all_caps()).tokens;
    words = document_.text_of({found.name.begin + skip, found.name.end});
  } else if (found.actor_kind == v1::ActorKind::government ||
             found.actor_kind == v1::ActorKind::military) {
    const std::uint32_t begin = found.tokens.begin;
    const std::uint32_t end = found.tokens.end;
    auto owned_by = [&](const Mention& m) { return m.actor >= 0 && state(actors_[m.actor]); };
    // "Iran's Foreign Ministry", and "in Baku the Defence Ministry": the state named just before.
    for (auto it = mentions_.rbegin(); it != mentions_.rend() && owner < 0; ++it) {
      if (document_.sentence_of(it->tokens.begin) != document_.sentence_of(begin)) break;
      if (begin - it->tokens.end <= 2 && owned_by(*it)) owner = it->actor;
    }
    // "the Foreign Ministry of Iran", "a Foreign Ministry official in Moscow".
    std::vector<std::string_view> texts;
    for (std::uint32_t i = end; i < std::min<std::size_t>(end + 6, document_.tokens().size()); ++i)
      texts.push_back(document_[i].text);
    for (std::uint32_t i = 0; i + 1 < texts.size() && owner < 0; ++i) {
      if (texts[i] == "." || texts[i] == ",") break;
      if (texts[i] != "of" && texts[i] != "in") continue;
      NameMatch match = lexicon_.match_name(texts, i + 1);
      if (match.actor != nullptr && match.actor->kind == v1::ActorKind::country)
        owner = enter(*match.actor);
    }
    // An organ that the text has named in full before.
    if (owner < 0) {
      const std::string tail = " " + normalise_name(organ_words(words));
      for (auto it = mentions_.rbegin(); it != mentions_.rend(); ++it)
        if (it->actor >= 0 && !it->person &&
            normalise_name(actors_[it->actor].name()).ends_with(tail))
          return it->actor;
    }
  }
  std::string name = organ_words(words);
  std::string country;
  if (owner >= 0) {
    country = actors_[owner].country();
    name = short_name(owner) + " " + name;
  }
  return enter_named(found.actor_kind, country, name, found.sector, owner);
}

const PlaceEntry* Mentions::enter_place(Range name) {
  const std::string text(document_.text_of(name));
  const std::string normal = normalise_name(text);
  if (normal.empty()) return nullptr;
  for (const PlaceEntry& place : own_places_)
    if (normalise_name(place.name) == normal) return &place;
  PlaceEntry place;
  place.name = text;
  place.id = "-:" + slug(text);
  own_places_.push_back(std::move(place));
  return &own_places_.back();
}

// States that everybody calls by their letters, in the names of their organs ("US embassy").
std::string Mentions::short_name(int index) const {
  const v1::Actor& actor = actors_[index];
  if (actor.key() == "actor:USA") return "US";
  if (actor.key() == "actor:GBR") return "UK";
  if (actor.key() == "actor:ARE") return "UAE";
  return actor.name();
}

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
  for (std::uint32_t i = description.begin; i < description.end; ++i) {
    std::uint32_t n = 0;
    if (lexicon_.is_title(lower_, i, &n) && n > 0) {
      if (office.empty()) office.begin = i;
      office.end = i + n;
    } else if (const AgentEntry* agent = lexicon_.match_agent(lower_, i, &n);
               agent != nullptr && agent->person) {
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
    if (owner < 0 || state(actors_[owner])) owner = m->actor;
    i = m->tokens.end - 1;
  }
  if (owner >= 0 && state(actors_[owner])) {
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
  if (actor.role().empty()) actors_[person].set_role(std::string(document_.text_of(office)));
  if (owner >= 0) {
    actors_[person].set_affiliation(actors_[owner].key());
    if (actors_[person].country().empty()) actors_[person].set_country(actors_[owner].country());
  }
}

// The state that at least half of the article's states are.
void Mentions::find_home() {
  std::map<std::string, int> count;
  int total = 0;
  for (const Mention& m : mentions_) {
    std::string country;
    if (m.actor >= 0 && state(actors_[m.actor])) {
      country = actors_[m.actor].country();
    } else if (m.place != nullptr && m.actor < 0) {
      country = m.place->country;
    }
    if (country.empty()) continue;
    ++count[country];
    ++total;
  }
  for (const auto& [country, n] : count)
    if (n * 2 > total) home_ = actor_of(country);
}

int Mentions::actor_of(std::string_view lexicon_id) {
  const ActorEntry* entry = lexicon_.actor(lexicon_id);
  return entry == nullptr ? -1 : enter(*entry);
}

int Mentions::organ_of(int owner, const AgentEntry& agent, Range noun) {
  const std::string& lower = agent.noun;
  if (agent.kind == v1::ActorKind::government &&
      (lower == "government" || lower == "authority" || lower == "authorities" ||
       lower == "administration" || lower == "regime" || lower == "state" || lower == "leadership"))
    return owner;
  const std::string country = actors_[owner].country();
  std::string words(document_.text_of(noun));
  if (agent.sector == "MIL" && lower != "air force" && lower != "navy" && lower != "coast guard" &&
      lower != "marine")
    words = "Armed Forces";
  if (agent.sector == "COP") words = "police";
  return enter_named(agent.kind, country, short_name(owner) + " " + organ_words(words),
                     agent.sector, owner);
}

Referent Mentions::resolve(const Phrase& phrase) {
  Referent referent;
  referent.tokens = phrase.tokens;
  while (referent.tokens.size() > 1 && determiner(document_[referent.tokens.begin].lower))
    ++referent.tokens.begin;
  referent.text = document_.text_of(referent.tokens);
  const std::string& head = document_[phrase.head].lower;

  if (head == "he" || head == "she" || head == "him" || head == "her" || head == "it" ||
      head == "they" || head == "them" || head == "i" || head == "we" || head == "us" ||
      head == "himself" || head == "herself" || head == "itself" || head == "themselves") {
    // "US" in capitals is no pronoun, and a mention.
    if (at(phrase.head) == nullptr) {
      referent.pronoun = true;
      referent.actor = antecedent(phrase.head);
      referent.person = head == "he" || head == "she" || head == "him" || head == "her" ||
                        head == "i" || head == "himself" || head == "herself";
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
  if (const OrganisationWord* word = organisation_word(head)) {
    AgentEntry agent;
    agent.noun = head;
    agent.kind = word->kind;
    agent.sector = word->sector;
    referent.actor = described(phrase, agent, {phrase.head, phrase.head + 1}, referent);
  }
  return referent;
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
    const std::string& before = document_[name - 1].lower;
    return before == "of" || before == "for" || before == "the";
  };
  std::vector<int> states;
  int organisation = -1;
  for (std::uint32_t i = phrase.tokens.begin; i < with_owner(phrase, agent); ++i) {
    const Mention* m = at(i);
    if (m == nullptr) continue;
    if (m->actor >= 0 && !m->person) {
      if (!state(actors_[m->actor])) {
        if (organisation < 0) organisation = m->actor;
      } else if (m->tokens.end <= noun.begin || owner_after(m->tokens.begin)) {
        if (std::find(states.begin(), states.end(), m->actor) == states.end())
          states.push_back(m->actor);
      }
    }
    i = m->tokens.end - 1;
  }
  const bool official = agent.sector == "GOV" || agent.sector == "MIL" || agent.sector == "COP" ||
                        agent.sector == "SPY" || agent.sector == "JUD" || agent.sector == "LEG";
  if (organisation >= 0) {
    // "FMLN guerrillas", "a spokesman for the ministry": the body itself.
    if (agent.speaks_for) return organisation;
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
    const std::string text(
        document_.text_of({referent.tokens.begin, std::max(noun.end, phrase.head + 1)}));
    return enter_named(agent.kind, actors_[owner].country(), text, agent.sector,
                       official ? owner : -1);
  }
  const std::string& first = document_[phrase.tokens.begin].lower;
  const bool definite = first == "the" || first == "this" || first == "that" || first == "its" ||
                        first == "their" || first == "his" || document_[noun.begin].capital;
  if (definite && !agent.plural_source) {
    const int earlier = taken_up(agent.noun, agent, phrase.tokens.begin);
    if (earlier >= 0) return earlier;
    const bool state_organ = agent.sector == "MIL" || agent.sector == "COP" ||
                             agent.noun == "government" || agent.noun.ends_with("ministry");
    if (home_ >= 0 && state_organ && !agent.person) return organ_of(home_, agent, noun);
  }
  return -1;
}

int Mentions::taken_up(std::string_view noun, const AgentEntry& agent, std::uint32_t before) const {
  const std::uint32_t here = document_.sentence_of(before);
  for (auto it = mentions_.rbegin(); it != mentions_.rend(); ++it) {
    if (it->tokens.begin >= before || it->actor < 0 || it->demonym) continue;
    if (here - document_.sentence_of(it->tokens.begin) > 12) break;
    const v1::Actor& actor = actors_[it->actor];
    if (agent.person) {
      if (it->person &&
          (" " + normalise_name(actor.role()) + " ").find(" " + std::string(noun) + " ") !=
              std::string::npos)
        return it->actor;
      continue;
    }
    if (it->person || state(actor)) continue;
    if ((" " + normalise_name(actor.name()) + " ").find(" " + std::string(noun) + " ") !=
        std::string::npos)
      return it->actor;
    if (agent.kind == v1::ActorKind::armed_group && actor.kind() == v1::ActorKind::armed_group)
      return it->actor;
  }
  return -1;
}

int Mentions::antecedent(std::uint32_t pronoun) const {
  const std::string& lower = document_[pronoun].lower;
  if (lower == "i" || lower == "we" || lower == "us") return -1;
  const bool person = lower == "he" || lower == "she" || lower == "him" || lower == "her" ||
                      lower == "himself" || lower == "herself";
  const std::uint32_t here = document_.sentence_of(pronoun);
  const bool inside = quoted(pronoun);
  auto fits = [&](const Mention& m) {
    if (m.actor < 0 || (quoted(m.tokens.begin) && !inside)) return false;
    if (person) return m.person;
    return !m.person && !m.demonym;
  };
  // In its own sentence the nearest person before it, or the first body (the subject); before that
  // the first of each sentence, which is mostly its subject.
  for (std::uint32_t back = 0; back <= 4 && back <= here; ++back) {
    const Range tokens = document_.sentences()[here - back].tokens;
    const Mention* best = nullptr;
    for (const Mention& m : mentions_) {
      if (m.tokens.begin < tokens.begin || m.tokens.begin >= tokens.end) continue;
      if (m.tokens.begin >= pronoun) break;
      if (!fits(m)) continue;
      best = &m;
      if (!(person && back == 0)) break;
    }
    if (best != nullptr) return best->actor;
    if (!person && back >= 2) break;
  }
  return -1;
}

const Mention* Mentions::place_in(Range tokens) const {
  const Mention* best = nullptr;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const Mention* m = at(i);
    if (m == nullptr) continue;
    i = m->tokens.end - 1;
    if (m->place == nullptr || m->demonym) continue;
    // The most particular one: a country only where nothing smaller is named.
    if (best == nullptr || (best->place->within.empty() && !m->place->within.empty())) best = m;
    if (best->place->country != best->place->id) break;
  }
  return best;
}

std::string Mentions::place_key(const Mention& mention) {
  if (mention.place == nullptr) return "";
  const std::string key = "place:" + mention.place->id;
  auto [it, added] = places_used_.try_emplace(key);
  if (added) {
    v1::Place& place = it->second;
    place.set_key(key);
    place.set_name(mention.place->name);
    place.set_country(mention.place->country);
    if (mention.place->located) {
      place.set_latitude(mention.place->latitude);
      place.set_longitude(mention.place->longitude);
    }
    if (const PlaceEntry* within = lexicon_.place(mention.place->within)) {
      place.set_within("place:" + within->id);
      v1::Place& outer = places_used_["place:" + within->id];
      if (outer.key().empty()) {
        outer.set_key("place:" + within->id);
        outer.set_name(within->name);
        outer.set_country(within->country);
        v1::Span* span = outer.add_evidence();
        span->set_begin(document_[mention.name.begin].begin);
        span->set_end(document_[mention.name.end - 1].end);
      }
    }
  }
  v1::Place& place = places_used_[key];
  const std::uint32_t begin = document_[mention.name.begin].begin;
  for (const v1::Span& span : place.evidence())
    if (span.begin() == begin) return key;
  v1::Span* span = place.add_evidence();
  span->set_begin(begin);
  span->set_end(document_[mention.name.end - 1].end);
  return key;
}

std::string Mentions::actor_key(int actor, Range evidence) {
  if (actor < 0) return "";
  if (!evidence.empty()) {
    const auto span = std::pair(document_[evidence.begin].begin, document_[evidence.end - 1].end);
    for (int a = actor, depth = 0; a >= 0 && depth < 8; ++depth) {
      actor_evidence_[a].insert(span);
      const std::string& up = actors_[a].affiliation();
      auto it = up.empty() ? actor_by_key_.end() : actor_by_key_.find(up);
      a = it == actor_by_key_.end() ? -1 : it->second;
    }
  }
  return actors_[actor].key();
}

int Mentions::principal(int actor) const {
  if (actor < 0) return -1;
  const auto owner_of = [this](std::string_view key) {
    const auto found = actor_by_key_.find(std::string(key));
    if (found == actor_by_key_.end()) return std::string_view();
    const v1::Actor& listed = actors_[found->second];
    return speaks_for_affiliation(listed.kind()) ? std::string_view(listed.affiliation())
                                                 : std::string_view();
  };
  const std::vector<std::string_view> chain = principals(actors_[actor].key(), owner_of);
  const auto last = actor_by_key_.find(std::string(chain.back()));
  return last == actor_by_key_.end() ? actor : last->second;
}

void Mentions::write(v1::ArticleAnnotation& annotation) const {
  std::map<std::string, v1::Actor> sorted;
  for (const auto& [index, spans] : actor_evidence_) {
    v1::Actor actor = actors_[index];
    for (const auto& [begin, end] : spans) {
      v1::Span* span = actor.add_evidence();
      span->set_begin(begin);
      span->set_end(end);
    }
    sorted.emplace(actor.key(), std::move(actor));
  }
  for (auto& [key, actor] : sorted) *annotation.add_actors() = std::move(actor);
  for (const auto& [key, place] : places_used_) *annotation.add_places() = place;
}

}  // namespace casus::extract
