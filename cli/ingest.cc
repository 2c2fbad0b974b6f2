#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/ingestion.h"
#include "cli/stopwatch.h"
#include "cli/text.h"
#include "interchange/writers.h"

namespace casus::cli {
namespace {

struct Options {
  Format format = Format::text;
  ExtractionOptions extraction;
  std::vector<std::string> paths;
};

// A line on a terminal that is overwritten, ten times a second at most.
class Progress {
 public:
  ~Progress() {
    if (shown_) std::cerr << "\r\033[K";
  }

  void operator()(std::uint64_t done) {
    if (!terminal_ || since_shown_.seconds() < 0.1) return;
    since_shown_ = {};
    shown_ = true;
    std::cerr << fmt::format("\r{} articles, {:.0f} a second\033[K", with_thousands(done),
                             static_cast<double>(done) / since_start_.seconds())
              << std::flush;
  }

 private:
  const bool terminal_ = isatty(STDERR_FILENO) != 0;
  bool shown_ = false;
  Stopwatch since_start_;
  Stopwatch since_shown_;
};

void complain(const v1::IngestReport::Problem& problem) {
  std::cerr << "casus: ";
  if (!problem.article().empty()) std::cerr << printable(problem.article()) << ": ";
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
  const auto line = [](std::string_view label, std::uint32_t count) {
    std::cout << fmt::format("{:<14}{:>9}\n", label, with_thousands(count));
  };
  line("new", report.added());
  line("unchanged", report.unchanged());
  line("replaced", report.replaced());
  if (report.outdated() > 0) line("outdated", report.outdated());
  line("failed", report.failed());
  line("not extracted", report.not_extracted());
  std::cout.flush();
  for (const auto& problem : report.failures()) complain(problem);
  note_skipped(report);
  const auto more = static_cast<std::uint32_t>(report.failures_size() + report.skipped_size());
  if (report.failed() + report.not_extracted() > more) {
    std::cerr << fmt::format("casus: and {} more\n",
                             report.failed() + report.not_extracted() - more);
  }
}

int run(const Session& session, const Options& options) {
  Extraction extraction(options.extraction);
  const auto store = open_for_writing(session);
  Ingestion ingestion(*store, extraction);
  {
    Progress progress;
    ingestion.run(options.paths, [&](std::uint64_t done) { progress(done); });
  }
  const v1::IngestReport& report = ingestion.report();
  if (options.format == Format::json) {
    std::cout << interchange::to_json_line(report) << '\n';
  } else {
    print(report);
  }
  if (options.extraction.stats) print_stats(extraction, ingestion.times());
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
  add_format(*command, options->format);
  command->footer(
      "Taking an article in twice changes nothing; a changed one replaces its own part; a version\n"
      "that says it is older than the stored one is left out. A run that was interrupted is "
      "simply\n"
      "run again. Exit code 3: some input was bad, the rest is stored. Articles in languages that\n"
      "the extractor does not read are stored, noted, and no error.\n"
      "Examples:\n"
      "  casus ingest articles/\n"
      "  casus ingest saved-pages/ feed.rss stories.jsonl.gz\n"
      "  casus ingest --lexicon my-names.tsv monday.jsonl tuesday.jsonl\n"
      "  other-extractor | casus ingest -");
  command->callback([&session, options] { session.exit_code = run(session, *options); });
}

}  // namespace casus::cli
