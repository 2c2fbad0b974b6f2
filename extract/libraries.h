#ifndef CASUS_EXTRACT_LIBRARIES_H_
#define CASUS_EXTRACT_LIBRARIES_H_

#include <vector>

#include "graph/libraries.h"

namespace casus::extract {

std::vector<Library> libraries();

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_LIBRARIES_H_
