#ifndef CASUS_CLI_ORIGIN_H_
#define CASUS_CLI_ORIGIN_H_

// By what an input that was taken in is recognised before it is read again: a digest of its bytes,
// of who reads them and of who extracts. If the record does not say which article it is, where it
// was found says so, and is in the digest too.

#include <optional>
#include <string>

#include "casus/v1/annotation.pb.h"
#include "interchange/readers.h"
#include "storage/store.h"

namespace casus::cli {

class Origin {
 public:
  Origin() = default;  // of an input that cannot be recognised
  Origin(const interchange::RawRecord& record, const v1::ExtractorInfo& extractor);

  std::optional<storage::Recognised> recognise(const storage::Store& store) const;

  // What the store is to remember of the article that was read; empty: nothing.
  const std::string& of(const v1::Article& article) const {
    return article.id() == id_ ? of_place_ : of_bytes_;
  }

 private:
  std::string of_bytes_;
  std::string of_place_;
  std::string id_;  // of an article that says none
};

}  // namespace casus::cli

#endif  // CASUS_CLI_ORIGIN_H_
