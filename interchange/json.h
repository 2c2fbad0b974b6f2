#ifndef CASUS_INTERCHANGE_JSON_H_
#define CASUS_INTERCHANGE_JSON_H_

#include <simdjson.h>

#include <cstddef>
#include <string_view>

namespace casus::interchange {

inline constexpr std::size_t kMaxJsonDepth = 64;

// The document that `text` is; it lives as long as the parser and until its next use. Throws
// InputError (not UTF-8, no JSON, nested deeper than kMaxJsonDepth).
simdjson::dom::element parse_json(std::string_view text, simdjson::dom::parser& parser);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_JSON_H_
