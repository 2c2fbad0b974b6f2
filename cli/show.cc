#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/printer.h"
#include "cli/render.h"
#include "graph/kinds.h"
#include "interchange/writers.h"
#include "query/names.h"

namespace casus::cli {
namespace {

struct Options {
  Format format = Format::text;
  std::string key;
  std::size_t limit = 50;
};

constexpr std::size_t kLabel = 12;

void field(Printer& printer, std::string_view label, const std::string& text) {
  if (!text.empty()) printer.labelled(2, kLabel, label, text);
}

void render_article(Printer& printer, const v1::Article& article) {
  field(printer, "outlet", article.outlet());
  field(printer, "published", article.published());
  field(printer, "language", article.language());
  field(printer, "url", article.url());
  field(printer, "id", article.id());
}

void render_actor(Printer& printer, const storage::Snapshot& snapshot, const v1::Actor& actor) {
  field(printer, "kind", words(name_of(actor.kind())));
  field(printer, "country", actor.country());
  field(printer, "sector", actor.sector());
  field(printer, "role", actor.role());
  field(printer, "belongs to", name_of_key(snapshot, actor.affiliation()));
  std::string aliases;
  for (const std::string& alias : actor.aliases()) {
    if (!aliases.empty()) aliases += ", ";
    aliases += alias;
  }
  field(printer, "also called", aliases);
}

void render_place(Printer& printer, const storage::Snapshot& snapshot, const v1::Place& place) {
  field(printer, "country", place.country());
  field(printer, "within", name_of_key(snapshot, place.within()));
  if (place.has_latitude() && place.has_longitude()) {
    field(printer, "at", fmt::format("{:.4f}, {:.4f}", place.latitude(), place.longitude()));
  }
}

void render_edge(Printer& printer, const storage::Snapshot& snapshot, const v1::Edge& edge,
                 bool out) {
  std::string text = name_of_key(snapshot, out ? edge.to() : edge.from());
  if (text.empty()) text = edge.text();
  if (!edge.role().empty()) text += fmt::format(" ({})", edge.role());
  if (edge.kind() == v1::EdgeKind::initiated && edge.status() != v1::InitiatorStatus::asserted) {
    text += fmt::format(" ({})", name_of(edge.status()));
  }
  if (edge.kind() == v1::EdgeKind::same_as) {
    // Merged actors have one name in answers; here each is told by its own.
    const std::string& key = out ? edge.to() : edge.from();
    const auto other = snapshot.node(key);
    if (other && other->has_actor()) text = fmt::format("{} ({})", other->actor().name(), key);
    if (other && other->has_place()) text = fmt::format("{} ({})", other->place().name(), key);
    text += fmt::format(" — {}", edge.reason());
  }
  printer.labelled(2, kLabel, fmt::format("{} {}", out ? "→" : "←", words(name_of(edge.kind()))),
                   text);
}

void render(Printer& printer, const storage::Snapshot& snapshot, const v1::NodeReport& report,
            const std::string& name) {
  const v1::Node& node = report.node();
  printer.paragraph(0, name, Tone::strong);
  printer.paragraph(0, fmt::format("{} · {}", name_of(node.kind()), node.key()), Tone::faint);
  switch (node.data_case()) {
    case v1::Node::kArticle:
      render_article(printer, node.article());
      break;
    case v1::Node::kActor:
      render_actor(printer, snapshot, node.actor());
      break;
    case v1::Node::kPlace:
      render_place(printer, snapshot, node.place());
      break;
    case v1::Node::kEvent:
      render_event_slots(printer, snapshot, node.event());
      break;
    case v1::Node::kStatement:
      render_statement_slots(printer, snapshot, node.statement());
      break;
    case v1::Node::kClaim:
    case v1::Node::DATA_NOT_SET:
      break;
  }
  if (report.out_size() + report.in_size() > 0) {
    printer.blank();
    for (const v1::Edge& edge : report.out()) render_edge(printer, snapshot, edge, true);
    for (const v1::Edge& edge : report.in()) render_edge(printer, snapshot, edge, false);
    if (report.edges_left_out() > 0) {
      printer.paragraph(2, fmt::format("and {} more; --limit shows them", report.edges_left_out()),
                        Tone::faint);
    }
  }
  for (const v1::Quote& quote : report.quotes()) {
    printer.blank();
    printer.quote(2, quote);
  }
}

int run(const Session& session, const Options& options) {
  const auto store = open_for_reading(session);
  const auto snapshot = store->snapshot();
  const storage::NodeId id = find_node(*snapshot, options.key);
  const v1::NodeReport report = query::show(*snapshot, id, options.limit);
  if (options.format == Format::json) {
    std::cout << interchange::to_json_line(report) << '\n';
  } else {
    Printer printer = Printer::for_stdout();
    render(printer, *snapshot, report, query::display_name(*snapshot, id));
  }
  return kDone;
}

}  // namespace

void add_show(CLI::App& app, Session& session) {
  auto* command =
      app.add_subcommand("show", "Show one node with its edges and its quoted evidence");
  auto options = std::make_shared<Options>();
  command->add_option("node", options->key, "a key, an actor's name, or how one of these begins")
      ->required()
      ->type_name("KEY");
  command->add_option("--limit", options->limit, "at most so many edges in each direction")
      ->capture_default_str()
      ->type_name("N");
  add_format(*command, options->format);
  command->footer(
      "Examples:\n"
      "  casus show Tehran\n"
      "  casus show actor:USA --format json");
  command->callback([&session, options] { session.exit_code = run(session, *options); });
}

}  // namespace casus::cli
