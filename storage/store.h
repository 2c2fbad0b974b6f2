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
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "casus/v1/correction.pb.h"
#include "graph/assemble.h"
#include "storage/engine.h"
#include "storage/memory.h"
#include "storage/snapshot.h"

namespace casus::storage {

inline constexpr std::uint32_t kFormatVersion = 5;
inline constexpr std::uint32_t kOldestFormat = 5;  // that is read; older ones are rebuilt
inline constexpr std::size_t kMaxArticleBytes = kMaxTextBytes;  // of text; validate sees to it

class BulkLoad;
struct BulkLoadOptions;

struct StoreOptions {
  bool read_only = false;  // a missing store is then an empty one
  // Opens for writing also a store that only `rebuild` makes one that can be written again.
  bool to_rebuild = false;
  Sync sync = Sync::none;  // of each article's commit; `close` and `flush` always sync
  // Block cache, with indices, filters and write buffers in it; for a writer half of it, and half
  // for what a bulk load sorts.
  std::size_t memory_bytes = default_memory();
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
  std::string annotation_hash;  // of what the extractor said of the article
  friend bool operator==(const ArticleState&, const ArticleState&) = default;
};

// XXH3-128, in hex, of everything an article holds but its key; the same as graph's.
std::string content_hash(const v1::Article& article);

// XXH3-128, in hex, of what an origin is to stand for: see Store::put.
std::string origin_of(std::string_view bytes);

// What is known of an input before it is read.
struct Recognised {
  std::string article;                         // key
  PutOutcome outcome = PutOutcome::unchanged;  // or outdated
};

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

struct RebuildReport {
  std::uint64_t articles = 0;
  std::vector<std::string> left_out;  // sentences: records that could not be read, and are gone
};
// Of work that goes through all articles.
using ArticleProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;

class Store {
 public:
  // Opens or, unless read-only, creates. Throws StoreError if the store is locked, damaged, of a
  // newer format, half rebuilt, or, for writing, derived by other rules; InputError if `dir` is
  // something else than a store.
  static std::unique_ptr<Store> open(const std::filesystem::path& dir, const StoreOptions& options);
  // On an engine of the caller's; used by tests and by programs that keep a graph in memory.
  static std::unique_ptr<Store> on(std::unique_ptr<Engine> engine, const StoreOptions& options);
  ~Store();

  // Takes an article in, or replaces what it contributed. Of two versions of an article the one
  // with the later `Article.updated` stands, in whichever order they come; one that does not say
  // when it was updated is older than any that does. Otherwise the last one stands. Validates the
  // annotation: throws InputError, and nothing has changed, if it is not sound.
  // `origin`, an `origin_of` all that decides what is made of an input (its bytes, who reads them
  // and how), is remembered for `recognise`, also of an article that is unchanged or outdated. One
  // origin stands for one article: if two are said to have it, it is remembered of the first.
  PutOutcome put(const v1::ArticleAnnotation& annotation, std::string_view origin = {});

  // What `put` would do now. A few look-ups. Any thread.
  PutOutcome foresee(const v1::ArticleAnnotation& annotation) const;
  // The same with what this extractor says of the article, if that is sound, told before anything
  // is extracted.
  PutOutcome foresee(const v1::Article& article, const v1::ExtractorInfo& extractor) const;
  // The same, and if it is that nothing changes, the origin is remembered as by `put`.
  PutOutcome remember(const v1::Article& article, const v1::ExtractorInfo& extractor,
                      std::string_view origin);

  // The article of an input that would change nothing, as it did not when it was last put, told
  // before it is read; nullopt if that is not known. A rebuild forgets all origins. Two look-ups.
  // Any thread.
  std::optional<Recognised> recognise(std::string_view origin) const;

  // What is stored of an article; nullopt if it is not in the store. One look-up.
  std::optional<ArticleState> state(std::string_view article_key) const;

  // Takes an article out: the graph is then the one that never saw it. False if it is not there.
  // Corrections stay, and are in effect again when the article comes back.
  bool retract(std::string_view article_key);

  // Takes in what a person says of the graph; gives the record as it is kept, with its number.
  // Filled in by the caller: `kind`, the keys of `node` and `other`, `name`, `undoes`, `author`,
  // `time`, `reason`. The graph is at once the one that follows from all annotations and all
  // corrections that are not undone; a later merge or split of two nodes wins over an earlier one,
  // and either over the rules. Throws InputError, and nothing has changed, if it cannot be.
  // Cost: that of putting the article again that `node` belongs to.
  v1::Correction correct(const v1::Correction& asked);

  // Takes in many records at once: see bulk_load.h. The store must outlive the load, and takes no
  // other write until it is finished or gone.
  std::unique_ptr<BulkLoad> bulk_load(const BulkLoadOptions& options);

  std::shared_ptr<const Snapshot> snapshot() const;

  // Walks every invariant: derived entries follow from the annotations and nothing else is there,
  // both directions of each edge, counts, spans within texts, format version. Cost: reads
  // everything, memory bounded by the largest article and a sort on disk or by look-ups. `progress`
  // counts articles.
  CheckReport check(std::size_t limit = 100, const ArticleProgress& progress = {}) const;

  // Derives everything again from the annotations and corrections, in place: for a store that other
  // rules derived, whose rebuild was cut off, or whose derived entries are damaged. Answers are the
  // same after it, the rules being the same. Until it ends the store can be opened for nothing
  // else. `progress` counts articles. Cost: that of putting every article, without extraction;
  // memory of one article.
  RebuildReport rebuild(const ArticleProgress& progress = {});

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
