// What reading costs, on the example articles.

#include <benchmark/benchmark.h>

#include <memory>
#include <vector>

#include "extract/document/document.h"
#include "extract/extractor.h"
#include "interchange/readers.h"

namespace {

using namespace casus;  // NOLINT(google-build-using-namespace): a benchmark's own file

const std::vector<v1::Article>& examples() {
  static const std::vector<v1::Article> articles = [] {
    std::vector<v1::Article> read;
    interchange::ReadCallbacks callbacks;
    callbacks.on_article = [&](v1::Article&& article) { read.push_back(std::move(article)); };
    interchange::read_input(CASUS_SOURCE_DIR "/examples/articles", {}, callbacks);
    return read;
  }();
  return articles;
}

void load_the_lexicon(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(extract::Lexicon::load());
}
BENCHMARK(load_the_lexicon)->Unit(benchmark::kMillisecond);

void cut_into_sentences(benchmark::State& state) {
  std::int64_t bytes = 0;
  for (auto _ : state)
    for (const v1::Article& article : examples()) {
      benchmark::DoNotOptimize(extract::Document(article.text()));
      bytes += static_cast<std::int64_t>(article.text().size());
    }
  state.SetBytesProcessed(bytes);
}
BENCHMARK(cut_into_sentences)->Unit(benchmark::kMillisecond);

void extract_the_examples(benchmark::State& state) {
  extract::Extractor extractor(extract::Lexicon::load(), extract::load_grammar());
  for (auto _ : state)
    for (const v1::Article& article : examples())
      benchmark::DoNotOptimize(extractor.extract(article));
  const extract::ExtractionStats& stats = extractor.stats();
  state.counters["sentences"] =
      benchmark::Counter(static_cast<double>(stats.sentences), benchmark::Counter::kIsRate);
  state.counters["parser_share"] = stats.parser_seconds / stats.seconds;
}
BENCHMARK(extract_the_examples)->Unit(benchmark::kMillisecond)->MinTime(5);

}  // namespace
