#include "graph/utf8.h"

#include <unicode/utf8.h>

#include <cstdint>
#include <cstring>

namespace casus {

std::optional<std::size_t> find_invalid_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  // ICU's macros count in any integer type; a signed 64-bit one holds every size.
  const auto size = static_cast<std::int64_t>(bytes.size());
  std::int64_t at = 0;
  while (at < size) {
    std::uint64_t word = 0;
    if (at + 8 <= size) {
      std::memcpy(&word, data + at, sizeof word);
      if ((word & 0x8080808080808080U) == 0) {
        at += 8;
        continue;
      }
    }
    const std::int64_t begin = at;
    UChar32 character = 0;
    U8_NEXT(data, at, size, character);
    if (character < 0) return static_cast<std::size_t>(begin);
  }
  return std::nullopt;
}

bool is_character_boundary(std::string_view text, std::size_t at) {
  return at == text.size() ||
         (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
}

std::string_view utf8_head(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && !is_character_boundary(text, bytes)) --bytes;
  return text.substr(0, bytes);
}

}  // namespace casus
