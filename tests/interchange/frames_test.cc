#include <catch2/catch.hpp>
#include <sstream>

#include "collect.h"
#include "interchange/sources.h"
#include "interchange/writers.h"

using namespace casus;
using casus::tests::Collected;
using Catch::Matchers::Contains;

namespace {

std::string frame(const std::string& id) {
  v1::ArticleAnnotation annotation;
  annotation.mutable_article()->set_id(id);
  annotation.mutable_article()->set_text("text of " + id);
  annotation.mutable_extractor()->set_name("x");
  std::ostringstream out;
  interchange::write_delimited(annotation, out);
  return out.str();
}

Collected read(const std::string& bytes, std::size_t limit = 1000) {
  Collected collected;
  interchange::StringBytes in(bytes);
  interchange::read_frames(in, {"dir/a.pb", "a.pb"}, {limit}, collected.callbacks());
  return collected;
}

}  // namespace

TEST_CASE("frames are read one after the other") {
  const Collected got = read(frame("a") + frame("b") + frame(""));
  CHECK(got.errors.empty());
  REQUIRE(got.annotations.size() == 3);
  CHECK(got.annotations[0].article().text() == "text of a");
  CHECK(got.annotations[1].article().id() == "b");
  CHECK(got.annotations[2].article().id() == "a.pb#3");
}

TEST_CASE("a bad frame is one error, and the rest is read") {
  const std::string garbage = std::string("\x05", 1) + "\xFF\xFF\xFF\xFF\xFF";
  const std::string long_frame = "\xD0\x0F" + std::string(2000, 'x');  // announces 2000
  const Collected got = read(frame("a") + garbage + long_frame + frame("b"));
  CHECK(got.annotations.size() == 2);
  REQUIRE(got.errors.size() == 2);
  CHECK_THAT(got.errors[0],
             Contains("dir/a.pb, frame 2 at byte ") && Contains("is no ArticleAnnotation"));
  CHECK_THAT(got.errors[1], Contains("frame 3") && Contains("says that it has 2000 bytes"));
}

TEST_CASE("text that is not UTF-8 is refused") {
  // Field 1 (article), in it field 8 (text): one byte 0xFF.
  const Collected got = read(std::string("\x05\x0A\x03\x42\x01\xFF", 6));
  CHECK(got.annotations.empty());
  CHECK_THAT(got.errors.at(0), Contains("not UTF-8"));
}

TEST_CASE("a file that is cut off, no frames at all, or empty is an error") {
  const std::string whole = frame("a");
  const Collected cut = read(whole + whole.substr(0, whole.size() - 3));
  CHECK(cut.annotations.size() == 1);
  CHECK_THAT(cut.errors.at(0), Contains("frame 2") && Contains("is cut off"));
  CHECK_THAT(read(std::string(20, '\xFF')).errors.at(0), Contains("does not begin with a length"));
  CHECK_THAT(read("").errors.at(0), Contains("is empty"));
}

TEST_CASE("an announced length beyond the file's end is no allocation and no endless loop") {
  const Collected got = read(std::string("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F", 9) + "abc");
  CHECK(got.errors.size() == 1);
  CHECK(got.annotations.empty());
}

TEST_CASE("fields of a later version are dropped") {
  std::string bytes = frame("a");
  bytes[0] = static_cast<char>(bytes[0] + 3);
  bytes += std::string("\xA0\x06\x01", 3);  // field 100, varint 1
  const Collected got = read(bytes);
  REQUIRE(got.annotations.size() == 1);
  CHECK(got.annotations[0].GetReflection()->GetUnknownFields(got.annotations[0]).empty());
}
