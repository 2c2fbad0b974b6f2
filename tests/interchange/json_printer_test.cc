#include "interchange/json_printer.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/util/json_util.h>

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "casus/v1/answer.pb.h"
#include "casus/v1/correction.pb.h"
#include "casus/v1/graph.pb.h"

namespace casus {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

std::string printed(const Message& message) {
  std::string json;
  interchange::append_json(message, json);
  return json;
}

std::string by_protobuf(const Message& message) {
  google::protobuf::util::JsonPrintOptions options;
  options.always_print_primitive_fields = true;
  options.preserve_proto_field_names = true;
  std::string json;
  REQUIRE(google::protobuf::util::MessageToJsonString(message, &json, options).ok());
  return json;
}

// Fills about every other field, of messages within messages, too.
class Filler {
 public:
  explicit Filler(unsigned seed) : random_(seed) {}

  void fill(Message& message, int depth = 0) {
    const auto& descriptor = *message.GetDescriptor();
    for (int i = 0; i < descriptor.field_count(); ++i) {
      const FieldDescriptor& field = *descriptor.field(i);
      const int times = static_cast<int>(random_() % (field.is_repeated() ? 3 : 2));
      for (int n = 0; n < times; ++n) set(message, field, depth);
    }
  }

 private:
  void set(Message& message, const FieldDescriptor& field, int depth) {
    const auto& on = *message.GetReflection();
    const bool add = field.is_repeated();
    switch (field.cpp_type()) {
      case FieldDescriptor::CPPTYPE_MESSAGE:
        if (depth > 4) return;
        return fill(*(add ? on.AddMessage(&message, &field) : on.MutableMessage(&message, &field)),
                    depth + 1);
      case FieldDescriptor::CPPTYPE_STRING:
        return add ? on.AddString(&message, &field, text())
                   : on.SetString(&message, &field, text());
      case FieldDescriptor::CPPTYPE_ENUM: {
        const int number = static_cast<int>(random_() % 12);
        return add ? on.AddEnumValue(&message, &field, number)
                   : on.SetEnumValue(&message, &field, number);
      }
      case FieldDescriptor::CPPTYPE_BOOL:
        return on.SetBool(&message, &field, random_() % 2 == 0);
      case FieldDescriptor::CPPTYPE_DOUBLE:
        return on.SetDouble(&message, &field, real());
      case FieldDescriptor::CPPTYPE_UINT32:
        return on.SetUInt32(&message, &field, static_cast<std::uint32_t>(random_()));
      case FieldDescriptor::CPPTYPE_UINT64:
        return on.SetUInt64(&message, &field, random_() * std::uint64_t{random_()});
      default:
        FAIL("a type of field that nothing has had yet: " << field.full_name());
    }
  }

  std::string text() {
    static const std::vector<std::string> kPieces = {"the bridge ", "\"", "\\",   "<b>",    "\n",
                                                     "\t",          "é",  "Киев", "\u200b", "日本",
                                                     "😀",           "/",  "\x7f"};
    std::string text;
    for (auto n = random_() % 5; n > 0; --n) text += kPieces[random_() % kPieces.size()];
    return text;
  }

  double real() {
    const double whole = static_cast<double>(random_() % 2000) - 1000;
    switch (random_() % 3) {
      case 0:
        return whole;
      case 1:
        return whole / 7;
      default:
        return whole * 1e18;
    }
  }

  std::mt19937 random_;
};

std::string utf8(char32_t c) {
  const auto tail = [c](unsigned shift) { return static_cast<char>(0x80U | (c >> shift & 0x3FU)); };
  if (c < 0x80) return {static_cast<char>(c)};
  if (c < 0x800) return {static_cast<char>(0xC0U | c >> 6U), tail(0)};
  if (c < 0x10000) return {static_cast<char>(0xE0U | c >> 12U), tail(6), tail(0)};
  return {static_cast<char>(0xF0U | c >> 18U), tail(12), tail(6), tail(0)};
}

}  // namespace

TEST_CASE("a message is printed as protobuf prints it") {
  const std::vector<const Message*> kinds = {&v1::ArticleAnnotation::default_instance(),
                                             &v1::Node::default_instance(),
                                             &v1::Edge::default_instance(),
                                             &v1::Trace::default_instance(),
                                             &v1::TimelineEntry::default_instance(),
                                             &v1::Relation::default_instance(),
                                             &v1::Path::default_instance(),
                                             &v1::NodeReport::default_instance(),
                                             &v1::Correction::default_instance(),
                                             &v1::Stats::default_instance(),
                                             &v1::IngestReport::default_instance()};
  for (const Message* kind : kinds) {
    for (unsigned seed = 0; seed < 50; ++seed) {
      const std::unique_ptr<Message> message(kind->New());
      if (seed > 0) Filler(seed).fill(*message);
      CHECK(printed(*message) == by_protobuf(*message));
    }
  }
}

TEST_CASE("every character is printed as protobuf prints it") {
  for (char32_t plane = 0; plane < 0x110000; plane += 0x1000) {
    v1::Claim claim;
    for (char32_t c = plane; c < plane + 0x1000; ++c) {
      if (c < 0xD800 || c > 0xDFFF) claim.mutable_text()->append(utf8(c));
    }
    CHECK(printed(claim) == by_protobuf(claim));
  }
}

TEST_CASE("numbers are printed as protobuf prints them") {
  for (const double number : {0.0, -0.0, 1.0, 0.1, 1.0 / 3, 1e15, 1e16, 123456789012345678.0, 1e300,
                              5e-324, -33.312805, 44.361488, 2.5e-7}) {
    v1::Place place;
    place.set_latitude(number);
    CHECK(printed(place) == by_protobuf(place));
  }
}

}  // namespace casus
