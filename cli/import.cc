#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "casus/v1/answer.pb.h"
#include "cli/commands.h"
#include "cli/ingest_report.h"
#include "cli/interrupt.h"
#include "cli/known_names.h"
#include "cli/printer.h"
#include "cli/progress.h"
#include "cli/text.h"
#include "interchange/tables.h"
#include "interchange/writers.h"
#include "storage/bulk_load.h"

namespace casus::cli {
namespace {

constexpr int kRejectsShown = 10;
constexpr int kRejectsKept = 100;  // in the report

struct Options {
  Format format = Format::text;
  std::string table;
  std::vector<std::string> paths;
  std::vector<std::filesystem::path> lexicons;
  std::string dataset;
  std::string rejects;
};

std::vector<std::string> table_names() {
  std::vector<std::string> names;
  for (const auto& format : interchange::table_formats()) names.emplace_back(format.name);
  return names;
}

std::string explained_tables() {
  std::string text;
  for (const auto& format : interchange::table_formats()) {
    text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", format.name, format.what);
  }
  return text;
}

// All rejects, as a table of their own.
class RejectFile {
 public:
  explicit RejectFile(const std::string& path) : path_(path) {
    if (path.empty()) return;
    out_.open(path, std::ios::binary | std::ios::trunc);
    out_ << "file\tline\tcolumn\treason\n";
    check();
  }

  void add(const interchange::Reject& reject) {
    if (path_.empty()) return;
    out_ << cell(reject.source) << '\t' << (reject.line > 0 ? std::to_string(reject.line) : "")
         << '\t' << cell(reject.column) << '\t' << cell(reject.reason) << '\n';
  }

  void close() {
    if (path_.empty()) return;
    out_.close();
    check();
  }

 private:
  static std::string cell(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
  }

  void check() const {
    if (!out_) throw UsageError("'" + path_ + "' cannot be written; choose another --rejects.");
  }

  const std::string path_;
  std::ofstream out_;
};

// One run: rows become records, and all of them appear in the store at the end.
class Import {
 public:
  Import(storage::Store& store, const KnownNames& names, const Options& options,
         RejectFile& rejects, Progress& progress)
      : store_(store), names_(names), options_(options), rejects_(rejects), progress_(progress) {}

  v1::IngestReport run() {
    struct Stopped {};
    load_ = store_.bulk_load({});
    interchange::TableCallbacks callbacks;
    const auto one_done = [this] {
      progress_(++done_);
      if (interrupted()) throw Stopped();
    };
    callbacks.on_reject = [&](interchange::Reject&& reject) {
      add(reject);
      one_done();
    };
    callbacks.on_annotation = [&](v1::ArticleAnnotation&& annotation) {
      if (const auto outcome = load_->add(annotation)) count(*outcome, report_);
      one_done();
    };
    try {
      for (const std::string& path : options_.paths) {
        interchange::read_table(path, options_.table, options_.dataset, names_, callbacks);
      }
      load_->finish([this](storage::PutOutcome outcome) { count(outcome, report_); });
    } catch (const Stopped&) {
      report_.set_interrupted(true);
      report_.set_added(0);
    }
    load_.reset();
    store_.flush();
    rejects_.close();
    return report_;
  }

 private:
  void add(const interchange::Reject& reject) {
    rejects_.add(reject);
    report_.set_failed(report_.failed() + 1);
    if (report_.failures_size() >= kRejectsKept) return;
    auto* failure = report_.add_failures();
    failure->set_article(reject.source);
    failure->set_reason(reject.text());
  }

  storage::Store& store_;
  const KnownNames& names_;
  const Options& options_;
  RejectFile& rejects_;
  Progress& progress_;
  std::unique_ptr<storage::BulkLoad> load_;
  std::uint64_t done_ = 0;
  v1::IngestReport report_;
};

void print(const v1::IngestReport& report, const Options& options) {
  print_counts(report, "rejected");
  std::cout.flush();
  const int shown = std::min(report.failures_size(), kRejectsShown);
  for (int i = 0; i < shown; ++i) {
    std::cerr << "casus: " << printable(report.failures(i).reason()) << '\n';
  }
  const std::uint32_t more = report.failed() - static_cast<std::uint32_t>(shown);
  if (more == 0) return;
  std::cerr << fmt::format("casus: and {} more{}\n", with_thousands(more),
                           options.rejects.empty() ? "; --rejects FILE lists all"
                                                   : ", in " + printable(options.rejects));
}

int run(const Session& session, const Options& options) {
  std::shared_ptr<const extract::Lexicon> lexicon;
  try {
    lexicon = extract::Lexicon::load(options.lexicons);
  } catch (const InputError& error) {
    throw UsageError(error.what());
  }
  const KnownNames names(std::move(lexicon));
  RejectFile rejects(options.rejects);
  const auto store = open_for_writing(session);
  watch_for_interrupt();
  v1::IngestReport report;
  {
    Progress progress("rows", 0, session.quiet);
    report = Import(*store, names, options, rejects, progress).run();
  }
  if (options.format == Format::json) {
    std::cout << interchange::to_json_line(report) << '\n';
  } else {
    print(report, options);
  }
  if (report.interrupted()) {
    std::cerr << "casus: Interrupted. The store is as it was.\n";
    return interrupted_exit_code();
  }
  return report.failed() > 0 ? kBadInput : kDone;
}

}  // namespace

void add_import(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("import", "Take tables of coded events into the store");
  auto options = std::make_shared<Options>();
  command->add_option("table", options->table, explained_tables())
      ->required()
      ->check(CLI::IsMember(table_names()).description(""))
      ->type_name(fmt::format("{}", fmt::join(table_names(), "|")));
  command->add_option("file", options->paths, "tables, also packed with gzip; - for standard input")
      ->required()
      ->type_name("FILE");
  command
      ->add_option("--dataset", options->dataset,
                   "what the data set is called, and its records' ids begin with; the name of the "
                   "format without it")
      ->type_name("NAME");
  command
      ->add_option("--lexicon", options->lexicons,
                   "a file of names beside the built-in lexicon, by which actors and places are "
                   "known; may be repeated")
      ->type_name("FILE");
  command
      ->add_option("--rejects", options->rejects,
                   "where to list all rows that were not taken in: file, line, column, reason, "
                   "with tabs between them")
      ->type_name("FILE");
  add_format(*command, options->format);
  command->footer(
      "Each row is a record of its data set, found again by its id: the same table again changes\n"
      "nothing, a newer one replaces the rows that changed. Everything appears in the store at "
      "the\n"
      "end of the run; until then, and if it is cut off, the store is as before. docs/formats.md\n"
      "says how each column is kept.\n"
      "Exit code 3: some rows were rejected, the rest is stored.\n"
      "Examples:\n"
      "  casus import gdelt 20240506*.export.CSV\n"
      "  casus import ucdp-ged --rejects bad-rows.tsv GEDEvent.csv.gz\n"
      "  unzip -p 20240506120000.export.CSV.zip | casus import gdelt -");
  command->callback([&session, options] { session.exit_code = run(session, *options); });
}

}  // namespace casus::cli
