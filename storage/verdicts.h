#ifndef CASUS_STORAGE_VERDICTS_H_
#define CASUS_STORAGE_VERDICTS_H_

// What persons said of two events, statements or claims: that they are the same, or are not. It
// wins over the rule. Private to storage.
//
// A merge is a link of its own. A split takes its first node out of the group of what is alike (see
// links.h), so that it is linked by itself, and takes away its link to the other node's group: what
// is just like the other is no more the same as it than the other itself. Of a merge and a split of
// the same two the later one holds.
//
// One thread; must not outlive what it was made of. Costs a seek while no correction is about an
// article; else one more for each article that is asked about, and reading the annotations of those
// that corrections are about.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "casus/v1/correction.pb.h"
#include "storage/corrections.h"
#include "storage/engine.h"
#include "storage/key_layout.h"

namespace casus::storage {

class Verdicts {
 public:
  Verdicts(const EngineSnapshot& snapshot, const Corrections& corrections);

  // The article as it will be, whatever is stored of it; to be said before anything is asked.
  void replace(const std::string& article, const v1::ArticleAnnotation& annotation);

  // Whether persons decided on these two, so that the rule is not asked.
  bool decides(const FingerprintEntry& a, const FingerprintEntry& b);

  // The pairs of nodes that are merged, one of which at least is of this article, by their keys.
  // They need not be there: they may have been rejected.
  using Visitor = std::function<void(const std::string& node, const std::string& other,
                                     const v1::Correction& correction)>;
  void each_merge(const std::string& article, const Visitor& visit);

 private:
  bool any();
  const std::vector<v1::Correction>& about(const std::string& article);
  const std::optional<v1::ArticleAnnotation>& annotation(const std::string& article);
  std::string key_of(const v1::CorrectionEnd& end);  // now; empty if it is gone
  bool merged(const FingerprintEntry& a, const FingerprintEntry& b);
  bool split_off(const FingerprintEntry& a, const FingerprintEntry& b);

  const EngineSnapshot& snapshot_;
  const Corrections& corrections_;
  std::optional<bool> any_;  // corrections about items
  std::map<std::string, std::vector<v1::Correction>> about_;
  std::map<std::string, std::optional<v1::ArticleAnnotation>> annotations_;
};

}  // namespace casus::storage

#endif  // CASUS_STORAGE_VERDICTS_H_
