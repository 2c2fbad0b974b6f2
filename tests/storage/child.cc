#include "tests/storage/child.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <string>
#include <vector>

extern char** environ;

namespace casus::storage {
namespace {

constexpr const char* kDirVariable = "CASUS_TEST_CHILD_DIR";
// Descriptors of the child: 0 is what the parent says, 3 what it hears.
constexpr int kToParent = 3;

}  // namespace

Child::Child(const std::string& test_case, const std::filesystem::path& dir) {
  std::array<int, 2> down{};
  std::array<int, 2> up{};
  if (::pipe2(down.data(), O_CLOEXEC) != 0 || ::pipe2(up.data(), O_CLOEXEC) != 0) {
    throw std::runtime_error("no pipe");
  }
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, down[0], 0);
  ::posix_spawn_file_actions_adddup2(&actions, up[1], kToParent);
  std::string program = "/proc/self/exe";
  std::string name = test_case;
  std::string option = "--out";  // its report would lie amid the parent's
  std::string nowhere = "/dev/null";
  std::array<char*, 5> arguments = {program.data(), name.data(), option.data(), nowhere.data(),
                                    nullptr};
  ::setenv(kDirVariable, dir.c_str(), 1);
  const int failed =
      ::posix_spawn(&id_, program.c_str(), &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(down[0]);
  ::close(up[1]);
  to_child_ = down[1];
  char ready = 0;
  const bool heard = failed == 0 && ::read(up[0], &ready, 1) == 1;
  ::close(up[0]);
  if (!heard) throw std::runtime_error("the child did not start");
}

Child::~Child() {
  kill();
  ::close(to_child_);
}

bool Child::finish() {
  ::close(to_child_);
  to_child_ = -1;
  wait();
  return WIFEXITED(status_) && WEXITSTATUS(status_) == 0;
}

void Child::kill() {
  if (ended_) return;
  ::kill(id_, SIGKILL);
  wait();
}

void Child::wait() {
  if (!ended_) ::waitpid(id_, &status_, 0);
  ended_ = true;
}

std::filesystem::path child_dir() {
  const char* dir = ::getenv(kDirVariable);
  if (dir == nullptr) throw std::runtime_error("this test case is for a child process");
  return dir;
}

void tell_ready() {
  if (::write(kToParent, "r", 1) != 1) throw std::runtime_error("the parent is gone");
}

void child_is_ready() {
  tell_ready();
  char none = 0;
  while (::read(0, &none, 1) > 0) {
  }
}

bool may_go_on() {
  pollfd parent{0, POLLIN | POLLHUP, 0};
  return ::poll(&parent, 1, 0) > 0;
}

}  // namespace casus::storage
