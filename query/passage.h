#ifndef CASUS_QUERY_PASSAGE_H_
#define CASUS_QUERY_PASSAGE_H_

#include <string>
#include <string_view>

#include "casus/v1/annotation.pb.h"
#include "storage/snapshot.h"

namespace casus::query {

// The bytes of a span, of an article's text or of its title, clamped to it; empty if there is no
// such article. Reads only what it needs of a text. Thread-safe.
std::string passage(const storage::Snapshot& snapshot, std::string_view article_key,
                    const v1::Span& span);

// The same for who asks for many of one article before those of the next: reads a text once. One
// thread; must not outlive its snapshot. Memory: one article.
class Passages {
 public:
  explicit Passages(const storage::Snapshot& snapshot) : snapshot_(snapshot) {}
  std::string find(const std::string& article_key, const v1::Span& span);

 private:
  const storage::Snapshot& snapshot_;
  std::string article_;
  std::string title_;
  std::string text_;
};

}  // namespace casus::query

#endif  // CASUS_QUERY_PASSAGE_H_
