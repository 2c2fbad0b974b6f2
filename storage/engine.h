#ifndef CASUS_STORAGE_ENGINE_H_
#define CASUS_STORAGE_ENGINE_H_

// The ordered key-value seam. Everything above it sees keys and values as bytes; RocksDB implements
// it for real (rocksdb_engine.h), a sorted map in memory for tests (memory_engine.h), and one
// conformance suite (tests/storage) runs against every engine.
//
// Keys are ordered by unsigned bytes. Values stay below kMaxValueBytes so that a distributed engine
// can take the place of an embedded one.
//
// Threads: one writer at a time (`write`, `bulk_load`, `erase_range`, `compact` are not to be
// called together); any number of readers beside it, each on a snapshot of its own. A failing
// engine throws StoreError.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace casus::storage {

inline constexpr std::size_t kMaxValueBytes = 1 << 20;

// Puts and deletes that are applied together or not at all; a later operation on a key wins.
class Batch {
 public:
  void put(std::string_view key, std::string_view value);
  void erase(std::string_view key);
  bool empty() const { return operations_.empty(); }
  void clear() { operations_.clear(); }

  struct Operation {
    std::string key;
    std::optional<std::string> value;  // nullopt: erase
  };
  const std::vector<Operation>& operations() const { return operations_; }

 private:
  std::vector<Operation> operations_;
};

// The entries of a key range in order. Views are valid until the cursor moves.
class Cursor {
 public:
  virtual ~Cursor() = default;
  virtual bool valid() const = 0;
  virtual void next() = 0;
  virtual void seek(std::string_view key) = 0;         // to the first key >= `key` in the range
  virtual void seek_before(std::string_view key) = 0;  // to the last key < `key` in the range
  virtual std::string_view key() const = 0;
  virtual std::string_view value() const = 0;
};

// An unchanging picture of the store. Thread-safe; a cursor belongs to one thread. Must not outlive
// its engine.
class EngineSnapshot {
 public:
  virtual ~EngineSnapshot() = default;
  virtual std::optional<std::string> get(std::string_view key) const = 0;
  virtual std::vector<std::optional<std::string>> multi_get(
      std::span<const std::string> keys) const = 0;
  // Positioned on the first key of [begin, end); an empty `end` means no bound.
  virtual std::unique_ptr<Cursor> scan(std::string_view begin, std::string_view end) const = 0;

  // The directory of the store, and what tells this picture of it from others: equal only if all
  // entries are. nullopt: it is on no disk.
  struct Place {
    std::filesystem::path dir;
    std::string state;
  };
  virtual std::optional<Place> place() const { return std::nullopt; }
};

enum class Sync {
  none,   // survives the death of the process
  flush,  // survives the loss of power
};

class Engine {
 public:
  virtual ~Engine() = default;
  virtual std::shared_ptr<const EngineSnapshot> snapshot() const = 0;
  // An empty batch with Sync::flush makes what was written before survive the loss of power.
  virtual void write(const Batch& batch, Sync sync) = 0;
  // Puts entries, given in strictly ascending key order, over what is there, or, without a value,
  // takes them away: all of them at once or, after a crash, none. `next` returns false at the end.
  // What was loaded survives the loss of power.
  using NextEntry = std::function<bool(std::string& key, std::optional<std::string>& value)>;
  virtual void bulk_load(const NextEntry& next) = 0;
  // A directory for temporary files of such work.
  virtual std::filesystem::path scratch() const = 0;
  // Takes all keys of [begin, end) away; an empty `end` means no bound. Costs little, however many
  // there are. After a crash it has happened or not.
  virtual void erase_range(std::string_view begin, std::string_view end) = 0;
  virtual void compact() = 0;
  virtual std::uint64_t bytes_on_disk() const = 0;
  virtual bool read_only() const = 0;
};

// The key after all keys that start with `prefix`; empty if there is none (all bytes 0xFF).
std::string after_prefix(std::string_view prefix);

}  // namespace casus::storage

#endif  // CASUS_STORAGE_ENGINE_H_
