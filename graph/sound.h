#ifndef CASUS_GRAPH_SOUND_H_
#define CASUS_GRAPH_SOUND_H_

// How a name sounds, whatever way it was written in Latin letters: "Gaddafi", "Qadhafi", "Kadafi"
// and "القذافي" have one consonant skeleton. For finding names, not for telling that two are one:
// different names share a skeleton, too. Thread-safe, no state.

#include <string>
#include <string_view>
#include <vector>

namespace casus {

// In ASCII letters and digits: other scripts are transliterated by ICU's Any-Latin, then
// normalised as by `normalise_name`. Cost: microseconds for Latin letters, more for others.
std::string romanised(std::string_view name);

// The consonants of one word in small ASCII letters: those that transliterations mix up are one
// ("q", "g", "gh", "kh", "c" and "k"; "dh" and "d"; "ph" and "f"; "v" and "w"; "z" and "s"), double
// ones are single, vowels go but for one in front, which is always "a".
std::string sound_of(std::string_view word);

// How one word is pronounced: its consonants as above, and the vowels between them as capital
// letters, those that transliterations mix up being one: "A"; "E" for "ai", "ay", "ei", "ey" and
// "ae"; "I" for "e", "i" and "y"; "U" for "o", "u", "w" and their pairs. Digits stay. Stricter than
// `sound_of`: "Hassan" is not "Hussein", nor "Jamal" "Jamil".
std::string pronounced(std::string_view word);

// The words of a romanised name that tell names apart: articles and particles of names ("al", "el",
// "bin", "von") go, unless nothing else is left.
std::vector<std::string> name_words(std::string_view romanised);

}  // namespace casus

#endif  // CASUS_GRAPH_SOUND_H_
