#include "storage/temporary_file.h"

#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "graph/error.h"

namespace casus::storage {
namespace {

constexpr std::size_t kBufferBytes = 1 << 20;

[[noreturn]] void fail(const std::string& what) {
  throw StoreError("A temporary file cannot be " + what + ": " + std::strerror(errno) +
                   ". Make room on the disk of the store.");
}

}  // namespace

TemporaryFile::TemporaryFile(const std::filesystem::path& dir) {
  std::string name = (dir / "casus-XXXXXX.tmp").string();
  const int descriptor = ::mkstemps(name.data(), 4);
  if (descriptor < 0) fail("made in " + dir.string());
  ::unlink(name.c_str());
  file_.reset(::fdopen(descriptor, "w+b"));
  if (file_ == nullptr) fail("opened");
  std::setvbuf(file_.get(), nullptr, _IOFBF, kBufferBytes);
}

void TemporaryFile::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) fail("written");
}

void TemporaryFile::rewind() {
  if (std::fflush(file_.get()) != 0) fail("written");
  std::rewind(file_.get());
}

bool TemporaryFile::read(char* bytes, std::size_t count) {
  const std::size_t got = std::fread(bytes, 1, count, file_.get());
  if (got == count) return true;
  if (got != 0 || std::ferror(file_.get()) != 0) fail("read");
  return false;
}

}  // namespace casus::storage
