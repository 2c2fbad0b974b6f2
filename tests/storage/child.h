#ifndef CASUS_TESTS_STORAGE_CHILD_H_
#define CASUS_TESTS_STORAGE_CHILD_H_

// Another process for tests of how processes share a store: this program run again, with one hidden
// test case of children.cc as its only task.

#include <sys/types.h>

#include <filesystem>
#include <string>

namespace casus::storage {

class Child {
 public:
  // Returns when the child has called `child_is_ready`.
  Child(const std::string& test_case, const std::filesystem::path& dir);
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  pid_t id() const { return id_; }
  // Lets the child return from `child_is_ready`, and waits for its end; true if it passed.
  bool finish();
  void kill();

 private:
  void wait();

  pid_t id_ = 0;
  int to_child_ = -1;
  int status_ = 0;
  bool ended_ = false;
};

// In the child: the directory given to it, and a stop until the parent lets it go on. `may_go_on`
// asks without stopping.
std::filesystem::path child_dir();
void child_is_ready();
void tell_ready();
bool may_go_on();

}  // namespace casus::storage

#endif  // CASUS_TESTS_STORAGE_CHILD_H_
