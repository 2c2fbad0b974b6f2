#include "extract/title/headline_grammar.h"

#include <algorithm>

namespace casus::extract {
namespace {

class Mender {
 public:
  Mender(const Sentence& sentence, std::span<const std::string_view> words, const Lexicon& lexicon,
         Syntax& syntax)
      : sentence_(sentence), words_(words), lexicon_(lexicon), syntax_(syntax) {}

  void run() {
    for (Clause& clause : syntax_.clauses) {
      if (clause.verb == kNone) continue;
      if (is_bare_passive(clause)) {
        make_passive(clause);
      } else if (const Phrase* object = object_without_article(clause)) {
        make_active(clause, *object);
      }
      const bool to = clause.form == Clause::Form::infinitive && clause.governor == kNone;
      if (to && clause.subjects.empty()) add_subject_before(clause.group.begin, clause);
    }
  }

 private:
  PartOfSpeech part(std::uint32_t token) const {
    const std::uint32_t at = token - sentence_.tokens.begin;
    return at < syntax_.parts.size() ? syntax_.parts[at] : PartOfSpeech::punctuation;
  }

  bool is_bare_passive(const Clause& clause) const {
    const bool alone = clause.group.empty() || clause.group.begin == clause.verb;
    const bool form =
        clause.form == Clause::Form::finite || clause.form == Clause::Form::participle;
    if (!alone || !form || clause.passive || !clause.objects.empty() || !clause.content.empty() ||
        clause.complement) {
      return false;
    }
    const std::string_view verb = words_[clause.verb];
    if (verb.ends_with("s") || verb.ends_with("ing") || lexicon_.verb_lemma(verb) == verb) {
      return false;
    }
    return takes_object(clause.verb) && nothing_follows(clause.verb + 1);
  }

  // Of an act that is done to somebody, or of being accused of one.
  bool takes_object(std::uint32_t verb) const {
    const auto object = [](const std::vector<std::string>& slots) {
      return std::find(slots.begin(), slots.end(), "object") != slots.end();
    };
    std::uint32_t n = 0;
    const TriggerEntry* trigger = lexicon_.match_trigger(words_, verb, false, &n);
    if (trigger != nullptr && object(trigger->target)) return true;
    const CueEntry* cue = lexicon_.match_cue(words_, verb, CueEntry::Form::verb, &n);
    return cue != nullptr && cue->kind == v1::StatementKind::accusation && object(cue->addressee);
  }

  // Nothing that could be the verb's object.
  bool nothing_follows(std::uint32_t token) const {
    if (token >= sentence_.tokens.end || words_[token] == "dead") return true;
    const PartOfSpeech next = part(token);
    return next == PartOfSpeech::preposition || next == PartOfSpeech::conjunction ||
           next == PartOfSpeech::punctuation || next == PartOfSpeech::adverb;
  }

  void make_passive(Clause& clause) const {
    if (clause.subjects.empty()) add_subject_before(clause.verb, clause);
    if (clause.subjects.empty()) return;
    clause.passive = true;
    for (const Adjunct& adjunct : clause.adjuncts) {
      if (words_[adjunct.preposition] == "by") clause.agents.push_back(adjunct.phrase);
    }
    std::erase_if(clause.adjuncts,
                  [this](const Adjunct& adjunct) { return words_[adjunct.preposition] == "by"; });
  }

  // "Gunmen killed judge in Mosul" is taken for "Gunmen, killed, ..." where nothing marks the
  // judge.
  const Phrase* object_without_article(const Clause& clause) const {
    if (!clause.passive || clause.group.begin != clause.verb || !clause.agents.empty() ||
        clause.subjects.empty()) {
      return nullptr;
    }
    for (const Phrase& phrase : syntax_.phrases) {
      if (phrase.tokens.begin == clause.verb + 1) return &phrase;
    }
    return nullptr;
  }

  static void make_active(Clause& clause, const Phrase& object) {
    clause.passive = false;
    clause.form = Clause::Form::finite;
    clause.perfect_or_past = true;
    clause.objects = {object};
  }

  void add_subject_before(std::uint32_t token, Clause& clause) const {
    for (const Phrase& phrase : syntax_.phrases) {
      if (phrase.tokens.end == token) clause.subjects.push_back(phrase);
    }
  }

  const Sentence& sentence_;
  std::span<const std::string_view> words_;
  const Lexicon& lexicon_;
  Syntax& syntax_;
};

}  // namespace

void mend_headline(const Sentence& sentence, std::span<const std::string_view> words,
                   const Lexicon& lexicon, Syntax& syntax) {
  Mender(sentence, words, lexicon, syntax).run();
}

}  // namespace casus::extract
