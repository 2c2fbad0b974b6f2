#ifndef CASUS_QUERY_KEY_ORDER_H_
#define CASUS_QUERY_KEY_ORDER_H_

#include <string_view>

namespace casus::query {

// The order in which a reader expects keys: bytewise up to the '/', and the items of one article by
// number ("e2" before "e10"). A strict order; thread-safe.
bool key_before(std::string_view a, std::string_view b);

}  // namespace casus::query

#endif  // CASUS_QUERY_KEY_ORDER_H_
