#ifndef CASUS_GRAPH_EVENT_IDENTITY_H_
#define CASUS_GRAPH_EVENT_IDENTITY_H_

// What graph/same_event.h compares, from the events of one article. Must not outlive the delta and
// the article that it was made of.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "casus/v1/identity.pb.h"
#include "graph/assemble.h"
#include "graph/delta_nodes.h"
#include "graph/passage_words.h"

namespace casus {

class EventIdentities {
 public:
  // `article` has its text.
  EventIdentities(const GraphDelta& delta, const v1::Article& article, const DeltaNodes& nodes);

  v1::EventIdentity of(const v1::Node& event) const;
  // Only that in which two can contradict each other.
  v1::EventIdentity outline(const v1::Node& event) const;

 private:
  std::string_view text(const v1::Span& span) const;
  void set_parties(const v1::Event& event, v1::EventIdentity& out) const;
  void set_anchors(const v1::Node& node, v1::EventIdentity& out) const;
  void set_passage(const v1::Node& node, v1::EventIdentity& out) const;
  void set_surroundings(const v1::Node& node, const Words& known, v1::EventIdentity& out) const;
  Words countries_of(const v1::Event& event, const v1::Span& passage) const;
  Words party_words(const v1::Event& event) const;

  // No country. What is the same for all events is looked up once.
  struct Place {
    std::string name;  // normalised
    std::vector<std::string> words;
    const std::set<std::string_view>* events;  // that happened there; nullptr: none
  };

  const v1::Article& article_;
  const DeltaNodes& nodes_;
  std::map<std::string_view, std::set<std::string_view>> scenes_;  // events by place
  std::vector<Place> places_;                                      // by name
  Words country_words_;
  std::vector<std::string> main_countries_;  // that the article speaks of most
  std::string dateline_;                     // normalised
  std::vector<const v1::Edge*> mentions_;
};

// The first of a sorted list of words or keys.
inline constexpr int kMostWords = 32;
template <typename Repeated>
void assign(const Words& from, Repeated& to) {
  for (const std::string& text : from) {
    if (to.size() == kMostWords) break;
    *to.Add() = text;
  }
}

}  // namespace casus

#endif  // CASUS_GRAPH_EVENT_IDENTITY_H_
