// Corrections, retract and rebuild, on the example articles and on two annotations of one story.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "casus/v1/answer.pb.h"
#include "casus/v1/correction.pb.h"
#include "casus/v1/graph.pb.h"
#include "casus/v1/subgraph.pb.h"
#include "command.h"

using namespace casus;
using namespace casus::cli_test;
using Catch::Matchers::Contains;

namespace {

struct Desk : Workshop {
  Desk() {
    ::setenv("CASUS_AUTHOR", "Ada", 1);
    ::setenv("SOURCE_DATE_EPOCH", "1726668300", 1);  // 2024-09-18T14:05:00Z
  }
  ~Desk() {
    ::unsetenv("CASUS_AUTHOR");
    ::unsetenv("SOURCE_DATE_EPOCH");
  }

  Result done(const std::vector<std::string>& arguments, const std::string& input = {}) const {
    Result result = casus(arguments, input);
    INFO(arguments[0] << ": " << result.err);
    REQUIRE(result.exit_code == 0);
    return result;
  }
  v1::Correction correction(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--format", "json"});
    return parse<v1::Correction>(done(arguments).lines().at(0));
  }
  // Each as each article tells it.
  std::vector<v1::Node> attacks() const {
    std::vector<v1::Node> nodes;
    for (const std::string& line : casus({"attacks", "--format", "json"}).lines()) {
      const auto entry = parse<v1::EventEntry>(line);
      for (const v1::EventReport& report : entry.reports()) {
        const Result shown = done({"show", report.key(), "--format", "json"});
        nodes.push_back(parse<v1::NodeReport>(shown.lines().at(0)).node());
      }
    }
    return nodes;
  }
};

// The example articles, in a folder that can be written.
struct Examples : Desk {
  Examples() {
    std::filesystem::create_directory(path("articles"));
    for (const std::string& from : example_files()) {
      std::filesystem::copy(from, path("articles"));
    }
    done({"ingest", path("articles").string()});
  }

  // Puts a sentence before the first one of the text.
  void change(const std::string& name) const {
    std::ifstream in(path("articles") / name, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    in.close();
    const std::size_t body = text.find("\n\n") + 2;
    text.insert(body, "A suicide bomber killed two policemen in Lunda on Sunday. ");
    std::ofstream(path("articles") / name, std::ios::binary) << text;
  }
};

// Two articles that the rules join: one of 5 May, one of 9 May.
struct Harbour : Desk {
  Harbour() {
    done({"ingest", "-"}, json(harbour_report("velm-1", "2021-05-05")) +
                              json(harbour_report("velm-2", "2021-05-09")));
  }
};

}  // namespace

TEST_CASE_METHOD(Examples, "a rejected attack stays so when its article changes, until an undo") {
  const std::string before = export_all();
  std::vector<v1::Node> all = attacks();
  const auto ambush = std::find_if(all.begin(), all.end(), [this](const v1::Node& node) {
    const auto article =
        parse<v1::NodeReport>(done({"show", node.source(), "--format", "json"}).lines().at(0));
    return article.node().article().id().ends_with("convoy-ambush.txt");
  });
  REQUIRE(ambush != all.end());

  const Result rejected = done({"reject", ambush->key(), "--reason", "a rumour"});
  CHECK_THAT(rejected.out, Contains("1: Ada rejected the attack") && Contains("casus undo 1"));
  CHECK(casus({"show", ambush->key()}).exit_code == 1);
  CHECK(attacks().size() == all.size() - 1);
  CHECK(export_all() != before);
  CHECK(done({"check"}).exit_code == 0);

  change("convoy-ambush.txt");
  CHECK_THAT(done({"ingest", path("articles").string()}).out, Contains("replaced"));
  const auto same_words = [&](const v1::Node& node) {
    return node.source() == ambush->source() &&
           node.event().killed().ShortDebugString() ==
               ambush->event().killed().ShortDebugString() &&
           node.event().weapon() == ambush->event().weapon() &&
           node.event().date().ShortDebugString() == ambush->event().date().ShortDebugString();
  };
  const auto count = [&] {
    const std::vector<v1::Node> now = attacks();
    return std::count_if(now.begin(), now.end(), same_words);
  };
  const auto without = count();
  done({"undo", "1"});
  CHECK(count() == without + 1);
  CHECK(done({"check"}).exit_code == 0);
}

TEST_CASE_METHOD(Examples, "after an undo the export is what it was, byte for byte") {
  const std::string before = export_all();
  const std::string attack = attacks().at(0).key();
  const auto claim = parse<v1::Node>(casus({"claims", "--format", "json"}).lines().at(0));
  const auto statement = parse<v1::Node>(casus({"statements", "--format", "json"}).lines().at(0));
  done({"reject", attack});
  done({"reject", claim.key()});
  done({"reject", statement.key()});
  done({"alias", "Mali", "Republic of the Niger Bend"});
  done({"merge", "actor:MLI", "African Union"});
  CHECK(export_all() != before);
  CHECK(done({"check"}).exit_code == 0);
  done({"undo", "5", "4", "3", "2", "1"});
  CHECK(export_all() == before);
  CHECK(done({"check"}).exit_code == 0);
  CHECK(done({"history", "--format", "json"}).lines().size() == 10);
}

TEST_CASE_METHOD(Examples, "a rebuild changes no answer") {
  done({"reject", attacks().at(0).key()});
  done({"alias", "Mali", "Republic of the Niger Bend"});
  const std::string before = export_all();
  const auto report = parse<v1::RebuildReport>(done({"rebuild", "--format", "json"}).lines().at(0));
  CHECK(report.articles() > 5);
  CHECK(report.left_out_size() == 0);
  CHECK(export_all() == before);
  CHECK(done({"check"}).exit_code == 0);
  CHECK_THAT(done({"rebuild"}).out, Contains("everything derived is derived again"));
  CHECK_THAT(done({"ingest", path("articles").string()}).out, Contains("unchanged"));
  CHECK(export_all() == before);
}

TEST_CASE_METHOD(Harbour, "a name that was given finds its actor") {
  CHECK(casus({"show", "The Lighthouse Men"}).exit_code == 1);
  const v1::Correction alias =
      correction({"alias", "Islanders' Front", "The Lighthouse Men", "--reason", "their own word"});
  CHECK(alias.number() == 1);
  CHECK(alias.author() == "Ada");
  CHECK(alias.time() == "2024-09-18T14:05:00Z");
  CHECK(alias.reason() == "their own word");
  CHECK_THAT(done({"show", "the lighthouse men"}).out,
             Contains("Islanders' Front") && Contains("also called"));
  done({"undo", "1", "--author", "Ben"});
  CHECK(casus({"show", "The Lighthouse Men"}).exit_code == 1);
  CHECK_THAT(done({"history"}).out,
             Contains("1: Ada gave Islanders' Front") && Contains("because: their own word") &&
                 Contains("taken back by 2") && Contains("2: Ben took back correction 1"));
}

TEST_CASE_METHOD(Harbour, "what the rules join is split, and merged again") {
  const std::vector<v1::Node> all = attacks();
  REQUIRE(all.size() == 2);
  const std::string a = all[0].key();
  const std::string b = all[1].key();
  const auto joined = [&] {
    const auto report = parse<v1::NodeReport>(done({"show", a, "--format", "json"}).lines().at(0));
    const auto same = [](const v1::Edge& edge) { return edge.kind() == v1::EdgeKind::same_as; };
    return std::any_of(report.out().begin(), report.out().end(), same) ||
           std::any_of(report.in().begin(), report.in().end(), same);
  };
  REQUIRE(joined());
  const std::string before = export_all();
  SECTION("two") {
    CHECK_THAT(done({"split", a, b}).out, Contains("1: Ada split the attack"));
    CHECK_FALSE(joined());
    CHECK(casus({"split", a, b}).exit_code == 1);
  }
  SECTION("from all") {
    CHECK(correction({"split", a}).other().key() == b);
    CHECK_FALSE(joined());
    CHECK_THAT(casus({"split", a}).err, Contains("is joined with nothing"));
  }
  CHECK(export_all() != before);
  CHECK_THAT(done({"merge", a, b, "--reason", "one bomb"}).out, Contains("2: Ada merged"));
  CHECK_THAT(done({"show", a}).out, Contains("merged by Ada on"));
  done({"undo", "2", "1"});
  CHECK(export_all() == before);
}

TEST_CASE_METHOD(Harbour, "a chain through others is named") {
  done({"ingest", "-"}, json(harbour_report("velm-3", "2021-05-06")));
  const std::vector<v1::Node> all = attacks();
  REQUIRE(all.size() == 3);
  done({"merge", all[0].key(), all[1].key()});
  done({"merge", all[1].key(), all[2].key()});
  const Result split = done({"split", all[0].key(), all[2].key()});
  CHECK_THAT(split.err, Contains("through others") && Contains(all[1].key()));
}

TEST_CASE_METHOD(Harbour, "an article is taken out by its id, its key, or how these begin") {
  done({"ingest", "-"}, json(harbour_report("other-1", "2021-05-05")));
  CHECK(casus({"retract", "velm-"}).exit_code == 1);
  CHECK_THAT(casus({"retract", "velm-"}).err, Contains("velm-1") && Contains("velm-2"));
  CHECK(casus({"retract", "nowhere"}).exit_code == 1);
  const auto report =
      parse<v1::RetractReport>(done({"retract", "oth", "--format", "json"}).lines().at(0));
  CHECK(report.article() == "other-1");
  CHECK(report.events() > 0);
  CHECK(report.forgotten_size() == 0);
  CHECK_THAT(done({"retract", "velm-1"}).out, Contains("Took out") && Contains("velm-1"));
  CHECK_THAT(done({"retract", "velm-2"}).out, Contains("No other article names"));
  CHECK(casus({"actors"}).exit_code == 1);
  CHECK(done({"check"}).exit_code == 0);
}

TEST_CASE_METHOD(Harbour, "a correction that cannot be is refused with what to do") {
  const std::string attack = attacks().at(0).key();
  CHECK_THAT(casus({"undo", "7"}).err, Contains("There is no correction 7"));
  CHECK(casus({"undo", "7"}).exit_code == 2);
  CHECK(casus({"undo", "x"}).exit_code == 2);
  CHECK(casus({"merge", attack, "Islanders' Front"}).exit_code == 2);
  CHECK(casus({"alias", attack, "x"}).exit_code == 2);
  CHECK(casus({"reject", "Islanders' Front"}).exit_code == 2);
  CHECK(casus({"reject", "nobody at all"}).exit_code == 1);
  CHECK(casus({"history"}).exit_code == 1);
  CHECK(casus_on(path("missing"), {"reject", "x"}).exit_code == 4);
  CHECK(casus_on(path("missing"), {"rebuild"}).exit_code == 4);
  CHECK_FALSE(std::filesystem::exists(path("missing")));
}

TEST_CASE_METHOD(Harbour, "the history of a node is there also when the node is not") {
  const std::string attack = attacks().at(0).key();
  const v1::Correction record = correction({"reject", attack});
  done({"alias", "Islanders' Front", "The Lighthouse Men"});
  CHECK(done({"history", attack, "--format", "json"}).lines().size() == 1);
  CHECK(done({"history", record.node().article(), "--format", "json"}).lines().size() == 1);
  CHECK(done({"history", "The Lighthouse Men", "--format", "json"}).lines().size() == 1);
  CHECK(done({"history", "--format", "json"}).lines().size() == 2);
}
