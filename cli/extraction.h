#ifndef CASUS_CLI_EXTRACTION_H_
#define CASUS_CLI_EXTRACTION_H_

// The extractors of all workers, one each, over one lexicon and one grammar. The grammar (100 MB)
// and the extractors are made when the first article needs them.
// Threads: `extract` with different workers at a time; `stats` when no worker runs.

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "casus/v1/answer.pb.h"
#include "extract/extractor.h"

namespace casus::cli {

struct ExtractionOptions {
  unsigned threads = 0;  // 0: all cores
  std::vector<std::filesystem::path> lexicons;
  bool stats = false;
};
void add_extraction_options(CLI::App& command, ExtractionOptions& options);

class Extraction {
 public:
  // Loads the lexicon; throws UsageError for a bad one.
  explicit Extraction(const ExtractionOptions& options);

  unsigned workers() const { return static_cast<unsigned>(extractors_.size()); }
  // Of the annotations that it makes.
  const std::string& version() const { return version_; }

  v1::ArticleAnnotation extract(unsigned worker, const v1::Article& article, std::string* unread,
                                std::vector<extract::Explanation>* why = nullptr);

  // Of all workers together; seconds are summed up over threads.
  extract::ExtractionStats stats() const;

 private:
  std::shared_ptr<const extract::Lexicon> lexicon_;
  std::string version_;
  std::once_flag grammar_loaded_;
  std::shared_ptr<const extract::Grammar> grammar_;
  std::vector<std::unique_ptr<extract::Extractor>> extractors_;
};

// One run, for `--stats`: seconds of what is not extraction.
struct StageTimes {
  double wall = 0;
  double reading = 0;
  double output = 0;  // commits, or writing
};

v1::Stages stages_of(const Extraction& extraction, const StageTimes& times);
// A few lines on standard error: sentences a second, time by stage, memory.
void print_stats(const v1::Stages& stages);

}  // namespace casus::cli

#endif  // CASUS_CLI_EXTRACTION_H_
