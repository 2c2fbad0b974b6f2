#include "query/communities.h"

#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <string>

#include "cli/commands.h"
#include "cli/printer.h"
#include "cli/text.h"
#include "interchange/writers.h"

namespace casus::cli {
namespace {

constexpr std::size_t kMembersForPeople = 10;

struct Options {
  Format format = Format::text;
  query::CommunityQuestion question;
  std::string actor;
  const CLI::Option* members = nullptr;
};

void print(const v1::Community& community, Printer& printer) {
  printer.paragraph(
      0,
      fmt::format("{}. {} actors; ties among them {}, to others {}", community.place(),
                  with_thousands(community.size()), with_thousands(community.ties_inside()),
                  with_thousands(community.ties_outside())),
      Tone::strong, 3);
  std::string names;
  for (const v1::CommunityMember& member : community.members()) {
    names += names.empty() ? "" : ", ";
    names += fmt::format("{} ({})", member.actor().name(), with_thousands(member.ties_inside()));
  }
  const auto shown = static_cast<std::uint32_t>(community.members_size());
  if (shown < community.size()) {
    names += fmt::format(" and {} more", with_thousands(community.size() - shown));
  }
  printer.paragraph(3, names);
}

int run(const Session& session, const Options& options) {
  const auto store = open_for_reading(session);
  const auto snapshot = store->snapshot();
  query::CommunityQuestion question = options.question;
  if (!options.actor.empty()) question.actor = find_actor(*snapshot, options.actor);
  if (options.members->empty() && options.format == Format::text) {
    question.members = kMembersForPeople;
  }
  const std::size_t limit = question.filter.limit;
  if (limit != 0) ++question.filter.limit;  // to see whether there are more
  auto communities = query::communities(*snapshot, question);
  const bool more = limit != 0 && communities.size() > limit;
  if (more) communities.resize(limit);
  Printer printer = Printer::for_stdout();
  for (const v1::Community& community : communities) {
    if (options.format == Format::json) {
      std::cout << interchange::to_json_line(community) << '\n';
    } else {
      print(community, printer);
    }
  }
  if (more) say_more(options.format, limit);
  return answered(communities.size(), "actors that act together");
}

}  // namespace

void add_communities(CLI::App& app, Session& session) {
  auto* command =
      app.add_subcommand("communities", "Who acts more with one another than with others");
  auto options = std::make_shared<Options>();
  query::CommunityQuestion& question = options->question;
  command->add_option("--actor", options->actor, "only the community of this one: a key or a name")
      ->type_name("ACTOR");
  options->members =
      add_count(*command, "--members", "members of each", question.members, kMembersForPeople);
  constexpr std::size_t kForPeople = 20;
  add_filter(*command, question.filter, options->format, kForPeople);
  add_format(*command, options->format);
  command->footer(
      "Actors are tied by each event that names both, as who did it or to whom it was done. They\n"
      "are divided so that ties within the communities are as many more than by chance as can be\n"
      "found (modularity, by the method of Louvain). The same articles give the same communities.\n"
      "Members with the most ties to the others come first.\n"
      "Examples:\n"
      "  casus communities\n"
      "  casus communities --actor Rwanda --members 0\n"
      "  casus communities --since 2024-01-01 --until 2024-06-30 --limit 5\n"
      "  casus communities --format json | jq -r '.members[].actor.name'");
  command->callback([&session, options] { session.exit_code = run(session, *options); });
}

}  // namespace casus::cli
