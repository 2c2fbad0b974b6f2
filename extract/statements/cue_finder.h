#ifndef CASUS_EXTRACT_STATEMENTS_CUE_FINDER_H_
#define CASUS_EXTRACT_STATEMENTS_CUE_FINDER_H_

// The cues of a sentence ("said", "has denied", "according to") with the phrases that belong to
// each: source, addressee and content. Who the source is, and what kind of statement it makes, is
// for the coder of attributions to say.
//
// Refers to its reading and to `covered`, which must outlive it; not thread-safe.

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/mentions/mentions.h"
#include "extract/reading.h"

namespace casus::extract {

struct Attribution {
  const CueEntry* cue = nullptr;
  Range cue_tokens;
  std::uint32_t sentence = 0;
  std::optional<Phrase> source;
  Range whole_source;  // with what describes it: "X, the head of Y, who was there"
  Referent speaker;    // of the source; left empty by the finder
  std::optional<Phrase> addressee;
  std::vector<Range> content;
  bool negated = false;
  bool doubtful = false;    // could, may, if: said by nobody yet
  bool participle = false;  // "..., adding that": goes with the cue before it
  bool clausal = false;     // its content is a clause or a quotation
  bool continues = false;   // a quotation goes on in a sentence without a cue
  bool turn = false;        // a sentence of a transcript
  bool quoted = false;      // stands within what somebody is quoted with
};

// Whether the noun is of something that is written or broadcast: "statement", "letter", "video".
bool names_document(std::string_view noun);

class CueFinder {
 public:
  // `covered`, by token: what is the content of an attribution already.
  CueFinder(const Reading& reading, const std::vector<bool>& covered)
      : reading_(reading),
        doc_(reading.document),
        lower_(reading.mentions.lower()),
        covered_(covered) {}

  // In the order of their cues. The sentence must have been parsed.
  std::vector<Attribution> find(std::uint32_t sentence) const;

  // What a mark or a label has somebody say: 'Kenya: "..."', "[Okello] ...".
  Attribution labelled(std::uint32_t s, Range who, Range mark, Range said) const;

  // Takes commas, colons and full stops off the ends of the content.
  void trim(Attribution& attribution) const;

 private:
  Range sentence_range(std::uint32_t s) const { return doc_.sentences()[s].tokens; }
  void find_verb_cues(std::uint32_t s, std::vector<Attribution>& found) const;
  void find_preposition_cues(std::uint32_t s, std::vector<Attribution>& found) const;
  bool goes_on(Range behind, Range said) const;
  void find_noun_cues(std::uint32_t s, std::vector<Attribution>& found) const;
  void find_label(std::uint32_t s, std::vector<Attribution>& found) const;
  void find_reaction(std::uint32_t s, std::vector<Attribution>& found) const;
  bool names_speaker(Range words) const;
  bool find_owner(const Phrase& phrase, Attribution& attribution) const;
  bool find_noun_content(Attribution& attribution, Range sentence) const;
  void find_name(const Clause& clause, Attribution& attribution, Range sentence) const;
  const CueEntry* verb_cue(const Clause& clause, std::uint32_t& end) const;
  std::vector<Phrase> objects(const Clause& clause, const Attribution& attribution) const;
  std::optional<Phrase> phrase_at(std::uint32_t token) const;
  std::optional<Phrase> antecedent_of(const Clause& clause) const;
  Range with_relative(Range phrase, const Clause& clause) const;
  std::uint32_t begin_of_chain(std::uint32_t last) const;
  Range gap_of(const Attribution& attribution) const;
  void find_addressee(const Clause& clause, Attribution& attribution) const;
  void cut_matter(Attribution& attribution) const;
  void find_content(const Clause& clause, Attribution& attribution, std::uint32_t s) const;
  Range whole_source(const Attribution& attribution) const;
  bool is_subject(std::uint32_t token) const;
  std::uint32_t relative_pronoun(std::uint32_t from, std::uint32_t cue) const;
  const std::string& lower_before(const Clause& clause, std::uint32_t from) const;
  std::uint32_t relative_end(std::uint32_t pronoun, Range sentence) const;
  std::uint32_t described_until(std::uint32_t from, Range sentence, bool governed) const;
  bool is_time(const Phrase& phrase) const;
  bool is_somebody(const Phrase& phrase) const;
  Range bare_clause(const Clause& clause, const Attribution& attribution, Range sentence) const;
  bool is_thing(const Phrase& phrase) const;
  const Phrase* speaker_before(const Clause& cue, std::uint32_t s) const;
  const Phrase* speaker_behind(const Clause& clause, const CueEntry& cue, std::uint32_t s) const;
  const Clause* issue_of(const Phrase& document, std::uint32_t s) const;
  bool in_passing(const Clause& clause, const Attribution& attribution) const;
  void lead_in(Attribution& attribution) const;
  std::uint32_t after_circumstances(std::uint32_t from, std::uint32_t end) const;
  void find_next_paragraph(Attribution& attribution, Range sentence) const;
  void find_spoken(const Clause& clause, bool quote, Attribution& attribution,
                   Range sentence) const;
  void find_governed(const Clause& clause, bool infinitive, Attribution& attribution,
                     std::uint32_t s) const;
  const Adjunct* adjunct(const Clause& clause, std::string_view preposition) const;
  bool goes_on_after(Range quotation, Range sentence) const;
  bool opens_with_cue(Range range) const;
  bool begins_clause(std::uint32_t token) const;
  bool speaks_at(std::uint32_t token) const;
  bool resumes_at(std::uint32_t token) const;
  bool is_verb_cue(std::uint32_t token) const;
  bool quoted(std::uint32_t token) const;
  void drop_shared_quotations(std::vector<Attribution>& found) const;
  void add_what_for(const Clause& clause, Attribution& attribution, Range sentence) const;
  void cut_addressee(Attribution& attribution) const;
  Range matter_before(const Clause& clause) const;
  Range with_tail(Range phrase, std::uint32_t cue) const;
  bool describes(std::uint32_t token) const;
  bool opens_circumstance(std::uint32_t token) const;
  bool opens_occasion(std::uint32_t token) const;
  bool goes_on_with_verb(Range range, std::uint32_t at) const;
  Range to_clause_end(Range range, Range sentence) const;
  void extend_quotations(Attribution& attribution) const;
  static bool worth(const Attribution& attribution);

  const Reading& reading_;
  const Document& doc_;
  const std::vector<std::string_view>& lower_;
  const std::vector<bool>& covered_;
};

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_STATEMENTS_CUE_FINDER_H_
