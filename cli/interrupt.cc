#include "cli/interrupt.h"

#include <unistd.h>

#include <atomic>
#include <csignal>
#include <string_view>

namespace casus::cli {
namespace {

constexpr int kSignalled = 128;

std::atomic<int> received = 0;
static_assert(std::atomic<int>::is_always_lock_free);  // for the handler

void handle(int number) {
  if (received.exchange(number) != 0) _exit(kSignalled + number);
  if (isatty(STDERR_FILENO) == 0) return;
  constexpr std::string_view kNote =
      "\r\033[Kcasus: Ending after what is in work; once more ends at once.\n";
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, kNote.data(), kNote.size());
}

}  // namespace

void watch_for_interrupt() {
  struct sigaction action {};
  action.sa_handler = handle;
  action.sa_flags = SA_RESTART;  // no read or write is cut short by it
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() { return received != 0; }

void stop_if_interrupted() {
  if (interrupted()) throw Interrupted("Interrupted.");
}

int interrupted_exit_code() { return kSignalled + received; }

}  // namespace casus::cli
