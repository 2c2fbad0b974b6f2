#include "graph/deeds.h"

#include <set>
#include <string_view>

#include "graph/delta_nodes.h"
#include "graph/keys.h"

namespace casus {
namespace {

// The states and organisations that initiators of an event speak for, or the initiators.
std::set<std::string_view> doers(const DeltaNodes& nodes, const v1::Event& event) {
  std::set<std::string_view> doers;
  for (const v1::Initiator& initiator : event.initiators()) {
    if (!initiator.actor().empty()) doers.insert(nodes.principals_of(initiator.actor()).back());
  }
  return doers;
}

}  // namespace

std::vector<Deed> deeds(const GraphDelta& delta) {
  const DeltaNodes nodes(delta);
  std::vector<Deed> deeds;
  for (const v1::Node& node : delta.own) {
    if (!node.has_claim() || node.claim().polarity() == v1::Polarity::negative) continue;
    const v1::Claim& claim = node.claim();
    const std::string& key =
        claim.event().empty() && kind_of_key(claim.object()) == v1::NodeKind::event ? claim.object()
                                                                                    : claim.event();
    const v1::Node* event = nodes.find(key);
    if (event == nullptr || event->event().has_incidents()) continue;
    const std::set<std::string_view> all = doers(nodes, event->event());
    if (claim.subject().empty()) {
      if (all.size() == 1) deeds.push_back({node.key(), key, std::string(*all.begin())});
      continue;
    }
    const std::string_view subject = nodes.principals_of(claim.subject()).back();
    if (all.contains(subject)) deeds.push_back({node.key(), key, std::string(subject)});
  }
  return deeds;
}

}  // namespace casus
