#include "interchange/readers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iostream>
#include <string>
#include <system_error>
#include <vector>

#include "interchange/sources.h"

namespace casus::interchange {
namespace {

namespace fs = std::filesystem;

using StreamReader = void (*)(std::istream&, const Source&, const ReadLimits&,
                              const ReadCallbacks&);

// By the ending of the name; nullptr if there is none for it.
StreamReader reader_of(const fs::path& path) {
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  if (ending == ".txt") return &read_text;
  if (ending == ".jsonl") return &read_json_lines;
  if (ending == ".pb") return &read_frames;
  return nullptr;
}

class Walk {
 public:
  Walk(const ReadLimits& limits, const ReadCallbacks& callbacks)
      : limits_(limits), callbacks_(callbacks) {}

  // How many files were read, or were tried.
  std::size_t folder(const fs::path& path, const std::string& below) const {
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
      entries.push_back(*it);
    }
    if (error) {
      fail(path, fmt::format("cannot be listed: {}.", error.message()));
      return 1;
    }
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
      return a.path().filename().native() < b.path().filename().native();
    });
    std::size_t files = 0;
    for (const fs::directory_entry& entry : entries) {
      const std::string name = below + entry.path().filename().string();
      // Not following links: neither in circles nor out of the folder.
      const fs::file_type type = entry.symlink_status(error).type();
      if (type == fs::file_type::directory) {
        files += folder(entry.path(), name + "/");
      } else if (type == fs::file_type::regular) {
        if (const StreamReader reader = reader_of(entry.path()); reader != nullptr) {
          file(entry.path(), name, reader);
          ++files;
        }
      }
    }
    return files;
  }

  void file(const fs::path& path, const std::string& id, StreamReader reader) const {
    errno = 0;
    std::ifstream in(path, std::ios::binary);
    if (!in) {
      fail(path, fmt::format("cannot be opened: {}.",
                             std::error_code(errno, std::generic_category()).message()));
      return;
    }
    reader(in, {path.string(), id}, limits_, callbacks_);
  }

  void fail(const fs::path& path, std::string_view what) const {
    callbacks_.on_error(InputError(fmt::format("{}: {}", path.string(), what)));
  }

 private:
  const ReadLimits& limits_;
  const ReadCallbacks& callbacks_;
};

}  // namespace

void read_input(const fs::path& path, const ReadLimits& limits, const ReadCallbacks& callbacks) {
  const Walk walk(limits, callbacks);
  if (path == "-") {
    read_json_lines(std::cin, {"standard input", "-"}, limits, callbacks);
    return;
  }
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    walk.fail(path, "does not exist.");
  } else if (!fs::status_known(status)) {
    walk.fail(path, fmt::format("cannot be read: {}.", error.message()));
  } else if (fs::is_directory(status)) {
    if (walk.folder(path, {}) == 0) walk.fail(path, "holds no .txt, .jsonl or .pb file.");
  } else if (const StreamReader reader = reader_of(path); reader != nullptr) {
    walk.file(path, path.filename().string(), reader);
  } else {
    walk.fail(path,
              "is of a type that is not read; expected .txt, .jsonl, .pb, a folder, or - for "
              "JSON Lines on standard input.");
  }
}

}  // namespace casus::interchange
