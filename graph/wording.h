#ifndef CASUS_GRAPH_WORDING_H_
#define CASUS_GRAPH_WORDING_H_

// How numbers, dates and kinds are worded for a person, the same in every output. Thread-safe, no
// state.

#include <string>
#include <string_view>

#include "casus/v1/annotation.pb.h"

namespace casus {

// "2024-09-15", "2024-09-01 to 2024-09-30"; "undated" where nothing is known.
std::string when(const v1::DateInterval& date);
// The same, and where nothing is known when it was reported.
std::string when(const v1::DateInterval& date, const std::string& published);

// "7", "at least 60", "40 to 50"; empty where nothing is known.
std::string number(const v1::Count& count);

// "no comment" for `no_comment`.
std::string words(std::string_view enum_name);

}  // namespace casus

#endif  // CASUS_GRAPH_WORDING_H_
