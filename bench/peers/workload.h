#ifndef CASUS_BENCH_PEERS_WORKLOAD_H_
#define CASUS_BENCH_PEERS_WORKLOAD_H_

// A workload that other stores are measured by, too: made-up articles with numbered events,
// statements and claims on numbered actors and places, and the parameters of its questions. Here
// its articles become annotations, and its numbers and casus's ids are brought together.

#include <simdjson.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "storage/snapshot.h"

namespace casus::bench {

// Numbers count from 0 within each kind, in the order of casus's enum and of the workload's.
enum class Kind : std::uint32_t { actor, place, article, event, statement, claim };
inline constexpr std::size_t kKinds = 6;

inline constexpr std::int32_t kDayZero = 16436;  // 2015-01-01

// Of the workload's list: the place of a PLOVER type, from its place in casus's.
std::uint32_t event_type(std::uint8_t act);
std::uint32_t statement_kind(v1::StatementKind::Value kind);

// The articles of a file, one after the other, as annotations.
class Articles {
 public:
  explicit Articles(const std::filesystem::path& data);

  // Calls `visit` with each until it returns false.
  void each(const std::string& file, const std::function<bool(v1::ArticleAnnotation&)>& visit);
  // One line of such a file.
  void annotate(std::string_view line, v1::ArticleAnnotation& annotation);

 private:
  std::string item(std::string_view kind, std::uint64_t number,
                   const std::vector<std::uint32_t>& owners) const;

  const std::filesystem::path data_;
  std::vector<std::string> actors_;
  std::vector<std::string> places_;
  std::vector<std::uint32_t> event_owners_;  // the article that each belongs to
  std::vector<std::uint32_t> claim_owners_;
  simdjson::dom::parser parser_;
};

// From casus's ids to the workload's numbers and back.
class Numbers {
 public:
  explicit Numbers(const storage::Snapshot& snapshot);
  std::uint32_t of(storage::NodeId id) const { return numbers_[id]; }
  Kind kind(storage::NodeId id) const { return kinds_[id]; }
  storage::NodeId actor(std::uint32_t number) const { return actors_.at(number); }
  storage::NodeId claim(std::uint32_t number) const { return claims_.at(number); }
  std::size_t actors() const { return actors_.size(); }

 private:
  std::vector<std::uint32_t> numbers_;
  std::vector<Kind> kinds_;
  std::vector<storage::NodeId> actors_;
  std::vector<storage::NodeId> claims_;
};

using Parameters = std::vector<std::vector<std::uint32_t>>;
Parameters parameters(const std::filesystem::path& data, const std::string& question);

}  // namespace casus::bench

#endif  // CASUS_BENCH_PEERS_WORKLOAD_H_
