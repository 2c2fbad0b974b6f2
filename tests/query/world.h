#ifndef CASUS_TESTS_QUERY_WORLD_H_
#define CASUS_TESTS_QUERY_WORLD_H_

// Small graphs for the tests of the questions: annotations written by hand, in a store in memory.

#include <memory>
#include <string>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "storage/store.h"

namespace casus::test {

// One article and what an extractor might have said of it. Passages are given as they are written
// in the text; a passage that is not in it throws.
class Report {
 public:
  Report(const std::string& id, const std::string& outlet, const std::string& published,
         const std::string& text);

  v1::Actor& actor(const std::string& key, const std::string& name, v1::ActorKind::Value kind,
                   const std::string& affiliation = "");
  v1::Place& place(const std::string& key, const std::string& name, const std::string& country);
  v1::Event& event(const std::string& key, const std::string& type, const std::string& day,
                   const std::string& passage);
  v1::Statement& statement(const std::string& key, v1::StatementKind::Value kind,
                           const std::string& speaker, const std::string& addressee,
                           const std::string& passage);
  v1::Claim& claim(const std::string& key, const std::string& text, const std::string& subject,
                   const std::string& predicate, const std::string& object,
                   const std::string& passage);
  v1::Span span(const std::string& passage) const;

  v1::ArticleAnnotation& annotation() { return annotation_; }
  const v1::ArticleAnnotation& annotation() const { return annotation_; }

 private:
  v1::ArticleAnnotation annotation_;
};

void stands(v1::Statement& statement, v1::Stance::Value stance, const std::string& claim);

// The invented quarrel that most tests ask about: Veldania accuses Ostmark of arming the Red
// Lantern, Ostmark's minister Ida Brandt denies it, a depot in Karst is hit.
//   courier-1  2031-03-02  attack, accusation, denial
//   ledger-1   2031-03-03  the same accusation and attack, denial
//   radio-1    undated     the accusation in its own voice
//   courier-2  2031-03-10  the Red Lantern claims the attack
std::vector<Report> quarrel();

// Takes the reports in, in the order given.
std::unique_ptr<storage::Store> store_of(const std::vector<Report>& reports);

}  // namespace casus::test

#endif  // CASUS_TESTS_QUERY_WORLD_H_
