#include "extract/syntax/grammar_words.h"

#include <string_view>
#include <unordered_map>

#include "extract/word_set.h"

namespace casus::extract {
namespace {

const std::unordered_map<std::string_view, Tag>& closed() {
  static const std::unordered_map<std::string_view, Tag> kClosed = [] {
    std::unordered_map<std::string_view, Tag> all;
    auto add = [&](Tag tag, std::string_view list) {
      for (std::string_view word : word_set(list)) all.emplace(word, tag);
    };
    add(Tag::determiner,
        "the a an this these those its their his my our your some any no every each all both "
        "several many few another either neither such more most much whose");
    add(Tag::pronoun,
        "he she it they we i you him them us me himself herself itself themselves ourselves her "
        "nobody somebody someone anyone everyone nothing something anything everything none "
        "others one's everybody anybody mine theirs hers ours");
    add(Tag::preposition,
        "in on at of for by with from into against under over after before during between among "
        "amid through throughout within without near inside outside across along around behind "
        "beyond despite since until till towards toward upon via off about above below beneath "
        "beside besides amongst except per versus following including concerning regarding "
        "according onto like unlike out up down past as than");
    add(Tag::conjunction, "and or but nor &");
    add(Tag::subordinator,
        "that because if while although though unless whereas whether once lest when whenever");
    add(Tag::wh, "who which whom where what why how whoever whatever");
    add(Tag::to, "to");
    add(Tag::modal,
        "will would can could may might must shall should cannot ought won't wouldn't can't "
        "couldn't mustn't shouldn't 'll 'd i'll we'll you'll they'll he'll she'll it'll i'd we'd "
        "they'd he'd she'd you'd that'll");
    add(Tag::be,
        "be am is are was were been being isn't aren't wasn't weren't i'm we're you're they're "
        "'re 'm ain't");
    add(Tag::have, "have has had having haven't hasn't hadn't i've we've you've they've 've");
    add(Tag::do_, "do does did don't doesn't didn't");
    add(Tag::negation, "not never n't");
    add(Tag::number,
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
        "ninety hundred thousand million billion dozen");
    return all;
  }();
  return kClosed;
}

constexpr std::string_view kTime =
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december yesterday today tomorrow tonight "
    "morning afternoon evening night midnight noon dawn dusk week month year weekend hour hours "
    "day days weeks months years mon tue tues wed thu thur thurs fri sat sun jan jan. feb feb. "
    "mar. apr. aug aug. sept sept. oct oct. nov nov. dec dec. a.m. p.m. gmt time o'clock minutes "
    "overnight mondays fridays decade decades";

constexpr std::string_view kAdverbs =
    "also yet already still now then here there again ago away back however meanwhile moreover "
    "nevertheless nonetheless therefore thus instead otherwise perhaps maybe often sometimes "
    "always ever soon later earlier once twice too very so just even only almost quite rather "
    "far thus today yesterday tomorrow tonight well together apart abroad indeed else hence "
    "forward ahead afterwards afterward thereafter elsewhere everywhere alone overnight "
    "furthermore least nearly hardly scarcely barely long much allegedly never not n't "
    "altogether anyway somewhat similarly further thereby likewise";

constexpr std::string_view kAdjectives =
    "new old big small large high low good bad great long short early late young recent first "
    "second third last next other same own former top key main major minor senior junior local "
    "foreign national international regional global western eastern northern southern central "
    "north south east west federal public private military civil civilian political economic "
    "human armed unarmed heavy light deadly dead alive wounded injured unknown unidentified "
    "unnamed anonymous false true right wrong free able likely unlikely clear unclear ready "
    "responsible separate several different similar serious severe fierce fresh strong weak hard "
    "difficult easy possible impossible necessary available aware certain sure safe dangerous "
    "innocent guilty nuclear chemical biological alleged so-called pro-government anti-government "
    "joint common special total full entire whole real actual current previous past present "
    "future latest mass massive huge fatal lethal violent peaceful hostile ethnic religious "
    "islamic islamist sunni shiite shia kurdish christian muslim jewish arab african asian "
    "european american british french german russian iranian iraqi israeli palestinian syrian "
    "us u.s. uk un u.n. eu left-wing right-wing rival rebel pro-russian complicit accountable "
    "open closed close dry wet red blue green white black rural urban remote nearby deep "
    "improvised makeshift powerful poor rich sick ill prime chief deputy acting interim vice "
    "due absolute complete outright baseless groundless unfounded untrue ridiculous absurd fake "
    "unacceptable unjustified illegal legal unlawful unable unwilling willing prepared "
    "afraid concerned worried involved sorry proud happy angry sad critical opposed";

constexpr std::string_view kRoles =
    "spokesman spokeswoman spokesperson minister president chief leader commander general colonel "
    "major captain lieutenant sergeant official officer director head governor mayor ambassador "
    "envoy secretary chairman chairwoman chair chairperson chancellor king queen prince senator "
    "deputy congressman congresswoman lawmaker mp judge lawyer attorney prosecutor analyst "
    "professor expert researcher historian economist journalist reporter editor correspondent "
    "activist campaigner organiser organizer resident witness survivor farmer teacher doctor nurse "
    "student driver shopkeeper father mother brother sister son daughter wife husband widow uncle "
    "cousin cleric imam priest bishop pope sheikh elder negotiator mediator coordinator "
    "representative delegate premier dictator founder member fellow adviser advisor aide "
    "candidate veteran rebel militant fighter soldier policeman inspector superintendent "
    "administrator manager executive owner neighbour neighbor villager trader chieftain warlord "
    "group organisation organization movement party agency company ally capital town city village "
    "province region country network faction militia";

}  // namespace

bool is_verb(Tag tag) {
  return tag == Tag::base || tag == Tag::present || tag == Tag::past || tag == Tag::participle ||
         tag == Tag::gerund;
}

bool is_auxiliary(Tag tag) {
  return tag == Tag::modal || tag == Tag::be || tag == Tag::have || tag == Tag::do_;
}

bool is_nominal(Tag tag) {
  return tag == Tag::noun || tag == Tag::name || tag == Tag::adjective || tag == Tag::number ||
         tag == Tag::pronoun || tag == Tag::determiner || tag == Tag::possessive;
}

Tag closed_class(std::string_view lower) {
  auto found = closed().find(lower);
  return found == closed().end() ? Tag::none : found->second;
}

bool is_time_word(std::string_view lower) {
  static const WordSet kSet = word_set(kTime);
  return kSet.contains(lower);
}

bool is_adverb(std::string_view lower) {
  static const WordSet kSet = word_set(kAdverbs);
  if (kSet.contains(lower)) return true;
  static const WordSet kNot = word_set(
      "family italy july assembly supply reply ally rally fly early deadly likely unlikely daily "
      "weekly monthly yearly friendly elderly only holy ugly lonely costly hourly bully apply rely "
      "multiply comply anomaly monopoly homily lively orderly cowardly scholarly neighbourly");
  return lower.size() > 4 && lower.ends_with("ly") && !kNot.contains(lower);
}

bool is_adjective(std::string_view lower) {
  static const WordSet kSet = word_set(kAdjectives);
  if (kSet.contains(lower)) return true;
  static const WordSet kNouns = word_set(
      "arsenal capital general hospital official rebel criminal tribunal trial arrival proposal "
      "denial rival signal journal festival individual principal professional survival withdrawal "
      "approval appeal removal renewal refusal animal material canal metal medal minimal "
      "initiative executive representative detective objective perspective narrative native motive "
      "archive drive olive table cable constable vehicle variable public music republic traffic "
      "topic critic logic clinic fabric panic mosque picnic tactic rubric cleric epidemic pandemic "
      "arctic attic lunatic mechanic academic statistic characteristic catholic metric asylum");
  if (kNouns.contains(lower)) return false;
  if (lower.size() < 5) return false;
  for (std::string_view suffix :
       {"ous",         "ful",   "less",   "ible",    "able",    "ical",   "onal",  "ial",  "ual",
        "ive",         "ic",    "ish",    "-led",    "-backed", "-based", "-held", "-run", "-old",
        "-controlled", "-made", "-style", "-linked", "-owned",  "-wide",  "est_"}) {
    if (lower.ends_with(suffix)) return true;
  }
  return false;
}

bool is_verbless_participle(std::string_view lower) {
  static const WordSet kSet = word_set(
      "neighbouring neighboring warring ongoing outgoing incoming upcoming outstanding oncoming "
      "outlying overriding");
  return kSet.contains(lower);
}

bool is_role(std::string_view lower) {
  static const WordSet kSet = word_set(kRoles);
  return kSet.contains(lower);
}

bool names_deed(std::string_view before, std::string_view lemma, std::string_view after) {
  static const std::unordered_set<std::string_view> kDeeds = {
      "bomb", "firebomb", "hijack", "kidnap", "burn", "shell", "shoot", "stab", "kill"};
  if (!kDeeds.contains(lemma) || closed_class(after) != Tag::preposition) return false;
  if (lemma == "shoot" && after == "at") return false;
  return closed_class(before) == Tag::none && !is_plural(before) && !is_role(before) &&
         !is_adverb(before);
}

bool is_plural(std::string_view lower) {
  static const WordSet kSet = word_set("police people men women gunmen children media militia");
  return (lower.size() > 3 && lower.ends_with('s') && !lower.ends_with("ss") &&
          !lower.ends_with("us") && !lower.ends_with("is")) ||
         kSet.contains(lower);
}

bool is_subject_pronoun(std::string_view lower) {
  return lower == "he" || lower == "she" || lower == "they" || lower == "we" || lower == "i" ||
         lower == "it" || lower == "you";
}

}  // namespace casus::extract
