#include "query/events.h"

#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/filters.h"
#include "cli/list_command.h"
#include "cli/render.h"
#include "interchange/writers.h"

namespace casus::cli {
namespace {

struct Options : ListOptions {
  query::EventQuestion question;
  std::string status;
};

int run(const Session& session, const Options& options) {
  query::EventQuestion question = options.question;
  check_event_type(question.type);
  check_event_mode(question.mode);
  question.status = initiator_status(options.status);
  const auto store = open_for_reading(session);
  const auto snapshot = store->snapshot();
  question.filter = options.filter;
  question.skip = options.skip;
  if (!options.actor.empty()) question.actor = find_actor(*snapshot, options.actor);
  if (!options.place.empty()) question.place = find_place(*snapshot, options.place);
  if (!options.country.empty()) question.country = find_country(*snapshot, options.country);
  Printer printer = Printer::for_stdout();
  const query::Listed listed =
      query::list_events(*snapshot, question, [&](const v1::EventEntry& entry) {
        if (options.format == Format::json) {
          std::cout << interchange::to_json_line(entry) << '\n';
        } else {
          render_event_entry(printer, *snapshot, entry);
        }
      });
  if (listed.more) say_more(options.format, listed.count, 0, options.skip);
  return answered(listed.count, question.kind == v1::NodeKind::attack ? "attacks" : "events");
}

CLI::App* add(CLI::App& app, Session& session, const std::string& name, const std::string& about,
              const std::shared_ptr<Options>& options) {
  query::EventQuestion& question = options->question;
  auto* command = app.add_subcommand(name, about);
  add_place(*command, *options);
  add_country(*command, options->country);
  command->add_option("--target", question.target, "words of whom or what it was done to")
      ->type_name("WORDS");
  command->add_option("--mode", question.mode, "PLOVER mode: firearms, explosives, aerial, ...")
      ->type_name("MODE");
  command->add_option("--weapon", question.weapon, "words of the weapon")->type_name("WORDS");
  command
      ->add_option("--min-killed", question.min_killed,
                   "at least so many killed, by one report or more")
      ->type_name("N");
  command
      ->add_option("--status", options->status,
                   "how who did it is known: asserted, alleged, claimed or denied")
      ->type_name("STATUS");
  command->add_flag("--contested", question.contested,
                    "only those whose initiator denies it, or about which claims are denied");
  command->add_flag("--any-modality", question.any_modality,
                    "also those that were only threatened, planned, supposed or denied to have "
                    "happened");
  command
      ->add_option_function<std::string>(
          "--sort",
          [&question](const std::string& by) { question.deadliest_first = by == "killed"; },
          "date: newest first; killed: the most killed first")
      ->check(CLI::IsMember({"date", "killed"}).description(""))
      ->default_str("date")
      ->type_name("date|killed");
  add_list_options(*command, *options);
  command->callback([&session, options] { session.exit_code = run(session, *options); });
  return command;
}

}  // namespace

void add_events(CLI::App& app, Session& session) {
  auto of_events = std::make_shared<Options>();
  auto* events = add(app, session, "events", "List events, newest first", of_events);
  add_event_kind(*events, of_events->question.type, "PLOVER type: ASSAULT, PROTEST, ACCUSE, ...",
                 "TYPE");
  events->footer(
      "What several articles report is one entry.\n"
      "Example:\n  casus events --actor Russia --kind ACCUSE --since 2023-01-01");

  auto of_attacks = std::make_shared<Options>();
  of_attacks->question.kind = v1::NodeKind::attack;
  auto* attacks = add(app, session, "attacks", "List attacks, newest first", of_attacks);
  attacks->footer(
      "What several articles report is one entry, with the toll that each gives.\n"
      "Examples:\n"
      "  casus attacks --place Goma --since 2024-09-01\n"
      "  casus attacks --min-killed 20 --sort killed\n"
      "  casus attacks --actor M23 --format json");
}

}  // namespace casus::cli
