#include "interchange/bytes.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace casus::interchange {
namespace {

[[noreturn]] void fail(std::string_view what) {
  throw ReadFailure(
      fmt::format("{}: {}.", what, std::error_code(errno, std::generic_category()).message()));
}

}  // namespace

FileBytes::FileBytes(const std::filesystem::path& path)
    : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)), owned_(true) {
  if (descriptor_ < 0) fail("cannot be opened");
}

FileBytes::~FileBytes() {
  if (owned_) ::close(descriptor_);
}

std::size_t FileBytes::read(char* data, std::size_t size) {
  for (;;) {
    const ssize_t got = ::read(descriptor_, data, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) fail("cannot be read to its end");
  }
}

std::size_t StringBytes::read(char* data, std::size_t size) {
  const std::size_t got = rest_.copy(data, size);
  rest_.remove_prefix(got);
  return got;
}

std::string_view PeekedBytes::peek(std::size_t size) {
  head_.erase(0, at_);
  at_ = 0;
  std::size_t have = head_.size();
  head_.resize(std::max(have, size));
  while (have < size) {
    const std::size_t got = in_.read(head_.data() + have, size - have);
    if (got == 0) break;
    have += got;
  }
  head_.resize(have);
  return std::string_view(head_).substr(0, size);
}

std::size_t PeekedBytes::read(char* data, std::size_t size) {
  if (at_ == head_.size()) return in_.read(data, size);
  const std::size_t got = std::string_view(head_).substr(at_).copy(data, size);
  at_ += got;
  return got;
}

std::string read_whole(ByteSource& in, std::size_t limit) {
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  while (const std::size_t got = in.read(buffer.data(), buffer.size())) {
    if (bytes.size() + got > limit) {
      throw InputError(fmt::format("is longer than the {} bytes that are taken.", limit));
    }
    bytes.append(buffer.data(), got);
  }
  return bytes;
}

}  // namespace casus::interchange
