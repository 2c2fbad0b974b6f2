#ifndef CASUS_TESTS_SUPPORT_TEMP_DIR_H_
#define CASUS_TESTS_SUPPORT_TEMP_DIR_H_

#include <filesystem>
#include <string_view>

namespace casus::tests {

// A fresh directory that is removed with all it holds. Tests run beside each other in processes of
// their own: a file of a fixed name in the common directory is another test's file too.
class TempDir {
 public:
  TempDir();
  ~TempDir();
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
  // Writes a file, and the directories it is in; gives its path.
  std::filesystem::path file(std::string_view name, std::string_view content) const;

 private:
  std::filesystem::path path_;
};

}  // namespace casus::tests

#endif  // CASUS_TESTS_SUPPORT_TEMP_DIR_H_
