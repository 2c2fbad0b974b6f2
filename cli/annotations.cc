#include <fmt/format.h>

#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/printer.h"
#include "cli/text.h"
#include "graph/doubts.h"
#include "graph/fault.h"
#include "graph/validate.h"
#include "interchange/readers.h"
#include "interchange/writers.h"

namespace casus::cli {
namespace {

// Of one annotation: a writer that gets everything wrong needs no more to see it.
constexpr std::size_t kFaultsKept = 1000;

struct Options {
  Format format = Format::text;
  std::size_t limit = 100;
  std::vector<std::string> paths;
};

// Everything that is wrong with one path of the command line.
class Examination {
 public:
  // `limit`: of the findings that are shown.
  explicit Examination(std::size_t limit) : limit_(limit) {}

  v1::AnnotationReport run(const std::string& path) {
    report_.set_path(path);
    interchange::ReadCallbacks callbacks;
    callbacks.on_annotation_record = [this](interchange::AnnotationRecord&& record) {
      take(record);
    };
    callbacks.on_article = [this](v1::Article&& article) {
      add(report_.path(), {}, article.id(),
          {FaultKind::format,
           {},
           fmt::format("'{}' is an article; an annotation has 'article', with the text in it, and "
                       "'extractor'.",
                       article.id())});
    };
    callbacks.on_error = [this](const interchange::ReadError& error) {
      add(error.source(), error.where(), {}, {FaultKind::format, {}, error.reason()});
    };
    interchange::read_input(path, {}, callbacks);
    for (const auto& [kind, count] : counts_) {
      auto* entry = report_.add_kinds();
      entry->set_kind(std::string(name_of(kind)));
      entry->set_count(count);
      entry->set_warning(is_warning(kind));
    }
    return std::move(report_);
  }

 private:
  void take(const interchange::AnnotationRecord& record) {
    report_.set_annotations(report_.annotations() + 1);
    for (const auto& found : {record.faults, find_faults(record.annotation, kFaultsKept),
                              find_doubts(record.annotation, kFaultsKept)}) {
      for (const Fault& fault : found) {
        add(record.source, record.where, record.annotation.article().id(), fault);
      }
    }
  }

  void add(const std::string& file, const std::string& where, const std::string& article,
           const Fault& fault) {
    ++counts_[fault.kind];
    const bool warning = is_warning(fault.kind);
    if (warning) {
      report_.set_warnings(report_.warnings() + 1);
    } else {
      report_.set_faults(report_.faults() + 1);
    }
    if (static_cast<std::size_t>(report_.findings_size()) >= limit_) return;
    auto* finding = report_.add_findings();
    finding->set_file(file);
    finding->set_where(where);
    finding->set_article(article);
    finding->set_field(fault.field);
    finding->set_kind(std::string(name_of(fault.kind)));
    finding->set_warning(warning);
    finding->set_reason(fault.reason);
  }

  std::size_t limit_;
  v1::AnnotationReport report_;
  std::map<FaultKind, std::uint32_t> counts_;
};

// "3 faults (2 span, 1 value)"
std::string counted(std::uint32_t count, std::string_view what, bool warnings,
                    const v1::AnnotationReport& report) {
  if (count == 0) return fmt::format("no {}", what);
  std::vector<std::string> kinds;
  for (const auto& entry : report.kinds()) {
    if (entry.warning() == warnings) {
      kinds.push_back(fmt::format("{} {}", with_thousands(entry.count()), entry.kind()));
    }
  }
  return fmt::format("{} {}{} ({})", with_thousands(count), what, count == 1 ? "" : "s",
                     fmt::join(kinds, ", "));
}

void print(const v1::AnnotationReport& report, Printer& printer) {
  for (const auto& finding : report.findings()) {
    const std::string place =
        finding.where().empty() ? finding.file() : finding.file() + ", " + finding.where();
    printer.paragraph(
        0,
        fmt::format("{}: {}{}{}{}", place, finding.warning() ? "warning: " : "", finding.field(),
                    finding.field().empty() ? "" : ": ", finding.reason()),
        finding.warning() ? Tone::plain : Tone::bad, 2);
  }
  const auto shown = static_cast<std::uint32_t>(report.findings_size());
  if (const std::uint32_t all = report.faults() + report.warnings(); all > shown) {
    printer.paragraph(
        0, fmt::format("… and {} more; --limit shows more of them.", with_thousands(all - shown)),
        Tone::faint);
  }
  printer.paragraph(
      0,
      fmt::format("{}: {} annotation{}, {}, {}",
                  report.path() == "-" ? "standard input" : report.path(),
                  with_thousands(report.annotations()), report.annotations() == 1 ? "" : "s",
                  counted(report.faults(), "fault", false, report),
                  counted(report.warnings(), "warning", true, report)),
      report.faults() == 0 ? Tone::good : Tone::strong, 2);
}

int run(const Options& options) {
  Printer printer = Printer::for_stdout();
  bool faulty = false;
  for (const std::string& path : options.paths) {
    const v1::AnnotationReport report = Examination(options.limit).run(path);
    faulty = faulty || report.faults() > 0;
    if (options.format == Format::json) {
      std::cout << interchange::to_json_line(report) << '\n';
    } else {
      print(report, printer);
    }
  }
  return faulty ? kBadInput : kDone;
}

}  // namespace

void add_annotations(CLI::App& app, Session& session) {
  auto* group = app.add_subcommand("annotations", "For those who write annotations: check them");
  group->require_subcommand(1);
  auto* command = group->add_subcommand(
      "check", "Name all that is wrong with annotations, and what is probably not meant");
  auto options = std::make_shared<Options>();
  command->add_option("path", options->paths, ".jsonl, .pb, folders; - for standard input")
      ->required()
      ->type_name("FILE");
  command->add_option("--limit", options->limit, "show at most so many findings of a file")
      ->capture_default_str()
      ->type_name("N");
  add_format(*command, options->format);
  command->footer(
      "Reads like `casus ingest` and stores nothing. docs/annotations.md is the format's manual.\n"
      "Exit code 3 if there is a fault; warnings are what is taken and probably not meant.\n"
      "Examples:\n"
      "  casus annotations check mine.jsonl\n"
      "  my-extractor articles/ | casus annotations check -\n"
      "  casus annotations check --format json mine.pb | jq '.findings[].field'");
  command->callback([&session, options] { session.exit_code = run(*options); });
}

}  // namespace casus::cli
