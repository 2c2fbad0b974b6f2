#include "extract/title/sentence_case.h"

#include <algorithm>
#include <map>
#include <vector>

#include "extract/word_set.h"

namespace casus::extract {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

bool in_word(std::string_view text, std::size_t i) {
  const char c = text[i];
  if (is_upper(c) || is_lower(c) || (c >= '0' && c <= '9') || (c & 0x80) != 0) return true;
  const bool inside = i > 0 && i + 1 < text.size() && text[i - 1] != ' ' && text[i + 1] != ' ';
  return inside && (c == '.' || c == '\'');  // "U.S.", "don't"
}

std::string lower(std::string_view word) {
  std::string out(word);
  std::transform(out.begin(), out.end(), out.begin(), to_lower);
  return out;
}

std::string as_name(std::string_view word) {
  std::string out = lower(word);
  if (!out.empty()) out[0] = to_upper(out[0]);
  return out;
}

struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool begins_sentence = false;
};

// Calls `visit` with every word.
template <typename Visit>
void each_word(std::string_view text, const Visit& visit) {
  bool begins = true;
  for (std::size_t i = 0; i < text.size();) {
    if (!in_word(text, i)) {
      begins = begins || std::string_view(".!?:\"\n").find(text[i]) != std::string_view::npos;
      ++i;
      continue;
    }
    Word word{i, i, begins};
    while (word.end < text.size() && in_word(text, word.end)) ++word.end;
    visit(word);
    begins = text[word.end - 1] == '.';
    i = word.end;
  }
}

bool is_small(const std::string& word) {
  static const WordSet kSmall = word_set(
      "a an the and or but nor of in on at to for from by with over into as than that after before "
      "amid via per vs is are was be has have not");
  return kSmall.contains(word);
}

// Every word but the small ones begins with a capital, and there are enough of them to tell.
bool says_nothing(std::string_view headline, const std::vector<Word>& words) {
  constexpr int kEnough = 3;
  int capitals = 0;
  for (const Word& word : words) {
    const std::string_view text = headline.substr(word.begin, word.end - word.begin);
    if (is_lower(text.front()) && !is_small(std::string(text))) return false;
    capitals += is_upper(text.front()) && text.size() > 1;
  }
  return capitals >= kEnough;
}

// By lower-case word, how often the text spells it how within its sentences.
using Spellings = std::map<std::string, std::map<std::string, int>, std::less<>>;

Spellings spellings(std::string_view headline, const std::vector<Word>& words,
                    std::string_view text) {
  Spellings found;
  for (const Word& word : words) found[lower(headline.substr(word.begin, word.end - word.begin))];
  each_word(text, [&](const Word& word) {
    if (word.begins_sentence) return;
    const std::string_view written = text.substr(word.begin, word.end - word.begin);
    const auto of_headline = found.find(lower(written));
    if (of_headline != found.end()) ++of_headline->second[std::string(written)];
  });
  return found;
}

// The most frequent; of equals the one with more small letters.
const std::string* usual(const std::map<std::string, int>& spellings) {
  const auto best =
      std::max_element(spellings.begin(), spellings.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second < b.second : a.first < b.first;
      });
  return best == spellings.end() ? nullptr : &best->first;
}

}  // namespace

std::string in_sentence_case(std::string_view headline, std::string_view text,
                             const Lexicon& lexicon) {
  std::string out(headline);
  std::vector<Word> words;
  each_word(headline, [&](const Word& word) { words.push_back(word); });
  if (!says_nothing(headline, words)) return out;
  const bool capitals = std::none_of(headline.begin(), headline.end(), is_lower);
  const Spellings known = spellings(headline, words, text);

  std::vector<std::string> names;
  for (const Word& word : words) {
    names.push_back(as_name(headline.substr(word.begin, word.end - word.begin)));
  }
  const std::vector<std::string_view> as_names(names.begin(), names.end());
  std::vector<std::string_view> written;
  for (const Word& word : words) {
    written.push_back(headline.substr(word.begin, word.end - word.begin));
  }
  std::size_t name_end = 0;  // of a name of the lexicon
  bool acronym = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i >= name_end) {
      const std::uint32_t as_name = lexicon.match_name(as_names, i).tokens;
      const std::uint32_t as_written = lexicon.match_name(written, i, capitals).tokens;
      acronym = capitals ? as_written > as_name : as_written > 0 && as_written >= as_name;
      name_end = i + std::max(as_name, as_written);
    }
    std::string spelled = lower(written[i]);
    if (const std::string* spelling = usual(known.at(spelled))) {
      spelled = *spelling;
    } else if (i < name_end) {
      spelled = acronym ? std::string(written[i]) : names[i];
    } else if (lexicon.is_given_name(names[i])) {
      spelled = names[i];
    }
    if (words[i].begins_sentence && is_lower(spelled.front())) spelled[0] = to_upper(spelled[0]);
    out.replace(words[i].begin, spelled.size(), spelled);
  }
  return out;
}

}  // namespace casus::extract
