#ifndef CASUS_INTERCHANGE_LINES_H_
#define CASUS_INTERCHANGE_LINES_H_

// The lines of a source, however long they are: memory is bounded by `limit`. A line that is longer
// is read to its end and given as `too_long`, without its bytes.
// Threads: one. The source must outlive the reader; its ReadFailure comes out of `next`, and what
// was read of the line by then is dropped.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "interchange/bytes.h"

namespace casus::interchange {

class LineReader {
 public:
  LineReader(ByteSource& in, std::size_t limit) : in_(in), limit_(limit) {}

  enum class Outcome { line, too_long, end };
  Outcome next();

  // Of the line that `next` gave; without its '\n'.
  const std::string& line() const { return line_; }
  std::uint64_t number() const { return number_; }  // from 1

 private:
  bool fill();

  ByteSource& in_;
  std::size_t limit_;
  std::array<char, 1 << 16> buffer_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::string line_;
  std::uint64_t number_ = 0;
};

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_LINES_H_
