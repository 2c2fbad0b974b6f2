#include "bench/peers/workload.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <stdexcept>

#include "graph/dates.h"
#include "graph/keys.h"
#include "graph/kinds.h"

namespace casus::bench {
namespace {

// The workload's order of PLOVER types, of which one has another name there.
constexpr std::array<std::string_view, 16> kTypes = {
    "AGREE",  "CONSULT",  "SUPPORT", "COOPERATE", "AID",      "CONCEDE", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION",  "MOBILIZE", "COERCE",  "ASSAULT", "RETREAT"};
constexpr std::array<std::string_view, 7> kStatements = {
    "claim", "accusation", "denial", "condemnation", "threat", "demand", "confirmation"};

std::vector<std::string> second_column(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("no " + file.string());
  std::vector<std::string> names;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    const std::size_t from = line.find(',') + 1;
    names.push_back(line.substr(from, line.find(',', from) - from));
  }
  return names;
}

std::string day_text(std::uint64_t day) {
  return format_day(Day{kDayZero + static_cast<std::int32_t>(day)});
}

v1::Certainty::Value certainty(std::uint64_t confidence) {
  return confidence >= 80   ? v1::Certainty::certain
         : confidence >= 60 ? v1::Certainty::probable
                            : v1::Certainty::possible;
}

void own(std::vector<std::uint32_t>& owners, std::uint64_t number, std::uint64_t article) {
  if (owners.size() <= number) owners.resize(number + 1);
  owners[number] = static_cast<std::uint32_t>(article);
}

std::uint32_t number_after(std::string_view text, std::size_t at) {
  std::uint32_t number = 0;
  std::from_chars(text.data() + at, text.data() + text.size(), number);
  return number;
}

}  // namespace

std::uint32_t event_type(std::uint8_t act) {
  static const auto table = [] {
    std::array<std::uint32_t, 16> places{};
    for (std::size_t i = 0; i < places.size(); ++i) {
      for (std::uint32_t k = 0; k < kTypes.size(); ++k) {
        if (plover_types()[i].code == kTypes[k]) places[i] = k;
      }
    }
    return places;
  }();
  return table[act];
}

std::uint32_t statement_kind(v1::StatementKind::Value kind) {
  static const auto table = [] {
    std::array<std::uint32_t, v1::StatementKind::Value_ARRAYSIZE> places{};
    for (std::uint32_t k = 0; k < kStatements.size(); ++k) {
      places[static_cast<std::size_t>(*statement_kind_named(kStatements[k]))] = k;
    }
    return places;
  }();
  return table[static_cast<std::size_t>(kind)];
}

Articles::Articles(const std::filesystem::path& data)
    : data_(data),
      actors_(second_column(data / "csv" / "actor.csv")),
      places_(second_column(data / "csv" / "location.csv")) {}

void Articles::each(const std::string& file,
                    const std::function<bool(v1::ArticleAnnotation&)>& visit) {
  std::ifstream in(data_ / file);
  std::string line;
  v1::ArticleAnnotation annotation;
  while (std::getline(in, line)) {
    annotate(line, annotation);
    if (!visit(annotation)) return;
  }
}

std::string Articles::item(std::string_view kind, std::uint64_t number,
                           const std::vector<std::uint32_t>& owners) const {
  const std::string article = article_key("a" + std::to_string(owners.at(number)));
  return kind == "e" ? event_key(article, "e" + std::to_string(number))
                     : claim_key(article, "c" + std::to_string(number));
}

void Articles::annotate(std::string_view line, v1::ArticleAnnotation& annotation) {
  const simdjson::dom::element json = parser_.parse(line.data(), line.size());
  annotation.Clear();
  const std::uint64_t number = json["id"];
  const std::string_view title = json["title"];
  v1::Article& article = *annotation.mutable_article();
  article.set_id("a" + std::to_string(number));
  article.set_dataset("store workload");
  article.set_outlet(std::string(std::string_view(json["source"])));
  article.set_title(std::string(title));
  article.set_text(std::string(title));
  article.set_published(day_text(json["day"]));
  annotation.mutable_extractor()->set_name("store workload");
  const auto everywhere = [&](v1::Span& span) {
    span.set_end(static_cast<std::uint32_t>(title.size()));
  };

  const auto actor = [&](std::uint64_t who) {
    std::string key = "actor:b" + std::to_string(who);
    for (const v1::Actor& listed : annotation.actors()) {
      if (listed.key() == key) return key;
    }
    v1::Actor& added = *annotation.add_actors();
    added.set_key(key);
    added.set_name(actors_.at(who));
    return key;
  };
  const auto place = [&](std::uint64_t where) {
    std::string key = "place:l" + std::to_string(where);
    for (const v1::Place& listed : annotation.places()) {
      if (listed.key() == key) return key;
    }
    v1::Place& added = *annotation.add_places();
    added.set_key(key);
    added.set_name(places_.at(where));
    return key;
  };

  for (const simdjson::dom::element given : json["events"]) {
    v1::Event& event = *annotation.add_events();
    const std::uint64_t id = given["id"];
    own(event_owners_, id, number);
    event.set_key("e" + std::to_string(id));
    event.set_type(std::string(kTypes.at(std::uint64_t(given["type"]))));
    event.mutable_date()->set_earliest(day_text(given["day"]));
    event.mutable_date()->set_latest(event.date().earliest());
    event.set_certainty(certainty(given["confidence"]));
    event.set_place(place(given["location"]));
    everywhere(*event.add_evidence());
    for (const std::uint64_t who : given["perpetrators"].get_array()) {
      event.add_initiators()->set_actor(actor(who));
    }
    for (const std::uint64_t who : given["targets"].get_array()) {
      event.add_targets()->set_actor(actor(who));
    }
  }
  for (const std::uint64_t event : json["also_reports"].get_array()) {
    v1::Report& report = *annotation.add_also_reports();
    report.set_item(item("e", event, event_owners_));
    everywhere(*report.add_evidence());
  }
  for (const simdjson::dom::element given : json["statements"]) {
    v1::Statement& statement = *annotation.add_statements();
    statement.set_key("s" + std::to_string(std::uint64_t(given["id"])));
    statement.set_kind(*statement_kind_named(std::string_view(given["kind"])));
    const bool denies = std::string_view(given["stance"]) == "denies";
    statement.set_stance(denies ? v1::Stance::denies : v1::Stance::asserts);
    statement.set_speaker(actor(given["speaker"]));
    statement.set_certainty(certainty(given["confidence"]));
    everywhere(*statement.add_content());
    const std::uint64_t id = given["claim"];
    std::string_view text;
    if (given["text"].get(text) != simdjson::SUCCESS) {
      const bool here = claim_owners_.at(id) == number;
      statement.set_claim(here ? "c" + std::to_string(id) : item("c", id, claim_owners_));
      continue;
    }
    own(claim_owners_, id, number);
    v1::Claim& claim = *annotation.add_claims();
    claim.set_key("c" + std::to_string(id));
    claim.set_text(std::string(text));
    claim.set_event("e" + std::to_string(std::uint64_t(given["event"])));
    everywhere(*claim.add_evidence());
    statement.set_claim(claim.key());
  }
}

Numbers::Numbers(const storage::Snapshot& snapshot) {
  const auto note = [&](storage::NodeId id, Kind kind, std::uint32_t number,
                        std::vector<storage::NodeId>* back) {
    if (numbers_.size() <= id) {
      numbers_.resize(id + 1);
      kinds_.resize(id + 1);
    }
    numbers_[id] = number;
    kinds_[id] = kind;
    if (back == nullptr) return;
    if (back->size() <= number) back->resize(number + 1);
    (*back)[number] = id;
  };
  const auto all = [&](v1::NodeKind::Value kind, Kind as, char mark, bool after_slash,
                       std::vector<storage::NodeId>* back) {
    std::vector<storage::NodeId> ids;
    snapshot.each(kind, [&](storage::NodeId id) {
      ids.push_back(id);
      return true;
    });
    constexpr std::size_t kBatch = 10'000;
    for (std::size_t from = 0; from < ids.size(); from += kBatch) {
      const std::span part(ids.data() + from, std::min(kBatch, ids.size() - from));
      const std::vector<std::string> keys = snapshot.keys(part);
      for (std::size_t i = 0; i < part.size(); ++i) {
        const std::size_t at = keys[i].find(after_slash ? '/' : ':') + 1;
        if (keys[i][at] == mark) note(part[i], as, number_after(keys[i], at + 1), back);
      }
    }
  };
  all(v1::NodeKind::actor, Kind::actor, 'b', false, &actors_);
  all(v1::NodeKind::place, Kind::place, 'l', false, nullptr);
  all(v1::NodeKind::event, Kind::event, 'e', true, nullptr);
  all(v1::NodeKind::statement, Kind::statement, 's', true, nullptr);
  all(v1::NodeKind::claim, Kind::claim, 'c', true, &claims_);
  // An article's key is a digest; its number is in its record.
  std::vector<storage::NodeId> articles;
  snapshot.each(v1::NodeKind::article, [&](storage::NodeId id) {
    articles.push_back(id);
    return true;
  });
  constexpr std::size_t kBatch = 10'000;
  for (std::size_t from = 0; from < articles.size(); from += kBatch) {
    const std::span part(articles.data() + from, std::min(kBatch, articles.size() - from));
    const auto nodes = snapshot.nodes(part);
    for (std::size_t i = 0; i < part.size(); ++i) {
      note(part[i], Kind::article, number_after(nodes[i]->article().id(), 1), nullptr);
    }
  }
}

Parameters parameters(const std::filesystem::path& data, const std::string& question) {
  std::ifstream in(data / "params" / (question + ".csv"));
  Parameters all;
  std::string line;
  while (std::getline(in, line)) {
    std::vector<std::uint32_t>& row = all.emplace_back();
    for (std::size_t at = 0; at < line.size();) {
      row.push_back(number_after(line, at));
      const std::size_t comma = line.find(',', at);
      at = comma == std::string::npos ? line.size() : comma + 1;
    }
  }
  return all;
}

}  // namespace casus::bench
