// What is said, and who is what.

#include <algorithm>
#include <unordered_set>

#include "extract/syntax/grammar_clauses.h"

namespace casus::extract {
namespace {

class ContentFinder {
 public:
  explicit ContentFinder(Analysis& a) : a_(a), s_(a.sentence), end_(without_stop(s_.range.end)) {}

  void run() {
    for (index_ = 0; index_ < a_.clauses.size(); ++index_) {
      if (!takes_content()) continue;
      if (!insertion()) forward();
      std::erase_if(clause().content, [](Range range) { return range.empty(); });
    }
  }

 private:
  Clause& clause() { return a_.clauses[index_]; }
  const Clause& clause() const { return a_.clauses[index_]; }

  // The end without the full stop that ends the sentence.
  std::uint32_t without_stop(std::uint32_t end) const {
    while (end > s_.range.begin && !a_.is_quote(end - 1) && s_.tag(end - 1) == Tag::mark &&
           s_.text(end - 1) != ")") {
      --end;
    }
    return end;
  }

  bool takes_content() const {
    const Clause& c = clause();
    std::string_view base(c.lemma);
    base = base.substr(0, base.find(' '));
    if (is_speech_verb(base) || c.lemma == "go on") return true;
    return s_.is(skip_circumstances(c.group.end), "that") || governs_infinitive() != kNone;
  }

  std::uint32_t governs_infinitive() const {
    for (std::size_t k = index_ + 1; k < a_.clauses.size() && k < index_ + 3; ++k) {
      if (a_.clauses[k].governor == index_ && a_.clauses[k].form == Clause::Form::infinitive) {
        return static_cast<std::uint32_t>(k);
      }
    }
    return kNone;
  }

  // Adverbs, times and places between the verb and what is said.
  std::uint32_t skip_circumstances(std::uint32_t k) const {
    for (int turns = 0; turns < 6; ++turns) {
      while (s_.tag(k) == Tag::adverb) ++k;
      std::int32_t p = a_.phrase_from(k);
      if (p >= 0 && a_.is_time(a_.phrase(p))) {
        k = a_.phrase(p).tokens.end;
        continue;
      }
      if (s_.tag(k) == Tag::preposition || (s_.tag(k) == Tag::to && a_.group_at(k) < 0)) {
        std::int32_t q = a_.phrase_from(k + 1);
        if (q < 0) return k;
        a_.list_from(q, &(k = a_.phrase(q).tokens.end));
        if (s_.is(k, "and") && s_.tag(k + 1) == Tag::preposition) ++k;  // "in X and in Y"
        continue;
      }
      return k;
    }
    return k;
  }

  std::uint32_t speaker_begin() const {
    const Clause& c = clause();
    if (a_.inverted[index_] || c.subjects.empty()) return c.group.begin;
    std::uint32_t begin = c.subjects.front().tokens.begin;
    return begin < c.group.begin ? begin : c.group.begin;
  }

  // "..., he said" and `"...", said X, "..."`: what stands before, and what goes on after it.
  bool insertion() {
    Clause& c = clause();
    if (c.form != Clause::Form::finite || a_.relative[index_] || c.passive) return false;
    if (!c.objects.empty() && c.lemma != "tell" && !a_.inverted[index_]) return false;
    std::uint32_t begin = speaker_begin();
    if (begin <= s_.range.begin + 1) return false;
    std::uint32_t before = begin - 1;
    bool quote = a_.is_quote(before);
    bool comma = s_.is(before, ",") || s_.text(before) == "?" || s_.text(before) == "!" ||
                 s_.text(before) == "—" || s_.text(before) == "-" || s_.text(before) == "–" ||
                 s_.text(before) == "--";
    if (!quote && !comma) return false;
    std::uint32_t after = a_.inverted[index_] ? end_of_speaker() : c.group.end;
    after = skip_addressee(after);
    const std::uint32_t near = after;
    after = skip_circumstances(after);
    // '"...," said Lake Lines in a note that': the clause is of the note.
    const bool of_noun = s_.is(after, "that") && after > near;
    std::uint32_t from = piece_begin(before);
    // "A, X replied: B"
    const bool both =
        comma && s_.is(after, ":") && !opens_quote(after + 1) && has_main_verb({from, before});
    bool closed = after >= end_ || s_.is(after, ",") || s_.is(after, ";") || a_.inverted[index_] ||
                  both || (quote && (of_noun || !s_.is(after, "that")) && !s_.is(after, ":"));
    if (!closed) return false;
    bool verb_after = s_.is(after, ",") && (is_finite_at(after + 1) || begins_clause(after + 1));
    if (!quote && !verb_after && !has_main_verb({from, before}) && !inside_quotes(from) &&
        !a_.inverted[index_]) {
      return false;
    }
    if (opens_quote(before)) return false;  // "..., he said" within a quotation
    std::uint32_t to = quote || s_.text(before) == "?" ? before + 1 : before;
    if (from < to) c.content.push_back({from, to});
    if (both)
      c.content.push_back({after + 1, forward_end(after + 1)});
    else
      continue_after(after);
    return !c.content.empty();
  }

  bool is_finite_at(std::uint32_t i) const {
    std::int32_t g = a_.group_at(i);
    return g >= 0 && a_.clauses[static_cast<std::size_t>(g)].form == Clause::Form::finite;
  }

  // Whether a phrase and its finite verb follow: "at noon, he said, [the army fled]".
  bool begins_clause(std::uint32_t i) const {
    return std::any_of(a_.clauses.begin(), a_.clauses.end(), [&](const Clause& c) {
      return c.form == Clause::Form::finite && !c.subjects.empty() &&
             c.subjects.front().tokens.begin == i && c.verb > i;
    });
  }

  // "X, he said, would do Y", "at noon, he said, X did Y", "X did Y, he said, so Z did".
  bool goes_on_at(std::uint32_t i) const {
    if (is_finite_at(i)) return true;
    if (clause().content.empty() || inside_quotes(i)) return false;
    if (s_.is(i, "so") || s_.is(i, "because") || s_.is(i, "that") || s_.is(i, "there")) return true;
    return a_.phrase_from(i) >= 0 && !has_main_verb(clause().content.back());
  }

  // "A, he said[; B]", "A, said X[, and B]": another clause with a subject of its own, and no verb
  // of saying in what follows.
  bool tells_on(std::uint32_t i) const {
    const bool joined = s_.is(i, ",") && s_.is(i + 1, "and");
    if (!s_.is(i, ";") && !joined) return false;
    std::uint32_t next = joined ? i + 2 : i + 1;
    while (s_.tag(next) == Tag::adverb) ++next;
    const bool what = s_.is(next, "what") || s_.is(next, "there");
    if (!begins_clause(next) && !(what && has_main_verb({next, end_}))) return false;
    return std::none_of(a_.clauses.begin() + index_ + 1, a_.clauses.end(), [&](const Clause& c) {
      return c.verb > i && c.form == Clause::Form::finite && is_speech_verb(c.lemma);
    });
  }

  bool opens_quote(std::uint32_t i) const {
    const Quotation* q = s_.document->quotation_of(i);
    return q != nullptr && q->tokens.begin == i;
  }

  bool inside_quotes(std::uint32_t i) const { return s_.document->quotation_of(i) != nullptr; }

  // Whether there is a clause with a tense that no "after" or "while" makes a subordinate one.
  bool has_main_verb(Range range) const {
    auto count = std::count_if(a_.clauses.begin(), a_.clauses.end(), [&](const Clause& c) {
      return range.contains(c.verb) && c.form == Clause::Form::finite;
    });
    const Tag head = s_.tag(range.begin);
    // "At no point were they" is a main clause.
    const bool subordinate =
        head == Tag::subordinator || (head == Tag::preposition && !s_.is(range.begin + 1, "no"));
    return count > (subordinate ? 1 : 0);
  }

  // "said X, the minister of Y,": to the comma before what goes on, or the end.
  std::uint32_t end_of_speaker() const {
    const Clause& c = clause();
    return c.subjects.empty() ? c.group.end : c.subjects.back().tokens.end;
  }

  std::uint32_t piece_begin(std::uint32_t before) const {
    const Quotation* q = a_.is_quote(before) ? s_.document->quotation_of(before) : nullptr;
    if (q != nullptr && q->tokens.begin > s_.range.begin && announces(q->tokens.begin - 1))
      return q->tokens.begin;
    for (std::uint32_t i = before; i > s_.range.begin;) {
      --i;
      if (s_.is(i, ";") && (q == nullptr || !q->tokens.contains(i))) return i + 1;
    }
    return s_.range.begin;
  }

  // 'The mayor praised her - "She is brave," he said': what leads on to a quotation is no part of
  // it.
  bool announces(std::uint32_t mark) const {
    const std::string_view text = s_.text(mark);
    return text == ":" || text == "(" || is_dash(text);
  }

  static bool is_dash(std::string_view mark) {
    return mark == "-" || mark == "--" || mark == "–" || mark == "—";
  }

  // `"...," he said, "and ..."`.
  void continue_after(std::uint32_t after) {
    if (s_.is(after, ",") && after + 1 < end_ && !a_.inverted[index_] && goes_on_at(after + 1)) {
      clause().content.push_back({after + 1, forward_end(after + 1)});
      return;
    }
    const bool retold = !clause().content.empty() && !inside_quotes(clause().content.back().begin);
    for (std::uint32_t i = after; i < end_; ++i) {
      if (retold && tells_on(i)) {
        const std::uint32_t next = s_.is(i, ";") ? i + 1 : i + 2;
        clause().content.push_back({next, forward_end(next)});
        return;
      }
      const Quotation* q = s_.document->quotation_of(i);
      if (q != nullptr && q->tokens.begin == i && q->tokens.size() > 3) {
        // only if no other verb of saying introduces it
        for (std::size_t k = index_ + 1; k < a_.clauses.size(); ++k) {
          const Clause& other = a_.clauses[k];
          if (other.group.begin < i && other.group.begin > after &&
              other.form == Clause::Form::finite) {
            return;
          }
        }
        clause().content.push_back({i, std::min(q->tokens.end, s_.range.end)});
        return;
      }
    }
  }

  std::uint32_t skip_addressee(std::uint32_t k) const {
    const Clause& c = clause();
    for (const Phrase& object : c.objects) {
      if (object.tokens.begin >= k && !is_subject_pronoun(s_.lower(object.head)))
        k = object.tokens.end;
    }
    return k;
  }

  void forward() {
    Clause& c = clause();
    std::uint32_t near = c.group.end;
    if (a_.inverted[index_]) near = end_of_speaker();
    if (content_from(skip_circumstances(skip_addressee(near)))) return;
    if (std::uint32_t k = governs_infinitive(); k != kNone) {
      std::uint32_t begin = a_.clauses[k].group.begin;
      c.content.push_back({begin, forward_end(begin)});
      return;
    }
    gerund_content(near);
  }

  bool content_from(std::uint32_t k) {
    Clause& c = clause();
    if (k >= end_) return false;
    std::uint32_t quote = k;
    if (s_.is(quote, ",") || s_.is(quote, ":")) ++quote;
    if (opens_quote(quote) && a_.is_quote(quote)) {
      const Quotation* q = s_.document->quotation_of(quote);
      bool whole = q->tokens.size() > 4 || s_.is(k, ":") || s_.is(k, ",");
      if (whole) {
        std::uint32_t to = std::min(q->tokens.end, s_.range.end);
        // a quotation that the sentence goes on from
        const bool closed = s_.is(to, ",") || (to > quote + 2 && s_.is(to - 2, ","));
        std::uint32_t last = closed || to >= end_ ? to : forward_end(quote);
        c.content.push_back({quote, std::max(to, last)});
        return true;
      }
    }
    if (s_.is(k, ":")) {
      c.content.push_back({k + 1, forward_end(k + 1)});
      return true;
    }
    Tag t = s_.tag(k);
    bool that = s_.is(k, "that") && t != Tag::determiner;
    bool asked = t == Tag::wh || s_.is(k, "whether") || s_.is(k, "if");
    if (that || (asked && is_speech_verb(c.lemma))) {
      if (!verb_after(k)) return false;
      c.content.push_back({k, forward_end(k)});
      return true;
    }
    if (!is_speech_verb(c.lemma)) return false;
    // A bare clause.
    for (std::size_t g = index_ + 1; g < a_.clauses.size(); ++g) {
      const Clause& next = a_.clauses[g];
      if (next.form != Clause::Form::finite) continue;
      bool there = next.group.begin > k && s_.is(next.group.begin - 1, "there");
      if (a_.relative[g] || (next.subjects.empty() && !there)) continue;
      std::uint32_t begin = there ? next.group.begin - 1 : next.subjects.front().tokens.begin;
      if (begin < k || begin > next.group.begin) return false;
      if (!bare_between(k, begin)) return false;
      c.content.push_back({k, forward_end(k)});
      return true;
    }
    return false;
  }

  bool verb_after(std::uint32_t k) const {
    return std::any_of(a_.clauses.begin(), a_.clauses.end(),
                       [&](const Clause& c) { return c.group.begin > k; });
  }

  // Nothing but circumstances or the beginning of the subject between.
  bool bare_between(std::uint32_t k, std::uint32_t begin) const {
    for (std::uint32_t i = k; i < begin; ++i) {
      if (s_.is(i, ",") && i == k) return false;
      if (s_.is(i, ";") || a_.is_quote(i) || s_.tag(i) == Tag::wh) return false;
    }
    return true;
  }

  // "accused X of doing Y", "denied doing Y".
  void gerund_content(std::uint32_t near) {
    for (std::size_t k = index_ + 1; k < a_.clauses.size() && k < index_ + 2; ++k) {
      const Clause& next = a_.clauses[k];
      if (next.form != Clause::Form::gerund || next.governor != index_ || next.group.begin < near) {
        continue;
      }
      if (s_.is(next.group.begin - 1, "by")) continue;
      clause().content.push_back({next.group.begin, forward_end(next.group.begin)});
      return;
    }
  }

  // Where what is said from `k` on ends: the sentence, a semicolon, or before the next thing that
  // the same or another speaker says.
  std::uint32_t forward_end(std::uint32_t k) {
    const Quotation* inside = s_.document->quotation_of(k);
    std::uint32_t end = end_;
    if (inside != nullptr && inside->tokens.begin != k && inside->tokens.end < end) {
      end = inside->tokens.end - 1;  // within a quotation that the sentence goes on after
      while (end > k && (s_.is(end - 1, ",") || s_.is(end - 1, "."))) --end;
    }
    // "said that, [if asked,] it would help"
    std::uint32_t first = k;
    if (s_.is(k, "that") && s_.is(k + 1, ",")) {
      first += 2;
      while (first < end && !s_.is(first, ",")) ++first;
    }
    for (std::uint32_t i = k; i < end; ++i) {
      const Quotation* q = s_.document->quotation_of(i);
      if (q != nullptr && q != inside) {
        i = std::min(q->tokens.end, end) - 1;
        const bool listed = s_.is(i + 1, "such") || (s_.tag(i + 1) == Tag::conjunction &&
                                                     s_.document->quotation_of(i + 2) != nullptr);
        if (i > k && i + 1 < end && s_.is(i - 1, ",") && !listed)
          return i + 1;  // '"..., that," and so on'
        continue;
      }
      if (s_.is(i, ";") || last_dash(i, end)) return i;
      if (s_.tag(i) == Tag::conjunction && has_verb({k, i}) && another_speaks_at(i + 1)) return i;
      if (s_.is(i, ",") && has_verb({first, i}) && (clause_ends_at(i) || remark_begins_at(i, end)))
        return i;
    }
    for (std::size_t h = index_ + 1; h < a_.clauses.size(); ++h) {
      const Clause& other = a_.clauses[h];
      if (other.group.begin <= k || other.group.begin >= end) continue;
      if (closes_relative(other)) return other.group.begin;
      const bool with_speaker = goes_with_speaker(h, k);
      if (with_speaker) give_subject(h);
      if (with_speaker || continues_speaker(h)) {
        std::uint32_t cut = other.group.begin;
        while (cut > k && (s_.tag(cut - 1) == Tag::adverb || s_.tag(cut - 1) == Tag::conjunction ||
                           s_.is(cut - 1, ","))) {
          --cut;
        }
        return cut;
      }
    }
    return end;
  }

  // "said that A and [he accused] B": a pronoun that is no part of what was said, and a verb of
  // saying.
  bool another_speaks_at(std::uint32_t i) const {
    std::int32_t p = a_.phrase_from(i);
    if (p < 0 || s_.tag(i) != Tag::pronoun || begins_with(s_.lower(i))) return false;
    std::int32_t v = a_.group_at(a_.skip_adverbs(a_.phrase(p).tokens.end));
    if (v < 0) return false;
    const Clause& verb = a_.clauses[static_cast<std::size_t>(v)];
    return verb.form == Clause::Form::finite && is_speech_verb(verb.lemma) &&
           !a_.relative[static_cast<std::size_t>(v)];
  }

  // Whether what is said has the pronoun for its subject.
  bool begins_with(std::string_view pronoun) const {
    for (std::size_t k = index_ + 1; k < a_.clauses.size(); ++k) {
      const Clause& c = a_.clauses[k];
      if (c.form == Clause::Form::finite && !c.subjects.empty())
        return s_.lower(c.subjects.front().head) == pronoun;
    }
    return false;
  }

  bool has_verb(Range range) const {
    return std::any_of(a_.clauses.begin(), a_.clauses.end(),
                       [&](const Clause& c) { return range.contains(c.verb); });
  }

  // "..., adding that", "..., but X said", "..., according to", "..., X said."; for a relative
  // clause also the comma before the verb of the clause around it.
  bool clause_ends_at(std::uint32_t comma) const {
    std::uint32_t next = comma + 1;
    while (s_.tag(next) == Tag::adverb) ++next;
    if (s_.is(next, "according")) return true;
    std::int32_t g = a_.group_at(next);
    if (g >= 0) {
      const Clause& other = a_.clauses[static_cast<std::size_t>(g)];
      if (other.form == Clause::Form::participle && is_speech_verb(other.lemma) && !other.passive) {
        return true;
      }
      if (other.form == Clause::Form::finite && a_.relative[index_]) return true;
    }
    bool conjunction = s_.tag(next) == Tag::conjunction || s_.is(next, "while") ||
                       s_.is(next, "although") || s_.is(next, "though");
    if (conjunction) ++next;
    // a speaker and a verb of saying
    std::int32_t p = a_.phrase_from(next);
    if (p < 0) return false;
    std::uint32_t after = a_.phrase(p).tokens.end;
    while (s_.tag(after) == Tag::adverb) ++after;
    std::int32_t v = a_.group_at(after);
    if (v < 0) return false;
    const Clause& verb = a_.clauses[static_cast<std::size_t>(v)];
    if (verb.form != Clause::Form::finite || !is_speech_verb(verb.lemma)) return false;
    // "says she hopes so, but she knows": both are said.
    if (conjunction && s_.tag(a_.phrase(p).head) == Tag::pronoun)
      return !begins_with(s_.lower(a_.phrase(p).head));
    if (conjunction) return true;
    std::uint32_t tail = skip_circumstances(verb.group.end);
    return tail >= end_;  // a parenthetical attribution at the end
  }

  // What the article adds to what was said: ", which opened on Friday", ", although ...",
  // ", drawing applause"; for speech in a clause that opens the sentence, the main clause.
  bool remark_begins_at(std::uint32_t comma, std::uint32_t end) const {
    std::uint32_t next = comma + 1;
    if (s_.is(next, "even")) ++next;
    if (s_.is(next, "although") || s_.is(next, "though") || s_.is(next, "as") ||
        s_.is(next, "despite")) {
      return true;
    }
    const bool last = !comma_within(next, end);
    if (last && s_.tag(next) == Tag::wh && !s_.is(next, "who")) return true;
    if (std::int32_t g = a_.group_at(next); g >= 0) {
      const Clause& other = a_.clauses[static_cast<std::size_t>(g)];
      return last && other.form == Clause::Form::participle && !other.passive &&
             s_.lower(other.verb).ends_with("ing") && !is_harm(other.lemma);
    }
    const bool but = s_.is(next, "but");
    if (but) ++next;
    if (!but && !opens_sentence()) return false;
    std::int32_t p = a_.phrase_from(next);
    if (p < 0 || (but && s_.tag(a_.phrase(p).head) == Tag::pronoun)) return false;
    std::uint32_t after = a_.phrase(p).tokens.end;
    while (s_.tag(after) == Tag::adverb) ++after;
    return is_finite_at(after);
  }

  // "... - but not here": a remark after the only dash. Two dashes hold what belongs to the clause.
  bool last_dash(std::uint32_t i, std::uint32_t end) const {
    const auto dash = [&](std::uint32_t at) {
      return is_dash(s_.text(at)) && s_.document->tokens()[at].space_before;
    };
    if (!dash(i)) return false;
    for (std::uint32_t at = s_.range.begin; at < end; ++at) {
      if (at != i && dash(at)) return false;
    }
    return true;
  }

  bool comma_within(std::uint32_t from, std::uint32_t end) const {
    for (std::uint32_t i = from; i < end; ++i) {
      if (s_.is(i, ",")) return true;
    }
    return false;
  }

  // ", killing five": a part of what was told.
  static bool is_harm(std::string_view lemma) {
    static const std::unordered_set<std::string_view> kVerbs{
        "kill", "wound", "injure", "leave", "destroy", "damage", "cause", "hit", "force", "trap"};
    return kVerbs.contains(lemma);
  }

  // "After saying that ..., the minister left", "While they said that ..., nobody came".
  bool opens_sentence() const {
    const Clause& c = clause();
    if (c.form != Clause::Form::finite) {
      return std::none_of(a_.clauses.begin(), a_.clauses.begin() + index_,
                          [](const Clause& other) { return other.form == Clause::Form::finite; });
    }
    const std::uint32_t begin = speaker_begin();
    if (begin == s_.range.begin) return false;
    return s_.tag(begin - 1) == Tag::subordinator && !s_.is(begin - 1, "that");
  }

  // "those who say that A" goes on with its own verb.
  bool closes_relative(const Clause& other) const {
    const Clause& c = clause();
    return a_.relative[index_] && other.form == Clause::Form::finite && !c.subjects.empty() &&
           !other.subjects.empty() && other.subjects.front().tokens == c.subjects.front().tokens &&
           s_.tag(other.group.begin - 1) != Tag::conjunction;
  }

  // "said that A and warned that B".
  bool continues_speaker(std::size_t h) const {
    const Clause& other = a_.clauses[h];
    if (!is_speech_verb(other.lemma) || other.form != clause().form || other.passive) return false;
    std::uint32_t b = other.group.begin;
    while (b > s_.range.begin && s_.tag(b - 1) == Tag::adverb) --b;
    if (b == s_.range.begin || s_.tag(b - 1) != Tag::conjunction) return false;
    if (other.subjects.empty() || clause().subjects.empty()) return false;
    // "said it was opposed and warned": the pronoun is the speaker.
    const Range who = other.subjects.front().tokens;
    const bool self = who.size() == 1 && s_.tag(who.begin) == Tag::pronoun &&
                      who.begin > clause().verb && begins_with(s_.lower(who.begin)) &&
                      other.group.size() == 1 && clause().group.size() == 1;
    return self || who == clause().subjects.front().tokens || s_.is(b - 2, ",");
  }

  // "denies that A was B and [goes] on", "forecast that A would B and [praised] C": a verb whose
  // form goes with the cue's, and not with that of the verb before it.
  bool goes_with_speaker(std::size_t h, std::uint32_t k) const {
    const Clause& other = a_.clauses[h];
    if (other.group.size() != 1 || clause().form != Clause::Form::finite) return false;
    std::uint32_t b = other.group.begin;
    while (b > k && s_.tag(b - 1) == Tag::adverb) --b;
    if (b <= k + 1 || !s_.is(b - 1, "and") || inside_quotes(b)) return false;
    const Clause* inner = nullptr;
    for (const Clause& c : a_.clauses)
      if (c.form == Clause::Form::finite && c.verb >= k && c.verb < b) inner = &c;
    const VerbForms forms = verb_forms(s_.lower(other.verb));
    return inner != nullptr && joins(clause(), forms) && !joins(*inner, forms);
  }

  void give_subject(std::size_t h) {
    Clause& other = a_.clauses[h];
    other.subjects = clause().subjects;
    other.form = Clause::Form::finite;
    other.passive = false;
    other.agents.clear();
  }

  // Whether a verb of these forms may follow the clause's after "and".
  bool joins(const Clause& to, const VerbForms& forms) const {
    const std::uint32_t first = to.group.begin;
    const Tag tag = s_.tag(first);
    if (to.modal != kNone || tag == Tag::modal || tag == Tag::do_) return forms.base;
    if (tag == Tag::have && to.group.size() > 1 && forms.participle) return true;
    const std::string_view word = s_.lower(first);
    const bool past = word == "was" || word == "were" || word == "had" || verb_forms(word).past;
    if (tag == Tag::be && to.group.size() > 1 && (forms.participle || forms.gerund)) return true;
    return past ? forms.past : forms.present || forms.base;
  }

  Analysis& a_;
  const TaggedSentence& s_;
  std::uint32_t end_;
  std::size_t index_ = 0;
};

}  // namespace

void find_content(Analysis& analysis) { ContentFinder(analysis).run(); }

std::vector<Apposition> find_appositions(const Analysis& a) {
  std::vector<Apposition> found;
  const TaggedSentence& s = a.sentence;
  auto is_name = [&](const Phrase& phrase) {
    return s.tag(phrase.head) == Tag::name && !is_role(s.lower(phrase.head));
  };
  auto describes = [&](const Phrase& phrase) {
    if (a.is_time(phrase)) return false;
    if (is_role(s.lower(phrase.head))) return true;
    Tag first = s.tag(phrase.tokens.begin);
    return s.tag(phrase.head) == Tag::noun &&
           (first == Tag::determiner || phrase.tokens.size() > 1);
  };
  for (std::size_t i = 0; i + 1 < a.chunks.phrases.size(); ++i) {
    const Phrase& left = a.chunks.phrases[i];
    const Phrase& right = a.chunks.phrases[i + 1];
    if (right.tokens.begin != left.tokens.end + 1 || !s.is(left.tokens.end, ",")) continue;
    bool name_first = is_name(left) && describes(right);
    bool name_last = describes(left) && is_name(right);
    if (!name_first && !name_last) continue;
    std::uint32_t after = right.tokens.end;
    if (s.tag(after) == Tag::conjunction) continue;  // a list
    bool closed =
        !s.range.contains(after) || s.tag(after) == Tag::mark || s.tag(after) == Tag::preposition ||
        s.tag(after) == Tag::wh || s.tag(after) == Tag::subordinator ||
        (name_last && a.group_at(after) >= 0) ||
        (a.group_at(after) >= 0 &&
         a.clauses[static_cast<std::size_t>(a.group_at(after))].form != Clause::Form::finite);
    if (!closed) continue;
    // "after a storm, Ana Ruiz said"
    bool circumstance = name_last && left.tokens.begin > s.range.begin &&
                        s.tag(left.tokens.begin - 1) == Tag::preposition && !s.is(after, ",");
    if (circumstance) continue;
    if (name_first) {
      found.push_back({left, right});
    } else {
      found.push_back({right, left});
    }
  }
  return found;
}

}  // namespace casus::extract
