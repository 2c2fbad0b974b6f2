#ifndef CASUS_QUERY_QUOTES_H_
#define CASUS_QUERY_QUOTES_H_

// Quotes as questions.h has them, for who needs many from few articles: keeps what it has looked up
// of an article. One thread; must not outlive its snapshot.

#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "casus/v1/answer.pb.h"
#include "storage/snapshot.h"

namespace casus::query {

class Quotes {
 public:
  explicit Quotes(const storage::Snapshot& snapshot) : snapshot_(snapshot) {}

  v1::Quote quote(const v1::Evidence& evidence);
  v1::Quote quote(const v1::Node& node);
  // The same without its words, which costs no look-up of a text.
  v1::Quote place(const v1::Node& node);
  // Looks up many articles at once, at half the cost; 0 is none.
  void learn(std::span<const storage::NodeId> articles);
  // A quote of nothing from an article: its id, outlet and day; all empty if there is none of this
  // key. Valid as long as the object.
  const v1::Quote& source(const std::string& article);

 private:
  v1::Quote place(const std::string& article, const v1::Span& span);
  v1::Quote quote(const std::string& article, v1::Span span);

  const storage::Snapshot& snapshot_;
  std::unordered_map<std::string, v1::Quote> sources_;  // by article
  std::unordered_set<storage::NodeId> learned_;
};

}  // namespace casus::query

#endif  // CASUS_QUERY_QUOTES_H_
