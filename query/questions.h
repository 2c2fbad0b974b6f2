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
  std::size_t voices = 0;      // of each side of a trace, the oldest; 0: all
};

// Whether what offices and members of an actor do or suffer counts as the actor's: what the Kremlin
// says as Russia's.
enum class Organs { included, left_out };

// How `a` and `b` stand to each other, both directions, newest first; with no `b`, `a` to everyone.
// `kind` is a PLOVER type or the name of a kind of statement; empty: all.
std::vector<v1::Relation> relations(const storage::Snapshot& snapshot, storage::NodeId a,
                                    std::optional<storage::NodeId> b, const Filter& filter,
                                    std::string_view kind = {}, Organs organs = Organs::included);

// Whether there are fewer events and statements than so many between the two, where reports of one
// are not joined and an accusation is also the event ACCUSE. The filter's limit says nothing here.
// Cost: at most so many keys.
bool fewer_relations(const storage::Snapshot& snapshot, storage::NodeId a, storage::NodeId b,
                     const Filter& filter, std::size_t than);

// The relations summed up by direction and by type or kind: first what `a` did to `b`, then what
// `b` did to `a`, the most frequent first. What several articles report counts once. The filter's
// limit says nothing here. Cost: all rows between the two.
std::vector<v1::Standing> standing(const storage::Snapshot& snapshot, storage::NodeId a,
                                   std::optional<storage::NodeId> b, const Filter& filter,
                                   std::string_view kind = {}, Organs organs = Organs::included);

// The events and statements that `a` takes part in, with `b` those that both do, oldest first; what
// several articles report is one entry, and stands where its first report does. Members and offices
// count as the actor. The limit keeps the newest.
struct Timeline {
  std::vector<v1::TimelineEntry> entries;
  std::size_t left_out = 0;  // older reports that the limit left out; with a kind, at most so many
  std::size_t undated = 0;   // reports without any day, left out by a window or an as-of day
};
Timeline timeline(const storage::Snapshot& snapshot, storage::NodeId a,
                  std::optional<storage::NodeId> b, const Filter& filter,
                  std::string_view kind = {});

// Who asserts a claim and who denies it, joined over the articles that carry it. The filter's
// window bounds when the voices spoke; its limit says nothing here. Voices beyond those that it
// asks for are counted and not quoted, and the articles are then only counted too; the status and
// what it follows from are of all. Not published as of the filter's day: no text, voices, articles.
// Throws InputError if the node is no claim.
v1::Trace trace_claim(const storage::Snapshot& snapshot, storage::NodeId claim,
                      const Filter& filter);
// The claims that an actor is the subject of, makes, denies or is accused in; contested ones first,
// then by the number of statements on them, then the last published first, then by key.
std::vector<v1::Trace> trace_actor(const storage::Snapshot& snapshot, storage::NodeId actor,
                                   const Filter& filter);
// The claims that say what `words` say, best match first; with an actor, of those that
// `trace_actor` finds. Match: the share of the words' weight (rarer words weigh more) that the
// claim, its actors' names and aliases and its event hold. With a limit, some hundreds of claims
// are looked at: those whose own words and actors hold most of the words, of equals those with
// most voices in their article, then the newest.
std::vector<v1::Trace> trace_words(const storage::Snapshot& snapshot, std::string_view words,
                                   const Filter& filter,
                                   std::optional<storage::NodeId> actor = std::nullopt);

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

// An article of this id with the number of its events, statements and claims.
v1::ArticleEntry article_entry(const storage::Snapshot& snapshot, storage::NodeId id,
                               const v1::Article& article);

v1::Stats stats(const storage::Snapshot& snapshot);

}  // namespace casus::query

#endif  // CASUS_QUERY_QUESTIONS_H_
