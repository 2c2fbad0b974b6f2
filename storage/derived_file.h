#ifndef CASUS_STORAGE_DERIVED_FILE_H_
#define CASUS_STORAGE_DERIVED_FILE_H_

// What was computed of a whole store, kept in a file beside its database so that the next process
// that asks of the same state reads it: arrays of plain values as they lie in memory, under a
// checksum.
//
// A file belongs to one state of one store (EngineSnapshot::place) and to one version of what is in
// it. One of another state, damaged, or of a machine that writes numbers otherwise, is as if it
// were not there; and not to be able to keep one, as in a folder that cannot be written, is no
// error. Who may read the store may read the file. Private to casus; one thread each.

#include <xxhash.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "storage/engine.h"

namespace casus::storage {

// A file that is read or written from its beginning to its end, with a digest of all that passes.
class DigestedFile {
 public:
  DigestedFile();
  ~DigestedFile();
  DigestedFile(const DigestedFile&) = delete;
  DigestedFile& operator=(const DigestedFile&) = delete;

  // Each is false from the first failure on.
  bool take(int descriptor);  // which it then owns; negative: a failure
  bool read(void* bytes, std::size_t count);
  bool write(const void* bytes, std::size_t count);
  bool read_digest();   // whether it is that of what was read, and nothing follows
  bool write_digest();  // of what was written
  void fail() { sound_ = false; }
  bool sound() const { return sound_; }
  int descriptor() const { return descriptor_; }
  std::uint64_t unread() const { return unread_; }

 private:
  struct FreeState {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  std::unique_ptr<XXH3_state_t, FreeState> state_;
  int descriptor_ = -1;
  bool sound_ = false;
  std::uint64_t unread_ = 0;
};

class DerivedReader {
 public:
  DerivedReader(const EngineSnapshot& snapshot, std::string_view name, std::uint32_t version);

  // The arrays in the order in which they were written.
  template <typename T>
  void read(std::vector<T>& values) {
    static_assert(std::is_trivially_copyable_v<T>);
    values.resize(count(sizeof(T)));
    file_.read(values.data(), values.size() * sizeof(T));
  }
  // At the end: whether it was all there, as it was written. If not, what was read is worth
  // nothing.
  bool sound() { return file_.sound() && file_.read_digest(); }

 private:
  std::size_t count(std::size_t size_of_one);

  DigestedFile file_;
};

class DerivedWriter {
 public:
  DerivedWriter(const EngineSnapshot& snapshot, std::string_view name, std::uint32_t version);
  ~DerivedWriter();

  template <typename T>
  void write(std::span<const T> values) {
    static_assert(std::is_trivially_copyable_v<T>);
    const std::uint64_t count = values.size();
    file_.write(&count, sizeof count);
    file_.write(values.data(), values.size_bytes());
  }
  // Puts the file where readers find it, whole, in place of the one before. False if it could not
  // be made.
  bool keep();

 private:
  bool open();

  std::filesystem::path path_;
  std::filesystem::path unfinished_;
  std::filesystem::path like_;  // has the permissions that the file is to have
  DigestedFile file_;
  bool ours_ = false;
};

}  // namespace casus::storage

#endif  // CASUS_STORAGE_DERIVED_FILE_H_
