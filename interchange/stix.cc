// STIX 2.1, as far as it has words for what happens outside of computers: actors are identities,
// places locations, what was done to somebody incidents with relationships, articles reports,
// claims notes, and what is said for or against a claim an opinion. Ids are made of keys.

#include <fmt/format.h>

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/dates.h"
#include "graph/error.h"
#include "graph/kinds.h"
#include "interchange/countries.h"
#include "interchange/json_object.h"
#include "interchange/labels.h"
#include "interchange/neighbours.h"
#include "interchange/subgraph_writers.h"
#include "interchange/uuid.h"

namespace casus::interchange {
namespace {

// Objects must say when they were made; what is undated says this.
constexpr std::string_view kUndated = "1970-01-01T00:00:00.000Z";

std::string midnight(std::string_view day) { return std::string(day) + "T00:00:00.000Z"; }

std::string day_after(const std::string& text) {
  Day day = parse_day(text).value_or(Day::unknown());
  ++day.value;
  return midnight(format_day(day));
}

// Of STIX's scale "None / Low / Med / High".
int confidence(v1::Certainty::Value certainty) {
  switch (certainty) {
    case v1::Certainty::certain:
      return 85;
    case v1::Certainty::probable:
      return 50;
    default:
      return 15;
  }
}

std::string_view identity_class(v1::ActorKind::Value kind) {
  switch (kind) {
    case v1::ActorKind::person:
      return "individual";
    case v1::ActorKind::population:
      return "class";
    case v1::ActorKind::armed_group:
      return "group";
    case v1::ActorKind::unknown:
      return "unknown";
    default:
      return "organization";
  }
}

bool is_incident(const v1::Event& event) {
  const PloverType* type = plover_type(event.type());
  return event.modality() == v1::Modality::actual && type != nullptr &&
         type->quad_class == "material conflict";
}

std::string_view type_of(const v1::Node& node) {
  switch (node.data_case()) {
    case v1::Node::kArticle:
      return "report";
    case v1::Node::kActor:
      return "identity";
    case v1::Node::kPlace: {
      const v1::Place& place = node.place();
      const bool placed = place.has_latitude() && place.has_longitude();
      return placed || !alpha2(place.country()).empty() ? "location" : "";
    }
    case v1::Node::kEvent:
      return is_incident(node.event()) ? "incident" : "";
    case v1::Node::kClaim:
      return "note";
    case v1::Node::kStatement:
      return node.statement().claim().empty() || node.statement().stance() == v1::Stance::none
                 ? ""
                 : "opinion";
    default:
      return {};
  }
}

class StixWriter : public SubgraphWriter {
 public:
  StixWriter(std::ostream& out, const Lookup& lookup) : out_(out), neighbours_(lookup) {
    out_ << R"({"type":"bundle","objects":[)";
  }

  void write(const v1::Subgraph& frame) override {
    for (const v1::Node& node : frame.nodes()) write(node);
    for (const v1::Edge& edge : frame.edges()) write(edge);
    check(out_);
  }

  void finish() override {
    write_report();
    // Of all that it holds: there is nothing else that it could be named after.
    out_ << "\n],\"id\":\"bundle--" << uuid_of(chain_) << "\"}\n";
    out_.flush();
    check(out_);
  }

 private:
  static std::string id(std::string_view type, std::string_view name) {
    return fmt::format("{}--{}", type, uuid_of(name));
  }

  // The id of a node that is in the bundle; empty if STIX has no word for it.
  std::string id_of(const std::string& key) {
    if (key.empty()) return {};
    if (key.starts_with("actor:")) return id("identity", key);
    if (key.starts_with("claim:")) return id("note", key);
    const std::string_view type = type_of(neighbours_.find(key));
    return type.empty() ? std::string() : id(type, key);
  }

  static JsonObject object(std::string_view type, const std::string& id,
                           const std::string& published) {
    const std::string made = published.empty() ? std::string(kUndated) : midnight(published);
    JsonObject object;
    object.text("type", type).text("spec_version", "2.1").text("id", id);
    object.text("created", made).text("modified", made);
    return object;
  }

  // Where to find it again: by its key in casus, an article by its address, too.
  static std::string references(const std::string& key, const std::string& link = {}) {
    std::string list =
        '[' + JsonObject().text("source_name", "casus").text("external_id", key).take();
    if (!link.empty()) {
      list += ',' + JsonObject().text("source_name", "article").text("url", link).take();
    }
    return list + ']';
  }

  void put(JsonObject object, const std::string& id) {
    out_ << (chain_.empty() ? "\n" : ",\n") << object.take();
    chain_ = sha1_hex(chain_ + id);
  }

  void write(const v1::Node& node) {
    const std::string_view type = type_of(node);
    if (type.empty() || type == "report") return;
    const std::string key = id(type, node.key());
    JsonObject made = object(type, key, node.published());
    made.json("external_references", references(node.key()));
    if (node.has_actor()) describe(node.actor(), node, made);
    if (node.has_place()) describe(node.place(), made);
    if (node.has_claim()) {
      made.text("content", label(node)).texts("object_refs", {id("report", node.source())});
    }
    if (node.has_statement()) describe(node, node.statement(), made);
    if (node.has_event()) {
      made.text("name", label(node)).text("description", neighbours_.words(node.evidence()));
      made.texts("labels", labels({node.event().type(), node.event().mode()}));
      certainty(node.event().certainty(), made);
    }
    put(std::move(made), key);
    if (node.has_event()) relate(node);
  }

  static std::vector<std::string> labels(std::vector<std::string> words) {
    std::erase(words, "");
    return words;
  }

  static void certainty(v1::Certainty::Value certainty, JsonObject& made) {
    if (certainty != v1::Certainty::underspecified) made.json("confidence", confidence(certainty));
  }

  static void describe(const v1::Actor& actor, const v1::Node& node, JsonObject& made) {
    made.text("name", label(node)).text("identity_class", identity_class(actor.kind()));
    if (!actor.role().empty()) made.texts("roles", {actor.role()});
    made.texts("labels",
               labels({std::string(name_of(actor.kind())), actor.sector(), actor.country()}));
  }

  static void describe(const v1::Place& place, JsonObject& made) {
    made.text("name", place.name()).text("country", alpha2(place.country()));
    if (place.has_latitude() && place.has_longitude()) {
      made.json("latitude", place.latitude()).json("longitude", place.longitude());
    }
  }

  void describe(const v1::Node& node, const v1::Statement& statement, JsonObject& made) {
    made.text("opinion", statement.stance() == v1::Stance::asserts ? "agree" : "disagree");
    made.text("explanation", neighbours_.words(node.evidence()));
    if (!statement.speaker_text().empty()) made.texts("authors", {statement.speaker_text()});
    if (!statement.speaker().empty()) {
      made.text("created_by_ref", id("identity", statement.speaker()));
    }
    made.texts("object_refs", {id("note", statement.claim())});
    made.texts("labels", {std::string(name_of(statement.kind()))});
    certainty(statement.certainty(), made);
  }

  // An event's parties and its place, with its time: an incident of STIX 2.1 has none of its own.
  void relate(const v1::Node& node) {
    const v1::Event& event = node.event();
    related_.clear();
    for (const v1::Initiator& initiator : event.initiators()) {
      relate(node, "attributed-to", initiator.actor(), initiator.certainty(),
             name_of(initiator.status()));
    }
    for (const v1::Target& target : event.targets()) {
      relate(node, "targets", target.actor(), target.certainty());
    }
    relate(node, "located-at", event.place(), event.place_certainty());
  }

  void relate(const v1::Node& event, std::string_view type, const std::string& key,
              v1::Certainty::Value how, std::string_view status = {}) {
    const std::string target = id_of(key);
    if (target.empty()) return;
    const std::string name = id("relationship", fmt::format("{};{};{}", type, event.key(), key));
    if (!related_.insert(name).second) return;
    JsonObject made = object("relationship", name, event.published());
    made.text("relationship_type", type);
    made.text("source_ref", id("incident", event.key())).text("target_ref", target);
    made.text("description", status);
    const v1::DateInterval& date = event.event().date();
    if (!date.earliest().empty()) made.text("start_time", midnight(date.earliest()));
    if (!date.latest().empty()) made.text("stop_time", day_after(date.latest()));
    certainty(how, made);
    put(std::move(made), name);
  }

  void write(const v1::Edge& edge) {
    if (edge.kind() == v1::EdgeKind::reports) {
      if (edge.from() != article_) {
        write_report();
        article_ = edge.from();
      }
      if (const std::string item = id_of(edge.to()); !item.empty()) reported_.push_back(item);
    } else if (edge.kind() == v1::EdgeKind::affiliated) {
      relate(edge, "affiliated-with");
    } else if (edge.kind() == v1::EdgeKind::same_as) {
      relate(edge, "duplicate-of");
    }
  }

  void relate(const v1::Edge& edge, std::string_view type) {
    const std::string from = id_of(edge.from());
    const std::string to = id_of(edge.to());
    if (from.empty() || to.empty()) return;
    const std::string name =
        id("relationship", fmt::format("{};{};{};{};{}", type, edge.from(), edge.to(),
                                       edge.evidence().article(), edge.role()));
    JsonObject made = object("relationship", name, edge.published());
    made.text("relationship_type", type).text("source_ref", from).text("target_ref", to);
    made.text("description", edge.role().empty() ? edge.reason() : edge.role());
    put(std::move(made), name);
  }

  // Its REPORTS edges follow one another.
  void write_report() {
    if (article_.empty() || reported_.empty()) return;
    const v1::Node node = neighbours_.find(article_);
    const v1::Article& article = node.article();
    const std::string name = id("report", article_);
    JsonObject made = object("report", name, node.published());
    made.json("external_references", references(article_, web_link(article.url())));
    made.text("name", node.key().empty() ? article_ : label(node));
    made.text("description", article.outlet()).text("lang", article.language());
    made.text("published", node.published().empty() ? kUndated : midnight(node.published()));
    made.texts("object_refs", reported_);
    put(std::move(made), name);
    reported_.clear();
  }

  std::ostream& out_;
  Neighbours neighbours_;
  std::string chain_;              // a digest of the ids so far; empty before the first
  std::set<std::string> related_;  // of one event: an actor may be named twice for it
  std::string article_;
  std::vector<std::string> reported_;  // by the article
};

}  // namespace

std::unique_ptr<SubgraphWriter> make_stix_writer(std::ostream& out, const Lookup& lookup) {
  if (!lookup.node) throw InputError("The format stix needs the graph, to look up what it holds.");
  return std::make_unique<StixWriter>(out, lookup);
}

}  // namespace casus::interchange
