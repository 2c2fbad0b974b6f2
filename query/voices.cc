#include "query/voices.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/assemble.h"
#include "graph/crowd.h"
#include "graph/principals.h"
#include "query/same_actor.h"
#include "query/summary.h"

namespace casus::query {

using storage::Direction;
using storage::EdgeRef;
using storage::NodeId;

namespace {

constexpr int kMaxAffiliations = 4;  // as far as the index of relations goes

// How voices stand: oldest first, undated ones last, a title before its text.
auto order_of(const v1::Quote& place, const std::string& statement, const std::string& principal) {
  return std::tuple(place.published().empty(), place.published(), place.article(),
                    !place.has_part(), place.begin(), statement, principal);
}

void set_passage(const v1::Quote& quote, v1::Voice& voice) {
  voice.set_article(quote.article());
  voice.set_outlet(quote.outlet());
  voice.set_published(quote.published());
  voice.set_quote(quote.quote());
  voice.set_begin(quote.begin());
  voice.set_end(quote.end());
  if (quote.has_part()) voice.set_part(quote.part());
}

// Where the article stands in its own voice, if that lies in the window.
v1::Stance::Value own_stance(const v1::Node& claim, const DayWindow& window) {
  return window.contains(order_day(claim)) ? claim.claim().article_stance() : v1::Stance::none;
}

// Of those beyond the oldest so many only those of the same day stay, which must be read to be put
// in order. Gives how many went.
template <typename Heard>
std::size_t keep_oldest(std::vector<Heard>& heard, std::size_t most) {
  if (most == 0 || heard.size() <= most) return 0;
  const auto day = [](const Heard& one) {
    return one.published.known() ? one.published.value : std::numeric_limits<std::int32_t>::max();
  };
  const auto cut = heard.begin() + static_cast<std::ptrdiff_t>(most - 1);
  std::nth_element(heard.begin(), cut, heard.end(),
                   [&](const Heard& a, const Heard& b) { return day(a) < day(b); });
  const auto last = day(*cut);
  return std::erase_if(heard, [&](const Heard& one) { return day(one) > last; });
}

}  // namespace

Voices VoiceReader::read(const Cluster& claims, const DayWindow& window, std::size_t most) {
  const std::vector<EdgeRef> edges = statements_on(claims, window);
  std::vector<NodeId> ids;
  for (const EdgeRef& edge : edges) ids.push_back(edge.other);
  const auto statements = snapshot_.nodes(ids);

  Voices voices;
  std::vector<Heard> heard;
  for (const ClusterMember& claim : claims.members) {
    if (own_stance(claim.node, window) == v1::Stance::none) continue;
    heard.push_back({parse_day(claim.node.published()).value_or(Day::unknown()), &claim.node});
  }
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const EdgeRef& edge = edges[i];
    if (!statements[i] || !statements[i]->has_statement()) continue;
    const Heard& one = heard.emplace_back(
        Heard{edge.published, &*statements[i], edge.article, edge.kind == v1::EdgeKind::denies});
    voices.speakers.insert(speaker_of(one).key());
    voices.speakers.insert(principal_of(one).key());
    voices.articles.push_back(edge.article);
  }
  find_media(heard, voices);

  std::vector<Heard> asserting;
  std::vector<Heard> denying;
  for (const Heard& one : heard) {
    (one.denies ? denying : asserting).push_back(one);
    const auto side = one.denies ? v1::Stance::denies : v1::Stance::asserts;
    voices.standing.hear(principal_of(one), side, one.published);
  }
  voices.asserting_left_out = keep_oldest(asserting, most);
  voices.denying_left_out = keep_oldest(denying, most);
  voices.asserting = this->voices(asserting, most, voices.asserting_left_out);
  voices.denying = this->voices(denying, most, voices.denying_left_out);
  return voices;
}

// Who only passes on what another voice of the article says, and which articles have it from
// others.
void VoiceReader::find_media(std::vector<Heard>& heard, Voices& voices) {
  std::map<std::pair<NodeId, std::string>, const v1::Node*> passed_on;  // by article and medium
  for (const Heard& one : heard) {
    const std::string& via = one.node->statement().via();
    if (!via.empty()) passed_on.emplace(std::pair(one.article, reference(via).key()), one.node);
  }
  std::map<std::string, std::set<std::string>> media;  // by article; an empty name: none
  for (Heard& one : heard) {
    const v1::Statement& statement = one.node->statement();
    const bool from_medium = statement.via().empty() && is_medium(statement.speaker());
    if (from_medium && !passed_on.empty()) {
      const auto found = passed_on.find(std::pair(one.article, speaker_of(one).key()));
      if (found != passed_on.end()) one.cites = found->second;
    }
    const std::string& medium = from_medium ? statement.speaker() : statement.via();
    media[one.node->source()].insert(medium.empty() ? "" : reference(medium).name());
  }
  for (auto& [article, names] : media) {
    if (names.size() == 1 && !names.begin()->empty()) voices.had_from[article] = *names.begin();
  }
}

bool VoiceReader::is_medium(const std::string& actor) {
  if (actor.empty()) return false;
  const auto [at, inserted] = media_.try_emplace(actor, false);
  if (inserted) {
    const auto node = snapshot_.node(actor);
    at->second = node && node->actor().kind() == v1::ActorKind::media;
  }
  return at->second;
}

std::vector<EdgeRef> VoiceReader::statements_on(const Cluster& claims,
                                                const DayWindow& window) const {
  std::vector<EdgeRef> edges;
  const storage::EdgeCursor cursor = snapshot_.edge_cursor();
  const storage::EdgeFilter filter{
      Direction::in, {v1::EdgeKind::asserts, v1::EdgeKind::denies}, {}, {}};
  for (const ClusterMember& claim : claims.members) {
    cursor.edges(claim.id, filter, [&](const EdgeRef& edge) {
      if (window.contains(edge.day.known() ? edge.day : edge.published)) edges.push_back(edge);
      return true;
    });
  }
  return edges;
}

// They are put in order by where they stand; only of those that are shown the words are read.
std::vector<v1::Voice> VoiceReader::voices(std::span<const Heard> heard, std::size_t most,
                                           std::size_t& left_out) {
  std::vector<NodeId> articles;
  for (const Heard& one : heard) articles.push_back(one.article);
  quotes_.learn(articles);
  using Order = decltype(order_of({}, {}, {}));
  std::vector<std::pair<Order, const Heard*>> ordered;
  for (const Heard& one : heard) {
    ordered.emplace_back(order_of(quotes_.place(*one.node),
                                  one.node->has_statement() ? one.node->key() : std::string(),
                                  principal_of(one).key()),
                         &one);
  }
  std::sort(ordered.begin(), ordered.end());
  if (most != 0 && ordered.size() > most) {
    left_out += ordered.size() - most;
    ordered.resize(most);
  }
  std::vector<v1::Voice> voices;
  for (const auto& [order, one] : ordered) voices.push_back(voice_of(*one));
  return voices;
}

v1::Voice VoiceReader::voice_of(const Heard& one) {
  v1::Voice voice;
  *voice.mutable_principal() = principal_of(one);
  *voice.mutable_speaker() = speaker_of(one);
  set_passage(quotes_.quote(*one.node), voice);
  if (!one.node->has_statement()) return voice;
  const v1::Statement& statement = one.node->statement();
  voice.set_certainty(statement.certainty());
  voice.set_statement(one.node->key());
  voice.set_kind(statement.kind());
  if (!statement.via().empty()) *voice.mutable_via() = reference(statement.via());
  if (one.cites != nullptr) *voice.mutable_citing() = speaker_of({Day::unknown(), one.cites});
  return voice;
}

const v1::NodeRef& VoiceReader::speaker_of(const Heard& one) {
  if (!one.node->has_statement()) return nameless("(article)");
  const v1::Statement& statement = one.node->statement();
  if (!statement.speaker().empty()) return reference(statement.speaker());
  return nameless(statement.speaker_text().empty() ? "unnamed" : crowd(statement.speaker_text()));
}

const v1::NodeRef& VoiceReader::principal_of(const Heard& one) {
  const std::string& speaker = one.node->statement().speaker();
  return speaker.empty() ? speaker_of(one) : speaks_for(speaker, one.article);
}

// Whom the speaker belongs to; an organ of a state speaks for the state.
std::string VoiceReader::principal(const std::string& speaker, NodeId article) {
  std::string current = speaker;
  for (int step = 0; step < kMaxAffiliations; ++step) {
    std::string next = affiliation(current, article);
    if (next.empty() || next == speaker) break;
    current = std::move(next);
  }
  return current;
}

std::string VoiceReader::affiliation(const std::string& actor, NodeId article) {
  auto [at, inserted] = affiliations_.try_emplace(actor);
  if (inserted) at->second = load_affiliations(actor);
  const auto& known = at->second;
  const auto said = known.said.find(article);
  return said != known.said.end() ? said->second : known.usual;
}

VoiceReader::Affiliations VoiceReader::load_affiliations(const std::string& actor) const {
  Affiliations known;
  const auto node = snapshot_.node(actor);
  const auto id = snapshot_.find(actor);
  if (!node || !id || !speaks_for_affiliation(node->actor().kind())) return known;
  storage::EdgeFilter filter;
  filter.kinds = {v1::EdgeKind::affiliated};
  filter.as_of = as_of_;
  std::map<std::string, std::size_t> counts;  // by owner; the first of equals is taken
  std::unordered_map<NodeId, std::string> owners;
  snapshot_.edges(*id, filter, [&](const EdgeRef& ref) {
    const auto [owner, inserted] = owners.try_emplace(ref.other);
    if (inserted) owner->second = snapshot_.key(ref.other);
    ++counts[owner->second];
    known.said.emplace(ref.article, owner->second);
    return true;
  });
  if (!as_of_.known()) known.usual = node->actor().affiliation();
  if (known.usual.empty() && !counts.empty()) {
    // The node has been merged from all articles: later ones too, and those that do not say it.
    known.usual = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
                    return a.second < b.second;
                  })->first;
  }
  return known;
}

const v1::NodeRef& VoiceReader::speaks_for(const std::string& actor, NodeId article) {
  return reference(principal(actor, article));
}

const v1::NodeRef& VoiceReader::nameless(const std::string& text) {
  const auto [at, inserted] = nameless_.try_emplace(text);
  if (inserted) at->second.set_name(text);
  return at->second;
}

const v1::NodeRef& VoiceReader::reference(const std::string& actor) {
  auto [at, inserted] = references_.try_emplace(actor);
  if (inserted) {
    const auto id = snapshot_.find(actor);
    at->second.set_key(id ? snapshot_.key(naming_actor(snapshot_, *id)) : actor);
    at->second.set_name(name_of_key(snapshot_, actor));
  }
  return at->second;
}

}  // namespace casus::query
