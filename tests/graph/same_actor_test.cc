#include "graph/same_actor.h"

#include <catch2/catch.hpp>

#include "graph/keys.h"

namespace casus {
namespace {

// "Name, COUNTRY" of a person.
v1::Node person(const std::string& name, const std::string& country = "",
                const std::string& role = "", const std::string& side = "") {
  v1::Node node;
  v1::Actor& actor = *node.mutable_actor();
  actor.set_name(name);
  actor.set_kind(v1::ActorKind::person);
  actor.set_country(country);
  actor.set_role(role);
  actor.set_affiliation(side);
  node.set_key(named_actor_key(actor.kind(), country, name));
  return node;
}

std::string reason(const v1::Node& a, const v1::Node& b) {
  const ActorIdentity one = actor_identity(a);
  const ActorIdentity other = actor_identity(b);
  const auto link = same_actor(one, other);
  const auto back = same_actor(other, one);
  CHECK(link.has_value() == back.has_value());
  if (!link || !back) return "none";
  CHECK(link->reason == back->reason);
  CHECK(link->score == back->score);
  CHECK(link->score <= 1);
  return link->reason;
}

}  // namespace

TEST_CASE("a link of two actors says why") {
  CHECK(reason(person("Moammar Qadhafi", "LBY"), person("Muammar al-Gaddafi", "LBY")) ==
        "one name in two spellings, same country");
  CHECK(reason(person("Tala al-Rashid", "JOR"), person("Tala Rashid", "JOR")) ==
        "one name, same country");
  CHECK(reason(person("Tala al-Rashid", "JOR", "queen", "actor:JOR"),
               person("Tala Rashid", "JOR", "queen", "actor:JOR")) ==
        "one name, same country, same office");
  CHECK(reason(person("T. Rashid", "JOR", "Prime Minister", "actor:JOR"),
               person("Tala Rashid", "JOR", "prime minister", "actor:JOR")) ==
        "initials and surname, same office");
}

TEST_CASE("an organ of a state is on its side") {
  CHECK(reason(person("Yusef Omar", "", "", "actor:government:SYR:syria-foreign-ministry"),
               person("Yousef Omar", "SYR", "", "actor:SYR")) ==
        "one name in two spellings, same side");
  CHECK(reason(person("Yusef Omar", "", "", "actor:military:-:army"),
               person("Yousef Omar", "SYR", "", "actor:SYR")) == "none");
}

TEST_CASE("two entries of the lexicon are two") {
  v1::Node one = person("Moammar Qadhafi", "LBY");
  v1::Node other = person("Muammar Gaddafi", "LBY");
  other.set_key("actor:muammar-gaddafi");
  CHECK(reason(one, other) != "none");
  one.set_key("actor:moammar-qadhafi");
  CHECK(reason(one, other) == "none");
}

TEST_CASE("a country that only the key knows keeps namesakes apart") {
  v1::Node one = person("Jon Ahlm", "OST");
  v1::Node other = person("Jon Ahlm", "VEL");
  one.mutable_actor()->clear_country();
  other.mutable_actor()->clear_country();
  CHECK(reason(one, other) == "none");
}

TEST_CASE("a name that was given as an alias counts, a surname alone does not") {
  v1::Node one = person("Colonel Q", "LBY");
  one.mutable_actor()->add_aliases("Moammar Qadhafi");
  CHECK(reason(one, person("Muammar Gaddafi", "LBY")) != "none");
  one.mutable_actor()->set_aliases(0, "Qadhafi");
  CHECK(reason(one, person("Gaddafi", "LBY")) == "none");
}

TEST_CASE("actors of which one may be the other share a token") {
  const auto tokens = [](const v1::Node& node) { return actor_tokens(actor_identity(node)); };
  CHECK(tokens(person("Moammar Qadhafi", "LBY")) == tokens(person("Muammar Gaddafi", "EGY")));
  CHECK(tokens(person("Qadhafi", "LBY")).empty());
  v1::Node people = person("Young People", "LBY");
  people.mutable_actor()->set_kind(v1::ActorKind::population);
  CHECK(tokens(people).empty());
}

}  // namespace casus
