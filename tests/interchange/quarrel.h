#ifndef CASUS_TESTS_INTERCHANGE_QUARREL_H_
#define CASUS_TESTS_INTERCHANGE_QUARREL_H_

// A small subgraph with everything that writers must cope with: two articles that carry one claim,
// who asserts it and who denies it, an attack, and two edges of one kind between two nodes.

#include <string>
#include <vector>

#include "casus/v1/subgraph.pb.h"
#include "interchange/writers.h"

namespace casus::interchange_test {

// Text that formats trip over: quotes, backslashes, markup, line breaks, control characters, bytes
// that are not UTF-8, other scripts.
const std::string& awkward_text();

v1::Node& add_actor(v1::Subgraph& graph, const std::string& key, const std::string& name,
                    v1::ActorKind::Value kind);
v1::Node& add_article(v1::Subgraph& graph, const std::string& key, const std::string& outlet,
                      const std::string& published);
v1::Node& add_event(v1::Subgraph& graph, const std::string& key, const std::string& article,
                    const std::string& type);
v1::Node& add_claim(v1::Subgraph& graph, const std::string& key, const std::string& article,
                    const std::string& text);
v1::Node& add_statement(v1::Subgraph& graph, const std::string& key, const std::string& article,
                        v1::StatementKind::Value kind, v1::Stance::Value stance);
v1::Edge& add_edge(v1::Subgraph& graph, v1::EdgeKind::Value kind, const std::string& from,
                   const std::string& to);

v1::Subgraph quarrel();

// What a writer of the format makes of the graph.
std::string written(const std::string& format, const std::vector<v1::Subgraph>& frames,
                    const interchange::Lookup& lookup = {});

// Finds what the graph holds; what stands in an article is "words of" its key.
interchange::Lookup looking_in(const v1::Subgraph& graph);

}  // namespace casus::interchange_test

#endif  // CASUS_TESTS_INTERCHANGE_QUARREL_H_
