// FollowTheMoney, an entity a line, for Aleph and OpenAleph: actors, places, articles, events; what
// is claimed and said as notes; who is named in an article as mentions. Ids are SHA-1 of keys.
// Lines of one id add to one another, as FollowTheMoney has it.

#include <unicode/locid.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/keys.h"
#include "graph/kinds.h"
#include "interchange/countries.h"
#include "interchange/json_object.h"
#include "interchange/labels.h"
#include "interchange/neighbours.h"
#include "interchange/subgraph_writers.h"
#include "interchange/uuid.h"

namespace casus::interchange {
namespace {

using Values = std::vector<std::string>;

std::string_view schema_of(v1::ActorKind::Value kind) {
  switch (kind) {
    case v1::ActorKind::country:
    case v1::ActorKind::government:
    case v1::ActorKind::military:
      return "PublicBody";
    case v1::ActorKind::armed_group:
    case v1::ActorKind::party:
    case v1::ActorKind::intergovernmental:
    case v1::ActorKind::ngo:
    case v1::ActorKind::media:
      return "Organization";
    case v1::ActorKind::company:
      return "Company";
    case v1::ActorKind::person:
      return "Person";
    default:
      return "LegalEntity";
  }
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

std::string id_of(const std::string& key) { return key.empty() ? std::string() : sha1_hex(key); }

// Properties are lists; what is empty has no value.
class Entity {
 public:
  Entity(std::string_view schema, const std::string& name) : schema_(schema), name_(name) {}

  Entity& add(std::string_view property, std::string value) {
    return add(property, Values{std::move(value)});
  }
  Entity& add(std::string_view property, Values values) {
    std::erase(values, "");
    properties_.texts(property, values);
    return *this;
  }
  // Of a day, a date; of more, an interval.
  Entity& add(const v1::DateInterval& date) {
    if (date.earliest() == date.latest()) return add("date", date.latest());
    return add("startDate", date.earliest()).add("endDate", date.latest());
  }
  void write(std::ostream& out) {
    out << JsonObject()
               .text("id", id_of(name_))
               .text("schema", schema_)
               .json("properties", properties_.take())
               .take()
        << '\n';
  }

 private:
  std::string_view schema_;
  std::string name_;
  JsonObject properties_;
};

class FtmWriter : public SubgraphWriter {
 public:
  FtmWriter(std::ostream& out, const Lookup& lookup) : out_(out), neighbours_(lookup) {}

  void write(const v1::Subgraph& frame) override {
    for (const v1::Node& node : frame.nodes()) write(node);
    for (const v1::Edge& edge : frame.edges()) write(edge);
    check(out_);
  }

  void finish() override {
    out_.flush();
    check(out_);
  }

 private:
  void write(const v1::Node& node) {
    switch (node.data_case()) {
      case v1::Node::kActor:
        return write(node, node.actor());
      case v1::Node::kPlace:
        return write(node, node.place());
      case v1::Node::kArticle:
        return write(node, node.article());
      case v1::Node::kEvent:
        return write(node, node.event());
      case v1::Node::kStatement:
        return write(node, node.statement());
      case v1::Node::kClaim:
        return write(node, node.claim());
      case v1::Node::DATA_NOT_SET:
        return;
    }
  }

  void write(const v1::Node& node, const v1::Actor& actor) {
    Entity entity(schema_of(actor.kind()), node.key());
    entity.add("name", label(node));
    entity.add("alias", Values(actor.aliases().begin(), actor.aliases().end()));
    entity.add("country", lower(alpha2(actor.country())));
    entity.add("sector", actor.sector());
    if (actor.kind() == v1::ActorKind::person) entity.add("position", actor.role());
    entity.write(out_);
  }

  void write(const v1::Node& node, const v1::Place& place) {
    Entity entity("Address", node.key());
    entity.add("full", label(node)).add("country", lower(alpha2(place.country())));
    if (place.has_latitude()) entity.add("latitude", fmt::format("{}", place.latitude()));
    if (place.has_longitude()) entity.add("longitude", fmt::format("{}", place.longitude()));
    entity.write(out_);
  }

  void write(const v1::Node& node, const v1::Article& article) {
    Entity entity("Article", node.key());
    entity.add("title", label(node)).add("sourceUrl", web_link(article.url()));
    entity.add("publisher", article.outlet()).add("publishedAt", article.published());
    entity.add("modifiedAt", article.updated());
    entity.add("language", icu::Locale(article.language().c_str()).getISO3Language());
    entity.add("bodyText", article.text());
    entity.write(out_);
  }

  void write(const v1::Node& node, const v1::Event& event) {
    Values involved;
    for (const v1::Initiator& initiator : event.initiators()) {
      involved.push_back(id_of(initiator.actor()));
    }
    for (const v1::Target& target : event.targets()) involved.push_back(id_of(target.actor()));
    std::sort(involved.begin(), involved.end());
    involved.erase(std::unique(involved.begin(), involved.end()), involved.end());
    // Who of them did it has no property of its own.
    std::string notes = neighbours_.initiators(event);
    if (const std::string to = neighbours_.targets(event); !to.empty()) notes += " → " + to;
    Entity entity("Event", node.key());
    entity.add("name", label(node)).add(event.date()).add("involved", involved);
    entity.add("notes", notes).add("summary", fmt::format("{}", fmt::join(details(event), ", ")));
    entity.add("keywords", Values{event.type(), event.mode()});
    if (!event.place().empty()) {
      entity.add("location", neighbours_.name(event.place()));
      entity.add("addressEntity", id_of(event.place()));
    }
    entity.add("recordId", node.key()).add("description", neighbours_.words(node.evidence()));
    entity.add("proof", id_of(node.source())).write(out_);
  }

  void write(const v1::Node& node, const v1::Claim& claim) {
    Entity entity("Note", node.key());
    entity.add("name", label(node));
    Values about{id_of(claim.subject())};
    if (claim.object() != claim.subject()) about.push_back(id_of(claim.object()));
    entity.add("entity", about).add("description", neighbours_.words(node.evidence()));
    entity.add("keywords", "claim").add("proof", id_of(node.source())).write(out_);
  }

  void write(const v1::Node& node, const v1::Statement& statement) {
    Values of{id_of(statement.speaker())};
    if (statement.addressee() != statement.speaker()) of.push_back(id_of(statement.addressee()));
    Values words{kind_label(statement)};
    if (statement.stance() != v1::Stance::none) {
      words.push_back(v1::Stance::Value_Name(statement.stance()));
    }
    of.push_back(id_of(statement.claim()));
    Entity entity("Note", node.key());
    entity.add("name", label(node)).add("entity", of).add("keywords", words);
    entity.add("description", neighbours_.words(node.evidence()));
    entity.add("proof", id_of(node.source())).write(out_);
  }

  void write(const v1::Edge& edge) {
    const std::string key = fmt::format("{};{};{};{};{}", name_of(edge.kind()), edge.from(),
                                        edge.to(), edge.evidence().article(), edge.role());
    switch (edge.kind()) {
      case v1::EdgeKind::mentions:
        if (edge.to().starts_with("actor:")) mention(edge, key);
        return;
      case v1::EdgeKind::affiliated: {
        Entity link("UnknownLink", key);
        link.add("subject", id_of(edge.from())).add("object", id_of(edge.to()));
        link.add("role", edge.role()).add(edge.date());
        return link.add("proof", id_of(edge.evidence().article())).write(out_);
      }
      case v1::EdgeKind::reports:  // by another article than its own
        if (article_of_item(edge.to()) == edge.from()) return;
        return Entity(edge.to().starts_with("event:") ? "Event" : "Note", edge.to())
            .add("proof", id_of(edge.from()))
            .write(out_);
      default:
        return;
    }
  }

  void mention(const v1::Edge& edge, const std::string& key) {
    const v1::Node& actor = neighbours_.find(edge.to());
    Entity mention("Mention", key);
    mention.add("document", id_of(edge.from())).add("resolved", id_of(edge.to()));
    mention.add("name", actor.key().empty() ? edge.to() : label(actor));
    mention.add("detectedSchema", std::string(schema_of(actor.actor().kind())));
    mention.add("contextCountry", lower(alpha2(actor.actor().country()))).write(out_);
  }

  std::ostream& out_;
  Neighbours neighbours_;
};

}  // namespace

std::unique_ptr<SubgraphWriter> make_ftm_writer(std::ostream& out, const Lookup& lookup) {
  return std::make_unique<FtmWriter>(out, lookup);
}

}  // namespace casus::interchange
