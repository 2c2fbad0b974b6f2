#include "query/words.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace casus::query {
namespace {

constexpr auto kStopWords = std::to_array<std::string_view>(
    {"a",     "about", "after", "all",   "also",  "an",    "and",  "any",   "are",    "as",
     "at",    "be",    "been",  "being", "but",   "by",    "can",  "could", "did",    "do",
     "does",  "for",   "from",  "had",   "has",   "have",  "he",   "her",   "him",    "his",
     "how",   "if",    "in",    "into",  "is",    "it",    "its",  "may",   "might",  "more",
     "no",    "not",   "of",    "on",    "or",    "our",   "s",    "she",   "should", "so",
     "some",  "such",  "than",  "that",  "the",   "their", "them", "then",  "there",  "these",
     "they",  "this",  "those", "to",    "was",   "we",    "were", "what",  "when",   "where",
     "which", "while", "who",   "whom",  "whose", "why",   "will", "with",  "would",  "you"});

// Forms that no rule leads to their base.
constexpr auto kIrregular = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"blew", "blow"},
    {"blown", "blow"},
    {"broke", "break"},
    {"broken", "break"},
    {"brought", "bring"},
    {"burnt", "burn"},
    {"children", "child"},
    {"died", "die"},
    {"dying", "die"},
    {"fell", "fall"},
    {"fallen", "fall"},
    {"fled", "flee"},
    {"fought", "fight"},
    {"gave", "give"},
    {"given", "give"},
    {"gunmen", "gunman"},
    {"held", "hold"},
    {"knew", "know"},
    {"known", "know"},
    {"led", "lead"},
    {"left", "leave"},
    {"lost", "lose"},
    {"made", "make"},
    {"men", "man"},
    {"met", "meet"},
    {"militiamen", "militiaman"},
    {"policemen", "policeman"},
    {"said", "say"},
    {"sent", "send"},
    {"shot", "shoot"},
    {"shots", "shoot"},
    {"slain", "slay"},
    {"sought", "seek"},
    {"stole", "steal"},
    {"stolen", "steal"},
    {"struck", "strike"},
    {"taken", "take"},
    {"threw", "throw"},
    {"thrown", "throw"},
    {"told", "tell"},
    {"took", "take"},
    {"withdrawn", "withdraw"},
    {"withdrew", "withdraw"},
    {"women", "woman"},
});

constexpr std::size_t kMinStem = 3;

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= 'z'; });
}

// Takes a suffix off if what is left could be a word.
bool strip(std::string& word, std::string_view suffix) {
  if (!word.ends_with(suffix) || word.size() < suffix.size() + kMinStem) return false;
  const std::string_view rest = std::string_view(word).substr(0, word.size() - suffix.size());
  if (std::none_of(rest.begin(), rest.end(), is_vowel)) return false;
  word.resize(rest.size());
  return true;
}

// "bombings" -> "bombing"; not "press", "virus", "crisis".
void strip_plural(std::string& word) {
  if (word.ends_with("ss") || word.ends_with("us") || word.ends_with("is")) return;
  if (strip(word, "ies")) {
    word += 'y';
    return;
  }
  for (const std::string_view hissing : {"sses", "shes", "ches", "xes", "zes"}) {
    if (word.ends_with(hissing) && strip(word, "es")) return;
  }
  strip(word, "s");
}

// "planned" -> "plan", but "killed" -> "kill" and "pressed" -> "press".
void undouble(std::string& word) {
  const std::size_t size = word.size();
  if (size <= kMinStem || word[size - 1] != word[size - 2]) return;
  if (std::string_view("bdgmnprt").find(word.back()) != std::string_view::npos) word.pop_back();
}

void strip_verb_ending(std::string& word) {
  if (strip(word, "ied")) {
    word += 'y';
    return;
  }
  if (word.ends_with("eed")) return;
  if (strip(word, "ing") || strip(word, "ed")) undouble(word);
}

std::string_view base_of(std::string_view word) {
  const auto found = std::find_if(kIrregular.begin(), kIrregular.end(),
                                  [&](const auto& entry) { return entry.first == word; });
  return found == kIrregular.end() ? word : found->second;
}

}  // namespace

bool is_stop_word(std::string_view word) {
  return std::find(kStopWords.begin(), kStopWords.end(), word) != kStopWords.end();
}

std::string stem(std::string_view word) {
  std::string out(base_of(word));
  if (!is_ascii(out)) return out;
  if (out == word) {
    strip_plural(out);
    strip_verb_ending(out);
  }
  if (out.size() > kMinStem && out.back() == 'e') out.pop_back();  // "fire", "fired", "firing"
  return out;
}

std::vector<std::string> word_forms(std::string_view word) {
  const std::string base = stem(word);
  std::set<std::string> forms{std::string(word), base};
  if (!is_ascii(word)) return {forms.begin(), forms.end()};
  const std::string doubled = base + base.back();
  for (const std::string_view ending : {"s", "es", "e", "ed", "ing", "ings"}) {
    forms.insert(base + std::string(ending));
    forms.insert(doubled + std::string(ending));
  }
  if (base.ends_with('y')) {
    const std::string head = base.substr(0, base.size() - 1);
    forms.insert(head + "ies");
    forms.insert(head + "ied");
  }
  for (const auto& [form, of] : kIrregular) {
    if (stem(of) == base) forms.insert(std::string(form));
  }
  std::erase_if(forms, [&](const std::string& form) { return form != word && stem(form) != base; });
  return {forms.begin(), forms.end()};
}

}  // namespace casus::query
