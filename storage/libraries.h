#ifndef CASUS_STORAGE_LIBRARIES_H_
#define CASUS_STORAGE_LIBRARIES_H_

#include <vector>

#include "graph/libraries.h"

namespace casus::storage {

std::vector<Library> libraries();

}  // namespace casus::storage

#endif  // CASUS_STORAGE_LIBRARIES_H_
