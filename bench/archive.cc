// casus_archive N < annotations.jsonl > archive.jsonl
//
// A made-up archive of N articles, to measure questions and ingest on: the annotations read, again
// and again, each time as another article on another day of ten years. The dates of its items move
// with it; persons, places, outlets and what is claimed vary, so that most of them recur now and
// then, while countries and organisations stay what they are and become hubs, as in a real archive.
// The same input gives the same archive. Memory: the input.
//
//   casus extract --format json examples/articles | casus_archive 10000 | casus ingest -

#include <array>
#include <charconv>
#include <cstdint>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "graph/dates.h"
#include "graph/names.h"
#include "interchange/readers.h"
#include "interchange/writers.h"

namespace {

using namespace casus;  // NOLINT(google-build-using-namespace): a program's own file

constexpr std::int32_t kFirstDay = 16436;  // 2015-01-01
constexpr std::uint64_t kDays = 3653;      // ten years
constexpr std::array<std::string_view, 12> kFamilies = {"Adebayo", "Brandt", "Castillo", "Demir",
                                                        "Eze",     "Farouk", "Gedi",     "Horvat",
                                                        "Ilunga",  "Jansen", "Kiper",    "Lungu"};
constexpr std::array<std::string_view, 12> kQuarters = {"North", "South", "East",  "West",
                                                        "Old",   "New",   "Upper", "Lower",
                                                        "Inner", "Outer", "Hill",  "Lake"};
constexpr std::uint64_t kOutlets = 9;
constexpr std::uint64_t kPredicates = 400;

// SplitMix64: every article has its own, so that the archive of 2 N begins with that of N.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t below(std::uint64_t bound) {
    state_ += 0x9E3779B97F4A7C15;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EB;
    return (z ^ (z >> 31U)) % bound;
  }

 private:
  std::uint64_t state_;
};

using Renamed = std::map<std::string, std::string, std::less<>>;  // key to key

void shift(std::string& date, std::int32_t days) {
  if (const auto day = parse_day(date)) date = format_day(Day{day->value + days});
}

// Moves every date below `message`, and puts new keys in the place of old ones.
void rewrite(google::protobuf::Message& message, std::int32_t days, const Renamed& renamed) {
  if (auto* dates = google::protobuf::DynamicCastToGenerated<v1::DateInterval>(&message)) {
    shift(*dates->mutable_earliest(), days);
    shift(*dates->mutable_latest(), days);
    return;
  }
  const auto* reflection = message.GetReflection();
  std::vector<const google::protobuf::FieldDescriptor*> fields;
  reflection->ListFields(message, &fields);
  for (const auto* field : fields) {
    if (field->cpp_type() == google::protobuf::FieldDescriptor::CPPTYPE_MESSAGE) {
      if (!field->is_repeated()) {
        rewrite(*reflection->MutableMessage(&message, field), days, renamed);
        continue;
      }
      for (int i = 0; i < reflection->FieldSize(message, field); ++i) {
        rewrite(*reflection->MutableRepeatedMessage(&message, field, i), days, renamed);
      }
    } else if (field->cpp_type() == google::protobuf::FieldDescriptor::CPPTYPE_STRING &&
               !field->is_repeated()) {
      const auto found = renamed.find(reflection->GetString(message, field));
      if (found != renamed.end()) reflection->SetString(&message, field, found->second);
    }
  }
}

v1::ArticleAnnotation variant(v1::ArticleAnnotation annotation, std::uint64_t number) {
  Random random(number);
  v1::Article& article = *annotation.mutable_article();
  const Day published{kFirstDay + static_cast<std::int32_t>(random.below(kDays))};
  const Day was = parse_day(article.published()).value_or(published);
  article.clear_key();
  article.set_id("archive-" + std::to_string(number));
  article.clear_url();
  if (!article.published().empty()) article.set_published(format_day(published));
  article.set_outlet(article.outlet() + ' ' + std::to_string(random.below(kOutlets)));

  Renamed renamed;
  for (v1::Actor& actor : *annotation.mutable_actors()) {
    if (actor.kind() != v1::ActorKind::person) continue;
    const std::string_view family = kFamilies[random.below(kFamilies.size())];
    renamed[actor.key()] = actor.key() + "-" + slug(family);
    actor.set_name(actor.name() + ' ' + std::string(family));
    actor.clear_aliases();
  }
  for (v1::Place& place : *annotation.mutable_places()) {
    if (place.within().empty() && place.key() == "place:" + place.country()) continue;
    const std::string_view quarter = kQuarters[random.below(kQuarters.size())];
    renamed[place.key()] = place.key() + "-" + slug(quarter);
    place.set_name(std::string(quarter) + ' ' + place.name());
  }
  for (v1::Claim& claim : *annotation.mutable_claims()) {
    claim.set_predicate(claim.predicate() + std::to_string(random.below(kPredicates)));
  }
  rewrite(annotation, published.value - was.value, renamed);
  return annotation;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::uint64_t wanted = 0;
  const std::string_view number = argc == 2 ? argv[1] : "";
  if (std::from_chars(number.data(), number.data() + number.size(), wanted).ec != std::errc()) {
    std::cerr << "usage: casus_archive N < annotations.jsonl\n";
    return 2;
  }
  std::vector<v1::ArticleAnnotation> sources;
  interchange::ReadCallbacks callbacks;
  callbacks.on_annotation = [&](v1::ArticleAnnotation&& annotation) {
    sources.push_back(std::move(annotation));
  };
  callbacks.on_article = [](v1::Article&&) {};
  callbacks.on_error = [](const InputError& error) { std::cerr << error.what() << '\n'; };
  interchange::read_input("-", {}, callbacks);
  if (sources.empty()) {
    std::cerr << "casus_archive: no annotations on standard input\n";
    return 3;
  }
  for (std::uint64_t i = 0; i < wanted; ++i) {
    std::cout << interchange::to_json_line(variant(sources[i % sources.size()], i)) << '\n';
  }
  return std::cout.flush() ? 0 : 4;
}
