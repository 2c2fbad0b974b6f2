#include "query/news.h"

#include <algorithm>
#include <cstdint>

#include "query/questions.h"

namespace casus::query {
namespace {

// Undated voices belong to no time: they are no news.
void drop_old(Day since, google::protobuf::RepeatedPtrField<v1::Voice>& voices) {
  const auto old = [&](const v1::Voice& voice) {
    const auto published = parse_day(voice.published());
    return !published || *published <= since;
  };
  voices.erase(std::remove_if(voices.begin(), voices.end(), old), voices.end());
}

// Gives how many it drops.
std::uint32_t keep_first(std::size_t most, google::protobuf::RepeatedPtrField<v1::Voice>& voices) {
  const auto all = static_cast<std::size_t>(voices.size());
  if (most == 0 || all <= most) return 0;
  voices.erase(voices.begin() + static_cast<std::ptrdiff_t>(most), voices.end());
  return static_cast<std::uint32_t>(all - most);
}

}  // namespace

std::optional<v1::Trace> news(const storage::Snapshot& snapshot, const v1::Trace& now, Day since,
                              std::size_t voices) {
  const auto claim = snapshot.find(now.claim().key());
  if (!claim) return std::nullopt;
  Filter filter;
  filter.as_of = since;
  filter.voices = 1;  // its status is asked for
  const v1::Trace before = trace_claim(snapshot, *claim, filter);
  v1::Trace news = now;
  drop_old(since, *news.mutable_asserted_by());
  drop_old(since, *news.mutable_denied_by());
  const bool silent = news.asserted_by().empty() && news.denied_by().empty();
  if (silent && before.status() == now.status()) return std::nullopt;
  news.set_asserted_left_out(keep_first(voices, *news.mutable_asserted_by()));
  news.set_denied_left_out(keep_first(voices, *news.mutable_denied_by()));
  news.set_status_before(before.status());
  return news;
}

}  // namespace casus::query
