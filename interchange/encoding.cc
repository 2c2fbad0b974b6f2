#include "interchange/encoding.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <optional>

#include "graph/utf8.h"
#include "interchange/sources.h"
#include "interchange/words.h"

namespace casus::interchange {
namespace {

constexpr std::string_view kUtf8 = "UTF-8";
constexpr std::size_t kDeclarationBytes = 4096;  // browsers look at 1024
constexpr std::size_t kDetectionBytes = 64 << 10;
constexpr std::int32_t kLeastConfidence = 30;  // of 100

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const std::string& name) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &error), &ucnv_close);
  if (U_FAILURE(error)) converter.reset();
  return converter;
}

struct Mark {
  std::string_view bytes;
  std::string_view encoding;
};
constexpr std::array<Mark, 5> kMarks = {{{"\xEF\xBB\xBF", kUtf8},
                                         {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
                                         {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
                                         {"\xFF\xFE", "UTF-16LE"},
                                         {"\xFE\xFF", "UTF-16BE"}}};

const Mark* mark_of(std::string_view bytes) {
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) return &mark;
  }
  return nullptr;
}

std::size_t mark_bytes(std::string_view bytes) {
  const Mark* mark = mark_of(bytes);
  return mark == nullptr ? 0 : mark->bytes.size();
}

// What follows `name` and "=" in `text`, without its quotes: charset="utf-8".
std::string_view value_after(std::string_view text, std::string_view name) {
  const std::size_t at = text.find(name);
  if (at == std::string_view::npos) return {};
  text = trim(text.substr(at + name.size()));
  if (!text.starts_with('=')) return {};
  text = trim(text.substr(1));
  if (text.starts_with('"') || text.starts_with('\'')) text.remove_prefix(1);
  return trim(text.substr(0, text.find_first_of("\"'>;/? \t\r\n")));
}

// <?xml encoding="..."?>, or of HTML <meta charset=...> and <meta content="text/html; charset=...">
std::string declared(std::string_view bytes, Markup markup) {
  if (markup == Markup::none) return {};
  const std::string head = lower(bytes.substr(0, kDeclarationBytes));
  const std::string_view text = trim(head);
  if (text.starts_with("<?xml")) {
    const std::string_view value = value_after(text.substr(0, text.find("?>")), "encoding");
    if (!value.empty()) return std::string(value);
  }
  if (markup == Markup::xml) return {};
  for (std::size_t at = text.find("<meta"); at != std::string_view::npos;
       at = text.find("<meta", at + 1)) {
    const std::string_view tag = text.substr(at, text.find('>', at) - at);
    const std::string_view value = value_after(tag, "charset");
    if (!value.empty()) return std::string(value);
  }
  return {};
}

// As the Encoding Standard of the web resolves the labels that say less than they mean.
std::string resolved(const std::string& label) {
  struct Label {
    std::string_view name;
    std::string_view encoding;
  };
  static constexpr std::array<Label, 27> kLabels = {{{"iso-8859-1", "windows-1252"},
                                                     {"iso8859-1", "windows-1252"},
                                                     {"iso_8859-1", "windows-1252"},
                                                     {"latin1", "windows-1252"},
                                                     {"latin-1", "windows-1252"},
                                                     {"l1", "windows-1252"},
                                                     {"ascii", "windows-1252"},
                                                     {"us-ascii", "windows-1252"},
                                                     {"iso-8859-9", "windows-1254"},
                                                     {"latin5", "windows-1254"},
                                                     {"iso-8859-11", "windows-874"},
                                                     {"tis-620", "windows-874"},
                                                     {"gb2312", "gb18030"},
                                                     {"gbk", "gb18030"},
                                                     {"x-gbk", "gb18030"},
                                                     {"big5", "windows-950"},
                                                     {"shift_jis", "windows-31j"},
                                                     {"shift-jis", "windows-31j"},
                                                     {"sjis", "windows-31j"},
                                                     {"x-sjis", "windows-31j"},
                                                     {"euc-kr", "windows-949"},
                                                     {"ks_c_5601-1987", "windows-949"},
                                                     {"utf8", "UTF-8"},
                                                     // It could not be read so far in UTF-16.
                                                     {"utf-16", "UTF-8"},
                                                     {"utf-16le", "UTF-8"},
                                                     {"utf-16be", "UTF-8"},
                                                     {"unicode", "UTF-8"}}};
  for (const Label& known : kLabels) {
    if (label == known.name) return std::string(known.encoding);
  }
  return label;
}

bool is_utf8(std::string_view bytes, bool complete) {
  const std::optional<std::size_t> at = find_invalid_utf8(bytes);
  constexpr std::size_t kLongest = 4;
  return !at || (!complete && bytes.size() - *at < kLongest);
}

// Whether bytes that are not UTF-8 all the same are but for a few: in other encodings, hardly a
// byte that could begin a character of UTF-8 is followed by its continuation.
bool is_damaged_utf8(std::string_view bytes) {
  const auto beginnings = static_cast<std::size_t>(std::count_if(
      bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC2; }));
  constexpr std::size_t kTimes = 4;
  std::size_t malformed = 0;
  while (const std::optional<std::size_t> at = find_invalid_utf8(bytes)) {
    if (++malformed * kTimes > beginnings) return false;
    bytes.remove_prefix(*at + 1);
  }
  return true;
}

std::string detected(std::string_view bytes, Markup markup) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&error),
                                                                            &ucsdet_close);
  bytes = bytes.substr(0, kDetectionBytes);
  ucsdet_enableInputFilter(detector.get(), markup != Markup::none);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &error);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  if (U_FAILURE(error) || match == nullptr) return {};
  const std::int32_t confidence = ucsdet_getConfidence(match, &error);
  const char* name = ucsdet_getName(match, &error);
  if (U_FAILURE(error) || confidence < kLeastConfidence) return {};
  return resolved(lower(name));
}

}  // namespace

std::string marked_encoding(std::string_view bytes) {
  const Mark* mark = mark_of(bytes);
  return mark == nullptr ? std::string() : std::string(mark->encoding);
}

std::string encoding_of(std::string_view bytes, Markup markup, bool complete) {
  if (std::string marked = marked_encoding(bytes); !marked.empty()) return marked;
  const bool utf8 = is_utf8(bytes, complete);
  const bool ascii = utf8 && std::all_of(bytes.begin(), bytes.end(), [](char c) {
                       return static_cast<unsigned char>(c) < 0x80;
                     });
  if (utf8 && !ascii) return std::string(kUtf8);
  const std::string label = resolved(declared(bytes, markup));
  if (!label.empty() && !same_word(label, kUtf8) && open_converter(label)) return label;
  if (utf8 || is_damaged_utf8(bytes)) return std::string(kUtf8);
  const std::string guess = detected(bytes, markup);
  if (!guess.empty() && open_converter(guess)) return guess;
  throw InputError(
      fmt::format("is not UTF-8 at byte {}, and its encoding cannot be told; convert it, for "
                  "example with 'iconv -f WINDOWS-1252 -t UTF-8'.",
                  find_invalid_utf8(bytes).value_or(0)));
}

struct DecodedBytes::State {
  State(ByteSource& source, const std::string& encoding)
      : in(source), from(open_converter(encoding)), to(open_converter(std::string(kUtf8))) {
    if (!from || !to) throw std::bad_alloc();
  }

  ByteSource& in;
  Converter from;
  Converter to;
  std::array<char, 1 << 16> buffer;
  const char* next = nullptr;
  const char* end = nullptr;
  std::array<UChar, 1 << 12> pivot;
  UChar* pivot_next = pivot.data();
  UChar* pivot_end = pivot.data();
  bool begun = false;
  bool flush = false;

  void fill() {
    std::size_t got = in.read(buffer.data(), buffer.size());
    next = buffer.data();
    if (!begun) {
      constexpr std::size_t kLongestMark = 4;
      while (got < kLongestMark) {
        const std::size_t more = in.read(buffer.data() + got, buffer.size() - got);
        if (more == 0) break;
        got += more;
      }
      next += mark_bytes({buffer.data(), got});
      begun = true;
    }
    end = buffer.data() + got;
    flush = got == 0;
  }
};

DecodedBytes::DecodedBytes(ByteSource& in, const std::string& encoding)
    : state_(std::make_unique<State>(in, encoding)) {}
DecodedBytes::~DecodedBytes() = default;

std::size_t DecodedBytes::read(char* data, std::size_t size) {
  State& s = *state_;
  char* out = data;
  while (out == data) {
    if (s.next == s.end && !s.flush) s.fill();
    UErrorCode error = U_ZERO_ERROR;
    ucnv_convertEx(s.to.get(), s.from.get(), &out, data + size, &s.next, s.end, s.pivot.data(),
                   &s.pivot_next, &s.pivot_end, s.pivot.data() + s.pivot.size(), false, s.flush,
                   &error);
    if (U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR) {
      throw ReadFailure(fmt::format("cannot be decoded: {}.", u_errorName(error)));
    }
    if (s.flush && out == data) return 0;
  }
  return static_cast<std::size_t>(out - data);
}

std::string to_utf8(std::string bytes, Markup markup) {
  const std::string encoding = encoding_of(bytes, markup, true);
  if (encoding == kUtf8 && !find_invalid_utf8(bytes)) {
    bytes.erase(0, mark_bytes(bytes));
  } else {
    StringBytes in(bytes);
    bytes = read_whole(*std::make_unique<DecodedBytes>(in, encoding), std::string::npos);
  }
  check_text(bytes);
  return bytes;
}

}  // namespace casus::interchange
