#include "storage/rocksdb_engine.h"

#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/options.h>
#include <rocksdb/sst_file_writer.h>
#include <rocksdb/table.h>
#include <rocksdb/write_batch.h>
#include <rocksdb/write_buffer_manager.h>

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

#include "graph/error.h"
#include "storage/writer_lock.h"

namespace casus::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kBulkFileBytes = 256 << 20;
constexpr std::size_t kLittleBytes = 8 << 20;  // of a bulk load that is no more than a write
constexpr int kOpenAttempts = 10;

rocksdb::Slice slice(std::string_view bytes) { return {bytes.data(), bytes.size()}; }
std::string_view view(const rocksdb::Slice& bytes) { return {bytes.data(), bytes.size()}; }

void require(const rocksdb::Status& status, const std::string& what) {
  if (status.ok()) return;
  throw StoreError(what + ": " + status.ToString() +
                   (status.IsCorruption() ? ". The store is damaged: restore a backup, or ingest "
                                            "the articles into a new store."
                                          : ". Check the disk and its permissions."));
}

// RocksDB would write a LOG file into the store at each open, also of a reader.
class NoLog final : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char* /*format*/, va_list /*arguments*/) override {}
};

rocksdb::Options options_for(const RocksDbOptions& wanted) {
  constexpr int kBuffers = 2;
  const std::size_t buffer = std::clamp<std::size_t>(wanted.memory_bytes / 8, 1 << 20, 64 << 20);
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = rocksdb::NewLRUCache(wanted.memory_bytes);
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  table.format_version = 5;
  table.block_size = 8 << 10;
  // A question reads the parts of filters and indices that it touches: whole, they are a twentieth
  // of a store, and a program that answers one question would read them to open it. Files that were
  // written with whole ones keep them in memory.
  table.index_type = rocksdb::BlockBasedTableOptions::kTwoLevelIndexSearch;
  table.partition_filters = true;
  table.cache_index_and_filter_blocks = true;
  table.metadata_cache_options.top_level_index_pinning = rocksdb::PinningTier::kAll;
  table.metadata_cache_options.unpartitioned_pinning = rocksdb::PinningTier::kAll;

  rocksdb::Options options;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  options.create_if_missing = true;
  options.paranoid_checks = true;
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  options.compression = rocksdb::kLZ4Compression;
  // Zstandard would take a fifth less room, and a question a quarter more time.
  options.bottommost_compression = rocksdb::kLZ4HCCompression;
  options.bottommost_compression_opts.enabled = true;
  options.bottommost_compression_opts.level = 4;
  options.write_buffer_size = buffer;
  options.max_write_buffer_number = kBuffers;
  // Does not flush sooner than the buffers do; makes blocks give way to them.
  options.write_buffer_manager =
      std::make_shared<rocksdb::WriteBufferManager>(2 * kBuffers * buffer, table.block_cache);
  options.level_compaction_dynamic_level_bytes = true;
  options.max_background_jobs = 2;
  options.max_open_files = wanted.read_only ? -1 : 512;
  // A small store is small and opens fast.
  options.allow_fallocate = false;
  options.manifest_preallocation_size = 64 << 10;
  options.max_file_opening_threads = 1;  // opening one takes less than starting a thread
  options.skip_stats_update_on_db_open = true;
  options.stats_dump_period_sec = 0;
  options.stats_persist_period_sec = 0;
  options.info_log = std::make_shared<NoLog>();
  return options;
}

class RocksDbCursor final : public Cursor {
 public:
  RocksDbCursor(rocksdb::DB& db, const rocksdb::Snapshot* snapshot, std::string_view begin,
                std::string_view end)
      : begin_(begin), end_(end), bound_(slice(end_)) {
    rocksdb::ReadOptions options;
    options.snapshot = snapshot;
    if (!end_.empty()) options.iterate_upper_bound = &bound_;
    iterator_.reset(db.NewIterator(options));
    seek(begin);
  }

  bool valid() const override {
    return iterator_->Valid() && (end_.empty() || begin_ < end_) && key() >= begin_;
  }
  void next() override {
    iterator_->Next();
    require_sound();
  }
  void seek(std::string_view key) override {
    iterator_->Seek(slice(std::max<std::string_view>(key, begin_)));
    require_sound();
  }
  void seek_before(std::string_view key) override {
    const std::string_view bound = end_.empty() ? key : std::min<std::string_view>(key, end_);
    iterator_->SeekForPrev(slice(bound));
    if (iterator_->Valid() && this->key() == bound) iterator_->Prev();
    require_sound();
  }
  std::string_view key() const override { return view(iterator_->key()); }
  std::string_view value() const override { return view(iterator_->value()); }

 private:
  void require_sound() const {
    if (!iterator_->Valid()) require(iterator_->status(), "The store cannot be read");
  }

  const std::string begin_;
  const std::string end_;
  const rocksdb::Slice bound_;
  std::unique_ptr<rocksdb::Iterator> iterator_;
};

class RocksDbSnapshot final : public EngineSnapshot {
 public:
  RocksDbSnapshot(rocksdb::DB& db, const fs::path& dir)
      : db_(db), dir_(dir), snapshot_(db.GetSnapshot()) {}
  RocksDbSnapshot(const RocksDbSnapshot&) = delete;
  RocksDbSnapshot& operator=(const RocksDbSnapshot&) = delete;
  ~RocksDbSnapshot() override { db_.ReleaseSnapshot(snapshot_); }

  std::optional<std::string> get(std::string_view key) const override {
    std::string value;
    const rocksdb::Status status =
        db_.Get(options(), db_.DefaultColumnFamily(), slice(key), &value);
    if (status.IsNotFound()) return std::nullopt;
    require(status, "The store cannot be read");
    return value;
  }

  std::vector<std::optional<std::string>> multi_get(
      std::span<const std::string> keys) const override {
    std::vector<rocksdb::Slice> slices;
    slices.reserve(keys.size());
    for (const std::string& key : keys) slices.push_back(slice(key));
    std::vector<rocksdb::PinnableSlice> found(keys.size());
    std::vector<rocksdb::Status> statuses(keys.size());
    db_.MultiGet(options(), db_.DefaultColumnFamily(), keys.size(), slices.data(), found.data(),
                 statuses.data());
    std::vector<std::optional<std::string>> values(keys.size());
    for (std::size_t at = 0; at < keys.size(); ++at) {
      if (statuses[at].IsNotFound()) continue;
      require(statuses[at], "The store cannot be read");
      values[at] = found[at].ToString();
    }
    return values;
  }

  std::unique_ptr<Cursor> scan(std::string_view begin, std::string_view end) const override {
    return std::make_unique<RocksDbCursor>(db_, snapshot_, begin, end);
  }

  std::optional<Place> place() const override {
    Place place{dir_, {}};
    if (snapshot_ == nullptr || !db_.GetDbIdentity(place.state).ok()) return std::nullopt;
    place.state += ' ' + std::to_string(snapshot_->GetSequenceNumber());
    return place;
  }

 private:
  rocksdb::ReadOptions options() const {
    rocksdb::ReadOptions options;
    options.snapshot = snapshot_;
    return options;
  }

  rocksdb::DB& db_;
  const fs::path& dir_;
  const rocksdb::Snapshot* snapshot_;
};

// In strictly ascending order of their keys, or it throws.
class AscendingEntries {
 public:
  explicit AscendingEntries(const Engine::NextEntry& next) : next_(next) {}
  bool advance() {
    last_.swap(key_);
    if (!next_(key_, value_)) return false;
    if (!last_.empty() && key_ <= last_) {
      throw StoreError("Entries to load in bulk must come in ascending order of their keys.");
    }
    return true;
  }
  const std::string& key() const { return key_; }
  const std::optional<std::string>& value() const { return value_; }

 private:
  const Engine::NextEntry& next_;
  std::string last_;
  std::string key_;
  std::optional<std::string> value_;
};

// Sorted files beside the database, taken over by it all at once. Entries come in order.
class BulkFiles {
 public:
  BulkFiles(rocksdb::DB& db, const fs::path& dir) : db_(db), dir_(dir) {}
  BulkFiles(const BulkFiles&) = delete;
  BulkFiles& operator=(const BulkFiles&) = delete;
  ~BulkFiles() {
    std::error_code ignored;
    for (const std::string& path : paths_) fs::remove(path, ignored);
  }

  void add(const rocksdb::WriteBatch& batch) {
    class Adding final : public rocksdb::WriteBatch::Handler {
     public:
      explicit Adding(BulkFiles& files) : files_(files) {}
      void Put(const rocksdb::Slice& key, const rocksdb::Slice& value) override {
        files_.add(key, value);
      }
      void Delete(const rocksdb::Slice& key) override { files_.add(key, std::nullopt); }

     private:
      BulkFiles& files_;
    };
    Adding adding(*this);
    require(batch.Iterate(&adding), "A bulk file cannot be written");
  }

  void add(const rocksdb::Slice& key, const std::optional<rocksdb::Slice>& value) {
    if (writer_ && writer_->FileSize() >= kBulkFileBytes) finish_file();
    if (!writer_) {
      paths_.push_back((dir_ / ("bulk-" + std::to_string(paths_.size()) + ".tmp")).string());
      rocksdb::Options options = db_.GetOptions();
      options.bottommost_compression_opts.parallel_threads = 2;
      // What has just been loaded is what is asked about next: it stays in the page cache.
      constexpr bool kForgetPages = false;
      writer_ = std::make_unique<rocksdb::SstFileWriter>(rocksdb::EnvOptions(), options, nullptr,
                                                         kForgetPages);
      require(writer_->Open(paths_.back()), "A bulk file cannot be opened");
    }
    require(value ? writer_->Put(key, *value) : writer_->Delete(key),
            "A bulk file cannot be written");
  }

  void ingest() {
    if (paths_.empty()) return;
    finish_file();
    rocksdb::IngestExternalFileOptions options;
    options.move_files = true;
    require(db_.IngestExternalFile(paths_, options), "The bulk files cannot be taken over");
  }

 private:
  void finish_file() {
    require(writer_->Finish(), "A bulk file cannot be written");
    writer_.reset();
  }

  rocksdb::DB& db_;
  fs::path dir_;
  std::vector<std::string> paths_;
  std::unique_ptr<rocksdb::SstFileWriter> writer_;
};

class RocksDbEngine final : public Engine {
 public:
  RocksDbEngine(std::unique_ptr<WriterLock> lock, std::unique_ptr<rocksdb::DB> db, fs::path dir)
      : lock_(std::move(lock)), db_(std::move(db)), dir_(std::move(dir)) {}
  RocksDbEngine(const RocksDbEngine&) = delete;
  RocksDbEngine& operator=(const RocksDbEngine&) = delete;

  ~RocksDbEngine() override {
    if (!written_) return;
    // What fails here is still in the log, and is replayed at the next open.
    db_->SyncWAL().PermitUncheckedError();
    db_->Flush(rocksdb::FlushOptions()).PermitUncheckedError();
    db_->Close().PermitUncheckedError();
  }

  std::shared_ptr<const EngineSnapshot> snapshot() const override {
    return std::make_shared<RocksDbSnapshot>(*db_, dir_);
  }

  void write(const Batch& batch, Sync sync) override {
    require_writable();
    written_ = true;
    if (batch.empty()) {
      if (sync == Sync::flush) require(db_->SyncWAL(), "The store cannot be written");
      return;
    }
    rocksdb::WriteBatch writes;
    for (const auto& [key, value] : batch.operations()) put(writes, key, value);
    commit(writes, sync);
  }

  // Little goes through the log, as what is written otherwise does: files of its own for every few
  // hundred records would be merged with all the others again and again.
  void bulk_load(const NextEntry& next) override {
    require_writable();
    written_ = true;
    AscendingEntries entries(next);
    rocksdb::WriteBatch little;
    while (little.GetDataSize() < kLittleBytes) {
      if (!entries.advance()) return commit(little, Sync::flush);
      put(little, entries.key(), entries.value());
    }
    // While there is a snapshot RocksDB gives the files a sequence number of their own, also where
    // they overlap with nothing: `place` needs it.
    const RocksDbSnapshot before(*db_, dir_);
    BulkFiles files(*db_, dir_);
    files.add(little);
    while (entries.advance()) files.add(entries.key(), entries.value());
    files.ingest();
  }

  fs::path scratch() const override { return dir_; }

  void erase_range(std::string_view begin, std::string_view end) override {
    require_writable();
    written_ = true;
    // RocksDB knows no range without an end: the bound is then the last key that there is.
    std::string last(end);
    if (end.empty()) {
      const std::unique_ptr<rocksdb::Iterator> all(db_->NewIterator({}));
      all->SeekToLast();
      require(all->status(), "The store cannot be read");
      if (!all->Valid()) return;
      last = all->key().ToString() + '\0';
    }
    if (begin >= last) return;
    require(db_->DeleteRange({}, db_->DefaultColumnFamily(), slice(begin), slice(last)),
            "The store cannot be written");
  }

  void compact() override {
    require_writable();
    rocksdb::CompactRangeOptions options;
    options.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForceOptimized;
    require(db_->CompactRange(options, nullptr, nullptr), "The store cannot be compacted");
  }

  std::uint64_t bytes_on_disk() const override {
    std::uint64_t bytes = 0;
    std::error_code gone;  // a file that compaction takes away meanwhile counts for nothing
    for (const fs::directory_entry& file : fs::directory_iterator(dir_)) {
      const std::uintmax_t size = file.file_size(gone);
      if (!gone) bytes += size;
    }
    return bytes;
  }

  bool read_only() const override { return lock_ == nullptr; }

 private:
  static void put(rocksdb::WriteBatch& batch, const std::string& key,
                  const std::optional<std::string>& value) {
    require(value ? batch.Put(key, *value) : batch.Delete(key), "The store cannot be written");
  }
  void commit(rocksdb::WriteBatch& batch, Sync sync) {
    rocksdb::WriteOptions options;
    options.sync = sync == Sync::flush;
    require(db_->Write(options, &batch), "The store cannot be written");
  }

  void require_writable() const {
    if (read_only()) throw StoreError("The store was opened for reading only.");
  }

  const std::unique_ptr<WriterLock> lock_;  // outlives the database
  const std::unique_ptr<rocksdb::DB> db_;
  const fs::path dir_;
  bool written_ = false;
};

std::unique_ptr<rocksdb::DB> open_writer(const fs::path& dir, const RocksDbOptions& wanted) {
  rocksdb::DB* db = nullptr;
  require(rocksdb::DB::Open(options_for(wanted), dir.string(), &db),
          "The store " + dir.string() + " cannot be opened");
  return std::unique_ptr<rocksdb::DB>(db);
}

std::unique_ptr<rocksdb::DB> open_reader(const fs::path& dir, const RocksDbOptions& wanted) {
  // A writer beside us may replace files between our listing them and opening them.
  for (int attempt = 1;; ++attempt) {
    rocksdb::DB* db = nullptr;
    const rocksdb::Status status =
        rocksdb::DB::OpenForReadOnly(options_for(wanted), dir.string(), &db);
    if (status.ok()) return std::unique_ptr<rocksdb::DB>(db);
    const bool vanished = status.IsPathNotFound() || status.IsNotFound() ||
                          status.ToString().find("No such file") != std::string::npos;
    if (!vanished || attempt == kOpenAttempts) {
      require(status, "The store " + dir.string() + " cannot be opened for reading");
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5 * attempt));
  }
}

// What a bulk load left that was cut off.
void remove_bulk_files(const fs::path& dir) {
  for (const fs::directory_entry& file : fs::directory_iterator(dir)) {
    const std::string name = file.path().filename().string();
    if (name.starts_with("bulk-") && name.ends_with(".tmp")) fs::remove(file.path());
  }
}

// What RocksDB leaves where it was killed while it created a database.
bool is_leftover(const fs::path& file) {
  const std::string name = file.filename().string();
  return name == "LOCK" || name == "IDENTITY" || name.starts_with("MANIFEST-") ||
         name.starts_with("OPTIONS-") || name.ends_with(".dbtmp") || name.ends_with(".log");
}

}  // namespace

bool store_exists(const fs::path& dir) {
  if (!fs::exists(dir)) return false;
  if (!fs::is_directory(dir)) {
    throw InputError(dir.string() + " is not a directory, and a store is one. Name another path.");
  }
  if (fs::exists(dir / "CURRENT")) return true;
  for (const fs::directory_entry& file : fs::directory_iterator(dir)) {
    if (is_leftover(file.path())) continue;
    throw InputError("The directory " + dir.string() + " is not a store: it holds other files (" +
                     file.path().filename().string() +
                     "). Name a store, or a directory that is empty or does not exist.");
  }
  return false;
}

std::unique_ptr<Engine> open_rocksdb_engine(const fs::path& dir, const RocksDbOptions& options) {
  try {
    if (!store_exists(dir)) {
      if (options.read_only) throw StoreError("There is no store in " + dir.string() + ".");
      fs::create_directories(dir);
    }
    if (options.read_only) {
      return std::make_unique<RocksDbEngine>(nullptr, open_reader(dir, options), dir);
    }
    auto lock = std::make_unique<WriterLock>(dir);
    remove_bulk_files(dir);
    auto db = open_writer(dir, options);
    return std::make_unique<RocksDbEngine>(std::move(lock), std::move(db), dir);
  } catch (const fs::filesystem_error& error) {
    throw StoreError("The store " + dir.string() + " cannot be opened: " + error.code().message() +
                     ". Check the path and its permissions.");
  }
}

}  // namespace casus::storage
