#include "bench/peers/answers.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "query/centrality.h"
#include "query/network_walk.h"
#include "storage/claim_index.h"

namespace casus::bench {
namespace {

using storage::Direction;
using storage::EdgeCursor;
using storage::EdgeRef;
using storage::NodeId;
using storage::RelationRef;
using storage::Snapshot;
using Row = std::vector<std::uint32_t>;

Day day_of(std::uint32_t day) { return Day{kDayZero + static_cast<std::int32_t>(day)}; }
DayWindow window_of(std::uint32_t from, std::uint32_t to) { return {day_of(from), day_of(to - 1)}; }

class Answers {
 public:
  Answers(const Snapshot& snapshot, const Numbers& numbers)
      : snapshot_(snapshot),
        numbers_(numbers),
        cursor_(snapshot.edge_cursor()),
        relations_(snapshot.relation_cursor()),
        claim_index_(snapshot) {}

  // What an actor did to others in a month, and others to it.
  std::uint64_t relations(const Row& row) {
    std::uint64_t count = 0;
    std::uint64_t sum = 0;
    const NodeId actor = numbers_.actor(row[0]);
    relations_.relations(
        actor, window_of(row[1], row[2]), Day::unknown(), [&](const RelationRef& ref) {
          const bool out = ref.from == actor;
          ++count;
          sum += std::uint64_t{numbers_.of(ref.node)} * 31 +
                 numbers_.of(out ? ref.to : ref.from) * 7 + event_type(ref.act) + (out ? 0 : 17);
          return true;
        });
    return fold(count, sum % kModulus);
  }

  // The newest fifty events between two actors.
  std::uint64_t between(const Row& row) {
    constexpr std::size_t kMost = 50;
    std::vector<std::pair<std::int32_t, std::uint32_t>> events;
    relations_.relations(numbers_.actor(row[0]), numbers_.actor(row[1]), {}, Day::unknown(),
                         [&](const RelationRef& ref) {
                           // A day is taken whole: within it the workload orders by number.
                           const std::int32_t day = ref.day.value;
                           if (events.size() >= kMost && day != events.back().first) return false;
                           events.emplace_back(day, numbers_.of(ref.node));
                           return true;
                         });
    std::sort(events.rbegin(), events.rend());
    if (events.size() > kMost) events.resize(kMost);
    std::uint64_t sum = events.size();
    for (const auto& [day, event] : events) sum = fold(sum, event);
    return sum;
  }

  // The statements on a claim: kind, speaker with its name, article, stance.
  std::uint64_t trace(const Row& row) {
    std::optional<storage::ClaimRow> claim = claim_index_.row(numbers_.claim(row[0]));
    if (!claim) return 0;
    auto& voices = claim->voices;
    std::sort(voices.begin(), voices.end(), [&](const auto& a, const auto& b) {
      return numbers_.of(a.statement) < numbers_.of(b.statement);
    });
    std::vector<NodeId> ids;
    for (const auto& voice : voices) ids.push_back(voice.speaker);
    const auto speakers = snapshot_.names(ids);
    std::uint64_t sum = voices.size();
    for (std::size_t i = 0; i < voices.size(); ++i) {
      if (speakers[i].empty()) std::abort();
      sum = fold(sum, numbers_.of(voices[i].statement));
      sum = fold(sum, statement_kind(voices[i].kind));
      sum = fold(sum, numbers_.of(ids[i]));
      sum = fold(sum, numbers_.of(voices[i].article));
      sum = fold(sum, voices[i].denies ? 1 : 0);
    }
    return sum;
  }

  // Everything around an actor as JSON: its events and statements with all that they are tied to.
  std::uint64_t around(const Row& row) {
    Picture picture(numbers_);
    const NodeId self = numbers_.actor(row[0]);
    picture.node(self);
    std::vector<NodeId> events;
    std::vector<NodeId> statements;
    cursor_.around(
        self, {{}, {v1::EdgeKind::initiated, v1::EdgeKind::targeted, v1::EdgeKind::made}, {}, {}},
        [&](const EdgeRef& ref) {
          const bool out = ref.direction == Direction::out;
          if (ref.kind == v1::EdgeKind::targeted ? out : !out) return true;
          (ref.kind == v1::EdgeKind::made ? statements : events).push_back(ref.other);
          picture.edge(ref);
          return true;
        });
    std::sort(statements.begin(), statements.end());
    for (const NodeId statement : statements) add_statement(statement, picture);
    for (const NodeId event : events) add_event(event, self, statements, picture);
    return picture.finish(snapshot_, bytes_);
  }

  std::uint64_t bytes() const { return bytes_; }

 private:
  // The workload's names of the edges, and its numbers of nodes with their kind.
  class Picture {
   public:
    explicit Picture(const Numbers& numbers) : numbers_(numbers) {}

    void node(NodeId id) { nodes_.push_back(id); }
    void edge(const EdgeRef& ref) {
      const bool out = ref.direction == Direction::out;
      edge(out ? ref.self : ref.other, name(ref.kind), out ? ref.other : ref.self,
           ref.day.known() ? ref.day : ref.published);
      node(ref.other);
    }
    void edge(NodeId from, std::string_view type, NodeId to, Day day) {
      fmt::format_to(std::back_inserter(json_), R"({}{{"src":{},"dst":{},"type":"{}","day":{}}})",
                     edges_ == 0 ? "" : ",", number(from), number(to), type, day.value - kDayZero);
      ++edges_;
    }
    std::uint64_t finish(const Snapshot& snapshot, std::uint64_t& bytes) {
      std::sort(nodes_.begin(), nodes_.end());
      nodes_.erase(std::unique(nodes_.begin(), nodes_.end()), nodes_.end());
      std::uint64_t sum = 0;
      json_ += "],\"nodes\":[";
      const auto records = snapshot.nodes(nodes_);
      for (std::size_t i = 0; i < nodes_.size(); ++i) {
        fmt::format_to(std::back_inserter(json_), R"({}{{"id":{},"label":"{}"}})",
                       i == 0 ? "" : ",", number(nodes_[i]), label(*records[i]));
        sum += number(nodes_[i]);
      }
      json_ += "]}";
      bytes += json_.size();
      return fold(fold(nodes_.size(), edges_), sum % kModulus);
    }

   private:
    std::uint32_t number(NodeId id) const {
      return static_cast<std::uint32_t>(numbers_.kind(id)) << 28 | numbers_.of(id);
    }
    static std::string_view name(v1::EdgeKind::Value kind) {
      switch (kind) {
        case v1::EdgeKind::initiated:
          return "PERP";
        case v1::EdgeKind::targeted:
          return "TARGET";
        case v1::EdgeKind::located_at:
          return "AT";
        case v1::EdgeKind::reports:
          return "REPORTED";
        case v1::EdgeKind::made:
          return "SAID";
        case v1::EdgeKind::asserts:
          return "ASSERTS";
        case v1::EdgeKind::denies:
          return "DENIES";
        default:
          return "ABOUT";
      }
    }
    static std::string_view label(const v1::Node& node) {
      if (node.has_actor()) return node.actor().name();
      if (node.has_place()) return node.place().name();
      if (node.has_article()) return node.article().title();
      if (node.has_event()) return node.event().type();
      if (node.has_claim()) return node.claim().text();
      return v1::StatementKind::Value_Name(node.statement().kind());
    }

    const Numbers& numbers_;
    std::string json_ = "{\"edges\":[";
    std::vector<NodeId> nodes_;
    std::uint64_t edges_ = 0;
  };

  void add_statement(NodeId statement, Picture& picture) {
    cursor_.edges(statement,
                  {Direction::out, {v1::EdgeKind::asserts, v1::EdgeKind::denies}, {}, {}},
                  [&](const EdgeRef& ref) {
                    picture.edge(ref);
                    picture.node(ref.article);
                    picture.edge(statement, "STATED_IN", ref.article, ref.published);
                    claims_.push_back(ref);
                    return true;
                  });
    for (const EdgeRef& claim : std::exchange(claims_, {})) {
      cursor_.edges(claim.other, {Direction::out, {v1::EdgeKind::about}, {}, {}},
                    [&](const EdgeRef& ref) {
                      picture.node(ref.other);
                      picture.edge(statement, "ABOUT", ref.other, claim.published);
                      return true;
                    });
    }
  }

  void add_event(NodeId event, NodeId self, const std::vector<NodeId>& known, Picture& picture) {
    cursor_.around(event,
                   {{},
                    {v1::EdgeKind::initiated, v1::EdgeKind::targeted, v1::EdgeKind::located_at,
                     v1::EdgeKind::reports, v1::EdgeKind::about},
                    {},
                    {}},
                   [&](const EdgeRef& ref) {
                     if (ref.kind == v1::EdgeKind::about) {
                       claims_.push_back(ref);
                     } else if (ref.other != self) {
                       picture.edge(ref);
                     }
                     return true;
                   });
    for (const EdgeRef& claim : std::exchange(claims_, {})) {
      cursor_.edges(claim.other,
                    {Direction::in, {v1::EdgeKind::asserts, v1::EdgeKind::denies}, {}, {}},
                    [&](const EdgeRef& ref) {
                      if (std::binary_search(known.begin(), known.end(), ref.other)) return true;
                      picture.node(ref.other);
                      picture.edge(ref.other, "ABOUT", event, ref.published);
                      return true;
                    });
    }
  }

  const Snapshot& snapshot_;
  const Numbers& numbers_;
  const EdgeCursor cursor_;
  storage::RelationCursor relations_;
  const storage::ClaimIndex claim_index_;
  std::vector<EdgeRef> claims_;
  std::uint64_t bytes_ = 0;
};

}  // namespace

void answer_all(const Snapshot& snapshot, const std::filesystem::path& data, Results& results) {
  const double start = now();
  const Numbers numbers(snapshot);
  results.number("numbers_s", now() - start);
  Answers answers(snapshot, numbers);
  const auto ask = [&](const std::string& name, const std::string& rows, const auto& question) {
    results.ask(name, parameters(data, rows), question);
  };
  ask("q1_first", "q1", [&](const Row& row) { return answers.relations(row); });
  ask("q1", "q1", [&](const Row& row) { return answers.relations(row); });
  ask("q2", "q2", [&](const Row& row) { return answers.between(row); });
  ask("q3", "q3", [&](const Row& row) { return answers.trace(row); });

  const double building = now();
  const query::ActorNetwork network(snapshot, {}, Day::unknown());
  results.number("csr_projection_s", now() - building);
  query::NetworkWalk walk(network);
  const auto vertex = [&](std::uint32_t actor) { return *network.vertex(numbers.actor(actor)); };
  ask("q4_2", "q4", [&](const Row& row) { return walk.within(vertex(row[0]), 2); });
  ask("q4_3", "q4", [&](const Row& row) { return walk.within(vertex(row[0]), 3); });
  ask("q4w", "q4w",
      [&](const Row& row) { return walk.within(vertex(row[0]), 2, window_of(row[1], row[2])); });
  ask("q5", "q5", [&](const Row& row) {
    constexpr unsigned kNone = 99;
    return walk.distance(vertex(row[0]), vertex(row[1])).value_or(kNone);
  });
  const Parameters thrice(3);
  results.ask("q6p", thrice, [&](const Row&) {
    const query::ActorNetwork again(snapshot, {}, Day::unknown());
    std::uint64_t weight = 0;
    const auto [first, last] = boost::edges(again.graph());
    for (auto at = first; at != last; ++at) weight += again.graph()[*at].events;
    return fold(boost::num_edges(again.graph()), weight);
  });
  const auto leaders = [&](const auto& measure, bool with_value) {
    std::vector<std::pair<double, std::uint32_t>> ranked;
    for (query::ActorNetwork::Vertex v = 0; v < network.size(); ++v) {
      ranked.emplace_back(-static_cast<double>(measure(v)), numbers.of(network.actor(v)));
    }
    constexpr std::ptrdiff_t kLeaders = 10;
    std::partial_sort(ranked.begin(), ranked.begin() + kLeaders, ranked.end());
    std::uint64_t sum = 0;
    for (std::ptrdiff_t i = 0; i < kLeaders; ++i) {
      const auto& [value, actor] = ranked[static_cast<std::size_t>(i)];
      sum = fold(sum, actor);
      if (with_value) sum = fold(sum, static_cast<std::uint64_t>(-value));
    }
    return sum;
  };
  results.ask("q6d", thrice, [&](const Row&) {
    return leaders([&](auto v) { return boost::out_degree(v, network.graph()); }, true);
  });
  results.ask("q6r", thrice, [&](const Row&) {
    const std::vector<double> rank = query::page_rank(network);
    return leaders([&](auto v) { return rank[v]; }, false);
  });
  ask("q7", "q7", [&](const Row& row) { return answers.around(row); });
  results.number("q7_bytes", static_cast<double>(answers.bytes()));
}

}  // namespace casus::bench
