#ifndef CASUS_STORAGE_TEMPORARY_FILE_H_
#define CASUS_STORAGE_TEMPORARY_FILE_H_

// A file without a name, written first and then read: nothing is left of it however the process
// ends. Private to storage. One thread. Throws StoreError if the disk fails.

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>

namespace casus::storage {

class TemporaryFile {
 public:
  explicit TemporaryFile(const std::filesystem::path& dir);

  void write(std::string_view bytes);
  // To the beginning, to be read.
  void rewind();
  // False at the end; throws if only a part of so many bytes is left.
  bool read(char* bytes, std::size_t count);

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Close> file_;
};

}  // namespace casus::storage

#endif  // CASUS_STORAGE_TEMPORARY_FILE_H_
