#ifndef CASUS_INTERCHANGE_SHA256_H_
#define CASUS_INTERCHANGE_SHA256_H_

// Private to interchange.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace casus::interchange {

// SHA-256 (FIPS 180-4) of bytes that come in pieces. One thread.
class Sha256 {
 public:
  void add(std::string_view bytes);
  // In 64 hexadecimal digits; nothing may be added afterwards.
  std::string finish();

 private:
  void digest(std::string_view block);

  std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::string rest_;  // less than a block
  std::uint64_t size_ = 0;
};

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_SHA256_H_
