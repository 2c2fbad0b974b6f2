#ifndef CASUS_STORAGE_CORRECTIONS_H_
#define CASUS_STORAGE_CORRECTIONS_H_

// What persons have said about the graph: the records as they are stored, and what of it is in
// effect. Private to storage; see Store::correct for what a correction does.
//
// A correction is filed under the scopes of its ends: the article of an event, statement or claim,
// an actor or place itself. Not thread-safe while records are put on it. Must not outlive its
// snapshot.
// Cost: one scan for a scope without corrections; a look-up more for each one that it has.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "casus/v1/correction.pb.h"
#include "storage/derive.h"
#include "storage/engine.h"

namespace casus::storage {

class Corrections {
 public:
  explicit Corrections(const EngineSnapshot& snapshot) : snapshot_(snapshot) {}

  std::optional<v1::Correction> get(std::uint64_t number) const;
  std::uint64_t last() const;  // the highest number that was given; 0 if there is none

  bool any_about_items() const;  // of articles, in effect or not; one seek

  // As they will be: this record is there too, or in the place of the one of its number.
  void put(const v1::Correction& correction);

  // Those in effect whose one end, or both, have this scope, in the order of their numbers.
  std::vector<v1::Correction> in_effect(const std::string& scope) const;

  // The same by what they do.
  ArticleCorrections of(const std::string& article) const;
  std::vector<std::string> aliases(const std::string& node) const;  // each once
  // By the other node's key: the last that merges or splits the two. Of actors and places.
  std::map<std::string, v1::Correction> pairs(const std::string& node) const;

 private:
  const EngineSnapshot& snapshot_;
  std::map<std::uint64_t, v1::Correction> put_;
};

// The scopes of a correction: one, or two.
std::set<std::string> scopes_of(const v1::Correction& correction);

// The record and its entries in the index by scope.
void derive_rows(const v1::Correction& correction, std::vector<Row>& rows);

// All records, or those of one scope, in the order of their numbers, until `visit` returns false.
void each_correction(const EngineSnapshot& snapshot, std::string_view scope,
                     const std::function<bool(const v1::Correction&)>& visit);

// What a merge writes on its link: "merged by Ada on 2024-09-18: the same raid".
std::string merge_reason(const v1::Correction& correction);

}  // namespace casus::storage

#endif  // CASUS_STORAGE_CORRECTIONS_H_
