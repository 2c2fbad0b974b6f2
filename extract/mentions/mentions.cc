#include "extract/mentions/mentions.h"

#include <algorithm>

#include "graph/keys.h"
#include "graph/names.h"
#include "graph/principals.h"

namespace casus::extract {
namespace {

bool state(const v1::Actor& actor) { return actor.kind() == v1::ActorKind::country; }

// How many names back an organ without its state is looked for.
constexpr std::size_t kLookBack = 200;
// Bytes; what is longer is no name.
constexpr std::size_t kLongestName = 200;

// The words of an organisation's name in one order: "Ministry of Foreign Affairs" and "Foreign
// Ministry" are one.
std::string organ_words(std::string words) {
  for (std::string_view head :
       {"Ministry of ", "Department of ", "ministry of ", "department of "}) {
    if (!words.starts_with(head)) continue;
    std::string rest = words.substr(head.size());
    if (rest.starts_with("the ")) rest = rest.substr(4);
    if (rest.starts_with("National ")) rest = rest.substr(9);
    if (rest.ends_with(" Affairs")) rest.resize(rest.size() - 8);
    return rest + " " + std::string(head.substr(0, head.find(' ')));
  }
  return words;
}

// A government and its foreign ministry are the state where it speaks.
bool speaks_as_state(std::string_view words) {
  const std::string normal = normalise_name(words);
  for (std::string_view organ :
       {"government", "authority", "authorities", "administration", "regime", "state", "leadership",
        "office", "foreign ministry", "external ministry", "foreign office", "cabinet"})
    if (normal == organ) return true;
  return false;
}

// What the lexicon has for "the army" where the country's own is meant: "Congolese army".
const ActorEntry* army_of(const Lexicon& lexicon, const std::string& country) {
  const ActorEntry* state = lexicon.actor(country);
  if (state == nullptr || state->adjective.empty()) return nullptr;
  const std::string_view words[] = {state->adjective, "army"};
  const ActorEntry* army = lexicon.match_name(words, 0).actor;
  const bool own =
      army != nullptr && army->kind == v1::ActorKind::military && army->country == country;
  return own ? army : nullptr;
}

bool one_of_rebels(std::string_view last) {
  return last == "army" || last == "brigade" || last == "brigades" || last == "battalion";
}

}  // namespace

Mentions::Mentions(const Document& document, const Lexicon& lexicon, Day published)
    : document_(document), lexicon_(lexicon), published_(published) {
  lower_.reserve(document.tokens().size());
  for (const Token& token : document.tokens()) lower_.push_back(token.lower);
  const std::vector<FoundName> names = find_names(document_, lexicon_);
  find_home(names);
  enter_names(names);
  find_roles();
}

bool Mentions::named_in(Range words) const {
  for (auto mention = first_from(words.begin);
       mention != mentions_.end() && mention->tokens.begin < words.end; ++mention)
    if (mention->actor >= 0) return true;
  return false;
}

const Mention* Mentions::at(std::uint32_t token) const {
  if (token >= mention_of_token_.size() || mention_of_token_[token] < 0) return nullptr;
  return &mentions_[static_cast<std::size_t>(mention_of_token_[token])];
}

void Mentions::enter_names(const std::vector<FoundName>& names) {
  mention_of_token_.assign(document_.tokens().size(), -1);
  for (const FoundName& found : names) {
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
    if (mention.person)
      person_by_surname_.try_emplace(document_[found.name.end - 1].lower, mention.actor);
    if (mention.person && found.name.size() > 2)
      person_by_first_surname_[document_[found.name.end - 2].lower] = mention.actor;
    for (std::uint32_t i = found.tokens.begin; i < found.tokens.end; ++i)
      mention_of_token_[i] = static_cast<std::int32_t>(mentions_.size());
    mentions_.push_back(std::move(mention));
  }
}

int Mentions::enter(const ActorEntry& entry) {
  const std::string key = lexicon_actor_key(entry.id);
  if (auto it = actor_by_key_.find(key); it != actor_by_key_.end()) return it->second;
  const Standing standing = Lexicon::standing_on(entry, published_);
  int affiliation = -1;
  if (const ActorEntry* of = lexicon_.actor(standing.affiliation)) affiliation = enter(*of);
  v1::Actor actor;
  actor.set_key(key);
  actor.set_name(entry.name);
  actor.set_kind(entry.kind);
  actor.set_country(std::string(standing.country));
  actor.set_sector(std::string(standing.sector));
  actor.set_role(std::string(standing.role));
  if (affiliation >= 0) actor.set_affiliation(actors_[affiliation].key());
  for (const std::string& alias : entry.aliases) actor.add_aliases(alias);
  actors_.push_back(std::move(actor));
  const int index = static_cast<int>(actors_.size()) - 1;
  actor_by_key_.emplace(key, index);
  return index;
}

int Mentions::enter_named(v1::ActorKind::Value kind, const std::string& country,
                          const std::string& name, const std::string& sector, int affiliation) {
  if (name.size() > kLongestName || slug(name).empty()) return -1;
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
  // "Austin" after "Lloyd Austin": whoever was named first is who the text is about.
  if (single) {
    if (auto it = person_by_surname_.find(last); it != person_by_surname_.end()) return it->second;
    if (own_place_by_name_.contains(normalise_name(last))) return -1;
    // "Bravo" for Juan Bravo Herrera: the first of two surnames.
    if (auto it = person_by_first_surname_.find(last); it != person_by_first_surname_.end())
      return it->second;
  }
  const std::string name(document_.text_of(found.name));
  // An acronym that the text has introduced: "Salt River Brigades (SRB)".
  if (single) {
    if (auto it = actor_by_acronym_.find(name); it != actor_by_acronym_.end()) return it->second;
    const std::uint32_t at = found.name.begin;
    if (at > 0 && document_[at - 1].text == "(" && !mentions_.empty() &&
        mentions_.back().name.end == at - 1 && mentions_.back().actor >= 0 && name.size() > 1 &&
        std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
      actors_[mentions_.back().actor].add_aliases(name);
      actor_by_acronym_.emplace(name, mentions_.back().actor);
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
    owner = owner_named_around(found.tokens);
    // An organ that the text has named in full before.
    if (owner < 0) {
      const std::string tail = " " + normalise_name(organ_words(words));
      const std::size_t first = mentions_.size() - std::min(mentions_.size(), kLookBack);
      for (std::size_t i = mentions_.size(); i-- > first;)
        if (mentions_[i].actor >= 0 && !mentions_[i].person &&
            normalise_name(actors_[mentions_[i].actor].name()).ends_with(tail))
          return mentions_[i].actor;
    }
    // "OSLO - The Defence Ministry said": that of the state which the article is about, or from.
    if (owner < 0 && normalise_name(organ_words(words)).ends_with("ministry"))
      owner = home_of(found.tokens);
  }
  std::string name = organ_words(words);
  if (owner >= 0 && state(actors_[owner]) && speaks_as_state(name)) return owner;
  std::string country;
  if (owner >= 0) {
    country = actors_[owner].country();
    name = organ_name(owner, name);
  }
  // "the Dawn Army", of no state: what rebels call themselves.
  const bool own_army = found.actor_kind == v1::ActorKind::military && owner < 0 &&
                        found.name.size() > 1 &&
                        one_of_rebels(document_[found.name.end - 1].lower) &&
                        document_[found.name.begin].lower != "national";
  return enter_named(own_army ? v1::ActorKind::armed_group : found.actor_kind, country, name,
                     own_army ? "REB" : found.sector, owner);
}

// The state whose organ it is, by the words around its name; -1 if they do not say.
int Mentions::owner_named_around(Range organ) {
  const auto owns = [&](const Mention& m) { return m.actor >= 0 && state(actors_[m.actor]); };
  const std::uint32_t here = document_.sentence_of(organ.begin);
  // "Iran's Foreign Ministry", and "in Oslo the Defence Ministry": the state named just before.
  for (auto it = mentions_.rbegin(); it != mentions_.rend(); ++it) {
    if (document_.sentence_of(it->tokens.begin) != here) break;
    if (organ.begin - it->tokens.end <= 2 && owns(*it)) return it->actor;
  }
  // "the Foreign Ministry of Iran", "a Foreign Ministry clerk in Lima".
  std::vector<std::string_view> texts;
  for (std::uint32_t i = organ.end;
       i < std::min<std::size_t>(organ.end + 6, document_.tokens().size()); ++i)
    texts.push_back(document_[i].text);
  for (std::uint32_t i = 0; i + 1 < texts.size(); ++i) {
    if (texts[i] == "." || texts[i] == ",") break;
    if (texts[i] != "of" && texts[i] != "in") continue;
    const NameMatch match = lexicon_.match_name(texts, i + 1);
    if (match.actor != nullptr && match.actor->kind == v1::ActorKind::country)
      return enter(*match.actor);
  }
  // "Beijing kept silent. The Foreign Ministry ...": a capital that stands for its government, or
  // with "its" any state, in this sentence or the one before.
  const std::string_view before = organ.begin > 0 ? lower_[organ.begin - 1] : std::string_view();
  const bool possessed = before == "its" || before == "their";
  for (auto it = mentions_.rbegin(); it != mentions_.rend(); ++it) {
    if (document_.sentence_of(it->tokens.begin) + 1 < here) break;
    if (!owns(*it) || it->demonym) continue;
    const std::uint32_t at = it->tokens.begin;
    const bool somewhere = at > 0 && (lower_[at - 1] == "in" || lower_[at - 1] == "at" ||
                                      lower_[at - 1] == "from" || lower_[at - 1] == "to");
    if (possessed || (it->metonym && !somewhere)) return it->actor;
  }
  return -1;
}

const PlaceEntry* Mentions::enter_place(Range name) {
  const std::string text(document_.text_of(name));
  const std::string normal = normalise_name(text);
  if (normal.empty() || text.size() > kLongestName) return nullptr;
  const auto [found, added] = own_place_by_name_.try_emplace(normal, nullptr);
  if (added) {
    PlaceEntry place;
    place.name = text;
    place.id = "-:" + slug(text);
    own_places_.push_back(std::move(place));
    found->second = &own_places_.back();
  }
  return found->second;
}

// States that everybody calls by their letters, in the names of their organs ("US embassy").
std::string Mentions::short_name(int index) const {
  const v1::Actor& actor = actors_[index];
  if (actor.key() == "actor:USA") return "US";
  if (actor.key() == "actor:GBR") return "UK";
  if (actor.key() == "actor:ARE") return "UAE";
  return actor.name();
}

// "OSLO -": the state of the one place that a dateline names; empty if none, or two.
std::string Mentions::country_of_dateline() const {
  constexpr std::size_t kFirst = 3;  // sentences: a title and a byline may stand before it
  for (std::size_t s = 0; s < std::min(kFirst, document_.sentences().size()); ++s) {
    const Sentence& sentence = document_.sentences()[s];
    std::vector<std::string> capitalised;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.body; ++i) {
      std::string text(document_[i].text);
      // "BAKU": names are found as they are spelt in a text.
      if (text.size() > 3 && text.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos)
        text = text.substr(0, 1) + std::string(document_[i].lower).substr(1);
      capitalised.push_back(std::move(text));
    }
    const std::vector<std::string_view> texts(capitalised.begin(), capitalised.end());
    std::set<std::string> states;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const NameMatch match = lexicon_.match_name(texts, i);
      if (match.place == nullptr || match.place->country.empty()) continue;
      states.insert(match.place->country);
      i += match.tokens - 1;
    }
    if (!states.empty()) return states.size() == 1 ? *states.begin() : std::string();
  }
  return "";
}

// The state of the dateline if the text goes on to speak of it, more than of others' affairs (a
// quarter of the states that it names); else that which at least half of them are.
void Mentions::find_home(const std::vector<FoundName>& names) {
  std::map<std::string, int, std::less<>> count;
  int total = 0;
  for (const FoundName& found : names) {
    const NameMatch& match = found.match;
    std::string country;
    if (match.actor != nullptr && match.actor->kind == v1::ActorKind::country)
      country = match.actor->id;
    else if (match.actor == nullptr && match.place != nullptr)
      country = match.place->country;
    if (country.empty()) continue;
    ++count[country];
    ++total;
  }
  const std::string from = country_of_dateline();
  if (!from.empty() && count[from] * 4 >= total) {
    home_ = actor_of(from);
    reports_from_home_ = home_ >= 0;
    return;
  }
  std::string_view second;
  for (const auto& [country, n] : count) {
    if (n * 2 > total)
      home_ = actor_of(country);
    else if (second.empty() || n > count.find(second)->second)
      second = country;
  }
  if (home_ >= 0 && !second.empty()) second_home_ = actor_of(second);
}

int Mentions::actor_of(std::string_view lexicon_id) {
  const ActorEntry* entry = lexicon_.actor(lexicon_id);
  return entry == nullptr ? -1 : enter(*entry);
}

int Mentions::organ_of(int owner, const AgentEntry& agent, Range noun) {
  const std::string& lower = agent.noun;
  std::string words(document_.text_of(noun));
  if (agent.kind == v1::ActorKind::government &&
      (speaks_as_state(lower) || speaks_as_state(organ_words(words))))
    return owner;
  const std::string country = actors_[owner].country();
  if (agent.sector == "MIL" && lower != "air force" && lower != "navy" && lower != "coast guard" &&
      lower != "marine")
    words = "Armed Forces";
  if (owner == home_ && words == "Armed Forces")
    if (const ActorEntry* army = army_of(lexicon_, country)) return enter(*army);
  if (agent.sector == "COP") words = "police";
  return enter_named(agent.kind, country, organ_name(owner, organ_words(words)), agent.sector,
                     owner);
}

// "Iraq Defence Ministry", but "Iraqi embassy", as missions abroad are called.
std::string Mentions::organ_name(int owner, const std::string& words) const {
  const std::string lower = normalise_name(words);
  for (const std::string_view mission : {"embassy", "consulate", "high commission"}) {
    if (!lower.ends_with(mission)) continue;
    const ActorEntry* entry = lexicon_.actor(actors_[owner].country());
    if (entry != nullptr && !entry->adjective.empty()) return entry->adjective + " " + words;
  }
  return short_name(owner) + " " + words;
}

// "the interior ministry | in Islamabad": the state of a capital or a country named right after.
int Mentions::seated_in(std::uint32_t end) {
  if (end + 1 >= lower_.size() || (lower_[end] != "in" && lower_[end] != "of")) return -1;
  std::vector<std::string_view> texts;
  for (std::uint32_t i = end + 1; i < std::min<std::size_t>(end + 5, lower_.size()); ++i)
    texts.push_back(document_[i].text);
  const NameMatch match = lexicon_.match_name(texts, 0);
  if (match.actor == nullptr || match.actor->kind != v1::ActorKind::country) return -1;
  return enter(*match.actor);
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

const Mention* Mentions::place_of_dateline() const {
  const Mention* last = nullptr;
  for (const Sentence& sentence : document_.sentences()) {
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.body; ++i) {
      const Mention* m = at(i);
      if (m != nullptr && m->place != nullptr && !m->demonym) last = m;
    }
    if (last != nullptr || sentence.paragraph > 1) break;
  }
  return last;
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

int Mentions::find(const std::string& key) const {
  const auto found = actor_by_key_.find(key);
  return found == actor_by_key_.end() ? -1 : found->second;
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
