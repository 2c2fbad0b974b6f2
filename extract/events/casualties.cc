#include "extract/events/casualties.h"

#include <algorithm>
#include <optional>

#include "extract/events/sentence.h"
#include "extract/times/numbers.h"

namespace casus::extract {
namespace {

enum class Harm { none, killed, injured };

// Said of victims after their number ("12 were killed", "12 dead").
Harm suffered(std::string_view word) {
  if (one_of(word, {"killed", "dead", "died", "dies", "murdered", "massacred", "executed", "slain",
                    "beheaded", "perished", "fatalities", "deaths", "assassinated"})) {
    return Harm::killed;
  }
  if (one_of(word, {"wounded", "injured", "hurt", "injuries", "maimed", "wounds"})) {
    return Harm::injured;
  }
  return Harm::none;
}

// Said before their number ("killing 12", "the deaths of 12").
Harm inflicted(std::string_view word) {
  if (one_of(word, {"killed",      "killing",    "kills",    "kill",      "murdered", "murdering",
                    "massacred",   "massacring", "executed", "executing", "deaths",   "death",
                    "slaughtered", "beheaded",   "toll",     "murder",    "massacre", "lives",
                    "bodies",      "dead",       "loss"})) {
    return Harm::killed;
  }
  if (one_of(word, {"wounded", "wounding", "wounds", "injured", "injuring", "injures", "hurt",
                    "hurting", "injuries", "injury", "maiming"})) {
    return Harm::injured;
  }
  return Harm::none;
}

bool victim_word(std::string_view word) {
  return one_of(
      word,
      {"people",     "persons", "person",     "others",    "other",      "more",     "civilians",
       "civilian",   "men",     "women",      "children",  "child",      "victims",  "inhabitants",
       "passengers", "crew",    "bystanders", "of",        "its",        "their",    "his",
       "were",       "was",     "have",       "had",       "has",        "been",     "are",
       "also",       "and",     "reportedly", "feared",    "confirmed",  "reported", "others'",
       "members",    "them",    "personnel",  "seriously", "critically", "badly",    "slightly",
       "lightly",    "us",      "the"});
}

class Finder {
 public:
  Finder(const Document& document, const Lexicon& lexicon, const Mentions& mentions,
         const Sentence& sentence)
      : document_(document), lexicon_(lexicon), mentions_(mentions), sentence_(sentence) {
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      words_.push_back(document[i].lower);
    }
  }

  std::vector<Toll> find() {
    for (std::uint32_t at = sentence_.body; at < sentence_.tokens.end; ++at) {
      if (const auto number = match_number(document_, at, sentence_.tokens.end)) {
        read(*number);
        at = number->tokens.end - 1;
      }
    }
    if (tolls_.empty()) find_single_victims();
    return std::move(tolls_);
  }

 private:
  std::string_view word(std::uint32_t at) const {
    return at >= sentence_.tokens.begin && at < sentence_.tokens.end
               ? std::string_view(document_[at].lower)
               : std::string_view();
  }

  void read(const NumberMatch& number) {
    const std::uint32_t begin = number.tokens.begin;
    const std::uint32_t end = number.tokens.end;
    // Parts of a number that is told already: "including four children", "seven of them".
    if (one_of(word(begin - 1), {"including", "them", "whom", "age", "aged", "no"})) return;
    if (word(end) == "of" && one_of(word(end + 1), {"them", "whom", "these", "those", "the"})) {
      return;
    }
    if (one_of(word(end),
               {"years", "year", "km", "kilometres", "kilometers", "miles", "metres", "meters",
                "hours", "minutes", "days", "weeks", "months", "kg", "tons", "times", "-"})) {
      return;
    }
    if (number.count.has_best() && number.count.best() == 0) {
      read_none(number);
      return;
    }
    Harm harm = Harm::none;
    std::uint32_t at = 0;
    if (const auto after = suffered_after(end)) {
      at = *after;
      harm = suffered(word(at));
    } else if (const auto before = inflicted_before(begin)) {
      at = *before;
      harm = inflicted(word(at));
      if (!counts_people(end) || (word(at) == "loss" && !names_people(end))) return;
    }
    if (harm == Harm::none) return;
    Toll toll;
    toll.killed = harm == Harm::killed;
    toll.count = number.count;
    toll.harm = at;
    toll.tokens = {std::min(begin, at), std::max(end, at + 1)};
    add_companions(begin, at, toll);
    // "Seven miners and five guards were killed": twelve.
    if (!tolls_.empty() && tolls_.back().harm == at && at > begin && word(begin - 1) == "and" &&
        tolls_.back().count.has_best() && toll.count.has_best()) {
      Toll& sum = tolls_.back();
      sum.count.set_best(sum.count.best() + toll.count.best());
      return;
    }
    tolls_.push_back(std::move(toll));
  }

  // The word of harm after a number: over its people and auxiliaries, and one insertion in commas.
  std::optional<std::uint32_t> suffered_after(std::uint32_t end) const {
    bool inserted = false;
    for (std::uint32_t at = end; at < sentence_.tokens.end && at < end + 24; ++at) {
      if (suffered(word(at)) != Harm::none) {
        // "12 killed in ..." but not "three men killed the guard".
        const bool active =
            one_of(word(at), {"killed", "murdered", "executed", "wounded", "injured", "hurt"}) &&
            takes_object(at) && !passive_before(end, at);
        if (active) return std::nullopt;
        return at;
      }
      if (word(at) == ",") {
        if (inserted) return std::nullopt;
        std::uint32_t close = at + 1;
        while (close < sentence_.tokens.end && word(close) != "," && close < at + 12) ++close;
        if (word(close) != "," || suffered_in(at + 1, close)) return std::nullopt;
        inserted = true;
        at = close;
        continue;
      }
      if (!may_describe(at)) return std::nullopt;
    }
    return std::nullopt;
  }

  bool suffered_in(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      if (suffered(word(i)) != Harm::none) return true;
    }
    return false;
  }

  bool passive_before(std::uint32_t from, std::uint32_t at) const {
    for (std::uint32_t i = from; i < at; ++i) {
      if (one_of(word(i), {"was", "were", "been", "being", "are", "is", "be"})) return true;
    }
    return false;
  }

  bool takes_object(std::uint32_t at) const {
    const std::string_view next = word(at + 1);
    return match_number(document_, at + 1, sentence_.tokens.end).has_value() ||
           one_of(next, {"the", "a", "an", "their", "his", "her", "its", "civilians", "people"});
  }

  bool may_describe(std::uint32_t at) const {
    const Token& token = document_[at];
    if (token.number) return true;  // "14 raiders and 3 clerks dead"
    if (!token.word) return token.text == "-";
    if (victim_word(token.lower)) return true;
    if (one_of(token.lower,
               {"in", "by", "when", "that", "who", "which", "after", "as",    "while", "from", "at",
                "on", "to", "said", "with", "for", "but",   "or",    "where", "a",     "an"})) {
      return false;
    }
    if (mentions_.at(at) != nullptr) return true;
    std::uint32_t n = 0;
    if (lexicon_.match_agent(words_, at - sentence_.tokens.begin, &n) != nullptr) return true;
    // Adjectives and nouns; a finite verb mostly ends a description.
    return !(token.lower.ends_with("ed") || token.lower.ends_with("ing"));
  }

  // "killing [as many as] 12", "the deaths of 12", "the toll rose to 12", "claimed the lives of 12"
  std::optional<std::uint32_t> inflicted_before(std::uint32_t begin) const {
    const std::uint32_t first =
        begin > sentence_.tokens.begin + 7 ? begin - 7 : sentence_.tokens.begin;
    for (std::uint32_t i = begin; i > first;) {
      --i;
      const std::string_view text = word(i);
      const Harm harm = inflicted(text);
      if (harm != Harm::none) {
        const std::uint32_t gap = begin - i - 1;
        const bool toll = one_of(text, {"toll", "death", "deaths", "dead", "loss"});
        const bool noun = toll || text == "lives" || text == "bodies" ||
                          one_of(text, {"injuries", "injury", "murder", "massacre"}) ||
                          (text == "killing" && gap > 0);
        if (gap == 0) return text == "dead" || text == "loss" ? std::nullopt : std::optional(i);
        if (noun && one_of(word(begin - 1), {"of", "to", "at", "as", "was", "is", "stood"}))
          return i;
        // "the number of injured at 30", but not "was injured on the road at 1130"
        const bool number_of = one_of(word(i - 1), {"of", "the"});
        if (harm == Harm::injured && number_of && one_of(word(begin - 1), {"at", "to"})) return i;
        return gap <= 2 && all_light(i + 1, begin) ? std::optional(i) : std::nullopt;
      }
      if (one_of(text, {",", ";", ".", "and", "but", "who", "that"})) return std::nullopt;
    }
    return std::nullopt;
  }

  bool all_light(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      if (!one_of(word(i), {"all", "the", "these", "those", "and", "of", "a", "total", "seriously",
                            "also", "instantly"})) {
        return false;
      }
    }
    return true;
  }

  // After "killing 12": people, or nothing that could be counted.
  bool counts_people(std::uint32_t end) const {
    for (std::uint32_t at = end; at < std::min(end + 5, sentence_.tokens.end); ++at) {
      const std::string_view text = word(at);
      if (!document_[at].word || one_of(text, {"and", "in", "on", "at", "when", "by", "after"})) {
        return true;
      }
      if (one_of(text, {"people", "persons", "others", "more", "civilians", "men", "women",
                        "children", "members", "personnel", "villagers", "of"})) {
        return true;
      }
      const Mention* mention = mentions_.at(at);
      if (mention != nullptr && (mention->demonym || mention->actor >= 0)) return true;
      std::uint32_t n = 0;
      if (lexicon_.match_agent(words_, at - sentence_.tokens.begin, &n) != nullptr) return true;
      if (one_of(text, {"animals", "sheep", "cattle", "goats", "camels", "houses", "cars", "dogs",
                        "horses", "livestock", "birds"})) {
        return false;
      }
    }
    return true;
  }

  // "the loss of two crewmen", but not "of two aircraft"
  bool names_people(std::uint32_t end) const {
    std::uint32_t n = 0;
    return one_of(word(end), {"people", "persons", "men", "women", "children", "lives", "crew"}) ||
           (end < sentence_.tokens.end &&
            lexicon_.match_agent(words_, end - sentence_.tokens.begin, &n) != nullptr);
  }

  // "no casualties", "no one was hurt", "no injuries were reported"
  void read_none(const NumberMatch& number) {
    for (std::uint32_t at = number.tokens.end;
         at < std::min(number.tokens.end + 7, sentence_.tokens.end); ++at) {
      const std::string_view text = word(at);
      const bool casualties = text == "casualties" || text == "victims";
      const Harm harm = suffered(text);
      if (casualties || harm != Harm::none) {
        const bool or_injured = word(at + 1) == "or" && suffered(word(at + 2)) == Harm::injured;
        if (casualties || harm == Harm::killed) add_zero(number, at, true);
        if (casualties || harm == Harm::injured || or_injured) add_zero(number, at, false);
        return;
      }
      if (one_of(text, {",", ";", "but"})) return;
    }
  }

  void add_zero(const NumberMatch& number, std::uint32_t at, bool killed) {
    Toll toll;
    toll.killed = killed;
    toll.count.set_best(0);
    toll.tokens = {number.tokens.begin, at + 1};
    toll.harm = at;
    tolls_.push_back(std::move(toll));
  }

  // "A guard and two visitors were killed": one more.
  void add_companions(std::uint32_t begin, std::uint32_t harm, Toll& toll) const {
    if (harm < begin || !toll.count.has_best() || word(begin - 1) != "and") return;
    for (std::uint32_t i = begin - 1; i > sentence_.tokens.begin && begin - i < 6;) {
      --i;
      if (one_of(word(i), {"a", "an"}) && is_person(i + 1, begin - 1)) {
        toll.count.set_best(toll.count.best() + 1);
        toll.tokens.begin = i;
        return;
      }
      if (!document_[i].word) return;
    }
  }

  bool is_person(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      std::uint32_t n = 0;
      const AgentEntry* agent = lexicon_.match_agent(words_, i - sentence_.tokens.begin, &n);
      if (agent != nullptr && i + n == end) {
        return lexicon_.noun_lemma(word(end - 1)) == word(end - 1);
      }
      if (i + 1 == end &&
          one_of(word(i), {"man",    "woman",     "boy",           "girl",     "child",
                           "person", "teacher",   "schoolteacher", "guard",    "driver",
                           "worker", "farmer",    "shepherd",      "student",  "nurse",
                           "doctor", "passenger", "resident",      "villager", "engineer"})) {
        return true;
      }
    }
    return false;
  }

  // "killing a soldier", "a guard was killed": one.
  void find_single_victims() {
    for (std::uint32_t at = sentence_.body; at < sentence_.tokens.end; ++at) {
      if (!one_of(word(at), {"a", "an"})) continue;
      std::uint32_t end = at + 1;
      while (end < sentence_.tokens.end && end < at + 6 && !is_person(at + 1, end)) ++end;
      if (!is_person(at + 1, end)) continue;
      Harm harm = Harm::none;
      std::uint32_t harm_at = at - 1;
      if (one_of(word(at - 1),
                 {"killing", "killed", "wounding", "wounded", "injuring", "injured"})) {
        harm = inflicted(word(at - 1));
      } else if (one_of(word(end), {"was", "died"})) {
        harm_at = word(end) == "was" ? end + 1 : end;
        if (one_of(word(harm_at), {"shot", "stabbed", "beaten"})) ++harm_at;
        harm = suffered(word(harm_at));
      }
      if (harm == Harm::none) continue;
      Toll toll;
      toll.killed = harm == Harm::killed;
      toll.count.set_best(1);
      toll.harm = harm_at;
      toll.tokens = {std::min(at, harm_at), std::max(end, harm_at + 1)};
      tolls_.push_back(std::move(toll));
    }
  }

  const Document& document_;
  const Lexicon& lexicon_;
  const Mentions& mentions_;
  const Sentence& sentence_;
  std::vector<std::string_view> words_;
  std::vector<Toll> tolls_;
};

}  // namespace

std::vector<Toll> find_tolls(const Document& document, const Lexicon& lexicon,
                             const Mentions& mentions, const Sentence& sentence) {
  return Finder(document, lexicon, mentions, sentence).find();
}

}  // namespace casus::extract
