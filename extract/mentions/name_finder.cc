#include "extract/mentions/name_finder.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace casus::extract {
namespace {

using Kind = FoundName::Kind;

// Words of organisations' names, with what they say of them. The last of them in a name decides,
// or the first before an "of".
constexpr OrganisationWord kOrganisationWords[] = {
    {"academy", v1::ActorKind::unknown, "EDU"},
    {"administration", v1::ActorKind::government, "GOV"},
    {"agency", v1::ActorKind::government, "GOV"},
    {"airlines", v1::ActorKind::company, "BUS"},
    {"airways", v1::ActorKind::company, "BUS"},
    {"alliance", v1::ActorKind::unknown, ""},
    {"army", v1::ActorKind::military, "MIL"},
    {"assembly", v1::ActorKind::government, "LEG"},
    {"association", v1::ActorKind::ngo, "NGO"},
    {"authority", v1::ActorKind::government, "GOV"},
    {"bank", v1::ActorKind::company, "BUS"},
    {"battalion", v1::ActorKind::military, "MIL"},
    {"board", v1::ActorKind::unknown, ""},
    {"brigade", v1::ActorKind::armed_group, "UAF"},
    {"bureau", v1::ActorKind::government, "GOV"},
    {"cabinet", v1::ActorKind::government, "GOV"},
    {"cartel", v1::ActorKind::armed_group, "CRM"},
    {"centre", v1::ActorKind::unknown, ""},
    {"center", v1::ActorKind::unknown, ""},
    {"coalition", v1::ActorKind::unknown, ""},
    {"command", v1::ActorKind::military, "MIL"},
    {"commission", v1::ActorKind::unknown, ""},
    {"committee", v1::ActorKind::unknown, ""},
    {"company", v1::ActorKind::company, "BUS"},
    {"congress", v1::ActorKind::government, "LEG"},
    {"corporation", v1::ActorKind::company, "BUS"},
    {"corps", v1::ActorKind::military, "MIL"},
    {"council", v1::ActorKind::unknown, ""},
    {"court", v1::ActorKind::government, "JUD"},
    {"daily", v1::ActorKind::media, "MED"},
    {"department", v1::ActorKind::government, "GOV"},
    {"division", v1::ActorKind::military, "MIL"},
    {"embassy", v1::ActorKind::government, "GOV"},
    {"consulate", v1::ActorKind::government, "GOV"},
    {"federation", v1::ActorKind::ngo, "NGO"},
    {"fleet", v1::ActorKind::military, "MIL"},
    {"force", v1::ActorKind::military, "MIL"},
    {"forces", v1::ActorKind::military, "MIL"},
    {"foundation", v1::ActorKind::ngo, "NGO"},
    {"front", v1::ActorKind::armed_group, "UAF"},
    {"government", v1::ActorKind::government, "GOV"},
    {"group", v1::ActorKind::unknown, ""},
    {"guard", v1::ActorKind::military, "MIL"},
    {"guards", v1::ActorKind::military, "MIL"},
    {"high commission", v1::ActorKind::government, "GOV"},
    {"industries", v1::ActorKind::company, "BUS"},
    {"insurance", v1::ActorKind::company, "BUS"},
    {"holdings", v1::ActorKind::company, "BUS"},
    {"institute", v1::ActorKind::ngo, "NGO"},
    {"league", v1::ActorKind::unknown, ""},
    {"militia", v1::ActorKind::armed_group, "UAF"},
    {"ministry", v1::ActorKind::government, "GOV"},
    {"monitor", v1::ActorKind::ngo, "NGO"},
    {"movement", v1::ActorKind::armed_group, "UAF"},
    {"navy", v1::ActorKind::military, "MIL"},
    {"news", v1::ActorKind::media, "MED"},
    {"newspaper", v1::ActorKind::media, "MED"},
    {"observatory", v1::ActorKind::ngo, "NGO"},
    {"office", v1::ActorKind::government, "GOV"},
    {"organisation", v1::ActorKind::unknown, ""},
    {"organization", v1::ActorKind::unknown, ""},
    {"petroleum", v1::ActorKind::company, "BUS"},
    {"parliament", v1::ActorKind::government, "LEG"},
    {"party", v1::ActorKind::party, "PTY"},
    {"police", v1::ActorKind::military, "COP"},
    {"plc", v1::ActorKind::company, "BUS"},
    {"post", v1::ActorKind::media, "MED"},
    {"prosecutor", v1::ActorKind::government, "JUD"},
    {"radio", v1::ActorKind::media, "MED"},
    {"regiment", v1::ActorKind::military, "MIL"},
    {"senate", v1::ActorKind::government, "LEG"},
    {"service", v1::ActorKind::unknown, ""},
    {"shipping", v1::ActorKind::company, "BUS"},
    {"shipmanagement", v1::ActorKind::company, "BUS"},
    {"society", v1::ActorKind::ngo, "NGO"},
    {"squad", v1::ActorKind::armed_group, "UAF"},
    {"syndicate", v1::ActorKind::ngo, "NGO"},
    {"tankers", v1::ActorKind::company, "BUS"},
    {"television", v1::ActorKind::media, "MED"},
    {"times", v1::ActorKind::media, "MED"},
    {"tribune", v1::ActorKind::media, "MED"},
    {"tribunal", v1::ActorKind::government, "JUD"},
    {"union", v1::ActorKind::unknown, ""},
    {"university", v1::ActorKind::unknown, "EDU"},
    {"watch", v1::ActorKind::ngo, "NGO"},
};

// What lies in a place's name: "Taka bridge" is not "Taka", ...
constexpr std::string_view kFeatureWords[] = {
    "airport", "avenue",    "base",   "bay",     "border",  "bridge",   "camp",
    "canal",   "canyon",    "desert", "gulf",    "heights", "highway",  "hill",
    "hills",   "hospital",  "island", "islands", "lake",    "mountain", "mountains",
    "pass",    "peninsula", "plain",  "port",    "prison",  "river",    "road",
    "sea",     "square",    "strait", "street",  "valley"};

// ... but "Gash District" is Gash.
constexpr std::string_view kDivisions[] = {"canton",       "county",     "district", "governorate",
                                           "municipality", "prefecture", "province", "region"};

constexpr std::string_view kAreaWords[] = {"city",       "hamlet",  "neighbourhood", "neighborhood",
                                           "settlement", "state",   "suburb",        "town",
                                           "township",   "village", "zone"};

// "the market of Faya": what has the name of where it lies.
constexpr std::string_view kSites[] = {"commune",  "crossing", "enclave",   "farm",   "junction",
                                       "locality", "market",   "outskirts", "quarter"};

constexpr std::string_view kStreets[] = {"avenue", "street",    "road",
                                         "square", "boulevard", "bridge"};

// What is called by a name after these is no place, whatever its name: "the tanker Green Bay".
constexpr std::string_view kVessels[] = {
    "tanker", "ship",    "vessel",    "ferry",   "freighter", "carrier",   "trawler",
    "yacht",  "frigate", "destroyer", "cruiser", "warship",   "submarine", "steamer",
    "tug",    "liner",   "schooner",  "boat",    "gunboat",   "corvette",  "mv",
    "mt",     "hms",     "uss",       "ms",      "ss"};

// What is called by a name after these is nobody, but many.
constexpr std::string_view kBodies[] = {"group",    "organisation", "organization", "agency",
                                        "charity",  "watchdog",     "network",      "union",
                                        "movement", "company",      "firm"};

constexpr std::string_view kDashes[] = {"-", "--", "\u2013", "\u2014"};

// Titles that persons of one name bear with it.
constexpr std::string_view kPartOfName[] = {"haji",   "hajji",   "mullah", "maulana",
                                            "sheikh", "mawlawi", "sayyid"};

// What ends the names of places that take no article.
constexpr std::string_view kWithoutArticle[] = {"bay", "harbour", "harbor", "island", "point"};

// What only ships have: "on board the Green Bay".
constexpr std::string_view kOnShip[] = {"aboard", "board", "hull", "deck", "crew"};

constexpr std::string_view kLocatives[] = {
    "in",     "near",  "at",   "from",   "outside", "around",     "inside", "towards",
    "toward", "above", "into", "across", "through", "throughout", "over",   "off"};

constexpr std::string_view kParticles[] = {"al",  "bin", "ibn", "abu", "de", "del", "la", "van",
                                           "von", "da",  "dos", "di",  "el", "ben", "ul", "ud"};

// Tables and menus are full of capitals and hold no names of such a length.
constexpr std::uint32_t kLongestName = 12;

template <typename Range>
bool one_of(const Range& list, std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

std::string_view singular(std::string_view lower) {
  return lower.size() > 3 && lower.back() == 's' ? lower.substr(0, lower.size() - 1) : lower;
}

// "Oslo-based Lake Lines": where somebody is from is no part of the name.
bool describes(std::string_view lower) {
  for (std::string_view ending : {"-based", "-born", "-backed", "-led", "-trained", "-run",
                                  "-owned", "-controlled", "-funded", "-registered", "-flagged"})
    if (lower.ends_with(ending)) return true;
  return false;
}

// "al-Masri", "el-Sisi": a small article that has grown on to a name.
bool with_article(const Token& token) {
  const std::size_t hyphen = token.text.find('-');
  if (hyphen == std::string_view::npos || hyphen + 1 >= token.text.size()) return false;
  const char next = token.text[hyphen + 1];
  static constexpr std::string_view kArticles[] = {"al",  "el", "ul", "an", "ar", "as",
                                                   "ash", "at", "az", "ad", "ed"};
  return next >= 'A' && next <= 'Z' && one_of(kArticles, token.text.substr(0, hyphen));
}

bool written_as_name(const Token& token) { return token.capital || with_article(token); }

// Words that begin a sentence or a headline in capitals without being names.
bool function_word(std::string_view lower) {
  static const std::set<std::string_view> words = {
      "a",         "about",     "according", "after",     "again",    "against",  "all",
      "also",      "although",  "among",     "an",        "and",      "another",  "any",
      "as",        "at",        "because",   "before",    "both",     "but",      "by",
      "despite",   "during",    "each",      "earlier",   "early",    "either",   "even",
      "every",     "few",       "first",     "following", "for",      "four",     "five",
      "from",      "had",       "has",       "have",      "he",       "her",      "here",
      "his",       "how",       "however",   "i",         "if",       "in",       "instead",
      "it",        "its",       "last",      "late",      "later",    "local",    "many",
      "meanwhile", "more",      "most",      "much",      "my",       "neither",  "never",
      "new",       "next",      "no",        "nobody",    "none",     "nor",      "not",
      "nothing",   "now",       "of",        "officials", "on",       "one",      "only",
      "or",        "other",     "others",    "our",       "over",     "reports",  "several",
      "she",       "since",     "six",       "so",        "some",     "soon",     "still",
      "such",      "ten",       "that",      "the",       "their",    "then",     "there",
      "these",     "they",      "this",      "those",     "three",    "through",  "thus",
      "to",        "today",     "two",       "under",     "unless",   "unnamed",  "until",
      "up",        "was",       "we",        "were",      "what",     "when",     "where",
      "whether",   "which",     "while",     "who",       "whoever",  "why",      "with",
      "without",   "yes",       "yesterday", "yet",       "you",      "your",     "monday",
      "tuesday",   "wednesday", "thursday",  "friday",    "saturday", "sunday",   "january",
      "february",  "march",     "april",     "may",       "june",     "july",     "august",
      "september", "october",   "november",  "december",  "not",      "whose",    "seven",
      "eight",     "nine",      "eleven",    "twelve",    "dozens",   "hundreds", "thousands",
      "mr",        "mrs",       "ms",        "dr",        "god",      "text",     "sources",
      "source"};
  return words.contains(lower);
}

class Finder {
 public:
  Finder(const Document& document, const Lexicon& lexicon) : doc_(document), lexicon_(lexicon) {
    words_.reserve(doc_.tokens().size());
    for (const Token& token : doc_.tokens()) words_.push_back(token.text);
    lower_.reserve(words_.size());
    for (const Token& token : doc_.tokens()) lower_.push_back(token.lower);
    note_inner_capitals();
  }

  std::vector<FoundName> run() {
    for (const Sentence& sentence : doc_.sentences()) {
      sentence_ = &sentence;
      for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end;) i = step(i);
    }
    settle_kinds();
    return std::move(names_);
  }

 private:
  // What a name is anywhere it is everywhere: "in Kafr Zeita", then "Kafr Zeita lies ...".
  void settle_kinds() {
    std::set<std::string_view> vessels;
    for (const FoundName& name : names_)
      if (vessel(name.name)) vessels.insert(doc_.text_of(name.name));
    std::set<std::string_view> places;
    for (FoundName& name : names_) {
      if (name.kind != Kind::place) continue;
      if (!vessels.contains(doc_.text_of(name.name))) {
        places.insert(doc_.text_of(name.name));
      } else if (name.match.tokens == 0) {
        name.kind = Kind::unknown;
      }
    }
    std::set<std::string_view> persons;
    for (const FoundName& name : names_)
      if (name.kind == Kind::person) persons.insert(doc_.text_of(name.name));
    for (FoundName& name : names_) {
      if (name.match.tokens > 0 || name.kind == Kind::organisation ||
          name.tokens.begin < name.name.begin)
        continue;
      if (places.contains(doc_.text_of(name.name)))
        name.kind = Kind::place;
      else if (persons.contains(doc_.text_of(name.name)))
        name.kind = Kind::person;
    }
  }

  // "the coaster Petrel Sound"
  bool vessel(Range name) const {
    if (name.begin == 0) return false;
    if (one_of(kVessels, doc_[name.begin - 1].lower)) return true;
    // "aboard the Petrel Sound", "the hull of the Petrel Sound"
    std::uint32_t at = name.begin - 1;
    // "the Petrel Bay": a bay is called without an article.
    if (doc_[at].lower == "the" && name.size() > 1 &&
        one_of(kWithoutArticle, doc_[name.end - 1].lower))
      return true;
    if (at > 1 && doc_[at].lower == "the") --at;
    if (at > 1 && doc_[at].lower == "of") --at;
    return one_of(kOnShip, doc_[at].lower);
  }

  std::uint32_t end() const { return sentence_->tokens.end; }

  // Words that are capitalised in the middle of some sentence and never lower-case: at the
  // beginning of another sentence they are names too.
  void note_inner_capitals() {
    std::set<std::string_view> lower;
    for (const Sentence& s : doc_.sentences()) {
      bool first = true;
      for (std::uint32_t i = s.tokens.begin; i < s.tokens.end; ++i) {
        const Token& t = doc_[i];
        if (!t.word) {
          first = first || t.text == "\"" || t.text == "\u201c" || t.text == ":";
          continue;
        }
        first = first || i == s.body;
        if (!t.capital) lower.insert(t.lower);
        if (t.capital && !first) inner_capitals_.insert(t.lower);
        first = false;
      }
    }
    for (std::string_view word : lower) inner_capitals_.erase(word);
  }

  // What opens a quotation begins a sentence as well.
  bool sentence_start(std::uint32_t i) const {
    const std::uint32_t word = i;
    if (word == sentence_->body) return true;
    while (i > sentence_->tokens.begin && i != sentence_->body && !doc_[i - 1].word &&
           !doc_[i - 1].number)
      --i;
    if (i == sentence_->tokens.begin || i == sentence_->body) return true;
    const std::string_view before = doc_[word - 1].text;
    return i < word && (before == "\"" || before == "\u201c" || before == ":");
  }

  bool proper(std::uint32_t i) const {
    if (i >= end()) return false;
    const Token& t = doc_[i];
    if (!t.word || !written_as_name(t) || doc_.all_caps()) return false;
    if (function_word(t.lower) || describes(t.lower)) return false;
    if (!sentence_start(i) || !t.capital) return true;
    if (inner_capitals_.contains(t.lower) || lexicon_.is_given_name(t.text)) return true;
    // At the start of a sentence a capital says nothing: the next word must be a name as well.
    std::uint32_t n = 0;
    if (lexicon_.match_agent(lower_, i, &n) != nullptr) return false;
    // "Leftist Senator Enrique B."
    if (lexicon_.is_title(lower_, i + 1, &n) && n > 0) return false;
    // "Kenan bin Salim said"
    const bool particle = i + 2 < end() && one_of(kParticles, doc_[i + 1].lower);
    const std::uint32_t next = particle ? i + 2 : i + 1;
    return next < end() && doc_[next].word && written_as_name(doc_[next]) &&
           doc_[next].space_before && !function_word(doc_[next].lower) &&
           lexicon_.match_name(words_, next).tokens == 0;
  }

  // One step of the scan: consumes a name, or one token.
  std::uint32_t step(std::uint32_t i) {
    std::uint32_t title_end = i;
    for (std::uint32_t n = 0;
         title_end < end() && lexicon_.is_title(lower_, title_end, &n) && n > 0;)
      title_end += n;
    // "Minister Aliyev": a title makes a name of what follows. A name of the lexicon that begins
    // with the title's word ("General Assembly") goes first.
    NameMatch match = match_at(i);
    if (match.tokens == 0 && title_end > i && title_end < end()) {
      NameMatch after = match_at(title_end);
      bool person = after.actor != nullptr && after.actor->kind == v1::ActorKind::person;
      if (person) return add_lexicon(i, title_end, after);
      if (after.tokens == 0 && proper(title_end)) {
        std::uint32_t stop = run_end(title_end);
        // "Haji Omar": who has no other name is known by it.
        const bool part = stop == title_end + 1 && title_end == i + 1 && doc_[i].capital &&
                          one_of(kPartOfName, doc_[i].lower);
        return add({i, stop}, {part ? i : title_end, stop}, Kind::person, {});
      }
      // "the Foreign Ministry spokesman": what a title begins with may be a body's name.
      if (!proper(i) || organisation_in({i, run_end(i)}) == nullptr) return i + 1;
    }
    if (match.tokens > 0) {
      // "Armenian Defence Ministry", "Kenya Police": a state and its organ are one name.
      std::uint32_t rest = i + match.tokens;
      bool state = match.actor != nullptr && match.actor->kind == v1::ActorKind::country;
      if (state && proper(rest) && match_at(rest).tokens == 0) {
        std::uint32_t stop = run_end(rest);
        if (const OrganisationWord* word = organisation_in({rest, stop})) {
          std::uint32_t next = add({i, stop}, {i, stop}, Kind::organisation, {});
          names_.back().state = match.actor;
          set_word(names_.back(), *word);
          return next;
        }
      }
      // A lexicon surname inside a longer unknown name is not that person.
      return add_lexicon(i, i, match);
    }
    if (!proper(i)) return i + 1;
    std::uint32_t stop = run_end(i);
    return add_unknown({i, stop});
  }

  NameMatch match_at(std::uint32_t i) const {
    if (i >= end()) return {};
    NameMatch m = lexicon_.match_name(words_, i, doc_.all_caps());
    if (i + m.tokens > end()) m = {};
    return m;
  }

  // "the minister, Karim Afghan, said": a people's name is a surname where no noun follows it.
  bool closes_name(std::uint32_t begin, std::uint32_t at) const {
    return at == begin + 1 && at + 1 < end() && !doc_[at + 1].word && !doc_[at + 1].number &&
           doc_[at + 1].text != "-" && !doc_[at].lower.ends_with("s");
  }

  // The end of a run of capitalised words, with the small words that names have inside.
  std::uint32_t run_end(std::uint32_t i) const {
    std::uint32_t stop = i + 1;
    while (stop < end() && stop - i < kLongestName) {
      const Token& t = doc_[stop];
      if (!t.space_before && t.text != "-" && !t.word) break;
      if (t.word && written_as_name(t) && !function_word(t.lower) && t.text != "'s") {
        if (match_at(stop).tokens > 0 && match_at(stop).demonym && !closes_name(i, stop)) break;
        ++stop;
        continue;
      }
      // "Ministry of Foreign Affairs", "Movement for the Liberation of ...".
      bool organisation = organisation_in({i, stop}) != nullptr;
      if (organisation && (t.lower == "of" || t.lower == "for")) {
        std::uint32_t next = stop + 1;
        if (next < end() && doc_[next].lower == "the") ++next;
        if (next < end() && doc_[next].word && doc_[next].capital && match_at(next).tokens == 0) {
          stop = next + 1;
          continue;
        }
      }
      if (organisation && t.lower == "and" && stop + 1 < end() && doc_[stop + 1].capital &&
          stop + 2 < end() && organisation_word(doc_[stop + 2].lower) != nullptr) {
        stop += 2;
        continue;
      }
      if (t.word && one_of(kParticles, t.lower) && stop + 1 < end() && doc_[stop + 1].capital) {
        stop += 2;
        continue;
      }
      break;
    }
    return stop;
  }

  const OrganisationWord* organisation_in(Range range) const {
    const OrganisationWord* found = nullptr;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if (doc_[i].lower == "of" && found != nullptr) break;
      if (const OrganisationWord* word = organisation_word(doc_[i].lower)) found = word;
    }
    return found;
  }

  static void set_word(FoundName& name, const OrganisationWord& word) {
    name.actor_kind = word.kind;
    name.sector = word.sector;
  }

  std::uint32_t add(Range tokens, Range name, Kind kind, NameMatch match) {
    FoundName found;
    found.tokens = tokens;
    found.name = name;
    found.kind = kind;
    found.match = match;
    names_.push_back(std::move(found));
    return tokens.end;
  }

  std::uint32_t add_lexicon(std::uint32_t titles, std::uint32_t at, NameMatch match) {
    Range name{at, at + match.tokens};
    Kind kind = Kind::organisation;
    if (match.actor == nullptr)
      kind = Kind::place;
    else if (match.actor->kind == v1::ActorKind::person)
      kind = Kind::person;
    // "Austin" alone may be a city, "Jordan Smith" no country: a name that goes on with an unknown
    // capitalised word is another name, unless it is a state before a noun.
    bool state = match.actor != nullptr && match.actor->kind == v1::ActorKind::country;
    if (name.size() == 1 && !state && !match.demonym && proper(name.end) &&
        match_at(name.end).tokens == 0 && doc_[name.end].space_before) {
      Range longer{at, run_end(name.end)};
      if (organisation_in(longer) == nullptr || match.place != nullptr) {
        if (lexicon_.is_given_name(doc_[at].text) || organisation_in(longer) != nullptr)
          return add_unknown(longer);
      }
    }
    // "San Francisco Gotera" is not San Francisco.
    if (name.size() > 1 && (match.actor == nullptr || match.metonym) && goes_on(name.end)) {
      const Range longer{at, run_end(name.end)};
      if (organisation_in(longer) == nullptr && !place_noun(doc_[longer.end - 1].lower))
        return add(longer, longer, Kind::place, {});
    }
    // "Portugal Street" is in no Portugal.
    if (!match.demonym && name.end < end() && doc_[name.end].capital &&
        one_of(kStreets, doc_[name.end].lower))
      return add({at, name.end + 1}, {at, name.end + 1}, Kind::place, {});
    return add({titles, name.end}, name, kind, match);
  }

  // An unknown word of a name follows, with or without a particle before it.
  bool goes_on(std::uint32_t i) const {
    if (i + 1 < end() && one_of(kParticles, doc_[i].lower) && doc_[i + 1].capital) ++i;
    std::uint32_t n = 0;
    return proper(i) && doc_[i].space_before && match_at(i).tokens == 0 &&
           !(lexicon_.is_title(lower_, i, &n) && n > 0);
  }

  // What stands around a person's name and no other: "X, 54,", "X, a herder,", "said X", "X said".
  bool as_person(Range range) const {
    std::uint32_t n = 0;
    // "the aid group Soins Verts said"
    if (range.begin > sentence_->tokens.begin && one_of(kBodies, doc_[range.begin - 1].lower))
      return false;
    if (range.begin > sentence_->tokens.begin &&
        lexicon_.match_cue(lower_, range.begin - 1, CueEntry::Form::verb, &n) != nullptr)
      return true;
    // "the ministry's spokeswoman, X, said", "the driver X": a person by what stands before.
    const bool comma = range.begin > sentence_->tokens.begin && doc_[range.begin - 1].text == ",";
    const std::uint32_t before = range.begin - (comma ? 1 : 0);
    if (before > sentence_->tokens.begin && !doc_[before - 1].capital) {
      const AgentEntry* agent = lexicon_.match_agent(lower_, before - 1, &n);
      if (agent != nullptr && n == 1 && (comma || agent->person)) return true;
    }
    if (range.end + 1 >= end()) return false;
    if (lexicon_.match_cue(lower_, range.end, CueEntry::Form::verb, &n) != nullptr) return true;
    if (doc_[range.end].text != ",") return false;
    const Token& next = doc_[range.end + 1];
    return next.number || next.lower == "a" || next.lower == "an" || next.lower == "the" ||
           next.lower == "who" || owned_role(range.end + 1) ||
           lexicon_.match_agent(lower_, range.end + 1, &n) != nullptr;
  }

  // "its leader", "their spokesman"
  bool owned_role(std::uint32_t i) const {
    std::uint32_t n = 0;
    if (i + 1 >= end() || (doc_[i].lower != "its" && doc_[i].lower != "their")) return false;
    const AgentEntry* agent = lexicon_.match_agent(lower_, i + 1, &n);
    return agent != nullptr && agent->person;
  }

  // "Coast Guard | Deputy Director | Omar Ali": a body, a title and a person in one run.
  std::uint32_t split_at_title(Range range) {
    for (std::uint32_t i = range.begin + 1; i + 1 < range.end; ++i) {
      std::uint32_t n = 0;
      if (!lexicon_.is_title(lower_, i, &n) || n == 0 || i + n >= range.end) continue;
      std::uint32_t name = i + n;
      while (name < range.end && lexicon_.is_title(lower_, name, &n) && n > 0) name += n;
      if (name >= range.end) break;
      add_unknown({range.begin, i});
      return add({i, range.end}, {name, range.end}, Kind::person, {});
    }
    return range.begin;
  }

  static bool place_noun(std::string_view lower) {
    return one_of(kFeatureWords, lower) || one_of(kDivisions, lower) || one_of(kAreaWords, lower);
  }

  // "the 9th Armoured Regiment", "3d Corps"
  bool numbered(Range range) const {
    const OrganisationWord* word = organisation_in(range);
    if (word == nullptr || range.begin == sentence_->tokens.begin) return false;
    const std::string_view before = doc_[range.begin - 1].lower;
    const std::size_t digits = before.find_first_not_of("0123456789");
    if (digits == 0 || digits == std::string_view::npos) return false;
    const std::string_view ending = before.substr(digits);
    return ending == "st" || ending == "nd" || ending == "rd" || ending == "th" || ending == "d";
  }

  // "in Potosi Department", a province, but "in the Health Department".
  bool province(Range range) const {
    if (range.size() < 2 || range.begin == sentence_->tokens.begin) return false;
    const std::string_view last = doc_[range.end - 1].lower;
    if (last != "department" && last != "departments") return false;
    return one_of(kLocatives, doc_[range.begin - 1].lower) || doc_[range.begin - 1].text == "," ||
           doc_[range.begin - 1].lower == "and";
  }

  std::uint32_t add_place(Range range) {
    const std::uint32_t next = range.end;
    if (next < end() && one_of(kFeatureWords, doc_[next].lower) && !vessel(range))
      return add({range.begin, next + 1}, {range.begin, next + 1}, Kind::place, {});
    if (range.size() > 1 && one_of(kDivisions, doc_[next - 1].lower))
      return add(range, {range.begin, next - 1}, Kind::place, {});
    return add(range, range, Kind::place, {});
  }

  // "DSP Omar Farouk": letters before a name of two words or more are a rank.
  bool begins_with_rank(Range range) const {
    const std::string_view first = doc_[range.begin].text;
    const auto letters = [](std::string_view word) {
      return word.size() > 1 &&
             std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
    };
    if (range.size() < 3 || first.size() > 4 || !letters(first)) return false;
    for (std::uint32_t i = range.begin + 1; i < range.end; ++i)
      if (letters(doc_[i].text) || !doc_[i].word) return false;
    return organisation_in(range) == nullptr && as_person({range.begin + 1, range.end});
  }

  std::uint32_t add_unknown(Range range) {
    if (const std::uint32_t next = split_at_title(range); next > range.begin) return next;
    // "Antonov planes", "Grad rockets": what arms are called is nobody.
    std::uint32_t arm = 0;
    if (lexicon_.match_weapon(lower_, range.begin, &arm) != nullptr && arm >= range.size())
      return range.end;
    if (numbered(range)) --range.begin;
    if (province(range)) return add(range, {range.begin, range.end - 1}, Kind::place, {});
    if (begins_with_rank(range)) return add(range, {range.begin + 1, range.end}, Kind::person, {});
    if (const OrganisationWord* word = organisation_in(range);
        word != nullptr && range.size() > 1) {
      std::uint32_t next = add(range, range, Kind::organisation, {});
      set_word(names_.back(), *word);
      return next;
    }
    const Token& last = doc_[range.end - 1];
    bool place_word =
        place_noun(last.lower) || (range.end < end() && place_noun(doc_[range.end].lower));
    bool locative = false;
    for (std::uint32_t b = range.begin; b > sentence_->tokens.begin && range.begin - b < 3; --b) {
      const Token& before = doc_[b - 1];
      if (one_of(kLocatives, before.lower) || place_noun(before.lower)) locative = true;
      if (before.lower == "of" && b >= 2) {
        const std::string& noun = doc_[b - 2].lower;
        locative = locative || place_noun(singular(noun)) || one_of(kSites, noun);
      }
      if (before.lower != "the" && before.lower != "of" && before.lower != "village") break;
    }
    bool given = lexicon_.is_given_name(doc_[range.begin].text);
    if (given && range.size() > 1 && !place_word) return add(range, range, Kind::person, {});
    // "Santiago, 4 May -- Arica -- Three men ..."
    const bool dateline = range.end < sentence_->body && one_of(kDashes, doc_[range.end].text);
    if (place_word || locative || dateline) return add_place(range);
    // Two or three capitalised words in a row that are nothing else are mostly a person.
    bool plain = range.size() == 2 || range.size() == 3;
    for (std::uint32_t i = range.begin; i < range.end; ++i)
      if (doc_[i].text.size() > 1 &&
          doc_[i].text.find_first_of("0123456789") != std::string_view::npos)
        plain = false;
    return add(range, range, plain && as_person(range) ? Kind::person : Kind::unknown, {});
  }

  const Document& doc_;
  const Lexicon& lexicon_;
  std::vector<std::string_view> words_;
  std::vector<std::string_view> lower_;
  std::set<std::string_view> inner_capitals_;
  std::vector<FoundName> names_;
  const Sentence* sentence_ = nullptr;
};

}  // namespace

const OrganisationWord* organisation_word(std::string_view lower) {
  for (const OrganisationWord& word : kOrganisationWords)
    if (word.word == lower || word.word == singular(lower)) return &word;
  if (lower.size() > 4 && lower.ends_with("ies")) {
    for (const OrganisationWord& word : kOrganisationWords)
      if (word.word.ends_with('y') && word.word.size() + 2 == lower.size() &&
          lower.starts_with(word.word.substr(0, word.word.size() - 1)))
        return &word;
  }
  return nullptr;
}

std::vector<FoundName> find_names(const Document& document, const Lexicon& lexicon) {
  return Finder(document, lexicon).run();
}

}  // namespace casus::extract
