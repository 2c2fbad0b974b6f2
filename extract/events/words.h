#ifndef CASUS_EXTRACT_EVENTS_WORDS_H_
#define CASUS_EXTRACT_EVENTS_WORDS_H_

// Closed lists of words that the event coder's rules turn on. What names events is the lexicon's;
// these are words of grammar. All take base forms in lower case. Thread-safe, no state.

#include <string_view>

namespace casus::extract {

// Verbs that say no more than that their object, an event, is done by their subject.
bool light_verb(std::string_view lemma);
// Verbs whose subject is what their object, an event, is done to.
bool suffering_verb(std::string_view lemma);
// What a weapon does when it arrives.
bool landing_verb(std::string_view lemma);
// Nouns that may stand in an object's place and are nothing that could be hit.
bool no_target(std::string_view noun);
// Nouns of what nobody can lay hands on: what is done to them, or by them, is a manner of speaking.
bool abstraction(std::string_view noun);
// Nouns before an event noun that say how or when, not whom.
bool manner_noun(std::string_view noun);
// Nouns of people that say nothing of who they are.
bool anybody(std::string_view noun);
// Nouns of those by which a state fights: after its adjective, they are the state's.
bool arm_of_state(std::string_view noun);
// What attacks from the air.
bool flies(std::string_view noun);
// Parts that stand for what they are part of: who hits the gate hits the building.
bool part_noun(std::string_view noun);
// What a country is divided into.
bool area_noun(std::string_view noun);
// What is taken and held in a war.
bool ground(std::string_view noun);
// Streets and buildings: places, but ones that say little without their town.
bool site_noun(std::string_view noun);
// Nouns of one human being that are no agent's.
bool singular_human(std::string_view noun);
// What kills and destroys without anybody doing it.
bool natural_cause(std::string_view noun);
// Nouns of what goes on for long.
bool campaign_noun(std::string_view noun);
// Nouns of a weapon's sound or flight: many of them are still one attack.
bool noise_noun(std::string_view noun);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_EVENTS_WORDS_H_
