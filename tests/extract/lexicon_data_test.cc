// The built-in tables agree with themselves and with the code lists of the field.

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "extract/lexicon/builtin.h"
#include "extract/lexicon/fold.h"
#include "extract/lexicon/lexicon.h"
#include "graph/keys.h"

using namespace casus;
using namespace casus::extract;

namespace {

using Row = std::map<std::string, std::string, std::less<>>;

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = text.find(at);
    std::string_view part = text.substr(0, end);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    parts.emplace_back(part);
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::string> list(const Row& row, std::string_view column) {
  const auto cell = row.find(column);
  std::vector<std::string> parts;
  if (cell == row.end()) return parts;
  for (std::string& part : split(cell->second, ';'))
    if (!part.empty()) parts.push_back(std::move(part));
  return parts;
}

std::vector<Row> rows(std::string_view table) {
  std::vector<Row> all;
  for (const BuiltinFile& file : builtin_lexicon()) {
    if (file.name != "lexicon/" + std::string(table) + ".tsv") continue;
    std::vector<std::string> columns;
    for (const std::string& line : split(file.content, '\n')) {
      if (line.empty() || line[0] == '#' || line[0] == '[') continue;
      std::vector<std::string> cells = split(line, '\t');
      if (columns.empty()) {
        columns = cells;
        continue;
      }
      Row row;
      for (std::size_t i = 0; i < cells.size(); ++i) row[columns.at(i)] = cells[i];
      all.push_back(std::move(row));
    }
  }
  return all;
}

const Lexicon& lexicon() {
  static const std::shared_ptr<const Lexicon> kLexicon = Lexicon::load();
  return *kLexicon;
}

std::string folded(std::string_view name) {
  std::string all;
  for (const FoldedPiece& piece : fold_name(name))
    all += piece.text + (piece.letters == WordCase::capitals ? "^ " : " ");
  return all;
}

std::vector<std::string> names_of(const Row& row, std::string_view name_column) {
  std::vector<std::string> names = list(row, name_column);
  for (const char* column : {"aliases", "demonyms"})
    for (std::string& name : list(row, column)) names.push_back(std::move(name));
  return names;
}

}  // namespace

TEST_CASE("the tables are as large as the documentation says") {
  CHECK(rows("countries").size() >= 200);
  CHECK(rows("actors").size() >= 500);
  CHECK(rows("persons").size() >= 500);
  CHECK(rows("places").size() >= 500);
  CHECK(rows("agents").size() >= 250);
  std::size_t cues = 0;
  for (const Row& row : rows("cues")) cues += list(row, "phrase").size();
  CHECK(cues >= 250);
  std::size_t triggers = 0;
  for (const Row& row : rows("triggers")) triggers += list(row, "phrase").size();
  CHECK(triggers >= 500);
}

TEST_CASE("no entry stands twice in the built-in tables") {
  const std::vector<std::tuple<const char*, const char*, const char*>> tables = {
      {"countries", "iso", ""},   {"actors", "id", ""},           {"persons", "name", ""},
      {"agents", "noun", ""},     {"weapons", "noun", ""},        {"titles", "title", ""},
      {"cues", "phrase", "form"}, {"triggers", "phrase", "form"}, {"nouns", "singular", ""}};
  for (const auto& [table, column, second] : tables) {
    std::set<std::string> seen;
    for (const Row& row : rows(table)) {
      for (const std::string& id : list(row, column)) {
        const std::string key =
            std::string(table) + " " + id + " " + (*second != 0 ? row.at(second) : "");
        INFO(key);
        CHECK(seen.insert(key).second);
      }
    }
  }
}

TEST_CASE("no name stands for two actors") {
  std::map<std::string, std::string> owner;
  const auto take = [&](const std::string& name, const std::string& id) {
    const auto [known, fresh] = owner.try_emplace(folded(name), id);
    INFO(name << ": " << known->second << " and " << id);
    CHECK((fresh || known->second == id));
  };
  for (const Row& row : rows("countries"))
    for (const std::string& name : names_of(row, "name")) take(name, row.at("iso"));
  for (const Row& row : rows("actors"))
    for (const std::string& name : names_of(row, "name")) take(name, row.at("id"));
  for (const Row& row : rows("persons"))
    for (const std::string& name : names_of(row, "name")) take(name, row.at("name"));
}

TEST_CASE("every name finds its entry") {
  const auto finds = [](const std::string& name, const std::string& id) {
    const std::vector<std::string> parts = split(name, ' ');
    const std::vector<std::string_view> words(parts.begin(), parts.end());
    const NameMatch match = lexicon().match_name(words, 0);
    INFO(name);
    CHECK(match.tokens == words.size());
    REQUIRE(match.actor != nullptr);
    CHECK(match.actor->id == id);
  };
  for (const Row& row : rows("countries"))
    for (const std::string& name : names_of(row, "name")) finds(name, row.at("iso"));
  for (const Row& row : rows("actors"))
    for (const std::string& name : names_of(row, "name")) finds(name, row.at("id"));
}

TEST_CASE("countries that are named are countries of the table") {
  for (const char* table : {"actors", "persons", "places"}) {
    for (const Row& row : rows(table)) {
      const auto country = row.find("country");
      if (country == row.end() || country->second.empty()) continue;
      INFO(table << ": " << row.at("name") << ", " << country->second);
      CHECK(lexicon().actor(country->second) != nullptr);
    }
  }
}

TEST_CASE("places have the keys that their names make") {
  for (const Row& row : rows("places")) {
    const std::string key = named_place_key(row.at("country"), row.at("name"));
    INFO(key);
    const PlaceEntry* place = lexicon().place(key.substr(std::string("place:").size()));
    REQUIRE(place != nullptr);
    CHECK(place->name == row.at("name"));
    CHECK(place->located);
  }
}

TEST_CASE("persons hold offices with titles of the table") {
  std::set<std::string> titles;
  for (const Row& row : rows("titles"))
    for (const std::string& title : list(row, "title")) titles.insert(title);
  for (const Row& row : rows("titles")) {
    const auto office = row.find("office");
    if (office != row.end() && !office->second.empty()) CHECK(titles.contains(office->second));
  }
  for (const Row& row : rows("persons")) {
    for (const std::string& office : list(row, "offices")) {
      INFO(row.at("name") << ": " << office);
      CHECK(titles.contains(office.substr(0, office.find(" @ "))));
    }
  }
}

TEST_CASE("slots are words that the coders know") {
  const std::set<std::string> prepositions = {
      "aboard", "about",     "against", "along", "among", "as",      "at",
      "behind", "beside",    "between", "by",    "for",   "from",    "in",
      "into",   "involving", "near",    "of",    "on",    "outside", "over",
      "to",     "toward",    "towards", "under", "upon",  "with"};
  const auto known = [&](const Row& row, const char* column, const std::set<std::string>& slots) {
    for (const std::string& slot : list(row, column)) {
      INFO(row.at("phrase") << ": " << slot);
      CHECK((slots.contains(slot) || prepositions.contains(slot)));
    }
  };
  for (const Row& row : rows("triggers")) {
    known(row, "initiator", {"subject", "object", "agent"});
    known(row, "target", {"subject", "object", "agent"});
  }
  for (const Row& row : rows("cues")) {
    known(row, "content", {"clause", "quote", "object", "infinitive", "gerund"});
    known(row, "addressee", {"object"});
  }
}
