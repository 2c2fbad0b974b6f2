// Verbs and their forms.

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "extract/syntax/grammar_words.h"
#include "extract/word_set.h"

namespace casus::extract {
namespace {

// base past participle; the participle is left out where it is the past.
constexpr std::string_view kIrregular =
    "arise arose arisen|awake awoke awoken|become became become|begin began begun|bend bent|"
    "bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|bring brought|"
    "build built|burn burnt|burst burst|buy bought|cast cast|catch caught|choose chose chosen|"
    "cling clung|come came come|cost cost|creep crept|cut cut|deal dealt|dig dug|do did done|"
    "draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|"
    "feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|"
    "forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got|get got gotten|"
    "give gave given|go went gone|grow grew grown|hang hung|have had|hear heard|hide hid hidden|"
    "hit hit|hold held|hurt hurt|keep kept|know knew known|lay laid|lead led|leave left|lend lent|"
    "let let|lie lay lain|lose lost|make made|mean meant|meet met|mislead misled|"
    "overcome overcame overcome|overthrow overthrew overthrown|overrun overran overrun|pay paid|"
    "prove proved proven|put put|quit quit|read read|rebuild rebuilt|ride rode ridden|"
    "ring rang rung|rise rose risen|run ran run|say said|see saw seen|seek sought|sell sold|"
    "send sent|set set|shake shook shaken|shed shed|shoot shot|show showed shown|shut shut|"
    "sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|spend spent|"
    "spill spilt|spin spun|split split|spread spread|spring sprang sprung|stand stood|"
    "steal stole stolen|stick stuck|strike struck|strike struck stricken|strive strove striven|"
    "swear swore sworn|sweep swept|swim swam swum|swing swung|take took taken|teach taught|"
    "tear tore torn|tell told|think thought|throw threw thrown|understand understood|"
    "undergo underwent undergone|undertake undertook undertaken|uphold upheld|wake woke woken|"
    "wear wore worn|weep wept|win won|wind wound|withdraw withdrew withdrawn|withhold withheld|"
    "withstand withstood|write wrote written|foresee foresaw foreseen|oversee oversaw overseen|"
    "bear bore borne|bear bore born|beat beat beaten|bid bid|breed bred|broadcast broadcast|"
    "forecast forecast|seal sealed|shoot shot|slay slew slain|spell spelt|light lit|leap leapt|"
    "learn learnt|kneel knelt|stride strode stridden|shrink shrank shrunk|grind ground|wed wed";

// Regular verbs that are hardly ever nouns.
constexpr std::string_view kVerbs =
    "abandon abduct abide abolish absorb accept accompany accomplish accuse achieve acknowledge "
    "acquire act adapt add address adhere admit adopt advance advise advocate affect affirm afford "
    "aggravate agree alert allege allow alter amass ambush amend amount analyze announce annex "
    "apologise apologize appeal appear apply appoint appreciate apprehend approve argue arm "
    "arrange "
    "arrest arrive assassinate assault assemble assert assess assist assume assure attach attain "
    "attempt attend attribute authorise authorize avert avoid await ban bar base batter behave "
    "behead belong besiege betray blame block bomb bombard boycott brand breach brief broaden "
    "broker calculate cancel capture carry cause cease celebrate challenge characterise "
    "characterize clarify collaborate collapse collect combat comment commit communicate comply "
    "compare compel complain complete comprise conceal concede concern conclude concur condemn "
    "conduct confirm "
    "confiscate confront connect consider consist constitute construct consult contact contain "
    "contend continue contradict contribute convene convert convict convince cooperate coordinate "
    "cope counter crash create cripple criticise criticize cross crush cultivate curb damage "
    "decapitate deceive decide declare decline decrease deem deepen defeat defect defend define "
    "defuse defy delay deliberate deliver demolish demonstrate denounce deny depart depend depict "
    "deplore "
    "deploy deport depose deprive derail describe deserve designate destabilise destabilize "
    "destroy detain detect deteriorate determine detonate devastate develop devote die differ "
    "disagree disappear disarm disband disclose discover discuss dislodge dismantle dismiss "
    "disperse displace display dispute disrupt dissolve distance distribute divert divide "
    "dominate donate downplay drag drop drown dump earn ease echo edit eject elaborate elect "
    "eliminate embrace emerge emphasise emphasize employ enable encircle encounter encourage end "
    "endanger "
    "endorse endure enforce engage enhance enjoy ensure enter eradicate erect erupt escalate "
    "escape escort establish evacuate evade evict evolve exaggerate examine exceed exchange "
    "exclude execute exercise exert exhume exile exist expand expect expel explain explode exploit "
    "explore export express extend extinguish extract extradite face facilitate fail favour favor "
    "finance finish fire flatten "
    "flow follow force form found free fuel fulfil fulfill function fund gain gather generate "
    "govern "
    "grant greet guarantee guard halt hamper hand handle happen harass harbour harbor hasten help "
    "highlight hijack hint honour honor host identify ignite ignore illustrate imagine impede "
    "implement implicate imply import impose imprison improve incite include increase indicate "
    "induce infiltrate inflict inform infuriate inhabit inherit initiate injure insist inspect "
    "inspire install instigate instruct insult intend intensify interpret intercept interfere "
    "intervene interview intimidate introduce invade invest investigate invite invoke involve "
    "isolate issue join jail jeopardise jeopardize justify kidnap kill label lack land launch "
    "leak level liberate lift like limit link listen locate lodge loot lynch maintain "
    "manage manipulate march mark massacre matter mediate mention mobilise mobilize monitor "
    "motivate mourn move murder mutilate name neglect negotiate neutralise neutralize nominate "
    "note notify object oblige observe obstruct obtain occupy occur offend offer open operate "
    "oppose opt orchestrate order organise organize oust overlook overwhelm owe own participate "
    "pass patrol pause perceive perform perish permit persecute persist persuade pin place plan "
    "plant plead pledge plot plunder point poison portray pose possess postpone pound pour praise "
    "prefer prepare present preserve press presume pretend prevail prevent proceed proclaim "
    "produce prohibit "
    "promise promote prompt propose prosecute protect protest provide provoke publish pull "
    "punish purchase pursue push qualify quell question quote raid raise rally ransack rape reach "
    "react reaffirm realise realize rebuff rebuke recall receive recognise recognize recommend "
    "reconcile reconsider record recover recruit reduce refer reflect refrain refuse refute regain "
    "regard register regret reinforce reiterate reject relate release relocate rely remain remark "
    "remember remind remove renew renounce repair repeat repel replace reply report represent "
    "repress repulse request require rescue resemble resent reside resign resist resolve resort "
    "respect respond rest restore restrain restrict result resume retain retake retaliate retire "
    "retreat retrieve return reveal reverse review revise revive revoke rig rob rule sabotage "
    "sanction save scatter schedule scramble scuffle search secure seem seize select separate "
    "serve settle "
    "shell shift shock shout signal sign slam slap slaughter slay smash smuggle solve spare spark "
    "specify sponsor stab stage start state station stay stem step stone stop storm stress "
    "strengthen struggle study stun subdue submit succeed succumb suffer suggest sue supply "
    "support "
    "suppress surge surprise surrender surround survive suspect suspend sustain swap sympathise "
    "sympathize talk tamper target tend term terminate terrorise terrorize test testify thank "
    "threaten thwart tighten topple torch torture total touch toughen tour trade track train "
    "transfer transform transmit transport trap travel treat trigger try turn uncover undermine "
    "underline underscore unleash unveil update urge use utter vandalise vandalize vanish veto "
    "view vilify violate visit voice vote vow wage wait walk want warn warrant waste watch weaken "
    "weigh welcome withdraw witness wonder work worry worsen wound wreck wrest yield "
    "accelerate accumulate adjust agitate aim amplify anger apportion assign attack attract back "
    "bury call change charge check claim clash clear close conspire contest control cook count "
    "cover "
    "credit crack dare date debate demand desire direct disguise dispatch dispose disregard doubt "
    "dwell "
    "embark exempt experience fabricate falsify fan fault fear feature field fill flood focus foil "
    "frame gun heal hope hunt influence intrude invent judge kick knock live load lobby look love "
    "lower mount mock need oversee peddle phase pick play pray probe profit prolong pronounce race "
    "range rank "
    "rate rebel rehearse relay remark reopen repatriate request reroute reshape risk roll rush "
    "score seem share shape shelter ship side slow smear sound speculate steer stir stretch "
    "supervise suspect switch tackle taunt tie tour trace transit trust uproot upgrade value "
    "volunteer wash wipe wish reassert acquit allocate arraign assail besmirch bypass cite "
    "collide coerce condone decry depose derive detail dispel divulge echo embolden enact "
    "entail envisage exonerate expose glorify harden hurl impeach incriminate indict inquire "
    "interrogate lament malign menace nullify outlaw overstate ponder pummel quash quarrel "
    "ratify rebut rectify recount redeploy relinquish reprimand retort retract scold shoulder "
    "avenge believe benefit answer ask ally beg boast boil bolster border budget "
    "calibrate care carve clamp correct delegate dethrone embarrass empty expire exterminate fix "
    "forge "
    "hate haunt infringe insert interdict jump lure measure number parse poll predict pride "
    "reassure reference sense spot suffice survey taste tax team tolerate vouch add air cower "
    "ravage pillage repay reimburse enlist enrol enroll perpetrate mastermind strafe outline ruin "
    "undermine "
    "vindicate scrap shun shatter flank flout forgo coax concoct soften spurn house originate stem "
    "admonish allude anticipate applaud ascribe attest authenticate backtrack belittle bemoan "
    "berate beseech blog brag castigate censure chastise chide clamor clamour commend "
    "congratulate controvert corroborate debunk deride disavow disclaim disown disparage "
    "disprove dub enquire entreat exclaim excoriate exhort gainsay grumble implore insinuate "
    "interject inveigh lambast lambaste laud laugh murmur mutter narrate opine petition "
    "prophesy purport rail recant reckon recollect reminisce reproach repudiate ridicule rip "
    "salute scoff scorn scream shrug solicit substantiate suppose surmise theorise theorize "
    "upbraid verify wave yell blast hail pressure abdicate abstain accede acquiesce airlift "
    "arbitrate assent banish bankroll barricade blacklist bludgeon brandish brutalise brutalize "
    "bulldoze butcher capitulate cede cleanse clinch commandeer compensate concentrate confer "
    "conquer consent convey curtail decommission deface demilitarise demilitarize demobilise "
    "demobilize desecrate disengage disobey downgrade eavesdrop electrocute enrich equip "
    "expropriate finalise finalize firebomb flog frisk hack heckle hoist huddle impound "
    "incarcerate incinerate jeer legalise legalize liquidate lob loosen maim maltreat manhandle "
    "manufacture maul mistreat molest muzzle nab nationalise nationalize normalise normalize "
    "obliterate oppress overrule overturn pelt pounce proscribe raze rearrest recapture "
    "reestablish reimpose reinstate relent renege repeal reschedule rescind restart scuttle "
    "sever shelve snatch snipe snub stockpile strangle suffocate telephone thrash torpedo toss "
    "unban unfreeze waive waterboard waylay wiretap abuse boost pardon sack sentence phone "
    "blockade skirmish riot whip punch spy "
    "arm stipulate summon trample tweet victimise";

// Those of the verbs above (and irregular ones) that are as often nouns.
constexpr std::string_view kNounToo =
    "act address advance alert ambush amount appeal approach arrest assault attack attempt ban bar "
    "base battle blame block bomb boycott breach brief broadcast burst call capture cause cease "
    "challenge change charge check claim clash combat comment concern conduct contact contest "
    "control "
    "cost counter count cover crack crash credit cross curb cut damage date deal debate decline "
    "decrease defeat delay demand desire display dispute distance doubt drag drive drop dump ease "
    "echo end escape escort estimate exchange exercise exile experience exploit export express "
    "face fall fan fault favour favor fear feature feed field fight finance fire flood flow fly "
    "focus force forecast form frame free fuel function fund gain grant guarantee guard gun halt "
    "hand harbour harbor help highlight hint hit hold honour honor hope host hunt hurt import "
    "increase influence insult interview issue jail kick label lack land launch lead leak "
    "level lie lift light like limit link load lobby look loot love march mark massacre matter "
    "mount move murder name need note object offer order oust own pass patrol pause permit pick "
    "place "
    "plan plant play pledge plot point poison praise present press probe profit promise "
    "protest purchase push question quote race raid raise rally range rank rape rate read rebel "
    "rebuke record regard regret release remark repair reply report request rescue resort respect "
    "rest result retreat return review ride ring rise risk roll rule run rush sabotage sanction "
    "schedule score search seal share shelter shell shift ship shock shoot show side sign signal "
    "slaughter slide smear sound spark split sponsor spread spring stage stand start state station "
    "stay stem step stone stop storm stress strike struggle study supply support surge surprise "
    "surrender suspect swap sweep swing switch talk target term test threat tie torture total "
    "touch "
    "tour trace track trade train transfer transport trap travel trigger trust turn update use "
    "value veto view visit voice volunteer vote vow wait walk wash waste watch welcome win wind "
    "wish witness work worry wound wreck yield set shot left found saw lay bear bid tear "
    "detail shoulder menace tweet lament scuffle transit warrant will man back live present bind "
    "answer ally border budget care delegate fix jump measure number poll pride "
    "reference sense spot survey taste tax team air "
    "secure close complete clear elaborate deliberate slow open separate lower level mean broker "
    "censure petition rail reproach ridicule rip salute scorn scream shrug laugh blog wave "
    "blast hail pressure airlift consent huddle hack jeer manufacture snub spy telephone "
    "torpedo toss repeal abuse boost pardon sack sentence phone blockade skirmish riot whip "
    "punch stockpile butcher "
    "race cook judge";

constexpr std::string_view kSpeech =
    "say tell announce claim report state add explain argue insist deny allege assert declare "
    "believe think warn confirm acknowledge admit stress emphasise emphasize note reveal suggest "
    "indicate vow pledge promise threaten demand urge call ask reply respond write testify "
    "maintain "
    "contend reiterate repeat know hope fear expect estimate predict conclude find show hear learn "
    "complain concede disclose affirm reaffirm boast caution charge comment accuse describe "
    "observe remark recall propose recommend speculate suspect swear imply inform remind assure "
    "agree decide determine doubt feel understand mean consider underline underscore tweet post "
    "quote cite rule guarantee judge joke lament mention order pray proclaim question read "
    "realise realize recount regret retort signal speak stipulate wonder worry certify hold see "
    "accept dispute protest point counter continue conclude shout cry whisper snap quip muse "
    "clarify advise notify persuade convince dream imagine assume presume guess forecast decree "
    "specify profess confess hint intimate narrate opine exclaim scream mutter murmur yell reckon "
    "surmise interject attest verify bemoan gripe grumble blog suppose anticipate brag";

struct Verbs {
  std::unordered_map<std::string_view, VerbForms> irregular;  // by form
  WordSet regular;                                            // all bases
  WordSet noun_too;
};

const Verbs& verbs() {
  static const Verbs kAll = [] {
    Verbs all;
    all.regular = word_set(kVerbs);
    all.noun_too = word_set(kNounToo);
    for (std::size_t at = 0; at < kIrregular.size();) {
      std::size_t end = std::min(kIrregular.find('|', at), kIrregular.size());
      std::string_view row = kIrregular.substr(at, end - at);
      std::size_t first = row.find(' ');
      std::size_t second = std::min(row.find(' ', first + 1), row.size());
      std::string_view base = row.substr(0, first);
      std::string_view past = row.substr(first + 1, second - first - 1);
      std::string_view participle = second < row.size() ? row.substr(second + 1) : past;
      for (std::string_view form : {base, past, participle}) {
        VerbForms& forms = all.irregular[form];
        if (forms.lemma.empty()) forms.lemma = base;
        if (forms.lemma != base) continue;  // "lay", "found": the one listed first
        forms.base = forms.base || form == base;
        forms.past = forms.past || form == past;
        forms.participle = forms.participle || form == participle;
        forms.noun_too = all.noun_too.contains(form);
      }
      all.regular.insert(base);
      at = end + 1;
    }
    return all;
  }();
  return kAll;
}

bool is_known(std::string_view base) { return verbs().regular.contains(base); }

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// The base of a word without "-ed" or "-ing": "plann" -> "plan", "detonat" -> "detonate".
std::string base_of_stem(std::string_view stem) {
  std::string plain(stem);
  if (is_known(plain)) return plain;
  std::string with_e = plain + "e";
  if (is_known(with_e)) return with_e;
  if (stem.size() < 3) return plain;
  char last = stem[stem.size() - 1];
  char before = stem[stem.size() - 2];
  if (last == before && !is_vowel(last)) {
    if (is_known(stem.substr(0, stem.size() - 1)) ||
        std::string_view("bdgmnprt").find(last) != std::string_view::npos) {
      return plain.substr(0, plain.size() - 1);
    }
    return plain;
  }
  // "ril" -> "rile": without the "e" the consonant would be doubled.
  bool one_vowel = std::count_if(stem.begin(), stem.end(), is_vowel) == 1 && is_vowel(before) &&
                   !is_vowel(last) && std::string_view("wxy").find(last) == std::string_view::npos;
  if (one_vowel) return with_e;
  if (stem.ends_with("at") || stem.ends_with("is") || stem.ends_with("iz") ||
      stem.ends_with("ut") || last == 'c' || last == 'v' || last == 'z' || last == 'u' ||
      (last == 's' && before != 's') || (last == 'g' && before != 'n') ||
      (last == 'l' && !is_vowel(before) && before != 'r' && before != 'l') ||
      stem.ends_with("ir") || stem.ends_with("ar") || stem.ends_with("ud") ||
      stem.ends_with("rib") ||
      (stem.ends_with("in") && before == 'i' && !is_vowel(stem[stem.size() - 3]))) {
    return with_e;
  }
  return plain;
}

bool ends_in_doubled(std::string_view stem, char c) {
  return stem.size() > 1 && stem.back() == c && stem[stem.size() - 2] == c;
}
}  // namespace

VerbForms verb_forms(std::string_view lower) {
  static const WordSet kNever = word_set(
      "united hundred indeed need red bed speed seed during king ring thing nothing something "
      "anything everything morning evening ceiling wing sibling according including "
      "following regarding sacred naked wicked hatred kindred biased embed this was has does its "
      "us plus thus always perhaps news series species crisis basis analysis politics besides "
      "gas bus campus status virus corps chaos pro-government kneed hundreds concerning "
      "notwithstanding string outstanding breed feed bleed sled shred exceedingly unarmed "
      "aged beloved so-called masked airborne unnamed unidentified unprecedented "
      "long-range veiled united skilled");
  const Verbs& d = verbs();
  VerbForms forms;
  if (lower.size() < 2) return forms;
  if (auto found = d.irregular.find(lower); found != d.irregular.end()) return found->second;
  if (is_known(lower)) {
    forms.lemma = lower;
    forms.base = true;
    forms.noun_too = d.noun_too.contains(lower);
    return forms;
  }
  if (kNever.contains(lower)) return forms;
  auto named = [&](std::string lemma) {
    forms.noun_too = d.noun_too.contains(lemma);
    forms.lemma = std::move(lemma);
  };
  if (lower.ends_with("ed") && is_known(lower.substr(0, lower.size() - 1))) {  // "died", "used"
    named(std::string(lower.substr(0, lower.size() - 1)));
    forms.past = forms.participle = true;
    forms.noun_too = false;
  } else if (lower.ends_with("ied") && lower.size() > 4) {
    named(std::string(lower.substr(0, lower.size() - 3)) + "y");
    forms.past = forms.participle = true;
  } else if (lower.ends_with("ed") && lower.size() > 4) {
    named(base_of_stem(lower.substr(0, lower.size() - 2)));
    forms.past = forms.participle = true;
    forms.noun_too = false;
  } else if (lower.ends_with("ying") && lower.size() == 5) {  // lying, dying, tying
    named(std::string(lower.substr(0, 1)) + "ie");
    forms.gerund = true;
  } else if (lower.ends_with("ing") && lower.size() > 4) {
    named(base_of_stem(lower.substr(0, lower.size() - 3)));
    forms.gerund = true;
    forms.noun_too = false;
  } else if (lower.ends_with("ies") &&
             is_known(std::string(lower.substr(0, lower.size() - 3)) + "y")) {
    named(std::string(lower.substr(0, lower.size() - 3)) + "y");
    forms.present = true;
  } else if (lower.ends_with("es") && is_known(lower.substr(0, lower.size() - 2))) {
    named(std::string(lower.substr(0, lower.size() - 2)));
    forms.present = true;
  } else if (lower.ends_with('s') && !ends_in_doubled(lower, 's') &&
             is_known(lower.substr(0, lower.size() - 1))) {
    named(std::string(lower.substr(0, lower.size() - 1)));
    forms.present = true;
  } else {
    for (std::string_view prefix : {"re", "re-", "over", "under", "out", "dis", "mis"}) {
      if (!lower.starts_with(prefix)) continue;
      auto found = d.irregular.find(lower.substr(prefix.size()));
      if (found == d.irregular.end()) continue;
      forms = found->second;
      forms.lemma = std::string(prefix) + forms.lemma;
      forms.noun_too = true;
      break;
    }
  }
  return forms;
}
bool is_speech_verb(std::string_view lemma) {
  static const WordSet kSet = word_set(kSpeech);
  return kSet.contains(lemma);
}

bool is_copula(std::string_view lemma) {
  return lemma == "be" || lemma == "become" || lemma == "remain" || lemma == "seem" ||
         lemma == "appear" || lemma == "stay" || lemma == "look";
}

bool is_particle_of(std::string_view lemma, std::string_view particle) {
  static const std::unordered_map<std::string_view, WordSet> kParticles = [] {
    std::unordered_map<std::string_view, WordSet> all;
    all.emplace("up",
                word_set("blow set step give take pick break call come speak turn round show "
                         "hold open stand beef ramp bring build clean cover stir stock use "
                         "shoot sign sum team split rise tie wrap back make go end beat burn"));
    all.emplace("out",
                word_set("carry rule point call break pull set find turn wipe burn carve lash "
                         "single hold hand go speak walk fight phase reach sort act try bail "
                         "carry flush lock lay let take come run black drive force come"));
    all.emplace("down",
                word_set("shoot burn step bring back close break gun crack shut cut take "
                         "lay turn tear hunt calm mow strike put cool slow stand play run"));
    all.emplace("off", word_set("set call fire break lay take cut go seal cordon pull pay ward let "
                                "drop kick fight hold beat write carry send close block"));
    all.emplace("over", word_set("take hand turn sign run give"));
    all.emplace("back",
                word_set("hold fight push hit strike fire cut pull send hand turn roll shoot "
                         "bring call beat come drive win take scale"));
    all.emplace("away", word_set("pass take drive break throw run get turn carry give send"));
    all.emplace("in",
                word_set("give bring move call step hand turn rein take usher set cave bring"));
    all.emplace("on", word_set("carry go hold move"));
    all.emplace("forward", word_set("put bring come push"));
    all.emplace("aside", word_set("set put brush push step"));
    all.emplace("apart", word_set("tear break fall"));
    return all;
  }();
  auto found = kParticles.find(particle);
  return found != kParticles.end() && found->second.contains(lemma);
}

bool is_intransitive(std::string_view lemma) {
  static const WordSet kSet = word_set(
      "say add die occur happen arrive come go rise fall stand sit erupt emerge retaliate collapse "
      "flee vanish remain stay seem appear look succumb tend belong exist depart lie respond reply "
      "disappear insist retort complain comment work live agree speak barge");
  return kSet.contains(lemma);
}

}  // namespace casus::extract
