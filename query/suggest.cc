#include "query/suggest.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

#include "graph/names.h"
#include "graph/spelling.h"
#include "storage/name_index.h"

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
    names.insert(names.end(), node.place().aliases().begin(), node.place().aliases().end());
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

std::vector<std::string> names_beginning(const Snapshot& snapshot, std::string_view prefix,
                                         v1::NodeKind::Value kind, std::size_t limit) {
  const std::string wanted = normalise_name(prefix);
  std::set<std::string> exact;
  std::set<std::string> alike;
  const auto ids = storage::with_name_prefix(snapshot, prefix, kind, limit);
  for (const auto& node : snapshot.nodes(ids)) {
    if (!node) continue;
    for (std::string& name : names_of(*node)) {
      if (name.starts_with(prefix)) {
        exact.insert(std::move(name));
      } else if (normalise_name(name).starts_with(wanted)) {
        alike.insert(std::move(name));
      }
    }
  }
  const std::set<std::string>& found = exact.empty() ? alike : exact;
  const auto count = static_cast<std::ptrdiff_t>(std::min(found.size(), limit));
  return {found.begin(), std::next(found.begin(), count)};
}

}  // namespace casus::query
