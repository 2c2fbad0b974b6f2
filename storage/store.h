#ifndef CASUS_STORAGE_STORE_H_
#define CASUS_STORAGE_STORE_H_

// A conflict-event graph on disk: annotations as the primary record, and the nodes, edges and
// indices derived from them. `docs/storage-format.md` has the keys byte by byte.
//
// Threads: one writer at a time; `snapshot` may be called from any thread. One process writes; any
// number of others read. Opening for writing while another process does throws StoreError with the
// holder's process id.
// Cost: one atomic batch an article; resolution looks only at nodes that share a block token.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "graph/assemble.h"
#include "storage/engine.h"
#include "storage/snapshot.h"

namespace casus::storage {

inline constexpr std::uint32_t kFormatVersion = 1;
inline constexpr std::size_t kMaxArticleBytes = kMaxTextBytes;  // of text; validate sees to it

struct StoreOptions {
  bool read_only = false;  // a missing store is then an empty one
  Sync sync = Sync::none;  // of each article's commit; `close` and `flush` always sync
  std::size_t memory_bytes = 256 << 20;  // block cache and write buffers together
};

enum class PutOutcome {
  added,
  unchanged,
  replaced,
  outdated,  // the store holds a newer version of the article; nothing changes
};

// What is stored of an article's making: if all are equal, putting it again changes nothing.
struct ArticleState {
  std::string content_hash;  // of the article's fields and text
  std::string extractor_name;
  std::string extractor_version;
  friend bool operator==(const ArticleState&, const ArticleState&) = default;
};

// XXH3-128, in hex, of everything an article holds but its key; the same as graph's.
std::string content_hash(const v1::Article& article);

// The result of `Store::check`.
struct Finding {
  std::string what;  // a sentence that names the key and what is wrong
};
struct CheckReport {
  std::uint64_t entries = 0;
  std::uint64_t articles = 0;
  std::vector<Finding> findings;  // at most `limit` of them are kept
  std::uint64_t findings_total = 0;
};

class Store {
 public:
  // Opens or, unless read-only, creates. Throws StoreError if the store is locked, damaged or of a
  // newer format, InputError if `dir` is something else than a store.
  static std::unique_ptr<Store> open(const std::filesystem::path& dir, const StoreOptions& options);
  // On an engine of the caller's; used by tests and by programs that keep a graph in memory.
  static std::unique_ptr<Store> on(std::unique_ptr<Engine> engine, const StoreOptions& options);
  ~Store();

  // Takes an article in, or replaces what it contributed. Of two versions of an article the one
  // with the later `Article.updated` stands, in whichever order they come; one that does not say
  // when it was updated is older than any that does. Otherwise the last one stands. Validates the
  // annotation: throws InputError, and nothing has changed, if it is not sound.
  PutOutcome put(const v1::ArticleAnnotation& annotation);

  // What `put` would do now with what this extractor says of the article, if that is sound, told
  // before anything is extracted. A few look-ups. Any thread.
  PutOutcome foresee(const v1::Article& article, const v1::ExtractorInfo& extractor) const;

  // What is stored of an article; nullopt if it is not in the store. One look-up.
  std::optional<ArticleState> state(std::string_view article_key) const;

  // Takes an article out: the graph is then the one that never saw it. False if it is not there.
  bool retract(std::string_view article_key);

  std::shared_ptr<const Snapshot> snapshot() const;

  // Walks every invariant: derived entries follow from the annotations and nothing else is there,
  // both directions of each edge, counts, spans within texts, format version. Cost: reads
  // everything, memory bounded by the largest article and a sort on disk or by look-ups.
  CheckReport check(std::size_t limit = 100) const;

  void flush();
  void compact();
  std::uint64_t bytes_on_disk() const;

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace casus::storage

#endif  // CASUS_STORAGE_STORE_H_
