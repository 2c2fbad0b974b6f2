#include <unicode/ucnv.h>

#include <catch2/catch.hpp>

#include "collect.h"
#include "interchange/sources.h"

using namespace casus;
using casus::tests::Collected;
using Catch::Matchers::Contains;

namespace {

Collected read(const std::string& bytes, std::size_t limit = 1 << 20) {
  Collected collected;
  interchange::StringBytes in(bytes);
  interchange::read_feed(in, {"dir/feed.xml", "feed.xml"}, {limit}, collected.callbacks());
  return collected;
}

const std::string kRss = R"(<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Norland Courier</title><language>en</language><link>https://courier.example/</link>
<image><title>Logo</title></image>
<item><title>Ferry town &amp;amp; harbour shelled</title><guid>https://courier.example/1</guid>
<link>https://courier.example/1?from=feed</link><pubDate>Tue, 05 Mar 2024 08:10:00 GMT</pubDate>
<description>Shells fell.</description>
<content:encoded><![CDATA[<p>Shells fell.</p><p>Three were injured &mdash; lightly.</p>]]></content:encoded></item>
<item><title>Second</title><guid isPermaLink="false">17</guid><link>https://courier.example/2</link>
<dc:date>2024-03-06T10:00:00Z</dc:date><description>&lt;p&gt;The council denied it.&lt;/p&gt;</description>
<source url="https://wire.example/rss">Great Wire</source></item>
<item><description>Without a name.</description></item>
</channel></rss>)";

}  // namespace

TEST_CASE("the items of RSS 2.0 are articles") {
  const Collected got = read(kRss);
  CHECK(got.errors.empty());
  REQUIRE(got.articles.size() == 3);
  const v1::Article& first = got.articles[0];
  CHECK(first.id() == "https://courier.example/1");
  CHECK(first.url() == "https://courier.example/1?from=feed");
  CHECK(first.title() == "Ferry town & harbour shelled");
  CHECK(first.published() == "2024-03-05");
  CHECK(first.outlet() == "Norland Courier");
  CHECK(first.language() == "en");
  CHECK(first.text() == "Shells fell.\n\nThree were injured — lightly.");
  CHECK(got.articles[1].id() == "https://courier.example/2");
  CHECK(got.articles[1].published() == "2024-03-06");
  CHECK(got.articles[1].text() == "The council denied it.");
  CHECK(got.articles[1].outlet() == "Great Wire");
  CHECK(got.articles[2].id() == "feed.xml#3");
}

TEST_CASE("the items of RSS 1.0 are articles") {
  const Collected got = read(R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="c"><title>Courier</title></channel>
<item rdf:about="https://c.example/1"><title>T</title><link>https://c.example/1</link>
<description>Shells fell.</description><dc:date>2024-03-05</dc:date></item></rdf:RDF>)");
  CHECK(got.errors.empty());
  REQUIRE(got.articles.size() == 1);
  CHECK(got.articles[0].id() == "https://c.example/1");
  CHECK(got.articles[0].outlet() == "Courier");
  CHECK(got.articles[0].published() == "2024-03-05");
}

TEST_CASE("the entries of Atom are articles") {
  const Collected got = read(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<title>Courier</title><id>urn:feed</id><updated>2024-03-07T00:00:00Z</updated>
<entry><id>urn:uuid:1</id><title type="html">Shells &amp;amp; ferries</title>
<link rel="self" href="https://c.example/self"/><link href="https://c.example/1"/>
<published>2024-03-05T08:00:00Z</published><updated>2024-03-05T14:05:00+02:00</updated>
<author><name>Somebody</name></author><summary>Short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Shells <b>fell</b> &lt; noon.</p><p>Three
 injured.</p></div></content></entry>
<entry><id>urn:uuid:2</id><updated>2024-03-06T00:00:00Z</updated><content type="text">1 &lt; 2</content>
<source><id>urn:other</id><title>Wire</title></source></entry></feed>)");
  CHECK(got.errors.empty());
  REQUIRE(got.articles.size() == 2);
  CHECK(got.articles[0].id() == "urn:uuid:1");
  CHECK(got.articles[0].url() == "https://c.example/1");
  CHECK(got.articles[0].title() == "Shells & ferries");
  CHECK(got.articles[0].published() == "2024-03-05");
  CHECK(got.articles[0].updated() == "2024-03-05T14:05:00+02:00");
  CHECK(got.articles[0].language() == "en-GB");
  CHECK(got.articles[0].text() == "Shells fell < noon.\n\nThree injured.");
  CHECK(got.articles[1].published() == "2024-03-06");
  CHECK(got.articles[1].text() == "1 < 2");
  CHECK(got.articles[1].outlet() == "Wire");
}

TEST_CASE("of a malformed feed the items before the fault are read") {
  const std::string cut = kRss.substr(0, kRss.find("<description>&lt;p&gt;")) + "<br></item>";
  const Collected got = read(cut);
  CHECK(got.articles.size() == 1);
  REQUIRE(got.errors.size() == 1);
  CHECK_THAT(got.errors[0], Contains("dir/feed.xml, line 11: is no well-formed XML"));
}

TEST_CASE("other XML, and a feed without items, are errors") {
  CHECK_THAT(read("<opml><body/></opml>").errors.at(0),
             Contains("dir/feed.xml, line 1: is XML whose root is <opml>; expected a feed"));
  CHECK_THAT(read("<rss><channel/></rss>").errors.at(0), Contains("is a feed without items"));
  CHECK_THAT(read("").errors.at(0), Contains("is empty"));
  CHECK_THAT(read("plain").errors.at(0), Contains("is no well-formed XML"));
}

TEST_CASE("an item without text is an error, and the others are read") {
  const Collected got = read(
      "<rss><channel><item><guid>7</guid></item><item><description>d</description></item>"
      "</channel></rss>");
  CHECK(got.articles.size() == 1);
  CHECK_THAT(got.errors.at(0), Contains("the item has no text"));
}

TEST_CASE("an item that has a headline only says what its headline says") {
  const Collected rss = read(
      "<rss><channel><item><title>Ferry &amp;amp; barge seized off Karst</title>"
      "<description> </description><link>https://harbour.example/7</link></item></channel></rss>");
  REQUIRE(rss.articles.size() == 1);
  CHECK(rss.articles[0].title() == "Ferry & barge seized off Karst");
  CHECK(rss.articles[0].text() == "Ferry & barge seized off Karst");
  const Collected atom = read(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>Mayor of Karst freed</title>"
      "<id>tag:harbour.example,2031:8</id></entry></feed>");
  REQUIRE(atom.articles.size() == 1);
  CHECK(atom.articles[0].text() == "Mayor of Karst freed");
}

TEST_CASE("an item that is too long is an error, and the others are read") {
  const Collected got = read("<rss><channel><item><description>" + std::string(5000, 'x') +
                                 "</description></item><item><description>d</description></item>"
                                 "</channel></rss>",
                             1000);
  CHECK(got.articles.size() == 1);
  CHECK_THAT(got.errors.at(0), Contains("longer than the 1000 bytes"));
}

TEST_CASE("entities that grow, and files that they name, are not expanded") {
  const Collected got = read(R"(<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">
<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><item><description>x &b; &f; y</description></item>
</channel></rss>)");
  REQUIRE(got.articles.size() == 1);
  CHECK_THAT(got.articles[0].text(), !Contains("aaaa") && !Contains("root"));
}

TEST_CASE("a feed says its encoding, or its letters do") {
  UErrorCode error = U_ZERO_ERROR;
  std::string out(4000, '\0');
  const std::string rss =
      "<?xml version='1.0' encoding='windows-1251'?><rss><channel><item><description>Обстрел порта "
      "начался до рассвета.</description></item></channel></rss>";
  out.resize(static_cast<std::size_t>(
      ucnv_convert("windows-1251", "UTF-8", out.data(), 4000, rss.data(), -1, &error)));
  CHECK(read(out).articles.at(0).text() == "Обстрел порта начался до рассвета.");
}
