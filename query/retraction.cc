#include "query/retraction.h"

#include "query/names.h"
#include "query/questions.h"

namespace casus::query {

using storage::Direction;
using storage::EdgeRef;
using storage::NodeId;
using storage::Snapshot;

v1::RetractReport retraction(const Snapshot& before, const Snapshot& after, NodeId article) {
  const v1::Node node = *before.node(article);
  const v1::ArticleEntry entry = article_entry(before, article, node.article());
  v1::RetractReport report;
  report.set_article(node.article().id());
  report.set_key(node.key());
  report.set_title(node.article().title());
  report.set_events(entry.events());
  report.set_statements(entry.statements());
  report.set_claims(entry.claims());
  before.edges(article, {Direction::out, {v1::EdgeKind::mentions}, {}, {}},
               [&](const EdgeRef& edge) {
                 if (after.find(before.key(edge.other))) return true;
                 v1::NodeRef& gone = *report.add_forgotten();
                 gone.set_key(before.key(edge.other));
                 gone.set_name(display_name(before, edge.other));
                 return true;
               });
  return report;
}

}  // namespace casus::query
