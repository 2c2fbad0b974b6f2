#include "tool.h"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace casus::interchange_test {
namespace {

namespace fs = std::filesystem;

class TempDir {
 public:
  TempDir() {
    std::string name = (fs::temp_directory_path() / "casus-tool-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary directory");
    path_ = name;
  }
  ~TempDir() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_file(const fs::path& path, const std::string& content) {
  std::ofstream(path, std::ios::binary) << content;
}

std::string run(const TempDir& dir, const std::string& command) {
  const auto file = [&](const char* name) { return (dir.path() / name).string(); };
  write_file(dir.path() / "command", command);
  const int status = std::system(
      ("sh " + file("command") + " " + file("in") + " >" + file("out") + " 2>" + file("err"))
          .c_str());
  const std::string errors = read_file(dir.path() / "err");
  if (status != 0 || !errors.empty()) throw std::runtime_error(command + ": " + errors);
  return read_file(dir.path() / "out");
}

}  // namespace

std::string run_on(const std::string& input, const std::string& command) {
  const TempDir dir;
  write_file(dir.path() / "in", input);
  return run(dir, command);
}

std::string run_python_on(const std::string& input, const std::string& program) {
  const TempDir dir;
  write_file(dir.path() / "in", input);
  write_file(dir.path() / "program.py", program);
  return run(dir, "/usr/bin/python3 " + (dir.path() / "program.py").string() + " \"$1\"");
}

}  // namespace casus::interchange_test
