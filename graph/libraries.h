#ifndef CASUS_GRAPH_LIBRARIES_H_
#define CASUS_GRAPH_LIBRARIES_H_

// What a folder stands on that is not ours, for `casus --version` and reports of faults. Each
// folder has a function of this name for the libraries that it alone knows. Thread-safe.

#include <string>
#include <vector>

namespace casus {

struct Library {
  std::string name;
  std::string version;  // as it is loaded where the library can tell, else as it was built against
};

std::vector<Library> libraries();

}  // namespace casus

#endif  // CASUS_GRAPH_LIBRARIES_H_
