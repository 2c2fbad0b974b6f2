#include "interchange/libraries.h"

#include <fmt/format.h>
#include <libxml/xmlversion.h>
#include <simdjson.h>
#include <zlib.h>

namespace casus::interchange {

std::vector<Library> libraries() {
  return {{"libxml2", LIBXML_DOTTED_VERSION},
          {"simdjson", fmt::format("{}.{}.{}", static_cast<int>(simdjson::SIMDJSON_VERSION_MAJOR),
                                   static_cast<int>(simdjson::SIMDJSON_VERSION_MINOR),
                                   static_cast<int>(simdjson::SIMDJSON_VERSION_REVISION))},
          {"zlib", zlibVersion()}};
}

}  // namespace casus::interchange
