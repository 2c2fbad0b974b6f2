#include "storage/same_groups.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

namespace casus::storage {
namespace {

// Numbers of groups that only one side of a change has.
constexpr std::uint64_t kOwn = std::uint64_t{1} << 31U;

bool earlier(const SameGroups::One* a, const SameGroups::One* b) { return a->before(*b); }

// How many are asked first whether they join two others: together they nearly always do.
constexpr std::size_t kJoints = 8;

}  // namespace

const SameGroups::One& SameGroups::of(const std::string& group) {
  if (twin_ != nullptr && !changed_(group)) return twin_->of(group);
  const auto [at, inserted] = known_.try_emplace(group);
  One& one = at->second;
  if (!inserted) return one;
  one.group = group;
  one.number = known_.size() + (twin_ == nullptr ? 0 : kOwn);
  if (leaders_ != nullptr) one.leader = leaders_->find(group);
  if (one.leader == nullptr) {
    auto first = groups_.first(group, Day::unknown());
    if (!first) return one;
    one.leader = std::make_shared<const Leader>(*std::move(first));
    if (leaders_ != nullptr) leaders_->keep(group, one.leader);
  }
  const Day published = one.first().published;
  one.time = {!published.known(), published, one.first().fingerprint.node};
  return one;
}

std::vector<const SameGroups::One*> SameGroups::there(const std::set<std::string>& groups) {
  std::vector<const One*> found;
  for (const std::string& group : groups) {
    if (const One& one = of(group); one.leader) found.push_back(&one);
  }
  std::sort(found.begin(), found.end(), earlier);
  return found;
}

bool SameGroups::same(const One& a, const One& b) {
  if (!a.leader || !b.leader || a.leader->any_day != b.leader->any_day) return false;
  const bool shared = twin_ != nullptr && a.number < kOwn && b.number < kOwn;
  if (!(shared ? *twin_ : *this).rule(a, b)) return false;
  const bool in_order = a.first().fingerprint.node < b.first().fingerprint.node;
  return !verdicts_.decides(in_order ? a.first() : b.first(), in_order ? b.first() : a.first());
}

bool SameGroups::rule(const One& a, const One& b) {
  const auto [low, high] = std::minmax(a.number, b.number);
  const auto [at, inserted] = rule_.try_emplace(low << 32U | high);
  if (!inserted) return at->second;
  // Alike in one article, and so two; but for what was split off from its own group.
  if (a.leader->is_alike(*b.leader) && a.first().home != b.first().home) return false;
  const bool in_order = a.first().fingerprint.node < b.first().fingerprint.node;
  const One& from = in_order ? a : b;
  const One& to = in_order ? b : a;
  return at->second = same_as(from.leader->compared, to.leader->compared).has_value();
}

std::vector<const SameGroups::One*> SameGroups::same_as_one(
    const One& one, const std::vector<std::string>& others) {
  std::vector<const One*> found;
  for (const std::string& group : others) {
    const One& other = of(group);
    if (&other != &one && same(one, other)) found.push_back(&other);
  }
  std::sort(found.begin(), found.end(), earlier);
  return found;
}

bool SameGroups::joined(const std::vector<const One*>& witnesses, const One& a, const One& b) {
  for (const One* witness : witnesses) {
    if (!witness->before(a) || !witness->before(b)) return false;
    if (same(*witness, a) && same(*witness, b)) return true;
  }
  return false;
}

void SameGroups::each_unjoined(const std::vector<const One*>& near,
                               const std::vector<const One*>& some,
                               const std::function<std::vector<std::string>(const One&)>& around,
                               const std::function<void(const One&, const One&)>& visit) {
  // Of each that may join others: which of `some` come after it and are the same as it.
  std::vector<std::vector<bool>> joins;
  for (const One* joint : std::span(near).first(std::min(near.size(), kJoints))) {
    std::vector<bool>& row = joins.emplace_back(some.size());
    for (std::size_t i = 0; i < some.size(); ++i) {
      row[i] = joint->before(*some[i]) && same(*joint, *some[i]);
    }
    if (std::find(row.begin(), row.end(), false) == row.end()) return;  // it joins all
  }
  std::vector<bool> held;
  for (std::size_t a = 0; a < some.size(); ++a) {
    held.assign(some.size(), false);
    for (const std::vector<bool>& row : joins) {
      if (!row[a]) continue;
      for (std::size_t b = a + 1; b < some.size(); ++b) held[b] = held[b] || row[b];
    }
    std::vector<bool> row(some.size());
    bool any = false;
    for (std::size_t b = a + 1; b < some.size(); ++b) {
      row[b] = !held[b] && same(*some[a], *some[b]);
      any = any || row[b];
    }
    if (!any) continue;
    std::optional<std::vector<const One*>> witnesses;
    for (std::size_t b = a + 1; b < some.size(); ++b) {
      if (!row[b] || joined(near, *some[a], *some[b])) continue;
      if (!witnesses) {
        std::vector<std::string> before = around(*some[a]);
        std::erase_if(before, [&](const auto& group) { return !of(group).before(*some[a]); });
        witnesses = same_as_one(*some[a], before);
      }
      if (!joined(*witnesses, *some[a], *some[b])) visit(*some[a], *some[b]);
    }
    joins.push_back(std::move(row));
  }
}

}  // namespace casus::storage
