#ifndef CASUS_QUERY_LIBRARIES_H_
#define CASUS_QUERY_LIBRARIES_H_

#include <vector>

#include "graph/libraries.h"

namespace casus::query {

std::vector<Library> libraries();

}  // namespace casus::query

#endif  // CASUS_QUERY_LIBRARIES_H_
