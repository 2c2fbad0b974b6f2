#include "query/voices.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/assemble.h"
#include "graph/principals.h"
#include "query/same_actor.h"
#include "query/summary.h"

namespace casus::query {

using storage::Direction;
using storage::EdgeRef;
using storage::NodeId;

namespace {

constexpr int kMaxAffiliations = 4;  // as far as the index of relations goes

void set_passage(const v1::Quote& quote, v1::Voice& voice) {
  voice.set_article(quote.article());
  voice.set_outlet(quote.outlet());
  voice.set_published(quote.published());
  voice.set_quote(quote.quote());
  voice.set_begin(quote.begin());
  voice.set_end(quote.end());
  if (quote.has_part()) voice.set_part(quote.part());
}

void sort_by_time(std::vector<v1::Voice>& voices) {
  std::sort(voices.begin(), voices.end(), [](const v1::Voice& a, const v1::Voice& b) {
    const auto order = [](const v1::Voice& v) {
      // Undated ones come last, a title before its text.
      return std::tuple(v.published().empty(), v.published(), v.article(), !v.has_part(), v.begin(),
                        v.statement(), v.principal().key());
    };
    return order(a) < order(b);
  });
}

// The statements on claims whose day, known from the edge alone, lies in the window.
std::vector<EdgeRef> statements_on(const storage::Snapshot& snapshot, const Cluster& claims,
                                   const DayWindow& window) {
  const storage::EdgeCursor cursor = snapshot.edge_cursor();
  const storage::EdgeFilter filter{
      Direction::in, {v1::EdgeKind::asserts, v1::EdgeKind::denies}, {}, {}};
  std::vector<EdgeRef> refs;
  for (const ClusterMember& claim : claims.members) {
    cursor.edges(claim.id, filter, [&](const EdgeRef& ref) {
      if (window.contains(ref.day.known() ? ref.day : ref.published)) refs.push_back(ref);
      return true;
    });
  }
  return refs;
}

// Where the article stands in its own voice, if that lies in the window.
v1::Stance::Value own_stance(const v1::Node& claim, const DayWindow& window) {
  return window.contains(order_day(claim)) ? claim.claim().article_stance() : v1::Stance::none;
}

}  // namespace

Voices VoiceReader::read(const Cluster& claims, const DayWindow& window) {
  Voices voices;
  for (const auto& claim : claims.members) add_article(claim, window, voices);
  add_statements(statements_on(snapshot_, claims, window), voices);
  sort_by_time(voices.asserting);
  sort_by_time(voices.denying);
  return voices;
}

void VoiceReader::add_article(const ClusterMember& claim, const DayWindow& window, Voices& voices) {
  const auto stance = own_stance(claim.node, window);
  if (stance == v1::Stance::none) return;
  auto& voice = (stance == v1::Stance::denies ? voices.denying : voices.asserting).emplace_back();
  voice.mutable_principal()->set_name("(article)");
  *voice.mutable_speaker() = voice.principal();
  set_passage(quotes_.quote(claim.node), voice);
}

void VoiceReader::add_statements(std::span<const EdgeRef> refs, Voices& voices) {
  std::vector<NodeId> ids;
  for (const EdgeRef& ref : refs) ids.push_back(ref.other);
  const auto nodes = snapshot_.nodes(ids);
  for (std::size_t i = 0; i < refs.size(); ++i) {
    const EdgeRef& ref = refs[i];
    const auto& node = nodes[i];
    if (!node || !node->has_statement()) continue;
    const auto& statement = node->statement();
    auto& voice =
        (ref.kind == v1::EdgeKind::denies ? voices.denying : voices.asserting).emplace_back();
    if (statement.speaker().empty()) {
      const auto& text = statement.speaker_text();
      voice.mutable_principal()->set_name(text.empty() ? "unnamed" : text);
      *voice.mutable_speaker() = voice.principal();
    } else {
      *voice.mutable_speaker() = reference(statement.speaker());
      *voice.mutable_principal() = reference(principal(statement.speaker(), ref.article));
    }
    set_passage(quotes_.quote(*node), voice);
    voice.set_certainty(statement.certainty());
    voice.set_statement(node->key());
    voice.set_kind(statement.kind());
  }
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
  if (!as_of_.known()) {
    known.usual = node->actor().affiliation();
  } else if (!counts.empty()) {
    // The node has been merged from all articles, later ones too.
    known.usual = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
                    return a.second < b.second;
                  })->first;
  }
  return known;
}

v1::NodeRef VoiceReader::reference(const std::string& actor) {
  auto [at, inserted] = references_.try_emplace(actor);
  if (inserted) {
    const auto id = snapshot_.find(actor);
    at->second.set_key(id ? snapshot_.key(naming_actor(snapshot_, *id)) : actor);
    at->second.set_name(name_of_key(snapshot_, actor));
  }
  return at->second;
}

}  // namespace casus::query
