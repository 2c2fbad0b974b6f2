#include "interchange/attributes.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <string>

#include "graph/kinds.h"
#include "interchange/labels.h"

namespace casus::interchange {
namespace {

constexpr std::array<Attribute, 47> kNodeAttributes = {{
    {"kind", "string"},
    {"label", "string"},
    // articles
    {"article_id", "string"},
    {"url", "string"},
    {"title", "string"},
    {"outlet", "string"},
    {"language", "string"},
    {"text", "string"},
    // articles, and what they report
    {"published", "string"},
    {"updated", "string"},
    {"article", "string"},
    {"spans", "string"},
    {"extractor", "string"},
    // actors and places
    {"name", "string"},
    {"aliases", "string"},
    {"actor_kind", "string"},
    {"country", "string"},
    {"sector", "string"},
    {"role", "string"},
    {"affiliation", "string"},
    {"within", "string"},
    {"latitude", "double"},
    {"longitude", "double"},
    // events and statements
    {"type", "string"},
    {"mode", "string"},
    {"modality", "string"},
    {"cameo_root", "string"},
    {"date", "string"},
    {"date_end", "string"},
    {"place", "string"},
    {"weapon", "string"},
    {"killed_low", "long"},
    {"killed_best", "long"},
    {"killed_high", "long"},
    {"injured_low", "long"},
    {"injured_best", "long"},
    {"injured_high", "long"},
    {"incidents_low", "long"},
    {"incidents_best", "long"},
    {"incidents_high", "long"},
    {"certainty", "string"},
    {"stance", "string"},
    {"speaker_text", "string"},
    // claims
    {"predicate", "string"},
    {"polarity", "string"},
    {"subject", "string"},
    {"object", "string"},
}};

constexpr std::array<Attribute, 15> kEdgeAttributes = {{
    {"kind", "string"},
    {"label", "string"},
    {"date", "string"},
    {"date_end", "string"},
    {"published", "string"},
    {"article", "string"},
    {"spans", "string"},
    {"extractor", "string"},
    {"status", "string"},
    {"certainty", "string"},
    {"text", "string"},
    {"role", "string"},
    {"score", "double"},
    {"reason", "string"},
    {"claim", "string"},
}};

// "226-301 304-376 title:0-12"
std::string in_text(const google::protobuf::RepeatedPtrField<v1::Span>& spans) {
  std::string text;
  for (const v1::Span& span : spans) {
    if (!text.empty()) text += ' ';
    if (span.part() == v1::TextPart::title) text += "title:";
    text += fmt::format("{}-{}", span.begin(), span.end());
  }
  return text;
}

class Flattening {
 public:
  explicit Flattening(const AttributeVisitor& visit) : visit_(visit) {}

  void node(const v1::Node& node) {
    data("kind", name_of(node.kind()));
    data("label", label(node));
    switch (node.data_case()) {
      case v1::Node::kArticle:
        content(node.article());
        break;
      case v1::Node::kActor:
        content(node.actor());
        break;
      case v1::Node::kPlace:
        content(node.place());
        break;
      case v1::Node::kEvent:
        content(node.event());
        break;
      case v1::Node::kStatement:
        content(node.statement());
        break;
      case v1::Node::kClaim:
        content(node.claim());
        break;
      case v1::Node::DATA_NOT_SET:
        break;
    }
    data("published", node.published());
    data("cameo_root", node.cameo_root());
    evidence(node.evidence());
  }

  void edge(const v1::Edge& edge) {
    data("kind", name_of(edge.kind()));
    data("label", label(edge));
    interval(edge.date());
    data("published", edge.published());
    evidence(edge.evidence());
    if (edge.kind() == v1::EdgeKind::initiated) data("status", name_of(edge.status()));
    if (edge.kind() == v1::EdgeKind::asserts || edge.kind() == v1::EdgeKind::denies) {
      data("certainty", v1::Certainty::Value_Name(edge.certainty()));
    }
    data("text", edge.text());
    data("role", edge.role());
    if (edge.kind() == v1::EdgeKind::same_as) number("score", edge.score());
    data("reason", edge.reason());
    data("claim", edge.claim());
  }

 private:
  void data(std::string_view name, std::string_view text) {
    if (!text.empty()) visit_(name, text);
  }
  void number(std::string_view name, std::uint32_t value) { data(name, std::to_string(value)); }
  void number(std::string_view name, double value) { data(name, fmt::format("{}", value)); }

  void interval(const v1::DateInterval& date) {
    data("date", date.earliest());
    data("date_end", date.latest());
  }
  void count(std::string_view name, const v1::Count& count) {
    if (count.has_low()) number(fmt::format("{}_low", name), count.low());
    if (count.has_best()) number(fmt::format("{}_best", name), count.best());
    if (count.has_high()) number(fmt::format("{}_high", name), count.high());
  }
  void evidence(const v1::Evidence& evidence) {
    data("article", evidence.article());
    data("spans", in_text(evidence.spans()));
    data("extractor", evidence.extractor().name());
  }

  void content(const v1::Article& article) {
    data("article_id", article.id());
    data("url", article.url());
    data("title", article.title());
    data("outlet", article.outlet());
    data("language", article.language());
    data("text", article.text());
    data("updated", article.updated());
  }
  void content(const v1::Actor& actor) {
    data("name", actor.name());
    std::string aliases;
    for (const std::string& alias : actor.aliases()) {
      aliases += (aliases.empty() ? "" : "; ") + alias;
    }
    data("aliases", aliases);
    data("actor_kind", name_of(actor.kind()));
    data("country", actor.country());
    data("sector", actor.sector());
    data("role", actor.role());
    data("affiliation", actor.affiliation());
  }
  void content(const v1::Place& place) {
    data("name", place.name());
    data("country", place.country());
    data("within", place.within());
    if (place.has_latitude()) number("latitude", place.latitude());
    if (place.has_longitude()) number("longitude", place.longitude());
  }
  void content(const v1::Event& event) {
    data("type", event.type());
    data("mode", event.mode());
    data("modality", name_of(event.modality()));
    interval(event.date());
    data("place", event.place());
    data("weapon", event.weapon());
    count("killed", event.killed());
    count("injured", event.injured());
    count("incidents", event.incidents());
    data("certainty", v1::Certainty::Value_Name(event.certainty()));
  }
  void content(const v1::Statement& statement) {
    data("type", name_of(statement.kind()));
    data("stance", v1::Stance::Value_Name(statement.stance()));
    data("speaker_text", statement.speaker_text());
    interval(statement.date());
    data("certainty", v1::Certainty::Value_Name(statement.certainty()));
  }
  void content(const v1::Claim& claim) {
    data("text", claim.text());
    data("subject", claim.subject());
    data("predicate", claim.predicate());
    data("object", claim.object());
    data("polarity", v1::Polarity::Value_Name(claim.polarity()));
    data("stance", v1::Stance::Value_Name(claim.article_stance()));
  }

  const AttributeVisitor& visit_;
};

}  // namespace

std::span<const Attribute> node_attributes() { return kNodeAttributes; }
std::span<const Attribute> edge_attributes() { return kEdgeAttributes; }

void each_attribute(const v1::Node& node, const AttributeVisitor& visit) {
  Flattening(visit).node(node);
}

void each_attribute(const v1::Edge& edge, const AttributeVisitor& visit) {
  Flattening(visit).edge(edge);
}

}  // namespace casus::interchange
