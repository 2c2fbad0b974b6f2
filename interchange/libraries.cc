#include "interchange/libraries.h"

#include <fmt/format.h>
#include <simdjson.h>

namespace casus::interchange {

std::vector<Library> libraries() {
  return {{"simdjson", fmt::format("{}.{}.{}", static_cast<int>(simdjson::SIMDJSON_VERSION_MAJOR),
                                   static_cast<int>(simdjson::SIMDJSON_VERSION_MINOR),
                                   static_cast<int>(simdjson::SIMDJSON_VERSION_REVISION))}};
}

}  // namespace casus::interchange
