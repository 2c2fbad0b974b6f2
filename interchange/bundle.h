#ifndef CASUS_INTERCHANGE_BUNDLE_H_
#define CASUS_INTERCHANGE_BUNDLE_H_

// A bundle of evidence: what "bundle" of writers.h puts into a folder.
//
//   subgraph.pb      length-delimited Subgraph frames
//   evidence.jsonl   the words of each event, statement and claim: node, article, span, quote
//   articles.jsonl   of each article its key, id, url, title, outlet, day and content hash
//   SHA256SUMS       the digests of these files, as `sha256sum --check` takes them

#include <filesystem>
#include <string>
#include <vector>

namespace casus::interchange {

// What is wrong with a bundle, a sentence each: a file that is changed, that is missing, that does
// not belong to it. Empty if it is as it was written. Throws InputError if the folder is no bundle.
std::vector<std::string> verify_bundle(const std::filesystem::path& folder);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_BUNDLE_H_
