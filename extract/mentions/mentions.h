#ifndef CASUS_EXTRACT_MENTIONS_MENTIONS_H_
#define CASUS_EXTRACT_MENTIONS_MENTIONS_H_

// Who and where: names, described groups and pronouns of an article, each resolved to an actor or
// a place. Two passes: all names of the text are found at once (they need no syntax); a phrase is
// resolved when a coder asks for it, so that nothing enters the annotation that nobody refers to.
//
// One object an article; not thread-safe. The document and lexicon must outlive it.

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "extract/document/document.h"
#include "extract/lexicon/lexicon.h"
#include "extract/mentions/name_finder.h"
#include "extract/syntax/syntax.h"
#include "graph/dates.h"

namespace casus::extract {

// A name in the text.
struct Mention {
  Range tokens;                       // with its titles: "Defense Secretary Lloyd Austin"
  Range name;                         // without them
  int actor = -1;                     // index into Mentions::actors; -1 if it cannot be an actor
  const PlaceEntry* place = nullptr;  // if it can be a place of the lexicon
  bool demonym = false;               // "Iraqi"
  bool metonym = false;               // "Washington"
  bool person = false;
};

// What a phrase stands for.
struct Referent {
  int actor = -1;           // index into actors(); -1 if it stands for none
  bool pronoun = false;     // resolved through coreference, or not at all
  bool person = false;      // one human being
  bool collective = false;  // crowd sources: "officials", "witnesses"
  std::string text;         // the phrase as written, without determiners at its head
  Range tokens;
};

class Mentions {
 public:
  Mentions(const Document& document, const Lexicon& lexicon, Day published);

  const std::vector<Mention>& all() const { return mentions_; }  // by position, not overlapping
  const Mention* at(std::uint32_t token) const;                  // that covers the token
  const std::vector<v1::Actor>& actors() const { return actors_; }
  // Whether the words name an actor, and not only take one up ("it", "the group").
  bool named_in(Range words) const;
  // Every token of the document in lower case, as the lexicon's look-ups take them.
  const std::vector<std::string_view>& lower() const { return lower_; }

  // Resolves a noun phrase: by a name that is its head or its only name ("the Iranian foreign
  // minister, Hossein ..."), by an agent noun with its country or organisation ("Iraqi troops",
  // "rebel fighters"), by a pronoun or a definite noun phrase that takes up somebody named before
  // ("he", "the ministry", "the group").
  // A phrase that stands for nobody has actor -1 and keeps its text ("an oil tanker").
  Referent resolve(const Phrase& phrase);

  // The place that a range of tokens names most closely ("a village near Baghdad": Baghdad);
  // nullptr if none. Its key is entered into the annotation by `place_key`.
  const Mention* place_in(Range tokens) const;
  // What the dateline names, of several the last: "Santiago, 4 May -- Arica --"; nullptr if none.
  const Mention* place_of_dateline() const;
  // The key of a mention as a place, which is thereby listed in the annotation. Empty if it is
  // none.
  std::string place_key(const Mention& mention);

  // The key of an actor, which is thereby listed in the annotation; `evidence`: where it is
  // mentioned here. Lists what it is affiliated to as well.
  std::string actor_key(int actor, Range evidence);
  int find(const std::string& key) const;  // index of the actor; -1 if it has not come up
  // The actor whom it speaks for, or itself.
  int principal(int actor) const;
  // An actor of the lexicon by its entry's id, entered if it was not named: -1 if not known.
  int actor_of(std::string_view lexicon_id);

  // Adds what was referred to, with its evidence, to the annotation.
  void write(v1::ArticleAnnotation& annotation) const;

 private:
  void enter_names(const std::vector<FoundName>& names);
  std::string country_of_dateline() const;
  void find_home(const std::vector<FoundName>& names);
  int enter(const ActorEntry& entry);
  int enter_named(v1::ActorKind::Value kind, const std::string& country, const std::string& name,
                  const std::string& sector, int affiliation);
  int enter_person(const FoundName& found);
  int enter_organisation(const FoundName& found);
  int owner_named_around(Range organ);
  const PlaceEntry* enter_place(Range name);
  void find_roles();
  struct Office;
  Office office_in(Range description) const;
  bool names_unlisted(Range description) const;
  Range described_before(const Mention& person, Range sentence) const;
  Range describe_after(const Mention& person, Range sentence);
  int owner_meant(std::uint32_t token) const;
  void set_role(int person, Range description);
  void set_body(int person, Range where);
  void affiliate(int person, int owner);
  int state_spoken_of(std::uint32_t before) const;
  int speaking_before(std::uint32_t sentence) const;
  int body_that_spoke(std::uint32_t sentence) const;
  bool speaks_next(std::uint32_t token) const;

  std::vector<Mention>::const_iterator first_from(std::uint32_t token) const;
  int antecedent(std::uint32_t pronoun) const;
  bool somewhere(const Mention& name) const;
  int owner_before(std::uint32_t possessive, const AgentEntry& agent) const;
  int taken_up(std::string_view noun, const AgentEntry& agent, std::uint32_t before) const;
  int described(const Phrase& phrase, const AgentEntry& agent, Range noun, Referent& referent);
  std::optional<Phrase> without_reflexive(const Phrase& phrase) const;
  std::uint32_t with_owner(const Phrase& phrase, const AgentEntry& agent) const;
  int body_before(const Phrase& phrase, Range noun);
  int body_named_in(Range words);
  int owner_of_same(std::string_view noun, std::uint32_t before) const;
  int home_of(Range organ) const;
  int organ_of(int state, const AgentEntry& agent, Range noun);
  std::string short_name(int state) const;
  std::string organ_name(int owner, const std::string& words) const;
  int seated_in(std::uint32_t end);
  int sender_of(const Phrase& embassy);
  bool quoted(std::uint32_t token) const { return document_.quotation_of(token) != nullptr; }

  const Document& document_;
  const Lexicon& lexicon_;
  Day published_;
  std::vector<std::string_view> lower_;  // of every token, for the lexicon
  std::vector<Mention> mentions_;
  std::vector<std::int32_t> mention_of_token_;
  std::vector<v1::Actor> actors_;
  std::map<std::string, int> actor_by_key_;
  std::map<std::string, int, std::less<>> person_by_surname_;  // lower case; the one named last
  std::map<std::string, int, std::less<>>
      person_by_first_surname_;                               // "Bravo" of Juan Bravo Herrera
  std::map<std::string, int, std::less<>> actor_by_acronym_;  // that the text has introduced
  std::deque<PlaceEntry> own_places_;                         // that the lexicon does not know
  std::map<std::string, const PlaceEntry*, std::less<>> own_place_by_name_;  // normalised
  std::map<std::string, v1::Place> places_used_;
  std::map<int, std::set<std::pair<std::uint32_t, std::uint32_t>>> actor_evidence_;  // bytes
  int home_ = -1;                   // the state that the article is about, or comes from
  int second_home_ = -1;            // that it names most beside it
  bool reports_from_home_ = false;  // its dateline says so
};

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_MENTIONS_MENTIONS_H_
