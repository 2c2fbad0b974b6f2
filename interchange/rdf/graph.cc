// The graph as RDF: events in SEM, mentions and who says what in GAF and GRaSP, where it comes from
// in PROV-O, articles, claims and actors in schema.org, the rest in a vocabulary of our own. What
// an article says is in the graph that is named by the article; actors and places are in the
// default graph.

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "graph/kinds.h"
#include "interchange/labels.h"
#include "interchange/markup.h"
#include "interchange/rdf/statements.h"
#include "interchange/subgraph_writers.h"

namespace casus::interchange {
namespace {

using Spans = google::protobuf::RepeatedPtrField<v1::Span>;

constexpr std::string_view kHead = "urn:casus:";

// What no IRI needs to escape stays; ';' separates keys.
std::string escaped(std::string_view key) {
  constexpr std::string_view kPlain = "-._~:/!$'()*+,=@";
  std::string out;
  for (const char byte : key) {
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    const bool digit = byte >= '0' && byte <= '9';
    if (letter || digit || kPlain.find(byte) != std::string_view::npos) {
      out += byte;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    }
  }
  return out;
}

std::string iri_of(std::string_view key) { return std::string(kHead) + escaped(key); }

std::string vocabulary(std::string_view word) { return "casus:" + std::string(word); }

std::string_view class_of(v1::ActorKind::Value kind) {
  switch (kind) {
    case v1::ActorKind::country:
      return "schema:Country";
    case v1::ActorKind::government:
    case v1::ActorKind::military:
      return "schema:GovernmentOrganization";
    case v1::ActorKind::person:
      return "schema:Person";
    case v1::ActorKind::party:
      return "schema:PoliticalParty";
    case v1::ActorKind::ngo:
      return "schema:NGO";
    case v1::ActorKind::company:
      return "schema:Corporation";
    case v1::ActorKind::media:
      return "schema:NewsMediaOrganization";
    case v1::ActorKind::armed_group:
    case v1::ActorKind::intergovernmental:
      return "schema:Organization";
    default:
      return {};
  }
}

// GRaSP's values.
std::string_view value_of(v1::Certainty::Value certainty) {
  switch (certainty) {
    case v1::Certainty::certain:
      return "grasp:CERTAIN";
    case v1::Certainty::probable:
      return "grasp:PROBABLE";
    case v1::Certainty::possible:
      return "grasp:POSSIBLE";
    default:
      return "grasp:UNDERSPECIFIED";
  }
}

std::string mention_iri(const std::string& article, const v1::Span& span) {
  return fmt::format("{}#{}={}-{}", iri_of(article),
                     span.part() == v1::TextPart::title ? "title-bytes" : "bytes", span.begin(),
                     span.end());
}

bool same(const v1::Span& a, const v1::Span& b) {
  return a.begin() == b.begin() && a.end() == b.end() && a.part() == b.part();
}

bool holds(const Spans& spans, const v1::Span& span) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](const v1::Span& other) { return same(other, span); });
}

class RdfWriter : public SubgraphWriter {
 public:
  RdfWriter(std::unique_ptr<RdfSink> sink, std::ostream& out, Lookup lookup)
      : sink_(std::move(sink)), out_(out), lookup_(std::move(lookup)) {}

  void write(const v1::Subgraph& frame) override {
    for (const v1::Node& node : frame.nodes()) write(node);
    for (const v1::Edge& edge : frame.edges()) write(edge);
    check(out_);
  }

  void finish() override { sink_->finish(); }

 private:
  // The graph of an article, or the default one.
  static std::string graph_of(const std::string& article) {
    return article.empty() ? std::string() : iri_of(article);
  }

  void iri(std::string_view property, std::string_view key) {
    if (!key.empty()) sink_->iri(property, iri_of(key));
  }
  void text(std::string_view property, std::string_view value) {
    if (!value.empty()) sink_->literal(property, value);
  }
  void day(std::string_view property, std::string_view value) {
    if (!value.empty()) sink_->literal(property, value, "xsd:date");
  }
  void whole(std::string_view property, std::uint32_t value) {
    sink_->literal(property, std::to_string(value), "xsd:integer");
  }
  void real(std::string_view property, double value) {
    sink_->literal(property, fmt::format("{:f}", value), "xsd:decimal");
  }
  void certainty(std::string_view property, v1::Certainty::Value value) {
    if (value != v1::Certainty::underspecified) sink_->name(property, value_of(value));
  }
  void count(std::string_view what, const v1::Count& count) {
    const auto name = [&](std::string_view end) { return fmt::format("casus:{}{}", what, end); };
    if (count.has_low()) whole(name("Low"), count.low());
    if (count.has_best()) whole(name("Best"), count.best());
    if (count.has_high()) whole(name("High"), count.high());
  }
  // An interval of which both ends are one day is that day.
  void when(const v1::DateInterval& date) {
    if (date.earliest() == date.latest()) return day("sem:hasTimeStamp", date.latest());
    day("sem:hasEarliestBeginTimeStamp", date.earliest());
    day("sem:hasLatestEndTimeStamp", date.latest());
  }

  void write(const v1::Node& node) {
    sink_->begin(graph_of(node.source()), iri_of(node.key()));
    text("rdfs:label", label(node));
    switch (node.data_case()) {
      case v1::Node::kArticle:
        content(node, node.article());
        break;
      case v1::Node::kActor:
        content(node.actor());
        break;
      case v1::Node::kPlace:
        content(node.place());
        break;
      case v1::Node::kEvent:
        content(node, node.event());
        break;
      case v1::Node::kStatement:
        content(node.statement());
        break;
      case v1::Node::kClaim:
        content(node, node.claim());
        break;
      case v1::Node::DATA_NOT_SET:
        break;
    }
    provenance(node);
  }

  void content(const v1::Node& node, const v1::Article& article) {
    sink_->name("rdf:type", "schema:NewsArticle");
    text("schema:identifier", article.id());
    if (const std::string link = web_link(article.url()); !link.empty()) {
      sink_->iri("schema:url", link);
    }
    text("schema:headline", article.title());
    text("schema:publisher", article.outlet());
    day("schema:datePublished", article.published());
    text("schema:dateModified", article.updated());
    text("schema:inLanguage", article.language());
    text("schema:articleBody", article.text());
    text("casus:dataset", article.dataset());
    text("casus:contentHash", node.content_hash());
  }

  void content(const v1::Actor& actor) {
    sink_->name("rdf:type", "sem:Actor");
    if (!class_of(actor.kind()).empty()) sink_->name("rdf:type", class_of(actor.kind()));
    for (const std::string& alias : actor.aliases()) text("schema:alternateName", alias);
    text("schema:jobTitle", actor.role());
    sink_->name("casus:actorKind", vocabulary(name_of(actor.kind())));
    text("casus:country", actor.country());
    text("casus:sector", actor.sector());
  }

  void content(const v1::Place& place) {
    sink_->name("rdf:type", "sem:Place");
    sink_->name("rdf:type", "schema:Place");
    for (const std::string& alias : place.aliases()) text("schema:alternateName", alias);
    if (place.has_latitude()) real("schema:latitude", place.latitude());
    if (place.has_longitude()) real("schema:longitude", place.longitude());
    text("casus:country", place.country());
  }

  void content(const v1::Node& node, const v1::Event& event) {
    sink_->name("rdf:type", "sem:Event");
    if (!event.type().empty()) {
      sink_->iri("sem:eventType", std::string(rdf_prefixes().front().iri) + escaped(event.type()));
    }
    text("casus:mode", event.mode());
    text("casus:cameoRoot", node.cameo_root());
    sink_->name("casus:modality", vocabulary(name_of(event.modality())));
    when(event.date());
    text("casus:weapon", event.weapon());
    count("killed", event.killed());
    count("injured", event.injured());
    count("incidents", event.incidents());
    certainty("casus:certainty", event.certainty());
    certainty("casus:dateCertainty", event.date_certainty());
    certainty("casus:placeCertainty", event.place_certainty());
  }

  // An attribution, whose source is an edge's.
  void content(const v1::Statement& statement) {
    sink_->name("rdf:type", "grasp:Attribution");
    sink_->name("rdf:value", value_of(statement.certainty()));
    if (statement.stance() != v1::Stance::none) {
      sink_->name("rdf:value",
                  statement.stance() == v1::Stance::asserts ? "grasp:POS" : "grasp:NEG");
    }
    sink_->name("casus:statementKind", vocabulary(name_of(statement.kind())));
    text("casus:speakerText", statement.speaker_text());
    certainty("casus:speakerCertainty", statement.speaker_certainty());
    iri("casus:via", statement.via());
    iri("casus:isEvent", statement.event());
    when(statement.date());
  }

  void content(const v1::Node& node, const v1::Claim& claim) {
    sink_->name("rdf:type", "schema:Claim");
    text("schema:text", claim.text());
    iri("schema:appearance", node.source());
    iri("casus:subject", claim.subject());
    text("casus:predicate", claim.predicate());
    iri("casus:object", claim.object());
    sink_->name("casus:polarity",
                claim.polarity() == v1::Polarity::positive ? "grasp:POS" : "grasp:NEG");
    if (claim.article_stance() == v1::Stance::asserts) iri("casus:assertedBy", node.source());
  }

  // Which article says so, in which words, and who has read them.
  void provenance(const v1::Node& node) {
    const v1::Evidence& evidence = node.evidence();
    if (evidence.article().empty()) return;
    iri("prov:wasDerivedFrom", evidence.article());
    const v1::ExtractorInfo& extractor = evidence.extractor();
    const std::string agent = extractor_iri(extractor);
    if (!agent.empty()) sink_->iri("prov:wasAttributedTo", agent);
    denoted_by(evidence);
    for (const v1::Span& span : evidence.spans()) {
      mention(evidence.article(), span);
      if (holds(node.statement().content(), span)) {
        iri("grasp:hasAttribution", node.key());
      }
    }
    if (agent.empty() || agent == extractor_) return;
    extractor_ = agent;  // said again where they alternate, which is no other graph
    sink_->begin({}, agent);
    sink_->name("rdf:type", "prov:SoftwareAgent");
    text("rdfs:label", extractor.name());
    text("schema:softwareVersion", extractor.version());
  }

  static std::string extractor_iri(const v1::ExtractorInfo& extractor) {
    if (extractor.name().empty()) return {};
    return iri_of("extractor:" + extractor.name() + ":" + extractor.version());
  }

  void denoted_by(const v1::Evidence& evidence) {
    for (const v1::Span& span : evidence.spans()) {
      sink_->iri("gaf:denotedBy", mention_iri(evidence.article(), span));
    }
  }

  void mention(const std::string& article, const v1::Span& span) {
    sink_->begin(graph_of(article), mention_iri(article, span));
    sink_->name("rdf:type", "gaf:Mention");
    iri("prov:wasQuotedFrom", article);
    if (lookup_.words) text("prov:value", lookup_.words(article, span));
    whole("casus:begin", span.begin());
    whole("casus:end", span.end());
  }

  // A statement, and what there is to say of it.
  void state(const v1::Edge& edge, const std::string& subject, std::string_view property,
             const std::string& object) {
    const std::string graph = graph_of(edge.evidence().article());
    sink_->begin(graph, iri_of(subject));
    iri(property, object);
    if (!is_qualified(edge)) return;
    sink_->begin(graph, edge_iri(edge));
    sink_->name("rdf:type", "rdf:Statement");
    iri("rdf:subject", subject);
    sink_->name("rdf:predicate", property);
    iri("rdf:object", object);
    if (edge.kind() == v1::EdgeKind::initiated) {
      sink_->name("casus:status", vocabulary(name_of(edge.status())));
    }
    certainty("casus:certainty", edge.certainty());
    text("casus:wording", edge.text());
    text("schema:roleName", edge.role());
    iri("casus:saidBy", edge.claim());
    if (edge.kind() == v1::EdgeKind::affiliated) when(edge.date());
    if (edge.kind() == v1::EdgeKind::same_as) real("casus:score", edge.score());
    text("casus:reason", edge.reason());
    denoted_by(edge.evidence());
  }

  static bool is_qualified(const v1::Edge& edge) {
    return edge.kind() == v1::EdgeKind::initiated || edge.kind() == v1::EdgeKind::same_as ||
           edge.certainty() != v1::Certainty::underspecified || !edge.text().empty() ||
           !edge.role().empty();
  }

  static std::string edge_iri(const v1::Edge& edge) {
    std::string id = iri_of("edge:");
    id += name_of(edge.kind());
    for (const std::string& part :
         {edge.from(), edge.to(), edge.evidence().article(), edge.role()}) {
      (id += ';') += escaped(part);
    }
    return id;
  }

  void write(const v1::Edge& edge) {
    const std::string& from = edge.from();
    const std::string& to = edge.to();
    switch (edge.kind()) {
      case v1::EdgeKind::reports:
        return state(edge, from, "casus:reports", to);
      case v1::EdgeKind::mentions:
        state(edge, from, "schema:mentions", to);
        sink_->begin(graph_of(from), iri_of(to));
        denoted_by(edge.evidence());
        for (const v1::Span& span : edge.evidence().spans()) {
          mention(edge.evidence().article(), span);
        }
        return;
      case v1::EdgeKind::initiated:
        state(edge, to, "casus:initiator", from);
        return party(edge, to, from);
      case v1::EdgeKind::targeted:
        state(edge, from, "casus:target", to);
        if (to.starts_with("actor:")) party(edge, from, to);
        return;
      case v1::EdgeKind::located_at:
        return state(edge, from, "sem:hasPlace", to);
      case v1::EdgeKind::within:
        return state(edge, from, "schema:containedInPlace", to);
      case v1::EdgeKind::made:
        return state(edge, to, "grasp:wasAttributedTo", from);
      case v1::EdgeKind::addresses:
        return state(edge, from, "casus:addresses", to);
      case v1::EdgeKind::asserts:
        return state(edge, from, "casus:asserts", to);
      case v1::EdgeKind::denies:
        return state(edge, from, "casus:denies", to);
      case v1::EdgeKind::about:
        return state(edge, from, "schema:about", to);
      case v1::EdgeKind::affiliated:
        return state(edge, from, "schema:affiliation", to);
      case v1::EdgeKind::same_as:
        return state(edge, from, "casus:sameAs", to);
      default:
        return;
    }
  }

  void party(const v1::Edge& edge, const std::string& event, const std::string& actor) {
    sink_->begin(graph_of(edge.evidence().article()), iri_of(event));
    iri("sem:hasActor", actor);
  }

  std::unique_ptr<RdfSink> sink_;
  std::ostream& out_;
  Lookup lookup_;
  std::string extractor_;  // the last one that was described
};

}  // namespace

std::unique_ptr<SubgraphWriter> make_nquads_writer(std::ostream& out, const Lookup& lookup) {
  return std::make_unique<RdfWriter>(make_nquads_sink(out), out, lookup);
}

std::unique_ptr<SubgraphWriter> make_trig_writer(std::ostream& out, const Lookup& lookup) {
  return std::make_unique<RdfWriter>(make_trig_sink(out), out, lookup);
}

std::unique_ptr<SubgraphWriter> make_json_ld_writer(std::ostream& out, const Lookup& lookup) {
  return std::make_unique<RdfWriter>(make_json_ld_sink(out), out, lookup);
}

}  // namespace casus::interchange
