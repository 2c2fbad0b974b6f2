#include "graph/same_event.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "graph/dates.h"

using namespace casus;

namespace {

v1::EventIdentity shelling(std::string_view first_day, std::string_view last_day) {
  v1::EventIdentity event;
  event.set_type("ASSAULT");
  event.set_modality(v1::Modality::actual);
  event.set_dated(true);
  event.set_first_day(parse_day(first_day)->value);
  event.set_last_day(parse_day(last_day)->value);
  event.add_anchors("SDN");
  return event;
}

bool finds(const v1::EventIdentity& looking, const v1::EventIdentity& filed) {
  const auto theirs = event_blocks(filed);
  const auto own = event_blocks(looking);
  return std::any_of(own.begin(), own.end(), [&](const Filing::Block& one) {
    return one.looks && std::any_of(theirs.begin(), theirs.end(), [&](const Filing::Block& other) {
             return other.files && other.token == one.token;
           });
  });
}

}  // namespace

TEST_CASE("days that reach over a whole month are found by an event of that month") {
  const v1::EventIdentity wide = shelling("2023-01-31", "2023-03-02");
  const v1::EventIdentity day = shelling("2023-02-10", "2023-02-10");
  CHECK(finds(day, wide));
  CHECK(finds(wide, day));
}

TEST_CASE("what two places are called is no name in common, and counts once against those") {
  v1::EventIdentity road = shelling("2023-02-10", "2023-02-10");
  road.set_place_name("torvik road");
  for (const char* name : {"anders", "kell", "torvik"}) road.add_names(name);
  v1::EventIdentity town = road;
  town.set_place_name("torvik");
  const auto link = same_event(road, town);
  REQUIRE(link);
  CHECK(link->reason.find("names") != std::string::npos);

  road.mutable_names()->RemoveLast();
  CHECK(same_event(road, town));
  road.mutable_names()->RemoveLast();
  CHECK_FALSE(same_event(road, town));
}

TEST_CASE("to fire on a thing may be to shell it, and to fire on people is not") {
  v1::EventIdentity fired = shelling("2023-02-10", "2023-02-10");
  fired.set_mode("firearms");
  fired.set_place_name("torvik");
  v1::EventIdentity shelled = fired;
  shelled.set_mode("heavy-weapons");
  CHECK(contradict(fired, shelled));
  for (v1::EventIdentity* event : {&fired, &shelled}) event->add_target_words("barge");
  CHECK_FALSE(contradict(fired, shelled));
  CHECK(same_event(fired, shelled));
  for (v1::EventIdentity* event : {&fired, &shelled}) event->set_target_words(0, "soldier");
  CHECK(contradict(fired, shelled));
}
