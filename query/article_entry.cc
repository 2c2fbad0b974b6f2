#include "graph/kinds.h"
#include "query/questions.h"

namespace casus::query {

using storage::Direction;
using storage::EdgeRef;

v1::ArticleEntry article_entry(const storage::Snapshot& snapshot, storage::NodeId id,
                               const v1::Article& article) {
  v1::ArticleEntry entry;
  *entry.mutable_article() = article;
  snapshot.edges(id, {Direction::out, {v1::EdgeKind::reports}, {}, {}}, [&](const EdgeRef& edge) {
    const auto is = [&](v1::NodeKind::Value kind) { return is_a(edge.other_kind, kind); };
    if (is(v1::NodeKind::event)) entry.set_events(entry.events() + 1);
    if (is(v1::NodeKind::attack)) entry.set_attacks(entry.attacks() + 1);
    if (is(v1::NodeKind::statement)) entry.set_statements(entry.statements() + 1);
    if (is(v1::NodeKind::denial)) entry.set_denials(entry.denials() + 1);
    if (is(v1::NodeKind::claim)) entry.set_claims(entry.claims() + 1);
    return true;
  });
  return entry;
}

}  // namespace casus::query
