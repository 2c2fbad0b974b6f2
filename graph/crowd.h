#ifndef CASUS_GRAPH_CROWD_H_
#define CASUS_GRAPH_CROWD_H_

#include <string>
#include <string_view>

namespace casus {

// What speakers without a name are compared by: their words without the articles and counts at
// their head. "Two workers", "the workers" and "12 other workers" are "workers", however many of
// them speak. The last word stays, whatever it is. English; case is kept. Thread-safe.
std::string crowd(std::string_view words);

}  // namespace casus

#endif  // CASUS_GRAPH_CROWD_H_
