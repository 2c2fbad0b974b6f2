#include "query/claim_search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graph/names.h"
#include "graph/principals.h"
#include "query/cluster.h"
#include "query/involved.h"
#include "query/same_actor.h"
#include "query/same_claims.h"
#include "query/words.h"
#include "storage/claim_index.h"

namespace casus::query {

using storage::NodeId;
using storage::Snapshot;

namespace {

constexpr std::size_t kMaxWords = 64;  // of a question: one bit each
constexpr std::size_t kMaxNameWords = 5;
constexpr std::size_t kMaxClaimsOfActor = 5000;
constexpr double kMinWeight = 0.05;
constexpr double kMinShare = 0.3;

// Best matches whose events are looked at in other articles, and in how many of these.
constexpr std::size_t kLookAround = 100;
constexpr std::size_t kReports = 8;

using Mask = std::uint64_t;  // of the question's words
using Stems = std::unordered_set<std::string>;

// How an attack of a mode is called; PLOVER's modes.
std::string_view mode_words(std::string_view mode) {
  static constexpr auto kWords = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"abduct", "abduct kidnap seize hostage"},
       {"aerial", "air airstrike strike raid bomb bombard warplane plane jet aircraft"},
       {"drone", "drone air strike"},
       {"explosives", "bomb blast explosion explode mine blow device"},
       {"firearms", "shoot gun fire gunman ambush"},
       {"heavy-weapons", "shell shelling mortar rocket missile artillery fire bombard"},
       {"suicide-attack", "suicide bomb bomber blast explosion explode"},
       {"targeted", "assassinate murder kill"}});
  const auto found = std::find_if(kWords.begin(), kWords.end(),
                                  [&](const auto& entry) { return entry.first == mode; });
  return found == kWords.end() ? std::string_view() : found->second;
}

// "9 June 2022", as much of it as is known; of an event without a date the month of the news.
std::string date_words(const v1::Node& event) {
  static constexpr std::array<const char*, 12> kMonths = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const v1::DateInterval& date = event.event().date();
  const bool dated = !date.earliest().empty() && !date.latest().empty();
  const std::optional<Day> first = parse_day(dated ? date.earliest() : event.published());
  const std::optional<Day> last = parse_day(dated ? date.latest() : event.published());
  if (!first || !last) return {};
  const std::string from = format_day(*first);  // YYYY-MM-DD
  const std::string to = format_day(*last);
  if (from.size() != 10 || from.substr(0, 4) != to.substr(0, 4)) return {};
  std::string words = from.substr(0, 4);
  if (from.substr(0, 7) != to.substr(0, 7)) return words;
  words += " " + std::string(kMonths.at(std::stoul(from.substr(5, 2)) - 1));
  if (dated && from == to) words += " " + std::to_string(std::stoul(from.substr(8)));
  return words;
}

Mask bit(std::size_t i) { return Mask{1} << i; }

Mask bits(std::size_t from, std::size_t count) {
  Mask mask = 0;
  for (std::size_t i = from; i < from + count; ++i) mask |= bit(i);
  return mask;
}

struct Found {
  Mask mask = 0;
  Day published;
  unsigned heard = 0;
};

struct Word {
  std::string text;
  std::string stem;
  bool counts = true;  // no stop word
  double weight = 0;
};

class Search {
 public:
  Search(const Snapshot& snapshot, std::string_view question, std::size_t most, Day as_of)
      : snapshot_(snapshot), index_(snapshot), same_(snapshot), most_(most), as_of_(as_of) {
    for (auto& text : normalised_words(question)) {
      if (words_.size() == kMaxWords) break;
      const bool counts = !is_stop_word(text);
      std::string stemmed = stem(text);
      words_.push_back({std::move(text), std::move(stemmed), counts, 0});
    }
  }

  std::vector<ClaimMatch> run() {
    find_by_words();
    find_by_names();
    weigh();
    std::vector<Matched> found;
    const std::vector<NodeId> chosen = candidates();
    const auto nodes = snapshot_.nodes(chosen);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      if (nodes[i]) found.push_back(matched(chosen[i], *nodes[i]));
    }
    std::sort(found.begin(), found.end());
    look_around(found);
    std::vector<ClaimMatch> matches;
    for (Matched& match : found) {
      if (match.share >= kMinShare) matches.push_back(std::move(match));
    }
    return matches;
  }

 private:
  void find_by_words() {
    claims_with_.resize(words_.size(), 0);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!words_[i].counts) continue;
      for (const auto& form : word_forms(words_[i].text)) {
        index_.with_word(form, [&](NodeId id, Day published, unsigned heard) {
          if (!published_by(published, as_of_)) return;
          Mask& mask = found(id, published, heard);
          claims_with_[i] += (mask & bit(i)) == 0 ? 1 : 0;
          mask |= bit(i);
        });
      }
    }
  }

  // Any run of words may be an actor's name or one of its aliases.
  void find_by_names() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      std::string name;
      for (std::size_t n = 1; n <= kMaxNameWords && i + n <= words_.size(); ++n) {
        name += (n == 1 ? "" : " ") + words_[i + n - 1].text;
        if (n == 1 && !words_[i].counts) continue;
        for (const NodeId named : snapshot_.named(name)) {
          if (snapshot_.kind(named) == v1::NodeKind::actor && begins(i)) first_ |= bits(i, n);
          for (const NodeId id : same_actors(snapshot_, named)) add_claims_about(id, i, n);
        }
      }
    }
  }

  // Whether nothing but articles stands before the word.
  bool begins(std::size_t i) const {
    return std::all_of(words_.begin(), words_.begin() + static_cast<std::ptrdiff_t>(i),
                       [](const Word& word) {
                         return word.text == "the" || word.text == "a" || word.text == "an";
                       });
  }

  void add_claims_about(NodeId actor, std::size_t from, std::size_t count) {
    std::vector<std::tuple<NodeId, Day, unsigned>> claims;
    index_.of_actor(actor, [&](const storage::ClaimRow& row) {
      if (row.about && published_by(row.published, as_of_)) {
        claims.emplace_back(row.claim, row.published, row.heard());
      }
      return claims.size() <= kMaxClaimsOfActor;
    });
    for (std::size_t i = from; i < from + count; ++i) {
      claims_with_[i] = std::max(claims_with_[i], claims.size());
    }
    // Of an actor that so many claims are about, the other words have to choose.
    if (claims.size() > kMaxClaimsOfActor) return;
    for (const auto& [id, published, heard] : claims) {
      found(id, published, heard) |= bits(from, count);
    }
  }

  Mask& found(NodeId claim, Day published, unsigned heard) {
    return found_.try_emplace(claim, Found{0, published, heard}).first->second.mask;
  }

  void weigh() {
    const auto all = static_cast<double>(snapshot_.count(v1::NodeKind::claim));
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!words_[i].counts) continue;
      const auto held = static_cast<double>(std::max<std::size_t>(claims_with_[i], 1));
      const double weight = std::max(std::log((all + 1) / (held + 0.5)), kMinWeight);
      // A word that the store does not know tells claims apart no better than one it knows.
      words_[i].weight = claims_with_[i] == 0 ? weight / 2 : weight;
    }
  }

  double weight(Mask mask) const {
    double sum = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if ((mask & bit(i)) != 0) sum += words_[i].weight;
    }
    return sum;
  }

  // Those that hold most of the question already by their own words, of equals those on which most
  // are heard in their article, then the newest: as answers are ranked. Equals at the cut are
  // chosen by key, which costs look-ups but does not depend on the order of arrival.
  std::vector<NodeId> candidates() const {
    using Rank = std::tuple<double, std::int64_t, std::int64_t>;
    std::vector<std::pair<Rank, NodeId>> ranked;
    ranked.reserve(found_.size());
    std::unordered_map<Mask, double> weights;
    for (const auto& [id, found] : found_) {
      auto [at, inserted] = weights.try_emplace(found.mask);
      if (inserted) at->second = weight(found.mask);
      ranked.push_back(
          {{-at->second, -std::int64_t{found.heard}, -std::int64_t{found.published.value}}, id});
    }
    std::vector<NodeId> chosen;
    if (most_ != 0 && ranked.size() > most_) {
      const auto cut = ranked.begin() + static_cast<std::ptrdiff_t>(most_);
      std::nth_element(ranked.begin(), cut, ranked.end());
      const Rank last = cut->first;
      std::vector<NodeId> equals;
      for (const auto& [rank, id] : ranked) {
        if (rank < last) chosen.push_back(id);
        if (rank == last) equals.push_back(id);
      }
      const std::vector<std::string> keys = snapshot_.keys(equals);
      std::vector<std::pair<std::string_view, NodeId>> by_key;
      for (std::size_t i = 0; i < equals.size(); ++i) by_key.emplace_back(keys[i], equals[i]);
      std::sort(by_key.begin(), by_key.end());
      for (const auto& [key, id] : by_key) {
        if (chosen.size() == most_) break;
        chosen.push_back(id);
      }
    } else {
      for (const auto& [rank, id] : ranked) chosen.push_back(id);
    }
    std::sort(chosen.begin(), chosen.end());  // as they lie in the store
    return chosen;
  }

  // With what of the question it holds, and the event that it is about.
  struct Matched : ClaimMatch {
    Mask mask = 0;
    NodeId event = 0;
    friend bool operator<(const Matched& a, const Matched& b) {
      return std::tie(b.share, b.fit, a.key) < std::tie(a.share, a.fit, b.key);
    }
  };

  Matched matched(NodeId id, const v1::Node& node) {
    const auto& claim = node.claim();
    Stems held;
    hold(claim.text(), held);
    const double fit = known_share(held);
    hold(claim.predicate(), held);

    const Mask subject = names_of(claim.subject());
    Matched match{{id, node.key(), 0, fit, (subject & first_) != 0},
                  subject | names_of(claim.object()) | words_in(held)};
    if (const std::string about = event_of(claim); !about.empty()) {
      match.event = snapshot_.find(about).value_or(0);
      if (const auto event = snapshot_.node(match.event)) match.mask |= told_by(*event);
    }
    match.share = share(match.mask);
    return match;
  }

  // What one article tells of an event is said of it in all.
  void look_around(std::vector<Matched>& found) {
    const std::size_t most = std::min(found.size(), kLookAround);
    for (std::size_t i = 0; i < most; ++i) {
      Matched& match = found[i];
      if (match.event == 0) continue;
      match.mask |= told_by_all(match.event);
      index_.deeds(match.claim, [&](const storage::ClaimIndex::Deed& deed) {
        const Mask doer = names_of(snapshot_.key(deed.doer));
        match.mask |= doer;
        match.about = match.about || (doer & first_) != 0;
      });
      match.share = share(match.mask);
    }
    std::sort(found.begin(), found.end());
  }

  Mask told_by_all(NodeId event) {
    const SameClaims::Reports& all = same_.reports(event, as_of_);
    if (const auto known = told_.find(&all); known != told_.end()) return known->second;
    std::vector<NodeId> reports = all;
    std::sort(reports.begin(), reports.end());  // as they lie in the store
    if (reports.size() > kReports) {
      const auto keys = snapshot_.keys(reports);
      std::vector<std::pair<std::string_view, NodeId>> by_key;
      for (std::size_t i = 0; i < reports.size(); ++i) by_key.emplace_back(keys[i], reports[i]);
      std::sort(by_key.begin(), by_key.end());
      for (std::size_t i = 0; i < kReports; ++i) reports[i] = by_key[i].second;
      reports.resize(kReports);
    }
    Mask mask = 0;
    for (const auto& report : snapshot_.nodes(reports)) {
      if (report) mask |= told_by(*report);
    }
    return told_[&all] = mask;
  }

  Mask told_by(const v1::Node& node) {
    const v1::Event& event = node.event();
    Stems held;
    hold(event.type(), held);
    hold(event.weapon(), held);
    hold(mode_words(event.mode()), held);
    hold(date_words(node), held);
    Mask mask = names_of(event.place());
    for (const auto& target : event.targets()) {
      hold(target.text(), held);
      mask |= names_of(target.actor());
    }
    return mask | words_in(held);
  }

  static void hold(std::string_view text, Stems& held) {
    for (const auto& word : normalised_words(text)) {
      if (!is_stop_word(word)) held.insert(stem(word));
    }
  }

  Mask words_in(const Stems& held) const {
    Mask mask = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].counts && held.contains(words_[i].stem)) mask |= bit(i);
    }
    return mask;
  }

  double share(Mask mask) const {
    const double all = weight(~Mask{0});
    return all > 0 ? weight(mask) / all : 0;
  }

  double known_share(const Stems& held) const {
    const auto known = std::count_if(words_.begin(), words_.end(), [&](const Word& word) {
      return word.counts && held.contains(word.stem);
    });
    return held.empty()
               ? 0
               : std::min(1.0, static_cast<double>(known) / static_cast<double>(held.size()));
  }

  // The words of the question that name the node, or whom it belongs to. A name counts only whole.
  Mask names_of(const std::string& key) {
    Mask mask = 0;
    const auto owner_of = [&](std::string_view of) -> std::string_view {
      return named_as(std::string(of)).owner;
    };
    for (const auto of : principals(key, owner_of)) mask |= named_as(std::string(of)).mask;
    return mask;
  }

  // An actor or place by itself, and whom it belongs to.
  struct Named {
    Mask mask = 0;
    std::string owner;
  };

  const Named& named_as(const std::string& key) {
    const auto [at, inserted] = named_.try_emplace(key);
    if (!inserted) return at->second;
    Named& named = at->second;
    const auto id = snapshot_.find(key);
    if (!id) return named;
    for (const NodeId one : same_actors(snapshot_, *id)) {
      const auto node = snapshot_.node(one);
      if (!node) continue;
      if (node->has_actor()) {
        named.mask |= mentions(node->actor().name());
        for (const auto& alias : node->actor().aliases()) named.mask |= mentions(alias);
        if (named.owner.empty()) named.owner = node->actor().affiliation();
      } else if (node->has_place()) {
        named.mask |= mentions(node->place().name());
      }
    }
    return named;
  }

  Mask mentions(std::string_view name) const {
    const auto wanted = normalised_words(name);
    if (wanted.empty()) return 0;
    Mask mask = 0;
    for (std::size_t i = 0; i + wanted.size() <= words_.size(); ++i) {
      std::size_t n = 0;
      while (n < wanted.size() && words_[i + n].text == wanted[n]) ++n;
      if (n == wanted.size()) mask |= bits(i, n);
    }
    return mask;
  }

  const Snapshot& snapshot_;
  const storage::ClaimIndex index_;
  SameClaims same_;
  const std::size_t most_;
  const Day as_of_;
  std::vector<Word> words_;
  Mask first_ = 0;                                // the actor that the question begins with
  std::vector<std::size_t> claims_with_;          // by word: how many claims hold it
  std::unordered_map<NodeId, Found> found_;       // by the index and by actors' names
  std::unordered_map<std::string, Named> named_;  // by key; entries stay where they are
  std::unordered_map<const SameClaims::Reports*, Mask> told_;  // of all reports of an event
};

}  // namespace

std::vector<ClaimMatch> search_claims(const Snapshot& snapshot, std::string_view question,
                                      std::size_t most, Day as_of) {
  return Search(snapshot, question, most, as_of).run();
}

}  // namespace casus::query
