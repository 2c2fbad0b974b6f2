#include "query/libraries.h"

#include <algorithm>
#include <boost/version.hpp>
#include <string>

namespace casus::query {

std::vector<Library> libraries() {
  std::string version = BOOST_LIB_VERSION;  // "1_74"
  std::replace(version.begin(), version.end(), '_', '.');
  return {{"Boost", version}};
}

}  // namespace casus::query
