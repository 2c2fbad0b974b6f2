#ifndef CASUS_CLI_SIZE_H_
#define CASUS_CLI_SIZE_H_

#include <cstddef>
#include <optional>
#include <string_view>

namespace casus::cli {

// Of a whole number of bytes, with K, M, G or T behind it of 1024 each, 1024 of those and so on, in
// capitals or not, and perhaps "B" or "iB" behind that: "512M", "4GiB". nullopt: it is none, or
// more than an address can say.
std::optional<std::size_t> parse_size(std::string_view text);

}  // namespace casus::cli

#endif  // CASUS_CLI_SIZE_H_
