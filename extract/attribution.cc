#include "extract/attribution.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "extract/times.h"

namespace casus::extract {
namespace {

using Form = CueEntry::Form;

// A statement as it is put together.
struct Draft {
  const CueEntry* cue = nullptr;
  Range cue_tokens;
  std::uint32_t sentence = 0;
  std::optional<Phrase> source;
  Referent speaker;
  std::optional<Phrase> addressee;
  std::vector<Range> content;
  bool negated = false;
  bool doubtful = false;    // could, may, if: said by nobody yet
  bool participle = false;  // "..., adding that": goes with the cue before it
  bool clausal = false;     // its content is a clause or a quotation
};

class Coder {
 public:
  Coder(Reading& reading, const std::vector<EventMention>& events,
        v1::ArticleAnnotation& annotation)
      : reading_(reading), doc_(reading.document), events_(events), annotation_(annotation) {
    for (const Token& token : doc_.tokens()) lower_.push_back(token.lower);
    covered_.assign(doc_.tokens().size(), false);
  }

  std::vector<StatementDraft> run() {
    for (std::uint32_t s = 0; s < doc_.sentences().size(); ++s) {
      const Sentence& sentence = doc_.sentences()[s];
      std::vector<Draft> drafts;
      if (reading_.syntax[s] && !sentence.question) {
        find_verb_cues(s, drafts);
        find_preposition_cues(s, drafts);
      }
      std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
        return a.cue_tokens.begin < b.cue_tokens.begin;
      });
      if (drafts.empty()) continue_quotation(s, drafts);
      said_.clear();
      for (Draft& draft : drafts) finish(draft);
    }
    return std::move(done_);
  }

 private:
  Range sentence_range(std::uint32_t s) const { return doc_.sentences()[s].tokens; }

  void find_verb_cues(std::uint32_t s, std::vector<Draft>& drafts) {
    const Syntax& syntax = *reading_.syntax[s];
    for (const Clause& clause : syntax.clauses) {
      if (clause.verb == kNone) continue;
      std::uint32_t n = 0;
      const CueEntry* cue = reading_.lexicon.match_cue(lower_, clause.verb, Form::verb, &n);
      std::uint32_t cue_end = clause.verb + n;
      // "has not yet commented": a cue of several words begins before its main verb.
      for (std::uint32_t i = clause.group.begin; i < clause.verb; ++i) {
        const CueEntry* longer = reading_.lexicon.match_cue(lower_, i, Form::verb, &n);
        if (longer == nullptr || i + n <= clause.verb) continue;
        cue = longer;
        cue_end = i + n;
        break;
      }
      if (cue == nullptr) continue;
      Draft draft;
      draft.cue = cue;
      draft.sentence = s;
      draft.cue_tokens = {std::min(clause.group.begin, clause.verb),
                          std::max(cue_end, clause.group.end)};
      if (clause.group.empty()) draft.cue_tokens.begin = clause.verb;
      draft.negated = clause.negated && cue->kind != v1::StatementKind::no_comment;
      draft.participle =
          clause.form != Clause::Form::finite || doc_[clause.verb].lower.ends_with("ing");
      draft.doubtful =
          clause.modal != kNone &&
          (doc_[clause.modal].lower == "could" || doc_[clause.modal].lower == "may" ||
           doc_[clause.modal].lower == "might" || doc_[clause.modal].lower == "would" ||
           doc_[clause.modal].lower == "should");
      const std::vector<Phrase>& sources = clause.passive ? clause.agents : clause.subjects;
      for (const Phrase& phrase : sources)
        if (doc_[phrase.tokens.begin].lower == "no" ||
            doc_[phrase.tokens.begin].lower == "nobody" ||
            doc_[phrase.tokens.begin].lower == "none")
          draft.negated = true;
      if (!sources.empty()) draft.source = joined(sources);
      find_addressee(clause, draft);
      find_content(clause, draft, s);
      if (!worth(draft)) continue;
      drafts.push_back(std::move(draft));
    }
  }

  // Coordinated speakers make one statement: "US and Iraqi officials".
  static Phrase joined(const std::vector<Phrase>& phrases) {
    Phrase all = phrases.front();
    for (const Phrase& phrase : phrases) {
      all.tokens.begin = std::min(all.tokens.begin, phrase.tokens.begin);
      all.tokens.end = std::max(all.tokens.end, phrase.tokens.end);
    }
    return all;
  }

  const Adjunct* adjunct(const Clause& clause, std::string_view preposition) const {
    for (const Adjunct& a : clause.adjuncts)
      if (doc_[a.preposition].lower == preposition) return &a;
    return nullptr;
  }

  void find_addressee(const Clause& clause, Draft& draft) const {
    for (const std::string& slot : draft.cue->addressee) {
      if (slot == "object") {
        const std::vector<Phrase>& acted_on = clause.passive ? clause.subjects : clause.objects;
        if (!acted_on.empty()) draft.addressee = acted_on.front();
      } else if (const Adjunct* a = adjunct(clause, slot)) {
        draft.addressee = a->phrase;
      }
      if (draft.addressee) return;
    }
  }

  void find_content(const Clause& clause, Draft& draft, std::uint32_t s) const {
    const Range sentence = sentence_range(s);
    for (const std::string& slot : draft.cue->content) {
      if (slot == "clause" || slot == "quote") {
        for (const Range& range : clause.content)
          if (!range.empty() && !opens_with_cue(range)) draft.content.push_back(range);
        if (draft.content.empty() && slot == "quote") {
          for (const Quotation& quotation : doc_.quotations())
            if (sentence.contains(quotation.tokens.begin) && quotation.tokens.size() > 3 &&
                !quotation.tokens.contains(clause.verb))
              draft.content.push_back(
                  {quotation.tokens.begin, std::min(quotation.tokens.end, sentence.end)});
        }
      } else if (slot == "object") {
        const std::vector<Phrase>& acted_on = clause.passive ? clause.subjects : clause.objects;
        for (const Phrase& phrase : acted_on)
          if (!draft.addressee || !(phrase.tokens == draft.addressee->tokens))
            draft.content.push_back(clause.passive ? phrase.tokens
                                                   : to_clause_end(phrase.tokens, sentence));
        if (draft.content.size() > 1) draft.content = {span_of(draft.content)};
      } else if (slot == "infinitive" || slot == "gerund") {
        for (const Clause& inner : reading_.syntax[s]->clauses) {
          const bool fits = slot == "infinitive" ? inner.form == Clause::Form::infinitive
                                                 : inner.form == Clause::Form::gerund ||
                                                       inner.form == Clause::Form::participle;
          if (!fits || inner.verb <= clause.verb || inner.governor == kNone) continue;
          if (opens_with_cue({inner.verb, inner.verb + 1})) continue;
          if (reading_.syntax[s]->clauses[inner.governor].verb != clause.verb) continue;
          std::uint32_t begin = inner.group.empty() ? inner.verb : inner.group.begin;
          if (begin > 0 && doc_[begin - 1].lower == "to") --begin;
          // "called on | both sides to stop": who is to do it belongs to what is asked.
          if (begin > draft.cue_tokens.end && begin - draft.cue_tokens.end <= 8)
            begin = draft.cue_tokens.end;
          draft.content.push_back(to_clause_end({begin, inner.verb + 1}, sentence));
          break;
        }
      } else if (const Adjunct* a = adjunct(clause, slot)) {
        draft.content.push_back(to_clause_end(a->phrase.tokens, sentence));
      } else {
        // The preposition right after the cue, where the parser did not tie it: "accused X of".
        const std::uint32_t from =
            std::max(draft.cue_tokens.end, draft.addressee ? draft.addressee->tokens.end : 0U);
        if (from < sentence.end && doc_[from].lower == slot && from + 1 < sentence.end)
          draft.content.push_back(to_clause_end({from + 1, from + 2}, sentence));
      }
      if (draft.content.empty()) continue;
      draft.clausal = slot == "clause" || slot == "quote";
      break;
    }
    trim(draft);
    extend_quotations(draft);
  }

  // "denied the allegation, stating that ...": the participle is a cue of its own, no content.
  bool opens_with_cue(Range range) const {
    std::uint32_t n = 0;
    while (range.size() > 1 && !doc_[range.begin].word) ++range.begin;
    return doc_[range.begin].lower.ends_with("ing") &&
           reading_.lexicon.match_cue(lower_, range.begin, Form::verb, &n) != nullptr;
  }

  // Whether a finite clause begins with its subject at the token.
  bool begins_clause(std::uint32_t token) const {
    const std::optional<Syntax>& syntax = reading_.syntax[doc_.sentence_of(token)];
    if (!syntax) return false;
    return std::any_of(syntax->clauses.begin(), syntax->clauses.end(), [&](const Clause& clause) {
      return clause.form == Clause::Form::finite && !clause.subjects.empty() &&
             clause.subjects.front().tokens.begin == token;
    });
  }

  // To the end of the clause that the range begins: a comma before another clause of the speaker's
  // or the sentence's end.
  Range to_clause_end(Range range, Range sentence) const {
    std::uint32_t end = range.end;
    while (end < sentence.end) {
      const Token& t = doc_[end];
      if (t.text == ";" || t.text == ":") break;
      if (t.text == "," && end + 1 < sentence.end) {
        const std::string& next = doc_[end + 1].lower;
        std::uint32_t n = 0;
        if (begins_clause(end + 1)) break;
        if (next == "but" || next == "while" || next == "which" || next == "although" ||
            next == "saying" || next == "adding" || next == "stating" ||
            reading_.lexicon.match_cue(lower_, end + 1, Form::verb, &n) != nullptr)
          break;
        if (next == "and" && end + 2 < sentence.end &&
            reading_.lexicon.match_cue(lower_, end + 2, Form::verb, &n) != nullptr)
          break;
      }
      std::uint32_t n = 0;
      if (t.lower == "and" && end + 1 < sentence.end &&
          reading_.lexicon.match_cue(lower_, end + 1, Form::verb, &n) != nullptr)
        break;
      ++end;
    }
    while (end > range.end && !doc_[end - 1].word && !doc_[end - 1].number &&
           doc_[end - 1].text != "\"" && doc_[end - 1].text != "\u201d")
      --end;
    return {range.begin, end};
  }

  static Range span_of(const std::vector<Range>& ranges) {
    Range all = ranges.front();
    for (const Range& range : ranges) {
      all.begin = std::min(all.begin, range.begin);
      all.end = std::max(all.end, range.end);
    }
    return all;
  }

  void trim(Draft& draft) const {
    for (Range& range : draft.content) {
      while (!range.empty() && (doc_[range.begin].text == "," || doc_[range.begin].text == ":"))
        ++range.begin;
      while (!range.empty() && (doc_[range.end - 1].text == "." || doc_[range.end - 1].text == ","))
        --range.end;
    }
    std::erase_if(draft.content, [](const Range& range) { return range.empty(); });
  }

  // A quotation that began in sentences before belongs to the speaker as a whole.
  void extend_quotations(Draft& draft) const {
    for (Range& range : draft.content) {
      const Quotation* quotation = doc_.quotation_of(range.begin);
      if (quotation == nullptr || quotation->tokens.begin >= range.begin) continue;
      if (quotation->tokens.contains(draft.cue_tokens.begin)) continue;
      bool free = true;
      for (std::uint32_t i = quotation->tokens.begin; i < range.begin; ++i)
        free = free && !covered_[i];
      if (free) range.begin = quotation->tokens.begin;
    }
  }

  bool worth(const Draft& draft) const {
    using K = v1::StatementKind;
    if (draft.cue->kind == K::no_comment) return true;
    if (draft.negated && silent(*draft.cue)) return draft.source.has_value();
    if (draft.negated && draft.cue->kind != K::denial) return false;
    if (draft.cue->kind == K::responsibility_claim) return draft.source.has_value();
    if (draft.content.empty()) {
      // An accusation or a denial says something by itself; "spoke on Friday" does not.
      return draft.addressee && draft.source &&
             (draft.cue->kind == K::accusation || draft.cue->kind == K::condemnation ||
              draft.cue->kind == K::threat);
    }
    if (draft.doubtful && draft.cue->kind != K::threat) return false;
    if (draft.cue->weak) return draft.source.has_value() && draft.clausal;
    return true;
  }

  // "according to the ministry, ..." and "..., according to residents".
  void find_preposition_cues(std::uint32_t s, std::vector<Draft>& drafts) {
    const Range sentence = sentence_range(s);
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      std::uint32_t n = 0;
      const CueEntry* cue = reading_.lexicon.match_cue(lower_, i, Form::preposition, &n);
      // "in a statement" names no source.
      if (cue == nullptr || n == 0 || cue->weak) continue;
      const std::uint32_t after = i + n;
      const Phrase* source = nullptr;
      for (const Phrase& phrase : reading_.syntax[s]->phrases)
        if (phrase.tokens.begin <= after + 1 && phrase.tokens.end > after && phrase.head >= after) {
          source = &phrase;
          break;
        }
      if (source == nullptr) continue;
      Draft draft;
      draft.cue = cue;
      draft.sentence = s;
      draft.cue_tokens = {i, after};
      draft.source = *source;
      draft.source->tokens.begin = std::max(draft.source->tokens.begin, after);
      std::uint32_t stop = source->tokens.end;
      // An apposition of the source belongs to it: ", a herder, ...".
      const bool opens = i == sentence.begin || i == doc_.sentences()[s].body;
      if (opens) {
        while (stop < sentence.end && doc_[stop].text != ",") ++stop;
        if (stop + 1 < sentence.end) draft.content = {{stop + 1, sentence.end}};
      } else {
        std::uint32_t begin = doc_.sentences()[s].body;
        for (const Draft& earlier : drafts)
          if (earlier.cue_tokens.end <= i) begin = std::max(begin, earlier.cue_tokens.end);
        draft.content = {{begin, i}};
      }
      trim(draft);
      extend_quotations(draft);
      if (!draft.content.empty()) drafts.push_back(std::move(draft));
      i = after;
    }
  }

  // A sentence inside a quotation, or one that opens with one, whose speaker was named before:
  // `"We did it," he said. "We are proud of it."`
  void continue_quotation(std::uint32_t s, std::vector<Draft>& drafts) {
    const Range sentence = sentence_range(s);
    if (done_.empty() || sentence.empty()) return;
    const Quotation* quotation = doc_.quotation_of(sentence.begin);
    if (quotation == nullptr) return;
    // One sentence's cue may stand after it: `"A. B," he said` is left to that cue.
    for (std::uint32_t i = quotation->tokens.end;
         i < doc_.tokens().size() &&
         doc_.sentence_of(i) == doc_.sentence_of(quotation->tokens.end - 1);
         ++i) {
      std::uint32_t n = 0;
      if (reading_.lexicon.match_cue(lower_, i, Form::verb, &n) != nullptr) return;
    }
    const StatementDraft& last = done_.back();
    const std::uint32_t paragraph = doc_.sentences()[s].paragraph;
    const std::uint32_t before = doc_.sentences()[last.sentence].paragraph;
    if (before != paragraph && !(quotation->continued && before + 1 == paragraph)) return;
    if (s - last_sentence_ > 1) return;
    Draft draft = last_draft_;
    draft.sentence = s;
    draft.content = {{sentence.begin, std::min(sentence.end, quotation->tokens.end)}};
    trim(draft);
    draft.addressee.reset();
    draft.negated = false;
    if (!draft.content.empty()) drafts.push_back(std::move(draft));
  }

  void resolve_speaker(Draft& draft) {
    if (!draft.source) {
      // "..., adding that ..." and passives without an agent.
      if (draft.participle && !done_.empty() && last_sentence_ == draft.sentence)
        draft.speaker = last_draft_.speaker;
      return;
    }
    draft.speaker = reading_.mentions.resolve(*draft.source);
    if (const Referent* outer = speaks_within(draft)) {
      draft.speaker = *outer;
      return;
    }
    if (draft.speaker.pronoun && draft.speaker.actor < 0 && last_speaker_) {
      // "he" of an official without a name: whoever spoke last.
      const bool fits = draft.speaker.person == last_speaker_->person || last_speaker_->actor < 0;
      if (fits) {
        draft.speaker.actor = last_speaker_->actor;
        draft.speaker.text = last_speaker_->text;
      }
    }
  }

  // "The minister said that his country condemns it": whoever speaks for a body says what it says.
  const Referent* speaks_within(const Draft& draft) const {
    for (const Draft& outer : said_) {
      if (outer.speaker.actor < 0 || !covered(outer, draft.cue_tokens.begin)) continue;
      const int actor = draft.speaker.actor;
      const bool self = actor >= 0 ? actor != outer.speaker.actor && !draft.speaker.person &&
                                         reading_.mentions.principal(actor) ==
                                             reading_.mentions.principal(outer.speaker.actor)
                                   : draft.speaker.pronoun;
      if (self) return &outer.speaker;
    }
    return nullptr;
  }

  // "rejected Chad's claim that it had armed the rebels": what is denied is the claim itself, and
  // Chad made it.
  void unfold_denied_claim(Draft& draft) {
    if (draft.cue->kind != v1::StatementKind::denial || draft.content.empty()) return;
    Range& content = draft.content.front();
    const std::uint32_t last = std::min(content.end, content.begin + 10);
    for (std::uint32_t noun = content.begin; noun + 2 < last; ++noun) {
      std::uint32_t n = 0;
      const CueEntry* cue = reading_.lexicon.match_cue(lower_, noun, Form::noun, &n);
      if (cue == nullptr || cue->stance != v1::Stance::asserts || doc_[noun + n].lower != "that")
        continue;
      const Mention* owner = nullptr;
      for (std::uint32_t i = content.begin; i < noun && owner == nullptr; ++i)
        if (const Mention* m = reading_.mentions.at(i); m != nullptr && m->actor >= 0) owner = m;
      const Range claim{noun + n, content.end};
      if (owner != nullptr && owner->actor != draft.speaker.actor) {
        Draft theirs;
        theirs.cue = cue;
        theirs.cue_tokens = {noun, noun + n};
        theirs.sentence = draft.sentence;
        theirs.source = Phrase{owner->tokens.end - 1, owner->tokens};
        theirs.speaker.actor = owner->actor;
        theirs.speaker.text = doc_.text_of(owner->tokens);
        theirs.content = {claim};
        theirs.clausal = true;
        finish(theirs);
      }
      content = claim;
      return;
    }
  }

  void finish(Draft& draft) {
    if (draft.speaker.text.empty()) resolve_speaker(draft);
    unfold_denied_claim(draft);
    Utterance utterance;
    utterance.cue = draft.cue;
    utterance.cue_negated = draft.negated;
    utterance.sentence = draft.sentence;
    utterance.speaker = draft.speaker.actor;
    utterance.collective = draft.speaker.collective;
    utterance.content = draft.content;
    ContentSigns signs = read_content(reading_, events_, annotation_, utterance);
    v1::StatementKind::Value kind = statement_kind(utterance, signs);
    // "claimed the bombing": not a claim about it, but the deed itself.
    if (draft.cue->phrase == "claim" && !draft.clausal && signs.event >= 0)
      kind = v1::StatementKind::responsibility_claim;

    if (merges_with_last(draft, kind)) {
      extend_last(draft);
      return;
    }
    int addressee = -1;
    if (draft.addressee) addressee = reading_.mentions.resolve(*draft.addressee).actor;
    if (addressee < 0 && kind == v1::StatementKind::accusation) addressee = signs.accused;
    if (addressee < 0 && kind == v1::StatementKind::threat) addressee = threatened(draft);
    if (kind == v1::StatementKind::accusation) addressee = reading_.mentions.principal(addressee);
    if (addressee == draft.speaker.actor) addressee = -1;
    if (repeats(draft, kind, addressee)) return;

    v1::Statement& statement = *annotation_.add_statements();
    statement.set_key("s" + std::to_string(annotation_.statements_size()));
    statement.set_kind(kind);
    const Range here = draft.source ? draft.source->tokens : draft.cue_tokens;
    if (draft.speaker.actor >= 0)
      statement.set_speaker(reading_.mentions.actor_key(draft.speaker.actor, here));
    statement.set_speaker_text(draft.speaker.text);
    if (draft.source) *statement.add_source() = reading_.span(draft.source->tokens);
    *statement.add_cue() = reading_.span(draft.cue_tokens);
    for (const Range& range : draft.content) *statement.add_content() = reading_.span(range);
    if (addressee >= 0)
      statement.set_addressee(reading_.mentions.actor_key(
          addressee, draft.addressee ? draft.addressee->tokens : draft.content.front()));
    statement.set_certainty(draft.cue->certainty);
    set_date(draft, statement);
    if (!draft.cue->event_type.empty() && !draft.negated &&
        (draft.speaker.actor >= 0 || addressee >= 0))
      add_event(draft, addressee, statement);

    for (const Range& range : draft.content)
      for (std::uint32_t i = range.begin; i < range.end; ++i) covered_[i] = true;
    StatementDraft done;
    done.sentence = draft.sentence;
    done.speaker = draft.speaker.actor;
    done.addressee = addressee;
    done.content = draft.content;
    done.signs = signs;
    done_.push_back(std::move(done));
    said_.push_back(draft);
    last_draft_ = draft;
    last_kind_ = kind;
    last_sentence_ = draft.sentence;
    if (!draft.speaker.text.empty()) last_speaker_ = draft.speaker;
  }

  // "will strike back at the rebels": the first actor in the threat that is not its maker.
  int threatened(const Draft& draft) const {
    const int maker = reading_.mentions.principal(draft.speaker.actor);
    for (const Range& range : draft.content)
      for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const Mention* m = reading_.mentions.at(i);
        if (m != nullptr && m->actor >= 0 && reading_.mentions.principal(m->actor) != maker)
          return m->actor;
      }
    return -1;
  }

  // "denied the allegation, stating that it had no part in it" is one denial.
  bool merges_with_last(const Draft& draft, v1::StatementKind::Value kind) const {
    if (done_.empty() || last_sentence_ != draft.sentence || !draft.participle) return false;
    if (draft.speaker.actor != last_draft_.speaker.actor) return false;
    return done_.back().signs.refers_back && last_kind_ == v1::StatementKind::denial &&
           (kind == v1::StatementKind::denial || kind == v1::StatementKind::claim ||
            kind == v1::StatementKind::report);
  }

  void extend_last(const Draft& draft) {
    v1::Statement& statement = *annotation_.mutable_statements()->rbegin();
    for (const Range& range : draft.content) {
      *statement.add_content() = reading_.span(range);
      done_.back().content.push_back(range);
      for (std::uint32_t i = range.begin; i < range.end; ++i) covered_[i] = true;
    }
  }

  // A summary at the end that says again who accused whom gives no second statement.
  bool repeats(const Draft& draft, v1::StatementKind::Value kind, int addressee) const {
    if (draft.speaker.actor < 0 || kind == v1::StatementKind::report ||
        kind == v1::StatementKind::claim || kind == v1::StatementKind::other)
      return false;
    std::set<std::string_view> words;
    auto collect = [&](const std::vector<Range>& content, auto&& visit) {
      for (const Range& range : content)
        for (std::uint32_t i = range.begin; i < range.end; ++i)
          if (doc_[i].word && doc_[i].lower.size() > 3) visit(doc_[i].lower);
    };
    collect(draft.content, [&](const std::string& word) { words.insert(word); });
    for (std::size_t k = 0; k < done_.size(); ++k) {
      if (done_[k].speaker != draft.speaker.actor || done_[k].addressee != addressee ||
          annotation_.statements(static_cast<int>(k)).kind() != kind ||
          done_[k].sentence == draft.sentence)
        continue;
      std::set<std::string_view> theirs;
      collect(done_[k].content, [&](const std::string& word) { theirs.insert(word); });
      std::size_t common = 0;
      for (std::string_view word : words) common += theirs.contains(word);
      const std::size_t least = std::min(words.size(), theirs.size());
      if (least > 0 && common * 2 >= least) return true;
    }
    return false;
  }

  void set_date(const Draft& draft, v1::Statement& statement) const {
    const Range sentence = sentence_range(draft.sentence);
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (covered(draft, i)) continue;
      const std::optional<TimeMatch> match = match_time(doc_, i, sentence.end, reading_.published);
      if (!match) continue;
      if (!match->range_word && match->days.since.known() && match->days.until.known()) {
        statement.mutable_date()->set_earliest(format_day(match->days.since));
        statement.mutable_date()->set_latest(format_day(match->days.until));
        return;
      }
      i = std::max(i, match->tokens.end - 1);
    }
  }

  static bool covered(const Draft& draft, std::uint32_t token) {
    return std::any_of(draft.content.begin(), draft.content.end(),
                       [&](const Range& range) { return range.contains(token); });
  }

  void add_event(const Draft& draft, int addressee, v1::Statement& statement) {
    v1::Event& event = *annotation_.add_events();
    event.set_key("e" + std::to_string(annotation_.events_size()));
    event.set_type(draft.cue->event_type);
    *event.mutable_trigger() = reading_.span(draft.cue_tokens);
    *event.mutable_sentence() = reading_.span(sentence_range(draft.sentence));
    *event.add_evidence() = reading_.span(sentence_range(draft.sentence));
    if (statement.has_date()) *event.mutable_date() = statement.date();
    if (draft.source) {
      v1::Initiator& initiator = *event.add_initiators();
      initiator.set_actor(statement.speaker());
      initiator.set_text(draft.speaker.text);
      *initiator.mutable_span() = reading_.span(draft.source->tokens);
    }
    if (draft.addressee) {
      v1::Target& target = *event.add_targets();
      if (addressee >= 0) target.set_actor(statement.addressee());
      const Referent whom = reading_.mentions.resolve(*draft.addressee);
      target.set_text(whom.text);
      *target.mutable_span() = reading_.span(draft.addressee->tokens);
    }
    statement.set_event(event.key());
  }

  Reading& reading_;
  const Document& doc_;
  const std::vector<EventMention>& events_;
  v1::ArticleAnnotation& annotation_;
  std::vector<std::string_view> lower_;
  std::vector<bool> covered_;  // tokens that are content already
  std::vector<StatementDraft> done_;
  std::vector<Draft> said_;  // in the sentence at hand
  Draft last_draft_;
  v1::StatementKind::Value last_kind_ = v1::StatementKind::other;
  std::uint32_t last_sentence_ = 0;
  std::optional<Referent> last_speaker_;
};

}  // namespace

bool has_cue(const Document& document, const Sentence& sentence, const Lexicon& lexicon) {
  std::vector<std::string_view> lower;
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i)
    lower.push_back(document[i].lower);
  for (std::size_t i = 0; i < lower.size(); ++i) {
    std::uint32_t n = 0;
    for (CueEntry::Form form : {Form::verb, Form::preposition})
      if (lexicon.match_cue(lower, i, form, &n) != nullptr) return true;
  }
  return false;
}

std::vector<StatementDraft> code_attributions(Reading& reading,
                                              const std::vector<EventMention>& events,
                                              v1::ArticleAnnotation& annotation) {
  return Coder(reading, events, annotation).run();
}

}  // namespace casus::extract
