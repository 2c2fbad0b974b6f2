#include "interchange/readers.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "collect.h"
#include "interchange/writers.h"
#include "packed.h"
#include "tests/support/temp_dir.h"

using namespace casus;
using casus::tests::Collected;
using casus::tests::gzipped;
using casus::tests::TempDir;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

Collected read(const fs::path& path, const interchange::ReadLimits& limits = {}) {
  Collected collected;
  interchange::read_input(path, limits, collected.callbacks());
  return collected;
}

}  // namespace

TEST_CASE("a folder is walked in the order of names") {
  const TempDir folder;
  folder.file("b.txt", "Text b.");
  folder.file("a/z.txt", "Text z.");
  folder.file("a/deep/q.jsonl", "{\"text\":\"Text q.\"}\n");
  folder.file("c.TXT", "Text c.");
  folder.file("notes.md", "Not read.");
  const Collected got = read(folder.path());
  CHECK(got.errors.empty());
  std::vector<std::string> ids;
  for (const v1::Article& article : got.articles) ids.push_back(article.id());
  CHECK(ids == std::vector<std::string>{"a/deep/q.jsonl#1", "a/z.txt", "b.txt", "c.TXT"});
}

TEST_CASE("links in a folder are not followed") {
  const TempDir folder;
  folder.file("in/a.txt", "Text a.");
  folder.file("out/b.txt", "Text b.");
  fs::create_directory_symlink("..", folder / "in/circle");
  fs::create_symlink("../out/b.txt", folder / "in/b.txt");
  const Collected got = read(folder / "in");
  CHECK(got.errors.empty());
  CHECK(got.articles.size() == 1);
}

TEST_CASE("a file named directly goes by its name") {
  const TempDir folder;
  folder.file("x/a.txt", "Text a.");
  CHECK(read(folder / "x/a.txt").articles.at(0).id() == "a.txt");
}

TEST_CASE("bad files are errors that name them, and the good ones are read") {
  const TempDir folder;
  folder.file("1-empty.txt", "");
  folder.file("2-binary.txt", std::string("ELF\0\1", 5));
  folder.file("3-unknown.txt", "\x81\xFE\x9D\x01\x02\xFF");
  folder.file("4-date.txt", "Published: 2024-13-01\n\nText.");
  folder.file("5-empty.jsonl", "");
  folder.file("6-empty.pb", "");
  folder.file("7-good.txt", "Text.");
  folder.file("8-long.txt", std::string(3000, 'x'));
  const Collected got = read(folder.path(), {2000});
  CHECK(got.articles.size() == 1);
  REQUIRE(got.errors.size() == 7);
  CHECK_THAT(got.errors[0], Contains("1-empty.txt: is empty"));
  CHECK_THAT(got.errors[1], Contains("2-binary.txt: is binary"));
  CHECK_THAT(got.errors[2], Contains("3-unknown.txt: is not UTF-8 at byte 0"));
  CHECK_THAT(got.errors[3], Contains("4-date.txt: Published: '2024-13-01' is no date"));
  CHECK_THAT(got.errors[4], Contains("5-empty.jsonl: is empty"));
  CHECK_THAT(got.errors[5], Contains("6-empty.pb: is empty"));
  CHECK_THAT(got.errors[6], Contains("8-long.txt: is longer than the 2000 bytes"));
}

TEST_CASE("what cannot be read at all is an error") {
  const TempDir folder;
  folder.file("table.csv", "a,b");
  fs::create_directory(folder / "hollow");
  CHECK_THAT(read(folder / "missing.txt").errors.at(0), Contains("missing.txt: does not exist"));
  CHECK_THAT(read(folder / "table.csv").errors.at(0), Contains("expected .txt, .html"));
  CHECK_THAT(read(folder / "hollow").errors.at(0), Contains("holds no .txt, .html"));
}

TEST_CASE("a line of a hundred megabytes is one error, and reading goes on") {
  const TempDir folder;
  {
    std::ofstream out(folder / "big.jsonl", std::ios::binary);
    const std::string block(1 << 20, 'x');
    out << "{\"text\":\"one\"}\n{\"text\":\"";
    for (int i = 0; i < 100; ++i) out << block;
    out << "\"}\n{\"text\":\"three\"}\n";
  }
  const Collected got = read(folder / "big.jsonl");
  CHECK(got.articles.size() == 2);
  REQUIRE(got.errors.size() == 1);
  CHECK_THAT(got.errors[0], Contains("line 2: is longer than"));
}

TEST_CASE("files that gzip packed are read like others") {
  const TempDir folder;
  folder.file("a.txt.gz", gzipped("Text a."));
  folder.file("b.jsonl.gz", gzipped("{\"text\":\"Text b.\"}\n"));
  folder.file("c.TXT.GZ", "Not packed after all.");
  folder.file("d.txt", gzipped("Packed all the same."));
  folder.file("e.csv.gz", gzipped("a,b"));
  const Collected got = read(folder.path());
  CHECK(got.errors.empty());
  REQUIRE(got.articles.size() == 4);
  CHECK(got.articles[0].id() == "a.txt.gz");
  CHECK(got.articles[1].id() == "b.jsonl.gz#1");
  CHECK(got.articles[3].text() == "Packed all the same.");
}

TEST_CASE("what came before the fault of a packed file is handed on") {
  std::string lines;
  for (int i = 0; i < 5000; ++i) {
    lines += "{\"text\":\"Text " + std::to_string(i * 7919) + ".\"}\n";
  }
  const TempDir folder;
  const std::string packed = gzipped(lines);
  folder.file("cut.jsonl.gz", packed.substr(0, packed.size() / 2));
  folder.file("cut.txt.gz", packed.substr(0, packed.size() / 2));
  folder.file("whole.txt", "Text.");
  const Collected got = read(folder.path());
  CHECK(got.articles.size() > 1000);
  CHECK(got.articles.size() < 5000);
  REQUIRE(got.errors.size() == 2);
  CHECK_THAT(got.errors[0], Contains("cut.jsonl.gz: is cut off"));
  CHECK_THAT(got.errors[1], Contains("cut.txt.gz: is cut off"));
}

TEST_CASE("a file that inflates beyond all bounds is one error") {
  const TempDir folder;
  folder.file("bomb.txt.gz", gzipped(std::string(3 << 20, 'x')));
  const Collected got = read(folder.path(), {1 << 20});
  CHECK(got.articles.empty());
  CHECK_THAT(got.errors.at(0), Contains("bomb.txt.gz: is longer than the 1048576 bytes"));
}

TEST_CASE("a folder of more names than are taken at a time is read whole") {
  const TempDir folder;
  constexpr int kFiles = 20'000;
  for (int i = 0; i < kFiles; ++i) folder.file(std::to_string(i) + ".txt", "Text.");
  const Collected got = read(folder.path());
  std::set<std::string> ids;
  for (const v1::Article& article : got.articles) ids.insert(article.id());
  CHECK(got.articles.size() == kFiles);
  CHECK(ids.size() == kFiles);
}

TEST_CASE("a folder that cannot be listed is an error, and the others are read") {
  if (geteuid() == 0) return;  // root lists everything
  const TempDir folder;
  folder.file("a/a.txt", "Text a.");
  folder.file("b/b.txt", "Text b.");
  fs::permissions(folder / "a", fs::perms::none);
  const Collected got = read(folder.path());
  fs::permissions(folder / "a", fs::perms::owner_all);
  CHECK(got.articles.size() == 1);
  CHECK_THAT(got.errors.at(0), Contains("a: cannot be listed"));
}

TEST_CASE("who knows a record is asked before it is read, and told what decides what comes of it") {
  const TempDir folder;
  v1::ArticleAnnotation annotation;
  annotation.mutable_article()->set_text("Text g.");
  annotation.mutable_extractor()->set_name("x");
  std::ostringstream framed;
  interchange::write_delimited(annotation, framed);
  folder.file("a.txt", "Text a.");
  folder.file("b.html", "<p>Text b.</p>");
  folder.file("c/d.jsonl", "\n{\"text\":\"Text d.\"} \n{broken\n");
  folder.file("e.json", "[ {\"text\":\"Text e.\"},\n {\"text\": \"Text f.\"} ]");
  folder.file("g.pb", framed.str());
  folder.file("h.txt.gz", gzipped("Text h."));
  folder.file("i.rss",
              "<rss><channel><item><description>Text i.</description></item></channel>"
              "</rss>");
  folder.file("j.txt", "");
  const bool known = GENERATE(false, true);
  Collected collected;
  interchange::ReadCallbacks callbacks = collected.callbacks();
  std::vector<std::string> asked;
  callbacks.is_known = [&](const interchange::RawRecord& record) {
    const bool text = record.type != "frame";
    asked.push_back(std::string(record.type) + " " + record.id + ": " +
                    (text ? std::string(record.bytes) : "..."));
    if (!text) CHECK(record.bytes == annotation.SerializeAsString());
    return known;
  };
  interchange::read_input(folder.path(), {}, callbacks);
  CHECK(asked == std::vector<std::string>{"text a.txt: Text a.", "page b.html: <p>Text b.</p>",
                                          "json c/d.jsonl#2: {\"text\":\"Text d.\"}",
                                          "json c/d.jsonl#3: {broken",
                                          "json e.json#1: {\"text\":\"Text e.\"}",
                                          "json e.json#2: {\"text\":\"Text f.\"}",
                                          "frame g.pb#1: ...", "text h.txt.gz: Text h."});
  CHECK(collected.articles.size() == (known ? 1 : 7));
  CHECK(collected.annotations.size() == (known ? 0 : 1));
  CHECK(collected.errors.size() == (known ? 1 : 2));
}
