#ifndef CASUS_CLI_PAGER_H_
#define CASUS_CLI_PAGER_H_

// Long answers on a terminal, a screen at a time.

#include <cstddef>
#include <memory>
#include <streambuf>
#include <string>

namespace casus::cli {

// CASUS_PAGER, else PAGER, else `less` where it is installed. Empty: there is
// none, or it is to be none ("cat").
std::string pager_command();

// While it lives, what goes to std::cout is held back; once it fills the
// terminal the pager starts, and a person who leaves the pager early ends the
// process, quietly. What stays shorter is printed as it is. The pager has
// Ctrl-C for itself. Owns std::cout's buffer; one at a time.
class Pager {
 public:
  // `height` in lines. `command` is handed to the shell.
  Pager(std::string command, std::size_t height);
  // Prints what was held back, or waits until the person has left the pager.
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

 private:
  class Buffer;
  std::unique_ptr<Buffer> buffer_;
  std::streambuf* before_;
};

}  // namespace casus::cli

#endif  // CASUS_CLI_PAGER_H_
