#include "cli/ingestion.h"

#include <fmt/format.h>

#include <utility>

#include "cli/ordered_pipeline.h"
#include "cli/stopwatch.h"
#include "graph/error.h"
#include "graph/keys.h"
#include "graph/validate.h"

namespace casus::cli {
namespace {

constexpr int kProblemsKept = 100;

std::string key_of(const Input& input) {
  if (const auto* article = std::get_if<v1::Article>(&input)) return article_key(article->id());
  if (const auto* annotation = std::get_if<v1::ArticleAnnotation>(&input)) {
    return article_key(annotation->article().id());
  }
  return {};
}

void count(storage::PutOutcome outcome, v1::IngestReport& report) {
  switch (outcome) {
    case storage::PutOutcome::added:
      return report.set_added(report.added() + 1);
    case storage::PutOutcome::unchanged:
      return report.set_unchanged(report.unchanged() + 1);
    case storage::PutOutcome::replaced:
      return report.set_replaced(report.replaced() + 1);
    case storage::PutOutcome::outdated:
      return report.set_outdated(report.outdated() + 1);
  }
}

}  // namespace

// The same article twice in one input: the store does not say yet what it will hold when the second
// one's turn comes, so that only commit can tell.
bool Ingestion::is_settled(const v1::Article& article, v1::IngestReport& recognised) {
  {
    const std::lock_guard lock(mutex_);
    if (in_flight_.count(article_key(article.id())) > 0) return false;
  }
  v1::ExtractorInfo extractor;
  extractor.set_name(extract::kExtractorName);
  extractor.set_version(extraction_.version());
  const storage::PutOutcome outcome = store_.foresee(article, extractor);
  if (outcome != storage::PutOutcome::unchanged && outcome != storage::PutOutcome::outdated) {
    return false;
  }
  count(outcome, recognised);
  return true;
}

Ingestion::Annotated Ingestion::annotate(unsigned worker, Input&& input) {
  Annotated result;
  if (auto* problem = std::get_if<Problem>(&input)) {
    result.problem = std::move(*problem);
  } else if (auto* annotation = std::get_if<v1::ArticleAnnotation>(&input)) {
    result.annotation = std::move(*annotation);
  } else {
    const auto& article = std::get<v1::Article>(input);
    if (article.text().size() > storage::kMaxArticleBytes) {
      result.problem = {article.id(),
                        fmt::format("The text has {} bytes; an article may have {}. Split it.",
                                    article.text().size(), storage::kMaxArticleBytes)};
      result.annotation.mutable_article()->set_id(article.id());
    } else {
      try {
        result.annotation = extraction_.extract(worker, article, &result.unread);
      } catch (const std::exception& error) {
        result.problem = {article.id(),
                          fmt::format("It cannot be extracted from: {}", error.what())};
        result.annotation.mutable_article()->set_id(article.id());
      }
    }
  }
  return result;
}

void Ingestion::fail(const Problem& problem) {
  report_.set_failed(report_.failed() + 1);
  if (report_.failures_size() >= kProblemsKept) return;
  auto* failure = report_.add_failures();
  failure->set_article(problem.article);
  failure->set_reason(problem.reason);
}

storage::PutOutcome Ingestion::take_in(const v1::ArticleAnnotation& annotation) {
  if (!dry_run_) return store_.put(annotation);
  validate(annotation);
  return store_.foresee(annotation.article(), annotation.extractor());
}

void Ingestion::commit(Annotated&& annotated) {
  const v1::Article& article = annotated.annotation.article();
  if (!annotated.problem.reason.empty()) return fail(annotated.problem);
  try {
    const storage::PutOutcome outcome = take_in(annotated.annotation);
    count(outcome, report_);
    if (outcome == storage::PutOutcome::outdated) return;
  } catch (const InputError& error) {
    return fail({article.id(), error.what()});
  }
  if (annotated.unread.empty()) return;
  report_.set_not_extracted(report_.not_extracted() + 1);
  if (report_.skipped_size() >= kProblemsKept) return;
  auto* skipped = report_.add_skipped();
  skipped->set_article(article.id());
  skipped->set_reason(annotated.unread);
}

void Ingestion::run(const std::vector<std::string>& paths,
                    const std::function<bool(std::uint64_t)>& go_on) {
  struct Stopped {};
  const auto one_done = [&] {
    const std::lock_guard lock(mutex_);
    if (!go_on(++done_)) throw Stopped();
  };
  const Stopwatch wall;
  v1::IngestReport recognised;
  try {
    OrderedPipeline<Input, Annotated> pipeline(
        extraction_.workers(), kPipelineBytes,
        [this](unsigned worker, Input&& input) { return annotate(worker, std::move(input)); },
        [&](Annotated&& annotated) {
          const Stopwatch committing;
          const std::string id = annotated.annotation.article().id();
          commit(std::move(annotated));
          if (!id.empty()) {
            const std::lock_guard lock(mutex_);
            const auto at = in_flight_.find(article_key(id));
            if (at != in_flight_.end() && --at->second == 0) in_flight_.erase(at);
          }
          times_.output += committing.seconds();
          one_done();
        });

    double waiting = 0;
    const Stopwatch reading;
    read_inputs(paths, [&](Input&& input) {
      if (const auto* article = std::get_if<v1::Article>(&input);
          article && is_settled(*article, recognised)) {
        return one_done();
      }
      if (const std::string key = key_of(input); !key.empty()) {
        const std::lock_guard lock(mutex_);
        ++in_flight_[key];
      }
      const Stopwatch pushing;
      const std::size_t bytes = weight(input);
      pipeline.push(std::move(input), bytes);
      waiting += pushing.seconds();
    });
    times_.reading = reading.seconds() - waiting;
    pipeline.finish();
  } catch (const Stopped&) {
    report_.set_interrupted(true);
  }
  if (!dry_run_) store_.flush();
  report_.set_dry_run(dry_run_);
  report_.set_unchanged(report_.unchanged() + recognised.unchanged());
  report_.set_outdated(report_.outdated() + recognised.outdated());
  times_.wall = wall.seconds();
}

}  // namespace casus::cli
