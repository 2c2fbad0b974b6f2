#ifndef CASUS_INTERCHANGE_LIBRARIES_H_
#define CASUS_INTERCHANGE_LIBRARIES_H_

#include <vector>

#include "graph/libraries.h"

namespace casus::interchange {

std::vector<Library> libraries();

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_LIBRARIES_H_
