#ifndef CASUS_TESTS_CLI_COMMAND_H_
#define CASUS_TESTS_CLI_COMMAND_H_

// Runs the real command in a folder of its own.

#include <filesystem>
#include <string>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "tests/support/temp_dir.h"

namespace casus::cli_test {

struct Result {
  int exit_code = -1;
  std::string out;
  std::string err;
  std::vector<std::string> lines() const;  // of `out`
};

struct TerminalSize {
  unsigned short rows = 24;
  unsigned short columns = 80;
};

// A fresh folder, with a store in it, removed at the end.
class Workshop {
 public:
  std::filesystem::path path(const std::string& name) const { return dir_ / name; }
  std::filesystem::path store() const { return dir_ / "store"; }
  // Writes a file; gives its path.
  std::string file(const std::string& name, const std::string& content) const;

  // `casus ARGUMENTS` with this folder's store.
  Result casus(std::vector<std::string> arguments, const std::string& input = {}) const;
  // The same with another store.
  Result casus_on(const std::filesystem::path& store, std::vector<std::string> arguments,
                  const std::string& input = {}) const;
  // The same on a terminal: `out` is all that it shows, with its line ends as "\n". `variables` are
  // added to its environment ("NO_COLOR=1").
  Result casus_on_terminal(std::vector<std::string> arguments,
                           const std::vector<std::string>& variables = {},
                           TerminalSize size = {}) const;
  // Everything, as JSON.
  std::string export_all() const { return casus({"export", "--all"}).out; }

 private:
  tests::TempDir dir_;
};

// A running `casus ingest -`, which holds its store from the end of the constructor on.
class HoldingWriter {
 public:
  explicit HoldingWriter(const std::filesystem::path& store);
  ~HoldingWriter();
  HoldingWriter(const HoldingWriter&) = delete;
  HoldingWriter& operator=(const HoldingWriter&) = delete;
  int pid() const { return pid_; }
  // Writes to its standard input.
  void feed(const std::string& text) const;
  void send(int signal) const;
  bool ended() const;
  // Closes its input and waits for its end; `err` is what it said.
  Result finish();

 private:
  std::filesystem::path said_;
  int pid_ = -1;
  int input_ = -1;
};

template <typename Message>
Message parse(const std::string& line);

// Two reports of one explosion, as another extractor would hand them in: the harbour guard accuses
// the islanders, who deny it.
v1::ArticleAnnotation harbour_report(const std::string& id, const std::string& published);
std::string json(const v1::ArticleAnnotation& annotation);

// What a shell says to a command; `exit_code` is that of the command.
Result shell(const std::string& command);
bool has_program(const std::string& name);

// The files of examples/articles, sorted.
std::vector<std::string> example_files();

}  // namespace casus::cli_test

#endif  // CASUS_TESTS_CLI_COMMAND_H_
