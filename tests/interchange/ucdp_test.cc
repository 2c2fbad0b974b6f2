#include <catch2/catch.hpp>
#include <map>
#include <string_view>
#include <vector>

#include "coded.h"
#include "graph/validate.h"

using namespace casus;
using casus::tests::Coded;
using Catch::Matchers::Contains;

namespace {

class FewNames : public interchange::Names {
 public:
  std::string country(std::string_view iso3) const override {
    return iso3 == "COD" ? "Congo" : iso3 == "MMR" ? "Myanmar" : "";
  }
  std::optional<v1::Actor> actor(std::string_view name) const override {
    const std::string iso3 = name == "Zaire" ? "COD" : name == "Myanmar" ? "MMR" : "";
    if (iso3.empty()) return std::nullopt;
    v1::Actor actor;
    actor.set_key("actor:" + iso3);
    actor.set_name(country(iso3));
    actor.set_kind(v1::ActorKind::country);
    actor.set_country(iso3);
    return actor;
  }
  std::optional<v1::Place> place(std::string_view) const override { return std::nullopt; }
};

// The header as the data set has it, and not as the reader does: a column that slips in one of them
// is found.
constexpr std::string_view kHeader =
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,"
    "conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,"
    "side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,"
    "source_date,source_headline,source_original,where_prec,where_coordinates,"
    "where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,"
    "region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,"
    "deaths_unknown,best,high,low,gwnoa,gwnob";

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> cells(1);
  for (const char c : text) {
    if (c == ',') {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

using Cells = std::map<std::string, std::string>;

std::string line(const std::vector<std::string>& cells) {
  std::string text;
  for (const std::string& cell : cells)
    text += (&cell == &cells.front() ? "\"" : ",\"") + cell + '"';
  return text + "\r\n";
}

std::string row(Cells given, const Cells& other = {}) {
  for (const auto& [name, text] : other) given[name] = text;
  std::vector<std::string> cells;
  for (const std::string& column : split(kHeader)) cells.push_back(given[column]);
  return line(cells);
}

const Cells kClash = {{"id", "412"},
                      {"type_of_violence", "1"},
                      {"conflict_name", "Congo: Government"},
                      {"side_a", "Government of DR Congo (Zaire)"},
                      {"side_b", "Lake Front"},
                      {"source_office", "Lake Post"},
                      {"source_date", "2021-05-07"},
                      {"source_headline", "Fighting, again"},
                      {"source_original", "a village chief"},
                      {"where_prec", "2"},
                      {"where_coordinates", "Velm town"},
                      {"adm_1", "Lake province"},
                      {"latitude", "-1.5"},
                      {"longitude", "29.0"},
                      {"country", "DR Congo (Zaire)"},
                      {"event_clarity", "1"},
                      {"date_prec", "2"},
                      {"date_start", "2021-05-05 00:00:00.000"},
                      {"date_end", "2021-05-06 00:00:00.000"},
                      {"best", "4"},
                      {"high", "9"},
                      {"low", "3"}};

Coded coded(const std::string& bytes) { return tests::coded(bytes, "ucdp-ged", FewNames()); }

}  // namespace

TEST_CASE("an event of UCDP has its sides, its toll, its days and its source") {
  const Coded all = coded(line(split(kHeader)) + row(kClash));
  CHECK(all.rejects.empty());
  REQUIRE(all.annotations.size() == 1);
  const v1::ArticleAnnotation& annotation = all.annotations[0];
  CHECK_NOTHROW(validate(annotation));
  CHECK(annotation.article().id() == "ucdp-ged:412");
  CHECK(annotation.article().published() == "2021-05-07");
  const v1::Event& event = annotation.events(0);
  CHECK(event.type() == "ASSAULT");
  REQUIRE(event.initiators_size() == 2);
  CHECK(event.initiators(0).actor() == "actor:COD");
  CHECK(event.initiators(1).actor() == "actor:armed_group:-:lake-front");
  CHECK(event.targets_size() == 2);
  CHECK(event.date().earliest() == "2021-05-05");
  CHECK(event.date().latest() == "2021-05-06");
  CHECK(event.killed().low() == 3);
  CHECK(event.killed().best() == 4);
  CHECK(event.killed().high() == 9);
  CHECK(event.place() == "place:COD:velm");
  CHECK(event.place_certainty() == v1::Certainty::probable);
  REQUIRE(annotation.statements_size() == 1);
  CHECK(annotation.statements(0).speaker_text() == "a village chief");
  CHECK(annotation.statements(0).kind() == v1::StatementKind::report);
  CHECK_THAT(annotation.article().text(),
             Contains("Government of DR Congo (Zaire) and Lake Front: state-based violence, in "
                      "Velm town, Lake province, DR Congo (Zaire), 2021-05-05 to 2021-05-06"));
}

TEST_CASE("one-sided violence has a target, and what is only known by country is there") {
  const Coded all = coded(row(kClash, {{"type_of_violence", "3"},
                                       {"side_a", "Government of Myanmar (Burma)"},
                                       {"side_b", "Civilians"},
                                       {"where_prec", "6"},
                                       {"country", "Myanmar (Burma)"},
                                       {"source_original", ""},
                                       {"source_date", ""}}));
  CHECK(all.rejects.empty());
  REQUIRE(all.annotations.size() == 1);
  CHECK_NOTHROW(validate(all.annotations[0]));
  const v1::Event& event = all.annotations[0].events(0);
  REQUIRE(event.initiators_size() == 1);
  CHECK(event.initiators(0).actor() == "actor:MMR");
  REQUIRE(event.targets_size() == 1);
  CHECK(event.targets(0).actor() == "actor:population:MMR:civilians");
  CHECK(event.place() == "place:MMR");
  CHECK(all.annotations[0].statements_size() == 0);
}

TEST_CASE("rows of UCDP that are not sound are rejects") {
  const Coded all =
      coded(line(split(kHeader)) + row(kClash, {{"type_of_violence", "4"}}) +
            row(kClash, {{"date_end", "2021-05-32"}}) + row(kClash, {{"date_end", "2021-05-01"}}) +
            row(kClash, {{"best", "2"}}) + row(kClash, {{"low", "-1"}}) +
            row(kClash, {{"side_b", ""}}) + row(kClash));
  CHECK(all.annotations.size() == 1);
  REQUIRE(all.rejects.size() == 6);
  CHECK_THAT(all.rejects[0], Contains("line 2, column type_of_violence: is '4'"));
  CHECK_THAT(all.rejects[1], Contains("line 3, column date_end"));
  CHECK_THAT(all.rejects[2], Contains("line 4, column date_end: is before"));
  CHECK_THAT(all.rejects[3], Contains("line 5, column best"));
  CHECK_THAT(all.rejects[4], Contains("line 6, column low"));
  CHECK_THAT(all.rejects[5], Contains("line 7, column side_b: is empty"));
}

TEST_CASE("columns are found by name, in any order, and what is missing is named") {
  std::string header =
      "country,id,type_of_violence,side_a,side_b,date_start,date_end,best,high,low";
  const std::string cells = "\nZaire,9,2,One Band,Other Band,2020-01-01,2020-01-01,1,1,1\n";
  CHECK(coded(header + cells).annotations.size() == 1);
  CHECK_THAT(coded("id,side_a\n1,x\n").rejects.at(0), Contains("'type_of_violence'"));
}
