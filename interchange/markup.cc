#include "interchange/markup.h"

#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <memory>

#include "graph/error.h"
#include "graph/utf8.h"

namespace casus::interchange {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr const char* kEllipsis = "…";

// Calls `visit(character, bytes)` for each character; a negative one is no UTF-8.
template <typename Visit>
void each_character(std::string_view text, const Visit& visit) {
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < size;) {
    const std::int64_t begin = at;
    UChar32 character = 0;
    U8_NEXT(text.data(), at, size, character);
    visit(character,
          text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin)));
  }
}

bool xml_holds(UChar32 character) {
  return character >= 0x20 ? character != 0xFFFE && character != 0xFFFF
                           : character == '\t' || character == '\n' || character == '\r';
}

// Joiners are format characters, but parts of words.
bool is_shown(UChar32 character) {
  if (character == 0x200C || character == 0x200D) return true;
  const auto type = u_charType(character);
  return type != U_CONTROL_CHAR && type != U_FORMAT_CHAR && xml_holds(character);
}

std::size_t columns_of(const icu::UnicodeString& text) {
  std::size_t columns = 0;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 character = text.char32At(at);
    const auto type = u_charType(character);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK) continue;
    const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
    columns += width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
  }
  return columns;
}

std::unique_ptr<icu::BreakIterator> breaks(icu::BreakIterator* (*create)(const icu::Locale&,
                                                                         UErrorCode&),
                                           const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> found(create(icu::Locale::getRoot(), status));
  if (U_FAILURE(status) != 0) {
    throw Error("ICU has no rules for breaking lines; is its data installed?");
  }
  found->setText(text);
  return found;
}

icu::UnicodeString one_line(std::string_view text) {
  icu::UnicodeString line;
  bool space = false;
  each_character(text, [&](UChar32 character, std::string_view /*bytes*/) {
    if (character < 0) character = 0xFFFD;
    if (u_isUWhiteSpace(character) != 0) {
      space = true;
    } else if (is_shown(character)) {
      if (space && !line.isEmpty()) line.append(u' ');
      space = false;
      line.append(character);
    }
  });
  return line;
}

// Pieces between which a line may be broken, none wider than `columns`.
std::vector<icu::UnicodeString> pieces(const icu::UnicodeString& line, std::size_t columns) {
  std::vector<icu::UnicodeString> found;
  const auto words = breaks(icu::BreakIterator::createLineInstance, line);
  for (std::int32_t begin = 0, end = words->next(); end != icu::BreakIterator::DONE;
       begin = end, end = words->next()) {
    const icu::UnicodeString word(line, begin, end - begin);
    if (columns_of(word) <= columns + 1) {  // a space at its end is not shown
      found.push_back(word);
      continue;
    }
    const auto letters = breaks(icu::BreakIterator::createCharacterInstance, word);
    icu::UnicodeString part;
    for (std::int32_t from = 0, to = letters->next(); to != icu::BreakIterator::DONE;
         from = to, to = letters->next()) {
      const icu::UnicodeString letter(word, from, to - from);
      if (!part.isEmpty() && columns_of(part) + columns_of(letter) > columns) {
        found.push_back(part);
        part.remove();
      }
      part.append(letter);
    }
    found.push_back(part);
  }
  return found;
}

std::string percent_encoded(std::string_view bytes) {
  std::string out;
  for (const char byte : bytes) out += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
  return out;
}

std::string utf8(icu::UnicodeString line) {
  std::string text;
  line.trim().toUTF8String(text);
  return text;
}

}  // namespace

std::string valid_text(std::string_view text) {
  if (!find_invalid_utf8(text) && text.find('\0') == std::string_view::npos) {
    return std::string(text);
  }
  std::string out;
  each_character(text, [&](UChar32 character, std::string_view bytes) {
    out += character > 0 ? bytes : kReplacement;
  });
  return out;
}

std::string xml_escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  each_character(text, [&](UChar32 character, std::string_view bytes) {
    switch (character) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\t':
      case '\n':
      case '\r':
        out += fmt::format("&#{};", static_cast<int>(character));
        break;
      default:
        out += xml_holds(character) ? bytes : kReplacement;
    }
  });
  return out;
}

std::string identifier(std::string_view key) {
  std::string out;
  out.reserve(key.size());
  each_character(key, [&](UChar32 character, std::string_view bytes) {
    const bool plain = character >= 0 && is_shown(character) && character != '%' &&
                       character != '"' && character != '\\';
    out += plain ? std::string(bytes) : percent_encoded(bytes);
  });
  return out;
}

std::string web_link(std::string_view text) {
  constexpr std::string_view kNotInUrls = "\"<>\\^`{|}";
  if (!text.starts_with("https://") && !text.starts_with("http://")) return {};
  std::string out;
  for (const char& byte : text) {
    const bool plain = byte > ' ' && byte < '\x7F' && kNotInUrls.find(byte) == std::string::npos;
    out += plain ? std::string(1, byte) : percent_encoded({&byte, 1});
  }
  return out;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns, std::size_t lines) {
  std::vector<std::string> found;
  icu::UnicodeString line;
  // More than fits, however many marks stand on its letters.
  text = utf8_head(text, columns * (lines + 1) * 16);
  for (const icu::UnicodeString& piece : pieces(one_line(text), columns)) {
    icu::UnicodeString longer = line + piece;
    if (line.isEmpty() || columns_of(icu::UnicodeString(longer).trim()) <= columns) {
      line = std::move(longer);
      continue;
    }
    found.push_back(utf8(line));
    if (found.size() == lines) {
      found.back() += kEllipsis;
      return found;
    }
    line = piece;
  }
  if (!line.isEmpty()) found.push_back(utf8(line));
  return found;
}

}  // namespace casus::interchange
