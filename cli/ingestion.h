#ifndef CASUS_CLI_INGESTION_H_
#define CASUS_CLI_INGESTION_H_

// One run of `casus ingest`: reads on the calling thread, extracts on many, commits on one, in the
// order of input. An input that the store knows to change nothing is recognised by its bytes before
// it is read, an article that it holds as it is, annotated by this extractor, before it is
// extracted again. A dry run writes nothing, and says of each article what would become of it if it
// were the only one. In bulk, records of coded data sets appear in the store all at once at the end
// of the run; one that is interrupted has taken in nothing of them.

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "casus/v1/answer.pb.h"
#include "cli/extraction.h"
#include "cli/inputs.h"
#include "cli/origin.h"
#include "storage/bulk_load.h"
#include "storage/store.h"

namespace casus::cli {

enum class IngestMode { one_by_one, bulk, dry_run };

class Ingestion {
 public:
  // Both must outlive it.
  Ingestion(storage::Store& store, Extraction& extraction, IngestMode mode)
      : store_(store), extraction_(extraction), mode_(mode) {
    extractor_.set_name(extract::kExtractorName);
    extractor_.set_version(extraction.version());
  }

  // `go_on` is told how many inputs are done, on one thread or another; where it says false the run
  // ends behind the article in work, and the report says that it was interrupted. Bad inputs are in
  // the report; throws StoreError if the store fails.
  void run(const std::vector<std::string>& paths, const std::function<bool(std::uint64_t)>& go_on);

  const v1::IngestReport& report() const { return report_; }
  const StageTimes& times() const { return times_; }

 private:
  struct Job {
    Input input;
    std::string origin;    // empty: the input cannot be recognised
    bool settled = false;  // an article that changes nothing, whose origin is to be remembered
  };
  struct Annotated {
    v1::ArticleAnnotation annotation;
    std::string unread;  // see Extractor::extract
    Problem problem;     // with a reason: there is no annotation
    std::string origin;
    bool settled = false;  // only the article is there
  };

  // Whether a record that is not read yet is known to change nothing; it is then counted.
  bool is_known(const Origin& origin);
  // What an article that need not be extracted comes to: unchanged or outdated.
  std::optional<storage::PutOutcome> settled(const v1::Article& article);
  // Whether there is something to do; if not, the input is counted.
  bool admit(Job& job, const Origin& origin);
  Annotated annotate(unsigned worker, Job&& job);
  // nullopt: the bulk load will tell.
  std::optional<storage::PutOutcome> take_in(const Annotated& annotated);
  void commit(Annotated&& annotated);
  void fail(const Problem& problem);

  storage::Store& store_;
  Extraction& extraction_;
  v1::ExtractorInfo extractor_;
  const IngestMode mode_;
  std::unique_ptr<storage::BulkLoad> bulk_;
  v1::IngestReport report_;
  v1::IngestReport recognised_;  // by the reading thread; a part of `report_` at the end
  StageTimes times_;
  std::mutex mutex_;                              // of the next two
  std::uint64_t done_ = 0;                        // inputs
  std::map<std::string, std::size_t> in_flight_;  // articles pushed and not yet committed, by key
};

}  // namespace casus::cli

#endif  // CASUS_CLI_INGESTION_H_
