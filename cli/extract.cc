#include <iostream>
#include <memory>
#include <sstream>
#include <vector>

#include "cli/commands.h"
#include "cli/extraction.h"
#include "cli/inputs.h"
#include "cli/interrupt.h"
#include "cli/ordered_pipeline.h"
#include "cli/progress.h"
#include "cli/render_annotation.h"
#include "cli/stopwatch.h"
#include "cli/terminal.h"
#include "cli/text.h"
#include "interchange/writers.h"

namespace casus::cli {
namespace {

struct Options {
  Format format = Format::text;
  ExtractionOptions extraction;
  bool explain = false;
  std::vector<std::string> paths;
};

struct Output {
  std::string text;       // for standard output
  std::string complaint;  // for standard error
  bool bad = false;       // the input could not be taken
};

Output printed(const v1::ArticleAnnotation& annotation, Format format,
               const std::vector<extract::Explanation>& why) {
  if (format == Format::json) return {interchange::to_json_line(annotation) + '\n', {}, false};
  try {
    return {render_annotation(annotation, why), {}, false};
  } catch (const InputError& error) {
    return {{}, error.what(), true};
  }
}

// One object an event or statement.
Output reasons(const std::string& article, const std::vector<extract::Explanation>& why) {
  Output output;
  for (const extract::Explanation& one : why) {
    v1::Explanation explanation;
    explanation.set_article(article);
    explanation.set_key(one.key);
    for (const std::string& reason : one.reasons) explanation.add_reasons(reason);
    output.text += interchange::to_json_line(explanation) + '\n';
  }
  return output;
}

Output work(Extraction& extraction, const Options& options, unsigned worker, const Input& input) {
  if (const auto* problem = std::get_if<Problem>(&input)) return {{}, problem->reason, true};
  if (const auto* annotation = std::get_if<v1::ArticleAnnotation>(&input)) {
    return printed(*annotation, options.format, {});
  }
  const auto& article = std::get<v1::Article>(input);
  std::string unread;
  std::vector<extract::Explanation> why;
  const v1::ArticleAnnotation annotation =
      extraction.extract(worker, article, &unread, options.explain ? &why : nullptr);
  const bool only_reasons = options.explain && options.format == Format::json;
  Output output =
      only_reasons ? reasons(article.id(), why) : printed(annotation, options.format, why);
  if (!unread.empty()) output.complaint = article.id() + ": " + unread;
  return output;
}

int run(const Session& session, const Options& options) {
  const Stopwatch wall;
  watch_for_interrupt();
  Extraction extraction(options.extraction);
  StageTimes times;
  bool bad = false;
  Progress progress("articles", 0, session.quiet || output_style().terminal);
  std::uint64_t done = 0;
  OrderedPipeline<Input, Output> pipeline(
      extraction.workers(), kPipelineBytes,
      [&](unsigned worker, Input&& input) { return work(extraction, options, worker, input); },
      [&](Output&& output) {
        const Stopwatch writing;
        std::cout << output.text;
        bad = bad || output.bad;
        if (!output.complaint.empty()) {
          std::cerr << "casus: " << printable(output.complaint) << '\n';
        }
        times.output += writing.seconds();
        progress(++done);
        stop_if_interrupted();
      });
  double waiting = 0;
  const Stopwatch reading;
  read_inputs(options.paths, [&](Input&& input) {
    const Stopwatch pushing;
    const std::size_t bytes = weight(input);
    pipeline.push(std::move(input), bytes);
    waiting += pushing.seconds();
  });
  times.reading = reading.seconds() - waiting;
  pipeline.finish();
  times.wall = wall.seconds();
  if (options.extraction.stats) print_stats(stages_of(extraction, times));
  return bad ? kBadInput : kDone;
}

}  // namespace

void add_extract(CLI::App& app, Session& session) {
  auto* command =
      app.add_subcommand("extract", "Show what would be stored of articles, without a store");
  auto options = std::make_shared<Options>();
  command
      ->add_option("path", options->paths,
                   ".txt, .html, .xml, .rss, .atom, .jsonl, .json, .pb, also with .gz; folders; - "
                   "for standard input")
      ->required()
      ->type_name("PATH");
  command->add_flag("--explain", options->explain,
                    "with every event and statement, which words, entries of the lexicon and "
                    "grammar gave it; as JSON, these reasons alone");
  add_extraction_options(*command, options->extraction);
  add_format(*command, options->format);
  command->footer(
      "Examples:\n"
      "  casus extract report.txt\n"
      "  casus extract --explain report.txt\n"
      "  casus extract --format json articles.jsonl > annotations.jsonl");
  command->callback([&session, options] { session.exit_code = run(session, *options); });
}

}  // namespace casus::cli
