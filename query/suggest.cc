#include "query/suggest.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "graph/names.h"

namespace casus::query {

using storage::NodeId;
using storage::Snapshot;

namespace {

constexpr std::size_t kMaxCandidates = 1000;
constexpr std::size_t kMaxSuggestions = 3;
constexpr std::size_t kMaxNameBytes = 100;

struct Suggestion {
  std::size_t distance = 0;
  std::string name;
  std::string key;
  friend bool operator<(const Suggestion& a, const Suggestion& b) {
    return std::tie(a.distance, a.name, a.key) < std::tie(b.distance, b.name, b.key);
  }
};

std::vector<std::string> names_of(const v1::Node& node) {
  std::vector<std::string> names;
  if (node.has_actor()) {
    names.push_back(node.actor().name());
    names.insert(names.end(), node.actor().aliases().begin(), node.actor().aliases().end());
  } else if (node.has_place()) {
    names.push_back(node.place().name());
  }
  return names;
}

std::string_view first_characters(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  while (end < text.size() && count > 0) {
    ++end;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    --count;
  }
  return text.substr(0, end);
}

std::vector<Suggestion> near(const Snapshot& snapshot, std::string_view wanted,
                             std::string_view prefix, bool actors_only) {
  const std::size_t bound = std::max<std::size_t>(1, wanted.size() / 4);
  std::vector<Suggestion> found;
  for (const NodeId id : snapshot.with_prefix(prefix, kMaxCandidates)) {
    const auto node = snapshot.node(id);
    if (!node || (actors_only && !node->has_actor())) continue;
    Suggestion best{bound + 1, "", node->key()};
    for (auto& name : names_of(*node)) {
      const std::size_t distance = edit_distance(wanted, normalise_name(name), bound);
      if (distance < best.distance) {
        best.distance = distance;
        best.name = std::move(name);
      }
    }
    if (best.distance <= bound) found.push_back(std::move(best));
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

std::vector<std::string> nearest_names(const Snapshot& snapshot, std::string_view text,
                                       bool actors_only) {
  const std::string wanted = normalise_name(text);
  if (wanted.empty() || wanted.size() > kMaxNameBytes) return {};
  std::vector<Suggestion> found;
  for (std::size_t letters = 2; letters > 0 && found.empty(); --letters) {
    found = near(snapshot, wanted, first_characters(wanted, letters), actors_only);
  }
  std::vector<std::string> names;
  for (const auto& suggestion : found) {
    if (names.size() == kMaxSuggestions) break;
    names.push_back(fmt::format("{} ({})", suggestion.name, suggestion.key));
  }
  return names;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t bound) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > bound) return bound + 1;
  // Three rows of the table of optimal string alignment: before last, last, this.
  std::vector<std::size_t> earlier(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], earlier[j - 2] + 1);
      }
    }
    std::swap(earlier, last);
    std::swap(last, row);
  }
  return std::min(last[b.size()], bound + 1);
}

}  // namespace casus::query
