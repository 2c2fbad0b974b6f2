#ifndef CASUS_EXTRACT_TIMES_NUMBERS_H_
#define CASUS_EXTRACT_TIMES_NUMBERS_H_

// Numbers as news words them: "12", "1,200", "twelve", "a dozen", "at least 20", "more than 60",
// "some 40 to 50", "two dozen", "dozens", "scores", "hundreds", "no one". Thread-safe, no state.

#include <optional>

#include "casus/v1/annotation.pb.h"
#include "extract/document/document.h"

namespace casus::extract {

struct NumberMatch {
  Range tokens;     // its hedge included: "at least 12"
  v1::Count count;  // "at least 12": low 12; "about 12": best 12; "40 to 50": low 40, high 50;
                    // "more than 60", "over 66": low 60, 66 (the figure as written); "dozens":
                    // low 24; "hundreds": low 200; "up to 30": high 30
};

// The number that begins at the token (a hedge counts as its beginning), not beyond `limit`;
// nullopt if there is none. Years, times, ordinals, percentages and money are none.
std::optional<NumberMatch> match_number(const Document& document, std::uint32_t at,
                                        std::uint32_t limit);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_TIMES_NUMBERS_H_
