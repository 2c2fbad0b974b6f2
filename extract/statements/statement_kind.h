#ifndef CASUS_EXTRACT_STATEMENTS_STATEMENT_KIND_H_
#define CASUS_EXTRACT_STATEMENTS_STATEMENT_KIND_H_

// What sort of speech act a statement is. Most cues are "said": then the content tells. No state of
// its own; belongs to its reading, and to one thread with it.

#include <vector>

#include "extract/events/events.h"
#include "extract/reading.h"

namespace casus::extract {

// What is known of a statement before its kind is.
struct Utterance {
  const CueEntry* cue = nullptr;
  bool cue_negated = false;  // "did not say"
  int speaker = -1;
  bool collective = false;  // witnesses, residents, officials
  std::vector<Range> content;
};

// What the content's words say, independent of the cue.
struct ContentSigns {
  bool negated = false;         // a main clause of it says that something is not so
  bool main_negated = false;    // the first one does
  bool denial_wording = false;  // "a fabrication", "baseless"
  bool ignorance = false;       // "does not know", "is looking into it"
  bool first_person = false;    // the speaker, or whom they speak for, is the subject
  bool admits = false;          // the speaker's own side does the harm that it speaks of
  bool hostile_future = false;  // "will strike back"
  bool must = false;            // "must withdraw", "should stop"
  bool condemns = false;        // "unacceptable", "a cowardly act"
  bool refers_back = false;     // is nothing but "the allegation", "those claims", "any role"
  bool role = false;            // "no role", "nothing to do with it": of part in what others did
  bool corrects = false;        // "..., not twelve"
  // How certain the words leave it: "may have", "it is likely that"; certain without such.
  v1::Certainty::Value certainty = v1::Certainty::certain;
  int accused = -1;      // the named actor whose act it speaks of
  bool charges = false;  // another side does harm, though nobody says who: "the enemy"
  bool hinted = false;   // whom it accuses is told beside it: "a reference to Chad"
  int event = -1;        // the event that it speaks of
};

// Kinds by which a speaker may say many things in one article.
bool is_plain(v1::StatementKind::Value kind);

// "withdraw", "recant": the speaker said it before, and no longer does.
bool takes_back(const CueEntry& cue);

// Whether to negate the cue is to be silent: "has not replied", "did not comment".
bool silent(const CueEntry& cue);

ContentSigns read_content(Reading& reading, const std::vector<EventMention>& events,
                          const Utterance& utterance);

// The clauses of a content: those whose verb stands in it, the main one first.
std::vector<const Clause*> clauses_in(const Reading& reading, const std::vector<Range>& content);

v1::StatementKind::Value statement_kind(const Utterance& utterance, const ContentSigns& signs);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_STATEMENTS_STATEMENT_KIND_H_
