#include <catch2/catch.hpp>

#include "collect.h"
#include "interchange/html/body.h"
#include "interchange/html/guard.h"
#include "interchange/readers.h"

using namespace casus;
using casus::interchange::parse_page_article;
using Catch::Matchers::Contains;

namespace {

const std::string kFirst =
    "Shells fell on the ferry town of Orlovets before dawn on Tuesday, the harbour master said.";
const std::string kSecond =
    "Three people were injured, two of them dock workers who had come in for the early shift.";
const std::string kThird =
    "The islanders' council denied that its gunners had opened fire, and asked for an inquiry.";

std::string paragraphs() {
  return "<p>" + kFirst + "</p><p>" + kSecond + "</p><p>" + kThird + "</p>";
}
std::string body() { return kFirst + "\n\n" + kSecond + "\n\n" + kThird; }

v1::Article read(const std::string& html) { return parse_page_article(html, "page.html"); }

std::string refusal(const std::string& html) {
  try {
    read(html);
  } catch (const InputError& error) {
    return error.what();
  }
  return "(accepted)";
}

}  // namespace

TEST_CASE("a page with JSON-LD") {
  const v1::Article a = read(R"(<!DOCTYPE html><html lang="de"><head><title>x - y</title>
<script type="application/ld+json">
{"@context":"https://schema.org","@graph":[
 {"@type":"Organization","@id":"#org","name":"Norland Courier"},
 {"@type":["NewsArticle"],"headline":"Ferry town &amp; harbour shelled",
  "datePublished":"2024-03-05T08:10:00+02:00","dateModified":"2024-03-05T14:05:00+02:00",
  "publisher":{"@id":"#org"},"inLanguage":"en","author":{"name":"Somebody"},
  "mainEntityOfPage":{"@id":"https://courier.example/2024/ferry"}}]}
</script></head><body><header><nav><a href="/">Home</a></nav></header>
<article><h1>Ferry town &amp; harbour shelled</h1><div class="byline">By Somebody</div>
<div class="share-bar">Share this on everything</div>)" +
                             paragraphs() + R"(
<figure><img src=x><figcaption>The harbour on Monday, in a picture that shows little of it.</figcaption></figure>
<aside><p>More of our reporting on the harbour, its dredging and its many owners.</p></aside>
</article><section id="comments"><p>)" +
                             std::string(900, 'c') + R"(</p></section>
<footer><p>All rights reserved by the owners of the Norland Courier and their heirs.</p></footer></body></html>)");
  CHECK(a.title() == "Ferry town & harbour shelled");
  CHECK(a.published() == "2024-03-05");
  CHECK(a.updated() == "2024-03-05T14:05:00+02:00");
  CHECK(a.outlet() == "Norland Courier");
  CHECK(a.language() == "en");
  CHECK(a.url() == "https://courier.example/2024/ferry");
  CHECK(a.id() == a.url());
  CHECK(a.text() == body());
}

TEST_CASE("a page with OpenGraph, and no JSON-LD that can be read") {
  const v1::Article a =
      read(R"(<html lang=en><head><title>Ferry town shelled | Norland Courier</title>
<script type="application/ld+json">{"@type": "NewsArticle", headline}</script>
<meta property="og:title" content="Ferry town shelled | Norland Courier">
<meta property="article:published_time" content="2024-03-05T08:10:00Z">
<meta property="article:modified_time" content="2024-03-06T09:00:00Z">
<meta property="og:site_name" content="Norland Courier">
<meta property="og:url" content="https://courier.example/og">
<meta property="og:locale" content="en_GB"></head>
<body><main>)" +
           paragraphs() + "</main></body></html>");
  CHECK(a.title() == "Ferry town shelled");
  CHECK(a.published() == "2024-03-05");
  CHECK(a.updated() == "2024-03-06T09:00:00Z");
  CHECK(a.outlet() == "Norland Courier");
  CHECK(a.language() == "en-GB");
  CHECK(a.url() == "https://courier.example/og");
  CHECK(a.text() == body());
}

TEST_CASE("a page with meta elements, and one with what it shows alone") {
  const v1::Article meta = read(
      "<head><meta name='DC.date' content='5 March 2024'><meta name='DC.Language' content='fr'>"
      "<meta name=application-name content='Courier'><link rel=canonical href='https://c.example/'>"
      "</head><h1>Shelled</h1><article>" +
      paragraphs() + "</article>");
  CHECK(meta.title() == "Shelled");
  CHECK(meta.published() == "2024-03-05");
  CHECK(meta.language() == "fr");
  CHECK(meta.outlet() == "Courier");
  CHECK(meta.url().empty());  // of a home page
  CHECK(meta.id() == "page.html");
  const v1::Article shown = read(
      "<html lang='en-US'><title>Shelled</title><article><time datetime='2024-03-05'>yesterday"
      "</time><p>Last updated: March 6, 2024 14:05 GMT</p>" +
      paragraphs() + "</article>");
  CHECK(shown.title() == "Shelled");
  CHECK(shown.language() == "en-US");
  CHECK(shown.published() == "2024-03-05");
  CHECK(shown.updated() == "2024-03-06T14:05:00Z");
}

TEST_CASE("a page of nested boxes and no names") {
  const v1::Article a = read(
      "<body><div><div><a href=1>Home</a> <a href=2>World</a> <a href=3>Sport</a></div>"
      "<table><tr><td><div><ul><li><a href=4>Another story that is told elsewhere</a></ul></div>"
      "<td><div class='has-sidebar col-9'><p>" +
      kFirst + "</p><div><p>" + kSecond + "</p><p>" + kThird + "</p><p>" + kFirst +
      "</p></div></div></table>"
      "<div id=footer><p>Copyright of the Norland Courier, which is printed in Norland.</p></div>");
  CHECK(a.text() == body());
}

TEST_CASE("paragraphs that line breaks make") {
  const v1::Article a = read("<body><div id=nav>Home</div><div class=story-body>" + kFirst +
                             "<br><br/>\n" + kSecond + "<br>" + kThird + "</div>");
  CHECK(a.text() == kFirst + "\n\n" + kSecond + " " + kThird);
}

TEST_CASE("lists and headings are part of a body, related stories are not") {
  const v1::Article a = read(
      "<article><h1>T</h1><p>" + kFirst + "</p><h2>What is known</h2><ul><li>" + kSecond +
      "</li><li>Nobody was <b>kil</b>led&nbsp;&mdash; so&shy; far.</li></ul>"
      "<h3>Related stories</h3><ul><li><a href=1>Harbour dredged at last</a></li>"
      "<li><a href=2>Ferry fares to rise again</a></li></ul><p>" +
      kThird +
      "</p>"
      "<p><a href=3>Read more about the harbour of Orlovets</a></p>"
      "<article><h3><a href=5>Teaser</a></h3><p>A teaser of another story that is told elsewhere."
      "</p></article><p>Advertisement</p><script>var p = '<p>no</p>';</script></article>");
  CHECK(a.text() == kFirst + "\n\nWhat is known\n\n" + kSecond +
                        "\n\nNobody was killed — so far.\n\n" + kThird);
}

TEST_CASE("a live blog is read post by post") {
  const v1::Article a = read(
      R"(<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Orlovets live",
"datePublished":"2024-03-05T08:00:00Z","dateModified":"2024-03-05T18:00:00Z"}</script>
<main><h1>Orlovets live</h1><article><h2>Council denies</h2><p>)" +
      kThird + "</p></article><article><h2>Three injured</h2><p>" + kSecond +
      "</p></article><article><h2>Shells</h2><p>" + kFirst + "</p></article></main>");
  CHECK(a.updated() == "2024-03-05T18:00:00Z");
  CHECK(a.text() == "Council denies\n\n" + kThird + "\n\nThree injured\n\n" + kSecond +
                        "\n\nShells\n\n" + kFirst);
}

TEST_CASE("what plugins put into the body of a blog's article") {
  const v1::Article a = read(
      R"(<article class="post hentry category-news"><header><h1 class="entry-title">Shelled</h1></header>
<div class="entry-content">)" +
      paragraphs() +
      R"(<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href=#>X</a></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3><em>Related</em></h3>
<p>A story of another day about the same harbour and its owners.</p></div></div></article>
<div id="comments" class="comments-area"><article class="comment-body"><p>)" +
      std::string(900, 'c') + "</p></article></div>");
  CHECK(a.text() == body());
}

TEST_CASE("pages whose parts are named by data attributes") {
  CHECK(read(R"(<main><article><div data-component="headline-block"><h1>Shelled</h1></div>
<div data-component="byline-block"><div>By A. Reporter</div><div>Courier News, Orlovets</div></div>
<div data-component="text-block">)" +
             paragraphs() + R"(</div><div data-component="links-block"><h2>More on this story</h2>
<ul><li><a href=/2>A second story about the harbour that was shelled</a></ul></div></article></main>)")
            .text() == body());
  CHECK(read(R"(<main><div data-gu-name="headline"><h1>Shelled</h1></div>
<div data-gu-name="standfirst"><p>Three hurt, says the harbour master</p></div>
<div data-gu-name="meta"><details><summary>Tue 5 Mar 2024</summary>First published</details></div>
<div data-gu-name="body">)" +
             paragraphs() +
             R"(</div><div data-gu-name="sub-meta"><p>Explore more on these topics</p>
</div></main>)")
            .text() == body());
}

TEST_CASE("a field whose label is hidden is not hidden") {
  const v1::Article a = read(
      R"(<body class="no-sidebars page-node"><h1>Shelled</h1><article class="node node--type-article">
<div class="node__submitted">Submitted by the editor</div><div class="field field--name-body field--label-hidden">)" +
      paragraphs() + R"(</div></article><div class="block block-views"><h2>Latest</h2><p>)" +
      std::string(300, 'l') + R"(</p></div><p class="visually-hidden">)" + std::string(300, 'h') +
      "</p></body>");
  CHECK(a.text() == body());
}

TEST_CASE("the day of publication where no time element marks it") {
  CHECK(
      read(R"(<h3 itemprop=name>Shelled</h3><div itemprop="description articleBody">)" +
           paragraphs() +
           R"(</div><abbr itemprop="datePublished" title="2024-03-05T06:10:00+02:00">06:10</abbr>)")
          .published() == "2024-03-05");
  const v1::Article a = read(
      R"(<div class="today date">Friday, March 8, 2024</div><h1>Shelled</h1>
<div class="date">Published: 5 March 2024, 06:10</div><div class="txt">)" +
      paragraphs() + R"(</div><div class="copy">&copy; 2024 Courier</div>)");
  CHECK(a.published() == "2024-03-05");
  CHECK(a.text() == body());
  CHECK(read("<h1>Shelled</h1><p class=dates>Two dates, March 5, 2024 and another, are named.</p>" +
             paragraphs())
            .published()
            .empty());
}

TEST_CASE("more comments than text") {
  std::string comments;
  for (int i = 0; i < 50; ++i) {
    comments += "<div class=comment><p>Reader " + std::to_string(i) + ": " + kThird + "</p></div>";
  }
  const v1::Article a = read("<div class=page><h1>T</h1><div class=text>" + paragraphs() +
                             "</div><div class='comments-list'>" + comments + "</div></div>");
  CHECK(a.text() == body());
}

TEST_CASE("a page that is one form, and one whose wrapper is called by what it has besides") {
  CHECK(read("<form id=aspnetForm><h1>T</h1><div>" + paragraphs() + "</div></form>").text() ==
        body());
  CHECK(
      read("<div class='content sidebar'><h1>T</h1><div>" + paragraphs() + "</div></div>").text() ==
      body());
}

TEST_CASE("the text that JSON-LD holds stands in for a body that is not there") {
  const v1::Article a =
      read(R"(<script type="application/ld+json">[{"@type":"Report","articleBody":")" + kFirst +
           "\\n" + kSecond + R"("}]</script><div id=app></div>)");
  CHECK(a.text() == kFirst + "\n\n" + kSecond);
}

TEST_CASE("a page without a text is refused") {
  CHECK_THAT(refusal("<html><body><div id=app></div><script>run()</script>"),
             Contains("has no text of an article"));
  CHECK_THAT(refusal(" "), Contains("has no text"));
}

TEST_CASE("nesting of a hundred thousand levels keeps its text") {
  for (const std::string tag : {"div", "b", "span", "table", "ul", "x-y", "font", "p", "a"}) {
    INFO(tag);
    std::string html = "<body><p>" + kFirst + "</p>";
    for (int i = 0; i < 100'000; ++i) html += "<" + tag + ">";
    html += "<p>" + kSecond + "</p>";
    const std::string text = read(html).text();
    CHECK_THAT(text, Contains(kFirst));
    CHECK((tag == "a" || text.find(kSecond) != std::string::npos));
  }
}

TEST_CASE("huge attributes and many of them") {
  CHECK(read("<article><img src='data:" + std::string(5 << 20, 'A') + "'>" + paragraphs()).text() ==
        body());
  std::string many = "<div";
  for (int i = 0; i < 100'000; ++i) many += " a" + std::to_string(i) + "='>'";
  CHECK(read("<article>" + many + "></div>" + paragraphs()).text() == body());
}

TEST_CASE("a page that would take all memory is refused") {
  std::string html;
  for (int i = 0; i < 20'000; ++i) html += "<p><font color=" + std::to_string(i) + ">x</p>";
  CHECK_THAT(refusal(html), Contains("too large a page"));
}

TEST_CASE("what bounds a page leaves ordinary ones as they are") {
  const std::string html =
      "<!DOCTYPE html><!-- a > b --><p a=1 b='>' c>x</p><script>if (a<b) '</div>'</script><br/>"
      "<ul><li>a<li>b</ul> 1 < 2 </nothing><textarea><div></textarea><";
  CHECK(interchange::bounded_html(html) == html);
}

TEST_CASE("fragments of feeds") {
  CHECK(interchange::fragment_text("Plain &amp; simple.") == "Plain & simple.");
  CHECK(interchange::fragment_text("<p>One</p><div>two<br><br>three</div>") ==
        "One\n\ntwo\n\nthree");
  CHECK(interchange::fragment_line("A &lt;b&gt; <i>c</i>\n d") == "A <b> c d");
}
