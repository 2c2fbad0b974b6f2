#include "interchange/writers.h"

#include <google/protobuf/io/zero_copy_stream_impl.h>
#include <google/protobuf/util/delimited_message_util.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/message_differencer.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "graph/error.h"

using namespace casus;
using google::protobuf::util::MessageDifferencer;

namespace {

v1::Subgraph nodes() {
  v1::Subgraph frame;
  for (const auto* key : {"actor:a", "actor:b"}) {
    v1::Node& node = *frame.add_nodes();
    node.set_key(key);
    node.set_kind(v1::NodeKind::actor);
    node.mutable_actor()->set_name("Name \"quoted\" \n é");
  }
  return frame;
}

v1::Subgraph edges() {
  v1::Subgraph frame;
  for (const auto* role : {"judge", "baker"}) {
    v1::Edge& edge = *frame.add_edges();
    edge.set_kind(v1::EdgeKind::affiliated);
    edge.set_from("actor:a");
    edge.set_to("actor:b");
    edge.set_role(role);
  }
  return frame;
}

std::string written(std::string_view format, const std::vector<v1::Subgraph>& frames) {
  std::ostringstream out;
  const auto writer = interchange::make_subgraph_writer(format, out);
  for (const v1::Subgraph& frame : frames) writer->write(frame);
  writer->finish();
  return out.str();
}

}  // namespace

TEST_CASE("JSON has the proto's names, zeros, and no absent counts") {
  v1::Event event;
  event.set_type("ASSAULT");
  event.mutable_killed()->set_low(0);
  event.mutable_trigger();
  const std::string json = interchange::to_json_line(event);
  CHECK(json.find('\n') == std::string::npos);
  CHECK(json.find("\"modality\":\"actual\"") != std::string::npos);
  CHECK(json.find("\"trigger\":{\"begin\":0,\"end\":0}") != std::string::npos);
  CHECK(json.find("\"killed\":{\"low\":0}") != std::string::npos);
  CHECK(json.find("\"weapon\":\"\"") != std::string::npos);
  CHECK(json.find("injured") == std::string::npos);
  CHECK(interchange::to_json_line(v1::Statement()).find("\"speaker_text\"") != std::string::npos);
}

TEST_CASE("a subgraph as JSON is one object that protobuf reads, one item a line") {
  const std::string json = written("json", {nodes(), edges()});
  v1::Subgraph expected = nodes();
  expected.MergeFrom(edges());
  v1::Subgraph got;
  REQUIRE(google::protobuf::util::JsonStringToMessage(json, &got).ok());
  CHECK(MessageDifferencer::Equals(got, expected));
  CHECK(std::count(json.begin(), json.end(), '\n') == 7);
}

TEST_CASE("how a subgraph is cut into frames does not show in the JSON") {
  v1::Subgraph whole = nodes();
  whole.MergeFrom(edges());
  CHECK(written("json", {whole}) == written("json", {nodes(), edges()}));
  CHECK(written("json", {}) == written("json", {v1::Subgraph()}));
}

TEST_CASE("nodes after edges would be no subgraph") {
  std::ostringstream out;
  const auto writer = interchange::make_subgraph_writer("json", out);
  writer->write(edges());
  CHECK_THROWS_AS(writer->write(nodes()), Error);
}

TEST_CASE("a subgraph as protobuf is a stream of frames") {
  const std::string bytes = written("protobuf", {nodes(), edges()});
  std::istringstream in(bytes);
  google::protobuf::io::IstreamInputStream stream(&in);
  v1::Subgraph got;
  for (;;) {
    v1::Subgraph frame;
    bool clean_eof = false;
    if (!google::protobuf::util::ParseDelimitedFromZeroCopyStream(&frame, &stream, &clean_eof)) {
      CHECK(clean_eof);
      break;
    }
    got.MergeFrom(frame);
  }
  v1::Subgraph expected = nodes();
  expected.MergeFrom(edges());
  CHECK(MessageDifferencer::Equals(got, expected));
}

TEST_CASE("an unknown format and a failing stream are errors") {
  std::ostringstream out;
  CHECK_THROWS_AS(interchange::make_subgraph_writer("xml", out), InputError);
  for (const auto* format : {"json", "protobuf"}) {
    std::ostringstream failing;
    const auto writer = interchange::make_subgraph_writer(format, failing);
    failing.setstate(std::ios::badbit);
    CHECK_THROWS_AS(writer->write(nodes()), Error);
  }
}
