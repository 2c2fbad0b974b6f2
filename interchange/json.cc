#include "interchange/json.h"

#include <fmt/format.h>

#include "interchange/sources.h"

namespace casus::interchange {

namespace dom = simdjson::dom;

dom::element parse_json(std::string_view text, dom::parser& parser) {
  check_text(text);
  dom::element root;
  if (auto error = parser.allocate(text.size(), kMaxJsonDepth); error != simdjson::SUCCESS) {
    throw InputError(fmt::format("cannot be taken as JSON: {}", simdjson::error_message(error)));
  }
  if (auto error = parser.parse(text.data(), text.size()).get(root); error != simdjson::SUCCESS) {
    throw InputError(fmt::format("is no JSON: {}", simdjson::error_message(error)));
  }
  return root;
}

}  // namespace casus::interchange
