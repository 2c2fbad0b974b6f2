#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/ingest_report.h"
#include "cli/ingestion.h"
#include "cli/interrupt.h"
#include "cli/printer.h"
#include "cli/progress.h"
#include "cli/text.h"
#include "interchange/writers.h"
#include "storage/memory_engine.h"

namespace casus::cli {
namespace {

struct Options {
  Format format = Format::text;
  ExtractionOptions extraction;
  std::vector<std::string> paths;
  bool dry_run = false;
  bool bulk = false;
};

IngestMode mode_of(const Options& options) {
  if (options.dry_run) return IngestMode::dry_run;
  return options.bulk ? IngestMode::bulk : IngestMode::one_by_one;
}

// How many articles the arguments are, where that can be told by looking at them: 0 if not.
std::uint64_t articles_named(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    std::error_code ignored;
    const auto extension = std::filesystem::path(path).extension();
    const bool is_one = extension == ".txt" || extension == ".html" || extension == ".htm";
    if (!is_one || !std::filesystem::is_regular_file(path, ignored)) return 0;
  }
  return paths.size();
}

void complain(const v1::IngestReport::Problem& problem) {
  std::cerr << "casus: ";
  // A reader's reason names the file, below the path that was given, and the line.
  const bool named = problem.article() == "-" || problem.reason().starts_with(problem.article());
  if (!named) std::cerr << printable(problem.article()) << ": ";
  std::cerr << printable(problem.reason()) << '\n';
}

// One line for all that have the same reason: an archive in two languages is no list of mishaps.
void note_skipped(const v1::IngestReport& report) {
  constexpr std::size_t kNamed = 3;
  std::map<std::string, std::vector<std::string>> articles;  // by reason
  for (const auto& skipped : report.skipped())
    articles[skipped.reason()].push_back(skipped.article());
  for (const auto& [reason, ids] : articles) {
    v1::IngestReport::Problem problem;
    for (std::size_t i = 0; i < std::min(ids.size(), kNamed); ++i) {
      *problem.mutable_article() += (i > 0 ? ", " : "") + ids[i];
    }
    if (ids.size() > kNamed) {
      *problem.mutable_article() += fmt::format(" and {} more", ids.size() - kNamed);
    }
    problem.set_reason(reason);
    complain(problem);
  }
}

void print(const v1::IngestReport& report) {
  if (report.dry_run()) std::cout << "Nothing was written; this is what would be:\n";
  print_counts(report, "failed");
  print_count("not extracted", report.not_extracted());
  std::cout.flush();
  for (const auto& problem : report.failures()) complain(problem);
  note_skipped(report);
  const auto more = static_cast<std::uint32_t>(report.failures_size() + report.skipped_size());
  if (report.failed() + report.not_extracted() > more) {
    std::cerr << fmt::format("casus: and {} more\n",
                             report.failed() + report.not_extracted() - more);
  }
}

// Of a dry run: the store is only read, and need not be there.
std::unique_ptr<storage::Store> open_store(const Session& session, bool dry_run) {
  if (!dry_run) return open_for_writing(session);
  return is_missing(session.store) ? storage::Store::on(storage::make_memory_engine(), {})
                                   : open_for_reading(session);
}

int run(const Session& session, const Options& options) {
  Extraction extraction(options.extraction);
  const auto store = open_store(session, options.dry_run);
  Ingestion ingestion(*store, extraction, mode_of(options));
  watch_for_interrupt();
  {
    Progress progress("articles", articles_named(options.paths), session.quiet);
    ingestion.run(options.paths, [&](std::uint64_t done) {
      progress(done);
      return !interrupted();
    });
  }
  v1::IngestReport report = ingestion.report();
  const v1::Stages stages = stages_of(extraction, ingestion.times());
  if (options.format == Format::json) {
    if (options.extraction.stats) *report.mutable_stages() = stages;
    std::cout << interchange::to_json_line(report) << '\n';
  } else {
    print(report);
    if (options.extraction.stats) print_stats(stages);
  }
  if (report.interrupted()) {
    std::cerr << (report.dry_run() ? "casus: Interrupted.\n"
                  : options.bulk   ? "casus: Interrupted. The store is as it was.\n"
                                   : "casus: Interrupted. What is counted above is in the store; "
                                     "the same command again goes on from there.\n");
    return interrupted_exit_code();
  }
  return report.failed() > 0 ? kBadInput : kDone;
}

}  // namespace

void add_ingest(CLI::App& app, Session& session) {
  auto* command =
      app.add_subcommand("ingest", "Take articles, or finished annotations, into the store");
  auto options = std::make_shared<Options>();
  command
      ->add_option("path", options->paths,
                   "articles (.txt, .html, .xml, .rss, .atom, .jsonl, .json), annotations (.jsonl, "
                   ".pb), any of them also with .gz; folders; - for standard input")
      ->required()
      ->type_name("PATH");
  add_extraction_options(*command, options->extraction);
  command->add_flag("--dry-run", options->dry_run,
                    "read and extract, say what would become of each article, write nothing");
  command
      ->add_flag(
          "--bulk", options->bulk,
          "take records of coded data sets (article.dataset) in all at once at the end: several "
          "times as fast; until then, and if it is cut off, the store is as before")
      ->excludes("--dry-run");
  add_format(*command, options->format);
  command->footer(
      "Taking an article in twice changes nothing; a changed one replaces its own part; a version\n"
      "that says it is older than the stored one is left out. Ctrl-C ends behind the article in\n"
      "work; what is in the store by then stays, and the same command again goes on from there.\n"
      "Exit code 3: some input was bad, the rest is stored. Articles in languages that\n"
      "the extractor does not read are stored, noted, and no error.\n"
      "Examples:\n"
      "  casus ingest articles/\n"
      "  casus ingest saved-pages/ feed.rss stories.jsonl.gz\n"
      "  casus ingest --lexicon my-names.tsv monday.jsonl tuesday.jsonl\n"
      "  other-extractor | casus ingest -\n"
      "  casus ingest --bulk coded-records.jsonl.gz");
  command->callback([&session, options] { session.exit_code = run(session, *options); });
}

}  // namespace casus::cli
