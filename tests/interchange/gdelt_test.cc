#include <catch2/catch.hpp>
#include <map>

#include "coded.h"
#include "graph/validate.h"
#include "packed.h"

using namespace casus;
using casus::tests::Coded;
using Catch::Matchers::Contains;

namespace {

class FewNames : public interchange::Names {
 public:
  std::string country(std::string_view iso3) const override {
    if (iso3 == "TCD") return "Chad";
    return iso3 == "SDN" ? "Sudan" : "";
  }
  std::optional<v1::Actor> actor(std::string_view name) const override {
    if (name != "VELM FRONT") return std::nullopt;
    v1::Actor actor;
    actor.set_key("actor:velm-front");
    actor.set_name("Velm Front");
    actor.set_kind(v1::ActorKind::armed_group);
    actor.set_country("TCD");
    return actor;
  }
  std::optional<v1::Place> place(std::string_view) const override { return std::nullopt; }
};

using Cells = std::map<std::string, std::string>;

// A row of GDELT 2.0, of what is given and nothing else.
std::string row(const Cells& given) {
  std::vector<std::string> columns = {"GLOBALEVENTID", "SQLDATE", "MonthYear", "Year",
                                      "FractionDate"};
  for (const std::string of : {"Actor1", "Actor2"}) {
    for (const char* what :
         {"Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code",
          "Religion2Code", "Type1Code", "Type2Code", "Type3Code"}) {
      columns.push_back(of + what);
    }
  }
  for (const char* name :
       {"IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
        "NumMentions", "NumSources", "NumArticles", "AvgTone"}) {
    columns.emplace_back(name);
  }
  for (const std::string of : {"Actor1Geo_", "Actor2Geo_", "ActionGeo_"}) {
    for (const char* what :
         {"Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"}) {
      columns.push_back(of + what);
    }
  }
  columns.emplace_back("DATEADDED");
  columns.emplace_back("SOURCEURL");
  REQUIRE(columns.size() == 61);
  std::string line;
  for (const std::string& column : columns) {
    if (column != columns.front()) line += '\t';
    if (const auto cell = given.find(column); cell != given.end()) line += cell->second;
  }
  return line + "\n";
}

const Cells kShelling = {{"GLOBALEVENTID", "900000001"},
                         {"SQLDATE", "20240506"},
                         {"Actor1Code", "SDNMIL"},
                         {"Actor1Name", "HARBOUR BRIGADE"},
                         {"Actor1CountryCode", "SDN"},
                         {"Actor2Code", "TCDREB"},
                         {"Actor2Name", "VELM FRONT"},
                         {"IsRootEvent", "1"},
                         {"EventCode", "194"},
                         {"EventRootCode", "19"},
                         {"QuadClass", "4"},
                         {"GoldsteinScale", "-10.0"},
                         {"NumMentions", "7"},
                         {"ActionGeo_Type", "4"},
                         {"ActionGeo_FullName", "Velm Harbour, Ouaddai, Chad"},
                         {"ActionGeo_CountryCode", "CD"},
                         {"ActionGeo_Lat", "13.5"},
                         {"ActionGeo_Long", "21.25"},
                         {"DATEADDED", "20240507091500"},
                         {"SOURCEURL", "https://www.velm-post.example/shells"}};

Cells with(Cells cells, const Cells& other) {
  for (const auto& [name, text] : other) cells[name] = text;
  return cells;
}

Coded coded(const std::string& bytes) { return tests::coded(bytes, "gdelt", FewNames()); }

std::string said(const v1::ArticleAnnotation& annotation, const v1::Span& span) {
  return annotation.article().text().substr(span.begin(), span.end() - span.begin());
}

}  // namespace

TEST_CASE("a row of GDELT is a record with its event, and the words it stands on") {
  const Coded all = coded(row(kShelling));
  CHECK(all.rejects.empty());
  REQUIRE(all.annotations.size() == 1);
  const v1::ArticleAnnotation& annotation = all.annotations[0];
  CHECK_NOTHROW(validate(annotation));
  CHECK(annotation.article().id() == "gdelt:900000001");
  CHECK(annotation.article().dataset() == "gdelt");
  CHECK(annotation.article().published() == "2024-05-07");
  CHECK(annotation.article().outlet() == "velm-post.example");
  CHECK_THAT(annotation.article().text(),
             Contains("HARBOUR BRIGADE (SDNMIL): fight (CAMEO 194), VELM FRONT (TCDREB), in Velm "
                      "Harbour, Ouaddai, Chad, 2024-05-06") &&
                 Contains("GoldsteinScale -10.0") && Contains("velm-post.example/shells"));
  REQUIRE(annotation.events_size() == 1);
  const v1::Event& event = annotation.events(0);
  CHECK(event.type() == "ASSAULT");
  CHECK(event.mode() == "heavy-weapons");
  CHECK(event.date().earliest() == "2024-05-06");
  CHECK(said(annotation, event.trigger()) == "fight");
  CHECK(event.initiators(0).actor() == "actor:military:SDN:harbour-brigade");
  CHECK(said(annotation, event.initiators(0).span()) == "HARBOUR BRIGADE");
  CHECK(event.targets(0).actor() == "actor:velm-front");
  CHECK(event.place() == "place:TCD:velm-harbour");
  CHECK(annotation.places(0).latitude() == 13.5);
  CHECK(annotation.places(0).within() == "place:TCD");
  CHECK(annotation.actors(0).affiliation() == "actor:SDN");
}

TEST_CASE("a country by its code is the country, and a known name elsewhere is somebody else") {
  const Coded all = coded(row(with(
      kShelling, {{"Actor1Code", "SDN"}, {"Actor1Name", "KHARTOUM"}, {"Actor2Code", "SDNREB"}})));
  REQUIRE(all.annotations.size() == 1);
  const v1::Event& event = all.annotations[0].events(0);
  CHECK(event.initiators(0).actor() == "actor:SDN");
  CHECK(event.initiators(0).text() == "KHARTOUM");
  CHECK(event.targets(0).actor() == "actor:armed_group:SDN:velm-front");
}

TEST_CASE("public statements of CAMEO are statements, and a denial is a denial") {
  const Coded all = coded(row(with(kShelling, {{"EventCode", "016"}, {"EventRootCode", "01"}})));
  REQUIRE(all.annotations.size() == 1);
  CHECK_NOTHROW(validate(all.annotations[0]));
  CHECK(all.annotations[0].events_size() == 0);
  REQUIRE(all.annotations[0].statements_size() == 1);
  const v1::Statement& statement = all.annotations[0].statements(0);
  CHECK(statement.kind() == v1::StatementKind::denial);
  CHECK(statement.speaker() == "actor:military:SDN:harbour-brigade");
  CHECK(statement.addressee() == "actor:velm-front");
}

TEST_CASE("a row with nobody in it, nowhere, is still an event") {
  const Coded all = coded(row({{"GLOBALEVENTID", "1"}, {"EventCode", "0841"}}));
  REQUIRE(all.annotations.size() == 1);
  CHECK_NOTHROW(validate(all.annotations[0]));
  CHECK(all.annotations[0].events(0).type() == "RETREAT");
  CHECK(all.annotations[0].events(0).mode() == "release");
}

TEST_CASE("a country as the place of an event is no point in it") {
  const Coded all =
      coded(row(with(kShelling, {{"ActionGeo_Type", "1"}, {"ActionGeo_FullName", "Chad"}})));
  REQUIRE(all.annotations.size() == 1);
  CHECK(all.annotations[0].events(0).place() == "place:TCD");
  CHECK_FALSE(all.annotations[0].places(0).has_latitude());
}

TEST_CASE("bad cells are rejects that name line and column, and the rows after them are read") {
  const Coded all = coded(
      row(with(kShelling, {{"SQLDATE", "20240230"}})) + row(with(kShelling, {{"EventCode", "X"}})) +
      row(with(kShelling, {{"EventCode", "10"}, {"EventRootCode", "01"}})) +
      row(with(kShelling, {{"GLOBALEVENTID", ""}})) +
      row(with(kShelling, {{"ActionGeo_Lat", "91"}})) + "short\trow\n" + row(kShelling));
  CHECK(all.annotations.size() == 1);
  REQUIRE(all.rejects.size() == 6);
  CHECK_THAT(all.rejects[0], Contains(".csv, line 1, column SQLDATE: is '20240230'"));
  CHECK_THAT(all.rejects[1], Contains("line 2, column EventCode: is 'X'"));
  CHECK_THAT(all.rejects[2], Contains("line 3, column EventCode") && Contains("leading zeros"));
  CHECK_THAT(all.rejects[3], Contains("line 4, column GLOBALEVENTID: is empty"));
  CHECK_THAT(all.rejects[4], Contains("line 5, column ActionGeo_Lat"));
  CHECK_THAT(all.rejects[5], Contains("line 6: has 2 cells; the table has 61 columns"));
}

TEST_CASE("older tables are told by their columns, packed ones by their first bytes") {
  std::string old = "7\t20110102\t201101\t2011\t2011.0";
  for (int i = 0; i < 20; ++i) old += i == 0 ? "\tTCD" : i == 1 ? "\tCHAD" : "\t";
  old += "\t1\t042\t042\t04\t1\t1.9\t2\t1\t2\t0.5";
  for (int i = 0; i < 21; ++i) old += '\t';
  old += "\t20130401";
  const Coded oldest = coded(old + "\n");
  CHECK(oldest.rejects.empty());
  REQUIRE(oldest.annotations.size() == 1);
  CHECK(oldest.annotations[0].article().published() == "2013-04-01");
  CHECK(oldest.annotations[0].events(0).type() == "CONSULT");
  CHECK(coded(old + "\thttp://a.example/x\n").annotations.size() == 1);
  CHECK(coded(casus::tests::gzipped(row(kShelling))).annotations.size() == 1);
}

TEST_CASE("what is no table of GDELT is told, and not to its end") {
  std::string lines;
  for (int i = 0; i < 1000; ++i) lines += "id,name\n";
  const Coded all = coded(lines);
  CHECK(all.annotations.empty());
  REQUIRE(all.rejects.size() == 101);
  CHECK_THAT(all.rejects.front(), Contains("has 1 columns"));
  CHECK_THAT(coded("").rejects.at(0), Contains("is empty"));
}
