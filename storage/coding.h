#ifndef CASUS_STORAGE_CODING_H_
#define CASUS_STORAGE_CODING_H_

// How numbers, days, ids and strings become bytes that sort as they should: big-endian, days
// shifted into unsigned numbers, small ids in few bytes. Private to storage. Thread-safe, no state.

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

#include "graph/dates.h"
#include "graph/error.h"

namespace casus::storage {

template <typename Unsigned>
void append_number(std::string& out, Unsigned number) {
  for (int shift = static_cast<int>(sizeof number) * 8 - 8; shift >= 0; shift -= 8) {
    out.push_back(static_cast<char>((number >> shift) & 0xFF));
  }
}

inline void append_u8(std::string& out, std::uint8_t number) { append_number(out, number); }
inline void append_u16(std::string& out, std::uint16_t number) { append_number(out, number); }
inline void append_u32(std::string& out, std::uint32_t number) { append_number(out, number); }
inline void append_u64(std::string& out, std::uint64_t number) { append_number(out, number); }

// Of 24 bits: 45,000 years. An unknown day is the smallest: it sorts first ascending and last
// descending.
inline constexpr std::uint32_t kDayBits = 24;
inline constexpr std::uint32_t kDayMask = (1U << kDayBits) - 1;
inline constexpr std::size_t kDayBytes = kDayBits / 8;
inline constexpr Day kLastDay{(1 << (kDayBits - 1)) - 1};
inline constexpr std::uint32_t ascending(Day day) {
  if (!day.known()) return 0;
  const std::int32_t least = -kLastDay.value;
  return static_cast<std::uint32_t>(std::clamp(day.value, least, kLastDay.value) - least + 1);
}
inline constexpr std::uint32_t descending(Day day) { return kDayMask - ascending(day); }
inline constexpr Day day_of_ascending(std::uint32_t code) {
  return code == 0 ? Day::unknown() : Day{static_cast<std::int32_t>(code) - 1 - kLastDay.value};
}
inline constexpr Day day_of_descending(std::uint32_t code) {
  return day_of_ascending(kDayMask - code);
}
inline void append_u24(std::string& out, std::uint32_t number) {
  append_u8(out, static_cast<std::uint8_t>(number >> 16));
  append_u16(out, static_cast<std::uint16_t>(number));
}
inline void append_ascending(std::string& out, Day day) { append_u24(out, ascending(day)); }
inline void append_descending(std::string& out, Day day) { append_u24(out, descending(day)); }

// A number in as many bytes as it needs, which sort as the numbers do and of which none is the head
// of another: as many leading ones as bytes follow the first, a zero, then the number. Numbers of
// more than 56 bits take a byte of ones and eight more.
inline void append_varint(std::string& out, std::uint64_t number) {
  const unsigned bits = static_cast<unsigned>(std::bit_width(number));
  const unsigned more = bits > 56 ? 8 : bits == 0 ? 0 : (bits - 1) / 7;
  if (more == 8) {
    append_u8(out, 0xFF);
    append_u64(out, number);
    return;
  }
  const unsigned ones = (0xFF00U >> more) & 0xFFU;
  append_u8(out, static_cast<std::uint8_t>(ones | (number >> (8 * more))));
  for (unsigned at = more; at-- > 0;) append_u8(out, static_cast<std::uint8_t>(number >> (8 * at)));
}

// A string with its length before it, so that another can follow.
inline void append_bytes(std::string& out, std::string_view bytes) {
  append_varint(out, bytes.size());
  out.append(bytes);
}

// Reads what the functions above wrote. Throws StoreError where the bytes end too early. Views it
// gives point into the bytes read.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::uint8_t u8() { return number<std::uint8_t>(); }
  std::uint16_t u16() { return number<std::uint16_t>(); }
  std::uint32_t u32() { return number<std::uint32_t>(); }
  std::uint64_t u64() { return number<std::uint64_t>(); }
  std::uint32_t u24() {
    const std::uint32_t high = u8();
    return high << 16 | u16();
  }
  std::uint64_t varint() {
    const unsigned head = u8();
    const int more = std::countl_one(static_cast<std::uint8_t>(head));
    if (more == 8) return u64();
    std::uint64_t value = head & (0xFFU >> (more + 1));
    for (const char byte : take(static_cast<std::size_t>(more))) {
      value = value << 8 | static_cast<unsigned char>(byte);
    }
    return value;
  }
  Day ascending_day() { return day_of_ascending(u24()); }
  Day descending_day() { return day_of_descending(u24()); }
  std::string_view bytes() { return take(varint()); }
  std::string_view take(std::size_t count) {
    if (count > bytes_.size()) {
      throw StoreError(
          "The store is damaged: an entry is shorter than its format says. "
          "Run `casus check`, and restore a backup or ingest the articles again.");
    }
    const std::string_view head = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return head;
  }
  std::string_view rest() const { return bytes_; }

 private:
  template <typename Unsigned>
  Unsigned number() {
    std::uint64_t value = 0;
    for (const char byte : take(sizeof(Unsigned))) {
      value = value << 8 | static_cast<unsigned char>(byte);
    }
    return static_cast<Unsigned>(value);
  }

  std::string_view bytes_;
};

}  // namespace casus::storage

#endif  // CASUS_STORAGE_CODING_H_
