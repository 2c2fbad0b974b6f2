#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <vector>

#include "cli/commands.h"
#include "cli/printer.h"
#include "graph/names.h"
#include "interchange/writers.h"
#include "query/listing.h"

namespace casus::cli {
namespace {

struct Options {
  Format format = Format::text;
  query::Filter filter;
  std::string actor;
  std::string place;
  std::string outlet;
};

void add(std::string& list, std::uint32_t number, std::string_view one, std::string_view many) {
  if (number == 0) return;
  if (!list.empty()) list += ", ";
  list += fmt::format("{} {}", number, number == 1 ? one : many);
}

void render(Printer& printer, const v1::ArticleEntry& entry) {
  const v1::Article& article = entry.article();
  std::string headline = article.published().empty() ? "undated" : article.published();
  if (!article.outlet().empty()) headline += " · " + article.outlet();
  printer.paragraph(0, headline + " · " + (article.title().empty() ? "untitled" : article.title()),
                    Tone::strong, 2);
  std::string counts;
  add(counts, entry.events(), "event", "events");
  add(counts, entry.statements(), "statement", "statements");
  add(counts, entry.claims(), "claim", "claims");
  if (counts.empty()) counts = "nothing told";
  printer.paragraph(2, fmt::format("{} · {} · {}", article.id(), counts, article.key()),
                    Tone::faint);
}

int run(const Session& session, const Options& options) {
  const auto store = open_for_reading(session);
  const auto snapshot = store->snapshot();
  query::Listing listing;
  listing.kind = v1::NodeKind::article;
  listing.filter = options.filter;
  if (!options.actor.empty()) listing.actor = find_actor(*snapshot, options.actor);
  if (!options.place.empty()) listing.place = find_place(*snapshot, options.place);
  const std::string outlet = normalise_name(options.outlet);
  if (!outlet.empty()) {
    listing.matches = [&](const v1::Node& node) {
      return (' ' + normalise_name(node.article().outlet())).find(' ' + outlet) !=
             std::string::npos;
    };
  }
  Printer printer = Printer::for_stdout();
  const query::Listed listed =
      query::list(*snapshot, listing, [&](storage::NodeId id, const v1::Node& node) {
        const v1::ArticleEntry entry = query::article_entry(*snapshot, id, node.article());
        if (options.format == Format::json) {
          std::cout << interchange::to_json_line(entry) << '\n';
        } else {
          render(printer, entry);
        }
      });
  if (listed.more) say_more(options.format, listed.count);
  return answered(listed.count, "articles");
}

}  // namespace

void add_articles(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("articles", "List articles, newest first");
  auto options = std::make_shared<Options>();
  command
      ->add_option("--actor", options->actor,
                   "those that mention it, by any name or key; members and offices count")
      ->type_name("NAME");
  command
      ->add_option("--place", options->place,
                   "those that mention it, by any name or key; places within it count")
      ->type_name("NAME");
  command->add_option("--outlet", options->outlet, "words of the outlet's name, or how they begin")
      ->type_name("NAME");
  add_window(*command, options->filter, "what was published");
  add_as_of(*command, options->filter.as_of);
  add_limit(*command, options->filter, options->format);
  add_format(*command, options->format);
  command->footer(
      "Examples:\n"
      "  casus articles --outlet \"Kivu Herald\" --since 2024-09-01\n"
      "  casus articles --actor M23 --place Goma --format json");
  command->callback([&session, options] { session.exit_code = run(session, *options); });
}

}  // namespace casus::cli
