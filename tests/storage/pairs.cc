#include "tests/storage/pairs.h"

#include <fstream>
#include <map>
#include <stdexcept>

#include "graph/keys.h"
#include "graph/names.h"

namespace casus::tests {
namespace {

using Fields = std::map<std::string, std::string>;

// "a=1; b=2; text=all that follows; this too".
Fields read_fields(const std::string& line) {
  Fields fields;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t equals = line.find('=', at);
    if (equals == std::string::npos) throw std::runtime_error("expected NAME=VALUE");
    const std::string name = line.substr(at, equals - at);
    const std::size_t end =
        name == "text" ? line.size() : std::min(line.find("; ", equals), line.size());
    fields[name] = line.substr(equals + 1, end - equals - 1);
    at = end + 2;
  }
  return fields;
}

// One article out of the fields of a line.
class Article {
 public:
  Article(const std::string& id, Fields fields) : fields_(std::move(fields)) {
    annotation_.mutable_extractor()->set_name("pairs");
    v1::Article& article = *annotation_.mutable_article();
    article.set_id(id);
    article.set_published(take("published"));
    article.set_text(take("text"));
    whole_.set_end(static_cast<std::uint32_t>(article.text().size()));
    if (fields_.contains("actor")) {
      named_actor();
    } else if (fields_.contains("claim")) {
      claim();
    } else {
      event();
    }
    if (!fields_.empty()) throw std::runtime_error("no field is called " + fields_.begin()->first);
  }

  v1::ArticleAnnotation annotation() && { return std::move(annotation_); }

 private:
  std::string take(const std::string& name) {
    const auto found = fields_.find(name);
    if (found == fields_.end()) return {};
    std::string value = std::move(found->second);
    fields_.erase(found);
    return value;
  }

  // "Name", or "Name, ISO" of a country.
  std::string actor(const std::string& text) {
    if (text.empty()) return {};
    const std::size_t comma = text.find(", ");
    const bool country = comma != std::string::npos;
    const std::string name = text.substr(0, comma);
    const std::string key = country ? lexicon_actor_key(text.substr(comma + 2))
                                    : named_actor_key(v1::ActorKind::armed_group, "", name);
    for (const v1::Actor& known : annotation_.actors()) {
      if (known.key() == key) return key;
    }
    v1::Actor& actor = *annotation_.add_actors();
    actor.set_key(key);
    actor.set_name(name);
    actor.set_kind(country ? v1::ActorKind::country : v1::ActorKind::armed_group);
    if (country) actor.set_country(text.substr(comma + 2));
    *actor.add_evidence() = whole_;
    return key;
  }

  void named_actor() {
    v1::Actor& actor = *annotation_.add_actors();
    actor.set_name(take("actor"));
    v1::ActorKind::Value kind = v1::ActorKind::unknown;
    if (const std::string name = take("kind"); !v1::ActorKind::Value_Parse(name, &kind)) {
      throw std::runtime_error("no kind is called " + name);
    }
    actor.set_kind(kind);
    actor.set_country(take("country"));
    actor.set_key(named_actor_key(kind, actor.country(), actor.name()));
    actor.set_role(take("role"));
    if (std::string alias = take("also"); !alias.empty()) actor.add_aliases(std::move(alias));
    *actor.add_evidence() = whole_;
    if (const std::string side = take("of"); !side.empty()) {
      actor.set_affiliation(side);
      v1::Actor& other = *annotation_.add_actors();
      other.set_key(side);
      other.set_name("Side");
      *other.add_evidence() = whole_;
    }
  }

  // "Name", or "Name, ISO" of the country that it lies in.
  std::string place(const std::string& text) {
    if (text.empty()) return {};
    const std::size_t comma = text.find(", ");
    v1::Place& place = *annotation_.add_places();
    place.set_name(text.substr(0, comma));
    if (comma != std::string::npos) place.set_country(text.substr(comma + 2));
    place.set_key(named_place_key(place.country(), place.name()));
    *place.add_evidence() = whole_;
    return place.key();
  }

  void event() {
    v1::Event& event = *annotation_.add_events();
    event.set_key("x");
    event.set_type(take("type"));
    event.set_mode(take("mode"));
    event.set_weapon(take("weapon"));
    *event.mutable_sentence() = whole_;
    const std::string again = take("trigger");
    const std::size_t at = annotation_.article().text().find(again);
    event.mutable_trigger()->set_begin(static_cast<std::uint32_t>(again.empty() ? 0 : at));
    event.mutable_trigger()->set_end(again.empty() ? 1
                                                   : static_cast<std::uint32_t>(at + again.size()));
    if (const std::string modality = take("modality"); modality == "planned") {
      event.set_modality(v1::Modality::planned);
    }
    if (const std::string date = take("date"); !date.empty()) {
      event.mutable_date()->set_earliest(date.substr(0, 10));
      event.mutable_date()->set_latest(date.substr(date.size() - 10));
    }
    event.set_place(place(take("place")));
    if (const std::string by = take("by"); !by.empty()) {
      const std::size_t bracket = by.rfind(" (");
      v1::Initiator& initiator = *event.add_initiators();
      initiator.set_text(by.substr(0, bracket));
      initiator.set_actor(actor(initiator.text()));
      const std::string status = by.substr(bracket + 2, by.size() - bracket - 3);
      v1::InitiatorStatus::Value value;
      if (!v1::InitiatorStatus::Value_Parse(status, &value)) {
        throw std::runtime_error("no status is called " + status);
      }
      initiator.set_status(value);
    }
    if (const std::string hit = take("hit"); !hit.empty()) event.add_targets()->set_text(hit);
    if (const std::string killed = take("killed"); !killed.empty()) {
      event.mutable_killed()->set_best(static_cast<std::uint32_t>(std::stoul(killed)));
    }
    if (const std::string incidents = take("incidents"); !incidents.empty()) {
      event.mutable_incidents()->set_best(static_cast<std::uint32_t>(std::stoul(incidents)));
    }
  }

  void claim() {
    v1::Claim claim;
    claim.set_key("x");
    claim.set_text(take("claim"));
    claim.set_subject(actor(take("subject")));
    claim.set_predicate(take("predicate"));
    claim.set_object(actor(take("object")));
    if (take("polarity") == "negative") claim.set_polarity(v1::Polarity::negative);
    *claim.add_evidence() = whole_;
    if (fields_.contains("type")) {
      event();
      annotation_.mutable_events(0)->set_key("e");
      claim.set_event("e");
    }
    *annotation_.add_claims() = claim;
  }

  Fields fields_;
  v1::Span whole_;
  v1::ArticleAnnotation annotation_;
};

}  // namespace

std::vector<Pair> read_pairs(const std::string& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file);
  std::vector<Pair> pairs;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::string where = file + ":" + std::to_string(number);
    const std::size_t colon = line.find(": ");
    const std::string head = line.substr(0, colon);
    try {
      if (colon == std::string::npos) throw std::runtime_error("expected meet:, apart:, a: or b:");
      const std::string rest = line.substr(colon + 2);
      if (head == "meet" || head == "apart") {
        pairs.push_back({head == "meet", rest, where, {}, {}});
      } else if ((head == "a" || head == "b") && !pairs.empty()) {
        (head == "a" ? pairs.back().one : pairs.back().other) =
            Article(where, read_fields(rest)).annotation();
      } else {
        throw std::runtime_error("expected meet:, apart:, a: or b:");
      }
    } catch (const std::exception& problem) {
      throw std::runtime_error(where + ": " + problem.what());
    }
  }
  return pairs;
}

}  // namespace casus::tests
