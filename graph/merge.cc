// What several articles say of one actor or place, put together.

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/assemble.h"

namespace casus {
namespace {

// Counts the articles behind each value; an unknown value has no vote.
template <typename Value>
class Ballot {
 public:
  void vote(const Value& value, std::uint64_t count) {
    if (value != Value{}) votes_[value] += count;
  }
  void withdraw(const Value& value) { votes_.erase(value); }
  // Most votes; of equals the smallest, which the map's order gives first.
  Value winner() const {
    const auto best =
        std::max_element(votes_.begin(), votes_.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == votes_.end() ? Value{} : best->first;
  }
  // Those with most votes, of equals the smaller, at most `count`; sorted.
  std::vector<Value> leaders(std::size_t count) const {
    std::vector<std::pair<Value, std::uint64_t>> ranked(votes_.begin(), votes_.end());
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    if (ranked.size() > count) ranked.resize(count);
    std::vector<Value> out;
    for (auto& [value, votes] : ranked) out.push_back(std::move(value));
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  std::map<Value, std::uint64_t> votes_;
};

// Ballots on the fields of messages, one a field.
template <typename Message>
class Poll {
 public:
  Poll(const std::vector<v1::Node>& nodes, const std::vector<std::uint64_t>& counts,
       const Message& (v1::Node::*data)() const)
      : nodes_(nodes), counts_(counts), data_(data) {}

  template <typename Get>
  auto winner(const Get& get) const {
    Ballot<std::decay_t<decltype(get(std::declval<const Message&>()))>> ballot;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      ballot.vote(get((nodes_[i].*data_)()), counts_[i]);
    }
    return ballot.winner();
  }

 private:
  const std::vector<v1::Node>& nodes_;
  const std::vector<std::uint64_t>& counts_;
  const Message& (v1::Node::*data_)() const;
};

// The aliases that persons gave, then those that most articles give.
template <typename Named>
void set_aliases(Named& named, Ballot<std::string> votes, std::vector<std::string> given) {
  std::erase(given, named.name());
  if (given.size() > kMaxAliases) given.resize(kMaxAliases);
  for (const std::string& alias : given) votes.withdraw(alias);
  votes.withdraw(named.name());
  std::vector<std::string> aliases = votes.leaders(kMaxAliases - given.size());
  aliases.insert(aliases.end(), given.begin(), given.end());
  std::sort(aliases.begin(), aliases.end());
  named.mutable_aliases()->Assign(aliases.begin(), aliases.end());
}

v1::Actor merge_actors(const std::vector<v1::Node>& nodes, const std::vector<std::uint64_t>& counts,
                       const std::vector<std::string>& aliases) {
  const Poll<v1::Actor> poll(nodes, counts, &v1::Node::actor);
  v1::Actor out;
  out.set_key(nodes.front().key());
  out.set_name(poll.winner([](const v1::Actor& a) { return a.name(); }));
  out.set_kind(poll.winner([](const v1::Actor& a) { return a.kind(); }));
  out.set_country(poll.winner([](const v1::Actor& a) { return a.country(); }));
  out.set_sector(poll.winner([](const v1::Actor& a) { return a.sector(); }));
  // Role and affiliation belong together.
  auto [affiliation, role] =
      poll.winner([](const v1::Actor& a) { return std::pair(a.affiliation(), a.role()); });
  out.set_affiliation(std::move(affiliation));
  out.set_role(std::move(role));

  Ballot<std::string> names;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const v1::Actor& actor = nodes[i].actor();
    names.vote(actor.name(), counts[i]);
    for (const std::string& alias : actor.aliases()) names.vote(alias, counts[i]);
  }
  set_aliases(out, std::move(names), aliases);
  return out;
}

v1::Place merge_places(const std::vector<v1::Node>& nodes, const std::vector<std::uint64_t>& counts,
                       const std::vector<std::string>& aliases) {
  const Poll<v1::Place> poll(nodes, counts, &v1::Node::place);
  v1::Place out;
  out.set_key(nodes.front().key());
  out.set_name(poll.winner([](const v1::Place& p) { return p.name(); }));
  out.set_country(poll.winner([](const v1::Place& p) { return p.country(); }));
  out.set_within(poll.winner([](const v1::Place& p) { return p.within(); }));
  const auto where = poll.winner([](const v1::Place& p) {
    return p.has_latitude() ? std::optional(std::pair(p.latitude(), p.longitude())) : std::nullopt;
  });
  if (where) {
    out.set_latitude(where->first);
    out.set_longitude(where->second);
  }
  Ballot<std::string> names;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (const std::string& alias : nodes[i].place().aliases()) names.vote(alias, counts[i]);
  }
  set_aliases(out, std::move(names), aliases);
  return out;
}

}  // namespace

v1::Node merge_shared(const std::vector<v1::Node>& contributions,
                      const std::vector<std::uint64_t>& counts,
                      const std::vector<std::string>& aliases) {
  v1::Node out;
  out.set_key(contributions.front().key());
  out.set_kind(contributions.front().kind());
  if (out.kind() == v1::NodeKind::actor) {
    *out.mutable_actor() = merge_actors(contributions, counts, aliases);
  } else {
    *out.mutable_place() = merge_places(contributions, counts, aliases);
  }
  return out;
}

}  // namespace casus
