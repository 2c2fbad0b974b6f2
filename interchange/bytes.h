#ifndef CASUS_INTERCHANGE_BYTES_H_
#define CASUS_INTERCHANGE_BYTES_H_

// Where readers take their bytes from, one piece after the other: a file, standard input, what is
// inflated or decoded on the way. Threads: a source belongs to one thread. A source that is made of
// another does not own it.

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "graph/error.h"

namespace casus::interchange {

// The bytes end before their end: the file cannot be read, or what it is packed in is damaged.
class ReadFailure : public InputError {
 public:
  using InputError::InputError;
};

class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  // At most `size` bytes, which is not 0; 0 at the end and from there on. Throws ReadFailure, which
  // does not name the file; nothing is read after it.
  virtual std::size_t read(char* data, std::size_t size) = 0;
};

// A file, or what a descriptor gives, which stays open. Throws ReadFailure if it cannot be opened.
class FileBytes : public ByteSource {
 public:
  explicit FileBytes(const std::filesystem::path& path);
  explicit FileBytes(int descriptor) : descriptor_(descriptor) {}
  ~FileBytes() override;

  std::size_t read(char* data, std::size_t size) override;

 private:
  int descriptor_;
  bool owned_ = false;
};

// Bytes in memory, which must outlive it.
class StringBytes : public ByteSource {
 public:
  explicit StringBytes(std::string_view bytes) : rest_(bytes) {}

  std::size_t read(char* data, std::size_t size) override;

 private:
  std::string_view rest_;
};

// Another source whose first bytes can be looked at before they are read.
class PeekedBytes : public ByteSource {
 public:
  explicit PeekedBytes(ByteSource& in) : in_(in) {}

  // The next `size` bytes, fewer only where the source ends; valid until the next call.
  std::string_view peek(std::size_t size);
  std::size_t read(char* data, std::size_t size) override;

 private:
  ByteSource& in_;
  std::string head_;
  std::size_t at_ = 0;
};

// All of it. Throws InputError if that is more than `limit` bytes.
std::string read_whole(ByteSource& in, std::size_t limit);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_BYTES_H_
