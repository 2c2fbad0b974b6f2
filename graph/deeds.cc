#include "graph/deeds.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "graph/delta_nodes.h"
#include "graph/keys.h"

namespace casus {
namespace {

using Keys = std::set<std::string_view>;

// The states and organisations that initiators of an event speak for, or the initiators.
Keys doers(const DeltaNodes& nodes, const v1::Event& event) {
  Keys doers;
  for (const v1::Initiator& initiator : event.initiators()) {
    if (!initiator.actor().empty()) doers.insert(nodes.principals_of(initiator.actor()).back());
  }
  return doers;
}

bool suffered(const DeltaNodes& nodes, const v1::Event& event, std::string_view actor) {
  return std::any_of(event.targets().begin(), event.targets().end(), [&](const v1::Target& target) {
    return !target.actor().empty() && nodes.principals_of(target.actor()).back() == actor;
  });
}

// What is said of the claims of an article.
struct Said {
  Keys reported;  // claims that somebody reports, and nobody charges, denies or owns up to
  std::set<std::pair<std::string_view, std::string_view>> denied;  // claims, by whom
};

Said said(const GraphDelta& delta, const DeltaNodes& nodes) {
  using K = v1::StatementKind;
  Said said;
  Keys disputed;
  for (const v1::Node& node : delta.own) {
    const v1::Statement& statement = node.statement();
    if (statement.claim().empty()) continue;
    const bool takes_a_stand = statement.kind() == K::accusation || statement.kind() == K::denial ||
                               statement.kind() == K::responsibility_claim;
    (takes_a_stand ? disputed : said.reported).insert(statement.claim());
    if (statement.stance() == v1::Stance::denies && !statement.speaker().empty())
      said.denied.emplace(statement.claim(), nodes.principals_of(statement.speaker()).back());
  }
  for (const std::string_view claim : disputed) said.reported.erase(claim);
  return said;
}

}  // namespace

std::vector<Deed> deeds(const GraphDelta& delta) {
  const DeltaNodes nodes(delta);
  const Said all_said = said(delta, nodes);
  std::vector<Deed> deeds;
  for (const v1::Node& node : delta.own) {
    if (!node.has_claim() || node.claim().polarity() == v1::Polarity::negative) continue;
    const v1::Claim& claim = node.claim();
    const std::string& key =
        claim.event().empty() && kind_of_key(claim.object()) == v1::NodeKind::event ? claim.object()
                                                                                    : claim.event();
    const v1::Node* event = nodes.find(key);
    if (event == nullptr || event->event().has_incidents()) continue;
    const Keys all = doers(nodes, event->event());
    if (claim.subject().empty()) {
      if (all.size() == 1 && !all_said.reported.contains(node.key()))
        deeds.push_back({node.key(), key, std::string(*all.begin())});
      continue;
    }
    const std::string_view subject = nodes.principals_of(claim.subject()).back();
    if (all.contains(subject) || (all_said.denied.contains({node.key(), subject}) &&
                                  !suffered(nodes, event->event(), subject)))
      deeds.push_back({node.key(), key, std::string(subject)});
  }
  return deeds;
}

}  // namespace casus
