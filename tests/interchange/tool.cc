#include "tool.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/support/temp_dir.h"

namespace casus::interchange_test {
namespace {

namespace fs = std::filesystem;
using tests::TempDir;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string run(const TempDir& dir, const std::string& command) {
  const auto file = [&](const char* name) { return (dir.path() / name).string(); };
  dir.file("command", command);
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
  dir.file("in", input);
  return run(dir, command);
}

std::string run_python_on(const std::string& input, const std::string& program) {
  const TempDir dir;
  dir.file("in", input);
  const fs::path script = dir.file("program.py", program);
  return run(dir, "/usr/bin/python3 " + script.string() + " \"$1\"");
}

}  // namespace casus::interchange_test
