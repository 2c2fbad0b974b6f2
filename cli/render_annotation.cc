#include "cli/render_annotation.h"

#include <algorithm>
#include <map>
#include <memory>
#include <sstream>
#include <tuple>
#include <vector>

#include "cli/printer.h"
#include "cli/render.h"
#include "graph/keys.h"
#include "graph/kinds.h"
#include "storage/memory_engine.h"
#include "storage/store.h"

namespace casus::cli {
namespace {

// By the first of its spans, which are sorted.
bool in_order_of_text(const v1::Node& a, const v1::Node& b) {
  const auto order = [](const v1::Node& node) {
    const v1::Evidence& evidence = node.evidence();
    const v1::Span first = evidence.spans_size() > 0 ? evidence.spans(0) : v1::Span();
    return std::tuple(!first.has_part(), first.begin(), node.key());
  };
  return order(a) < order(b);
}

std::vector<v1::Node> nodes(const storage::Snapshot& snapshot, v1::NodeKind::Value kind) {
  std::vector<v1::Node> found;
  snapshot.each(kind, [&](storage::NodeId id) {
    if (auto node = snapshot.node(id)) found.push_back(std::move(*node));
    return true;
  });
  std::sort(found.begin(), found.end(), in_order_of_text);
  return found;
}

// By the key of an item in its annotation: "event:5485a7/e6" is "e6".
class Reasons {
 public:
  explicit Reasons(const std::vector<extract::Explanation>& why) {
    for (const extract::Explanation& one : why) by_key_[one.key] = &one.reasons;
  }

  void print(Printer& printer, const v1::Node& node) const {
    const auto found = by_key_.find(node.key().substr(node.key().rfind('/') + 1));
    if (found == by_key_.end()) return;
    for (const std::string& reason : *found->second) printer.paragraph(4, reason, Tone::faint, 2);
    printer.blank();
  }

 private:
  std::map<std::string, const std::vector<std::string>*> by_key_;
};

}  // namespace

// A store of its own in memory: what is shown is what would be stored.
std::string render_annotation(const v1::ArticleAnnotation& annotation,
                              const std::vector<extract::Explanation>& why) {
  const Reasons reasons(why);
  const auto store = storage::Store::on(storage::make_memory_engine(), {});
  store->put(annotation);
  const auto snapshot = store->snapshot();
  std::ostringstream out;
  Printer printer = Printer::for_stdout(out);
  const v1::Article& article = annotation.article();
  printer.paragraph(0, article.title().empty() ? article.id() : article.title(), Tone::strong);
  printer.paragraph(0, article.outlet() + " " + article.published() + " " + article.id(),
                    Tone::faint);
  printer.blank();
  for (const v1::Node& node : nodes(*snapshot, v1::NodeKind::event)) {
    render_event(printer, *snapshot, node);
    reasons.print(printer, node);
  }
  for (const v1::Node& node : nodes(*snapshot, v1::NodeKind::statement)) {
    render_statement(printer, *snapshot, node);
    reasons.print(printer, node);
  }
  for (const v1::Node& node : nodes(*snapshot, v1::NodeKind::claim)) {
    render_claim(printer, *snapshot, node);
  }
  return out.str();
}

}  // namespace casus::cli
