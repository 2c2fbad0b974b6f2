#ifndef CASUS_QUERY_QUESTIONS_H_
#define CASUS_QUERY_QUESTIONS_H_

// The questions, each a pure function of a snapshot. Answers are the messages of
// casus/v1/answer.proto; every line of an answer can be shown in an article. Results are ordered
// and do not depend on the order of ingestion. Thread-safe.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/v1/answer.pb.h"
#include "casus/v1/subgraph.pb.h"
#include "graph/dates.h"
#include "storage/snapshot.h"

namespace casus::query {

// What restricts a question, with the same meaning everywhere.
struct Filter {
  DayWindow window;            // when it happened
  Day as_of = Day::unknown();  // what had been published by then
  std::size_t limit = 0;       // 0: all
};

// How `a` and `b` stand to each other, both directions, newest first; with no `b`, `a` to everyone.
std::vector<v1::Relation> relations(const storage::Snapshot& snapshot, storage::NodeId a,
                                    std::optional<storage::NodeId> b, const Filter& filter);

// Who asserts a claim and who denies it, joined over the articles that carry it. The filter's
// window bounds when the voices spoke; its limit says nothing here. A claim that nobody had
// published as of the filter's day has an answer without text, voices and articles. Throws
// InputError if the node is no claim.
v1::Trace trace_claim(const storage::Snapshot& snapshot, storage::NodeId claim,
                      const Filter& filter);
// The claims that an actor is the subject of, makes, denies or is accused in; contested ones first,
// then by number of voices, then by key.
std::vector<v1::Trace> trace_actor(const storage::Snapshot& snapshot, storage::NodeId actor,
                                   const Filter& filter);
// The claims that say what `words` say, best match first. Match: the share of the words' weight
// (rarer words weigh more) that the claim, its actors' names and aliases and its event hold.
std::vector<v1::Trace> trace_words(const storage::Snapshot& snapshot, std::string_view words,
                                   const Filter& filter);

// One node with its edges and quoted evidence; at most `limit` edges in each direction (0: all),
// every kind of edge its share of them, newest first. Those left out are counted, up to 20'000 of a
// kind. Throws InputError if there is no such node.
v1::NodeReport show(const storage::Snapshot& snapshot, storage::NodeId node, std::size_t limit);

// A passage of an article, as evidence is shown: the union of its spans in the text, or else in the
// title, of distant spans those that say most, cut to about 400 bytes. The quote is exactly the
// text (or title) at its offsets.
v1::Quote quote(const storage::Snapshot& snapshot, const v1::Evidence& evidence);
// The same of what an event, statement or claim stands on; of an event the sentence that tells it,
// else its trigger: what it gathers from the rest of the article is evidence too.
v1::Quote quote(const storage::Snapshot& snapshot, const v1::Node& node);

v1::Stats stats(const storage::Snapshot& snapshot);

}  // namespace casus::query

#endif  // CASUS_QUERY_QUESTIONS_H_
