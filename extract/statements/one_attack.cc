#include "extract/statements/one_attack.h"

#include <algorithm>
#include <string>

namespace casus::extract {
namespace {

bool share_a_party(const v1::Event& a, const v1::Event& b) {
  return std::any_of(a.initiators().begin(), a.initiators().end(), [&](const v1::Initiator& one) {
    return !one.actor().empty() &&
           std::any_of(b.initiators().begin(), b.initiators().end(),
                       [&](const v1::Initiator& other) { return one.actor() == other.actor(); });
  });
}

// What `told` knows and `event` does not.
void learn(v1::Event& event, const v1::Event& told) {
  if (event.mode().empty()) event.set_mode(told.mode());
  if (event.weapon().empty()) event.set_weapon(told.weapon());
  if (!event.has_killed() && told.has_killed()) *event.mutable_killed() = told.killed();
  if (!event.has_injured() && told.has_injured()) *event.mutable_injured() = told.injured();
  for (const v1::Target& target : told.targets())
    if (std::none_of(event.targets().begin(), event.targets().end(),
                     [&](const v1::Target& known) { return known.text() == target.text(); }))
      *event.add_targets() = target;
  for (const v1::Initiator& initiator : told.initiators())
    if (std::none_of(
            event.initiators().begin(), event.initiators().end(),
            [&](const v1::Initiator& known) { return known.actor() == initiator.actor(); }))
      *event.add_initiators() = initiator;
  event.mutable_evidence()->MergeFrom(told.evidence());
}

}  // namespace

void join_tellings(const AttackMeant& attacks, const std::set<int>& charged,
                   v1::ArticleAnnotation& annotation) {
  if (attacks.main() < 0) return;
  v1::Event& main = *annotation.mutable_events(attacks.main());
  for (int i = annotation.events_size() - 1; i > attacks.main(); --i) {
    const v1::Event& told = annotation.events(i);
    if (!attacks.could_be_main(i) || !(charged.contains(i) || share_a_party(told, main))) continue;
    const std::string key = told.key();
    learn(main, told);
    for (v1::Claim& claim : *annotation.mutable_claims()) {
      if (claim.event() == key) claim.set_event(main.key());
      if (claim.object() == key) claim.set_object(main.key());
    }
    for (v1::Statement& statement : *annotation.mutable_statements())
      if (statement.event() == key) statement.set_event(main.key());
    annotation.mutable_events()->DeleteSubrange(i, 1);
  }
}

}  // namespace casus::extract
