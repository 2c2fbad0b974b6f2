#include "interchange/bundle.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "graph/error.h"
#include "interchange/sha256.h"
#include "quarrel.h"
#include "tool.h"

using namespace casus;
using namespace casus::interchange_test;

namespace {

namespace fs = std::filesystem;

// A bundle of the quarrel, removed at the end.
class Bundle {
 public:
  Bundle() {
    std::string name = (fs::temp_directory_path() / "casus-bundle-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary directory");
    path = name;
    v1::Subgraph graph = quarrel();
    for (v1::Node& node : *graph.mutable_nodes()) {
      if (node.has_event()) node.mutable_evidence()->add_spans()->set_end(9);
    }
    const auto writer = interchange::make_folder_writer("bundle", path, looking_in(graph));
    writer->write(graph);
    writer->finish();
  }
  ~Bundle() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  Bundle(const Bundle&) = delete;
  Bundle& operator=(const Bundle&) = delete;

  std::vector<std::string> faults() const { return interchange::verify_bundle(path); }

  fs::path path;
};

using Faults = std::vector<std::string>;

}  // namespace

TEST_CASE("SHA-256 of every length around a block's, in pieces") {
  std::string ours;
  for (std::size_t length = 50; length < 132; ++length) {
    interchange::Sha256 digest;
    digest.add(std::string(length / 3, '\xE9'));
    digest.add(std::string(length - length / 3, '\xE9'));
    ours += digest.finish() + "\n";
  }
  CHECK(ours == run_python_on("",
                              "import hashlib\n"
                              "for n in range(50, 132):\n"
                              "    print(hashlib.sha256(b'\\xe9' * n).hexdigest())"));
}

TEST_CASE("a bundle holds the graph, the words and the articles; sha256sum agrees") {
  const Bundle bundle;
  CHECK(bundle.faults().empty());
  CHECK(run_on("", "cd '" + bundle.path.string() + "' && sha256sum --strict --check SHA256SUMS") ==
        "articles.jsonl: OK\nevidence.jsonl: OK\nsubgraph.pb: OK\n");
  CHECK(
      run_on("", "jq -c . '" + (bundle.path / "evidence.jsonl").string() + "'") ==
      R"({"node":"event:1/e1","article":"article:1","begin":0,"end":9,"quote":"words of article:1"})"
      "\n");
  CHECK(run_on("", "jq -r .outlet '" + (bundle.path / "articles.jsonl").string() + "'") ==
        "Courier\nLedger\n");
}

TEST_CASE("a bundle with one changed byte is found out, in any of its files") {
  for (const char* name : {"articles.jsonl", "evidence.jsonl", "subgraph.pb"}) {
    const Bundle bundle;
    std::fstream file(bundle.path / name, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(5);
    file.put('~');
    file.close();
    CHECK(bundle.faults() == Faults{std::string(name) + " is not as it was written."});
  }
}

TEST_CASE("a file more or less is found out, and what is no bundle is an error") {
  const Bundle bundle;
  fs::rename(bundle.path / "evidence.jsonl", bundle.path / "other");
  CHECK(bundle.faults() ==
        Faults{"evidence.jsonl is missing.", "other does not belong to the bundle."});
  std::ofstream(bundle.path / "SHA256SUMS") << "";
  CHECK(bundle.faults().size() == 6);
  std::ofstream(bundle.path / "SHA256SUMS") << "no digest\n";
  CHECK_THROWS_AS(bundle.faults(), InputError);
  fs::remove(bundle.path / "SHA256SUMS");
  CHECK_THROWS_AS(bundle.faults(), InputError);
}
