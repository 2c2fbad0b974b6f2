#include "extract/statements/speakers.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace casus::extract {
namespace {

bool is_document(std::string_view noun) {
  static const std::set<std::string_view> kNouns{
      "report",    "statement", "communique", "communiqué",  "document", "article", "editorial",
      "letter",    "message",   "recording",  "video",       "mail",     "email",   "e-mail",
      "tweet",     "post",      "leaflet",    "declaration", "bulletin", "text",    "pamphlet",
      "broadcast", "note",      "release",    "manifesto",   "posting",  "tape",    "audio"};
  return kNouns.contains(noun);
}

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
    name_in_apposition();
    issuer_of_document(recent);
    body_spoken_for();
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

  // "a survivor, the driver Ana Ruiz, said", "the head of the hospital, Dr Ana Ruiz, said".
  void name_in_apposition() {
    if (known() != nullptr && known()->kind() == v1::ActorKind::person) return;
    const std::string_view head = lower_[source_.head];
    if (speaker_.pronoun || reading_.lexicon.noun_lemma(head) != head) return;
    if (reading_.mentions.at(source_.head) != nullptr) return;
    std::uint32_t n = 0;
    const AgentEntry* agent = agent_at(source_.head, n);
    if (agent != nullptr && !agent->person && !agent->plural_source) return;
    bool comma = false;
    for (std::uint32_t i = source_.head + 1; i < attribution_.whole_source.end; ++i) {
      comma = comma || doc_[i].text == ",";
      if (comma && (lower_[i] == "who" || lower_[i] == "which")) return;
      const Mention* name = reading_.mentions.at(i);
      if (comma && name != nullptr && name->person) return set(*name);
    }
  }

  // "The army's report says", "an Amnesty International report", "the message added": whoever
  // issued it, where the words beside it or the speaker before it tell.
  void issuer_of_document(const Referent* recent) {
    if (!is_document(lower_[source_.head])) return;
    if (known() != nullptr && known()->kind() != v1::ActorKind::unknown &&
        known()->kind() != v1::ActorKind::media)
      return;
    if (named_beside()) return;
    const std::string& first = doc_[source_.tokens.begin].lower;
    const bool definite =
        first == "the" || first == "this" || first == "that" || first == "its" || first == "their";
    if (!definite || recent == nullptr || recent->actor < 0) return;
    speaker_.actor = recent->actor;
    speaker_.text = recent->text;
    speaker_.person = recent->person;
  }

  // In the source, or in what follows it: "a letter from the union".
  bool named_beside() {
    const std::uint32_t end = std::max(attribution_.whole_source.end, source_.tokens.end);
    for (std::uint32_t i = source_.tokens.begin; i < end; ++i) {
      const Mention* name = reading_.mentions.at(i);
      if (name != nullptr && name->actor >= 0) {
        set(*name);
        return true;
      }
      std::uint32_t n = 0;
      const AgentEntry* agent = agent_at(i, n);
      if (agent == nullptr || agent->person || i == source_.head) continue;
      const Referent body = reading_.mentions.resolve({i + n - 1, {i, i + n}});
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

}  // namespace casus::extract
