#include "extract/statements/attribution.h"

#include <algorithm>
#include <optional>
#include <string>

#include "extract/document/transcript.h"
#include "extract/mentions/others.h"
#include "extract/statements/addressees.h"
#include "extract/statements/cue_finder.h"
#include "extract/statements/retelling.h"
#include "extract/statements/speakers.h"
#include "extract/statements/speech_event.h"
#include "extract/times/times.h"

namespace casus::extract {
namespace {

using Form = CueEntry::Form;

class Coder {
 public:
  Coder(Reading& reading, const std::vector<EventMention>& events,
        v1::ArticleAnnotation& annotation)
      : reading_(reading),
        doc_(reading.document),
        lower_(reading.mentions.lower()),
        events_(events),
        annotation_(annotation),
        turns_(turns_of(doc_)),
        covered_(doc_.tokens().size(), false),
        finder_(reading, covered_) {}

  std::vector<StatementDraft> run() {
    for (std::uint32_t s = 0; s < doc_.sentences().size(); ++s) {
      const Sentence& sentence = doc_.sentences()[s];
      std::vector<Attribution> drafts;
      if (reading_.syntax[s] && !sentence.question) drafts = finder_.find(s);
      performed_.clear();
      take_turn(s, drafts);
      std::erase_if(drafts, [this](const Attribution& draft) {
        if (draft.quoted && performs(draft)) performed_.push_back(draft);
        return draft.quoted;
      });
      if (drafts.empty()) continue_quotation(s, drafts);
      said_.clear();
      for (Attribution& draft : drafts)
        if (!thinks_aloud(draft) && !hears(draft)) finish(draft);
    }
    return std::move(done_);
  }

 private:
  Range sentence_range(std::uint32_t s) const { return doc_.sentences()[s].tokens; }

  // "We condemn the raid", "I call on both sides to stop": to say it is to do it.
  bool performs(const Attribution& draft) const {
    if (draft.participle || draft.doubtful || draft.negated || !draft.source) return false;
    if (!speaks_of_itself(*draft.source)) return false;
    const std::string& verb = doc_[draft.cue_tokens.end - 1].lower;
    return !is_plain(draft.cue->kind) && !verb.ends_with("ed");
  }

  // "said he [believes] that", "rejected what it [called] slander": a part of what is said.
  bool thinks_aloud(const Attribution& draft) const {
    if (!draft.source || !covered_[draft.cue_tokens.begin]) return false;
    const std::string& who = doc_[draft.source->head].lower;
    const bool self = draft.source->tokens.size() == 1 &&
                      (who == "he" || who == "she" || who == "it" || who == "they");
    const std::uint32_t begin = draft.source->tokens.begin;
    return self && (draft.cue->weak || (begin > 0 && doc_[begin - 1].lower == "what"));
  }

  // "say that the thieves [were told] of it": who hears it within what is said, and who says so
  // stays open.
  bool hears(const Attribution& draft) const {
    return !draft.source && !draft.participle && is_plain(draft.cue->kind) &&
           covered_[draft.cue_tokens.begin] && draft.addressee.has_value();
  }

  // "[Okello] We fired first.": what a transcript has somebody say, who speaks of themselves as
  // "I".
  void take_turn(std::uint32_t s, std::vector<Attribution>& drafts) {
    const Turn& turn = turns_[s];
    if (turn.said.empty() || doc_.sentences()[s].question || !reading_.syntax[s]) return;
    const Mention* who = reading_.mentions.at(turn.name.begin);
    if (who == nullptr || !who->person || who->actor < 0 || !introduced(*who)) return;
    for (Attribution& draft : drafts)
      draft.quoted = draft.quoted || !draft.source || speaks_of_itself(*draft.source);
    Attribution words = finder_.labelled(s, turn.name, turn.name, turn.said);
    words.turn = true;
    if (!words.content.empty()) drafts.insert(drafts.begin(), std::move(words));
  }

  bool names_others(const Attribution& draft) const {
    for (const Range& range : draft.content)
      for (std::uint32_t i = range.begin; i < range.end; ++i)
        if (const Mention* m = reading_.mentions.at(i); m != nullptr && m->actor >= 0) return true;
    return false;
  }

  // Whoever is first named by a bare label is the broadcaster's own reporter.
  bool introduced(const Mention& who) const {
    const auto& all = reading_.mentions.all();
    const auto first =
        std::ranges::find_if(all, [&](const Mention& m) { return m.actor == who.actor; });
    const std::uint32_t begin = first->tokens.begin;
    return begin == 0 || doc_[begin - 1].text != "[" || doc_[first->tokens.end].text != "]";
  }

  bool speaks_of_itself(const Phrase& source) const {
    const std::string& who = doc_[source.head].lower;
    return who == "i" || who == "we";
  }

  bool quotes(const Attribution& draft) const {
    return std::any_of(draft.content.begin(), draft.content.end(), [this](const Range& range) {
      return doc_.quotation_of(range.begin) != nullptr;
    });
  }

  // What the speaker does by the words; the draft itself where it is told and not done.
  const Attribution& act_of(const Attribution& draft) const {
    if (!is_plain(draft.cue->kind)) return draft;
    for (const Attribution& act : performed_)
      if (covered(draft, act.cue_tokens.begin)) return act;
    return draft;
  }

  // A sentence inside a quotation, or one that opens with one, whose speaker was named before:
  // `"We did it," he said. "We are proud of it."`
  void continue_quotation(std::uint32_t s, std::vector<Attribution>& drafts) {
    const Range sentence = sentence_range(s);
    if (done_.empty() || sentence.empty() || covered_[sentence.begin]) return;
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
    const std::uint32_t paragraph = doc_.sentences()[s].paragraph;
    const std::uint32_t before = doc_.sentences()[done_[quoting_].sentence].paragraph;
    // '"...," he said.' and a paragraph that is nothing but another quotation.
    const bool next = before + 1 == paragraph && (quotation->continued || all_of(*quotation, s));
    if (before != paragraph && !next) return;
    if (s - last_sentence_ > 1) return;
    Attribution draft = quoting_draft_;
    draft.sentence = s;
    draft.content = {{sentence.begin, std::min(sentence.end, quotation->tokens.end)}};
    finder_.trim(draft);
    draft.addressee.reset();
    draft.negated = false;
    draft.continues = true;
    if (!draft.content.empty()) drafts.insert(drafts.begin(), std::move(draft));
  }

  // Whether the paragraph of the sentence is within the quotation.
  bool all_of(const Quotation& quotation, std::uint32_t s) const {
    const auto& all = doc_.sentences();
    std::uint32_t last = s;
    while (last + 1 < all.size() && all[last + 1].paragraph == all[s].paragraph) ++last;
    return quotation.tokens.end >= all[last].tokens.end;
  }

  void resolve_speaker(Attribution& draft) {
    if (!draft.source) {
      // "..., adding that ..." and passives without an agent.
      if (draft.participle && !done_.empty() && last_sentence_ == draft.sentence)
        draft.speaker = last_draft_.speaker;
      return;
    }
    const bool recent = last_speaker_ && draft.sentence - last_sentence_ <= 2;
    draft.speaker = find_speaker(reading_, draft, recent ? &*last_speaker_ : nullptr);
    if (const Referent* outer = speaks_within(draft)) {
      draft.speaker = *outer;
      return;
    }
    if (goes_on_for(draft)) return;
    // "he said" goes on with whoever spoke in the sentence before.
    const std::string& word = doc_[draft.source->head].lower;
    if (draft.speaker.pronoun && (word == "he" || word == "she") && last_speaker_ &&
        last_speaker_->person && last_speaker_->actor >= 0 &&
        draft.sentence - last_sentence_ == 1) {
      draft.speaker.actor = last_speaker_->actor;
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

  // '"...," it says': the body that spoke in the sentence before, where this one names none yet.
  // "residents said, in a raid they blamed on Chad": the crowd that speaks in this one.
  bool goes_on_for(Attribution& draft) const {
    const std::string& word = doc_[draft.source->head].lower;
    if (!draft.speaker.pronoun || draft.source->tokens.size() > 1) return false;
    const Attribution* said = said_.empty() ? nullptr : &said_.back();
    if (word == "they" && said != nullptr && said->source && said->speaker.actor < 0 &&
        said->source->tokens.end <= draft.source->tokens.begin && !said->speaker.person &&
        !said->speaker.text.empty()) {
      draft.speaker = said->speaker;
      return true;
    }
    if (word == "it" && refers_to_subject(draft)) return true;
    if (word != "it" || said != nullptr || !last_speaker_ || last_speaker_->person ||
        last_speaker_->actor < 0 || draft.sentence - last_sentence_ != 1)
      return false;
    for (std::uint32_t i = sentence_range(draft.sentence).begin; i < draft.source->head; ++i)
      if (const Mention* m = reading_.mentions.at(i);
          m != nullptr && m->actor >= 0 && !m->person && doc_.quotation_of(i) == nullptr)
        return false;
    draft.speaker.actor = last_speaker_->actor;
    return true;
  }

  // "The ministry summoned Chad's envoy over what it called theft": the body without a name that is
  // the subject before "it".
  bool refers_to_subject(Attribution& draft) const {
    for (const Clause& clause : reading_.syntax[draft.sentence]->clauses) {
      if (clause.form != Clause::Form::finite || clause.subjects.empty() ||
          clause.verb >= draft.source->head || clause.subjects.front().head > clause.verb)
        continue;
      const Phrase& subject = clause.subjects.front();
      std::uint32_t n = 0;
      const AgentEntry* body = reading_.lexicon.match_agent(lower_, subject.head, &n);
      if (body == nullptr || body->person || body->plural_source ||
          reading_.mentions.at(subject.head) != nullptr ||
          doc_.quotation_of(subject.head) != nullptr)
        return false;
      const Referent who = reading_.mentions.resolve(subject);
      if (who.actor < 0) return false;
      draft.speaker.actor = who.actor;
      return true;
    }
    return false;
  }

  // "The minister said that his country condemns it": whoever speaks for a body says what it says.
  const Referent* speaks_within(const Attribution& draft) const {
    for (const Attribution& outer : said_) {
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
  void unfold_denied_claim(Attribution& draft) {
    if (draft.cue->kind != v1::StatementKind::denial || draft.content.empty()) return;
    Range& content = draft.content.front();
    const std::uint32_t last = std::min(content.end, content.begin + 10);
    for (std::uint32_t noun = content.begin; noun + 2 < last; ++noun) {
      std::uint32_t n = 0;
      const CueEntry* cue = reading_.lexicon.match_cue(lower_, noun, Form::noun, &n);
      if (cue == nullptr || cue->stance != v1::Stance::asserts || noun + n + 1 >= content.end ||
          doc_[noun + n].lower != "that")
        continue;
      const Mention* owner = nullptr;
      for (std::uint32_t i = content.begin; i < noun && owner == nullptr; ++i)
        if (const Mention* m = reading_.mentions.at(i); m != nullptr && m->actor >= 0) owner = m;
      const Range claim{noun + n, content.end};
      if (owner != nullptr && owner->actor != draft.speaker.actor) {
        Attribution theirs;
        theirs.cue = cue;
        theirs.cue_tokens = {noun, noun + n};
        theirs.sentence = draft.sentence;
        theirs.source = Phrase{owner->tokens.end - 1, owner->tokens};
        theirs.whole_source = owner->tokens;
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

  Utterance utterance_of(const Attribution& draft) const {
    Utterance utterance;
    utterance.cue = act_of(draft).cue;
    utterance.cue_negated = draft.negated;
    utterance.speaker = draft.speaker.actor;
    utterance.collective = draft.speaker.collective;
    utterance.content = draft.content;
    return utterance;
  }

  // "A, he said; B", "A, said X, and B", "said that A and that B": a second thing that is said, in
  // the speaker's words or not.
  bool said_besides(const Attribution& draft) const {
    const std::uint32_t begin = draft.content.front().begin;
    if (begin < draft.cue_tokens.end || doc_.quotation_of(begin) != nullptr) return false;
    const std::string_view before = lower_[begin - 1];
    return before == ";" ||
           (before == "and" && begin > 1 && (lower_[begin - 2] == "," || lower_[begin] == "that"));
  }

  // The end of what is said first of several things: "that ... | and that nobody was hurt"; of the
  // sentence if there are no more.
  std::uint32_t next_that(Range said, std::uint32_t sentence) const {
    const std::uint32_t end = std::min(said.end, sentence_range(sentence).end);
    if (doc_.quotation_of(said.begin) != nullptr) return end;
    for (std::uint32_t i = said.begin + 2; i + 3 < end; ++i) {
      if (lower_[i] != "and" || lower_[i + 1] != "that") continue;
      for (const Clause& clause : reading_.syntax[sentence]->clauses)
        if (clause.form == Clause::Form::finite && !clause.subjects.empty() &&
            clause.subjects.front().tokens.begin == i + 2)
          return i;
    }
    return end;
  }

  // '"We did it," he said. "Nobody helped us."': a sentence that admits, charges, threatens or
  // denies is a statement of its own where what was said before it does another of these.
  std::vector<Attribution> split(const Attribution& draft) {
    std::vector<Attribution> parts;
    v1::StatementKind::Value last = v1::StatementKind::other;
    for (const Range& range : draft.content) {
      for (Range rest = range; !rest.empty();) {
        const std::uint32_t sentence = doc_.sentence_of(rest.begin);
        const std::uint32_t end = next_that(rest, sentence);
        Attribution part = draft;
        part.content = {{rest.begin, end}};
        rest.begin = end < rest.end && lower_[end] == "and" ? end + 1 : end;
        const Utterance utterance = utterance_of(part);
        const ContentSigns signs = read_content(reading_, events_, utterance);
        const v1::StatementKind::Value kind = statement_kind(utterance, signs);
        const bool differs = !parts.empty() && kind != last && !is_plain(last) &&
                             stands_alone(part, kind, signs) &&
                             sentence != doc_.sentence_of(parts.back().content.back().begin);
        const bool own =
            differs || (!parts.empty() && kind != last && !is_plain(kind) && said_besides(part));
        if (own) finder_.trim(part);
        if (parts.empty() || own) {
          part.continues = part.continues || own;
          parts.push_back(std::move(part));
          last = kind;
        } else {
          Range& before = parts.back().content.back();
          if (before.end + 1 == part.content.front().begin && lower_[before.end] == "and")
            before.end = part.content.front().end;
          else
            parts.back().content.push_back(part.content.front());
        }
      }
    }
    if (parts.size() < 2) return {draft};
    finder_.trim(parts.front());
    return parts;
  }

  void finish(Attribution& draft) {
    if (draft.speaker.text.empty()) resolve_speaker(draft);
    unfold_denied_claim(draft);
    unfold_retraction(draft);
    for (Attribution& part : split(draft)) code(part);
  }

  // "withdrew his claim that rebels did it": that is what was said before.
  void unfold_retraction(const Attribution& draft) {
    if (!takes_back(*draft.cue) || draft.content.empty() || draft.negated) return;
    if (lower_[draft.content.front().begin] != "that") return;
    std::uint32_t n = 0;
    const std::uint32_t noun = draft.cue_tokens.end - 1;
    const CueEntry* said = reading_.lexicon.match_cue(lower_, noun, Form::noun, &n);
    if (said == nullptr || said->stance != v1::Stance::asserts) return;
    Attribution before = draft;
    before.cue = said;
    before.cue_tokens = {noun, noun + 1};
    before.clausal = true;
    code(before);
  }

  void code(Attribution& draft) {
    const Attribution& act = act_of(draft);
    const Utterance utterance = utterance_of(draft);
    ContentSigns signs = read_content(reading_, events_, utterance);
    if (signs.accused < 0) signs.accused = culprit_named(draft, signs.event);
    v1::StatementKind::Value kind = statement_kind(utterance, signs);
    // "claimed the bombing": not a claim about it, but the deed itself.
    if (draft.cue->phrase == "claim" && !draft.clausal && !draft.negated &&
        (signs.event >= 0 || names_attack(draft)))
      kind = v1::StatementKind::responsibility_claim;

    // "blamed a short circuit": a cause, and nobody who stands accused.
    const std::optional<Phrase>& blamed = act.addressee ? act.addressee : draft.addressee;
    if (kind == v1::StatementKind::accusation && signs.accused < 0 && !signs.charges && blamed &&
        is_cause(reading_, *blamed))
      kind = v1::StatementKind::claim;

    if (draft.continues && !stands_alone(draft, kind, signs) && !said_besides(draft))
      return extend(quoting_, draft);
    if (draft.turn && is_plain(kind) && signs.event < 0 && !names_others(draft)) return;
    if (merges_with_last(draft, kind)) return extend(done_.size() - 1, draft);
    int addressee = -1;
    std::optional<Phrase> whom = act.addressee ? act.addressee : draft.addressee;
    if (kind == v1::StatementKind::accusation && signs.accused < 0 && whom) {
      signs.accused = hinted_at(draft);
      signs.hinted = signs.accused >= 0;
    }
    // "told a reporter of Chad's crimes": who listens is not who stands accused.
    if (kind == v1::StatementKind::accusation && is_plain(act.cue->kind)) whom.reset();
    if (whom) addressee = reading_.mentions.resolve(*whom).actor;
    if (addressee < 0 && kind == v1::StatementKind::accusation) addressee = signs.accused;
    const std::string_view event_type = speech_event_type(act, kind);
    std::vector<Referent> targets;
    // "called for an end to the siege": what stands in an addressee's place may be nobody.
    if (whom && is_somebody(reading_, *whom)) targets = {reading_.mentions.resolve(*whom)};
    if (kind == v1::StatementKind::threat)
      add_threatened(reading_, draft, targets);
    else if (targets.empty() && !event_type.empty() && !(whom && is_parties(reading_, *whom)))
      targets = others_in(reading_, draft.content, draft.speaker.actor, false);
    if (addressee < 0 && !targets.empty() && is_directed(kind)) addressee = targets.front().actor;
    if (kind == v1::StatementKind::accusation) addressee = reading_.mentions.principal(addressee);
    if (addressee == draft.speaker.actor) addressee = -1;
    StatementDraft next;
    next.kind = kind;
    next.sentence = draft.sentence;
    next.speaker = draft.speaker.actor;
    next.addressee = addressee;
    if (whom && addressee >= 0) next.accused = whom->tokens;
    next.content = draft.content;
    next.words = telling_words(doc_, draft.content);
    next.signs = signs;
    next.turn = draft.turn;
    next.retracts = takes_back(*draft.cue);
    if (told_.repeats(reading_, done_, next)) return;
    if (StatementDraft* told = told_before(reading_, done_, next)) {
      const std::vector<Range> cue{draft.cue_tokens};
      const std::vector<Range>& where = draft.content.empty() ? cue : draft.content;
      told->retold.insert(told->retold.end(), where.begin(), where.end());
      return;
    }

    v1::Statement& statement = *annotation_.add_statements();
    statement.set_key("s" + std::to_string(annotation_.statements_size()));
    statement.set_kind(kind);
    const Range here = draft.source ? draft.source->tokens : draft.cue_tokens;
    if (draft.speaker.actor >= 0)
      statement.set_speaker(reading_.mentions.actor_key(draft.speaker.actor, here));
    if (draft.speaker.actor >= 0)
      statement.set_speaker_certainty(speaker_certainty(reading_, draft));
    statement.set_speaker_text(draft.speaker.text);
    if (draft.source) *statement.add_source() = reading_.span(draft.whole_source);
    *statement.add_cue() = reading_.span(draft.cue_tokens);
    for (const Range& range : draft.content) *statement.add_content() = reading_.span(range);
    if (addressee >= 0)
      statement.set_addressee(
          reading_.mentions.actor_key(addressee, whom ? whom->tokens : draft.content.front()));
    statement.set_certainty(less_certain(draft.cue->certainty, signs.certainty));
    set_date(draft, statement);
    const bool somebody =
        draft.speaker.actor >= 0 || !targets.empty() || (draft.source && !draft.speaker.pronoun);
    if (!event_type.empty() && !draft.negated && somebody)
      add_speech_event(reading_, draft, act.cue_tokens, event_type, targets, statement,
                       annotation_);

    for (const Range& range : draft.content)
      for (std::uint32_t i = range.begin; i < range.end; ++i) covered_[i] = true;
    done_.push_back(std::move(next));
    told_.add(done_.size() - 1, done_.back(), done_.back().words);
    said_.push_back(draft);
    last_draft_ = draft;
    // '"...," he said, referring to X. "..."': he goes on saying.
    if (!draft.participle || quotes(draft) || done_[quoting_].sentence != draft.sentence ||
        !quotes(quoting_draft_)) {
      quoting_ = done_.size() - 1;
      quoting_draft_ = draft;
    }
    last_kind_ = kind;
    last_sentence_ = draft.sentence;
    if (!draft.speaker.text.empty()) last_speaker_ = draft.speaker;
    add_second_speaker(draft);
  }

  // "Chad and Ghana accused Niger": two who take a side, and it is a statement of each.
  void add_second_speaker(const Attribution& draft) {
    using K = v1::StatementKind;
    const bool stands = last_kind_ == K::accusation || last_kind_ == K::denial ||
                        last_kind_ == K::responsibility_claim;
    if (!stands || !draft.source || draft.speaker.actor < 0 || draft.continues) return;
    const Range source = draft.source->tokens;
    std::uint32_t conjunction = source.begin;
    while (conjunction < source.end && lower_[conjunction] != "and") ++conjunction;
    if (conjunction == source.begin || conjunction + 1 >= source.end) return;
    const Referent second =
        reading_.mentions.resolve({source.end - 1, {conjunction + 1, source.end}});
    const Mentions& mentions = reading_.mentions;
    if (second.actor < 0 || mentions.at(source.end - 1) == nullptr ||
        mentions.principal(second.actor) == mentions.principal(draft.speaker.actor))
      return;
    v1::Statement statement = annotation_.statements(annotation_.statements_size() - 1);
    statement.set_key("s" + std::to_string(annotation_.statements_size() + 1));
    statement.set_speaker(reading_.mentions.actor_key(second.actor, second.tokens));
    statement.set_speaker_text(second.text);
    statement.clear_event();
    *annotation_.add_statements() = std::move(statement);
    StatementDraft next = done_.back();
    next.speaker = second.actor;
    done_.push_back(std::move(next));
    told_.add(done_.size() - 1, done_.back(), done_.back().words);
  }

  // Of the cue's certainty and that of what is said.
  static v1::Certainty::Value less_certain(v1::Certainty::Value cue, v1::Certainty::Value said) {
    if (cue == v1::Certainty::possible || said == v1::Certainty::possible)
      return v1::Certainty::possible;
    if (cue == v1::Certainty::probable || said == v1::Certainty::probable)
      return v1::Certainty::probable;
    return cue;
  }

  // "the killing of herders by Chadian aircraft": who does the violence that is spoken of, if the
  // words that are said name them and they are not the speaker's own side.
  int culprit_named(const Attribution& draft, int event) const {
    if (event < 0 || draft.content.empty()) return -1;
    const v1::Event& told = annotation_.events(event);
    if (told.type() != "ASSAULT" || told.modality() != v1::Modality::actual) return -1;
    // What a verb tells has been judged with its clause.
    for (const Clause* clause : clauses_in(reading_, draft.content)) {
      const std::uint32_t verb = doc_[clause->verb].begin;
      if (clause->form == Clause::Form::finite && told.trigger().begin() <= verb &&
          verb < told.trigger().end())
        return -1;
    }
    const v1::Span said = reading_.span(draft.content.front());
    for (const v1::Initiator& who : told.initiators()) {
      if (who.span().begin() < said.begin() || who.span().end() > said.end()) continue;
      const int actor = reading_.mentions.find(who.actor());
      if (actor < 0) continue;
      const int principal = reading_.mentions.principal(actor);
      if (draft.speaker.actor >= 0 && principal == reading_.mentions.principal(draft.speaker.actor))
        continue;
      return principal;
    }
    return -1;
  }

  // "claimed the bombing": a noun of violence at the head of what is claimed.
  bool names_attack(const Attribution& draft) const {
    if (draft.content.empty()) return false;
    const Range content = draft.content.front();
    for (std::uint32_t i = content.begin; i < std::min(content.end, content.begin + 5); ++i) {
      std::uint32_t n = 0;
      const TriggerEntry* noun = reading_.lexicon.match_trigger(lower_, i, true, &n);
      if (noun != nullptr) return noun->type == "ASSAULT";
    }
    return false;
  }

  // "rejected the charge, stating that it had no hand in it" is one denial.
  bool merges_with_last(const Attribution& draft, v1::StatementKind::Value kind) const {
    if (done_.empty() || last_sentence_ != draft.sentence || !draft.participle) return false;
    if (draft.speaker.actor != last_draft_.speaker.actor) return false;
    return done_.back().signs.refers_back && last_kind_ == v1::StatementKind::denial &&
           (kind == v1::StatementKind::denial || kind == v1::StatementKind::claim ||
            kind == v1::StatementKind::report);
  }

  void extend(std::size_t k, const Attribution& draft) {
    last_sentence_ = draft.sentence;
    v1::Statement& statement = *annotation_.mutable_statements(static_cast<int>(k));
    for (const Range& range : draft.content) {
      *statement.add_content() = reading_.span(range);
      done_[k].content.push_back(range);
      std::set<std::string_view> more = telling_words(doc_, {range});
      std::erase_if(more, [&](std::string_view word) { return done_[k].words.contains(word); });
      told_.add(k, done_[k], more);
      done_[k].words.merge(more);
      for (std::uint32_t i = range.begin; i < range.end; ++i) covered_[i] = true;
    }
  }

  // 'blamed "foreign hands", a reference to Chad', "... by which officials mean Chad": whom words
  // that name nobody are known to mean; -1 if the sentence does not say.
  int hinted_at(Attribution& draft) const {
    const std::uint32_t end = sentence_range(draft.sentence).end;
    for (std::uint32_t i = draft.cue_tokens.end; i + 1 < end; ++i) {
      const std::string_view word = lower_[i];
      const bool refers = ((word == "reference" || word == "allusion" || word == "referring" ||
                            word == "alluding") &&
                           lower_[i + 1] == "to") ||
                          word == "meaning";
      if (!refers && !(word.starts_with("mean") && follows_which(i, draft.cue_tokens.end)))
        continue;
      // "the raid, a reference to Chad"
      for (Range& range : draft.content)
        for (std::uint32_t k = range.begin; k < std::min(range.end, i); ++k)
          if (doc_[k].text == ",") range.end = k;
      for (std::uint32_t k = i + 1; k < std::min(i + 6, end); ++k)
        if (const Mention* name = reading_.mentions.at(k); name != nullptr && name->actor >= 0)
          return reading_.mentions.principal(name->actor);
    }
    return -1;
  }

  bool follows_which(std::uint32_t verb, std::uint32_t begin) const {
    constexpr std::uint32_t kNear = 8;  // words
    for (std::uint32_t i = verb; i > begin && verb - i < kNear; --i)
      if (lower_[i - 1] == "which" || lower_[i - 1] == "whom") return true;
    return false;
  }

  // What a quotation goes on with is a statement of its own where it answers a charge or makes one.
  bool stands_alone(const Attribution& draft, v1::StatementKind::Value kind,
                    const ContentSigns& signs) const {
    using K = v1::StatementKind;
    if (kind != K::denial)
      return kind == K::accusation || kind == K::responsibility_claim || kind == K::threat;
    if (signs.denial_wording || signs.refers_back || signs.event >= 0) return true;
    // "We did not do it", and not "I am not sure".
    const std::vector<const Clause*> clauses = clauses_in(reading_, draft.content);
    return signs.first_person && !clauses.empty() && clauses.front()->perfect_or_past;
  }

  void set_date(const Attribution& draft, v1::Statement& statement) const {
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

  static bool covered(const Attribution& draft, std::uint32_t token) {
    return std::any_of(draft.content.begin(), draft.content.end(),
                       [&](const Range& range) { return range.contains(token); });
  }

  Reading& reading_;
  const Document& doc_;
  const std::vector<std::string_view>& lower_;
  const std::vector<EventMention>& events_;
  v1::ArticleAnnotation& annotation_;
  const std::vector<Turn> turns_;
  std::vector<bool> covered_;  // tokens that are content already
  CueFinder finder_;
  std::vector<StatementDraft> done_;
  Repetitions told_;                    // of done_
  std::vector<Attribution> said_;       // in the sentence at hand
  std::vector<Attribution> performed_;  // acts in its quotations: "we condemn"
  Attribution last_draft_;
  std::size_t quoting_ = 0;  // of done_: the statement that a quotation may go on from
  Attribution quoting_draft_;
  v1::StatementKind::Value last_kind_ = v1::StatementKind::other;
  std::uint32_t last_sentence_ = 0;
  std::optional<Referent> last_speaker_;
};

}  // namespace

bool has_cue(const Document& document, const Sentence& sentence, const Lexicon& lexicon) {
  // A mark may be enough: 'Planes not ours: Kenya', 'Kenya: "..."'.
  if (sentence.heading || sentence.headline) return true;
  for (std::uint32_t i = sentence.body; i + 1 < sentence.tokens.end; ++i)
    if (document[i].text == ":" && document.quotation_of(i + 1) != nullptr) return true;
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
