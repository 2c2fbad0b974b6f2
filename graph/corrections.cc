#include "graph/corrections.h"

#include <algorithm>
#include <set>
#include <utility>

#include "graph/items.h"
#include "graph/keys.h"
#include "graph/kinds.h"
#include "graph/utf8.h"

namespace casus {
namespace {

constexpr std::size_t kMaxWordsBytes = 1024;
constexpr std::size_t kMaxPassageBytes = 4096;

// Every event, statement and claim of an annotation, as a correction would tell it.
class Describer {
 public:
  explicit Describer(const v1::ArticleAnnotation& annotation)
      : annotation_(annotation),
        items_(annotation),
        article_(article_key(annotation.article().id())) {}

  std::vector<v1::CorrectionEnd> all() const {
    std::vector<v1::CorrectionEnd> ends;
    for (const v1::Event& event : annotation_.events()) ends.push_back(end(event));
    for (const v1::Statement& statement : annotation_.statements()) ends.push_back(end(statement));
    for (const v1::Claim& claim : annotation_.claims()) ends.push_back(end(claim));
    return ends;
  }

 private:
  v1::CorrectionEnd end(const v1::Event& event) const {
    return end(event_key(article_, event.key()), node_kind(event), event.type(),
               words({event.trigger()}), Items::spans(event));
  }
  v1::CorrectionEnd end(const v1::Statement& statement) const {
    return end(
        statement_key(article_, statement.key()), node_kind(statement), name_of(statement.kind()),
        words(Spans(statement.cue().begin(), statement.cue().end())), Items::spans(statement));
  }
  v1::CorrectionEnd end(const v1::Claim& claim) const {
    return end(claim_key(article_, claim.key()), v1::NodeKind::claim, {}, claim.text(),
               items_.spans(claim));
  }

  v1::CorrectionEnd end(std::string key, v1::NodeKind::Value kind, std::string_view type,
                        std::string_view words, const Spans& spans) const {
    v1::CorrectionEnd out;
    out.set_key(std::move(key));
    out.set_kind(kind);
    out.set_article(article_);
    out.set_type(std::string(type));
    out.set_words(std::string(utf8_head(words, kMaxWordsBytes)));
    out.set_passage(std::string(utf8_head(this->words(spans), kMaxPassageBytes)));
    return out;
  }

  std::string words(const Spans& spans) const {
    std::string out;
    for (const v1::Span& span : spans) {
      const v1::Article& article = annotation_.article();
      const std::string& part =
          span.part() == v1::TextPart::title ? article.title() : article.text();
      if (!has_extent(span) || span.end() > part.size()) continue;
      if (!out.empty()) out += '\n';
      out.append(part, span.begin(), span.end() - span.begin());
    }
    return out;
  }

  const v1::ArticleAnnotation& annotation_;
  const Items items_;
  const std::string article_;
};

enum class Likeness { none, wording, all, all_and_key };

Likeness likeness(const v1::CorrectionEnd& end, const v1::CorrectionEnd& item) {
  if (kind_of_key(end.key()) != kind_of_key(item.key()) || end.type() != item.type() ||
      end.words() != item.words()) {
    return Likeness::none;
  }
  if (end.passage() == item.passage()) {
    return end.key() == item.key() ? Likeness::all_and_key : Likeness::all;
  }
  // A claim is its wording; an attack of the same word may be another attack.
  return item.kind() == v1::NodeKind::claim ? Likeness::wording : Likeness::none;
}

template <typename Items, typename Key>
void erase_items(Items& items, const std::set<std::string>& keys, const Key& key) {
  items.erase(std::remove_if(items.begin(), items.end(),
                             [&](const auto& item) { return keys.contains(key(item.key())); }),
              items.end());
}

// What stands where other items say stands there by itself.
void ground(v1::ArticleAnnotation& annotation) {
  const Items items(annotation);
  const auto ground_all = [&items](auto& list) {
    for (auto& item : list) {
      const Spans spans = items.spans(item);
      item.mutable_evidence()->Assign(spans.begin(), spans.end());
    }
  };
  ground_all(*annotation.mutable_actors());
  ground_all(*annotation.mutable_places());
  ground_all(*annotation.mutable_claims());
}

}  // namespace

std::optional<v1::CorrectionEnd> correction_end(const v1::ArticleAnnotation& annotation,
                                                std::string_view key) {
  for (v1::CorrectionEnd& end : Describer(annotation).all()) {
    if (end.key() == key) return std::move(end);
  }
  return std::nullopt;
}

std::vector<std::string> find_items(const v1::ArticleAnnotation& annotation,
                                    const std::vector<v1::CorrectionEnd>& ends) {
  std::vector<std::string> keys(ends.size());
  if (ends.empty()) return keys;
  const std::vector<v1::CorrectionEnd> items = Describer(annotation).all();
  std::vector<bool> taken(items.size());
  for (const Likeness wanted : {Likeness::all_and_key, Likeness::all, Likeness::wording}) {
    for (std::size_t i = 0; i < ends.size(); ++i) {
      for (std::size_t at = 0; at < items.size() && keys[i].empty(); ++at) {
        if (taken[at] || likeness(ends[i], items[at]) < wanted) continue;
        taken[at] = true;
        keys[i] = items[at].key();
      }
    }
  }
  return keys;
}

v1::ArticleAnnotation without_rejected(v1::ArticleAnnotation annotation,
                                       const std::vector<v1::CorrectionEnd>& rejected) {
  const std::vector<std::string> found = find_items(annotation, rejected);
  std::set<std::string> gone(found.begin(), found.end());
  gone.erase("");
  if (gone.empty()) return annotation;

  ground(annotation);
  const std::string article = article_key(annotation.article().id());
  const auto event = [&](const std::string& local) { return event_key(article, local); };
  const auto statement = [&](const std::string& local) { return statement_key(article, local); };
  const auto claim = [&](const std::string& local) { return claim_key(article, local); };
  erase_items(*annotation.mutable_events(), gone, event);
  erase_items(*annotation.mutable_statements(), gone, statement);
  erase_items(*annotation.mutable_claims(), gone, claim);
  for (v1::Statement& item : *annotation.mutable_statements()) {
    if (gone.contains(event(item.event()))) item.clear_event();
    if (!gone.contains(claim(item.claim()))) continue;
    item.clear_claim();
    item.clear_stance();
  }
  for (v1::Claim& item : *annotation.mutable_claims()) {
    if (gone.contains(event(item.event()))) item.clear_event();
    if (gone.contains(event(item.object()))) item.clear_object();
  }
  return annotation;
}

}  // namespace casus
