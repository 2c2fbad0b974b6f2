#include "interchange/tables/rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "graph/utf8.h"
#include "interchange/encoding.h"
#include "interchange/words.h"

namespace casus::interchange {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// What windows-1252 has at 0x80 to 0x9F, where ISO-8859-1 has no letters.
constexpr std::array<unsigned, 32> kWindows = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

void append_utf8(unsigned point, std::string& out) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | (point >> 6));
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (point >> 12));
    out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  }
}

std::string from_latin1(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(byte >= 0x80 && byte < 0xA0 ? kWindows[byte - 0x80] : byte, out);
  }
  return out;
}

}  // namespace

bool RowReader::fill() {
  if (ended_) return false;
  buffer_.erase(0, at_);
  at_ = 0;
  constexpr std::size_t kPiece = 64 << 10;
  const std::size_t have = buffer_.size();
  buffer_.resize(have + kPiece);
  const std::size_t got = in_.read(buffer_.data() + have, kPiece);
  buffer_.resize(have + got);
  ended_ = got == 0;
  return !ended_;
}

// Exports of one data set come with commas or with semicolons, by the settings of who made them.
char RowReader::delimiter_in(std::string_view line) const {
  if (dialect_ == Dialect::tsv) return '\t';
  const auto many = [line](char c) { return std::count(line.begin(), line.end(), c); };
  if (many('\t') > many(',') && many('\t') > many(';')) return '\t';
  return many(';') > many(',') ? ';' : ',';
}

void RowReader::begin() {
  begun_ = true;
  while (!end_of_line(at_) && buffer_.size() < limits_.row_bytes && fill()) {
  }
  const std::string encoding = marked_encoding(buffer_);
  if (!encoding.empty() && encoding != "UTF-8") {
    throw ReadFailure(fmt::format("is in {}; save it as UTF-8.", encoding));
  }
  if (std::string_view(buffer_).starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
  const std::size_t end = end_of_line(at_).value_or(buffer_.size());
  delimiter_ = delimiter_in(std::string_view(buffer_).substr(at_, end - at_));
}

std::optional<std::size_t> RowReader::end_of_line(std::size_t from) const {
  const std::size_t at = buffer_.find('\n', from);
  return at == std::string::npos ? std::nullopt : std::optional(at);
}

void RowReader::drop(std::size_t bytes) {
  const auto begin = buffer_.begin() + static_cast<std::ptrdiff_t>(at_);
  next_line_ += static_cast<std::uint64_t>(
      std::count(begin, begin + static_cast<std::ptrdiff_t>(bytes), '\n'));
  at_ += bytes;
}

void RowReader::pass_line() {
  while (true) {
    if (const auto end = end_of_line(at_)) return drop(*end + 1 - at_);
    drop(buffer_.size() - at_);
    if (!fill()) return;
  }
}

RowReader::Scan RowReader::fail(std::string reason, std::size_t column) {
  reason_ = std::move(reason);
  column_ = column;
  return Scan::bad;
}

// One row from `at_` on; `complete`: nothing comes after what is there.
RowReader::Scan RowReader::scan(bool complete) {
  cells_.clear();
  const std::string_view rest = std::string_view(buffer_).substr(at_);
  std::size_t i = 0;
  while (true) {
    if (cells_.size() == limits_.cells) {
      return fail(fmt::format("has more than the {} cells that are taken.", limits_.cells), 0);
    }
    const std::size_t column = cells_.size() + 1;
    const std::size_t begin = i;
    const auto too_long = [&](std::string_view hint) {
      return fail(fmt::format("is longer than the {} bytes that are taken of a cell{}",
                              limits_.cell_bytes, hint),
                  column);
    };
    std::string& cell = cells_.emplace_back();
    if (dialect_ == Dialect::csv && i < rest.size() && rest[i] == '"') {
      for (++i;; i += 2) {
        const std::size_t quote = rest.find('"', i);
        const std::size_t end = std::min(quote, rest.size());
        if (end - begin > limits_.cell_bytes) {
          return too_long("; is its quote never closed?");
        }
        if (quote == std::string_view::npos) {
          return complete ? fail("has a quote that is never closed.", column) : Scan::more;
        }
        cell += rest.substr(i, quote - i);
        i = quote;
        if (quote + 1 == rest.size() && !complete) return Scan::more;
        if (quote + 1 == rest.size() || rest[quote + 1] != '"') break;
        cell += '"';
      }
      ++i;
      if (i < rest.size() && rest[i] == '\r') ++i;
      if (i == rest.size() && !complete) return Scan::more;
      if (i < rest.size() && rest[i] != delimiter_ && rest[i] != '\n') {
        return fail("goes on behind its closing quote; a quote inside of it is written twice.",
                    column);
      }
    } else {
      while (i < rest.size() && rest[i] != delimiter_ && rest[i] != '\n') ++i;
      if (i - begin > limits_.cell_bytes) return too_long(".");
      if (i == rest.size() && !complete) return Scan::more;
      cell = rest.substr(begin, i - begin);
      if (cell.ends_with('\r') && (i == rest.size() || rest[i] == '\n')) cell.pop_back();
    }
    if (i > limits_.row_bytes) {
      return fail(fmt::format("is longer than the {} bytes that are taken.", limits_.row_bytes), 0);
    }
    if (i == rest.size() || rest[i] == '\n') break;
    ++i;
  }
  drop(std::min(i + 1, rest.size()));
  return Scan::row;
}

bool RowReader::decode() {
  const bool is_utf8 = std::none_of(cells_.begin(), cells_.end(), [](const std::string& cell) {
    return find_invalid_utf8(cell).has_value();
  });
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if (!is_utf8) cells_[i] = from_latin1(cells_[i]);
    if (cells_[i].find('\0') != std::string::npos) {
      fail("holds a NUL: this is no text.", i + 1);
      return false;
    }
  }
  return true;
}

RowReader::Outcome RowReader::next() {
  if (!begun_) begin();
  while (true) {
    line_ = next_line_;
    if (at_ == buffer_.size() && !fill()) return Outcome::end;
    switch (scan(ended_)) {
      case Scan::more:
        fill();
        continue;
      case Scan::bad:
        pass_line();
        return Outcome::bad;
      case Scan::row:
        break;
    }
    const bool blank = cells_.size() == 1 && trim(cells_.front()).empty();
    if (blank) continue;
    return decode() ? Outcome::row : Outcome::bad;
  }
}

}  // namespace casus::interchange
