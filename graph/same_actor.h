#ifndef CASUS_GRAPH_SAME_ACTOR_H_
#define CASUS_GRAPH_SAME_ACTOR_H_

// Whether two actors are one under two names: a pure, symmetric rule over two nodes. It joins
//
//   spellings      "Moammar al-Qadhafi" and "Muammar Gaddafi", where both are of one country, or
//                  speak for one side. Two letters that are one sound count only where names reach
//                  English by transliteration; elsewhere "Jon Smith" is not "John Smith".
//   initials       "V. Zelensky" and "Volodymyr Zelensky", who hold an office that one person holds
//   acronyms       "FARC" and the "Revolutionary Armed Forces of Colombia" of which an article said
//                  that it is called so
//
// Of persons it wants two names at least. What an article does not say is no reason: of two actors
// with one name, or one sound, of which only one is known to be Libyan, the rule says nothing, for
// else one without a country would join namesakes of two. Entries of the lexicon are not joined:
// the lexicon says that they are two.

#include <optional>
#include <string>
#include <vector>

#include "casus/v1/graph.pb.h"
#include "graph/same_as.h"
#include "graph/spellings.h"

namespace casus {

// What the rule looks at. Costs some microseconds a name.
struct ActorIdentity {
  std::string key;
  v1::ActorKind::Value kind = v1::ActorKind::unknown;
  std::string country;
  std::string role;
  std::string side;                   // the state, or else the actor, that it belongs to
  std::vector<Spelling> names;        // that tell it from others
  std::string acronym;                // if that is its name
  std::vector<std::string> acronyms;  // that articles gave it, sorted
};
ActorIdentity actor_identity(const v1::Node& actor);

// Two that are the same share one of these. None if it can be the same as nobody.
std::vector<std::string> actor_tokens(const ActorIdentity& identity);

std::optional<Link> same_actor(const ActorIdentity& a, const ActorIdentity& b);

}  // namespace casus

#endif  // CASUS_GRAPH_SAME_ACTOR_H_
