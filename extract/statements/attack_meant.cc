#include "extract/statements/attack_meant.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "extract/word_set.h"
#include "graph/dates.h"

namespace casus::extract {
namespace {

using K = v1::StatementKind;

constexpr int kNews = 31;  // days that an attack is what an article is about

// What says of somebody that they did it, or shared in it, and nothing of what they did.
const WordSet kOpen = word_set(
    "it this that these those they them we our us i was were is are be been being had has have "
    "having did do done does not n't no none any neither never nor nothing anything whatever "
    "whatsoever all such same the a an and or of in with to for by on behind who whom what which "
    "its their his her said says say responsible responsibility blame guilty involved involvement "
    "part role hand hands connection link links attack attacks raid raids strike strikes blast "
    "blasts explosion explosions bombing bombings shelling shooting killing killings massacre "
    "murder murders assault ambush incident affair deed crime act operation carry carried out "
    "launched committed conducted took take taken taking plane planes jets aircraft drone drones "
    "troops soldiers fighters men gunmen forces bombers attackers killers know knows also too "
    "again alone work doing clear obviously certainly first later earlier then ever yet still");

bool takes_a_stand(K::Value kind) {
  return kind == K::accusation || kind == K::denial || kind == K::responsibility_claim;
}

bool explodes(std::string_view mode) {
  return mode == "explosives" || mode == "suicide-attack" || mode == "aerial" || mode == "drone" ||
         mode == "heavy-weapons";
}

// "killed" and "attacked" say of no manner that it was not so.
bool modes_agree(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || a == b || a == "targeted" || b == "targeted" ||
         (explodes(a) && explodes(b));
}

bool pinned(const v1::Event& event) {
  return !event.place().empty() || !event.date().earliest().empty();
}

bool asserted(const v1::Initiator& initiator) {
  return !initiator.actor().empty() && initiator.status() == v1::InitiatorStatus::asserted;
}

// Whether two events have, each told as a fact, perpetrators of whom none is the same.
bool others_did_it(const v1::Event& a, const v1::Event& b) {
  bool known = false;
  for (const v1::Initiator& one : a.initiators())
    for (const v1::Initiator& other : b.initiators()) {
      if (one.actor() == other.actor()) return false;
      known = known || (asserted(one) && asserted(other));
    }
  return known;
}

}  // namespace

AttackMeant::AttackMeant(const Reading& reading, const std::vector<EventMention>& events,
                         const v1::ArticleAnnotation& annotation)
    : reading_(reading), events_(events), annotation_(annotation), main_(first_told()) {}

bool AttackMeant::is_attack(int index) const {
  return index >= 0 && event(index).type() == "ASSAULT" &&
         event(index).modality() == v1::Modality::actual && !event(index).has_incidents();
}

bool AttackMeant::recent(const v1::Event& event) const {
  const std::optional<Day> last = parse_day(event.date().latest());
  return !last || !reading_.published.known() || last->value + kNews >= reading_.published.value;
}

// What is told first, if it is news; rather what has a place or a day, if that is told early.
int AttackMeant::first_told() const {
  int first = -1;
  int news = -1;
  const std::size_t half = reading_.document.sentences().size() / 2;
  for (const EventMention& mention : events_) {
    if (!is_attack(mention.event) || reading_.in_headline(mention.sentence)) continue;
    if (first < 0) first = mention.event;
    if (!recent(event(mention.event))) continue;
    if (news < 0) news = mention.event;
    if (news != mention.event && mention.sentence > half) break;
    if (pinned(event(mention.event))) return mention.event;
  }
  return news >= 0 ? news : first;
}

bool AttackMeant::could_be_main(int index) const {
  if (main_ < 0 || !is_attack(index)) return false;
  if (index == main_) return true;
  const v1::Event& told = event(index);
  const v1::Event& main = event(main_);
  if (pinned(told) || !pinned(main) || !modes_agree(told.mode(), main.mode())) return false;
  if (told.killed().has_best() && main.killed().has_best() &&
      told.killed().best() != main.killed().best())
    return false;
  return !others_did_it(told, main);
}

// "had financed the bombing", but not "had armed the rebels who bombed the town".
int AttackMeant::acted_on(const std::vector<Range>& content) const {
  const std::vector<const Clause*> clauses = clauses_in(reading_, content);
  if (clauses.empty()) return -1;
  for (const Phrase& object : clauses.front()->objects)
    for (const EventMention& mention : events_)
      if (is_attack(mention.event) && mention.trigger.contains(object.head)) return mention.event;
  return -1;
}

// The last attack that the paragraph tells of before what is said, rather one that it tells first:
// "In May a bomb killed six, an attack for which Chad denied responsibility".
int AttackMeant::told_before(const StatementDraft& draft) const {
  constexpr std::uint32_t kNear = 2;  // sentences
  const std::vector<Sentence>& sentences = reading_.document.sentences();
  const std::uint32_t begin =
      draft.content.empty() ? sentences[draft.sentence].tokens.end : draft.content.front().begin;
  int last = -1;
  int first_here = -1;
  std::set<int> known;
  for (const EventMention& mention : events_) {
    if (mention.trigger.begin >= begin) break;
    const bool is_new = known.insert(mention.event).second;
    if (!is_attack(mention.event) || mention.sentence + kNear < draft.sentence ||
        sentences[mention.sentence].paragraph != sentences[draft.sentence].paragraph)
      continue;
    last = mention.event;
    if (is_new) first_here = mention.event;
  }
  return first_here >= 0 ? first_here : last;
}

bool AttackMeant::names_attack(const Range& words) const {
  for (std::uint32_t i = words.begin; i < words.end; ++i)
    for (const bool noun : {true, false}) {
      std::uint32_t n = 0;
      const TriggerEntry* trigger =
          reading_.lexicon.match_trigger(reading_.mentions.lower(), i, noun, &n);
      if (trigger != nullptr && trigger->type == "ASSAULT") return true;
    }
  return false;
}

// A place that is not that of the main attack.
bool AttackMeant::names_elsewhere(const Range& words) const {
  const Mention* place = reading_.mentions.place_in(words);
  if (place == nullptr) return false;
  const Document& doc = reading_.document;
  // "It was Chad": a party, and no place.
  static const WordSet kWhere = word_set("in at near on to toward towards from around outside");
  if (place->actor >= 0 &&
      (place->tokens.begin == words.begin || !kWhere.contains(doc[place->tokens.begin - 1].lower)))
    return false;
  for (const EventMention& mention : events_) {
    if (mention.event != main_) continue;
    const Sentence& told = doc.sentences()[mention.sentence];
    for (std::uint32_t i = told.tokens.begin; i < told.tokens.end; ++i)
      if (doc[i].lower == doc[place->tokens.begin].lower) return false;
  }
  return true;
}

// Whether who stands accused is whom the article tells, or others say, to have done its main
// attack, and no other event or place is named: "the drone was theirs".
bool AttackMeant::of_its_doer(const StatementDraft& draft, K::Value kind) const {
  if (kind != K::accusation || main_ < 0 || draft.signs.event >= 0 || draft.content.empty())
    return false;
  if (tells_a_deed(draft.content)) return false;
  const Mentions& mentions = reading_.mentions;
  const int accused =
      mentions.principal(draft.addressee >= 0 ? draft.addressee : draft.signs.accused);
  if (accused < 0 || names_elsewhere(draft.content.front())) return false;
  const auto& doers = event(main_).initiators();
  if (doers.empty() && explodes(event(main_).mode()) && tells_whose_arms(draft)) return true;
  return std::any_of(doers.begin(), doers.end(), [&](const v1::Initiator& doer) {
    return mentions.principal(mentions.find(doer.actor())) == accused;
  });
}

// "The rounds had been fired by Chad", "the shells came from over there", said soon after shells
// are told to have fallen.
bool AttackMeant::tells_whose_arms(const StatementDraft& draft) const {
  constexpr std::uint32_t kSoon = 6;  // sentences
  const std::vector<const Clause*> clauses = clauses_in(reading_, draft.content);
  if (clauses.empty()) return false;
  const auto first = std::ranges::find_if(
      events_, [&](const EventMention& mention) { return mention.event == main_; });
  if (first == events_.end() || draft.sentence < first->sentence ||
      draft.sentence - first->sentence > kSoon)
    return false;
  const Clause& main = *clauses.front();
  const auto arms = [&](const Phrase& phrase) {
    std::uint32_t n = 0;
    const std::string& head = reading_.document[phrase.head].lower;
    return head == "round" || head == "rounds" ||
           reading_.lexicon.match_weapon(reading_.mentions.lower(), phrase.head, &n) != nullptr;
  };
  return main.objects.empty() && std::ranges::any_of(main.subjects, arms);
}

// "had shot a nurse": what somebody did to others than those whom the attack hit.
bool AttackMeant::tells_a_deed(const std::vector<Range>& content) const {
  const std::vector<const Clause*> clauses = clauses_in(reading_, content);
  if (clauses.empty()) return false;
  const auto others = [&](const Phrase& phrase) {
    std::uint32_t n = 0;
    const AgentEntry* who =
        reading_.lexicon.match_agent(reading_.mentions.lower(), phrase.head, &n);
    const auto& hit = event(main_).targets();
    const std::string_view head = reading_.document[phrase.head].text;
    return who != nullptr && std::ranges::none_of(hit, [&](const v1::Target& target) {
             return target.text().find(head) != std::string::npos;
           });
  };
  const Clause& main = *clauses.front();
  if (std::ranges::any_of(main.objects, others)) return true;
  return std::ranges::any_of(main.adjuncts, [&](const Adjunct& adjunct) {
    return reading_.document[adjunct.preposition].lower == "at" && others(adjunct.phrase);
  });
}

// Whether what is said tells of no deed of its own, but of part in one, or, denied, of any.
bool AttackMeant::leaves_open(const StatementDraft& draft, K::Value kind, bool of_itself) const {
  if (draft.content.empty())
    return kind == K::accusation ? draft.addressee >= 0 : draft.signs.refers_back;
  const Document& doc = reading_.document;
  Range words = draft.content.front();
  const Sentence& sentence = doc.sentences()[doc.sentence_of(words.begin)];
  words.end = std::min(words.end, sentence.tokens.end);
  if (names_elsewhere(words)) return false;
  if (kind == K::responsibility_claim) return true;
  if (kind == K::denial && draft.signs.negated && of_itself && names_attack(words)) return true;
  for (std::uint32_t i = words.begin; i < words.end; ++i)
    if (doc[i].number ||
        (doc[i].word && reading_.mentions.at(i) == nullptr && !kOpen.contains(doc[i].lower)))
      return false;
  return true;
}

// "has bombed no village": there is no such attack but the one that it is blamed for.
bool AttackMeant::denied_outright(const StatementDraft& draft, K::Value kind) const {
  const int named = draft.signs.event;
  if (kind != K::denial || named < 0 || main_ < 0) return false;
  const v1::Event& denied = event(named);
  return denied.type() == "ASSAULT" && denied.modality() == v1::Modality::negated &&
         modes_agree(denied.mode(), event(main_).mode()) &&
         std::none_of(draft.content.begin(), draft.content.end(),
                      [&](const Range& words) { return names_elsewhere(words); });
}

// "that raid"
bool AttackMeant::points_back(const StatementDraft& draft) const {
  if (draft.content.size() != 1 || draft.content.front().size() > 3) return false;
  const Range words = draft.content.front();
  const std::string& first = reading_.document[words.begin].lower;
  return (first == "that" || first == "this") && names_attack(words);
}

int AttackMeant::told(const StatementDraft& draft, K::Value kind, bool of_itself) const {
  const int named = draft.signs.event;
  if (takes_a_stand(kind) && points_back(draft))
    if (const int before = told_before(draft); before >= 0) return before;
  int attack = is_attack(named) ? named : -1;
  if (attack < 0 && takes_a_stand(kind)) {
    attack = acted_on(draft.content);
    // What names another event tells of a deed of its own.
    if (attack < 0 && named < 0 && leaves_open(draft, kind, of_itself)) attack = told_before(draft);
  }
  if (attack < 0) return denied_outright(draft, kind) ? -1 : named;
  return could_be_main(attack) ? main_ : attack;
}

int AttackMeant::meant(const StatementDraft& draft, K::Value kind, bool of_itself) const {
  const int attack = told(draft, kind, of_itself);
  if (is_attack(attack) || !takes_a_stand(kind)) return attack;
  const bool open = denied_outright(draft, kind) ||
                    (draft.signs.event < 0 && leaves_open(draft, kind, of_itself)) ||
                    of_its_doer(draft, kind) || (draft.signs.hinted && draft.signs.event < 0);
  if (open && main_ >= 0) return main_;
  return attack < 0 ? draft.signs.event : attack;
}

}  // namespace casus::extract
