#include "interchange/gunzip.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <new>

namespace casus::interchange {

bool is_gzip(std::string_view head) { return head.starts_with("\x1F\x8B"); }

struct GunzippedBytes::State {
  explicit State(ByteSource& source) : in(source) {
    constexpr int kGzip = 16;  // gzip's header and no other, says zlib's manual
    if (inflateInit2(&stream, MAX_WBITS + kGzip) != Z_OK) throw std::bad_alloc();
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { inflateEnd(&stream); }

  // Whether there are bytes to inflate.
  bool fill() {
    if (stream.avail_in > 0) return true;
    stream.avail_in = static_cast<uInt>(in.read(buffer.data(), buffer.size()));
    stream.next_in = reinterpret_cast<Bytef*>(buffer.data());
    return stream.avail_in > 0;
  }

  // After a member: whether another one follows.
  bool next_member() {
    while (fill() && *stream.next_in == 0) {
      ++stream.next_in;
      --stream.avail_in;
    }
    if (stream.avail_in == 0) return false;
    inflateReset(&stream);
    return true;
  }

  ByteSource& in;
  z_stream stream{};
  std::array<char, 1 << 16> buffer;
  bool inside = true;  // a member, not after its end
};

GunzippedBytes::GunzippedBytes(ByteSource& in) : state_(std::make_unique<State>(in)) {}
GunzippedBytes::~GunzippedBytes() = default;

std::size_t GunzippedBytes::read(char* data, std::size_t size) {
  z_stream& stream = state_->stream;
  const auto room = static_cast<uInt>(std::min<std::size_t>(size, 1 << 20));
  stream.next_out = reinterpret_cast<Bytef*>(data);
  stream.avail_out = room;
  while (stream.avail_out == room) {
    if (!state_->inside) {
      if (!state_->next_member()) return 0;
      state_->inside = true;
    }
    if (!state_->fill()) throw ReadFailure("is cut off: its gzip stream ends before its end.");
    const int status = inflate(&stream, Z_NO_FLUSH);
    if (status == Z_STREAM_END) {
      state_->inside = false;
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      if (stream.avail_out < room) break;  // the failure comes with the next call
      throw ReadFailure("is damaged: its gzip stream cannot be inflated any further.");
    }
  }
  return room - stream.avail_out;
}

}  // namespace casus::interchange
