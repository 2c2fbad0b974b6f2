// Sentences: ICU proposes where they end, news rules refuse some of it.

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "extract/document/parts.h"

namespace casus::extract {
namespace {

constexpr std::uint32_t kLongestSentence = 400;  // tokens; what is longer is cut there
constexpr std::uint32_t kLongestHeading = 14;    // words

// Capitalised words that, after an abbreviation, begin a sentence rather than a name.
bool is_opener(const Token& token) {
  static const std::unordered_set<std::string_view> kOpeners{
      "the",   "a",        "an",      "it",   "he",      "she",   "they",      "we",
      "i",     "you",      "this",    "that", "these",   "those", "there",     "but",
      "and",   "in",       "on",      "at",   "for",     "as",    "after",     "before",
      "since", "while",    "when",    "if",   "so",      "its",   "his",       "her",
      "their", "however",  "what",    "who",  "why",     "how",   "meanwhile", "both",
      "some",  "many",     "most",    "all",  "no",      "not",   "according", "under",
      "until", "although", "because", "yet",  "earlier", "later", "also",      "asked"};
  return token.capital && kOpeners.contains(token.lower);
}

bool is_closer(std::string_view s) {
  return s == "\"" || s == "”" || s == "'" || s == "’" || s == "''" || s == "»" || s == ")" ||
         s == "]";
}

bool is_stop(std::string_view s) {
  return s == "!" || s == "?" || s == "…" || (!s.empty() && s.find_first_not_of('.') == s.npos);
}

bool is_lower_word(const Token& token) { return token.word && !token.capital; }

bool is_spoken(std::string_view lower) {
  static const std::unordered_set<std::string_view> kSpoken{
      "said", "says", "asked", "asks", "added", "told", "replied", "wondered", "shouted"};
  return kSpoken.contains(lower);
}

class SentenceCutter {
 public:
  SentenceCutter(const std::vector<Token>& tokens, Range range) : tokens_(tokens), range_(range) {}

  // Whether a sentence may begin at token `next`.
  bool may_begin(std::uint32_t next) const {
    std::uint32_t last = next - 1;
    while (last > range_.begin && is_closer(tokens_[last].text)) --last;
    const Token& stop = tokens_[last];
    const Token& after = tokens_[next];
    if (is_closer(after.text) && !after.space_before) return false;
    if (is_stop(stop.text)) {
      if (is_lower_word(after) && stop.text != "?" && stop.text != "!") return false;
      if (is_lower_word(after) && last + 1 != next) return false;  // "...?" he asked
      if (is_list_number(last)) return false;
      return last + 1 == next || !goes_on_with_speaker(next, stop.text == ".");
    }
    if (!stop.word || !stop.text.ends_with('.')) return false;
    if (last + 1 != next) return !is_lower_word(after);
    std::string_view word = std::string_view(stop.lower).substr(0, stop.lower.size() - 1);
    if (word.size() == 1 || abbreviation_of(word) == Abbreviation::title) return false;
    return is_opener(after) || is_quote(after.text);
  }

 private:
  static bool is_quote(std::string_view s) { return s == "\"" || s == "“" || s == "``"; }

  // "3." at the beginning of a list item.
  bool is_list_number(std::uint32_t stop) const {
    return stop == range_.begin + 1 && tokens_[range_.begin].number &&
           tokens_[range_.begin].text.size() < 3;
  }

  // '"..." Smith said.' After a full stop, `He said the army` says something of its own.
  bool goes_on_with_speaker(std::uint32_t next, bool full_stop) const {
    std::uint32_t i = next;
    while (i < range_.end && i < next + 4 && tokens_[i].capital) ++i;
    if (i == next || i >= range_.end || !is_spoken(tokens_[i].lower)) return false;
    return !full_stop || i + 1 == range_.end || tokens_[i + 1].text == "." ||
           tokens_[i + 1].text == "," || tokens_[i + 1].lower == "in" ||
           tokens_[i + 1].lower == "on" || tokens_[i + 1].lower == "at" ||
           tokens_[i + 1].lower == "of";
  }

  const std::vector<Token>& tokens_;
  Range range_;
};

// The tokens at which ICU would begin a sentence, and where it would not: after a missing space,
// and before a number ("... fled. 40 people ...").
std::vector<std::uint32_t> proposals(std::string_view text, ByteRange paragraph,
                                     const std::vector<Token>& tokens, Range range) {
  std::vector<std::uint32_t> found;
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), status));
  UText* utext = utext_openUTF8(nullptr, text.data() + paragraph.begin,
                                paragraph.end - paragraph.begin, &status);
  if (U_SUCCESS(status)) breaks->setText(utext, status);
  std::uint32_t token = range.begin + 1;
  std::int32_t at = U_SUCCESS(status) ? breaks->next() : icu::BreakIterator::DONE;
  for (; token < range.end; ++token) {
    std::uint32_t begin = tokens[token].begin - paragraph.begin;
    bool proposed = false;
    while (at != icu::BreakIterator::DONE && static_cast<std::uint32_t>(at) <= begin) {
      proposed = true;
      at = breaks->next();
    }
    if (token >= range.begin + 2 && tokens[token - 1].text == ".") {
      const Token& after = tokens[token];
      if (after.number && after.space_before) proposed = true;
      if (after.capital && !after.space_before && tokens[token - 2].lower.size() > 2) {
        proposed = true;
      }
    }
    if (proposed) found.push_back(token);
  }
  utext_close(utext);
  return found;
}

bool ends_sentence(const std::vector<Token>& tokens, Range range, std::string_view* mark) {
  std::uint32_t last = range.end - 1;
  while (last > range.begin && is_closer(tokens[last].text)) --last;
  *mark = tokens[last].text;
  return is_stop(*mark) || *mark == ":" || *mark == ";" ||
         (tokens[last].word && mark->ends_with('.'));
}

}  // namespace

Abbreviation abbreviation_of(std::string_view lower) {
  static const std::unordered_map<std::string_view, Abbreviation> kAll = [] {
    std::unordered_map<std::string_view, Abbreviation> all;
    for (const char* word :
         {"mr",   "mrs",  "ms",  "dr",   "gen",  "lt",   "col",  "maj", "capt", "cpl",
          "sgt",  "brig", "adm", "cmdr", "cdr",  "prof", "rev",  "hon", "sen",  "rep",
          "reps", "sens", "gov", "st",   "msgr", "supt", "insp", "amb", "pvt",  "pfc",
          "pte",  "pres", "mt",  "ft",   "ste",  "sra",  "eng",  "vs",  "atty", "vol"}) {
      all.emplace(word, Abbreviation::title);
    }
    for (const char* word : {"no", "nos", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
                             "sept", "oct", "nov", "dec", "art", "pp"}) {
      all.emplace(word, Abbreviation::numeral);
    }
    for (const char* word :
         {"inc", "corp", "co",   "ltd",   "bros", "dept", "jr",   "sr",   "etc",  "est", "approx",
          "al",  "ave",  "blvd", "calif", "fla",  "ariz", "mass", "conn", "tenn", "wash"}) {
      all.emplace(word, Abbreviation::common);
    }
    return all;
  }();
  auto found = kAll.find(lower);
  return found == kAll.end() ? Abbreviation::none : found->second;
}

void cut_sentences(std::string_view text, ByteRange paragraph, std::uint32_t number,
                   const std::vector<Token>& tokens, Range range,
                   std::vector<Sentence>& sentences) {
  if (range.empty()) return;
  SentenceCutter cutter(tokens, range);
  std::vector<std::uint32_t> begins{range.begin};
  auto begin_at = [&](std::uint32_t token) {
    while (token - begins.back() > kLongestSentence) {
      begins.push_back(begins.back() + kLongestSentence);
    }
    begins.push_back(token);
  };
  for (std::uint32_t token : proposals(text, paragraph, tokens, range)) {
    if (cutter.may_begin(token)) begin_at(token);
  }
  begin_at(range.end);
  for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
    Sentence sentence;
    sentence.tokens = {begins[i], begins[i + 1]};
    sentence.begin = tokens[after_date_line(tokens, sentence.tokens)].begin;
    sentence.end = tokens[begins[i + 1] - 1].end;
    sentence.paragraph = number;
    std::string_view mark;
    bool ended = ends_sentence(tokens, sentence.tokens, &mark);
    sentence.question = tokens[begins[i + 1] - 1].text == "?";  // none where it is only quoted
    bool item = !tokens[begins[i]].word && !tokens[begins[i]].number;
    sentence.heading = begins.size() == 2 && !ended && !item && range.size() <= kLongestHeading;
    sentence.body = find_body(tokens, sentence);
    sentences.push_back(sentence);
  }
}

}  // namespace casus::extract
