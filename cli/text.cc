#include "cli/text.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

#include "query/text.h"

namespace casus::cli {
namespace {

// The next character from `at` on, which moves behind it; negative for bytes that are not UTF-8.
UChar32 next_character(std::string_view text, std::size_t& at) {
  UChar32 character = 0;
  auto position = static_cast<std::int64_t>(at);
  const auto length = static_cast<std::int64_t>(text.size());
  U8_NEXT(text.data(), position, length, character);
  at = static_cast<std::size_t>(position);
  return character;
}

bool steers_terminal(UChar32 character) {
  if (character == 0x200C || character == 0x200D) return false;  // joiners, part of words
  const auto type = u_charType(character);
  return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_LINE_SEPARATOR ||
         type == U_PARAGRAPH_SEPARATOR || type == U_PRIVATE_USE_CHAR || type == U_SURROGATE;
}

// Soft hyphen, zero width space, marks of direction, word joiner, byte order
// mark.
bool invisible(UChar32 character) {
  return character == 0xAD || character == 0x200B || character == 0x200E || character == 0x200F ||
         character == 0x61C || character == 0x2060 || character == 0xFEFF;
}

bool right_to_left(UChar32 character) {
  const auto direction = u_charDirection(character);
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

// As terminals count: by character, and a vowel or final of a Hangul syllable
// within its block.
std::size_t columns_of(UChar32 character) {
  if (character < 0x300) return 1;
  const auto type = u_charType(character);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  if (character >= 0x1160 && character <= 0x11FF) return 0;
  const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const UChar32 character = next_character(text, at);
    if (character >= 0 && u_isUWhiteSpace(character)) {
      space = true;
      continue;
    }
    if (character >= 0 && invisible(character)) continue;
    if (space && !out.empty()) out += ' ';
    space = false;
    if (character < 0) {
      for (std::size_t i = begin; i < at; ++i) {
        out += fmt::format("\\x{:02X}", static_cast<unsigned char>(text[i]));
      }
    } else if (steers_terminal(character)) {
      out += fmt::format("\\u{{{:02X}}}", static_cast<std::uint32_t>(character));
    } else {
      out.append(text.substr(begin, at - begin));
    }
  }
  return out;
}

std::string echoed(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  return "'" + query::one_line(printable(text), kLongest) + "'";
}

std::size_t columns(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 character = next_character(text, at);
    width += character < 0 ? 1 : columns_of(character);
  }
  return width;
}

std::string isolated(std::string_view text) {
  constexpr std::string_view kBegin = "\u2068";
  constexpr std::string_view kEnd = "\u2069";
  std::string out;
  std::size_t done = 0;   // bytes that are in `out`
  std::size_t begin = 0;  // of a part, up to the last letter of it seen so far
  std::size_t end = 0;
  const auto close = [&] {
    if (end == 0) return;
    out.append(text.substr(done, begin - done)).append(kBegin);
    out.append(text.substr(begin, end - begin)).append(kEnd);
    done = end;
    end = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    const UChar32 character = next_character(text, at);
    if (character >= 0 && right_to_left(character)) {
      if (end == 0) begin = before;
      end = at;
    } else if (character >= 0 && u_charDirection(character) == U_LEFT_TO_RIGHT) {
      close();
    }
  }
  close();
  return out.append(text.substr(done));
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t line_columns = 0;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    const std::string_view word = text.substr(0, space);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    if (word.empty()) continue;
    const std::size_t word_columns = columns(word);
    if (!line.empty() && line_columns + 1 + word_columns > width) {
      lines.push_back(std::move(line));
      line.clear();
      line_columns = 0;
    }
    if (!line.empty()) {
      line += ' ';
      ++line_columns;
    }
    line += word;
    line_columns += word_columns;
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t taken = columns(text);
  if (taken < width) text.append(width - taken, ' ');
  return text;
}

std::string with_thousands(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), ",");
  }
  return digits;
}

}  // namespace casus::cli
