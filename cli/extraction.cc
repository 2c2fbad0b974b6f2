#include "cli/extraction.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "cli/session.h"
#include "cli/text.h"
#include "graph/error.h"

namespace casus::cli {
namespace {

constexpr int kMostThreads = 1024;

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
      ->check(
          [](const std::string& text) {
            const int threads = std::atoi(text.c_str());
            return threads >= 1 && threads <= kMostThreads
                       ? std::string()
                       : fmt::format("{} is no number of threads; write one from 1 to {}",
                                     echoed(text), kMostThreads);
          },
          "")
      ->type_name("N");
  command
      .add_option(
          "--lexicon", options.lexicons,
          "a file of names, triggers or cues, or a PETRARCH dictionary, beside the built-in "
          "lexicon; may be repeated")
      ->type_name("FILE");
  command.add_flag("--stats", options.stats, "say on standard error where the time went");
}

Extraction::Extraction(const ExtractionOptions& options)
    : lexicon_(load_lexicon(options.lexicons)),
      version_(extract::extractor_version(*lexicon_)),
      extractors_(options.threads != 0 ? options.threads
                                       : std::max(1U, std::thread::hardware_concurrency())) {}

v1::ArticleAnnotation Extraction::extract(unsigned worker, const v1::Article& article,
                                          std::string* unread,
                                          std::vector<extract::Explanation>* why) {
  auto& extractor = extractors_[worker];
  if (!extractor) {
    std::call_once(grammar_loaded_, [this] { grammar_ = extract::load_grammar(); });
    extractor = std::make_unique<extract::Extractor>(lexicon_, grammar_);
  }
  return extractor->extract(article, unread, why);
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

v1::Stages stages_of(const Extraction& extraction, const StageTimes& times) {
  const extract::ExtractionStats stats = extraction.stats();
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  v1::Stages stages;
  stages.set_wall(times.wall);
  stages.set_reading(times.reading);
  stages.set_extraction(stats.seconds);
  stages.set_parsing(stats.parser_seconds);
  stages.set_output(times.output);
  stages.set_threads(extraction.workers());
  stages.set_sentences(static_cast<std::uint32_t>(stats.sentences));
  stages.set_parsed(static_cast<std::uint32_t>(stats.parsed));
  stages.set_shallow(static_cast<std::uint32_t>(stats.shallow));
  stages.set_peak_memory_mb(static_cast<std::uint32_t>(usage.ru_maxrss / 1024));
  return stages;
}

void print_stats(const v1::Stages& stages) {
  const auto seconds = [](std::string_view label, double value, std::string_view note = "") {
    std::cerr << fmt::format("{:<12}{:>9.2f} s{}\n", label, value, note);
  };
  std::cerr << fmt::format(
      "sentences   {:>9} ({:.0f} a second), {} parsed by Link Grammar, {} by the shallow parser\n",
      with_thousands(stages.sentences()), stages.sentences() / std::max(stages.wall(), 1e-9),
      with_thousands(stages.parsed()), with_thousands(stages.shallow()));
  seconds("reading", stages.reading());
  seconds("extraction", stages.extraction(),
          fmt::format(", summed up over {} threads", stages.threads()));
  seconds("  parsing", stages.parsing());
  seconds("  the rest", stages.extraction() - stages.parsing());
  seconds("output", stages.output());
  seconds("wall clock", stages.wall());
  std::cerr << fmt::format("peak memory {:>9} MB\n", stages.peak_memory_mb());
}

}  // namespace casus::cli
