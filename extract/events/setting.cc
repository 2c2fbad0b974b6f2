#include "extract/events/setting.h"

#include <algorithm>
#include <optional>

#include "extract/events/words.h"
#include "extract/times/times.h"

namespace casus::extract {
namespace {

bool locative(std::string_view word) {
  return one_of(word, {"in", "at", "near", "on", "off", "outside", "inside", "over", "around",
                       "within", "across", "along", "above", "throughout"});
}

// The place that a preposition introduces, on the way over nouns: "in the city of", "near the
// northern town of", "30 km south of".
bool introduces(const EventSentence& in, std::uint32_t preposition, const Mention& mention) {
  for (std::uint32_t i = preposition + 1; i < mention.tokens.begin; ++i) {
    const std::string_view word = in.words[i];
    const PartOfSpeech part = in.part(i);
    if (part == PartOfSpeech::verb || part == PartOfSpeech::auxiliary ||
        one_of(word, {".", ";", ":", ",", "and", "by", "to", "from", "with", "said", "that",
                      "between"})) {
      return false;
    }
  }
  return true;
}

class Setting {
 public:
  Setting(const EventSentence& in, EventDraft& draft) : in_(in), draft_(draft) {
    if (!draft.entry->noun) own_clause_ = draft.clause;
    if (draft.entry->noun) own_clause_ = clause_of_noun();
  }

  void fill() {
    find_date();
    find_place();
  }

 private:
  // The clause that tells of what the noun names: that it happened, what it did, who did it. In
  // "condemned the attack" time and place are those of the condemnation.
  int clause_of_noun() const {
    for (std::size_t i = 0; i < in_.syntax.clauses.size(); ++i) {
      for (const Phrase& subject : in_.syntax.clauses[i].subjects) {
        if (draft_.trigger.contains(subject.head)) return static_cast<int>(i);
      }
    }
    const EventSentence::Slot slot = in_.slot_of(draft_.trigger.begin);
    const Clause* clause = in_.clause(slot.clause);
    if (clause == nullptr || in_.is_cue(*clause)) return -1;
    std::uint32_t n = 0;
    const bool event = clause->verb != kNone &&
                       in_.lexicon.match_trigger(in_.words, clause->verb, false, &n) != nullptr;
    return event || slot.name == "object" || slot.name == "subject" ? slot.clause : -1;
  }

  // How near what stands at a token is to the trigger; larger is farther, nullopt: not its own.
  std::optional<std::uint32_t> distance(Range tokens) const {
    const int owner = owner_of(tokens);
    if (owner >= 0 && owner != own_clause_ && in_.is_cue(*in_.clause(owner)) &&
        !within_noun_tail(tokens)) {
      return std::nullopt;
    }
    // "was wounded on Thursday and died on Friday": each verb has its own.
    if (owner >= 0 && own_clause_ >= 0 && !related(owner, own_clause_) && tells_event(owner) &&
        !within_noun_tail(tokens)) {
      return std::nullopt;
    }
    const std::uint32_t gap = tokens.begin >= draft_.trigger.end
                                  ? tokens.begin - draft_.trigger.end
                                  : 2 * (draft_.trigger.begin - tokens.begin);
    std::uint32_t far = gap;
    if (owner >= 0 && owner != own_clause_ && !within_noun_tail(tokens)) far += 20;
    return far;
  }

  bool tells_event(int clause) const {
    std::uint32_t n = 0;
    const std::uint32_t verb = in_.clause(clause)->verb;
    return verb != kNone && in_.lexicon.match_trigger(in_.words, verb, false, &n) != nullptr;
  }

  // The clause that a time or a place stands with: the verb before it, if nothing but its own
  // words stand between; at the head of a sentence the first verb.
  int owner_of(Range tokens) const {
    const auto& clauses = in_.syntax.clauses;
    int best = -1;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      if (clauses[i].verb == kNone) continue;
      if (clauses[i].verb < tokens.begin) best = static_cast<int>(i);
      for (const Adjunct& adjunct : clauses[i].adjuncts) {
        if (adjunct.phrase.tokens.overlaps(tokens)) return static_cast<int>(i);
      }
    }
    // What is said begins after the verb of saying: its own verb is still to come.
    if (best >= 0 && (clauses.empty() || in_content_of(best, tokens)))
      best = next_verb(tokens, best);
    if (best < 0 && !clauses.empty()) best = main_clause();
    // "on Tuesday said", "Tuesday announced": right before the verb.
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      if (clauses[i].group.begin == tokens.end) return static_cast<int>(i);
    }
    return best;
  }

  // "In Tokar, rebels belonging to the Front attacked ...": the first verb that stands for itself.
  int main_clause() const {
    const auto& clauses = in_.syntax.clauses;
    const auto finite = std::find_if(clauses.begin(), clauses.end(), [](const Clause& clause) {
      return clause.form == Clause::Form::finite;
    });
    return finite == clauses.end() ? 0 : static_cast<int>(finite - clauses.begin());
  }

  bool in_content_of(int clause, Range tokens) const {
    const auto& content = in_.clause(clause)->content;
    return std::any_of(content.begin(), content.end(),
                       [&](Range range) { return range.contains(tokens.begin); });
  }

  int next_verb(Range tokens, int otherwise) const {
    for (std::size_t i = 0; i < in_.syntax.clauses.size(); ++i) {
      const Clause& clause = in_.syntax.clauses[i];
      if (clause.verb != kNone && clause.verb > tokens.begin) return static_cast<int>(i);
    }
    return otherwise;
  }

  // Clauses of one happening: a participle and what governs it.
  bool related(int a, int b) const {
    if (a == b) return true;
    const auto below = [&](int inner, int outer) {
      for (int depth = 0; inner >= 0 && depth < 4; ++depth) {
        const Clause& clause = *in_.clause(inner);
        if (clause.governor == kNone) return false;
        inner = static_cast<int>(clause.governor);
        if (inner == outer) return true;
      }
      return false;
    };
    return below(a, b) || below(b, a);
  }

  bool within_noun_tail(Range tokens) const {
    if (!draft_.entry->noun) return false;
    if (tokens.begin >= draft_.phrase.begin && tokens.end <= draft_.trigger.end) return true;
    // "yesterday's attack", "Thursday's heavy shelling"
    if (one_of(in_.word(tokens.end), {"'s", "’s"}) && tokens.end < draft_.trigger.begin &&
        draft_.trigger.begin - tokens.end <= 4) {
      return true;
    }
    if (tokens.begin == draft_.trigger.end) return true;
    return std::any_of(tail().begin(), tail().end(), [&](const Adjunct& adjunct) {
      return adjunct.preposition == tokens.begin || adjunct.phrase.tokens.overlaps(tokens) ||
             adjunct.phrase.tokens.end == tokens.begin;
    });
  }

  const std::vector<Adjunct>& tail() const {
    if (!tail_) tail_ = in_.tail_of(draft_.trigger.end);
    return *tail_;
  }

  void find_date() {
    std::optional<std::uint32_t> nearest;
    for (std::uint32_t at = in_.begin(); at < in_.end(); ++at) {
      const auto time = match_time(in_.document, at, in_.end(), in_.reading.published);
      if (!time) continue;
      const auto far = time->range_word ? std::nullopt : distance(time->tokens);
      at = time->tokens.end - 1;
      if (!far || (nearest && *far >= *nearest)) continue;
      if (draft_.definite && !near(time->tokens)) continue;
      nearest = far;
      draft_.date = time->days;
      draft_.date_certainty = near(time->tokens) ? v1::Certainty::certain : v1::Certainty::probable;
    }
    for (std::uint32_t at = in_.begin(); at < in_.end() && !nearest; ++at)
      draft_.hour = draft_.hour || (tells_hour(at) && near({at, at + 2}));
  }

  // "at 5.30", "at 6 p.m.", "at dawn"
  bool tells_hour(std::uint32_t at) const {
    if (in_.words[at] != "at" || at + 1 >= in_.end()) return false;
    const std::string_view hour = in_.words[at + 1];
    if (one_of(hour, {"dawn", "dusk", "noon", "midnight", "sunrise", "sunset", "daybreak"}))
      return true;
    if (hour.empty() || hour.front() < '0' || hour.front() > '9') return false;
    const std::size_t mark = hour.find_first_of(".:");
    const bool minutes = mark != std::string_view::npos && mark <= 2 && hour.size() - mark >= 3;
    return minutes ||
           one_of(in_.word(at + 2), {"a.m", "a.m.", "p.m", "p.m.", "am", "pm", "o'clock"});
  }

  // Stands with the event's own words, and not with those of something else in the sentence.
  bool near(Range tokens) const {
    if (within_noun_tail(tokens)) return true;
    if (own_clause_ < 0) return false;
    const int owner = owner_of(tokens);
    return related(owner, own_clause_) || goes_on(owner);
  }

  // "burst into a mill near Basra and stabbed a clerk": who did the one did the other there.
  bool goes_on(int owner) const {
    if (owner < 0 || draft_.entry->noun) return false;
    const Clause& before = *in_.clause(owner);
    const Clause& own = *in_.clause(own_clause_);
    return before.verb < own.verb && !in_.is_cue(before) && !before.subjects.empty() &&
           !own.subjects.empty() && before.subjects.front().head == own.subjects.front().head;
  }

  void find_place() {
    // A place that is hit is where it happened.
    std::optional<std::uint32_t> nearest;
    const auto& all = in_.reading.mentions.all();
    auto next =
        std::lower_bound(all.begin(), all.end(), in_.begin(),
                         [](const Mention& m, std::uint32_t at) { return m.tokens.begin < at; });
    for (; next != all.end() && next->tokens.end <= in_.end(); ++next) {
      const Mention& mention = *next;
      if (mention.place == nullptr || mention.demonym) continue;
      if (one_of(in_.word(mention.tokens.end), {"'s", "’s", "'", "’"}) &&
          !region_follows(mention)) {
        continue;
      }
      if (belongs_to_initiator(mention.tokens) || says_where_lies(mention)) continue;
      const auto preposition = introduced_by(mention);
      const bool hit = within_target(mention.tokens);
      if (!preposition && !hit) continue;
      const Range whole = preposition ? Range{*preposition, mention.tokens.end} : mention.tokens;
      auto far = distance(whole);
      if (!far || (!hit && !near(whole))) continue;
      if (country(mention)) *far += 6;  // "in Mosul, northern Iraq"
      // "at the Orchid Hotel near Gaza"
      if (site_noun(in_.words[mention.tokens.end - 1])) *far += 12;
      if (nearest && *far >= *nearest) continue;
      nearest = far;
      draft_.place = &mention;
    }
    if (draft_.place != nullptr) return;
    draft_.place = place_of_dateline();
    draft_.place_certainty = v1::Certainty::probable;
  }

  // "in this city", "here": where the report was written.
  const Mention* place_of_dateline() const {
    for (std::uint32_t at = in_.begin(); at < in_.end(); ++at) {
      const bool named = locative(in_.words[at]) && in_.word(at + 1) == "this" &&
                         one_of(in_.word(at + 2), {"city", "town", "capital", "village", "port"});
      if (!named && in_.words[at] != "here") continue;
      const Range words{at, named ? at + 3 : at + 1};
      if (distance(words) && near(words) && in_.document.quotation_of(at) == nullptr) {
        return in_.reading.mentions.place_of_dateline();
      }
    }
    return nullptr;
  }

  // "in Peru's Puno region", but not "at Lima's door".
  bool region_follows(const Mention& owner) const {
    const Phrase* phrase = in_.phrase_around(owner.tokens.begin);
    if (phrase == nullptr) return false;
    return one_of(in_.words[phrase->head],
                  {"region", "province", "district", "capital", "city", "town", "village", "state",
                   "department", "county", "governorate", "west", "east", "north", "south", "coast",
                   "border", "area", "port"});
  }

  // "the Punjab village of Tan": in which region the place is that follows.
  bool says_where_lies(const Mention& region) const {
    const std::uint32_t noun = region.tokens.end;
    if (in_.word(noun + 1) != "of" ||
        !one_of(in_.word(noun),
                {"village", "town", "city", "hamlet", "district", "settlement", "suburb", "port"}))
      return false;
    const Mention* place = in_.reading.mentions.at(noun + 2);
    return place != nullptr && place->place != nullptr;
  }

  static bool country(const Mention& mention) {
    return mention.place->id == mention.place->country;
  }

  std::optional<std::uint32_t> introduced_by(const Mention& mention) const {
    const std::uint32_t first =
        mention.tokens.begin > in_.begin() + 7 ? mention.tokens.begin - 7 : in_.begin();
    for (std::uint32_t i = mention.tokens.begin; i > first;) {
      --i;
      if (locative(in_.words[i])) {
        if (introduces(in_, i, mention)) return i;
        return std::nullopt;
      }
      // "some 30 km from Mosul"
      if (in_.words[i] == "from" && i > in_.begin() &&
          one_of(in_.words[i - 1],
                 {"km", "kilometres", "kilometers", "miles", "metres", "meters"})) {
        return i;
      }
      // "in Mosul, Iraq": the second name goes with the first.
      if (in_.words[i] == "of" && i > in_.begin() &&
          one_of(in_.words[i - 1], {"north", "south", "east", "west", "outskirts", "coast"})) {
        return i;
      }
    }
    return std::nullopt;
  }

  bool belongs_to_initiator(Range tokens) const {
    return std::any_of(draft_.initiators.begin(), draft_.initiators.end(),
                       [&](const Party& who) { return who.tokens.overlaps(tokens); });
  }

  bool within_target(Range tokens) const {
    // "the village of Arbin", but not "Iraqi troops" nor "the US embassy".
    return std::any_of(draft_.targets.begin(), draft_.targets.end(), [&](const Party& whom) {
      return whom.tokens.overlaps(tokens) &&
             (tokens.end >= whom.tokens.end || in_.word(tokens.begin - 1) == "of");
    });
  }

  const EventSentence& in_;
  EventDraft& draft_;
  int own_clause_ = -1;
  mutable std::optional<std::vector<Adjunct>> tail_;
};

}  // namespace

void fill_setting(const EventSentence& in, EventDraft& draft) { Setting(in, draft).fill(); }

}  // namespace casus::extract
