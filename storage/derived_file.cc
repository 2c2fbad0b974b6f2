#include "storage/derived_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>

#include "storage/coding.h"
#include "storage/key_layout.h"

namespace casus::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMagic = 0x31'64'73'75'73'61'63'89;  // told apart from the other byte order
constexpr std::size_t kChunk = 1 << 20;                      // digested while it is in the cache

struct Header {
  std::uint64_t magic = kMagic;
  std::uint32_t version = 0;
  std::uint32_t format = kFormatVersion;
  XXH128_hash_t state{};
  friend bool operator==(const Header& a, const Header& b) {
    return a.magic == b.magic && a.version == b.version && a.format == b.format &&
           XXH128_isEqual(a.state, b.state) != 0;
  }
};

// Beside the engine's word for it the counts and numbers that the store keeps of itself: what was
// lost with the power and written otherwise afterwards may go by the same sequence number.
Header header_of(const EngineSnapshot& snapshot, const std::string& state, std::uint32_t version) {
  std::string bytes;
  append_bytes(bytes, state);
  for (const Table table : {Table::counter, Table::meta}) {
    const std::string prefix(1, static_cast<char>(table));
    for (const auto cursor = snapshot.scan(prefix, after_prefix(prefix)); cursor->valid();
         cursor->next()) {
      append_bytes(bytes, cursor->key());
      append_bytes(bytes, cursor->value());
    }
  }
  Header header;
  header.version = version;
  header.state = XXH3_128bits(bytes.data(), bytes.size());
  return header;
}

fs::path path_in(const fs::path& dir, std::string_view name) {
  return dir / (std::string(name) + ".derived");
}

bool same_file(int descriptor, const fs::path& path) {
  struct stat open {};
  struct stat named {};
  return ::fstat(descriptor, &open) == 0 && ::lstat(path.c_str(), &named) == 0 &&
         open.st_dev == named.st_dev && open.st_ino == named.st_ino;
}

}  // namespace

DigestedFile::DigestedFile() : state_(XXH3_createState()) { XXH3_64bits_reset(state_.get()); }

DigestedFile::~DigestedFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool DigestedFile::take(int descriptor) {
  descriptor_ = descriptor;
  struct stat status {};
  sound_ = descriptor >= 0 && ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  if (sound_) unread_ = static_cast<std::uint64_t>(status.st_size);
  return sound_;
}

bool DigestedFile::read(void* bytes, std::size_t count) {
  auto* at = static_cast<char*>(bytes);
  while (sound_ && count > 0) {
    const ssize_t got = ::read(descriptor_, at, std::min(count, kChunk));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return sound_ = false;
    const auto part = static_cast<std::size_t>(got);
    XXH3_64bits_update(state_.get(), at, part);
    unread_ -= std::min<std::uint64_t>(unread_, part);
    at += part;
    count -= part;
  }
  return sound_;
}

bool DigestedFile::write(const void* bytes, std::size_t count) {
  const auto* at = static_cast<const char*>(bytes);
  while (sound_ && count > 0) {
    const ssize_t done = ::write(descriptor_, at, std::min(count, kChunk));
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return sound_ = false;
    const auto part = static_cast<std::size_t>(done);
    XXH3_64bits_update(state_.get(), at, part);
    at += part;
    count -= part;
  }
  return sound_;
}

bool DigestedFile::read_digest() {
  const std::uint64_t expected = XXH3_64bits_digest(state_.get());
  std::uint64_t written = 0;
  if (unread_ != sizeof written) sound_ = false;
  return read(&written, sizeof written) && (sound_ = written == expected);
}

bool DigestedFile::write_digest() {
  const std::uint64_t digest = XXH3_64bits_digest(state_.get());
  return write(&digest, sizeof digest);
}

DerivedReader::DerivedReader(const EngineSnapshot& snapshot, std::string_view name,
                             std::uint32_t version) {
  const std::optional<EngineSnapshot::Place> place = snapshot.place();
  if (!place) return;
  if (!file_.take(::open(path_in(place->dir, name).c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK))) {
    return;
  }
  Header header;
  if (file_.read(&header, sizeof header) &&
      !(header == header_of(snapshot, place->state, version))) {
    file_.fail();
  }
}

std::size_t DerivedReader::count(std::size_t size_of_one) {
  std::uint64_t count = 0;
  if (!file_.read(&count, sizeof count)) return 0;
  // A damaged count must not ask for all the memory that there is.
  if (count > file_.unread() / size_of_one) {
    file_.fail();
    return 0;
  }
  return static_cast<std::size_t>(count);
}

DerivedWriter::DerivedWriter(const EngineSnapshot& snapshot, std::string_view name,
                             std::uint32_t version) {
  const std::optional<EngineSnapshot::Place> place = snapshot.place();
  if (!place) return;
  path_ = path_in(place->dir, name);
  unfinished_ = path_;
  unfinished_ += ".tmp";
  like_ = place->dir / "CURRENT";
  if (!open()) {
    file_.fail();
    return;
  }
  const Header header = header_of(snapshot, place->state, version);
  file_.write(&header, sizeof header);
}

// There is one unfinished file, and who holds its lock writes it: a process that was killed leaves
// nothing that stays. Who opened it before another put it in its place holds the lock of the
// finished one, and must not write.
bool DerivedWriter::open() {
  constexpr int kFlags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
  if (!file_.take(::open(unfinished_.c_str(), kFlags, S_IRUSR | S_IWUSR))) return false;
  const int descriptor = file_.descriptor();
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) return false;
  ours_ = same_file(descriptor, unfinished_);
  if (!ours_) return false;
  struct stat status {};
  return ::ftruncate(descriptor, 0) == 0 && ::stat(like_.c_str(), &status) == 0 &&
         ::fchmod(descriptor, status.st_mode & (S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH)) == 0;
}

bool DerivedWriter::keep() {
  if (!file_.sound() || !file_.write_digest()) return false;
  if (::rename(unfinished_.c_str(), path_.c_str()) != 0) return false;
  ours_ = false;
  return true;
}

DerivedWriter::~DerivedWriter() {
  if (ours_) ::unlink(unfinished_.c_str());
}

}  // namespace casus::storage
