#include "graph/assemble.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "graph/items.h"
#include "graph/keys.h"
#include "graph/kinds.h"
#include "graph/utf8.h"

namespace casus {
namespace {

constexpr std::size_t kMaxEdgeSpans = 16;
constexpr std::size_t kMaxTargetTextBytes = 1024;

std::string normal_date(const std::string& text) {
  return format_day(parse_day(text).value_or(Day::unknown()));
}

v1::DateInterval normal_dates(const v1::DateInterval& dates) {
  v1::DateInterval out;
  out.set_earliest(normal_date(dates.earliest()));
  out.set_latest(normal_date(dates.latest()));
  return out;
}

bool has_dates(const v1::DateInterval& dates) {
  return !dates.earliest().empty() || !dates.latest().empty();
}

Day day_of(const v1::DateInterval& dates) {
  const Day earliest = parse_day(dates.earliest()).value_or(Day::unknown());
  return earliest.known() ? earliest : parse_day(dates.latest()).value_or(Day::unknown());
}

void normalise_spans(v1::Event& event) {
  if (event.has_trigger()) normalise(*event.mutable_trigger());
  if (event.has_sentence()) normalise(*event.mutable_sentence());
  for (v1::Initiator& initiator : *event.mutable_initiators()) {
    if (initiator.has_span()) normalise(*initiator.mutable_span());
  }
  for (v1::Target& target : *event.mutable_targets()) {
    if (target.has_span()) normalise(*target.mutable_span());
  }
}

void normalise_spans(v1::Statement& statement) {
  for (auto* spans : {statement.mutable_source(), statement.mutable_cue(),
                      statement.mutable_content(), statement.mutable_via_source()}) {
    for (v1::Span& span : *spans) normalise(span);
  }
}

class Assembler {
 public:
  explicit Assembler(const v1::ArticleAnnotation& annotation)
      : annotation_(annotation),
        items_(annotation),
        article_(article_key(annotation.article().id())),
        published_(normal_date(annotation.article().published())) {
    for (const v1::Claim& claim : annotation.claims()) {
      for (const std::string& event : {claim.event(), claim.object()}) {
        if (event.empty() || claim.subject().empty()) continue;
        if (claim.polarity() == v1::Polarity::negative) continue;
        std::string& known = perpetrator_claims_[{event, claim.subject()}];
        if (known.empty() || claim.key() < known) known = claim.key();
      }
    }
  }

  GraphDelta run() {
    add_article();
    for (const v1::Actor& actor : annotation_.actors()) add(actor);
    for (const v1::Place& place : annotation_.places()) add(place);
    for (const v1::Event& event : annotation_.events()) add(event);
    for (const v1::Statement& statement : annotation_.statements()) add(statement);
    for (const v1::Claim& claim : annotation_.claims()) add(claim);
    for (const v1::Report& report : annotation_.also_reports()) {
      edge(v1::EdgeKind::reports, article_, report.item(),
           Spans(report.evidence().begin(), report.evidence().end()));
    }
    return finish();
  }

 private:
  // Keys that refer to nothing stay empty, those of other articles' items as they are.
  std::string event(const std::string& key) const {
    return key.empty() || is_other(key) ? key : event_key(article_, key);
  }
  std::string claim(const std::string& key) const {
    return key.empty() || is_other(key) ? key : claim_key(article_, key);
  }
  static bool is_other(const std::string& key) { return !article_of_item(key).empty(); }
  std::string object(const std::string& key) const {
    return key.starts_with("actor:") || key.starts_with("place:") ? key : event(key);
  }

  v1::Evidence evidence(const Spans& spans) const {
    v1::Evidence out;
    out.set_article(article_);
    *out.mutable_extractor() = annotation_.extractor();
    out.mutable_spans()->Assign(spans.begin(), spans.end());
    return out;
  }

  v1::Node& own_node(std::string key, v1::NodeKind::Value kind) {
    v1::Node& node = delta_.own.emplace_back();
    node.set_key(std::move(key));
    node.set_kind(kind);
    node.set_published(published_);
    return node;
  }

  v1::Node& article_node(std::string key, v1::NodeKind::Value kind, const Spans& spans) {
    v1::Node& node = own_node(std::move(key), kind);
    node.set_source(article_);
    *node.mutable_evidence() = evidence(spans);
    return node;
  }

  v1::Node& shared_node(const std::string& key, v1::NodeKind::Value kind) {
    v1::Node& node = delta_.shared.emplace_back();
    node.set_key(key);
    node.set_kind(kind);
    return node;
  }

  // The first spans of an edge: an edge needs no more of each list that it is given.
  static Spans head(Spans spans) {
    sort_spans(spans);
    if (spans.size() > kMaxEdgeSpans) spans.resize(kMaxEdgeSpans);
    return spans;
  }

  // The edge of a kind between two nodes. The first that asks for it makes it; the others add their
  // evidence. Costs as much as `spans` is long.
  v1::Edge& edge(v1::EdgeKind::Value kind, const std::string& from, const std::string& to,
                 const Spans& spans, const v1::DateInterval& dates = {}) {
    const auto [at, is_new] = edges_.try_emplace(std::tuple(kind, from, to));
    v1::Edge& edge = at->second;
    if (is_new) {
      edge.set_kind(kind);
      edge.set_from(from);
      edge.set_to(to);
      edge.set_published(published_);
      *edge.mutable_evidence() = evidence(head(spans));
    } else {
      auto& known = *edge.mutable_evidence()->mutable_spans();
      Spans all(known.begin(), known.end());
      all.insert(all.end(), spans.begin(), spans.end());
      all = head(std::move(all));
      known.Assign(all.begin(), all.end());
    }
    if (has_dates(dates)) *edge.mutable_date() = dates;
    return edge;
  }

  void add_article() {
    v1::Node& node = own_node(article_, v1::NodeKind::article);
    v1::Article& article = *node.mutable_article();
    const v1::Article& given = annotation_.article();
    article.set_key(article_);
    article.set_id(given.id());
    article.set_url(given.url());
    article.set_title(given.title());
    article.set_outlet(given.outlet());
    article.set_published(published_);
    article.set_language(given.language());
    article.set_updated(given.updated());
    article.set_dataset(given.dataset());
    node.set_content_hash(content_hash(given));
  }

  // Sorted, each once, none empty or the name itself.
  template <typename Named>
  static void tidy_aliases(Named& named) {
    std::set<std::string> aliases(named.aliases().begin(), named.aliases().end());
    aliases.erase("");
    aliases.erase(named.name());
    named.mutable_aliases()->Assign(aliases.begin(), aliases.end());
  }

  void add(const v1::Actor& given) {
    const Spans spans = items_.spans(given);
    v1::Actor& actor = *shared_node(given.key(), v1::NodeKind::actor).mutable_actor();
    actor = given;
    actor.clear_evidence();
    tidy_aliases(actor);

    edge(v1::EdgeKind::mentions, article_, given.key(), spans);
    if (!given.affiliation().empty()) {
      edge(v1::EdgeKind::affiliated, given.key(), given.affiliation(), spans)
          .set_role(given.role());
    }
  }

  void add(const v1::Place& given) {
    const Spans spans = items_.spans(given);
    v1::Place& place = *shared_node(given.key(), v1::NodeKind::place).mutable_place();
    place = given;
    place.clear_evidence();
    tidy_aliases(place);
    edge(v1::EdgeKind::mentions, article_, given.key(), spans);
    if (!given.within().empty()) edge(v1::EdgeKind::within, given.key(), given.within(), spans);
  }

  void add(const v1::Event& given) {
    const Spans spans = Items::spans(given);
    const std::string key = event_key(article_, given.key());
    const v1::DateInterval dates = normal_dates(given.date());
    v1::Node& node = article_node(key, node_kind(given), spans);
    node.set_cameo_root(std::string(plover_type(given.type())->cameo_root));
    v1::Event& event = *node.mutable_event();
    event = given;
    event.set_key(key);
    normalise_spans(event);
    event.clear_evidence();
    event.clear_date();
    if (has_dates(dates)) *event.mutable_date() = dates;

    // Cut before it is given to each party: there may be many of both.
    const Spans first = head(spans);
    edge(v1::EdgeKind::reports, article_, key, first, dates);
    if (!given.place().empty()) edge(v1::EdgeKind::located_at, key, given.place(), first, dates);
    for (const v1::Initiator& initiator : given.initiators()) {
      if (!initiator.actor().empty()) add_initiator(given, initiator, key, first, dates);
    }
    for (const v1::Target& target : given.targets()) {
      // What is no actor is shown where it stood: an embassy was hit in Baghdad.
      const std::string& to = target.actor().empty() ? given.place() : target.actor();
      if (!to.empty()) add_target(target, key, to, first, dates);
    }
    for (const v1::Initiator& initiator : given.initiators()) {
      for (const v1::Target& target : given.targets()) {
        relate(initiator.actor(), target.actor(), key, day_of(dates), act_code(given));
      }
    }
  }

  static Spans with(Spans spans, const v1::Span& span) {
    spans.push_back(span);
    return spans;
  }

  // An actor that is named twice for one event keeps the status that says most, and its wording.
  void add_initiator(const v1::Event& event, const v1::Initiator& initiator, const std::string& key,
                     const Spans& spans, const v1::DateInterval& dates) {
    const bool first =
        !edges_.contains(std::tuple(v1::EdgeKind::initiated, initiator.actor(), key));
    v1::Edge& made =
        edge(v1::EdgeKind::initiated, initiator.actor(), key, with(spans, initiator.span()), dates);
    if (!first && made.status() <= initiator.status()) return;
    made.set_status(initiator.status());
    made.set_text(initiator.text());
    made.set_claim(claim(claim_of(event.key(), initiator.actor())));
  }

  void add_target(const v1::Target& target, const std::string& key, const std::string& to,
                  const Spans& spans, const v1::DateInterval& dates) {
    v1::Edge& made = edge(v1::EdgeKind::targeted, key, to, with(spans, target.span()), dates);
    const std::string_view wording = utf8_head(target.text(), kMaxTargetTextBytes);
    std::string& text = *made.mutable_text();
    if (text.empty()) {
      text = wording;
    } else if (!wording.empty() && text != wording &&
               text.size() + 2 + wording.size() <= kMaxTargetTextBytes) {
      text += "; ";
      text += wording;
    }
  }

  // The local key of the claim that says that the actor did the event; empty if there is none.
  std::string claim_of(const std::string& event, const std::string& actor) const {
    const auto found = perpetrator_claims_.find(std::pair(event, actor));
    return found == perpetrator_claims_.end() ? std::string() : found->second;
  }

  void add(const v1::Statement& given) {
    const Spans spans = Items::spans(given);
    const std::string key = statement_key(article_, given.key());
    const v1::DateInterval dates = normal_dates(given.date());
    v1::Statement& statement = *article_node(key, node_kind(given), spans).mutable_statement();
    statement = given;
    statement.set_key(key);
    normalise_spans(statement);
    statement.set_claim(claim(given.claim()));
    statement.set_event(event(given.event()));
    statement.clear_date();
    if (has_dates(dates)) *statement.mutable_date() = dates;

    edge(v1::EdgeKind::reports, article_, key, spans, dates);
    if (!given.speaker().empty()) edge(v1::EdgeKind::made, given.speaker(), key, spans, dates);
    if (!given.addressee().empty()) {
      edge(v1::EdgeKind::addresses, key, given.addressee(), spans, dates);
    }
    if (!given.claim().empty() && given.stance() != v1::Stance::none) {
      const auto kind =
          given.stance() == v1::Stance::denies ? v1::EdgeKind::denies : v1::EdgeKind::asserts;
      edge(kind, key, claim(given.claim()), spans, dates).set_certainty(given.certainty());
    }
    relate(given.speaker(), given.addressee(), key, day_of(dates), act_code(given));
  }

  void add(const v1::Claim& given) {
    const Spans spans = items_.spans(given);
    const std::string key = claim_key(article_, given.key());
    v1::Claim& claim = *article_node(key, v1::NodeKind::claim, spans).mutable_claim();
    claim = given;
    claim.set_key(key);
    claim.set_object(object(given.object()));
    claim.set_event(event(given.event()));
    claim.clear_evidence();

    edge(v1::EdgeKind::reports, article_, key, spans);
    for (const std::string& to : {given.subject(), claim.object(), claim.event()}) {
      const v1::NodeKind::Value kind = kind_of_key(to);
      if (kind == v1::NodeKind::actor || kind == v1::NodeKind::event) {
        edge(v1::EdgeKind::about, key, to, spans);
      }
    }
  }

  // Whoever acts, and whom he speaks for, towards whom it is done or said, and whom that one
  // speaks for.
  void relate(std::string_view from, std::string_view to, const std::string& node, Day day,
              std::uint8_t act) {
    const Day published = parse_day(published_).value_or(Day::unknown());
    for (const std::string_view source : items_.principals(from)) {
      for (const std::string_view target : items_.principals(to)) {
        if (source == target) continue;
        delta_.relations.push_back({std::string(source), std::string(target), node,
                                    day.known() ? day : published, published, act});
      }
    }
  }

  GraphDelta finish() {
    const auto by_key = [](const v1::Node& a, const v1::Node& b) { return a.key() < b.key(); };
    std::sort(delta_.own.begin(), delta_.own.end(), by_key);
    std::sort(delta_.shared.begin(), delta_.shared.end(), by_key);
    delta_.edges.reserve(edges_.size());
    std::set<std::string> others;
    for (auto& [order, edge] : edges_) {
      for (const std::string* end : {&edge.from(), &edge.to()}) {
        const std::string article = article_of_item(*end);
        if (!article.empty() && article != article_) others.insert(*end);
      }
      delta_.edges.push_back(std::move(edge));
    }
    delta_.others.assign(others.begin(), others.end());
    const auto ends = [](const RelationRow& row) { return std::tie(row.from, row.to, row.node); };
    auto& rows = delta_.relations;
    std::sort(rows.begin(), rows.end(),
              [&ends](const RelationRow& a, const RelationRow& b) { return ends(a) < ends(b); });
    rows.erase(std::unique(rows.begin(), rows.end(),
                           [&ends](const RelationRow& a, const RelationRow& b) {
                             return ends(a) == ends(b);
                           }),
               rows.end());
    return std::move(delta_);
  }

  const v1::ArticleAnnotation& annotation_;
  const Items items_;
  const std::string article_;    // key
  const std::string published_;  // normal form, or empty
  std::map<std::pair<std::string, std::string>, std::string> perpetrator_claims_;
  std::map<std::tuple<v1::EdgeKind::Value, std::string, std::string>, v1::Edge> edges_;
  GraphDelta delta_;
};

}  // namespace

GraphDelta assemble(const v1::ArticleAnnotation& annotation) { return Assembler(annotation).run(); }

Day order_day(const v1::Node& node) {
  Day day;
  if (node.has_event()) day = day_of(node.event().date());
  if (node.has_statement()) day = day_of(node.statement().date());
  return day.known() ? day : parse_day(node.published()).value_or(Day::unknown());
}

}  // namespace casus
