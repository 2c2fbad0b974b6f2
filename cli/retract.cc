#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <vector>

#include "casus/v1/answer.pb.h"
#include "cli/commands.h"
#include "cli/printer.h"
#include "graph/keys.h"
#include "graph/kinds.h"
#include "interchange/writers.h"
#include "query/names.h"

namespace casus::cli {
namespace {

using storage::NodeId;
using storage::Snapshot;

struct Options {
  Format format = Format::text;
  std::string article;
};

// By id or key; else by how one of these begins, which looks at every article.
NodeId find_article(const Snapshot& snapshot, const std::string& text) {
  for (const std::string& key : {text, article_key(text)}) {
    const auto id = snapshot.find(key);
    if (id && snapshot.kind(*id) == v1::NodeKind::article) return *id;
  }
  std::vector<std::string> choices;
  NodeId found = 0;
  snapshot.each(v1::NodeKind::article, [&](NodeId id) {
    const auto node = snapshot.node(id);
    if (text.empty() || !node) return true;
    if (!node->key().starts_with(text) && !node->article().id().starts_with(text)) return true;
    found = id;
    choices.push_back(fmt::format("{} ({})", node->article().id(), node->key()));
    return choices.size() < 10;
  });
  if (choices.empty()) {
    throw NothingFound(fmt::format(
        "No article in the store has the id or key '{}', or one that begins so.", text));
  }
  if (choices.size() > 1) {
    throw UsageError(fmt::format("'{}' may mean several articles: {}. Give the id of one.", text,
                                 fmt::join(choices, ", ")));
  }
  return found;
}

v1::RetractReport report_of(const Snapshot& before, NodeId article) {
  const v1::Node node = *before.node(article);
  v1::RetractReport report;
  report.set_article(node.article().id());
  report.set_key(node.key());
  report.set_title(node.article().title());
  before.edges(article, {storage::Direction::out, {v1::EdgeKind::reports}, {}, Day::unknown()},
               [&](const storage::EdgeRef& edge) {
                 if (is_a(edge.other_kind, v1::NodeKind::event)) {
                   report.set_events(report.events() + 1);
                 } else if (is_a(edge.other_kind, v1::NodeKind::statement)) {
                   report.set_statements(report.statements() + 1);
                 } else if (edge.other_kind == v1::NodeKind::claim) {
                   report.set_claims(report.claims() + 1);
                 }
                 return true;
               });
  return report;
}

int run(const Session& session, const Options& options) {
  const auto store = open_to_correct(session);
  const auto before = store->snapshot();
  const NodeId article = find_article(*before, options.article);
  v1::RetractReport report = report_of(*before, article);
  store->retract(report.key());
  const auto after = store->snapshot();
  before->edges(article, {storage::Direction::out, {v1::EdgeKind::mentions}, {}, Day::unknown()},
                [&](const storage::EdgeRef& edge) {
                  if (after->find(before->key(edge.other))) return true;
                  v1::NodeRef& gone = *report.add_forgotten();
                  gone.set_key(before->key(edge.other));
                  gone.set_name(query::display_name(*before, edge.other));
                  return true;
                });
  if (options.format == Format::json) {
    std::cout << interchange::to_json_line(report) << '\n';
    return kDone;
  }
  Printer printer = Printer::for_stdout();
  printer.paragraph(
      0, fmt::format("Took out “{}” ({}): {} events, {} statements, {} claims.",
                     report.title().empty() ? report.article() : report.title(), report.article(),
                     report.events(), report.statements(), report.claims()));
  if (report.forgotten_size() > 0) {
    std::vector<std::string> names;
    for (const v1::NodeRef& gone : report.forgotten()) names.push_back(gone.name());
    printer.paragraph(2, fmt::format("No other article names {}.", fmt::join(names, ", ")),
                      Tone::plain, 2);
  }
  printer.paragraph(2, "To have it back, ingest it again; corrections about it are kept.",
                    Tone::faint);
  return kDone;
}

}  // namespace

void add_retract(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand(
      "retract", "Take an article out: the graph is then the one that never saw it");
  auto options = std::make_shared<Options>();
  command->add_option("article", options->article, "its id or key, or how one of these begins")
      ->required()
      ->type_name("ARTICLE");
  add_format(*command, options->format);
  command->footer(
      "Examples:\n"
      "  casus retract convoy-ambush.txt\n"
      "  casus retract article:3f2a9c1b7d40e5a1b2c3 --format json");
  command->callback([&session, options] { session.exit_code = run(session, *options); });
}

}  // namespace casus::cli
