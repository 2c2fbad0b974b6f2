#include "interchange/bundle.h"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <string_view>
#include <utility>

#include "graph/error.h"
#include "interchange/bytes.h"
#include "interchange/json_object.h"
#include "interchange/neighbours.h"
#include "interchange/sha256.h"
#include "interchange/subgraph_writers.h"

namespace casus::interchange {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSums = "SHA256SUMS";
constexpr std::size_t kMostSums = 1 << 20;

std::string digest_of(const fs::path& file) {
  FileBytes in(file);
  Sha256 digest;
  std::array<char, 1 << 16> piece{};
  while (const std::size_t size = in.read(piece.data(), piece.size())) {
    digest.add({piece.data(), size});
  }
  return digest.finish();
}

class BundleWriter : public SubgraphWriter {
 public:
  BundleWriter(fs::path folder, const Lookup& lookup)
      : folder_(std::move(folder)),
        graph_(folder_ / "subgraph.pb", std::ios::binary),
        evidence_(folder_ / "evidence.jsonl", std::ios::binary),
        articles_(folder_ / "articles.jsonl", std::ios::binary),
        neighbours_(lookup) {}

  void write(const v1::Subgraph& frame) override {
    write_delimited(frame, graph_);
    for (const v1::Node& node : frame.nodes()) {
      if (node.has_article()) write(node, node.article());
      for (const v1::Span& span : node.evidence().spans()) write(node, span);
    }
    check(evidence_);
    check(articles_);
  }

  void finish() override {
    std::ofstream sums(folder_ / kSums, std::ios::binary);
    for (const auto& [name, file] :
         {std::pair("articles.jsonl", &articles_), std::pair("evidence.jsonl", &evidence_),
          std::pair("subgraph.pb", &graph_)}) {
      file->close();
      check(*file);
      sums << digest_of(folder_ / name) << "  " << name << '\n';
    }
    sums.close();
    check(sums);
  }

 private:
  void write(const v1::Node& node, const v1::Article& article) {
    articles_ << JsonObject()
                     .text("key", node.key())
                     .text("id", article.id())
                     .text("url", article.url())
                     .text("title", article.title())
                     .text("outlet", article.outlet())
                     .text("published", article.published())
                     .text("content_hash", node.content_hash())
                     .take()
              << '\n';
  }

  void write(const v1::Node& node, const v1::Span& span) {
    const std::string& article = node.evidence().article();
    JsonObject line;
    line.text("node", node.key()).text("article", article);
    line.json("begin", span.begin()).json("end", span.end());
    if (span.part() == v1::TextPart::title) line.text("part", "title");
    evidence_ << line.text("quote", neighbours_.words(article, span)).take() << '\n';
  }

  fs::path folder_;
  std::ofstream graph_;
  std::ofstream evidence_;
  std::ofstream articles_;
  Neighbours neighbours_;
};

// File names by digest lines; throws InputError for a line that is none.
std::map<std::string, std::string> read_sums(const fs::path& folder) {
  constexpr std::size_t kDigits = 64;
  const fs::path file = folder / kSums;
  if (!fs::is_regular_file(file)) {
    throw InputError(fmt::format("'{}' is no bundle: it has no file {}.", folder.string(), kSums));
  }
  FileBytes in(file);
  const std::string text = read_whole(in, kMostSums);
  std::map<std::string, std::string> sums;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    const std::string name = line.size() > kDigits + 2 ? line.substr(kDigits + 2) : std::string();
    if (name.empty() || name.find('/') != std::string::npos || line.substr(kDigits, 2) != "  ") {
      throw InputError(fmt::format("'{}' holds a line that is no digest: {}", file.string(), line));
    }
    sums[name] = line.substr(0, kDigits);
    at = end + 1;
  }
  return sums;
}

}  // namespace

std::vector<std::string> verify_bundle(const fs::path& folder) {
  auto sums = read_sums(folder);
  std::vector<std::string> faults;
  for (const char* name : {"articles.jsonl", "evidence.jsonl", "subgraph.pb"}) {
    if (!sums.contains(name)) faults.push_back(fmt::format("{} has no digest in {}.", name, kSums));
  }
  for (const auto& [name, digest] : sums) {
    if (!fs::is_regular_file(folder / name)) {
      faults.push_back(fmt::format("{} is missing.", name));
    } else if (digest_of(folder / name) != digest) {
      faults.push_back(fmt::format("{} is not as it was written.", name));
    }
  }
  std::set<std::string> others;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name != kSums && !sums.contains(name)) others.insert(name);
  }
  for (const std::string& name : others) {
    faults.push_back(fmt::format("{} does not belong to the bundle.", name));
  }
  return faults;
}

std::unique_ptr<SubgraphWriter> make_bundle_writer(const fs::path& folder, const Lookup& lookup) {
  return std::make_unique<BundleWriter>(folder, lookup);
}

}  // namespace casus::interchange
