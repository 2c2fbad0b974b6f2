#include "extract/statements/speakers.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace casus::extract {
namespace {

class Finder {
 public:
  Finder(Reading& reading, const Attribution& attribution)
      : reading_(reading),
        doc_(reading.document),
        lower_(reading.mentions.lower()),
        attribution_(attribution),
        source_(*attribution.source),
        speaker_(reading.mentions.resolve(source_)) {}

  Referent find(const Referent* recent) {
    self_styled();
    name_before();
    name_in_apposition();
    body_in_apposition();
    issuer_of_document(recent);
    body_spoken_for();
    first_of_crowds();
    return speaker_;
  }

 private:
  const v1::Actor* known() const {
    return speaker_.actor < 0
               ? nullptr
               : &reading_.mentions.actors()[static_cast<std::size_t>(speaker_.actor)];
  }

  const AgentEntry* agent_at(std::uint32_t token, std::uint32_t& length) const {
    return reading_.lexicon.match_agent(lower_, token, &length);
  }

  void set(const Mention& name) {
    speaker_.actor = name.actor;
    speaker_.text = doc_.text_of(name.tokens);
    speaker_.person = name.person;
  }

  // "a woman who called herself captain of the Wolves said": whoever they say they are.
  void self_styled() {
    if (known() != nullptr) return;
    for (std::uint32_t i = source_.head + 1; i + 2 < attribution_.whole_source.end; ++i) {
      const bool reflexive =
          lower_[i] == "himself" || lower_[i] == "herself" || lower_[i] == "themselves";
      if (!reflexive) continue;
      const bool calls = lower_[i - 1] == "calling" || lower_[i - 1] == "called" ||
                         lower_[i - 1] == "styling" || lower_[i - 1] == "styled";
      if (lower_[i + 1] != "as" && !calls) continue;
      const std::uint32_t begin = i + (calls ? 1 : 2);
      std::uint32_t end = begin + 1;
      while (end < attribution_.whole_source.end && doc_[end].text != "," &&
             doc_[end].text != "(" && lower_[end] != "of" && lower_[end] != "from" &&
             lower_[end] != "who")
        ++end;
      speaker_ = reading_.mentions.resolve({end - 1, {begin, end}});
      return;
    }
  }

  // "Ana Ruiz, | the navy's weary spokeswoman, said".
  void name_before() {
    std::uint32_t n = 0;
    const std::uint32_t begin = source_.tokens.begin;
    const AgentEntry* agent = agent_at(source_.head, n);
    if (begin < 2 || doc_[begin - 1].text != "," || agent == nullptr || !agent->person) return;
    if (known() != nullptr && known()->kind() == v1::ActorKind::person) return;
    const Mention* name = reading_.mentions.at(begin - 2);
    if (name != nullptr && name->person && doc_.sentence_of(begin - 2) == doc_.sentence_of(begin))
      set(*name);
  }

  // "a neighbour, the baker Ana Ruiz, said", "the head of the hospital, Dr Ana Ruiz, said".
  void name_in_apposition() {
    if (known() != nullptr && known()->kind() == v1::ActorKind::person) return;
    const std::string_view head = lower_[source_.head];
    if (speaker_.pronoun || reading_.lexicon.noun_lemma(head) != head) return;
    if (reading_.mentions.at(source_.head) != nullptr) return;
    std::uint32_t n = 0;
    const AgentEntry* agent = agent_at(source_.head, n);
    if (agent != nullptr && !agent->person && !agent->plural_source &&
        agent->kind != v1::ActorKind::population)
      return;
    bool comma = false;
    for (std::uint32_t i = source_.head + 1; i < attribution_.whole_source.end; ++i) {
      comma = comma || doc_[i].text == ",";
      if (comma && (lower_[i] == "who" || lower_[i] == "which")) return;
      const Mention* name = reading_.mentions.at(i);
      if (comma && name != nullptr && name->person) return set(*name);
    }
  }

  // "The regional force, ECOMOG, said", "the owner of the ship, Blue Lines, said": a body's name
  // that closes the source.
  void body_in_apposition() {
    const std::uint32_t end = attribution_.whole_source.end;
    const Mention* name = end > source_.tokens.end ? reading_.mentions.at(end - 1) : nullptr;
    if (name == nullptr || name->actor < 0 || name->person || name->place != nullptr ||
        name->tokens.begin <= source_.head + 1 || doc_[name->tokens.begin - 1].text != ",")
      return;
    std::uint32_t n = 0;
    if (reading_.mentions.at(source_.head) != nullptr || agent_at(source_.head, n) == nullptr)
      return;
    set(*name);
  }

  // "The army's report says", "an Amnesty International report", "the message added": whoever
  // issued it, where the words beside it or the speaker before it tell.
  void issuer_of_document(const Referent* recent) {
    if (!names_document(lower_[source_.head])) return;
    if (known() != nullptr && known()->kind() != v1::ActorKind::unknown &&
        known()->kind() != v1::ActorKind::media)
      return;
    if (named_beside()) return;
    const std::string& first = doc_[source_.tokens.begin].lower;
    if (first == "its" || first == "their") {
      const std::uint32_t begin = source_.tokens.begin;
      const Referent owner = reading_.mentions.resolve({begin, {begin, begin + 1}});
      if (owner.actor >= 0) speaker_.actor = owner.actor;
      return;
    }
    const bool definite = first == "the" || first == "this" || first == "that";
    if (definite && signed_before()) return;
    if (!definite || recent == nullptr || recent->actor < 0) return;
    speaker_.actor = recent->actor;
    speaker_.text = recent->text;
    speaker_.person = recent->person;
  }

  // "A letter signed by Okello came on Friday. The letter said ...": of the last sentences that
  // speak of a document, whose name it bears.
  bool signed_before() {
    constexpr std::uint32_t kBack = 2;  // sentences
    const std::uint32_t here = attribution_.sentence;
    for (std::uint32_t s = here; s > 0 && here - s < kBack; --s) {
      const Range before = doc_.sentences()[s - 1].tokens;
      bool document = false;
      for (std::uint32_t i = before.begin; i + 2 < before.end; ++i) {
        document = document || names_document(lower_[i]);
        const bool bears = (lower_[i] == "signed" && lower_[i + 1] == "by") ||
                           (lower_[i] == "name" && lower_[i + 1] == "of");
        const Mention* name = document && bears ? reading_.mentions.at(i + 2) : nullptr;
        if (name == nullptr || name->actor < 0) continue;
        set(*name);
        return true;
      }
    }
    return false;
  }

  // In the source, or in what follows it: "a letter from the union".
  bool named_beside() {
    const std::uint32_t end = std::max(attribution_.whole_source.end, source_.tokens.end);
    for (std::uint32_t i = source_.tokens.begin; i < end; ++i) {
      // "a report seen by the Herald" is none of the Herald's.
      if (lower_[i] == "seen" || lower_[i] == "obtained" || lower_[i] == "viewed" ||
          lower_[i] == "reviewed")
        return false;
      const Mention* name = reading_.mentions.at(i);
      if (name != nullptr && name->actor >= 0) {
        set(*name);
        return true;
      }
      std::uint32_t n = 0;
      const AgentEntry* agent = agent_at(i, n);
      if (agent == nullptr || agent->person || i == source_.head) continue;
      // "the military report": with its determiner, so that it may be whose army it is here.
      const std::uint32_t begin = i == source_.tokens.begin + 1 ? source_.tokens.begin : i;
      const Referent body = reading_.mentions.resolve({i + n - 1, {begin, i + n}});
      if (body.actor < 0) continue;
      speaker_.actor = body.actor;
      speaker_.text = body.text;
      return true;
    }
    return false;
  }

  // '"NATO did not strike the area," a spokeswoman wrote': of a body named first in what they say.
  void body_spoken_for() {
    if (speaker_.actor >= 0 || attribution_.content.empty()) return;
    std::uint32_t n = 0;
    const AgentEntry* agent = agent_at(source_.head, n);
    if (agent == nullptr || !agent->speaks_for) return;
    const Range said = attribution_.content.front();
    std::uint32_t at = said.begin;
    while (at < said.end && (!doc_[at].word || lower_[at] == "the")) ++at;
    const Mention* body = reading_.mentions.at(at);
    if (body != nullptr && body->actor >= 0 && !body->person && !body->demonym)
      speaker_.actor = body->actor;
  }

  // "residents and a clerk", read as one phrase: of those without a name the first.
  void first_of_crowds() {
    if (speaker_.actor >= 0 || speaker_.pronoun || speaker_.tokens.empty()) return;
    const Range all = speaker_.tokens;
    std::uint32_t end = all.begin;
    while (end < all.end && lower_[end] != "and") ++end;
    if (end == all.end || end == all.begin) return;
    std::uint32_t begin = end;
    while (begin > all.begin && doc_[begin - 1].word) --begin;
    std::uint32_t n = 0;
    const AgentEntry* agent = begin < end ? agent_at(end - 1, n) : nullptr;
    if (agent == nullptr || reading_.lexicon.noun_lemma(lower_[end - 1]) == lower_[end - 1]) return;
    speaker_.tokens = {begin, end};
    speaker_.text = doc_.text_of(speaker_.tokens);
  }

  Reading& reading_;
  const Document& doc_;
  const std::vector<std::string_view>& lower_;
  const Attribution& attribution_;
  const Phrase& source_;
  Referent speaker_;
};

}  // namespace

Referent find_speaker(Reading& reading, const Attribution& attribution, const Referent* recent) {
  return Finder(reading, attribution).find(recent);
}

v1::Certainty::Value speaker_certainty(const Reading& reading, const Attribution& attribution) {
  const bool named = attribution.source && (reading.mentions.named_in(attribution.source->tokens) ||
                                            reading.mentions.named_in(attribution.whole_source));
  return named ? v1::Certainty::certain : v1::Certainty::probable;
}

}  // namespace casus::extract
