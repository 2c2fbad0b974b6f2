#include "graph/sound.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>

#include "graph/error.h"
#include "graph/names.h"

namespace casus {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// ICU's transliterators are not for several threads at once.
std::string transliterated(std::string_view name) {
  static std::mutex one_at_a_time;
  static const std::unique_ptr<icu::Transliterator> to_latin = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(
        icu::Transliterator::createInstance(u"Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    if (U_FAILURE(status) != 0 || made == nullptr) {
      throw Error("ICU has no transliteration data; install its data files (libicu).");
    }
    return made;
  }();
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  const std::lock_guard<std::mutex> lock(one_at_a_time);
  to_latin->transliterate(text);
  std::string utf8;
  return text.toUTF8String(utf8);
}

bool vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

struct Sound {
  std::string_view written;
  std::string_view heard;
};
// Longer ones first.
constexpr std::array<Sound, 21> kSounds = {
    {{"sch", "x"}, {"tch", "x"}, {"dsh", "x"}, {"kh", "k"}, {"gh", "k"}, {"ph", "f"}, {"dh", "d"},
     {"th", "t"},  {"sh", "x"},  {"ch", "x"},  {"zh", "j"}, {"dj", "j"}, {"ts", "s"}, {"tz", "s"},
     {"ck", "k"},  {"q", "k"},   {"g", "k"},   {"c", "k"},  {"w", "v"},  {"z", "s"},  {"x", "ks"}}};

}  // namespace

std::string romanised(std::string_view name) {
  return normalise_name(is_ascii(name) ? std::string(name) : transliterated(name));
}

std::string sound_of(std::string_view word) {
  std::string heard;
  for (std::size_t at = 0; at < word.size();) {
    if (vowel(word[at])) {
      if (at == 0) heard += 'a';
      ++at;
      continue;
    }
    const std::string_view rest = word.substr(at);
    const auto sound = std::find_if(kSounds.begin(), kSounds.end(), [&](const Sound& one) {
      return rest.starts_with(one.written);
    });
    const std::string_view letters = sound != kSounds.end() ? sound->heard : rest.substr(0, 1);
    at += sound != kSounds.end() ? sound->written.size() : 1;
    // An "h" at the end of a syllable is often not written.
    const bool silent = letters == "h" && at > 1 && (at == word.size() || !vowel(word[at]));
    if (!silent && !heard.ends_with(letters)) heard += letters;
  }
  return heard;
}

std::vector<std::string> name_words(std::string_view romanised) {
  static constexpr std::array<std::string_view, 22> kParticles = {
      "al",  "el",  "ul",  "ad",  "as",  "ash", "an", "ar", "az",  "at", "the",
      "bin", "ben", "ibn", "abu", "von", "van", "de", "da", "del", "la", "of"};
  std::vector<std::string> words;
  std::vector<std::string> all;
  for (std::size_t at = 0; at < romanised.size();) {
    const std::size_t end = std::min(romanised.find(' ', at), romanised.size());
    std::string word(romanised.substr(at, end - at));
    at = end + 1;
    all.push_back(word);
    if (std::find(kParticles.begin(), kParticles.end(), word) == kParticles.end()) {
      words.push_back(std::move(word));
    }
  }
  return words.empty() ? all : words;
}

}  // namespace casus
