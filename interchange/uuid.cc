#include "interchange/uuid.h"

#include <fmt/format.h>

#include <bit>

namespace casus::interchange {
namespace {

using State = std::array<std::uint32_t, 5>;

// RFC 3174, one block of 64 bytes.
void digest(std::string_view block, State& state) {
  std::array<std::uint32_t, 80> w{};
  for (std::size_t i = 0; i < 64; ++i) {
    w.at(i / 4) = w.at(i / 4) << 8U | static_cast<std::uint8_t>(block[i]);
  }
  for (std::size_t i = 16; i < 80; ++i) {
    w.at(i) = std::rotl(w.at(i - 3) ^ w.at(i - 8) ^ w.at(i - 14) ^ w.at(i - 16), 1);
  }
  auto [a, b, c, d, e] = state;
  for (std::size_t i = 0; i < 80; ++i) {
    const std::uint32_t f = i < 20   ? (b & c) | (~b & d)
                            : i < 40 ? b ^ c ^ d
                            : i < 60 ? (b & c) | (b & d) | (c & d)
                                     : b ^ c ^ d;
    constexpr State kConstants = {0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xCA62C1D6};
    const std::uint32_t next = std::rotl(a, 5) + f + e + kConstants.at(i / 20) + w.at(i);
    e = d;
    d = c;
    c = std::rotl(b, 30);
    b = a;
    a = next;
  }
  state = {state[0] + a, state[1] + b, state[2] + c, state[3] + d, state[4] + e};
}

std::string formatted(const Sha1& hash) {
  std::string text;
  for (std::size_t i = 0; i < 16; ++i) {
    std::uint8_t byte = hash.at(i);
    if (i == 6) byte = (byte & 0x0FU) | 0x50U;  // the version
    if (i == 8) byte = (byte & 0x3FU) | 0x80U;  // the variant
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += fmt::format("{:02x}", byte);
  }
  return text;
}

// The namespace of casus, as bytes.
const std::string& home() {
  static const std::string bytes = [] {
    const std::string urls("\x6b\xa7\xb8\x11\x9d\xad\x11\xd1\x80\xb4\x00\xc0\x4f\xd4\x30\xc8", 16);
    Sha1 hash = sha1(urls + "urn:casus");
    hash[6] = (hash[6] & 0x0FU) | 0x50U;
    hash[8] = (hash[8] & 0x3FU) | 0x80U;
    return std::string(hash.begin(), hash.begin() + 16);
  }();
  return bytes;
}

}  // namespace

Sha1 sha1(std::string_view bytes) {
  State state = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
  const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
  for (; bytes.size() >= 64; bytes.remove_prefix(64)) digest(bytes.substr(0, 64), state);
  std::string rest(bytes);
  rest += '\x80';
  rest.resize(rest.size() <= 56 ? 56 : 120);
  for (unsigned shift = 64; shift > 0; shift -= 8) rest += static_cast<char>(bits >> (shift - 8));
  for (std::size_t at = 0; at < rest.size(); at += 64) digest({&rest[at], 64}, state);
  Sha1 hash{};
  for (std::size_t i = 0; i < hash.size(); ++i) {
    hash.at(i) = static_cast<std::uint8_t>(state.at(i / 4) >> (24 - i % 4 * 8));
  }
  return hash;
}

std::string sha1_hex(std::string_view bytes) {
  std::string text;
  for (const std::uint8_t byte : sha1(bytes)) text += fmt::format("{:02x}", byte);
  return text;
}

std::string uuid_of(std::string_view name) { return formatted(sha1(home() + std::string(name))); }

}  // namespace casus::interchange
