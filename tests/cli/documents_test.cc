// What documents show is what there is: examples in them are the examples that are run.

#include <google/protobuf/util/json_util.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "casus/v1/annotation.pb.h"
#include "interchange/writers.h"

using namespace casus;

namespace {

std::string source(const std::string& name) {
  std::ifstream in(std::string(CASUS_SOURCE_DIR) + "/" + name, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string normal_form(const std::string& json) {
  v1::ArticleAnnotation annotation;
  const auto status = google::protobuf::util::JsonStringToMessage(json, &annotation);
  INFO(status.ToString());
  REQUIRE(status.ok());
  return interchange::to_json_line(annotation);
}

}  // namespace

TEST_CASE("the annotation that the manual shows is the example's, to the last field") {
  const std::string manual = source("docs/annotations.md");
  const std::size_t begin = manual.find("```json\n");
  REQUIRE(begin != std::string::npos);
  const std::size_t from = begin + 8;
  const std::string shown = manual.substr(from, manual.find("\n```", from) - from);
  CHECK(normal_form(shown) == normal_form(source("examples/annotations/port-dumeira.jsonl")));
}

TEST_CASE("the manual of annotations names every field and every value of the proto") {
  const std::string manual = source("docs/annotations.md");
  const auto* file = v1::ArticleAnnotation::descriptor()->file();
  for (int i = 0; i < file->message_type_count(); ++i) {
    const auto* message = file->message_type(i);
    for (int j = 0; j < message->field_count(); ++j) {
      INFO(message->name() << '.' << message->field(j)->name());
      CHECK(manual.find(message->field(j)->name()) != std::string::npos);
    }
    for (int j = 0; j < message->enum_type_count(); ++j) {
      for (int k = 0; k < message->enum_type(j)->value_count(); ++k) {
        INFO(message->name() << ' ' << message->enum_type(j)->value(k)->name());
        CHECK(manual.find(message->enum_type(j)->value(k)->name()) != std::string::npos);
      }
    }
  }
}
