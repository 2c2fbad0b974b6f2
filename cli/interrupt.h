#ifndef CASUS_CLI_INTERRUPT_H_
#define CASUS_CLI_INTERRUPT_H_

// Ctrl-C (SIGINT) and SIGTERM, as a wish that long work looks at between two
// steps. The second signal ends the process at once.

#include "graph/error.h"

namespace casus::cli {

// Long work was asked to end, and did.
class Interrupted : public Error {
 public:
  using Error::Error;
};

// From now on. Without it a signal ends the process, which is right for what
// only reads.
void watch_for_interrupt();

// Thread-safe.
bool interrupted();
void stop_if_interrupted();  // throws Interrupted

// What a shell expects of a command that a signal ended: 130 for Ctrl-C.
int interrupted_exit_code();

}  // namespace casus::cli

#endif  // CASUS_CLI_INTERRUPT_H_
