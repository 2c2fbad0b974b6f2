#ifndef CASUS_EXTRACT_STATEMENTS_ATTACK_MEANT_H_
#define CASUS_EXTRACT_STATEMENTS_ATTACK_MEANT_H_

// Which attack is meant by words that do not tell of one: "it was Chad", "took no part in it",
// "denied any raid". They answer what was just told, or what the article is about. No two attacks
// of an article are taken for one here that differ in place, date, toll or manner.
//
// Reads the annotation's events as they are when it is asked; belongs to its reading, and to one
// thread with it.

#include <vector>

#include "extract/events/events.h"
#include "extract/reading.h"
#include "extract/statements/attribution.h"

namespace casus::extract {

class AttackMeant {
 public:
  AttackMeant(const Reading& reading, const std::vector<EventMention>& events,
              const v1::ArticleAnnotation& annotation);

  // The attack that a statement is about, by name or because it has just been told; else the other
  // event that it names; -1 if there is none. `of_itself`: its speaker speaks of their own side.
  int told(const StatementDraft& draft, v1::StatementKind::Value kind, bool of_itself) const;
  // The same, and where nothing says otherwise the attack that the article is about.
  int meant(const StatementDraft& draft, v1::StatementKind::Value kind, bool of_itself) const;
  // The attack that the article is about; -1 if there is none.
  int main() const { return main_; }
  // Whether what is told of an event, which is neither where nor when it was, may be told of that
  // attack.
  bool could_be_main(int index) const;

 private:
  const v1::Event& event(int index) const { return annotation_.events(index); }
  bool is_attack(int index) const;
  bool recent(const v1::Event& event) const;
  int first_told() const;
  int acted_on(const std::vector<Range>& content) const;
  int told_before(const StatementDraft& draft) const;
  bool denied_outright(const StatementDraft& draft, v1::StatementKind::Value kind) const;
  bool tells_whose_arms(const StatementDraft& draft) const;
  bool tells_a_deed(const std::vector<Range>& content) const;
  bool of_its_doer(const StatementDraft& draft, v1::StatementKind::Value kind) const;
  bool leaves_open(const StatementDraft& draft, v1::StatementKind::Value kind,
                   bool of_itself) const;
  bool points_back(const StatementDraft& draft) const;
  bool names_attack(const Range& words) const;
  bool names_elsewhere(const Range& words) const;

  const Reading& reading_;
  const std::vector<EventMention>& events_;
  const v1::ArticleAnnotation& annotation_;
  int main_ = -1;
};

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_STATEMENTS_ATTACK_MEANT_H_
