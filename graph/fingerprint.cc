// From the nodes of an article to what the rule for SAME_AS compares.

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "casus/v1/identity.pb.h"
#include "graph/assemble.h"
#include "graph/keys.h"
#include "graph/names.h"
#include "graph/principals.h"
#include "graph/same_as.h"

namespace casus {
namespace {

constexpr std::size_t kMaxList = 32;  // words and keys kept of each list

using Keys = std::set<std::string>;

// Words that say nothing of what a sentence is about. Two-letter words are left out altogether.
bool is_content_word(std::string_view word) {
  static constexpr std::array<std::string_view, 44> kFunctionWords = {
      "and",   "any",  "are",  "been",  "being", "but",  "did",   "does",  "for",   "from", "had",
      "has",   "have", "her",  "his",   "into",  "its",  "near",  "not",   "off",   "onto", "our",
      "out",   "over", "she",  "some",  "such",  "than", "that",  "the",   "their", "them", "there",
      "these", "they", "this", "those", "was",   "were", "which", "while", "who",   "will", "with"};
  static_assert(std::is_sorted(kFunctionWords.begin(), kFunctionWords.end()));
  return word.size() > 2 && !std::binary_search(kFunctionWords.begin(), kFunctionWords.end(), word);
}

// So that "rocket" and "rockets", "embassy" and "embassies" meet. Both sides are cut alike, so that
// it does no harm where it is no plural.
std::string stem(std::string word) {
  if (word.size() > 4 && word.ends_with("ies")) return word.replace(word.size() - 3, 3, "y");
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
  return word;
}

void add_words(std::string_view text, Keys& words) {
  for (std::string& word : normalised_words(text)) {
    if (is_content_word(word)) words.insert(stem(std::move(word)));
  }
}

template <typename Repeated>
void assign(const Keys& from, Repeated& to) {
  for (const std::string& text : from) {
    if (static_cast<std::size_t>(to.size()) == kMaxList) break;
    *to.Add() = text;
  }
}

class Reader {
 public:
  explicit Reader(const GraphDelta& delta) : delta_(delta) {
    for (const v1::Node& node : delta.shared) nodes_.emplace(node.key(), &node);
    for (const v1::Node& node : delta.own) nodes_.emplace(node.key(), &node);
  }

  std::vector<Fingerprint> run() const {
    std::vector<Fingerprint> out;
    for (const v1::Node& node : delta_.own) {
      v1::Identity identity;
      if (node.has_event()) {
        *identity.mutable_event() = event(node);
      } else if (node.has_claim()) {
        *identity.mutable_claim() = claim(node);
      } else {
        continue;
      }
      Fingerprint fingerprint{node.key(), node.source(), identity.SerializeAsString()};
      if (!filing(fingerprint).blocks.empty()) out.push_back(std::move(fingerprint));
    }
    return out;
  }

 private:
  const v1::Node* find(std::string_view key) const {
    const auto found = nodes_.find(key);
    return found == nodes_.end() ? nullptr : found->second;
  }

  // Of an actor that is in the delta, as all are that an annotation refers to.
  std::vector<std::string_view> principals_of(std::string_view actor) const {
    return principals(actor, [this](std::string_view key) {
      const v1::Node* node = find(key);
      if (node == nullptr || !speaks_for_affiliation(node->actor().kind()))
        return std::string_view();
      return std::string_view(node->actor().affiliation());
    });
  }

  static void set_days(const v1::Node& node, v1::EventIdentity& out) {
    const std::optional<Day> first = parse_day(node.event().date().earliest());
    const std::optional<Day> last = parse_day(node.event().date().latest());
    const std::optional<Day> published = parse_day(node.published());
    out.set_dated(first && last);
    if (first && last) {
      out.set_first_day(first->value);
      out.set_last_day(last->value);
    } else if (!first && !last && published) {
      out.set_first_day(published->value - 1);
      out.set_last_day(published->value);
    } else {
      out.set_last_day(-1);  // an empty interval: no token, never joined
    }
  }

  v1::EventIdentity event(const v1::Node& node) const {
    const v1::Event& event = node.event();
    v1::EventIdentity out;
    out.set_type(event.type());
    out.set_mode(event.mode());
    out.set_modality(event.modality());
    out.set_series(event.has_incidents());
    set_days(node, out);
    out.set_place(event.place());
    if (const v1::Node* place = find(event.place()); place != nullptr) {
      out.set_area(place->place().country().empty() ? event.place() : place->place().country());
    }

    Keys initiators;
    bool asserted = true;
    for (const v1::Initiator& initiator : event.initiators()) {
      if (initiator.actor().empty() || initiator.status() == v1::InitiatorStatus::denied) continue;
      asserted = asserted && initiator.status() != v1::InitiatorStatus::alleged;
      for (const std::string_view key : principals_of(initiator.actor())) initiators.emplace(key);
    }
    assign(initiators, *out.mutable_initiators());
    out.set_initiators_asserted(asserted && !initiators.empty());

    Keys targets;
    Keys words;
    for (const v1::Target& target : event.targets()) {
      if (!target.actor().empty()) targets.insert(target.actor());
      add_words(target.text(), words);
    }
    assign(targets, *out.mutable_targets());
    assign(words, *out.mutable_target_words());
    Keys weapon;
    add_words(event.weapon(), weapon);
    assign(weapon, *out.mutable_weapon_words());
    if (event.killed().has_best()) out.set_killed(event.killed().best());
    return out;
  }

  v1::ClaimIdentity claim(const v1::Node& node) const {
    const v1::Claim& claim = node.claim();
    v1::ClaimIdentity out;
    if (!claim.subject().empty())
      out.set_subject(std::string(principals_of(claim.subject()).back()));
    out.set_predicate(normalise_name(claim.predicate()));
    const v1::NodeKind::Value object = kind_of_key(claim.object());
    if (object == v1::NodeKind::actor)
      out.set_object(std::string(principals_of(claim.object()).back()));
    if (object == v1::NodeKind::place) out.set_object(claim.object());
    out.set_polarity(claim.polarity());
    Keys words;
    add_words(claim.text(), words);
    assign(words, *out.mutable_words());
    const v1::Node* about = find(claim.event());
    if (about == nullptr && object == v1::NodeKind::event) about = find(claim.object());
    // A series is no one event; what is claimed of it is told by the words.
    if (about != nullptr && !about->event().has_incidents()) *out.mutable_event() = event(*about);
    out.set_published(parse_day(node.published()).value_or(Day{0}).value);
    return out;
  }

  const GraphDelta& delta_;
  std::unordered_map<std::string_view, const v1::Node*> nodes_;
};

}  // namespace

std::vector<Fingerprint> fingerprints(const GraphDelta& delta) { return Reader(delta).run(); }

}  // namespace casus
