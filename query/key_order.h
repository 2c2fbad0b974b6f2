#ifndef CASUS_QUERY_KEY_ORDER_H_
#define CASUS_QUERY_KEY_ORDER_H_

#include <string_view>

#include "casus/v1/graph.pb.h"

namespace casus::query {

// The order in which a reader expects keys: bytewise up to the '/', and the items of one article by
// number ("e2" before "e10"). A strict order; thread-safe.
bool key_before(std::string_view a, std::string_view b);

// The order of reports: by the date of their articles, undated ones last, then by key. The same.
bool reported_before(const v1::Node& a, const v1::Node& b);

}  // namespace casus::query

#endif  // CASUS_QUERY_KEY_ORDER_H_
