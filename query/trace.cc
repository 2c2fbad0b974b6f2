#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/error.h"
#include "graph/names.h"
#include "query/articles.h"
#include "query/claim_standing.h"
#include "query/cluster.h"
#include "query/questions.h"
#include "query/same_claims.h"
#include "query/summary.h"
#include "query/voices.h"

namespace casus::query {

using storage::NodeId;
using storage::Snapshot;

namespace {

void add_events(const Snapshot& snapshot, const Cluster& claims, Day as_of, SameClaims& same,
                Quotes& sources, v1::Trace& trace) {
  std::map<std::string, v1::ReportedEvent> events;  // by key
  std::set<std::string> seen;
  for (const auto& claim : claims.members) {
    const std::string key = event_of(claim.node.claim());
    if (key.empty() || seen.contains(key)) continue;
    const auto id = snapshot.find(key);
    if (!id) continue;
    const Cluster cluster = as_of.known() ? cluster_as_of(snapshot, *id, as_of)
                                          : cluster_of(snapshot, same.reports(*id, as_of));
    if (cluster.members.empty()) continue;
    Articles articles(sources);
    for (const auto& member : cluster.members) {
      seen.insert(member.node.key());
      articles.add(member.node.source());
    }
    const auto& shown = cluster.members.front().node;
    auto& event = events[shown.key()];
    event.set_key(shown.key());
    event.set_type(shown.event().type());
    event.set_summary(event_summary(snapshot, shown.event()));
    articles.put_ids(*event.mutable_articles());
  }
  for (auto& [key, event] : events) *trace.add_events() = std::move(event);
}

// What is only counted needs no article's record.
void count_articles(const Cluster& claims, v1::Trace& trace) {
  std::set<std::string_view> articles;
  std::string_view first;
  std::string_view last;
  for (const ClusterMember& member : claims.members) {
    articles.insert(member.node.source());
    const std::string_view published = member.node.published();
    if (published.empty()) continue;
    if (first.empty() || published < first) first = published;
    last = std::max(last, published);
  }
  trace.set_articles_left_out(static_cast<std::uint32_t>(articles.size()));
  trace.set_first(std::string(first));
  trace.set_last(std::string(last));
}

void list_articles(const Cluster& claims, Quotes& sources, v1::Trace& trace) {
  Articles articles(sources);
  for (const ClusterMember& member : claims.members) articles.add(member.node.source());
  articles.put_ids(*trace.mutable_articles());
  trace.set_first(articles.first());
  trace.set_last(articles.last());
}

// Texts are read for it: of so many articles that not all their voices are asked for, not counted.
constexpr std::size_t kMostCompared = 200;

void count_independent(const Cluster& claims, bool shortened,
                       std::map<std::string, std::string> had_from, VoiceReader& reader,
                       v1::Trace& trace) {
  std::set<std::string> articles;
  for (const ClusterMember& member : claims.members) articles.insert(member.node.source());
  if (shortened && articles.size() > kMostCompared) return;
  if (!had_from.empty()) {  // a medium's own articles are of its family
    std::set<std::string> media;
    for (auto& [article, medium] : had_from) media.insert(medium = normalise_name(medium));
    for (const std::string& article : articles) {
      std::string outlet = normalise_name(reader.quotes().source(article).outlet());
      if (media.contains(outlet)) had_from.try_emplace(article, std::move(outlet));
    }
  }
  trace.set_independent_articles(static_cast<std::uint32_t>(
      reader.copies().independent({articles.begin(), articles.end()}, had_from)));
}

// The actor that the claims are about, as voices name principals; empty if there is none.
std::string subject_of(const Snapshot& snapshot, const Cluster& claims, VoiceReader& reader) {
  for (const auto& member : claims.members) {
    const std::string& subject = member.node.claim().subject();
    const auto article = snapshot.find(member.node.source());
    if (!subject.empty() && article) return reader.speaks_for(subject, *article).key();
  }
  return {};
}

}  // namespace

v1::Trace trace_claim(const Snapshot& snapshot, NodeId claim, const Filter& filter) {
  if (snapshot.kind(claim) != v1::NodeKind::claim) {
    throw InputError(
        "Only a claim can be traced; give the key of one (`casus claims` lists them).");
  }
  SameClaims same(snapshot);
  VoiceReader reader(snapshot, filter.as_of);
  return trace_cluster(snapshot, claim, cluster_as_of(snapshot, claim, filter.as_of), filter, same,
                       reader)
      .trace;
}

HeardTrace trace_cluster(const Snapshot& snapshot, NodeId claim, const Cluster& cluster,
                         const Filter& filter, SameClaims& same, VoiceReader& reader) {
  HeardTrace heard;
  v1::Trace& trace = heard.trace;
  trace.set_undated_left_out(static_cast<std::uint32_t>(cluster.undated_articles.size()));
  if (cluster.members.empty()) {
    trace.mutable_claim()->set_key(snapshot.key(claim));
    ClaimStanding().put({}, trace);
    return heard;
  }

  *trace.mutable_claim() = representative(cluster);
  for (const auto& member : cluster.members) trace.add_claims(member.node.key());
  if (filter.voices == 0) {
    list_articles(cluster, reader.quotes(), trace);
  } else {
    count_articles(cluster, trace);
  }

  Voices voices = reader.read(cluster, filter.window, filter.voices);
  count_independent(cluster, filter.voices != 0, std::move(voices.had_from), reader, trace);
  trace.set_asserted_left_out(static_cast<std::uint32_t>(voices.asserting_left_out));
  trace.set_denied_left_out(static_cast<std::uint32_t>(voices.denying_left_out));
  for (auto& voice : voices.asserting) *trace.add_asserted_by() = std::move(voice);
  for (auto& voice : voices.denying) *trace.add_denied_by() = std::move(voice);
  voices.standing.put(subject_of(snapshot, cluster, reader), trace);
  set_repeats(trace);
  reader.quotes().learn(voices.articles);
  add_events(snapshot, cluster, filter.as_of, same, reader.quotes(), trace);
  heard.speakers = std::move(voices.speakers);
  return heard;
}

}  // namespace casus::query
