#ifndef CASUS_GRAPH_ITEMS_H_
#define CASUS_GRAPH_ITEMS_H_

// What `validate`, `assemble` and the fingerprints share about the items of one annotation: where
// each of them stands in the text, and whom an actor speaks for.
//
// An `Items` refers to its annotation, which must outlive it. Immutable and thread-safe.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "casus/v1/annotation.pb.h"

namespace casus {

using Spans = std::vector<v1::Span>;

// Whether a span says anything: {0, 0} is how "unknown" looks once it has been through JSON.
bool has_extent(const v1::Span& span);

// A part that is named where it need not be, the text, is left out, so that equal spans are equal.
void normalise(v1::Span& span);

// Normal, the title's before the text's, by begin, then end; no two equal; none without extent.
void sort_spans(Spans& spans);

class Items {
 public:
  explicit Items(const v1::ArticleAnnotation& annotation);

  const v1::Actor* actor(std::string_view key) const;  // nullptr if not listed
  const v1::Place* place(std::string_view key) const;
  const v1::Event* event(std::string_view local) const;
  const v1::Statement* statement(std::string_view local) const;
  const v1::Claim* claim(std::string_view local) const;

  // Where it stands, sorted; empty if nothing in the annotation says so. An event without evidence
  // of its own stands where its sentence is, a claim where it is stated, an actor or a place where
  // what refers to it is.
  static Spans spans(const v1::Event& event);
  static Spans spans(const v1::Statement& statement);
  Spans spans(const v1::Claim& claim) const;
  Spans spans(const v1::Actor& actor) const;
  Spans spans(const v1::Place& place) const;

  // See principals.h.
  std::vector<std::string_view> principals(std::string_view actor) const;

 private:
  template <typename T>
  using Index = std::unordered_map<std::string_view, const T*>;

  void note_use(std::string_view key, const Spans& spans);
  // By a party of an event: where it is named, else where the event is.
  void note_use(std::string_view key, const v1::Span& own, const Spans& spans);
  void note_uses(const v1::ArticleAnnotation& annotation);

  Index<v1::Actor> actors_;
  Index<v1::Place> places_;
  Index<v1::Event> events_;
  Index<v1::Statement> statements_;
  Index<v1::Claim> claims_;
  std::unordered_map<std::string_view, Spans> claim_uses_;  // by local key of the claim
  std::unordered_map<std::string_view, v1::Span> uses_;     // by actor or place key: the first
};

}  // namespace casus

#endif  // CASUS_GRAPH_ITEMS_H_
