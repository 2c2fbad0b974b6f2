#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/filters.h"
#include "cli/pair.h"
#include "cli/printer.h"
#include "cli/render.h"
#include "cli/text.h"
#include "graph/kinds.h"
#include "interchange/writers.h"

namespace casus::cli {
namespace {

std::string names(const google::protobuf::RepeatedPtrField<v1::NodeRef>& parties) {
  std::string list;
  for (const v1::NodeRef& party : parties) {
    if (!list.empty()) list += ", ";
    list += party.name();
  }
  return list;
}

void render(Printer& printer, const v1::TimelineEntry& entry) {
  std::string headline =
      fmt::format("{} · {}", when(entry.date(), entry.quote().published()), words(entry.type()));
  if (entry.modality() != v1::Modality::actual) {
    headline += fmt::format(" ({})", name_of(entry.modality()));
  }
  const std::string actors = names(entry.actors());
  const std::string targets = names(entry.targets());
  if (!actors.empty() || !targets.empty()) headline += ": " + (actors.empty() ? "unknown" : actors);
  if (!targets.empty()) headline += " → " + targets;
  printer.paragraph(0, headline, Tone::strong);
  printer.paragraph(2, entry.summary());
  printer.quote(2, entry.quote());
  printer.paragraph(2,
                    fmt::format("in {} article{} · {}", entry.articles_size(),
                                entry.articles_size() == 1 ? "" : "s", entry.key()),
                    Tone::faint);
  printer.blank();
}

void note(const query::Timeline& timeline, const PairOptions& options) {
  if (options.format != Format::text) return;
  std::cout.flush();
  if (timeline.left_out > 0) {
    std::cerr << fmt::format(
        "casus: the newest {}; {}{} older report{} left out, --limit 0 shows "
        "all.\n",
        with_thousands(timeline.entries.size()), options.kind.empty() ? "" : "up to ",
        with_thousands(timeline.left_out), timeline.left_out == 1 ? "" : "s");
  }
  if (timeline.undated > 0) {
    std::cerr << fmt::format("casus: {} without a date left out.\n",
                             with_thousands(timeline.undated));
  }
}

int run(const Session& session, const PairOptions& options) {
  check_relation_kind(options.kind);
  const auto store = open_for_reading(session);
  const auto snapshot = store->snapshot();
  const auto [a, b] = find_pair(*snapshot, options);
  const query::Timeline timeline = query::timeline(*snapshot, a, b, options.filter, options.kind);
  Printer printer = Printer::for_stdout();
  for (const v1::TimelineEntry& entry : timeline.entries) {
    if (options.format == Format::json) {
      std::cout << interchange::to_json_line(entry) << '\n';
    } else {
      render(printer, entry);
    }
  }
  note(timeline, options);
  return answered(timeline.entries.size(), "events or statements");
}

}  // namespace

void add_timeline(CLI::App& app, Session& session) {
  auto* command =
      app.add_subcommand("timeline", "What an actor, or two, did, said and suffered: oldest first");
  auto options = std::make_shared<PairOptions>();
  add_pair(*command, *options, "another one: only what both take part in");
  command->footer(
      "What several articles report is one entry. The limit keeps the newest.\n"
      "Examples:\n"
      "  casus timeline M23 --since 2024-09-01\n"
      "  casus timeline Rwanda DRC --kind accusation --as-of 2024-09-17");
  command->callback([&session, options] { session.exit_code = run(session, *options); });
}

}  // namespace casus::cli
