#include "cli/ingestion.h"

#include <fmt/format.h>

#include <utility>

#include "cli/ingest_report.h"
#include "cli/ordered_pipeline.h"
#include "cli/stopwatch.h"
#include "graph/error.h"
#include "graph/keys.h"
#include "graph/validate.h"

namespace casus::cli {
namespace {

constexpr int kProblemsKept = 100;

// nullptr: it is a problem.
const v1::Article* article_of(const Input& input) {
  if (const auto* annotation = std::get_if<v1::ArticleAnnotation>(&input)) {
    return &annotation->article();
  }
  return std::get_if<v1::Article>(&input);
}

}  // namespace

// The same article twice in one input: the store does not say yet what it will hold when the second
// one's turn comes, so that only commit can tell. Held while the store is asked, the mutex keeps an
// article in flight that was not committed before.
bool Ingestion::is_known(const Origin& origin) {
  const std::lock_guard lock(mutex_);
  const std::optional<storage::Recognised> known = origin.recognise(store_);
  if (!known || in_flight_.contains(known->article)) return false;
  count(known->outcome, recognised_);
  return true;
}

std::optional<storage::PutOutcome> Ingestion::settled(const v1::Article& article) {
  {
    const std::lock_guard lock(mutex_);
    if (in_flight_.contains(article_key(article.id()))) return std::nullopt;
  }
  const storage::PutOutcome outcome = store_.foresee(article, extractor_);
  const bool nothing_changes =
      outcome == storage::PutOutcome::unchanged || outcome == storage::PutOutcome::outdated;
  return nothing_changes ? std::optional(outcome) : std::nullopt;
}

bool Ingestion::admit(Job& job, const Origin& origin) {
  const v1::Article* article = article_of(job.input);
  if (article == nullptr) return true;
  job.origin = origin.of(*article);
  const auto outcome =
      std::holds_alternative<v1::Article>(job.input) ? settled(*article) : std::nullopt;
  if (outcome && (mode_ != IngestMode::one_by_one || job.origin.empty())) {
    count(*outcome, recognised_);
    return false;
  }
  job.settled = outcome.has_value();
  if (!job.settled) {
    const std::lock_guard lock(mutex_);
    ++in_flight_[article_key(article->id())];
  }
  return true;
}

Ingestion::Annotated Ingestion::annotate(unsigned worker, Job&& job) {
  Annotated result;
  result.origin = std::move(job.origin);
  result.settled = job.settled;
  Input& input = job.input;
  if (auto* problem = std::get_if<Problem>(&input)) {
    result.problem = std::move(*problem);
  } else if (auto* annotation = std::get_if<v1::ArticleAnnotation>(&input)) {
    result.annotation = std::move(*annotation);
  } else {
    auto& article = std::get<v1::Article>(input);
    if (job.settled) {
      *result.annotation.mutable_article() = std::move(article);
    } else if (article.text().size() > storage::kMaxArticleBytes) {
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

std::optional<storage::PutOutcome> Ingestion::take_in(const Annotated& annotated) {
  const v1::ArticleAnnotation& annotation = annotated.annotation;
  if (annotated.settled) {
    return store_.remember(annotation.article(), extractor_, annotated.origin);
  }
  if (bulk_ != nullptr) return bulk_->add(annotation);
  if (mode_ == IngestMode::one_by_one) return store_.put(annotation, annotated.origin);
  validate(annotation);
  return store_.foresee(annotation);
}

void Ingestion::commit(Annotated&& annotated) {
  const v1::Article& article = annotated.annotation.article();
  if (!annotated.problem.reason.empty()) return fail(annotated.problem);
  try {
    const std::optional<storage::PutOutcome> outcome = take_in(annotated);
    if (outcome) count(*outcome, report_);
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
  if (mode_ == IngestMode::bulk) bulk_ = store_.bulk_load({});
  try {
    OrderedPipeline<Job, Annotated> pipeline(
        extraction_.workers(), kPipelineBytes,
        [this](unsigned worker, Job&& job) { return annotate(worker, std::move(job)); },
        [&](Annotated&& annotated) {
          const Stopwatch committing;
          const std::string id = annotated.settled ? "" : annotated.annotation.article().id();
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
    Origin origin;  // of what is read next
    const auto sink = [&](Input&& input) {
      Job job{std::move(input), {}, false};
      if (!admit(job, std::exchange(origin, {}))) return one_done();
      const Stopwatch pushing;
      const std::size_t bytes = weight(job.input);
      pipeline.push(std::move(job), bytes);
      waiting += pushing.seconds();
    };
    read_inputs(paths, sink, [&](const interchange::RawRecord& record) {
      origin = Origin(record, extractor_);
      if (!is_known(origin)) return false;
      origin = {};
      one_done();
      return true;
    });
    times_.reading = reading.seconds() - waiting;
    pipeline.finish();
  } catch (const Stopped&) {
    report_.set_interrupted(true);
  }
  if (bulk_ != nullptr && report_.interrupted()) {
    report_.set_added(0);
  } else if (bulk_ != nullptr) {
    const Stopwatch finishing;
    bulk_->finish([this](storage::PutOutcome outcome) { count(outcome, report_); });
    times_.output += finishing.seconds();
  }
  bulk_.reset();
  if (mode_ != IngestMode::dry_run) store_.flush();
  report_.set_dry_run(mode_ == IngestMode::dry_run);
  report_.set_unchanged(report_.unchanged() + recognised_.unchanged());
  report_.set_outdated(report_.outdated() + recognised_.outdated());
  times_.wall = wall.seconds();
}

}  // namespace casus::cli
