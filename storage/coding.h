#ifndef CASUS_STORAGE_CODING_H_
#define CASUS_STORAGE_CODING_H_

// How numbers, days and strings become bytes that sort as they should: big-endian, days shifted
// into unsigned numbers. Private to storage. Thread-safe, no state.

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

// An unknown day is the smallest day: it sorts first ascending and last descending.
inline constexpr std::uint32_t ascending(Day day) {
  return static_cast<std::uint32_t>(day.value) ^ 0x80000000U;
}
inline constexpr std::uint32_t descending(Day day) { return ~ascending(day); }
inline constexpr Day day_of_ascending(std::uint32_t code) {
  return Day{static_cast<std::int32_t>(code ^ 0x80000000U)};
}
inline constexpr Day day_of_descending(std::uint32_t code) { return day_of_ascending(~code); }

// A string with its length before it, so that another can follow.
inline void append_bytes(std::string& out, std::string_view bytes) {
  append_u32(out, static_cast<std::uint32_t>(bytes.size()));
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
  std::string_view bytes() { return take(u32()); }
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
