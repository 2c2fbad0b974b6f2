// What happened and what was said, day by day, as one HTML page that needs nothing else: no script,
// no style or font from elsewhere, which its own policy forbids. What casus knows of a thing
// unfolds below it. A page is in the order of days, so its entries are held until the end.

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "graph/error.h"
#include "graph/kinds.h"
#include "graph/wording.h"
#include "interchange/labels.h"
#include "interchange/markup.h"
#include "interchange/neighbours.h"
#include "interchange/subgraph_writers.h"

namespace casus::interchange {
namespace {

constexpr std::size_t kMostEntries = 100'000;

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>Timeline</title>
<style>
body { font: 16px/1.45 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff; }
h2 { font-size: 1rem; margin: 1.6rem 0 .3rem; border-bottom: 1px solid #ccc; }
details { margin: .3rem 0; padding-left: .6rem; border-left: 4px solid #777; }
details.attack { border-color: #b3261e; }
details.statement { border-color: #0072b2; }
details.denial { border-color: #d55e00; border-left-style: dashed; }
summary { cursor: pointer; }
blockquote { margin: .4rem 0 .4rem 1rem; }
.source, .kind { color: #555; font-size: .875rem; }
</style>
</head>
<body>
<h1>Timeline</h1>
)";

struct Entry {
  std::string day;  // the first one, or that of its article
  std::string key;
  std::string html;
};

class TimelineWriter : public SubgraphWriter {
 public:
  TimelineWriter(std::ostream& out, const Lookup& lookup) : out_(out), neighbours_(lookup) {}

  void write(const v1::Subgraph& frame) override {
    for (const v1::Node& node : frame.nodes()) {
      if (node.has_event() || node.has_statement()) add(node);
    }
  }

  void finish() override {
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
      return std::tie(a.day, a.key) < std::tie(b.day, b.key);
    });
    out_ << kHead << fmt::format("<p>{} events and statements.</p>\n", entries_.size());
    const std::string* day = nullptr;
    for (const Entry& entry : entries_) {
      if (day == nullptr || *day != entry.day) {
        out_ << "<h2>" << (entry.day.empty() ? "undated" : entry.day) << "</h2>\n";
        day = &entry.day;
      }
      out_ << entry.html;
    }
    out_ << "</body>\n</html>\n";
    out_.flush();
    check(out_);
  }

 private:
  void add(const v1::Node& node) {
    if (entries_.size() == kMostEntries) {
      throw InputError(
          fmt::format("A timeline shows at most {} events and statements; export less, by "
                      "--around, --relation, "
                      "--since and --until.",
                      kMostEntries));
    }
    const v1::DateInterval& date = node.has_event() ? node.event().date() : node.statement().date();
    const std::string& first = date.earliest().empty() ? date.latest() : date.earliest();
    const std::string what = node.has_event() ? told(node.event()) : told(node.statement());
    std::string html = fmt::format("<details class=\"{}\" id=\"{}\"><summary>{}</summary>\n",
                                   name_of(node.kind()), xml_escaped(identifier(node.key())), what);
    const std::string words = neighbours_.words(node.evidence());
    if (!words.empty()) html += "<blockquote>" + shown(words) + "</blockquote>\n";
    if (node.has_event()) {
      for (const std::string& detail : details(node.event())) {
        html += "<p>" + shown(detail) + "</p>\n";
      }
    }
    html += "<p class=\"source\">" + source(node) + "</p></details>\n";
    entries_.push_back({first.empty() ? node.published() : first, node.key(), std::move(html)});
  }

  // On one line: what turns the direction of writing, and controls, are no part of a page.
  static std::string shown(std::string_view text) {
    const auto lines = wrapped(text, 4000, 1);
    return lines.empty() ? std::string() : xml_escaped(lines.front());
  }

  std::string told(const v1::Event& event) {
    std::string text = shown(neighbours_.initiators(event));
    if (!text.empty()) text += " — ";
    text += "<b>" + shown(kind_label(event)) + "</b>";
    if (!event.mode().empty()) text += ", " + shown(event.mode());
    if (const std::string to = neighbours_.targets(event); !to.empty()) text += " → " + shown(to);
    if (!event.place().empty()) text += ", " + shown(neighbours_.name(event.place()));
    if (event.date().earliest() != event.date().latest()) text += ", " + when(event.date());
    return text;
  }

  std::string told(const v1::Statement& statement) {
    std::string text = shown(statement.speaker().empty() ? statement.speaker_text()
                                                         : neighbours_.name(statement.speaker()));
    if (!text.empty()) text += " — ";
    text += "<b>" + shown(kind_label(statement)) + "</b>";
    if (statement.claim().empty()) return text;
    const std::string verb(statement.stance() == v1::Stance::denies ? "denies" : "says");
    return text + " <span class=\"kind\">" + verb + ":</span> " +
           shown(neighbours_.name(statement.claim()));
  }

  std::string source(const v1::Node& node) {
    const v1::Article article = neighbours_.find(node.source()).article();
    std::string text = shown(article.title().empty() ? article.id() : article.title());
    if (const std::string link = web_link(article.url()); !link.empty()) {
      text = "<a href=\"" + xml_escaped(link) + "\" rel=\"noreferrer\">" +
             (text.empty() ? xml_escaped(link) : text) + "</a>";
    }
    for (const std::string& more : {article.outlet(), node.published(), node.key()}) {
      if (!more.empty()) text += (text.empty() ? "" : " · ") + shown(more);
    }
    return text;
  }

  std::ostream& out_;
  Neighbours neighbours_;
  std::vector<Entry> entries_;
};

}  // namespace

std::unique_ptr<SubgraphWriter> make_timeline_writer(std::ostream& out, const Lookup& lookup) {
  return std::make_unique<TimelineWriter>(out, lookup);
}

}  // namespace casus::interchange
