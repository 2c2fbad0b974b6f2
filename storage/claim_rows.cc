#include "storage/claim_rows.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "graph/keys.h"
#include "storage/derive.h"

namespace casus::storage {
namespace {

Day published_of(const std::string& published) {
  return parse_day(published).value_or(Day::unknown());
}

// Who has a part in a statement.
struct Parties {
  v1::StatementKind::Value kind{};
  std::vector<std::string_view> makers;
  std::vector<std::string_view> addressees;
};

}  // namespace

ClaimRows claim_rows(const GraphDelta& delta, const std::function<NodeId(const std::string&)>& id) {
  ClaimRows rows;
  Day published;
  for (const v1::Node& node : delta.own) {
    if (node.kind() == v1::NodeKind::article) published = published_of(node.published());
    if (node.kind() != v1::NodeKind::claim) continue;
    ClaimRow& row = rows[node.key()][std::string()];
    row.published = published_of(node.published());
    row.own_voice = node.claim().article_stance() == v1::Stance::asserts;
  }

  std::map<std::string_view, Parties> parties;  // by statement
  for (const v1::Node& node : delta.own) {
    if (node.has_statement()) parties[node.key()].kind = node.statement().kind();
  }
  for (const v1::Edge& edge : delta.edges) {
    if (edge.kind() == v1::EdgeKind::made) parties[edge.to()].makers.push_back(edge.from());
    if (edge.kind() == v1::EdgeKind::addresses) {
      parties[edge.from()].addressees.push_back(edge.to());
    }
  }
  using Said = std::tuple<std::string_view, std::string_view, bool, Day>;
  std::set<Said> said;  // equal edges are one voice, as they are one EdgeRef
  for (const v1::Edge& edge : delta.edges) {
    const bool denies = edge.kind() == v1::EdgeKind::denies;
    if (edge.kind() == v1::EdgeKind::about && kind_of_key(edge.to()) == v1::NodeKind::actor) {
      rows[edge.from()][edge.to()].about = true;
    }
    if (edge.kind() != v1::EdgeKind::asserts && !denies) continue;
    std::map<std::string, ClaimRow>& of_claim = rows[edge.to()];
    const Day day = edge_day(edge);
    const Parties& of_statement = parties[edge.from()];
    if (said.emplace(edge.from(), edge.to(), denies, day).second) {
      ClaimRow::Voice& voice = of_claim[std::string()].voices.emplace_back();
      voice.denies = denies;
      voice.day = day.known() ? day : published_of(edge.published());
      voice.statement = id(edge.from());
      voice.kind = of_statement.kind;
      if (!of_statement.makers.empty()) {
        voice.speaker = id(std::string(of_statement.makers.front()));
      }
    }
    for (const std::string_view actor : of_statement.makers) {
      of_claim[std::string(actor)].made = true;
    }
    for (const std::string_view actor : of_statement.addressees) {
      of_claim[std::string(actor)].addressed = true;
    }
  }

  for (auto& [claim, of_claim] : rows) {
    ClaimRow& itself = of_claim[std::string()];
    if (std::binary_search(delta.others.begin(), delta.others.end(), claim)) {
      itself.of_own_article = false;
      itself.published = published;
    }
    // Within a day by statement, as the edges are.
    std::stable_sort(itself.voices.begin(), itself.voices.end(), [](const auto& a, const auto& b) {
      return std::pair(a.day, a.denies) < std::pair(b.day, b.denies);
    });
    for (auto& [actor, row] : of_claim) {
      row.published = itself.published;
      row.of_own_article = itself.of_own_article;
      row.own_voice = itself.own_voice;
      if (!actor.empty()) row.voices = itself.voices;
    }
  }
  return rows;
}

}  // namespace casus::storage
