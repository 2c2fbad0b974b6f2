#include "extract/lexicon/inflection.h"

#include <algorithm>

namespace casus::extract {
namespace {

bool vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

std::string cut(std::string_view word, std::size_t tail) {
  return std::string(word.substr(0, word.size() - tail));
}

bool hisses(std::string_view word) {
  return word.ends_with("s") || word.ends_with("x") || word.ends_with("z") ||
         word.ends_with("ch") || word.ends_with("sh");
}

bool consonant_y(std::string_view word) {
  return word.size() > 1 && word.ends_with("y") && !vowel(word[word.size() - 2]);
}

std::string with_s(std::string_view word) {
  if (consonant_y(word)) return cut(word, 1) + "ies";
  return std::string(word) + (hisses(word) ? "es" : "s");
}

std::string third_person(std::string_view verb) {
  if (verb == "be") return "is";
  if (verb == "have") return "has";
  return verb.ends_with("o") ? std::string(verb) + "es" : with_s(verb);
}

std::string plural(std::string_view noun) {
  const bool man = noun.size() > 4 && noun.ends_with("man") && !noun.ends_with("human") &&
                   !noun.ends_with("german");
  return man ? cut(noun, 2) + "en" : with_s(noun);
}

// One syllable that ends in consonant, vowel, consonant: "ban" -> "bann(ed)". Longer verbs that
// double theirs are in the data.
bool doubles(std::string_view verb) {
  if (verb.size() < 3) return false;
  const char last = verb.back();
  if (vowel(last) || last == 'w' || last == 'x' || last == 'y') return false;
  if (verb.starts_with("qu")) verb.remove_prefix(2);  // "quip"
  const auto vowels = std::ranges::count_if(verb, vowel);
  return vowels == 1 && vowel(verb[verb.size() - 2]);
}

std::string with_ed(std::string_view verb) {
  if (verb.ends_with("e")) return std::string(verb) + "d";
  if (consonant_y(verb)) return cut(verb, 1) + "ied";
  if (doubles(verb)) return std::string(verb) + verb.back() + "ed";
  return std::string(verb) + "ed";
}

// `past` shows whether the last letter is doubled ("permit", "permitted").
std::string with_ing(std::string_view verb, std::string_view past) {
  if (verb.ends_with("ie")) return cut(verb, 2) + "ying";
  if (verb == "be") return "being";
  if (verb.ends_with("e") && !verb.ends_with("ee") && !verb.ends_with("ye"))
    return cut(verb, 1) + "ing";
  const bool doubled = past.size() == verb.size() + 3 && past[verb.size()] == verb.back();
  if (doubled || doubles(verb)) return std::string(verb) + verb.back() + "ing";
  return std::string(verb) + "ing";
}

// The base of a verb that the data does not know, from its form without "ed" or "ing".
std::string guess_base(std::string stem) {
  const std::size_t n = stem.size();
  if (n < 3) return n == 0 ? stem : stem + "e";
  const char last = stem[n - 1];
  const char before = stem[n - 2];
  if (last == before && !vowel(last)) {
    const bool keeps = last == 'l' || last == 's' || last == 'f' || last == 'z';
    return keeps ? stem : stem.substr(0, n - 1);
  }
  const bool soft = last == 'v' || last == 'u' || last == 'c' || last == 'z' ||
                    (last == 's' && before != 's') || (last == 'g' && before != 'n') ||
                    (last == 'l' && !vowel(before) && before != 'r' && before != 'w');
  const bool at = stem.ends_with("at") && n > 3 && !vowel(stem[n - 3]);
  const bool long_vowel = !vowel(last) && vowel(before) && n >= 3 && !vowel(stem[n - 3]) &&
                          last != 'w' && last != 'x' && last != 'y' && last != 'n' && last != 'r' &&
                          last != 't' && last != 'l' && last != 'p';
  const bool ir = stem.ends_with("ir") || stem.ends_with("ur") || stem.ends_with("or");
  const bool ure = ir && n > 3 && (stem.ends_with("ur") && !vowel(stem[n - 3]));
  if (soft || at || long_vowel || ure) return stem + "e";
  return stem;
}

}  // namespace

void Inflections::add_verb(std::string_view base, std::string_view past,
                           std::string_view participle) {
  const std::string past_form = past.empty() ? with_ed(base) : std::string(past);
  const std::string participle_form = participle.empty() ? past_form : std::string(participle);
  auto& forms = verb_forms_[std::string(base)];
  std::vector<std::string> all{std::string(base), third_person(base), past_form, participle_form,
                               with_ing(base, past_form)};
  if (base == "be") all.insert(all.end(), {"am", "are"});
  for (const std::string& form : all) {
    if (std::ranges::count(forms, form) == 0) forms.push_back(form);
    // A base is its own lemma, whatever it may be a form of ("found", "lie").
    if (form == base)
      verb_of_form_[form] = form;
    else
      verb_of_form_.try_emplace(form, base);
  }
}

void Inflections::add_noun(std::string_view singular, std::string_view plural_form) {
  auto& forms = noun_forms_[std::string(singular)];
  const std::string many = plural_form.empty() ? plural(singular) : std::string(plural_form);
  for (const std::string& form : {std::string(singular), many}) {
    if (std::ranges::count(forms, form) == 0) forms.push_back(form);
    if (form == singular)
      noun_of_form_[form] = form;
    else
      noun_of_form_.try_emplace(form, singular);
  }
}

std::vector<std::string> Inflections::verb_forms(std::string_view base) const {
  const auto known = verb_forms_.find(base);
  if (known != verb_forms_.end()) return known->second;
  const std::string past = with_ed(base);
  return {std::string(base), third_person(base), past, with_ing(base, past)};
}

std::vector<std::string> Inflections::noun_forms(std::string_view singular) const {
  const auto known = noun_forms_.find(singular);
  if (known != noun_forms_.end()) return known->second;
  return {std::string(singular), plural(singular)};
}

std::string Inflections::verb_lemma(std::string_view form) const {
  const auto known = verb_of_form_.find(form);
  if (known != verb_of_form_.end()) return known->second;
  const std::size_t n = form.size();
  if (n > 4 && (form.ends_with("ied") || form.ends_with("ies"))) return cut(form, 3) + "y";
  if (n > 4 && form.ends_with("ying")) return cut(form, 3);
  if (n > 4 && form.ends_with("eed")) return std::string(form);
  if (n > 4 && form.ends_with("ed")) return guess_base(cut(form, 2));
  if (n > 5 && form.ends_with("ing")) return guess_base(cut(form, 3));
  if (n > 4 && form.ends_with("es") && hisses(form.substr(0, n - 2)) && form[n - 3] != 's' &&
      form[n - 3] != 'z')
    return cut(form, 2);
  if (n > 4 && form.ends_with("sses")) return cut(form, 2);
  if (n > 3 && form.ends_with("s") && !form.ends_with("ss") && !form.ends_with("us"))
    return cut(form, 1);
  return std::string(form);
}

std::string Inflections::noun_lemma(std::string_view form) const {
  const auto known = noun_of_form_.find(form);
  if (known != noun_of_form_.end()) return known->second;
  const std::size_t n = form.size();
  if (n > 5 && form.ends_with("women")) return cut(form, 2) + "an";
  if (n > 4 && form.ends_with("men")) return cut(form, 2) + "an";
  if (n > 4 && form.ends_with("ies")) return cut(form, 3) + "y";
  if (n > 4 && (form.ends_with("sses") || form.ends_with("ches") || form.ends_with("shes") ||
                form.ends_with("xes")))
    return cut(form, 2);
  if (n > 3 && form.ends_with("s") && !form.ends_with("ss") && !form.ends_with("us") &&
      !form.ends_with("is"))
    return cut(form, 1);
  return std::string(form);
}

}  // namespace casus::extract
