#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/printer.h"
#include "cli/render.h"
#include "cli/text.h"
#include "interchange/writers.h"

namespace casus::cli {
namespace {

void print(std::string_view heading,
           const google::protobuf::RepeatedPtrField<v1::Stats::KindCount>& counts) {
  std::cout << toned(std::string(heading), Tone::strong, output_style()) << '\n';
  for (const v1::Stats::KindCount& count : counts) {
    std::cout << fmt::format("  {:<12}{:>15}\n", words(count.kind()),
                             with_thousands(count.count()));
  }
}

int run(const Session& session, Format format) {
  const auto store = open_for_reading(session);
  const v1::Stats stats = query::stats(*store->snapshot());
  if (format == Format::json) {
    std::cout << interchange::to_json_line(stats) << '\n';
  } else {
    print("nodes", stats.nodes());
    print("edges", stats.edges());
  }
  return kDone;
}

}  // namespace

void add_stats(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("stats", "Count nodes and edges by kind");
  auto format = std::make_shared<Format>(Format::text);
  add_format(*command, *format);
  command->footer("Attacks are counted among events too, denials among statements.");
  command->callback([&session, format] { session.exit_code = run(session, *format); });
}

}  // namespace casus::cli
