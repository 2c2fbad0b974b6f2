#include "cli/extraction.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <iostream>
#include <thread>

#include "cli/session.h"
#include "cli/text.h"
#include "graph/error.h"

namespace casus::cli {
namespace {

// A lexicon is named by an option, and without it nothing can begin.
std::shared_ptr<const extract::Lexicon> load_lexicon(
    const std::vector<std::filesystem::path>& files) {
  try {
    return extract::Lexicon::load(files);
  } catch (const InputError& error) {
    throw UsageError(error.what());
  }
}

}  // namespace

void add_extraction_options(CLI::App& command, ExtractionOptions& options) {
  command
      .add_option("--threads", options.threads, "how many extract at a time; all cores without it")
      ->check(CLI::Range(1, 1024).description(""))
      ->type_name("N");
  command
      .add_option("--lexicon", options.lexicons,
                  "a file of names, triggers or cues beside the built-in lexicon; may be repeated")
      ->type_name("FILE");
  command.add_flag("--stats", options.stats, "say on standard error where the time went");
}

Extraction::Extraction(const ExtractionOptions& options)
    : lexicon_(load_lexicon(options.lexicons)),
      version_(extract::extractor_version(*lexicon_)),
      extractors_(options.threads != 0 ? options.threads
                                       : std::max(1U, std::thread::hardware_concurrency())) {}

v1::ArticleAnnotation Extraction::extract(unsigned worker, const v1::Article& article,
                                          std::string* unread) {
  auto& extractor = extractors_[worker];
  if (!extractor) {
    std::call_once(grammar_loaded_, [this] { grammar_ = extract::load_grammar(); });
    extractor = std::make_unique<extract::Extractor>(lexicon_, grammar_);
  }
  return extractor->extract(article, unread);
}

extract::ExtractionStats Extraction::stats() const {
  extract::ExtractionStats total;
  for (const auto& extractor : extractors_) {
    if (!extractor) continue;
    const extract::ExtractionStats& stats = extractor->stats();
    total.sentences += stats.sentences;
    total.parsed += stats.parsed;
    total.shallow += stats.shallow;
    total.seconds += stats.seconds;
    total.parser_seconds += stats.parser_seconds;
  }
  return total;
}

void print_stats(const Extraction& extraction, const StageTimes& times) {
  const extract::ExtractionStats stats = extraction.stats();
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const double parser_share = stats.seconds > 0 ? 100 * stats.parser_seconds / stats.seconds : 0;
  std::cerr << fmt::format(
      "sentences   {} ({:.0f} a second), {} parsed by Link Grammar, {} by the shallow parser\n"
      "extraction  {:.2f} s summed up over {} threads, {:.0f} % of it in the parsers\n"
      "reading     {:.2f} s\n"
      "output      {:.2f} s\n"
      "wall clock  {:.2f} s\n"
      "peak memory {} MB\n",
      with_thousands(stats.sentences),
      static_cast<double>(stats.sentences) / std::max(times.wall, 1e-9),
      with_thousands(stats.parsed), with_thousands(stats.shallow), stats.seconds,
      extraction.workers(), parser_share, times.reading, times.output, times.wall,
      usage.ru_maxrss / 1024);
}

}  // namespace casus::cli
