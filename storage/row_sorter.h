#ifndef CASUS_STORAGE_ROW_SORTER_H_
#define CASUS_STORAGE_ROW_SORTER_H_

// Sorts more rows than memory holds: what fills its memory is sorted and written to a file, and the
// files are merged. Private to storage.
//
// One thread, beside which another sorts and writes. The files have no name, so that nothing is
// left of them however the process ends. Throws StoreError if the disk fails. Cost: every row is
// written and read once, unless all of them fit.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::storage {

class RowSorter {
 public:
  // Takes about so much memory; files go to the directory's file system.
  RowSorter(std::filesystem::path dir, std::size_t memory_bytes);
  ~RowSorter();
  RowSorter(const RowSorter&) = delete;
  RowSorter& operator=(const RowSorter&) = delete;

  // nullopt: the key is to be taken away.
  void add(std::string_view key, std::optional<std::string_view> value);

  // The rows in the order of their keys; of one key, in no order. The views hold until the next
  // call. False at the end. After the first call nothing may be added.
  bool next(std::string_view& key, std::optional<std::string_view>& value);

 private:
  class Block;
  class Run;
  void spill();
  void start();

  const std::filesystem::path dir_;
  const std::size_t block_bytes_;
  std::unique_ptr<Block> block_;
  std::future<std::unique_ptr<Run>> sorting_;
  std::vector<std::unique_ptr<Run>> runs_;  // once merging, a heap: the smallest key first
  bool merging_ = false;
  bool last_taken_ = false;  // the front of the heap is what was given last
};

}  // namespace casus::storage

#endif  // CASUS_STORAGE_ROW_SORTER_H_
