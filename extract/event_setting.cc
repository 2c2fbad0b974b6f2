#include "extract/event_setting.h"

#include <algorithm>
#include <optional>

#include "extract/times.h"

namespace casus::extract {
namespace {

bool locative(std::string_view word) {
  return one_of(word, {"in", "at", "near", "on", "off", "outside", "inside", "over", "around",
                       "within", "across", "along", "above", "between", "throughout"});
}

// The place that a preposition introduces, on the way over nouns: "in the city of", "near the
// northern town of", "30 km south of".
bool introduces(const EventSentence& in, std::uint32_t preposition, const Mention& mention) {
  for (std::uint32_t i = preposition + 1; i < mention.tokens.begin; ++i) {
    const std::string_view word = in.words[i];
    const PartOfSpeech part = in.part(i);
    if (part == PartOfSpeech::verb || part == PartOfSpeech::auxiliary ||
        one_of(word, {".", ";", ":", ",", "and", "by", "to", "from", "with", "said", "that"})) {
      return false;
    }
  }
  return true;
}

class Setting {
 public:
  Setting(const EventSentence& in, EventDraft& draft) : in_(in), draft_(draft) {
    if (!draft.entry->noun || draft.clause < 0) own_clause_ = draft.clause;
    if (draft.entry->noun && draft.clause >= 0 && !in.is_cue(*in.clause(draft.clause))) {
      own_clause_ = draft.clause;
    }
  }

  void fill() {
    find_date();
    find_place();
  }

 private:
  // How near what stands at a token is to the trigger; larger is farther, nullopt: not its own.
  std::optional<std::uint32_t> distance(Range tokens) const {
    const int owner = owner_of(tokens);
    if (owner >= 0 && owner != own_clause_ && in_.is_cue(*in_.clause(owner)) &&
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
    if (best < 0 && !clauses.empty()) best = 0;
    // "on Tuesday said", "Tuesday announced": right before the verb.
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      if (clauses[i].group.begin == tokens.end) return static_cast<int>(i);
    }
    return best;
  }

  bool within_noun_tail(Range tokens) const {
    if (!draft_.entry->noun) return false;
    if (tokens.begin >= draft_.phrase.begin && tokens.end <= draft_.trigger.end) return true;
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
      nearest = far;
      draft_.date = time->days;
    }
  }

  void find_place() {
    // A place that is hit is where it happened.
    std::optional<std::uint32_t> nearest;
    for (const Mention& mention : in_.reading.mentions.all()) {
      if (mention.tokens.begin < in_.begin() || mention.tokens.end > in_.end()) continue;
      if (mention.place == nullptr || mention.demonym) continue;
      if (belongs_to_initiator(mention.tokens)) continue;
      const auto preposition = introduced_by(mention);
      const bool hit = within_target(mention.tokens);
      if (!preposition && !hit) continue;
      auto far = distance(preposition ? Range{*preposition, mention.tokens.end} : mention.tokens);
      if (!far) continue;
      if (country(mention)) *far += 6;  // "in Mosul, northern Iraq"
      if (nearest && *far >= *nearest) continue;
      nearest = far;
      draft_.place = &mention;
    }
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
    return std::any_of(draft_.targets.begin(), draft_.targets.end(),
                       [&](const Party& whom) { return whom.tokens.overlaps(tokens); });
  }

  const EventSentence& in_;
  EventDraft& draft_;
  int own_clause_ = -1;
  mutable std::optional<std::vector<Adjunct>> tail_;
};

}  // namespace

void fill_setting(const EventSentence& in, EventDraft& draft) { Setting(in, draft).fill(); }

}  // namespace casus::extract
