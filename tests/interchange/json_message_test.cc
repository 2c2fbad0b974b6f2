#include "interchange/json_message.h"

#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/message_differencer.h>

#include <catch2/catch.hpp>
#include <random>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "casus/v1/graph.pb.h"
#include "interchange/writers.h"

using namespace casus;
using namespace casus::interchange;
using Catch::Matchers::Contains;
using google::protobuf::util::MessageDifferencer;

namespace {

template <typename Message>
Message read(std::string_view json, std::vector<Fault>* faults = nullptr) {
  simdjson::dom::parser parser;
  Message message;
  FaultList list(100);
  const simdjson::padded_string padded(json);
  read_message(parser.parse(padded).get_object(), message, {}, list);
  auto found = std::move(list).take();
  if (faults != nullptr) {
    *faults = std::move(found);
  } else {
    for (const Fault& fault : found) UNSCOPED_INFO(fault.text());
    CHECK(found.empty());
  }
  return message;
}

// What is wrong with one field.
std::string fault(std::string_view json) {
  std::vector<Fault> faults;
  read<v1::ArticleAnnotation>(json, &faults);
  REQUIRE(faults.size() == 1);
  return faults[0].text();
}

}  // namespace

TEST_CASE("fields are read as protobuf's JSON mapping has them") {
  const auto annotation = read<v1::ArticleAnnotation>(
      R"({"article":{"id":"a","text":"é"},"events":[{"key":"e1","killed":{"low":"3","best":4.0},)"
      R"("modality":2}],"statements":[{"speaker_text":"x"},{"speakerText":"y","claim":null}],)"
      R"("places":[{"latitude":12.5,"longitude":"-3"}],"actors":null})");
  CHECK(annotation.article().text() == "é");
  CHECK(annotation.events(0).killed().low() == 3);
  CHECK(annotation.events(0).killed().best() == 4);
  CHECK_FALSE(annotation.events(0).killed().has_high());
  CHECK(annotation.events(0).modality() == v1::Modality::planned);
  CHECK(annotation.statements(0).speaker_text() == "x");
  CHECK(annotation.statements(1).speaker_text() == "y");
  CHECK(annotation.places(0).latitude() == 12.5);
  CHECK(annotation.places(0).longitude() == -3);
}

TEST_CASE("a field is named that does not exist, or is of another type") {
  CHECK_THAT(fault(R"({"events":[{},{"triger":{}}]})"),
             Contains("events[1].triger: is no field of Event; did you mean 'trigger'?"));
  CHECK_THAT(fault(R"({"mood":1})"), Contains("mood: is no field of ArticleAnnotation; expected"));
  CHECK_THAT(fault(R"({"statements":[{"kind":"noComment"}]})"),
             Contains("statements[0].kind: is 'noComment', which is no StatementKind; did you mean "
                      "'no_comment'?"));
  CHECK_THAT(fault(R"({"statements":[{"kind":99}]})"), Contains("statements[0].kind: is 99"));
  CHECK_THAT(fault(R"({"statements":[{"kind":[]}]})"), Contains("expected the name of a value"));
  CHECK_THAT(fault(R"({"events":[{"trigger":{"begin":-1}}]})"),
             Contains("events[0].trigger.begin: is -1; expected a whole number from 0"));
  CHECK_THAT(fault(R"({"events":[{"trigger":{"end":4294967296}}]})"), Contains("4294967296"));
  CHECK_THAT(fault(R"({"events":[{"trigger":{"end":1.5}}]})"), Contains("is 1.5"));
  CHECK_THAT(fault(R"({"events":[{"trigger":{"end":"12 "}}]})"), Contains("is '12 '"));
  CHECK_THAT(fault(R"({"events":{"key":"e1"}})"),
             Contains("events: expected an array, but it is an object"));
  CHECK_THAT(fault(R"({"events":["e1"]})"),
             Contains("events[0]: expected an object, but it is a string"));
  CHECK_THAT(fault(R"({"article":[]})"), Contains("article: expected an object"));
  CHECK_THAT(fault(R"({"article":{"text":5}})"),
             Contains("article.text: expected a string, but it is a number"));
  CHECK_THAT(fault(R"({"places":[{"latitude":"north"}]})"),
             Contains("places[0].latitude: expected a number"));
  CHECK_THAT(fault(R"({"article":{"id":"a","id":"b"}})"), Contains("article.id: is there twice"));
  CHECK_THAT(fault(R"({"statements":[{"speaker_text":"a","speakerText":"b"}]})"),
             Contains("is there twice"));
}

TEST_CASE("all faults are found, and what can be read is read") {
  std::vector<Fault> faults;
  const auto annotation = read<v1::ArticleAnnotation>(
      R"({"article":{"idd":1,"text":"t"},"events":[7,{"key":"e2","type":3,"mode":"x"}]})", &faults);
  CHECK(faults.size() == 3);
  CHECK(annotation.article().text() == "t");
  REQUIRE(annotation.events_size() == 2);  // so that those behind keep their numbers
  CHECK(annotation.events(1).mode() == "x");
}

TEST_CASE("what is written as JSON is read back, as protobuf itself reads it") {
  std::mt19937 random(7);
  const auto number = [&random](std::uint32_t below) { return random() % below; };
  const auto word = [&] {
    std::string text;
    for (std::uint32_t i = number(12); i > 0; --i) text += static_cast<char>(0x20 + number(95));
    return text;
  };
  for (int round = 0; round < 200; ++round) {
    v1::ArticleAnnotation written;
    written.mutable_article()->set_text(word() + "é\"\\\n\u20ac");
    for (std::uint32_t i = number(4); i > 0; --i) {
      v1::Event& event = *written.add_events();
      event.set_key(word());
      event.set_certainty(static_cast<v1::Certainty::Value>(number(4)));
      if (number(2) == 0) event.mutable_killed()->set_low(static_cast<std::uint32_t>(random()));
      if (number(2) == 0) event.add_evidence()->set_end(number(1000));
      if (number(2) == 0) event.add_evidence()->set_part(v1::TextPart::title);
    }
    for (std::uint32_t i = number(3); i > 0; --i) {
      v1::Place& place = *written.add_places();
      place.set_latitude(static_cast<double>(number(180)) / 7 - 90);
      *written.add_actors()->add_aliases() = word();
    }
    const std::string json = to_json_line(written);
    INFO(json);
    v1::ArticleAnnotation theirs;
    REQUIRE(google::protobuf::util::JsonStringToMessage(json, &theirs).ok());
    CHECK(MessageDifferencer::Equals(read<v1::ArticleAnnotation>(json), theirs));
  }
  // Fields of the other types stand in the graph.
  v1::Edge edge;
  edge.set_score(0.25);
  edge.set_kind(v1::EdgeKind::same_as);
  CHECK(MessageDifferencer::Equals(read<v1::Edge>(to_json_line(edge)), edge));
}
