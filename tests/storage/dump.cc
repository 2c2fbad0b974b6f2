#include "tests/storage/dump.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "graph/assemble.h"
#include "graph/corrections.h"
#include "graph/kinds.h"
#include "graph/names.h"
#include "graph/same_actor.h"
#include "graph/same_as.h"
#include "storage/claim_index.h"
#include "storage/derive.h"

namespace casus::storage {
namespace {

using Lines = std::vector<std::string>;

constexpr std::array kNodeKinds = {
    v1::NodeKind::article, v1::NodeKind::actor,     v1::NodeKind::place,  v1::NodeKind::event,
    v1::NodeKind::attack,  v1::NodeKind::statement, v1::NodeKind::denial, v1::NodeKind::claim};

std::string line_of(const v1::Edge& edge, Day day, v1::NodeKind::Value other,
                    std::string_view way) {
  return fmt::format("edge {} {} {} {}", way, day.value, name_of(other), edge.ShortDebugString());
}

std::set<std::string> names_of(const v1::Node& node) {
  std::set<std::string> names;
  if (node.has_actor()) {
    names.insert(normalise_name(node.actor().name()));
    for (const std::string& alias : node.actor().aliases()) names.insert(normalise_name(alias));
  }
  if (node.has_place()) {
    names.insert(normalise_name(node.place().name()));
    for (const std::string& alias : node.place().aliases()) names.insert(normalise_name(alias));
  }
  return names;
}

std::set<std::string> words_of(const v1::Node& node) {
  const std::vector<std::string> words = normalised_words(node.claim().text());
  return {words.begin(), words.end()};
}

std::string word_line(const std::string& word, const std::string& claim, Day published,
                      std::size_t heard) {
  return fmt::format("word {} {} {} {}", word, claim, published.value, heard);
}

std::string link_line(const std::string& claim, const std::string& other, Day published) {
  return fmt::format("claim link {} {} {}", claim, other, published.value);
}

// What ranks a claim; `actor` has the part in it, or is empty.
std::string claim_line(const std::string& actor, const std::string& claim, const ClaimRow& row) {
  std::string line =
      fmt::format("claim row {} {} {} {} {} {} {}", actor, claim, row.published.value,
                  row.own_voice, row.about, row.addressed, row.made);
  for (const ClaimRow::Voice& voice : row.voices) {
    line += fmt::format(" {}{}", voice.denies ? "denies " : "asserts ", voice.day.value);
  }
  return line;
}

std::string relation_line(const std::string& from, const std::string& to, const std::string& node,
                          Day day, Day published, int act) {
  return fmt::format("relation {} {} {} {} {} {}", from, to, node, day.value, published.value, act);
}

Day day_of(const v1::Edge& edge) {
  const auto earliest = parse_day(edge.date().earliest());
  return earliest ? *earliest : parse_day(edge.date().latest()).value_or(Day::unknown());
}

std::vector<v1::Correction> in_effect(const std::vector<v1::Correction>& corrections) {
  std::set<std::uint64_t> undone;
  for (const v1::Correction& correction : corrections) undone.insert(correction.undoes());
  std::vector<v1::Correction> rest;
  for (const v1::Correction& correction : corrections) {
    const bool undo = correction.kind() == v1::CorrectionKind::undo;
    if (!undo && !undone.contains(correction.number())) rest.push_back(correction);
  }
  return rest;
}

// The rows of claims, by looking at every edge for each of them.
void add_claim_lines(const std::map<std::string, v1::Node>& nodes,
                     const std::vector<v1::Edge>& edges, Lines& lines) {
  const auto from_to = [&](v1::EdgeKind::Value kind, const std::string& from,
                           const std::string& to) {
    return std::any_of(edges.begin(), edges.end(), [&](const v1::Edge& edge) {
      return edge.kind() == kind && edge.from() == from && edge.to() == to;
    });
  };
  const auto day_of_publication = [](const auto& of) {
    return parse_day(of.published()).value_or(Day::unknown());
  };
  for (const auto& [key, node] : nodes) {
    if (!node.has_claim()) continue;
    ClaimRow row;
    row.published = day_of_publication(node);
    row.own_voice = node.claim().article_stance() == v1::Stance::asserts;
    std::set<std::tuple<Day, bool, Day, std::string>> voices;
    std::set<std::string> actors;
    for (const v1::Edge& edge : edges) {
      const bool denies = edge.kind() == v1::EdgeKind::denies;
      const bool speaks = denies || edge.kind() == v1::EdgeKind::asserts;
      if (speaks && edge.to() == key) {
        const Day day = day_of(edge);
        const Day published = day_of_publication(edge);
        voices.emplace(day.known() ? day : published, denies, published, edge.from());
      }
      if (edge.kind() == v1::EdgeKind::same_as && edge.from() == key) {
        lines.push_back(link_line(key, edge.to(), day_of_publication(edge)));
        lines.push_back(link_line(edge.to(), key, day_of_publication(edge)));
      }
    }
    unsigned heard = row.own_voice ? 1 : 0;  // in its own article
    for (const auto& [day, denies, published, statement] : voices) {
      row.voices.push_back({denies, day, published});
      if (nodes.at(statement).source() == node.source()) ++heard;
    }
    lines.push_back(claim_line("", key, row));
    for (const std::string& word : words_of(node)) {
      lines.push_back(word_line(word, key, row.published, heard));
    }
    for (const v1::Edge& edge : edges) {
      if (edge.kind() == v1::EdgeKind::about && edge.from() == key) actors.insert(edge.to());
      for (const auto& [day, denies, published, statement] : voices) {
        if (edge.kind() == v1::EdgeKind::made && edge.to() == statement) actors.insert(edge.from());
        if (edge.kind() == v1::EdgeKind::addresses && edge.from() == statement) {
          actors.insert(edge.to());
        }
      }
    }
    for (const std::string& actor : actors) {
      if (!nodes.at(actor).has_actor()) continue;
      ClaimRow part = row;
      part.about = from_to(v1::EdgeKind::about, key, actor);
      for (const auto& [day, denies, published, statement] : voices) {
        part.made = part.made || from_to(v1::EdgeKind::made, actor, statement);
        part.addressed = part.addressed || from_to(v1::EdgeKind::addresses, statement, actor);
      }
      lines.push_back(claim_line(actor, key, part));
    }
  }
}

// The key that an end of a correction has now; empty if there is nothing any more.
std::string now(const Articles& articles, const v1::CorrectionEnd& end) {
  if (end.article().empty()) return end.key();
  const auto article = articles.find(end.article());
  return article == articles.end() ? "" : find_items(article->second, {end}).front();
}

}  // namespace

std::vector<std::string> dump(const Snapshot& snapshot) {
  Lines lines;
  const ClaimIndex index(snapshot);
  for (const v1::NodeKind::Value kind : kNodeKinds) {
    lines.push_back(fmt::format("count {} {}", name_of(kind), snapshot.count(kind)));
    int place = 0;
    snapshot.each(kind, [&](NodeId id) {
      const v1::Node node = *snapshot.node(id);
      lines.push_back(fmt::format("{} {} {}", name_of(kind), place++, node.ShortDebugString()));
      if (kind == v1::NodeKind::attack || kind == v1::NodeKind::denial) return true;
      for (const Direction direction : {Direction::out, Direction::in}) {
        snapshot.edges(id, {direction, {}, {}, Day::unknown()}, [&](const EdgeRef& ref) {
          lines.push_back(line_of(snapshot.load(ref), ref.day, ref.other_kind,
                                  direction == Direction::out ? "out" : "in"));
          return true;
        });
      }
      for (const std::string& name : names_of(node)) {
        for (const NodeId named : snapshot.named(name)) {
          if (named == id) lines.push_back(fmt::format("name {} {}", name, node.key()));
        }
      }
      for (const std::string& word : words_of(node)) {
        index.with_word(word, [&](NodeId claim, Day published, unsigned heard) {
          if (claim == id) lines.push_back(word_line(word, node.key(), published, heard));
        });
      }
      index.of_actor(id, [&](const ClaimRow& row) {
        lines.push_back(claim_line(node.key(), snapshot.key(row.claim), row));
        return true;
      });
      if (const auto row = index.row(id)) lines.push_back(claim_line("", node.key(), *row));
      index.linked(id, [&](NodeId other, Day published) {
        lines.push_back(link_line(node.key(), snapshot.key(other), published));
      });
      snapshot.relations(id, {}, Day::unknown(), [&](const RelationRef& ref) {
        lines.push_back(relation_line(snapshot.key(ref.from), snapshot.key(ref.to),
                                      snapshot.key(ref.node), ref.day, ref.published, ref.act));
        return true;
      });
      if (kind == v1::NodeKind::article) {
        lines.push_back("annotation " + snapshot.annotation(node.key())->ShortDebugString());
      }
      return true;
    });
  }
  for (int kind = 1; kind < v1::EdgeKind::Value_ARRAYSIZE; ++kind) {
    const auto value = static_cast<v1::EdgeKind::Value>(kind);
    lines.push_back(fmt::format("count {} {}", name_of(value), snapshot.count(value)));
  }
  snapshot.corrections({}, [&](const v1::Correction& correction) {
    lines.push_back("correction " + correction.ShortDebugString());
    return true;
  });
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<v1::Edge> expected_links(const std::vector<Fingerprint>& prints,
                                     const std::map<std::string, Day>& published,
                                     const Persons& persons) {
  struct Member {
    std::pair<bool, Day> time;  // undated ones last
    const Fingerprint* print;
    Filing filing;
  };
  // What was split off is a group by itself.
  std::map<std::tuple<std::string, int, std::string>, std::vector<Member>> groups;
  std::map<std::pair<std::string, std::string>, int> ordinals;  // by article and group
  for (const Fingerprint& print : prints) {
    Filing filing = casus::filing(print);
    const Day day = published.at(print.article);
    const int ordinal = ordinals[{print.article, filing.group}]++;
    const std::string alone = persons.split_off.contains(print.node) ? print.node : "";
    groups[{filing.group, ordinal, alone}].push_back(
        {{!day.known(), day}, &print, std::move(filing)});
  }
  std::vector<v1::Edge> edges;
  const auto linked = [&](const Member& x, const Member& y) {
    const Fingerprint& a = x.print->node < y.print->node ? *x.print : *y.print;
    const Fingerprint& b = x.print->node < y.print->node ? *y.print : *x.print;
    return same_as(a, b).has_value() && !(persons.decide && persons.decide(a, b));
  };
  const auto join = [&](const Member& x, const Member& y) {
    const Fingerprint& a = x.print->node < y.print->node ? *x.print : *y.print;
    const Fingerprint& b = x.print->node < y.print->node ? *y.print : *x.print;
    const std::optional<Link> link = same_as(a, b);
    if (!link || (persons.decide && persons.decide(a, b))) return;
    v1::Edge& edge = edges.emplace_back();
    edge.set_kind(v1::EdgeKind::same_as);
    edge.set_from(a.node);
    edge.set_to(b.node);
    edge.set_score(link->score);
    edge.set_reason(link->reason);
    const Day later = std::max(published.at(a.article), published.at(b.article));
    const bool dated = published.at(a.article).known() && published.at(b.article).known();
    edge.set_published(format_day(dated ? later : Day::unknown()));
  };
  for (auto& [group, members] : groups) {
    std::sort(members.begin(), members.end(), [](const Member& a, const Member& b) {
      return std::tie(a.time, a.print->node) < std::tie(b.time, b.print->node);
    });
    for (std::size_t i = 1; i < members.size(); ++i) join(members[i - 1], members[i]);
  }
  const auto first = [](const std::vector<Member>& members, const Filing& towards) {
    return std::find_if(members.begin(), members.end(), [&](const Member& member) {
      return !member.filing.any_day || !towards.news.known() || member.time.first ||
             member.time.second.value >= towards.news.value - kNewsDays;
    });
  };
  for (auto a = groups.begin(); a != groups.end(); ++a) {
    for (auto b = std::next(a); b != groups.end(); ++b) {
      const auto& [group, ordinal, alone] = a->first;
      if (group == std::get<0>(b->first) && ordinal != std::get<1>(b->first)) continue;
      const auto x = first(a->second, b->second.front().filing);
      const auto y = first(b->second, a->second.front().filing);
      if (x == a->second.end() || y == b->second.end()) continue;
      // Two that an earlier one joins need no link, if it is of their sort: claims of any day, or
      // bound to their news.
      const auto sort = [](const Member& member) { return member.filing.any_day; };
      const bool joined =
          sort(*x) == sort(*y) && std::any_of(groups.begin(), groups.end(), [&](const auto& c) {
            const auto apart = [&](const auto& other) {
              return std::get<0>(c.first) == std::get<0>(other) &&
                     std::get<1>(c.first) != std::get<1>(other);
            };
            const Member& z = c.second.front();
            const auto earlier = [&](const Member& than) {
              return std::tie(z.time, z.print->node) < std::tie(than.time, than.print->node);
            };
            return sort(z) == sort(*x) && earlier(*x) && earlier(*y) && !apart(a->first) &&
                   !apart(b->first) && linked(z, *x) && linked(z, *y);
          });
      if (!joined) join(*x, *y);
    }
  }
  return edges;
}

namespace {

// Every two actors that the rule joins and of which nobody said anything.
std::vector<v1::Edge> expected_actor_links(
    const std::map<std::string, v1::Node>& nodes,
    const std::function<bool(const std::string&, const std::string&)>& decided) {
  std::vector<ActorIdentity> actors;
  for (const auto& [key, node] : nodes) {
    if (node.has_actor()) actors.push_back(actor_identity(node));
  }
  std::vector<v1::Edge> edges;
  for (auto a = actors.begin(); a != actors.end(); ++a) {
    for (auto b = std::next(a); b != actors.end(); ++b) {
      const auto link = same_actor(*a, *b);
      if (!link || decided(a->key, b->key)) continue;
      v1::Edge& edge = edges.emplace_back();
      edge.set_kind(v1::EdgeKind::same_as);
      edge.set_from(a->key);
      edge.set_to(b->key);
      edge.set_score(link->score);
      edge.set_reason(link->reason);
    }
  }
  return edges;
}

}  // namespace

std::vector<std::string> expected_dump(const Articles& articles,
                                       const std::vector<v1::Correction>& corrections) {
  Lines lines;
  std::map<std::string, v1::Node> nodes;
  std::map<std::string, std::vector<v1::Node>> shared;
  std::vector<v1::Edge> edges;
  std::vector<Fingerprint> prints;
  std::map<std::string, Day> published;  // by article
  for (const auto& [key, annotation] : articles) {
    std::vector<v1::CorrectionEnd> rejected;
    for (const v1::Correction& correction : in_effect(corrections)) {
      const bool here = correction.node().article() == key;
      if (here && correction.kind() == v1::CorrectionKind::reject) {
        rejected.push_back(correction.node());
      }
    }
    const GraphDelta delta = assemble(without_rejected(annotation, rejected));
    for (const v1::Node& node : delta.own) nodes[node.key()] = node;
    for (const v1::Node& node : delta.shared) shared[node.key()].push_back(node);
    edges.insert(edges.end(), delta.edges.begin(), delta.edges.end());
    for (const RelationRow& row : delta.relations) {
      for (int end = 0; end < 2; ++end) {  // found from either
        lines.push_back(relation_line(row.from, row.to, row.node, row.day, row.published, row.act));
      }
    }
    for (Fingerprint& print : fingerprints(delta, annotation.article()))
      prints.push_back(std::move(print));
    published[key] = parse_day(annotation.article().published()).value_or(Day::unknown());
    lines.push_back("annotation " + annotation.ShortDebugString());
  }
  for (const auto& [key, said] : shared) {
    std::set<std::string> aliases;
    for (const v1::Correction& correction : in_effect(corrections)) {
      const bool alias = correction.kind() == v1::CorrectionKind::alias;
      if (alias && correction.node().key() == key) aliases.insert(correction.name());
    }
    nodes[key] = merge_shared(said, std::vector<std::uint64_t>(said.size(), 1),
                              {aliases.begin(), aliases.end()});
  }
  std::map<std::pair<std::string, std::string>, v1::Correction> pairs;
  Persons persons;
  for (const v1::Correction& correction : in_effect(corrections)) {
    const std::string a = now(articles, correction.node());
    const std::string b = now(articles, correction.other());
    if (correction.kind() == v1::CorrectionKind::split) persons.split_off.insert(a);
    if (a != b && nodes.contains(a) && nodes.contains(b)) pairs[std::minmax(a, b)] = correction;
  }
  persons.decide = [&](const Fingerprint& x, const Fingerprint& y) {
    const std::vector<v1::Correction> all = in_effect(corrections);
    return std::any_of(all.begin(), all.end(), [&](const v1::Correction& correction) {
      const bool merge = correction.kind() == v1::CorrectionKind::merge;
      if (!merge && correction.kind() != v1::CorrectionKind::split) return false;
      const std::string a = now(articles, correction.node());
      const std::string b = now(articles, correction.other());
      const auto is_other = [&](const Fingerprint& print) {
        return print.node == b || (!merge && correction.other().alike() == alike(print));
      };
      return (a == x.node && is_other(y)) || (a == y.node && is_other(x));
    });
  };
  for (const auto& [ends, correction] : pairs) {
    if (correction.kind() != v1::CorrectionKind::merge) continue;
    v1::Edge& edge = edges.emplace_back();
    edge.set_kind(v1::EdgeKind::same_as);
    edge.set_from(ends.first);
    edge.set_to(ends.second);
    edge.set_score(1);
    edge.set_reason("merged by " + correction.author() + " on 2024-09-18: " + correction.reason());
    const std::string& one = nodes[ends.first].published();
    const std::string& two = nodes[ends.second].published();
    edge.set_published(one.empty() || two.empty() ? "" : std::max(one, two));
  }
  for (v1::Edge& edge : expected_links(prints, published, persons)) {
    edges.push_back(std::move(edge));
  }
  for (v1::Edge& edge : expected_actor_links(nodes, [&](const std::string&a, const std::string&b) {
         return pairs.contains(std::minmax(a, b));
       })) {
    edges.push_back(std::move(edge));
  }
  // What refers to an item of an article that is not there ends nowhere.
  std::erase_if(edges, [&](const v1::Edge& edge) { return !nodes.contains(edge.to()); });
  std::map<v1::EdgeKind::Value, int> edge_counts;
  for (const v1::Edge& edge : edges) {
    ++edge_counts[edge.kind()];
    lines.push_back(line_of(edge, day_of(edge), nodes[edge.to()].kind(), "out"));
    lines.push_back(line_of(edge, day_of(edge), nodes[edge.from()].kind(), "in"));
  }
  for (int kind = 1; kind < v1::EdgeKind::Value_ARRAYSIZE; ++kind) {
    const auto value = static_cast<v1::EdgeKind::Value>(kind);
    lines.push_back(fmt::format("count {} {}", name_of(value), edge_counts[value]));
  }
  for (const v1::NodeKind::Value kind : kNodeKinds) {
    const bool by_day = is_a(kind, v1::NodeKind::event) || is_a(kind, v1::NodeKind::statement);
    std::vector<std::tuple<std::int64_t, std::string>> order;
    for (const auto& [key, node] : nodes) {
      if (!is_a(node.kind(), kind)) continue;
      order.emplace_back(by_day ? -std::int64_t{order_day(node).value} : 0, key);
    }
    std::sort(order.begin(), order.end());
    int place = 0;
    for (const auto& [day, key] : order) {
      lines.push_back(
          fmt::format("{} {} {}", name_of(kind), place++, nodes[key].ShortDebugString()));
    }
    lines.push_back(fmt::format("count {} {}", name_of(kind), order.size()));
  }
  for (const auto& [key, node] : nodes) {
    for (const std::string& name : names_of(node)) {
      lines.push_back(fmt::format("name {} {}", name, key));
    }
  }
  add_claim_lines(nodes, edges, lines);
  for (const v1::Correction& correction : corrections) {
    lines.push_back("correction " + correction.ShortDebugString());
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace casus::storage
