#include "cli/pager.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

namespace casus::cli {
namespace {

bool installed(const std::string& program) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (access((folder + "/" + program).c_str(), X_OK) == 0) return true;
  }
  return false;
}

// With -F -R -X for `less`: ends where all fits, takes colours, leaves the text
// on the screen.
std::vector<char*> pager_environment() {
  static char less[] = "LESS=FRX";
  std::vector<char*> variables;
  for (char** variable = environ; *variable != nullptr; ++variable) variables.push_back(*variable);
  if (std::getenv("LESS") == nullptr) variables.push_back(less);
  variables.push_back(nullptr);
  return variables;
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

std::string pager_command() {
  for (const char* name : {"CASUS_PAGER", "PAGER"}) {
    if (const char* command = std::getenv(name)) {
      return std::string_view(command) == "cat" ? "" : command;
    }
  }
  return installed("less") ? "less" : "";
}

class Pager::Buffer : public std::streambuf {
 public:
  Buffer(std::string command, std::size_t height) : command_(std::move(command)), height_(height) {}

  // False if it could not be written.
  bool finish() {
    const bool whole = write_out();
    if (pager_ > 0) {
      close(output_);
      while (waitpid(pager_, nullptr, 0) < 0 && errno == EINTR) {
      }
    }
    return whole;
  }

 protected:
  int_type overflow(int_type c) override {
    if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
    const char byte = traits_type::to_char_type(c);
    return xsputn(&byte, 1) == 1 ? c : traits_type::eof();
  }

  std::streamsize xsputn(const char* bytes, std::streamsize count) override {
    constexpr std::size_t kBlock = 16 << 10;
    held_.append(bytes, static_cast<std::size_t>(count));
    if (!decided_) {
      lines_ += static_cast<std::size_t>(std::count(bytes, bytes + count, '\n'));
      if (lines_ < height_) return count;
      decided_ = true;
      start();
    }
    return held_.size() < kBlock || write_out() ? count : 0;
  }

  int sync() override { return !decided_ || write_out() ? 0 : -1; }

 private:
  // Without a pager the text goes to the terminal.
  void start() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t defaults;
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGINT);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    std::string shell = "sh";
    std::string option = "-c";
    char* const arguments[] = {shell.data(), option.data(), command_.data(), nullptr};
    const bool started = posix_spawn(&pager_, "/bin/sh", &actions, &attributes, arguments,
                                     pager_environment().data()) == 0;
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[0]);
    if (!started) {
      pager_ = 0;
      close(ends[1]);
      return;
    }
    output_ = ends[1];
    std::signal(SIGINT, SIG_IGN);
    std::signal(SIGPIPE, [](int) { _exit(0); });  // the person has seen enough
  }

  bool write_out() {
    const bool whole = write_all(output_, held_);
    held_.clear();
    return whole;
  }

  std::string command_;
  const std::size_t height_;
  std::string held_;
  std::size_t lines_ = 0;
  bool decided_ = false;  // whether it is long has been seen
  pid_t pager_ = 0;       // 0: none runs
  int output_ = STDOUT_FILENO;
};

Pager::Pager(std::string command, std::size_t height)
    : buffer_(std::make_unique<Buffer>(std::move(command), height)),
      before_(std::cout.rdbuf(buffer_.get())) {}

Pager::~Pager() {
  const bool whole = buffer_->finish();
  std::cout.rdbuf(before_);
  if (!whole) std::cout.setstate(std::ios::badbit);
}

}  // namespace casus::cli
