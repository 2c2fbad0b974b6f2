#ifndef CASUS_CLI_INGESTION_H_
#define CASUS_CLI_INGESTION_H_

// One run of `casus ingest`: reads on the calling thread, extracts on many, commits on one, in the
// order of input. An article that the store already holds as it is, annotated by this extractor, is
// recognised before it is extracted again.

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "casus/v1/answer.pb.h"
#include "cli/extraction.h"
#include "cli/inputs.h"
#include "storage/store.h"

namespace casus::cli {

class Ingestion {
 public:
  // Both must outlive it.
  Ingestion(storage::Store& store, Extraction& extraction)
      : store_(store), extraction_(extraction) {}

  // `progress` is told after each commit how many inputs are done. Bad inputs are in the report;
  // throws StoreError if the store fails.
  void run(const std::vector<std::string>& paths,
           const std::function<void(std::uint64_t)>& progress);

  const v1::IngestReport& report() const { return report_; }
  const StageTimes& times() const { return times_; }

 private:
  struct Annotated {
    v1::ArticleAnnotation annotation;
    std::string unread;  // see Extractor::extract
    Problem problem;     // with a reason: there is no annotation
  };

  // Whether the article changes nothing, so that it need not be extracted; `recognised` counts it.
  bool is_settled(const v1::Article& article, v1::IngestReport& recognised);
  Annotated annotate(unsigned worker, Input&& input);
  void commit(Annotated&& annotated);
  void fail(const Problem& problem);

  storage::Store& store_;
  Extraction& extraction_;
  v1::IngestReport report_;
  StageTimes times_;
  std::mutex mutex_;                              // of the next
  std::map<std::string, std::size_t> in_flight_;  // articles pushed and not yet committed, by key
};

}  // namespace casus::cli

#endif  // CASUS_CLI_INGESTION_H_
