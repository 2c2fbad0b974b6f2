#include "graph/names.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "graph/error.h"

namespace casus {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Letters, digits and the vowel signs of scripts that write them as marks.
bool in_word(UChar32 c) {
  return u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & (U_GC_M_MASK | U_GC_NL_MASK | U_GC_NO_MASK)) != 0;
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = get(status);
  if (U_FAILURE(status) != 0) {
    throw Error("ICU has no Unicode normalisation data; install its data files (libicu).");
  }
  return *instance;
}

std::string normalise_ascii(std::string_view name) {
  std::string out;
  out.reserve(name.size());
  bool gap = false;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      if (gap && !out.empty()) out += ' ';
      gap = false;
      out += upper ? static_cast<char>(c - 'A' + 'a') : c;
    } else {
      gap = true;
    }
  }
  return out;
}

std::string normalise_unicode(std::string_view name) {
  // Compatibility case folding, then decomposed: the same as NFKD and folding, but closed under
  // repetition, so that a normalised name is its own normal form.
  static const icu::Normalizer2& fold = normalizer(&icu::Normalizer2::getNFKCCasefoldInstance);
  static const icu::Normalizer2& decompose = normalizer(&icu::Normalizer2::getNFDInstance);
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString folded =
      fold.normalize(icu::UnicodeString::fromUTF8(
                         icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size()))),
                     status);
  const icu::UnicodeString text = decompose.normalize(folded, status);
  if (U_FAILURE(status) != 0) throw Error("A name is too long to be normalised.");

  icu::UnicodeString out;
  bool gap = false;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 c = text.char32At(at);
    if (u_getCombiningClass(c) != 0) continue;
    if (in_word(c)) {
      if (gap && !out.isEmpty()) out.append(u' ');
      gap = false;
      out.append(c);
    } else {
      gap = true;
    }
  }
  std::string utf8;
  return out.toUTF8String(utf8);
}

}  // namespace

std::string normalise_name(std::string_view name) {
  constexpr std::string_view kArticle = "the ";
  std::string out = is_ascii(name) ? normalise_ascii(name) : normalise_unicode(name);
  std::size_t head = 0;
  while (std::string_view(out).substr(head).starts_with(kArticle)) head += kArticle.size();
  out.erase(0, head);
  return out;
}

std::string slug(std::string_view name) {
  std::string out = normalise_name(name);
  std::replace(out.begin(), out.end(), ' ', '-');
  return out;
}

std::vector<std::string> normalised_words(std::string_view text) {
  std::vector<std::string> words;
  const std::string normal = normalise_name(text);
  for (std::size_t begin = 0; begin < normal.size();) {
    const std::size_t end = std::min(normal.find(' ', begin), normal.size());
    words.emplace_back(normal, begin, end - begin);
    begin = end + 1;
  }
  return words;
}

bool holds_words(std::string_view text, std::string_view words) {
  if (words.empty()) return false;
  return (' ' + normalise_name(text)).find(' ' + std::string(words)) != std::string::npos;
}

}  // namespace casus
