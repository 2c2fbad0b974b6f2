// The arrows of docs/architecture.md, checked on what is really included and linked.

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Folders = std::set<std::string>;

// What each folder may stand on, itself left out.
const std::map<std::string, Folders> kMayUse = {
    {"proto", {}},
    {"graph", {"proto"}},
    {"storage", {"graph", "proto"}},
    {"extract", {"graph", "proto"}},
    {"interchange", {"graph", "proto"}},
    {"query", {"storage", "graph", "proto"}},
    {"cli", {"query", "storage", "extract", "interchange", "graph", "proto"}},
};

// Libraries that one folder alone knows, by how their headers begin.
const std::map<std::string, std::string> kKeptIn = {
    {"rocksdb/", "storage"},   {"link-grammar/", "extract"}, {"simdjson", "interchange"},
    {"zlib.h", "interchange"}, {"gumbo.h", "interchange"},   {"libxml/", "interchange"},
    {"serd/", "interchange"},  {"boost/", "query"},          {"CLI/", "cli"},
};

struct Line {
  std::string folder;
  std::string where;  // file:line
  std::string text;
};

std::vector<Line> source_lines() {
  std::vector<Line> lines;
  for (const auto& [folder, allowed] : kMayUse) {
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(CASUS_SOURCE_DIR) / folder)) {
      const auto extension = entry.path().extension();
      if (extension != ".h" && extension != ".cc") continue;
      std::ifstream in(entry.path());
      std::string text;
      for (int number = 1; std::getline(in, text); ++number) {
        lines.push_back({folder, entry.path().string() + ":" + std::to_string(number), text});
      }
    }
  }
  return lines;
}

std::string folder_of_include(const std::string& path) {
  const std::string folder = path.substr(0, path.find('/'));
  return folder == "casus" ? "proto" : folder;
}

}  // namespace

TEST_CASE("includes follow the arrows of the design") {
  const std::regex include(R"re(\s*#\s*include\s+"([^"]+)".*)re");
  std::size_t seen = 0;
  for (const Line& line : source_lines()) {
    std::smatch match;
    if (!std::regex_match(line.text, match, include)) continue;
    ++seen;
    const std::string used = folder_of_include(match[1]);
    INFO(line.where << ": " << line.text);
    REQUIRE(kMayUse.count(used) == 1);  // root-relative
    CHECK((used == line.folder || kMayUse.at(line.folder).count(used) == 1));
  }
  CHECK(seen > 100);
}

TEST_CASE("a library that one folder hides shows in no other") {
  const std::regex include(R"re(\s*#\s*include\s+<([^>]+)>.*)re");
  for (const Line& line : source_lines()) {
    std::smatch match;
    if (!std::regex_match(line.text, match, include)) continue;
    for (const auto& [head, folder] : kKeptIn) {
      if (match[1].str().rfind(head, 0) != 0) continue;
      INFO(line.where << ": " << line.text);
      CHECK(line.folder == folder);
    }
  }
}

TEST_CASE("a header that is installed includes no other header of casus than such") {
  std::ifstream list(CASUS_PUBLIC_HEADERS_FILE);
  std::set<std::string> installed;
  for (std::string name; std::getline(list, name);) installed.insert(name);
  CHECK(installed.count("query/questions.h") == 1);
  CHECK(installed.count("casus/v1/graph.pb.h") == 1);
  const std::regex include(R"re(\s*#\s*include\s+"([^"]+)".*)re");
  for (const std::string& name : installed) {
    if (folder_of_include(name) == "proto") continue;  // generated, and compiled by tests/package
    std::ifstream in(fs::path(CASUS_SOURCE_DIR) / name);
    REQUIRE(in.good());
    for (std::string text; std::getline(in, text);) {
      std::smatch match;
      if (!std::regex_match(text, match, include)) continue;
      INFO(name << ": " << text);
      CHECK(installed.count(match[1]) == 1);
    }
  }
}

TEST_CASE("no public header of storage shows RocksDB") {
  for (const auto& entry : fs::directory_iterator(fs::path(CASUS_SOURCE_DIR) / "storage")) {
    if (entry.path().extension() != ".h") continue;
    std::ifstream in(entry.path());
    std::stringstream text;
    text << in.rdbuf();
    INFO(entry.path());
    CHECK(text.str().find("rocksdb::") == std::string::npos);
    CHECK(text.str().find("<rocksdb/") == std::string::npos);
  }
}

TEST_CASE("only the command prints and exits") {
  const std::regex prints(
      R"re(.*\b(std::cout|std::cerr|printf|fmt::print|std::exit|abort\(\)).*)re");
  for (const Line& line : source_lines()) {
    if (line.folder == "cli" || line.text.find("//") != std::string::npos) continue;
    INFO(line.where << ": " << line.text);
    CHECK_FALSE(std::regex_match(line.text, prints));
  }
}

TEST_CASE("links follow the arrows of the design") {
  std::ifstream in(CASUS_LINKS_FILE);
  std::size_t targets = 0;
  for (std::string text; std::getline(in, text);) {
    std::istringstream words(text);
    std::string target;
    words >> target;
    REQUIRE(target.rfind("casus_", 0) == 0);
    const std::string folder = target.substr(6, target.size() - 7);
    ++targets;
    for (std::string library; words >> library;) {
      if (library.rfind("casus_", 0) != 0 || library == "casus_options") continue;
      INFO(target << " links " << library);
      CHECK(kMayUse.at(folder).count(library.substr(6)) == 1);
    }
  }
  CHECK(targets == kMayUse.size());
}
