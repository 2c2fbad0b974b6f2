#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "query/contest.h"
#include "query/key_order.h"
#include "query/questions.h"
#include "query/relation_rows.h"
#include "query/summary.h"

namespace casus::query {

using storage::NodeId;
using storage::Snapshot;

namespace {

Day day_of(const RelationRow& row) { return row.ref.day.known() ? row.ref.day : row.ref.published; }

v1::Certainty::Value certainty(const v1::Node& node) {
  return node.has_event() ? node.event().certainty() : node.statement().certainty();
}

// One event or statement with all its reports between the two.
struct Deed {
  std::vector<const RelationRow*> reports;
  std::set<std::string> articles;
  const RelationRow* first = nullptr;  // published first; undated ones come last

  void add(const RelationRow& row) {
    reports.push_back(&row);
    articles.insert(row.node.source());
    if (first == nullptr || before(row, *first)) first = &row;
  }

 private:
  static bool before(const RelationRow& x, const RelationRow& y) {
    const auto order = [](const RelationRow& row) {
      return std::tuple(!row.ref.published.known(), row.ref.published);
    };
    return order(x) != order(y) ? order(x) < order(y) : key_before(x.node.key(), y.node.key());
  }
};

// "Certain" is 1 and "possible" 3; what nobody says comes last.
int doubt(const v1::Node& node) {
  const int said = certainty(node);
  return said == v1::Certainty::underspecified ? v1::Certainty::Value_MAX + 1 : said;
}

bool stronger(const Deed& x, const Deed& y) {
  const RelationRow& a = *x.first;
  const RelationRow& b = *y.first;
  const auto order = [](const Deed& deed, const RelationRow& row) {
    return std::tuple(-static_cast<std::ptrdiff_t>(deed.articles.size()), doubt(row.node),
                      -static_cast<std::int64_t>(day_of(row).value));
  };
  return order(x, a) != order(y, b) ? order(x, a) < order(y, b)
                                    : key_before(a.node.key(), b.node.key());
}

// Which way, to whom, and of what type.
using Group = std::tuple<std::string, std::string, std::string>;

class Summing {
 public:
  Summing(const Snapshot& snapshot, Day as_of, Parties& parties)
      : snapshot_(snapshot), as_of_(as_of), parties_(parties), contest_(snapshot, as_of) {}

  v1::Standing sum(const std::vector<const RelationRow*>& rows) {
    v1::Standing sum;
    *sum.mutable_from() = parties_(rows.front()->ref.from);
    *sum.mutable_to() = parties_(rows.front()->ref.to);
    sum.set_type(type_of(rows.front()->node));
    std::map<std::string, std::uint32_t> months;
    Day first = Day::unknown();
    Day last = Day::unknown();
    const std::vector<Deed> deeds = joined(rows);
    std::set<std::string> articles;
    for (const Deed& deed : deeds) {
      articles.insert(deed.articles.begin(), deed.articles.end());
      const Day day = day_of(*deed.first);
      if (day.known()) {
        ++months[format_day(day).substr(0, 7)];
        if (!first.known() || day < first) first = day;
        last = std::max(last, day);
      }
      if (std::any_of(deed.reports.begin(), deed.reports.end(), [&](const RelationRow* row) {
            return contest_.over(row->ref.node, row->node);
          })) {
        sum.set_contested(sum.contested() + 1);
      }
    }
    sum.set_count(static_cast<std::uint32_t>(deeds.size()));
    sum.set_reports(static_cast<std::uint32_t>(articles.size()));
    sum.set_first(format_day(first));
    sum.set_last(format_day(last));
    for (const auto& [month, count] : months) {
      v1::Standing::Month& some = *sum.add_months();
      some.set_month(month);
      some.set_count(count);
    }
    const Deed& best = *std::min_element(deeds.begin(), deeds.end(), stronger);
    *sum.mutable_strongest() = relation(snapshot_, *best.first, parties_);
    sum.set_strongest_reports(static_cast<std::uint32_t>(best.articles.size()));
    return sum;
  }

 private:
  std::vector<Deed> joined(const std::vector<const RelationRow*>& rows) const {
    std::unordered_map<NodeId, std::size_t> at;  // the deed that a node is a report of
    std::vector<Deed> deeds;
    for (const RelationRow* row : rows) {
      auto known = at.find(row->ref.node);
      if (known == at.end()) {
        for (const NodeId same : snapshot_.cluster(row->ref.node, as_of_)) at[same] = deeds.size();
        known = at.insert_or_assign(row->ref.node, deeds.size()).first;
        deeds.emplace_back();
      }
      deeds[known->second].add(*row);
    }
    return deeds;
  }

  const Snapshot& snapshot_;
  const Day as_of_;
  Parties& parties_;
  Contest contest_;
};

}  // namespace

std::vector<v1::Standing> standing(const Snapshot& snapshot, NodeId a, std::optional<NodeId> b,
                                   const Filter& filter, std::string_view kind, Organs organs) {
  Filter all = filter;
  all.limit = 0;
  Parties parties(snapshot);
  const auto rows = relation_rows(snapshot, a, b, all, kind, organs, parties);
  std::map<Group, std::vector<const RelationRow*>> groups;
  for (const RelationRow& row : rows) {
    groups[{parties(row.ref.from).key(), row.to, type_of(row.node)}].push_back(&row);
  }
  Summing summing(snapshot, filter.as_of, parties);
  std::vector<v1::Standing> answer;
  answer.reserve(groups.size());
  for (const auto& [group, its_rows] : groups) answer.push_back(summing.sum(its_rows));
  const std::string& of_a = parties(a).key();
  std::stable_sort(answer.begin(), answer.end(), [&](const v1::Standing& x, const v1::Standing& y) {
    const auto order = [&](const v1::Standing& s) {
      return std::tuple(s.from().key() != of_a, b ? 0U : ~s.count(), b ? s.to().key() : "",
                        ~s.count());
    };
    return order(x) < order(y);
  });
  return answer;
}

}  // namespace casus::query
