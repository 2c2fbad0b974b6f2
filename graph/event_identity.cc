#include "graph/event_identity.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "graph/dates.h"
#include "graph/keys.h"
#include "graph/names.h"

namespace casus {
namespace {

constexpr std::size_t kMaxCountries = 3;
constexpr std::size_t kMaxNameBytes = 256;  // of an anchor: it becomes part of a key
constexpr std::uint32_t kBytesAround = 400;
// Of an article that says no day of an event: it is news.
constexpr int kDaysBefore = 2;
constexpr std::size_t kMainCountries = 2;  // of an article
constexpr std::size_t kMaxDateline = 60;   // bytes
// Under which an event is filed whose place nobody can tell.
constexpr const char* kSomewhere = "somewhere";

// The words of a word list that normalised names consist of.
void add_words_of(std::string_view name, Words& words) {
  for (std::string& word : normalised_words(name)) words.insert(std::move(word));
}

bool is_country(const v1::Node& node) {
  return node.has_actor() ? node.actor().kind() == v1::ActorKind::country
                          : node.key() == country_place_key(node.place().country());
}

bool inside(const v1::Span& span, const v1::Span& passage) {
  return span.part() == passage.part() && span.begin() >= passage.begin() &&
         span.end() <= passage.end();
}

// The words around which a second event is told beside a first.
bool says_again(std::string_view before_trigger) {
  static constexpr std::array<std::string_view, 7> kAgain = {
      "additional", "another", "fresh", "further", "renewed", "second", "third"};
  static_assert(std::is_sorted(kAgain.begin(), kAgain.end()));
  constexpr std::size_t kLookBack = 5;  // "a second of the suicide attacks"
  const std::vector<std::string> words = normalised_words(before_trigger);
  const std::size_t first = words.size() - std::min(words.size(), kLookBack);
  return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(first), words.end(),
                     [](const std::string& word) {
                       return std::binary_search(kAgain.begin(), kAgain.end(), word);
                     });
}

// What every report says: no two are known by it.
const Words& news_words() {
  static const Words kWords = [] {
    Words words;
    add_content_words(
        "according accuse air also army around attack attacked attacker authorities blame blast "
        "bomb bombing carried children civilians claimed dead death deaths denied died early "
        "evening explosion fighters fire fired force government group gunmen hit hospital hurt "
        "injured injuring killed late local medics men military militants minister ministry monday "
        "morning night number officers official officials people person police reported reporters "
        "residents rockets said saying says security shells shot shooting soldiers source sources "
        "spokesman spokeswoman state statement strike struck told toll troops tuesday wednesday "
        "thursday friday saturday sunday week women wounded wounding yesterday year one two three "
        "four five six seven eight nine ten eleven twelve dozen several least others",
        words);
    return words;
  }();
  return kWords;
}

std::vector<std::string> names_of(const v1::Node& node) {
  std::vector<std::string> names;
  if (node.has_actor()) {
    names.push_back(node.actor().name());
    names.insert(names.end(), node.actor().aliases().begin(), node.actor().aliases().end());
  } else {
    names.push_back(node.place().name());
    names.insert(names.end(), node.place().aliases().begin(), node.place().aliases().end());
  }
  return names;
}

// The name in capitals at the head of a text, normalised: "MOGADISHU, March 15 - ", "PORT OF SPAIN
// (AP) - ".
std::string dateline(std::string_view text) {
  std::size_t end = 0;
  for (; end < std::min(text.size(), kMaxDateline); ++end) {
    const char c = text[end];
    if (c == '(' || c == '-' || c == ',' || c == ':' || c == '\n') break;
    if (c >= 'a' && c <= 'z') return {};
  }
  return end < 3 || end == kMaxDateline ? std::string() : normalise_name(text.substr(0, end));
}

// The sentence that tells an event, else its first passage.
v1::Span passage_of(const v1::Node& node) {
  const v1::Event& event = node.event();
  if (event.sentence().end() > event.sentence().begin()) return event.sentence();
  return node.evidence().spans().empty() ? event.trigger() : node.evidence().spans(0);
}

void set_days(const v1::Node& node, v1::EventIdentity& out) {
  const std::optional<Day> first = parse_day(node.event().date().earliest());
  const std::optional<Day> last = parse_day(node.event().date().latest());
  const std::optional<Day> published = parse_day(node.published());
  out.set_dated(first && last);
  if (first && last) {
    out.set_first_day(first->value);
    out.set_last_day(last->value);
  } else if (!first && !last && published) {
    out.set_first_day(published->value - kDaysBefore);
    out.set_last_day(published->value);
  } else {
    out.set_last_day(-1);  // an empty interval: no token, never joined
  }
}

void take_out(const Words& words, Words& from) {
  std::erase_if(from, [&](const std::string& word) { return words.contains(word); });
}

}  // namespace

EventIdentities::EventIdentities(const GraphDelta& delta, const v1::Article& article,
                                 const DeltaNodes& nodes)
    : article_(article), nodes_(nodes) {
  for (const v1::Node& node : delta.own) {
    const std::string& place = node.event().place();
    if (!place.empty()) scenes_[place].insert(node.key());
  }
  for (const v1::Node& node : delta.shared) {
    if (is_country(node)) {
      for (const std::string& name : names_of(node)) add_words_of(name, country_words_);
    } else if (node.has_place()) {
      const auto scene = scenes_.find(node.key());
      const std::string& name = node.place().name();
      places_.push_back({normalise_name(name), normalised_words(name),
                         scene == scenes_.end() ? nullptr : &scene->second});
    }
  }
  std::sort(places_.begin(), places_.end(),
            [](const Place& a, const Place& b) { return a.name < b.name; });
  std::map<std::string_view, int> told;  // passages that name each country
  for (const v1::Edge& edge : delta.edges) {
    if (edge.kind() != v1::EdgeKind::mentions) continue;
    mentions_.push_back(&edge);
    const v1::Node* node = nodes_.find(edge.to());
    if (node == nullptr) continue;
    const std::string& country =
        node->has_actor() ? node->actor().country() : node->place().country();
    if (!country.empty()) told[country] += edge.evidence().spans_size();
  }
  std::vector<std::pair<int, std::string_view>> countries;
  for (const auto& [country, count] : told) countries.emplace_back(-count, country);
  std::sort(countries.begin(), countries.end());
  for (const auto& [count, country] : countries) {
    if (main_countries_.size() == kMainCountries) break;
    main_countries_.emplace_back(country);
  }
  dateline_ = dateline(article.text());
}

v1::EventIdentity EventIdentities::of(const v1::Node& node) const {
  v1::EventIdentity out = outline(node);
  set_parties(node.event(), out);
  set_anchors(node, out);
  set_passage(node, out);
  return out;
}

v1::EventIdentity EventIdentities::outline(const v1::Node& node) const {
  const v1::Event& event = node.event();
  v1::EventIdentity out;
  out.set_type(event.type());
  out.set_mode(event.mode());
  out.set_modality(event.modality());
  out.set_series(event.has_incidents());
  set_days(node, out);
  if (const v1::Node* place = nodes_.find(event.place()); place != nullptr) {
    out.set_country(place->place().country());
  }
  if (event.killed().has_best()) {
    out.set_killed(event.killed().best());
  } else if (event.killed().has_low()) {
    out.set_killed(event.killed().low());
  }
  return out;
}

void EventIdentities::set_parties(const v1::Event& event, v1::EventIdentity& out) const {
  Words initiators;
  bool asserted = true;
  for (const v1::Initiator& initiator : event.initiators()) {
    if (initiator.actor().empty()) continue;
    asserted = asserted && (initiator.status() == v1::InitiatorStatus::asserted ||
                            initiator.status() == v1::InitiatorStatus::claimed);
    for (const std::string_view key : nodes_.principals_of(initiator.actor())) {
      initiators.emplace(key);
    }
  }
  assign(initiators, *out.mutable_initiators());
  out.set_initiators_asserted(asserted && !initiators.empty());

  Words targets;
  Words words;
  for (const v1::Target& target : event.targets()) {
    if (!target.actor().empty()) targets.insert(target.actor());
    add_content_words(target.text(), words);
  }
  assign(targets, *out.mutable_targets());
  // Where they were, and of what nation: that is compared by itself.
  Words elsewhere;
  for (const std::string& word : country_words_) add_content_words(word, elsewhere);
  if (const v1::Node* place = nodes_.find(event.place()); place != nullptr)
    add_content_words(place->place().name(), elsewhere);
  take_out(elsewhere, words);
  assign(words, *out.mutable_target_words());
  Words weapon;
  add_content_words(event.weapon(), weapon);
  assign(weapon, *out.mutable_weapon_words());
}

void EventIdentities::set_anchors(const v1::Node& node, v1::EventIdentity& out) const {
  const v1::Event& event = node.event();
  Words anchors;
  if (!out.country().empty()) {
    anchors.insert(out.country());
  } else {
    anchors = countries_of(event, passage_of(node));
    while (anchors.size() > kMaxCountries) anchors.erase(std::prev(anchors.end()));
    anchors.insert(main_countries_.begin(), main_countries_.end());
  }
  if (const v1::Node* place = nodes_.find(event.place()); place != nullptr) {
    out.set_place(event.place());
    if (!is_country(*place)) out.set_place_name(normalise_name(place->place().name()));
  }
  if (!out.place_name().empty()) anchors.insert(out.place_name());
  // A ship, a firm, a person: it may be told of without the place.
  for (const v1::Target& target : event.targets()) {
    Words names;
    add_name_words("in " + target.text(), names);
    take_out(country_words_, names);
    std::string name;
    for (const std::string& word : names) {
      if (name.size() + word.size() < kMaxNameBytes) name += (name.empty() ? "" : " ") + word;
    }
    if (!name.empty()) {
      anchors.insert(std::move(name));
      break;
    }
  }
  if (event.place().empty() && !dateline_.empty()) anchors.insert(dateline_);
  if (anchors.empty()) anchors.insert(kSomewhere);
  assign(anchors, *out.mutable_anchors());
}

// What is said of parties and countries is compared by itself.
Words EventIdentities::party_words(const v1::Event& event) const {
  Words words = country_words_;
  for (const v1::Initiator& initiator : event.initiators()) {
    add_words_of(initiator.text(), words);
    for (const std::string_view actor : nodes_.principals_of(initiator.actor())) {
      const v1::Node* node = nodes_.find(actor);
      if (node == nullptr) continue;
      for (const std::string& name : names_of(*node)) add_words_of(name, words);
    }
  }
  return words;
}

void EventIdentities::set_passage(const v1::Node& node, v1::EventIdentity& out) const {
  const v1::Span passage = passage_of(node);
  const Words known = party_words(node.event());
  Words names;
  add_name_words(text(passage), names);
  for (const v1::Span& span : node.evidence().spans()) add_name_words(text(span), names);
  take_out(known, names);
  // Where it was written says nothing of where it was, if that is told.
  if (!node.event().place().empty()) {
    Words written;
    add_words_of(dateline_, written);
    take_out(written, names);
  }
  assign(names, *out.mutable_names());

  Words words;
  add_content_words(text(passage), words);
  take_out(news_words(), words);
  Words proper;
  for (const std::string& word : names) add_content_words(word, proper);
  for (const std::string& word : known) add_content_words(word, proper);
  take_out(proper, words);
  assign(words, *out.mutable_words());

  set_surroundings(node, known, out);
  const v1::Span& trigger = node.event().trigger();
  if (inside(trigger, passage)) {
    v1::Span before = passage;
    before.set_end(trigger.begin());
    out.set_again(says_again(text(before)));
  }
}

// Where it was is often told in the next sentence, or somewhere in the article.
void EventIdentities::set_surroundings(const v1::Node& node, const Words& known,
                                       v1::EventIdentity& out) const {
  v1::Span next = passage_of(node);
  next.set_begin(next.end());
  next.set_end(next.begin() + kBytesAround);
  Words around;
  add_name_words(text(next), around);
  if (node.event().place().empty()) add_words_of(dateline_, around);
  take_out(known, around);
  Words near;
  for (const Place& place : places_) {
    if (place.events != nullptr && !place.events->contains(node.key())) {
      for (const std::string& word : place.words) around.erase(word);
    } else if (near.size() < kMostWords) {
      near.insert(near.end(), place.name);
    }
  }
  assign(near, *out.mutable_near());
  assign(around, *out.mutable_around());
}

// Those of its parties, and those named in the passage that tells it.
Words EventIdentities::countries_of(const v1::Event& event, const v1::Span& passage) const {
  Words countries;
  const auto add = [&](const v1::Node* node) {
    if (node == nullptr) return;
    const std::string& country =
        node->has_actor() ? node->actor().country() : node->place().country();
    if (!country.empty()) countries.insert(country);
  };
  for (const v1::Initiator& initiator : event.initiators()) add(nodes_.find(initiator.actor()));
  for (const v1::Target& target : event.targets()) add(nodes_.find(target.actor()));
  for (const v1::Edge* mention : mentions_) {
    const auto& spans = mention->evidence().spans();
    if (std::any_of(spans.begin(), spans.end(),
                    [&](const v1::Span& span) { return inside(span, passage); })) {
      add(nodes_.find(mention->to()));
    }
  }
  return countries;
}

std::string_view EventIdentities::text(const v1::Span& span) const {
  const std::string_view all =
      span.part() == v1::TextPart::title ? article_.title() : article_.text();
  if (span.begin() >= span.end() || span.begin() >= all.size()) return {};
  return all.substr(span.begin(), span.end() - span.begin());
}

}  // namespace casus
