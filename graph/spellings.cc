#include "graph/spellings.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <utility>

#include "graph/names.h"
#include "graph/sound.h"

namespace casus {
namespace {

bool vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

bool capital(char c) { return c >= 'A' && c <= 'Z'; }

// Signs for a glottal stop, which are written or not.
constexpr std::array<std::string_view, 8> kStops = {"'", "`", "’", "‘", "ʼ", "ʿ", "ʾ", "ʻ"};

// Without such signs, and with "ElBaradei" in two words.
std::string plain(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const std::string_view rest = name.substr(at);
    const auto stop = std::find_if(kStops.begin(), kStops.end(),
                                   [&](std::string_view sign) { return rest.starts_with(sign); });
    if (stop != kStops.end()) {
      at += stop->size();
      continue;
    }
    const bool first = at == 0 || name[at - 1] == ' ';
    const bool article = first && (rest.starts_with("El") || rest.starts_with("Al"));
    if (article && rest.size() > 2 && capital(rest[2])) {
      out.append(rest.substr(0, 2)).append(" ");
      at += 2;
      continue;
    }
    out += name[at++];
  }
  return out;
}

// Arabic's article as it stands before `next`: its "l" becomes the consonant that follows.
bool is_article(std::string_view word, std::string_view next) {
  if (word == "al" || word == "el" || word == "ul" || word == "il") return true;
  const bool vowelled = word.size() > 1 && (word[0] == 'a' || word[0] == 'e' || word[0] == 'u');
  return vowelled && (word.size() == 2 || word == "ash" || word == "esh") && !vowel(word[1]) &&
         next.starts_with(word.substr(1));
}

// Spellings that no rule of sounds brings together. The first of a row stands for all.
// clang-format off
constexpr auto kForms = std::to_array<std::pair<std::string_view, std::string_view>>({
    // Arabic names as they are heard in Cairo, Tehran, Paris or Istanbul.
    {"ahmed", "ahmad"}, {"ben", "bin"}, {"gamal", "jamal"}, {"haider", "haidar"},
    {"hayder", "haidar"}, {"ibn", "bin"}, {"javad", "jawad"}, {"mehdi", "mahdi"},
    {"mohamad", "muhammad"}, {"mohamed", "muhammad"}, {"mohammad", "muhammad"},
    {"mohammed", "muhammad"}, {"muhamad", "muhammad"}, {"muhamed", "muhammad"},
    {"muhammed", "muhammad"}, {"naguib", "najib"}, {"osman", "othman"}, {"usman", "othman"},
    {"yousef", "yusuf"}, {"yousif", "yusuf"}, {"youssef", "yusuf"}, {"yusef", "yusuf"},
    {"yusif", "yusuf"},
    // Ukrainian and Belarusian names in Russian, and the other way round.
    {"alexander", "aleksandr"}, {"aliaksandr", "aleksandr"}, {"alyaksandr", "aleksandr"},
    {"andrii", "andrei"}, {"andriy", "andrei"}, {"artyom", "artem"}, {"dmytro", "dmitri"},
    {"dzmitry", "dmitri"}, {"hryhoriy", "grigori"}, {"ihor", "igor"}, {"kyrylo", "kirill"},
    {"mikalai", "nikolai"}, {"mykhailo", "mikhail"}, {"mykola", "nikolai"}, {"oleh", "oleg"},
    {"oleksandr", "aleksandr"}, {"oleksii", "aleksei"}, {"oleksiy", "aleksei"},
    {"pavlo", "pavel"}, {"petro", "pyotr"}, {"serhii", "sergei"}, {"serhiy", "sergei"},
    {"siarhei", "sergei"}, {"uladzimir", "vladimir"}, {"vasyl", "vasili"},
    {"volodymyr", "vladimir"}, {"yevhen", "yevgeni"}, {"yevhenii", "yevgeni"},
    // Korean.
    {"pak", "park"},
});
// clang-format on

// British words of organisations, and American ones.
constexpr auto kEnglish = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"centre", "center"},
    {"defence", "defense"},
    {"labour", "labor"},
    {"organisation", "organization"},
});

template <typename Forms>
std::string common_form(const Forms& forms, const std::string& word) {
  const auto form =
      std::find_if(forms.begin(), forms.end(), [&](const auto& one) { return one.first == word; });
  return form == forms.end() ? word : std::string(form->second);
}

void replace_ending(std::string& word, std::string_view ending, std::string_view with) {
  if (word.size() > ending.size() && word.ends_with(ending)) {
    word.replace(word.size() - ending.size(), ending.size(), with);
  }
}

// One word, in one spelling, perhaps as two.
std::vector<std::string> in_one_form(std::string word) {
  word = common_form(kForms, word);
  if (word == "abdul" || word == "abdel" || word == "abdal") word = "abd";
  if (word.size() >= 6) {
    // "Abdullah", "Nasrollah", "Hizballah".
    for (const std::string_view god :
         {"ullah", "ollah", "ulla", "olla", "alla", "ulah", "olah", "alah"}) {
      if (!word.ends_with(god)) continue;
      replace_ending(word, god, "allah");
      break;
    }
  }
  replace_ending(word, "michael", "mikael");
  for (const std::string_view ending : {"yeh", "emeh", "zadeh"}) {
    if (word.ends_with(ending)) replace_ending(word, "eh", "a");
  }
  replace_ending(word, "zade", "zada");
  replace_ending(word, "avi", "awi");
  for (const std::string_view silent : {"ane", "une", "ine"}) {
    if (word.size() >= 6) replace_ending(word, silent, silent.substr(0, 2));
  }
  // "Abdurrahman": the article in the middle of a word.
  if (word.size() > 5 && word.starts_with("abd") && vowel(word[3])) {
    std::string name = word.substr(word[4] == 'l' ? 5 : 4);
    if (name.size() > 1) return {"abd", std::move(name)};
  }
  // "Salahuddin", "Siraj-eddine".
  if (word.size() >= 7 && (word.ends_with("din") || word.ends_with("deen"))) {
    std::size_t end = word.rfind('d', word.size() - 3);
    while (end > 1 && word[end - 1] == 'd') --end;
    if (end > 3 && vowel(word[end - 1])) return {word.substr(0, end - 1), "din"};
  }
  return {std::move(word)};
}

}  // namespace

Spelling spelling_of(std::string_view name) {
  const std::vector<std::string> all = normalised_words(romanised(plain(name)));
  Spelling spelling;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool more = i + 1 < all.size();
    if (more && is_article(all[i], all[i + 1])) continue;
    spelling.words.push_back(common_form(kEnglish, all[i]));
    spelling.letters += spelling.words.back();
    for (const std::string& word : in_one_form(spelling.words.back())) {
      std::string sound = pronounced(word);
      // Written in one or two words, it is heard as one.
      const bool digit = !sound.empty() && sound[0] >= '0' && sound[0] <= '9';
      if (!digit && !spelling.sound.empty() && sound.starts_with(spelling.sound.back())) {
        sound.erase(0, 1);
      }
      spelling.sound += sound;
    }
  }
  std::copy_if(spelling.sound.begin(), spelling.sound.end(), std::back_inserter(spelling.skeleton),
               [](char c) { return !capital(c); });
  return spelling;
}

bool is_acronym(std::string_view text) {
  return text.size() >= 2 && text.size() <= 8 && std::all_of(text.begin(), text.end(), capital);
}

bool stands_for(std::string_view acronym, std::string_view name) {
  static constexpr std::array<std::string_view, 12> kSmall = {
      "of", "the", "for", "and", "in", "to", "de", "la", "del", "al", "el", "on"};
  std::string all;
  std::string content;
  for (const std::string& word : normalised_words(name)) {
    const char initial =
        word[0] >= 'a' && word[0] <= 'z' ? static_cast<char>(word[0] - 'a' + 'A') : word[0];
    all += initial;
    if (std::find(kSmall.begin(), kSmall.end(), word) == kSmall.end()) content += initial;
  }
  if (acronym == all || acronym == content) return content.size() > 1;
  std::string letters(acronym);
  std::sort(letters.begin(), letters.end());
  std::sort(content.begin(), content.end());
  return letters.size() > 2 && letters == content;
}

}  // namespace casus
