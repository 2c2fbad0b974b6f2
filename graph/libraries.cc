#include "graph/libraries.h"

#include <google/protobuf/stubs/common.h>
#include <unicode/uversion.h>
#include <xxhash.h>

namespace casus {

std::vector<Library> libraries() {
  UVersionInfo icu{};
  u_getVersion(icu);
  char icu_text[U_MAX_VERSION_STRING_LENGTH] = "";
  u_versionToString(icu, icu_text);
  const unsigned xxhash = XXH_versionNumber();
  return {{"Protocol Buffers", google::protobuf::internal::VersionString(GOOGLE_PROTOBUF_VERSION)},
          {"ICU", icu_text},
          {"xxHash", std::to_string(xxhash / 10000) + "." + std::to_string(xxhash / 100 % 100) +
                         "." + std::to_string(xxhash % 100)}};
}

}  // namespace casus
