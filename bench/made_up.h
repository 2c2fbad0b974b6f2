#ifndef CASUS_BENCH_MADE_UP_H_
#define CASUS_BENCH_MADE_UP_H_

// A made-up world of any size, record by record: each is a function of its number, so that nothing
// needs to be kept. A record tells of two events between actors, some of an event or a claim of an
// earlier record too; four in five quote somebody. A few actors are in many events, most in few,
// and most of them act among their neighbours.
//
// Thread-safe. The same numbers give the same records on every machine.

#include <cstdint>
#include <string>

#include "casus/v1/annotation.pb.h"
#include "graph/dates.h"

namespace casus::bench {

class MadeUp {
 public:
  explicit MadeUp(std::uint64_t records, std::uint64_t seed = 1);

  // Also of numbers beyond the records: what comes later.
  v1::ArticleAnnotation record(std::uint64_t number) const;

  std::uint64_t records() const { return records_; }
  std::uint64_t actors() const { return actors_; }
  // Keys, and the days on which there are events.
  static std::string actor(std::uint64_t number);
  static std::string claim(std::uint64_t record);
  bool has_claim(std::uint64_t record) const;
  Day published(std::uint64_t record) const;

 private:
  class Dice;

  const std::uint64_t records_;
  const std::uint64_t seed_;
  const std::uint64_t actors_;
  const std::uint64_t places_;
};

}  // namespace casus::bench

#endif  // CASUS_BENCH_MADE_UP_H_
