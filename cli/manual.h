#ifndef CASUS_CLI_MANUAL_H_
#define CASUS_CLI_MANUAL_H_

#include <string>

#include "cli/reference.h"

namespace casus::cli {

// The manual page, casus(1), in roff's man macros. `version` stands in its
// footer.
std::string manual_page(const Reference& casus, const std::string& version);

}  // namespace casus::cli

#endif  // CASUS_CLI_MANUAL_H_
