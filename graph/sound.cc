#include "graph/sound.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <utility>

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

// The sound that `rest` begins with, and how many letters it takes.
std::pair<std::string_view, std::size_t> consonant(std::string_view rest) {
  const auto sound = std::find_if(kSounds.begin(), kSounds.end(),
                                  [&](const Sound& one) { return rest.starts_with(one.written); });
  if (sound == kSounds.end()) return {rest.substr(0, 1), 1};
  return {sound->heard, sound->written.size()};
}

// Vowels in a row, of which pairs may be one sound.
std::string vowels_heard(std::string_view row) {
  struct Vowel {
    std::string_view written;
    char heard;
  };
  static constexpr std::array<Vowel, 14> kVowels = {{{"ai", 'E'},
                                                     {"ay", 'E'},
                                                     {"ei", 'E'},
                                                     {"ey", 'E'},
                                                     {"ae", 'E'},
                                                     {"eo", 'U'},
                                                     {"eu", 'U'},
                                                     {"a", 'A'},
                                                     {"e", 'I'},
                                                     {"i", 'I'},
                                                     {"y", 'I'},
                                                     {"o", 'U'},
                                                     {"u", 'U'},
                                                     {"w", 'U'}}};
  std::string heard;
  while (!row.empty()) {
    const auto vowel = std::find_if(kVowels.begin(), kVowels.end(),
                                    [&](const Vowel& one) { return row.starts_with(one.written); });
    const bool glide = vowel->heard == 'I' && heard.ends_with('E');  // "aye" is "ay"
    if (!heard.ends_with(vowel->heard) && !glide) heard += vowel->heard;
    row.remove_prefix(vowel->written.size());
  }
  return heard;
}

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
    const auto [letters, written] = consonant(word.substr(at));
    at += written;
    // An "h" at the end of a syllable is often not written.
    const bool silent = letters == "h" && at > 1 && (at == word.size() || !vowel(word[at]));
    if (!silent && !heard.ends_with(letters)) heard += letters;
  }
  return heard;
}

std::string pronounced(std::string_view word) {
  const auto sounds = [](char c) { return vowel(c) || c == 'w'; };
  std::string heard;
  for (std::size_t at = 0; at < word.size();) {
    if (sounds(word[at])) {
      std::size_t end = at;
      while (end < word.size() && sounds(word[end])) ++end;
      heard += vowels_heard(word.substr(at, end - at));
      at = end;
      continue;
    }
    const auto [letters, written] = consonant(word.substr(at));
    at += written;
    const bool silent = letters == "h" && at > 1 && (at == word.size() || !sounds(word[at]));
    const bool digit = letters.front() >= '0' && letters.front() <= '9';
    if (!silent && (digit || !heard.ends_with(letters))) heard += letters;
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
