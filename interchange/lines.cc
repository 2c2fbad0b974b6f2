#include "interchange/lines.h"

#include <algorithm>

namespace casus::interchange {

bool LineReader::fill() {
  if (at_ < end_) return true;
  at_ = end_ = 0;
  end_ = in_.read(buffer_.data(), buffer_.size());
  return end_ > 0;
}

LineReader::Outcome LineReader::next() {
  line_.clear();
  if (!fill()) return Outcome::end;
  ++number_;
  bool too_long = false;
  do {
    const char* begin = buffer_.data() + at_;
    const char* end = buffer_.data() + end_;
    const char* newline = std::find(begin, end, '\n');
    const auto length = static_cast<std::size_t>(newline - begin);
    too_long = too_long || line_.size() + length > limit_;
    if (!too_long) line_.append(begin, length);
    at_ += length;
    if (newline != end) {
      ++at_;
      break;
    }
  } while (fill());
  if (!too_long) return Outcome::line;
  line_.clear();
  return Outcome::too_long;
}

}  // namespace casus::interchange
