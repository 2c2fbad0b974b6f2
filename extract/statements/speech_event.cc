#include "extract/statements/speech_event.h"

#include <string>

#include "extract/statements/speakers.h"

namespace casus::extract {
namespace {

// The event coder may have read the same words; what it lacks is added.
v1::Event* coded_event(std::string_view type, const v1::Span& trigger,
                       v1::ArticleAnnotation& annotation) {
  for (v1::Event& coded : *annotation.mutable_events()) {
    const bool overlaps =
        coded.trigger().begin() < trigger.end() && trigger.begin() < coded.trigger().end();
    if (coded.type() == type && overlaps) return &coded;
  }
  return nullptr;
}

}  // namespace

std::string_view speech_event_type(const Attribution& act, v1::StatementKind::Value kind) {
  // A vow is a pledge by its verb, and a threat by what is vowed.
  if (kind == v1::StatementKind::threat) return "THREATEN";
  if (!act.cue->event_type.empty()) return act.cue->event_type;
  // "said that the rebels must disarm"
  const bool asks = kind == v1::StatementKind::demand && act.clausal;
  return asks ? "REQUEST" : std::string_view();
}

void add_speech_event(const Reading& reading, const Attribution& draft, Range act,
                      std::string_view type, const std::vector<Referent>& targets,
                      v1::Statement& statement, v1::ArticleAnnotation& annotation) {
  const v1::Span trigger = reading.span(act);
  v1::Event* event = coded_event(type, trigger, annotation);
  if (event == nullptr) {
    event = annotation.add_events();
    event->set_key("e" + std::to_string(annotation.events_size()));
    event->set_type(std::string(type));
    *event->mutable_trigger() = trigger;
    *event->mutable_sentence() = reading.span(reading.document.sentences()[draft.sentence]);
    *event->add_evidence() = event->sentence();
    if (statement.has_date()) {
      *event->mutable_date() = statement.date();
      event->set_date_certainty(v1::Certainty::certain);
    }
  }
  statement.set_event(event->key());
  if (draft.source && event->initiators().empty()) {
    v1::Initiator& initiator = *event->add_initiators();
    initiator.set_actor(statement.speaker());
    initiator.set_text(draft.speaker.text);
    initiator.set_certainty(draft.speaker.actor >= 0 ? speaker_certainty(reading, draft)
                                                     : v1::Certainty::certain);
    *initiator.mutable_span() = reading.span(draft.source->tokens);
  }
  if (!event->targets().empty()) return;
  for (const Referent& whom : targets) {
    v1::Target& target = *event->add_targets();
    if (whom.actor >= 0 && whom.actor != draft.speaker.actor)
      target.set_actor(reading.mentions.actor_key(whom.actor, whom.tokens));
    target.set_text(whom.text);
    target.set_certainty(whom.actor < 0 || reading.mentions.named_in(whom.tokens)
                             ? v1::Certainty::certain
                             : v1::Certainty::probable);
    *target.mutable_span() = reading.span(whom.tokens);
  }
}

}  // namespace casus::extract
