// Pictures for Graphviz: from left to right who asserts, the claims, who denies. Colours are of
// Okabe and Ito's palette, which the colour-blind tell apart, and never alone: shapes and dashes
// say the same in print.

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <string>
#include <string_view>

#include "graph/wording.h"
#include "interchange/labels.h"
#include "interchange/markup.h"
#include "interchange/picture.h"
#include "interchange/subgraph_writers.h"

namespace casus::interchange {
namespace {

constexpr std::string_view kHead = R"(digraph casus {
  graph [rankdir=LR, compound=true, nodesep=0.2, ranksep=0.55, pad=0.2, fontname="Helvetica,Arial,sans-serif", fontsize=9, fontcolor="#555555"];
  node [fontname="Helvetica,Arial,sans-serif", fontsize=11, style=filled, fillcolor=white, margin="0.12,0.07"];
  edge [fontname="Helvetica,Arial,sans-serif", fontsize=9, fontcolor="#555555", arrowsize=0.7];
)";

constexpr std::string_view kActor =
    R"(shape=box, style="filled,rounded", fillcolor="#E1EEF7", color="#0072B2")";
constexpr std::string_view kPlace =
    R"(shape=ellipse, fillcolor="#F2F2F2", color="#777777", margin="0.04,0.02")";
constexpr std::string_view kEvent =
    R"(shape=octagon, fillcolor="#FFF6DC", color="#A67C00", margin="0.02,0.02")";
constexpr std::string_view kAttack =
    R"(shape=octagon, fillcolor="#F9DFB8", color="#8A5A00", penwidth=1.8, margin="0.02,0.02")";
constexpr std::string_view kClaim =
    R"(shape=box, fillcolor="#F8EDF4", color="#7A3F66", penwidth=1.8)";
constexpr std::string_view kStatement = R"(shape=note, color="#666666")";
constexpr std::string_view kAssertion = R"(shape=note, color="#009E73")";
constexpr std::string_view kDenial = R"(shape=note, style="filled,dashed", color="#D55E00")";

std::string_view style_of(const PictureNode& drawn) {
  switch (drawn.node.kind()) {
    case v1::NodeKind::actor:
      return kActor;
    case v1::NodeKind::place:
      return kPlace;
    case v1::NodeKind::attack:
      return kAttack;
    case v1::NodeKind::event:
      return kEvent;
    case v1::NodeKind::claim:
      return kClaim;
    default:
      if (drawn.side == Side::none) return kStatement;
      return drawn.side == Side::asserts ? kAssertion : kDenial;
  }
}

std::string_view style_of(v1::EdgeKind::Value kind) {
  switch (kind) {
    case v1::EdgeKind::asserts:
      return R"(color="#009E73", fontcolor="#00694D", penwidth=1.8)";
    case v1::EdgeKind::denies:
      return R"(color="#D55E00", fontcolor="#A34800", penwidth=1.8, style=dashed)";
    case v1::EdgeKind::about:
      return R"(color="#999999", style=dotted, arrowhead=vee)";
    case v1::EdgeKind::affiliated:
      return R"(color="#999999", arrowhead=onormal)";
    case v1::EdgeKind::located_at:
    case v1::EdgeKind::within:
      return R"(color="#999999", arrowhead=none)";
    default:
      return R"(color="#666666")";
  }
}

// Graphviz looks for escapes of its own in attributes and labels, some of them twice: a backslash
// is kept from what follows by a character that is not seen.
std::string shielded(std::string text) {
  constexpr std::string_view kNonJoiner = "\xE2\x80\x8C";
  for (std::size_t at = 0; (at = text.find('\\', at)) != std::string::npos;) {
    text.insert(++at, kNonJoiner);
  }
  return text;
}

// A label of several lines, in Graphviz's HTML.
class Label {
 public:
  void add(std::string_view text, std::size_t columns, std::size_t lines,
           std::string_view open = "", std::string_view close = "") {
    for (const std::string& line : wrapped(text, columns, lines)) {
      if (!html_.empty()) html_ += "<BR/>";
      html_.append(open).append(shielded(xml_escaped(line))).append(close);
    }
  }
  void strong(std::string_view text, std::size_t columns, std::size_t lines) {
    add(text, columns, lines, "<B>", "</B>");
  }
  void small(std::string_view text, std::size_t columns, std::size_t lines) {
    add(text, columns, lines, R"(<FONT POINT-SIZE="9" COLOR="#555555">)", "</FONT>");
  }
  bool empty() const { return html_.empty(); }
  // An empty label has to be said: without any, a node is labelled with its key.
  std::string take() && { return "<" + (empty() ? " " : html_) + ">"; }

 private:
  std::string html_;
};

std::string in_quotes(std::string_view text) { return '"' + shielded(xml_escaped(text)) + '"'; }

std::string id_of(const PictureNode& drawn) { return in_quotes(identifier(drawn.node.key())); }

std::string source_line(const v1::Article& article) {
  std::string line = article.outlet();
  if (!line.empty() && !article.published().empty()) line += ", ";
  return line + article.published();
}

// The label, uncut as far as that is of use.
std::string tooltip_of(const v1::Node& node) {
  const auto line = wrapped(label(node), 400, 1);
  return line.empty() ? " " : line.front();
}

std::string label_of(const PictureNode& drawn, const v1::Article* article) {
  const v1::Node& node = drawn.node;
  Label text;
  if (node.has_actor()) {
    const v1::Actor& actor = node.actor();
    text.strong(label(node), 24, 3);
    if (!actor.role().empty()) {
      text.small(actor.role(), 28, 2);
    } else if (actor.kind() != v1::ActorKind::unknown && actor.kind() != v1::ActorKind::country) {
      text.small(words(v1::ActorKind::Value_Name(actor.kind())), 28, 1);
    }
  } else if (node.has_event()) {
    text.strong(kind_label(node.event()), 24, 2);
    if (!node.event().mode().empty()) text.add(node.event().mode(), 24, 2);
    if (node.event().has_date()) text.add(when(node.event().date()), 28, 2);
    for (const std::string& detail : details(node.event())) text.add(detail, 24, 2);
  } else if (node.has_statement()) {
    const v1::Statement& statement = node.statement();
    text.strong(kind_label(statement), 24, 2);
    if (!drawn.voiced) text.add(statement.speaker_text(), 28, 2);
    const std::string date = statement.has_date() ? when(statement.date()) : "";
    if (article == nullptr || date != article->published()) text.add(date, 28, 2);
  } else {
    text.strong(label(node), 30, 6);
  }
  if (article != nullptr) text.small(source_line(*article), 34, 2);
  return std::move(text).take();
}

std::string group_label(const Picture& picture, const std::vector<std::size_t>& group) {
  const v1::Node& first = picture.nodes()[group.front()].node;
  if (first.has_claim()) return fmt::format("one claim, in {} articles", group.size());
  if (first.has_event()) return fmt::format("one event, in {} articles", group.size());
  return fmt::format("the same, under {} names", group.size());
}

// Where a node stands from left to right; 0 where its edges alone decide.
int column(const PictureNode& drawn) {
  const v1::Node& node = drawn.node;
  if (node.has_actor()) return drawn.side == Side::none ? 0 : drawn.side == Side::asserts ? 1 : 5;
  if (node.has_statement()) return drawn.side == Side::denies ? 4 : 2;
  if (node.has_claim()) return 3;
  return node.has_event() ? 4 : 0;
}

class DotWriter : public SubgraphWriter {
 public:
  explicit DotWriter(std::ostream& out) : out_(out) {}

  void write(const v1::Subgraph& frame) override { picture_.add(frame); }

  void finish() override {
    picture_.arrange();
    out_ << kHead;
    for (const PictureNode& drawn : picture_.nodes()) {
      if (drawn.drawn && drawn.group < 0) write(drawn, "  ");
    }
    write_groups();
    for (const auto& family : picture_.families()) {
      out_ << "  {rank=same;";
      for (const std::size_t member : family) out_ << ' ' << id_of(picture_.nodes()[member]) << ';';
      out_ << "}\n";
    }
    for (const PictureEdge& edge : picture_.edges()) {
      if (edge.drawn) write(edge);
    }
    out_ << "}\n";
    out_.flush();
    check(out_);
  }

 private:
  void write(const PictureNode& drawn, std::string_view indent) {
    const v1::Article* article = picture_.article_of(drawn.node);
    out_ << indent << id_of(drawn) << " [" << style_of(drawn)
         << ", label=" << label_of(drawn, article)
         << ", tooltip=" << in_quotes(tooltip_of(drawn.node));
    const std::string link = article == nullptr ? "" : web_link(article->url());
    if (!link.empty()) out_ << ", URL=" << in_quotes(link);
    out_ << "];\n";
  }

  void write_groups() {
    for (std::size_t i = 0; i < picture_.groups().size(); ++i) {
      const auto& group = picture_.groups()[i];
      out_ << fmt::format(
          "  subgraph cluster_{} {{\n    graph [label={}, style=\"rounded\", color=\"#999999\"];\n",
          i, in_quotes(group_label(picture_, group)));
      for (const std::size_t member : group) write(picture_.nodes()[member], "    ");
      out_ << "  }\n";
    }
  }

  void write(const PictureEdge& edge) {
    const PictureNode& from = picture_.nodes()[edge.from];
    const PictureNode& to = picture_.nodes()[edge.to];
    const bool stance = edge.kind == v1::EdgeKind::asserts || edge.kind == v1::EdgeKind::denies;
    // Graphviz lays out along the arrows; what leads back to the left is given to it the other way
    // round.
    const bool placed = column(from) != 0 && column(to) != 0;
    const bool turned = placed && column(from) > column(to);
    out_ << "  " << id_of(turned ? to : from) << " -> " << id_of(turned ? from : to) << " ["
         << style_of(edge.kind);
    Label text;
    if (edge.kind != v1::EdgeKind::made) text.add(edge.label, 20, 3);
    if (!text.empty()) out_ << ", label=" << std::move(text).take();
    if (turned) out_ << ", dir=back";
    const bool beside = placed && column(from) == column(to);
    const bool family = edge.kind == v1::EdgeKind::affiliated && from.group < 0 && to.group < 0;
    if (beside || family) out_ << ", constraint=false";
    // What several members of a group have in common leads to the group, not to one of them.
    if (!stance && from.group != to.group) {
      if (from.group >= 0)
        out_ << ", " << (turned ? "lhead" : "ltail") << "=cluster_" << from.group;
      if (to.group >= 0) out_ << ", " << (turned ? "ltail" : "lhead") << "=cluster_" << to.group;
    }
    out_ << "];\n";
  }

  std::ostream& out_;
  Picture picture_;
};

}  // namespace

std::unique_ptr<SubgraphWriter> make_dot_writer(std::ostream& out) {
  return std::make_unique<DotWriter>(out);
}

}  // namespace casus::interchange
