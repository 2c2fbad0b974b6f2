#include "extract/statements/claims.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "extract/statements/attack_meant.h"
#include "extract/statements/one_attack.h"
#include "extract/statements/proposition.h"
#include "graph/keys.h"

namespace casus::extract {
namespace {

using K = v1::StatementKind;

bool asserts(K::Value kind) {
  return kind == K::claim || kind == K::accusation || kind == K::responsibility_claim ||
         kind == K::confirmation || kind == K::report;
}

class Maker {
 public:
  Maker(Reading& reading, const std::vector<EventMention>& events,
        const std::vector<StatementDraft>& drafts, v1::ArticleAnnotation& annotation)
      : reading_(reading),
        events_(events),
        drafts_(drafts),
        annotation_(annotation),
        attacks_(reading, events, annotation) {}

  void run() {
    find_told();
    propositions_.resize(drafts_.size());
    meant_.assign(drafts_.size(), -1);
    claim_of_.assign(drafts_.size(), -1);
    for (std::size_t i = 0; i < drafts_.size(); ++i) propositions_[i] = proposition(i);
    // Assertions first, so that a denial finds the claim that it denies on either side of it.
    for (std::size_t i = 0; i < drafts_.size(); ++i)
      if (asserts(statement(i).kind()) && !goes_on_talking(i)) assert_claim(i);
    for (std::size_t i = 0; i < drafts_.size(); ++i)
      if (statement(i).kind() == K::denial) deny_claim(i);
    write();
    mark_initiators();
    join_tellings(attacks_, charged_, annotation_);
  }

 private:
  struct Claim {
    Proposition proposition;
    std::size_t first = 0;                // the statement that it comes from
    std::vector<std::size_t> statements;  // asserting and denying
  };

  const v1::Statement& statement(std::size_t i) const {
    return annotation_.statements(static_cast<int>(i));
  }
  v1::Statement& statement(std::size_t i) {
    return *annotation_.mutable_statements(static_cast<int>(i));
  }
  int principal(int actor) const { return actor < 0 ? -1 : reading_.mentions.principal(actor); }

  // Whose side an actor is on: its principal; for men who are known by their country alone ("an
  // Iraqi sniper"), that country.
  int side(int actor) const {
    const int whom = principal(actor);
    return whom < 0 ? -1 : men_of(whom);
  }
  int men_of(int whom) const {
    const v1::Actor& known = reading_.mentions.actors()[static_cast<std::size_t>(whom)];
    if (known.country().empty() || (!known.key().starts_with("actor:armed_group:") &&
                                    !known.key().starts_with("actor:military:")))
      return whom;
    const int state = reading_.mentions.find(lexicon_actor_key(known.country()));
    return state < 0 ? whom : state;
  }

  Proposition proposition(std::size_t i) {
    Proposition p = read_proposition(reading_, drafts_[i], statement(i));
    const bool of_itself = drafts_[i].signs.first_person ||
                           (p.subject >= 0 && side(p.subject) == side(drafts_[i].speaker));
    const K::Value kind = statement(i).kind();
    const bool charge = kind == K::accusation;
    meant_[i] = attacks_.meant(drafts_[i], kind, of_itself);
    // What a denial means is rather what the denier is accused of.
    p.event = kind == K::denial ? attacks_.told(drafts_[i], kind, of_itself) : meant_[i];
    if (charge && p.event >= 0 && drafts_[i].signs.event >= 0)
      charged_.insert(drafts_[i].signs.event);
    const bool only_blames = charge && drafts_[i].addressee >= 0 && names_only_the_accused(i);
    const bool only_denies = kind == K::denial && drafts_[i].content.empty();
    if (p.subject >= 0 && meant_[i] >= 0 && (only_blames || only_denies)) {
      p.text = reading_.mentions.actors()[p.subject].name() + " carried out the attack";
      p.words = {"attack"};
    }
    if (p.event < 0 && (kind == K::claim || kind == K::report) && tells_cause(i))
      p.event = attacks_.main();
    if (p.subject < 0 && kind == K::responsibility_claim) p.subject = principal(drafts_[i].speaker);
    p.subject = p.subject < 0 ? -1 : men_of(p.subject);
    return p;
  }

  // "blames Chad"
  bool names_only_the_accused(std::size_t i) const {
    if (drafts_[i].signs.hinted && drafts_[i].content.size() == 1 &&
        drafts_[i].accused.overlaps(drafts_[i].content.front()))
      return true;
    for (const Range& range : drafts_[i].content)
      for (std::uint32_t at = range.begin; at < range.end; ++at) {
        const Mention* name = reading_.mentions.at(at);
        if (name == nullptr || name->actor < 0 ||
            principal(name->actor) != principal(drafts_[i].addressee))
          return false;
      }
    return true;
  }

  int add_claim(std::size_t i) {
    Claim claim;
    claim.proposition = propositions_[i];
    claim.first = i;
    claims_.push_back(std::move(claim));
    return static_cast<int>(claims_.size()) - 1;
  }

  void join(std::size_t i, int claim, v1::Stance::Value stance) {
    claims_[claim].statements.push_back(i);
    claim_of_[i] = claim;
    statement(i).set_stance(stance);
  }

  // One proposition, whoever says it: the same event with the same subject, or the same words.
  bool same(std::size_t i, const Claim& claim) const {
    const Proposition& a = propositions_[i];
    const Proposition& b = claim.proposition;
    const double overlap = word_overlap(a.words, b.words);
    const bool subjects = principal(a.subject) == principal(b.subject);
    if (a.event >= 0 && a.event == b.event && subjects && overlap >= 0.25) return true;
    const bool two_deeds = a.event >= 0 && b.event >= 0 && told_apart(a.event, b.event);
    if (subjects && a.subject >= 0 && a.predicate == b.predicate && overlap >= 0.4 && !two_deeds)
      return true;
    // "There are guns at Tan", "there are no guns at Tan".
    if (overlap == 1 && a.words.size() == b.words.size() && a.words.size() >= 2 && subjects &&
        a.predicate == b.predicate && !two_deeds)
      return true;
    // Two accuse one: of one thing, unless they speak of different events. "It was Kenya" says
    // nothing of its own.
    const bool charges =
        statement(i).kind() == K::accusation && statement(claim.first).kind() == K::accusation;
    const std::size_t least = std::min(a.words.size(), b.words.size());
    // One accuser who does not repeat themselves speaks of two things.
    const bool again =
        statement(i).speaker_text() == statement(claim.first).speaker_text() ||
        (drafts_[i].speaker >= 0 && side(drafts_[i].speaker) == side(drafts_[claim.first].speaker));
    if (charges && subjects && a.subject >= 0 && !told_apart(a.event, b.event) &&
        (overlap >= 0.2 || least <= (again ? 1 : 4) || (!again && (a.event >= 0 || b.event >= 0))))
      return true;
    // So does a party that owns up twice.
    const bool owns_up = statement(i).kind() == K::responsibility_claim &&
                         statement(claim.first).kind() == K::responsibility_claim;
    if (owns_up && a.event >= 0 && b.event >= 0 && !told_apart(a.event, b.event) &&
        side(drafts_[i].speaker) >= 0 &&
        side(drafts_[i].speaker) == side(drafts_[claim.first].speaker))
      return true;
    // And one that denies its part in it twice.
    const bool disowns = statement(i).kind() == K::denial &&
                         statement(claim.first).kind() == K::denial && again &&
                         drafts_[i].signs.first_person && drafts_[claim.first].signs.first_person;
    if (disowns && a.event >= 0 && a.event == b.event) return true;
    return overlap >= 0.7 && least >= 3;
  }

  // Whether place or date say that these are two events; a charge ("accused Chad of killing
  // civilians") mostly has neither, and means what the article is about.
  bool told_apart(int a, int b) const {
    if (a < 0) a = attacks_.main();
    if (b < 0) b = attacks_.main();
    if (a < 0 || b < 0 || a == b) return false;
    const v1::Event& x = annotation_.events(a);
    const v1::Event& y = annotation_.events(b);
    if (x.type() != y.type()) return true;
    const auto differ = [](const std::string& one, const std::string& other) {
      return !one.empty() && !other.empty() && one != other;
    };
    return differ(x.place(), y.place()) || differ(x.date().earliest(), y.date().earliest());
  }

  // Most of what is said in a transcript is nothing that others could say of it.
  bool goes_on_talking(std::size_t i) const {
    const K::Value kind = statement(i).kind();
    return drafts_[i].turn && (kind == K::claim || kind == K::report);
  }

  // "told its men where to aim" is no proposition.
  bool says_something(std::size_t i) const {
    const Proposition& mine = propositions_[i];
    return !mine.text.empty() && (mine.words.size() >= 2 || mine.event >= 0 || mine.subject >= 0);
  }

  // "withdrew the charge", where the article tells of none: nothing that can be asserted.
  bool only_refers(std::size_t i) const {
    const Proposition& mine = propositions_[i];
    return mine.predicate.empty() && mine.event < 0 && mine.words.size() <= 2 &&
           !drafts_[i].signs.role && !shares(mine);
  }

  // "Chad had a hand ..."
  bool shares(const Proposition& mine) const {
    return mine.subject >= 0 &&
           mine.text.starts_with(reading_.mentions.actors()[mine.subject].name() + " ");
  }

  void assert_claim(std::size_t i) {
    int claim = -1;
    const bool admits = statement(i).kind() == K::responsibility_claim;
    const bool only_back =
        drafts_[i].signs.refers_back && clauses_in(reading_, drafts_[i].content).empty();
    if (only_back && !admits) claim = taken_up(i);
    if (claim < 0 && (drafts_[i].signs.refers_back || admits)) claim = earlier_claim(i, -1, admits);
    if (claim < 0 && !says_something(i)) return;
    for (std::size_t c = 0; c < claims_.size() && claim < 0; ++c)
      if (same(i, claims_[c])) claim = static_cast<int>(c);
    if (claim < 0) claim = add_claim(i);
    join(i, claim, v1::Stance::asserts);
  }

  // "The charge was repeated by Chad": what another speaker has said just before, unless it is said
  // of Chad; -1 if nobody has.
  int taken_up(std::size_t i) const {
    constexpr std::uint32_t kNear = 2;  // sentences
    const int own = side(drafts_[i].speaker);
    for (std::size_t c = claims_.size(); c-- > 0;) {
      const std::size_t first = claims_[c].first;
      if (first >= i || drafts_[i].sentence - drafts_[first].sentence > kNear) continue;
      const int maker = side(drafts_[first].speaker);
      const int whom = side(claims_[c].proposition.subject);
      if (own >= 0 && (maker == own || whom == own)) continue;
      return static_cast<int>(c);
    }
    return -1;
  }

  // The claim that "the allegation", "any role" or "responsibility" takes up: what the denier, or
  // whom they speak for, was accused of; the nearest one before, else the nearest after.
  // With `own`, only what the speaker's own side is accused of.
  int earlier_claim(std::size_t i, int accuser, bool own) const {
    const int denier = side(drafts_[i].speaker);
    int best = -1;
    double best_score = 0;
    for (std::size_t c = 0; c < claims_.size(); ++c) {
      const Claim& claim = claims_[c];
      const std::size_t first = claim.first;
      if (first == i) continue;
      const int maker = side(drafts_[first].speaker);
      double score = 0;
      const bool about_denier =
          denier >= 0 &&
          (side(claim.proposition.subject) == denier || side(drafts_[first].addressee) == denier ||
           (drafts_[first].addressee < 0 && side(drafts_[first].signs.accused) == denier));
      // Nobody denies what their own side says, unless one part of it accuses the other.
      const bool within = about_denier && statement(first).kind() == K::accusation &&
                          drafts_[first].speaker != drafts_[i].speaker;
      if (maker >= 0 && maker == denier && !within) continue;
      // "Boko Haram said it had no hand in that": no charge against another.
      const bool of_others = !about_denier && claim.proposition.subject >= 0 &&
                             drafts_[i].signs.role && drafts_[i].signs.first_person;
      if (of_others) continue;
      // "a raid for which Chad denied responsibility"
      if (drafts_[i].content.empty() && propositions_[i].event >= 0 &&
          told_apart(propositions_[i].event, claim.proposition.event))
        continue;
      if (about_denier) score += 2;
      if (accuser >= 0 && maker == side(accuser)) score += 2;
      if (statement(first).kind() == K::accusation) score += 0.5;
      const bool of_accuser = accuser >= 0 && maker >= 0 && maker == side(accuser) && !own;
      if (!about_denier && !of_accuser &&
          (own || denier < 0 || drafts_[i].sentence < drafts_[first].sentence ||
           drafts_[i].sentence - drafts_[first].sentence > 2 ||
           statement(first).kind() != K::accusation))
        continue;
      const bool later = drafts_[first].sentence > drafts_[i].sentence;
      const double distance = later ? drafts_[first].sentence - drafts_[i].sentence
                                    : drafts_[i].sentence - drafts_[first].sentence;
      if (later) score -= 1;  // what was said before is spoken of
      score += 1 / (1 + distance) + word_overlap(propositions_[i].words, claim.proposition.words);
      if (score > best_score) {
        best_score = score;
        best = static_cast<int>(c);
      }
    }
    return best;
  }

  void deny_claim(std::size_t i) {
    const Proposition& mine = propositions_[i];
    int claim = -1;
    if (drafts_[i].signs.refers_back || drafts_[i].signs.denial_wording || mine.text.empty())
      claim = earlier_claim(i, whose_claim(i), false);
    if (denies_it(i) && !near(i, claim))
      if (const int before = said_just_before(i); before >= 0) claim = before;
    for (std::size_t c = 0; c < claims_.size() && claim < 0; ++c) {
      if (drafts_[claims_[c].first].speaker == drafts_[i].speaker && drafts_[i].speaker >= 0 &&
          statement(claims_[c].first).kind() != K::denial && !drafts_[i].retracts)
        continue;
      if (same(i, claims_[c])) claim = static_cast<int>(c);
    }
    if (claim < 0) claim = holds_all_of(i);
    if (claim < 0 && (drafts_[i].signs.denial_wording || retorts(i))) claim = said_just_before(i);
    // A flat contradiction in other words: the denier stands accused, and speaks of its own side or
    // of what happened ("there was no raid").
    const int denier = side(drafts_[i].speaker);
    const bool of_itself = drafts_[i].signs.first_person ||
                           (denier >= 0 && side(mine.subject) == denier) ||
                           (mine.subject < 0 && mine.event >= 0);
    if (claim < 0 && of_itself) claim = charge_nearby(i);
    if (claim < 0) claim = charge_against(i, mine.subject);
    if (claim < 0 && drafts_[i].signs.first_person) claim = charge_against_nobody(i);
    if (claim < 0) {
      propositions_[i].event = meant_[i];
      if (!says_something(i) || only_refers(i)) return;
      claim = add_claim(i);
    }
    join(i, claim, v1::Stance::denies);
    // Whom it answers: the maker of the claim.
    v1::Statement& denial = statement(i);
    const int maker = drafts_[claims_[claim].first].speaker;
    if (denial.addressee().empty() && maker >= 0 && maker != drafts_[i].speaker &&
        claims_[claim].first != i) {
      const int whom = principal(maker);
      denial.set_addressee(reading_.mentions.actor_key(whom, source_of(i)));
    }
  }

  // "has no barracks there", of those whose barracks others say they shelled: what another side
  // says holds all that is denied.
  int holds_all_of(std::size_t i) const {
    const Proposition& mine = propositions_[i];
    const int denier = side(drafts_[i].speaker);
    if (mine.words.size() < 2 || denier < 0) return -1;
    for (std::size_t c = 0; c < claims_.size(); ++c) {
      const Claim& claim = claims_[c];
      const StatementDraft& said = drafts_[claim.first];
      if (side(said.speaker) == denier || !names(said.content, denier)) continue;
      if (claim.proposition.words.size() >= mine.words.size() &&
          word_overlap(mine.words, claim.proposition.words) == 1)
        return static_cast<int>(c);
    }
    return -1;
  }

  bool names(const std::vector<Range>& content, int whom) const {
    return std::ranges::any_of(content, [&](const Range& range) {
      for (std::uint32_t i = range.begin; i < range.end; ++i)
        if (const Mention* name = reading_.mentions.at(i);
            name != nullptr && name->actor >= 0 && side(name->actor) == whom)
          return true;
      return false;
    });
  }

  // Who made the claim that a denial is of: whom it answers, or "its" in "rejected its account".
  int whose_claim(std::size_t i) const {
    if (drafts_[i].addressee >= 0 || drafts_[i].content.empty()) return drafts_[i].addressee;
    const Range content = drafts_[i].content.front();
    for (std::uint32_t at = content.begin; at + 1 < content.end; ++at) {
      const std::string& word = reading_.document[at].lower;
      if (word != "its" && word != "their") continue;
      std::uint32_t n = 0;
      if (reading_.lexicon.match_cue(reading_.mentions.lower(), at + 1, CueEntry::Form::noun, &n) ==
          nullptr)
        continue;
      const int owner = reading_.mentions.resolve({at, {at, at + 1}}).actor;
      // Nobody doubts what they say themselves: "London did not believe its account".
      if (owner >= 0 && side(owner) != side(drafts_[i].speaker) &&
          side(owner) != side(propositions_[i].subject))
        return owner;
      return last_other_claimant(i);
    }
    return -1;
  }

  // Of another side than the speaker's, who claimed or charged last; -1 if nobody did.
  int last_other_claimant(std::size_t i) const {
    for (std::size_t k = i; k-- > 0;)
      if (drafts_[k].speaker >= 0 && claim_of_[k] >= 0 && statement(k).kind() != K::denial &&
          side(drafts_[k].speaker) != side(drafts_[i].speaker))
        return drafts_[k].speaker;
    return -1;
  }

  // "Chad denied it"
  bool denies_it(std::size_t i) const {
    const std::vector<Range>& content = drafts_[i].content;
    if (content.size() != 1 || content.front().size() != 1) return false;
    const std::string& word = reading_.document[content.front().begin].lower;
    return word == "it" || word == "that" || word == "this";
  }

  // Whether a claim was made in the sentence of a statement, or in the one before.
  bool near(std::size_t i, int claim) const {
    if (claim < 0) return false;
    const std::uint32_t said = drafts_[claims_[static_cast<std::size_t>(claim)].first].sentence;
    return said <= drafts_[i].sentence && drafts_[i].sentence - said <= 1;
  }

  // "The number was too high, she retorted."
  bool retorts(std::size_t i) const {
    if (statement(i).cue().empty()) return false;
    const v1::Span& cue = statement(i).cue(0);
    const std::string_view words =
        reading_.document.text().substr(cue.begin(), cue.end() - cue.begin());
    for (std::string_view verb : {"retort", "replie", "counter", "hit back", "shot back"})
      if (words.find(verb) != std::string_view::npos) return true;
    return false;
  }

  // "A slander, the embassy replied": what another speaker has just said; -1 if nobody has.
  int said_just_before(std::size_t i) const {
    constexpr std::uint32_t kNear = 1;  // sentences
    for (std::size_t k = i; k-- > 0;) {
      if (drafts_[i].sentence - drafts_[k].sentence > kNear) break;
      if (claim_of_[k] < 0 || statement(k).kind() == K::denial) continue;
      const int maker = side(drafts_[k].speaker);
      if (maker < 0 || maker != side(drafts_[i].speaker)) return claim_of_[k];
    }
    return -1;
  }

  // The claim about its own side that a denier is likely to mean; -1 if it is too far away.
  int charge_nearby(std::size_t i) const {
    constexpr std::uint32_t kFar = 12;  // sentences
    const int near = earlier_claim(i, drafts_[i].addressee, true);
    if (near < 0) return -1;
    const std::uint32_t theirs = drafts_[claims_[near].first].sentence;
    const std::uint32_t ours = drafts_[i].sentence;
    return (ours >= theirs ? ours - theirs : theirs - ours) <= kFar ? near : -1;
  }

  // "Ghana had no hand in that raid": the charge against whom it speaks of, whoever says so.
  int charge_against(std::size_t i, int subject) const {
    if (subject < 0) return -1;
    const Proposition& mine = propositions_[i];
    int best = -1;
    double best_score = 0.2;
    for (std::size_t c = 0; c < claims_.size(); ++c) {
      const Claim& claim = claims_[c];
      if (statement(claim.first).kind() != K::accusation) continue;
      if (side(claim.proposition.subject) != side(subject)) continue;
      if (told_apart(mine.event, claim.proposition.event)) continue;
      const std::uint32_t theirs = drafts_[claim.first].sentence;
      const std::uint32_t ours = drafts_[i].sentence;
      const std::uint32_t gap = ours >= theirs ? ours - theirs : 2 * (theirs - ours);
      const bool role = drafts_[i].signs.role;
      const double score = word_overlap(mine.words, claim.proposition.words) + (role ? 0.5 : 0) +
                           (mine.event >= 0 && mine.event == claim.proposition.event ? 0.5 : 0) -
                           0.01 * gap;
      if (score > best_score) {
        best_score = score;
        best = static_cast<int>(c);
      }
    }
    return best;
  }

  // "We did not stab him": who answers for those whom the article does not name ("blamed farmers").
  int charge_against_nobody(std::size_t i) const {
    const int event = propositions_[i].event;
    if (event < 0) return -1;
    for (std::size_t c = 0; c < claims_.size(); ++c) {
      const Claim& claim = claims_[c];
      if (statement(claim.first).kind() == K::accusation && claim.proposition.subject < 0 &&
          claim.proposition.event >= 0 && !told_apart(event, claim.proposition.event))
        return static_cast<int>(c);
    }
    return -1;
  }

  Range source_of(std::size_t i) const {
    return drafts_[i].content.empty() ? Range{} : drafts_[i].content.front();
  }

  // What one speaker says by the way, of nobody and nothing that has a name, is a statement and no
  // claim: there is nothing that others could say of it.
  bool worth_a_node(const Claim& claim) const {
    const std::size_t i = claim.statements.front();
    const K::Value kind = statement(i).kind();
    const Proposition& p = claim.proposition;
    if (claim.statements.size() > 1) return true;
    if (kind == K::denial)
      return p.event >= 0 || p.subject >= 0 || !p.object.empty() || speaks_of_parties(i) ||
             speaks_of_arms(i) || denied_in_so_many_words(i);
    if (kind != K::claim && kind != K::report) return true;
    // "The talks will resume": a plan, or a wish.
    if (p.ahead) return false;
    if (tells_cause(i)) return true;
    // What the article tells itself, of nobody, is the event.
    if (p.event >= 0 && told_[p.event] && p.subject < 0) return false;
    // "I was on deck", "our mines are ashore": of themselves, and of nothing that happened.
    if (p.event < 0 && p.subject >= 0 && side(p.subject) == side(drafts_[i].speaker)) return false;
    if (p.subject >= 0 || fights(p.event)) return true;
    // "reported the minister": nothing is said of anybody.
    return !p.predicate.empty() && (p.event >= 0 || !p.object.empty() || speaks_of_parties(i));
  }

  // "denied that there had been a leak": somebody has said so, though the article does not say who.
  bool denied_in_so_many_words(std::size_t i) const {
    if (statement(i).cue().empty() || propositions_[i].predicate.empty()) return false;
    const v1::Span& cue = statement(i).cue(0);
    return reading_.document.text().substr(cue.begin(), cue.end() - cue.begin()).find("den") !=
               std::string_view::npos &&
           !drafts_[i].content.empty() &&
           reading_.document[drafts_[i].content.front().begin].lower == "that";
  }

  // "The loss was due to a cracked boiler": of what others call an attack.
  bool tells_cause(std::size_t i) const {
    if (attacks_.main() < 0) return false;
    for (const Range& range : drafts_[i].content) {
      std::string words;
      for (std::uint32_t at = range.begin; at < range.end; ++at)
        words += reading_.document[at].lower + " ";
      for (std::string_view cause : {"caused by ", "the result of ", "due to ", "an accident ",
                                     "accidental ", "malfunction ", "short circuit ", "gas leak ",
                                     "technical fault ", "had started in ", "broke out in "})
        if (words.find(cause) != std::string::npos) return true;
    }
    return false;
  }

  bool fights(int event) const {
    if (event < 0) return false;
    const std::string& type = annotation_.events(event).type();
    return type == "ASSAULT" || type == "COERCE" || type == "THREATEN" || type == "MOBILIZE";
  }

  // Of those who have power or arms, though they are not named: "death squads", "the army".
  bool speaks_of_parties(std::size_t i) const {
    for (const Range& range : drafts_[i].content)
      for (std::uint32_t at = range.begin; at < range.end; ++at) {
        std::uint32_t n = 0;
        const AgentEntry* agent = reading_.lexicon.match_agent(reading_.mentions.lower(), at, &n);
        if (agent == nullptr) continue;
        if (agent->kind == v1::ActorKind::armed_group || agent->kind == v1::ActorKind::military ||
            agent->kind == v1::ActorKind::government)
          return true;
      }
    return false;
  }

  // "No mortar stood in the barn."
  bool speaks_of_arms(std::size_t i) const {
    std::uint32_t n = 0;
    for (const Range& range : drafts_[i].content)
      for (std::uint32_t at = range.begin; at < range.end; ++at)
        if (reading_.lexicon.match_weapon(reading_.mentions.lower(), at, &n) != nullptr)
          return true;
    return false;
  }

  void write() {
    for (Claim& claim : claims_) {
      if (!worth_a_node(claim)) {
        statement(claim.statements.front()).set_stance(v1::Stance::none);
        continue;
      }
      std::sort(claim.statements.begin(), claim.statements.end());
      v1::Claim& out = *annotation_.add_claims();
      out.set_key("c" + std::to_string(annotation_.claims_size()));
      // The clearest wording, and of several the shortest.
      const Proposition* wording = &claim.proposition;
      for (std::size_t i : claim.statements)
        if (!propositions_[i].text.empty() && asserts(statement(i).kind()) &&
            !reading_.in_headline(drafts_[i].sentence) && propositions_[i].words.size() > 2 &&
            clarity(propositions_[i]) < clarity(*wording))
          wording = &propositions_[i];
      out.set_text(wording->text);
      const Proposition& p = claim.proposition;
      if (p.subject >= 0)
        out.set_subject(reading_.mentions.actor_key(p.subject, source_of(claim.first)));
      out.set_predicate(p.predicate);
      out.set_object(p.object);
      int event = p.event;
      for (std::size_t i : claim.statements)
        if (event < 0) event = propositions_[i].event;
      // "Chad denied it" says nothing of an attack that the claim does not.
      for (std::size_t i : claim.statements)
        if (event < 0 && (i == claim.first || !denies_it(i))) event = meant_[i];
      if (event >= 0) out.set_event(annotation_.events(event).key());
      if (event >= 0 && told_[event] && (p.subject < 0 || did(event, p.subject)))
        out.set_article_stance(v1::Stance::asserts);
      for (std::size_t i : claim.statements) {
        statement(i).set_claim(out.key());
        for (const Range& range : drafts_[i].content) *out.add_evidence() = reading_.span(range);
        if (drafts_[i].content.empty() && !statement(i).cue().empty())
          *out.add_evidence() = statement(i).cue(0);
        for (const Range& range : drafts_[i].retold) *out.add_evidence() = reading_.span(range);
      }
    }
  }

  // Whether the article says in its own voice that somebody did an event.
  bool did(int event, int subject) const {
    const auto& doers = annotation_.events(event).initiators();
    return std::any_of(doers.begin(), doers.end(), [&](const v1::Initiator& doer) {
      return doer.status() == v1::InitiatorStatus::asserted &&
             side(reading_.mentions.find(doer.actor())) == side(subject);
    });
  }

  // The lower the better: what names who did what says more than "it was them".
  static std::pair<int, std::size_t> clarity(const Proposition& p) {
    const std::string_view text = p.text;
    const std::string_view first = text.substr(0, text.find(' '));
    static const std::set<std::string_view> kVague{
        "It",  "it",  "They", "they", "These", "these", "This",  "this", "He",  "he",
        "She", "she", "We",   "we",   "I",     "Those", "those", "That", "that"};
    return {kVague.contains(first) + (p.event < 0), p.text.size()};
  }

  // Which events the article tells of outside of what anybody says.
  void find_told() {
    std::vector<bool> attributed(reading_.document.tokens().size(), false);
    for (const StatementDraft& draft : drafts_)
      for (const std::vector<Range>* ranges : {&draft.content, &draft.retold})
        for (const Range& range : *ranges)
          std::fill(attributed.begin() + range.begin, attributed.begin() + range.end, true);
    told_.assign(static_cast<std::size_t>(annotation_.events_size()), false);
    std::vector<bool> in_text = told_;
    // By position, so the headline's come last: it leaves out who says what the text then tells.
    for (const EventMention& mention : events_) {
      if (mention.event < 0) continue;
      if (!reading_.in_headline(mention.sentence))
        in_text[mention.event] = true;
      else if (in_text[mention.event])
        continue;
      if (!attributed[mention.trigger.begin]) told_[mention.event] = true;
    }
  }

  // What is claimed, alleged and denied of who did it.
  void mark_initiators() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (claim_of_[i] < 0) continue;
      const Claim& claim = claims_[claim_of_[i]];
      int event = propositions_[i].event;
      if (event < 0) event = claim.proposition.event;
      if (event < 0) continue;
      v1::Event& target = *annotation_.mutable_events(event);
      if (target.type() != "ASSAULT" && target.type() != "COERCE") continue;
      switch (statement(i).kind()) {
        case K::responsibility_claim:
          if (drafts_[i].speaker >= 0)
            mark(target, principal(drafts_[i].speaker), i, v1::InitiatorStatus::claimed, true);
          else
            add_unnamed_claimant(target, i);
          break;
        case K::accusation: {
          const int accused =
              drafts_[i].addressee >= 0 ? drafts_[i].addressee : drafts_[i].signs.accused;
          clear_own_side(target, side(drafts_[i].speaker));
          if (principal(accused) != principal(drafts_[i].speaker))
            mark(target, accused, i, v1::InitiatorStatus::alleged, true);
          break;
        }
        case K::denial:
          mark(target, principal(drafts_[i].speaker), i, v1::InitiatorStatus::denied, false);
          break;
        default:
          break;
      }
    }
    for (v1::Event& event : *annotation_.mutable_events()) {
      std::stable_partition(event.mutable_initiators()->begin(), event.mutable_initiators()->end(),
                            [](const v1::Initiator& initiator) {
                              return initiator.status() == v1::InitiatorStatus::claimed;
                            });
    }
  }

  // Own words weigh more than others': claimed, then denied, then alleged.
  void mark(v1::Event& event, int actor, std::size_t i, v1::InitiatorStatus::Value status,
            bool may_add) {
    if (actor < 0) return;
    actor = side(actor);
    for (v1::Initiator& initiator : *event.mutable_initiators()) {
      if (initiator.actor().empty() || principal_key(initiator.actor()) !=
                                           principal_key(reading_.mentions.actors()[actor].key()))
        continue;
      const bool stronger = status == v1::InitiatorStatus::claimed ||
                            (status == v1::InitiatorStatus::denied &&
                             initiator.status() != v1::InitiatorStatus::claimed);
      if (stronger) initiator.set_status(status);
      return;
    }
    if (!may_add || suffered(event, actor)) return;
    const Range where = source_of(i);
    if (v1::Initiator* nameless = without_name(event)) {
      nameless->set_actor(reading_.mentions.actor_key(actor, where));
      nameless->set_status(status);
      return;
    }
    v1::Initiator& added = *event.add_initiators();
    added.set_actor(reading_.mentions.actor_key(actor, where));
    added.set_text(reading_.mentions.actors()[actor].name());
    added.set_status(status);
    if (!statement(i).source().empty() && status == v1::InitiatorStatus::claimed)
      *added.mutable_span() = statement(i).source(0);
    else
      *added.mutable_span() = reading_.span(where);
  }

  // "They burned a mill", said by somebody: not their own side.
  void clear_own_side(v1::Event& event, int own) const {
    auto& all = *event.mutable_initiators();
    const auto end = std::remove_if(all.begin(), all.end(), [&](const v1::Initiator& initiator) {
      return own >= 0 && initiator.status() == v1::InitiatorStatus::alleged &&
             initiator.certainty() == v1::Certainty::possible &&
             side(reading_.mentions.find(initiator.actor())) == own;
    });
    all.erase(end, all.end());
  }

  // "Raiders burned a mill", then who they were.
  static v1::Initiator* without_name(v1::Event& event) {
    for (v1::Initiator& initiator : *event.mutable_initiators())
      if (initiator.actor().empty()) return &initiator;
    return nullptr;
  }

  // Who was hit is not who did it, whatever a sentence accuses them of.
  bool suffered(const v1::Event& event, int actor) const {
    const std::string& key = reading_.mentions.actors()[actor].key();
    return std::any_of(event.targets().begin(), event.targets().end(),
                       [&](const v1::Target& target) { return target.actor() == key; });
  }

  // "Hooded riders claimed responsibility": nobody with a name, but somebody.
  void add_unnamed_claimant(v1::Event& event, std::size_t i) {
    if (statement(i).speaker_text().empty() || event.initiators_size() > 0) return;
    v1::Initiator& added = *event.add_initiators();
    added.set_text(statement(i).speaker_text());
    added.set_status(v1::InitiatorStatus::claimed);
    *added.mutable_span() =
        statement(i).source().empty() ? reading_.span(source_of(i)) : statement(i).source(0);
  }

  std::string principal_key(const std::string& key) const {
    const int actor = reading_.mentions.find(key);
    return actor < 0 ? key : reading_.mentions.actors()[reading_.mentions.principal(actor)].key();
  }

  Reading& reading_;
  const std::vector<EventMention>& events_;
  const std::vector<StatementDraft>& drafts_;
  v1::ArticleAnnotation& annotation_;
  const AttackMeant attacks_;
  std::vector<Proposition> propositions_;
  std::vector<int> meant_;  // by statement: the event that it is likely to be about
  std::vector<Claim> claims_;
  std::vector<int> claim_of_;
  std::vector<bool> told_;  // by event
  std::set<int> charged_;   // events of whose doing somebody stands accused
};

}  // namespace

void make_claims(Reading& reading, const std::vector<EventMention>& events,
                 const std::vector<StatementDraft>& drafts, v1::ArticleAnnotation& annotation) {
  Maker(reading, events, drafts, annotation).run();
}

}  // namespace casus::extract
